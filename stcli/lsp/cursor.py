"""What stands at the cursor of a text that may be broken: told by lines and indentation alone.

While somebody types, a file is seldom YAML. The keys that lead to the cursor can be told all the
same, as a person tells them: by the lines above that are indented less.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from stcli.lsp.brackets import read_brackets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_LINE: Final = re.compile(r"(?P<indent> *)(?P<dashes>(?:-(?: +|$))*)(?P<rest>[^\r\n]*)")
_KEY: Final = re.compile(
    r"(?P<key>\"[^\"]*\"|'[^']*'|[^\s:#\"'\[\]{},&*!|>%@`-][^:#\[\]{},\"']*):"
    r"(?:[ \t]+(?P<value>.*)|(?P<end>$))"
)
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_COMMENT: Final = re.compile(r"(?:^|[ \t])#.*")
_ALLOWED: Final = re.compile(
    r"(?:^|[ \t])#[ \t]*stcli:[ \t]*allow[ \t]+(?:[\w-]+[ \t,]+)*([\w-]*)$"
)
_WORD: Final = re.compile(r"[\w./@#&+-]*")
_NOT_COMPLETED: Final = ("|", ">", "&", "*", "!")


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the cursor is, and what has been typed there.

    `keys` lead to the mapping or list it is in, `siblings` are the keys of that mapping with the
    texts on their lines. `key` is the one whose value is being typed; without one a key is, or the
    entry of a list. A choice goes in place of what stands from `start` to `end`; `typed` is as much
    of it as is before the cursor.
    """

    keys: tuple[str, ...]
    key: str | None
    typed: str
    start: int
    end: int
    siblings: Mapping[str, str] = field(default_factory=dict)

    @property
    def path(self) -> tuple[str, ...]:
        """The keys that lead to the value that is being typed."""
        return self.keys if self.key is None else (*self.keys, self.key)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line taken apart: the column of its last dash, that of its content, and its key."""

    dash: int | None
    column: int
    content: str
    key: str | None
    value: str


def rule_typed(text: str, offset: int) -> tuple[str, int, int] | None:
    """Give what has been typed of the name of a rule in `# stcli: allow RULE`, and its place."""
    found = _ALLOWED.search(text[text.rfind("\n", 0, offset) + 1 : offset])
    return found and (found[1], offset - len(found[1]), _word_end(text, offset))


def read_cursor(text: str, offset: int) -> Cursor | None:
    """Tell where an offset is; None in a comment, and in a text of several lines."""
    start = text.rfind("\n", 0, offset) + 1
    before = text[start:offset]
    if before.endswith("\r"):
        return None  # between the two characters of a line end
    own = _read(before)
    if _COMMENT.search(_QUOTED.sub("", before)) or own.content.startswith(_NOT_COMPLETED):
        return None
    if before.endswith(("-", ":")) and not (own.content if own.key is None else own.value):
        return None  # a space is missing
    keys = _keys_above(text[:start], own)
    if keys is None:
        return None
    if own.key is not None:
        keys = (*keys, own.key)
    typed = own.content if own.key is None else own.value
    end = _word_end(text, offset)
    if typed.startswith(("[", "{")):
        inner = read_brackets(typed)
        if inner is None:
            return None
        after = text[offset : offset + len(text[offset:].partition("\n")[0])]
        siblings = {**dict.fromkeys(_keys_behind(after), ""), **inner.siblings}
        start = offset - len(inner.typed)
        return Cursor((*keys, *inner.keys), inner.key, inner.typed, start, end, siblings)
    if typed.startswith(_NOT_COMPLETED):
        return None
    siblings = dict(_siblings(text[:start], text[offset:].partition("\n")[2], own))
    if own.key is None:
        return Cursor(keys, None, typed, offset - len(typed), end, siblings)
    return Cursor(keys[:-1], own.key, typed, offset - len(typed), end, siblings)


def _read(line: str) -> _Line:
    found = _LINE.match(line)
    if found is None:  # the pattern matches any line
        return _Line(None, 0, "", None, "")
    content, dashes = found["rest"], found["dashes"]
    dash = found.start("dashes") + dashes.rindex("-") if dashes else None
    column = found.start("rest") + (dashes.endswith("-"))
    key = _KEY.match(content)
    if key is None:
        return _Line(dash, column, content, None, "")
    return _Line(dash, column, content, key["key"].strip(" \"'"), key["value"] or "")


def _keys_above(above: str, own: _Line) -> tuple[str, ...] | None:
    """Give the keys that lead to a line; None where it goes on with a text that began above."""
    keys: list[str] = []
    in_list = own.dash is not None
    limit = own.column if own.dash is None else own.dash
    for line in _lines_up(above):
        if not in_list and line.dash is not None and line.column == limit:
            limit, in_list = line.dash, True
            continue
        if line.column > limit or (line.column == limit and not in_list):
            continue
        if line.key is None or _COMMENT.sub("", line.value).strip():
            return None
        keys.append(line.key)
        in_list = line.dash is not None
        limit = line.column if line.dash is None else line.dash
    return tuple(reversed(keys))


def _siblings(above: str, below: str, own: _Line) -> Iterator[tuple[str, str]]:
    """Give the other keys of the mapping that a line is in, with what stands behind them."""
    if own.dash is None:
        for line in _lines_up(above):
            if line.column < own.column:
                break
            if line.column == own.column:
                if line.key is not None:
                    yield line.key, line.value
                if line.dash is not None:
                    break
    for line in _content(below.split("\n")):
        if line.column < own.column or (line.column == own.column and line.dash is not None):
            break
        if line.column == own.column and line.key is not None:
            yield line.key, line.value


def _lines_up(above: str) -> Iterator[_Line]:
    return _content(reversed(above.split("\n")))


def _content(lines: Iterable[str]) -> Iterator[_Line]:
    """Give lines without those that are empty or comments."""
    for line in lines:
        stripped = line.strip()
        if stripped and not stripped.startswith("#"):
            yield _read(line)


def _keys_behind(rest: str) -> list[str]:
    """Give the keys that follow in the same brackets."""
    return re.findall(r"(\w+):(?= |$)", re.split(r"[}\]\[{]", rest, maxsplit=1)[0])


def _word_end(text: str, offset: int) -> int:
    found = _WORD.match(text, offset)
    return found.end() if found else offset
