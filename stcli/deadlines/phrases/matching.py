"""Fixed words looked for in a phrase: by their letters, and by their marks where any were typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from stcli.deadlines.phrases.tokens import spelt

if TYPE_CHECKING:
    from collections.abc import Callable

    from stcli.deadlines.phrases.tokens import Token, Words

    Matcher: TypeAlias = Callable[[Words, int], int]
    """Gives the position behind the words found at a position, 0 where they are not there."""

_OTHER_WORDS = frozenset({"sau", "nam", "quy", "tu", "thu", "qua", "khoa"})

Spelling: TypeAlias = tuple[tuple[str, str], ...]


def spellings(choices: str) -> list[Spelling]:
    """Give the words of phrases that `|` divides, the longest phrase first."""
    found = [tuple(spelt(word) for word in one.split()) for one in choices.split("|")]
    return sorted(found, key=len, reverse=True)


def either(choices: str) -> Matcher:
    """Give what finds one of several phrases, the longest that is there: `sau|tiếp theo`."""
    wanted: dict[str, list[Spelling]] = {}
    for spelling in spellings(choices):
        wanted.setdefault(spelling[0][0], []).append(spelling)

    def find(words: Words, at: int) -> int:
        for spelling in wanted.get(words.tokens[at].plain, ()):
            if is_there(spelling, words, at):
                return at + len(spelling)
        return 0

    return find


def is_there(spelling: Spelling, words: Words, at: int) -> bool:
    """Tell whether the words of a phrase stand at a position."""
    tokens = words.tokens
    for offset, (plain, marks) in enumerate(spelling):
        token = tokens[at + offset]
        if token.plain != plain or not _may_be(token, marks, typed_with_marks=words.marked):
            return False
    return True


def _may_be(token: Token, marks: str, *, typed_with_marks: bool) -> bool:
    """Tell whether the marks fit: all of them or, as some people type, none.

    Some are words of their own without marks, so that only a phrase that has none anywhere may
    mean `sáu` by `sau`, `năm` by `nam`.
    """
    if token.marks == marks:
        return True
    return not (token.marks or (typed_with_marks and token.plain in _OTHER_WORDS))
