"""What YAML allows and these files do not: each refusal with its remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yaml.events import ScalarEvent

from stcli.diagnostics import Problem
from stcli.documents.data import size, walk
from stcli.documents.mistakes import GLUED_KEY, no_space_after_colon
from stcli.messages import say

if TYPE_CHECKING:
    from stcli.documents.data import Data
    from stcli.messages import Message

DEEPEST = 64
"""Levels of lists and mappings. A directive needs six; libyaml overflows the stack at 25,000."""

MOST_NODES = 60_000
"""Keys, values, lists and mappings in one file."""


def empty() -> Problem:
    """Refuse a text without content."""
    return Problem(
        "empty-file",
        say("the file is empty"),
        0,
        0,
        say("write a directive in it, or delete it: git rm"),
    )


def not_a_mapping(data: Data, text: str, marks: list[int]) -> Problem:
    """Refuse a text that is a list or a scalar."""
    start, end = marks[0], marks[1]
    if data is None:
        return empty()
    if isinstance(data, str) and (glued := GLUED_KEY.match(text, start)):
        return no_space_after_colon(glued)
    kind = say("a list") if isinstance(data, list) else say("a text")
    return Problem(
        "not-a-mapping",
        say("the file holds {kind}, not keys with values", kind=kind),
        start,
        end or -1,
        say("start with `number: ...`, `title: ...` and the other keys of a directive"),
    )


def second_document(event: Any) -> Problem:  # noqa: ANN401 - libyaml's events share no useful type
    """Refuse a second document."""
    start = event.start_mark.index
    return Problem(
        "several-documents",
        say("a second document starts here"),
        start,
        start + 3,
        say("delete the line `---`, or move what follows to a file of its own"),
    )


def directive_line(start: int) -> Problem:
    """Refuse a `%` line."""
    return Problem(
        "yaml-directive",
        say("a line that starts with % is for YAML's parser, not for data"),
        start,
        -1,
        say("delete it; quote a text that starts with %"),
    )


def anchor_or_tag(event: Any) -> Problem:  # noqa: ANN401 - libyaml's events share no useful type
    """Refuse an anchor or a tag on a value."""
    start, end = event.start_mark.index, event.end_mark.index
    if event.anchor:
        return Problem(
            "anchor-or-alias",
            say("the anchor &{name} gives a value a second home", name=event.anchor),
            start,
            start + 1 + len(event.anchor),
            say("write the value where it is needed; quote a text that starts with &"),
        )
    return Problem(
        "tag",
        say("the tag {tag} sets a type", tag=event.tag.replace("tag:yaml.org,2002:", "!!")),
        start,
        end if isinstance(event, ScalarEvent) else -1,
        say("delete it, types come from the keys; quote a text that starts with !"),
    )


def alias(event: Any) -> Problem:  # noqa: ANN401 - as above
    """Refuse an alias."""
    return Problem(
        "anchor-or-alias",
        say("*{name} copies a value from elsewhere", name=event.anchor),
        event.start_mark.index,
        event.end_mark.index,
        say("write the value itself; quote a text that starts with *"),
    )


def merge_key(event: Any) -> Problem:  # noqa: ANN401 - as above
    """Refuse a merge key."""
    return Problem(
        "anchor-or-alias",
        say("<< merges keys from elsewhere"),
        event.start_mark.index,
        event.end_mark.index,
        say("write the keys themselves"),
    )


def complex_key(event: Any) -> Problem:  # noqa: ANN401 - as above
    """Refuse a key that is no text."""
    return Problem(
        "key-not-text",
        say("a list, a mapping or an alias stands where a key should be"),
        event.start_mark.index,
        -1,
        say("quote the text if the brackets or braces belong to it"),
    )


def too_deep(event: Any) -> Problem:  # noqa: ANN401 - as above
    """Refuse nesting beyond the limit."""
    start = event.start_mark.index
    return Problem(
        "too-deep",
        say("lists and mappings are nested more than {limit} levels deep", limit=DEEPEST),
        start,
        start + 1,
        say("a directive needs six levels; look for unclosed brackets before this place"),
    )


def too_many_faults(end: int) -> Problem:
    """Say that the rest of a file with many faults was not looked at."""
    return Problem(
        "syntax",
        say("more is wrong from here on than is shown"),
        end,
        end,
        say("mend what is shown, and check again"),
    )


def too_many_nodes() -> Problem:
    """Refuse more nodes than are read."""
    return Problem(
        "too-large",
        say("the file holds more than {limit} keys and values", limit=MOST_NODES),
        0,
        0,
        say("keep one directive a file"),
    )


def repeated_key(
    key: str,
    parent: dict[str, Data],
    root: list[Data],
    marks: list[int],
    event: Any,  # noqa: ANN401 - as above
) -> Problem:
    """Refuse a key that comes again, with where it stood first."""
    start, end = event.start_mark.index, event.end_mark.index
    return Problem(
        "duplicate-key",
        say("`{key}` stands twice in the same mapping", key=key),
        start,
        end,
        say("keep one of the two; YAML readers silently take one or the other"),
        _first(key, parent, root, marks),
    )


def _first(
    key: str, parent: dict[str, Data], root: list[Data], marks: list[int]
) -> tuple[tuple[Message, int, int], ...]:
    """Give where a key that comes again stood first; none for a repetition inside another."""
    for node, _, value in walk(root[0]):
        if value is parent:
            first = node + 1
            for name, held in parent.items():
                if name == key:
                    break
                first += 1 + size(held)
            return ((say("it stands here first"), marks[2 * first], marks[2 * first + 1]),)
    return ()
