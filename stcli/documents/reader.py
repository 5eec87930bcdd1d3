"""One strict pass over the events of a YAML text: typeless data, and the place of every node.

Nothing here recurses, nothing is resolved to a type, and nothing YAML allows beyond texts, lists
and mappings gets through: the remedy for each is a finding, and the pass goes on where it can.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from itertools import islice
from typing import TYPE_CHECKING, Any

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from stcli.diagnostics import Problem
from stcli.documents import characters
from stcli.documents.document import Document, size, walk
from stcli.documents.mistakes import GLUED_KEY, explain, no_space_after_colon
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    from stcli.documents.document import Data
    from stcli.messages import Message

    _Read: TypeAlias = tuple[Data, list[int], list[int]]
    """Data, the marks of its nodes and the lines of its entries; without marks nothing was read."""

DEEPEST = 64
"""Levels of lists and mappings. A directive needs six; libyaml overflows the stack at 25,000."""

MOST_NODES = 60_000
"""Keys, values, lists and mappings in one file."""

_EVENTS_PER_NODE = 2
_ENTRY_DEPTH = 3
_NOTHING: _Read = (None, [], [])


def read(path: str, content: bytes) -> Document:
    """Give the document of a file's bytes; what is wrong with it is in `problems`."""
    if len(content) > characters.LARGEST_FILE:
        return _refused(path, "", (_too_large(),))
    text, problems = characters.decode(content)
    problems += characters.conflicts(text)
    if problems:
        return _refused(path, text, problems)
    return parse(path, text)


def parse(path: str, text: str) -> Document:
    """Give the document of a text that holds no forbidden character."""
    found: list[Problem] = []
    data, marks, entries = _pass(text, found)
    found += _late_findings(text, data, marks)
    stands = all(one.rule in _DATA_STANDS for one in found)
    usable = data if isinstance(data, dict) and stands else None
    return Document(path, text, usable, array("I", marks), tuple(found), tuple(entries))


def unreadable(path: str, problem: Problem) -> Document:
    """Give the document of a file that could not be opened."""
    return _refused(path, "", (problem,))


def _refused(path: str, text: str, problems: tuple[Problem, ...]) -> Document:
    return Document(path, text, None, array("I"), problems)


def _too_large() -> Problem:
    return Problem(
        "too-large",
        say("the file has more than {limit} bytes", limit=characters.LARGEST_FILE),
        0,
        0,
        say("keep one directive a file, and attachments elsewhere"),
    )


_DATA_STANDS = frozenset(
    {"text-after-hash", "duplicate-key", "hidden-character", "several-documents", "yaml-directive"}
)
"""Findings after which the rest of the data still means what it says, and is worth checking."""


def _pass(text: str, found: list[Problem]) -> _Read:
    """Read the one document of a text; syntax errors end the pass and are added to `found`."""
    parser = CParser(text)
    try:
        return _document(parser.get_event, text, found)
    except YAMLError as error:
        found.append(explain(text, error))
    finally:
        parser.dispose()
    return _NOTHING


def _document(get_event: Callable[[], Any], text: str, found: list[Problem]) -> _Read:
    get_event()
    first = get_event()
    if isinstance(first, StreamEndEvent):
        found.append(_empty())
        return _NOTHING
    if first.version or first.tags:
        found.append(_directive_line(first.start_mark.index))
    read = _nodes(get_event, found, decorated="&" in text or "!" in text)
    data, marks, _ = read
    if marks:
        _after(get_event, found)
    if not isinstance(data, dict) and not found:
        found.append(_not_a_mapping(data, text, marks))
    return read


def _nodes(  # noqa: C901, PLR0912, PLR0915 - one loop, measured: calls in it cost a third more
    get_event: Callable[[], Any], found: list[Problem], *, decorated: bool
) -> _Read:
    """Build the data of one document, the marks of its nodes and the lines of its entries.

    The hottest loop of the program: one turn an event, local names only, the rare cases behind
    one test each; `decorated` says whether anchors or tags can occur at all. What a repeated
    key holds is read aside, so that data and marks stay in step.
    """
    marks: list[int] = []
    entries: list[int] = []
    parent: Any = []
    root = parent
    key: str | None = None
    parents: list[Any] = []
    aside: tuple[Any, list[int], int] | None = None
    for event in islice(iter(get_event, None), MOST_NODES * _EVENTS_PER_NODE):
        kind = event.__class__
        if kind is ScalarEvent:
            value = event.value
            if decorated and (event.anchor or event.tag):
                found.append(_anchor_or_tag(event))
            if key is None and parent.__class__ is dict:
                key = value if value.isascii() else unicodedata.normalize("NFC", value)
                if key in parent:
                    found.append(_repeated_key(key, parent, root, marks, event))
                    if aside is None:
                        aside = parent, marks, len(parents)
                        parent, marks = {}, []
                elif key == "<<" and not event.style:
                    found.append(_merge_key(event))
                marks.append(event.start_mark.index)
                marks.append(event.end_mark.index)
                continue
            marks.append(event.start_mark.index)
            marks.append(event.end_mark.index)
            if not value and not event.style:
                value = None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            parent = parents.pop()
            if aside is not None and len(parents) == aside[2]:
                parent, marks, _ = aside
                aside = None
            continue
        elif kind is DocumentEndEvent and len(marks) <= MOST_NODES * 2:
            return root[0], marks, entries
        elif kind is DocumentEndEvent:
            break
        else:
            if key is None and parent.__class__ is dict:
                found.append(_complex_key(event))
                return _NOTHING
            marks.append(event.start_mark.index)
            marks.append(0)
            if kind is AliasEvent:
                found.append(_alias(event))
                value = None
            else:
                value = {} if kind is MappingStartEvent else []
                if decorated and (event.anchor or event.tag):
                    found.append(_anchor_or_tag(event))
        if key is None:
            parent.append(value)
        else:
            parent[key] = value
            key = None
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            parents.append(parent)
            if len(parents) == _ENTRY_DEPTH and parent.__class__ is list and aside is None:
                entries.append(event.start_mark.line + 1)
            parent = value
            if len(parents) > DEEPEST:
                found.append(_too_deep(event))
                return _NOTHING
        elif aside is not None and len(parents) == aside[2]:
            parent, marks, _ = aside
            aside = None
    found.append(_too_many_nodes())
    return _NOTHING


def _after(get_event: Callable[[], Any], found: list[Problem]) -> None:
    """Refuse a second document."""
    event = get_event()
    start = event.start_mark.index
    if isinstance(event, DocumentStartEvent):
        found.append(
            Problem(
                "several-documents",
                say("a second document starts here"),
                start,
                start + 3,
                say("delete the line `---`, or move what follows to a file of its own"),
            )
        )


def _late_findings(text: str, data: Data, marks: list[int]) -> Iterator[Problem]:
    """Give what is only seen with the data at hand; each test is skipped when it cannot apply."""
    if " #" in text or "\t#" in text:
        yield from _cut_by_hash(text, _leaves(data, marks))
    if "\\" in text:
        yield from _hidden_by_escapes(data, marks)
    if indents := characters.no_break_indents(text):
        leaves = _leaves(data, marks)
        for problem in indents:
            if not any(start <= problem.start < end for start, end in leaves):
                yield problem


def _leaves(data: Data, marks: list[int]) -> list[tuple[int, int]]:
    return [
        (marks[2 * node], marks[2 * node + 1])
        for node, _, value in walk(data)
        if isinstance(value, str)
    ]


def _cut_by_hash(text: str, leaves: list[tuple[int, int]]) -> Iterator[Problem]:
    """Warn where ` #` ends a plain text, and looks as if it had been meant as part of it."""
    ends = {end: start for start, end in leaves}
    for comment in _COMMENT.finditer(text):
        end = comment.start()
        start = ends.get(end)
        if start is None or text[start] in "\"'|>":
            continue
        spaces, after = comment.group(1), comment.group(2)
        prose = " " in text[start:end] and len(spaces) == 1
        if (after not in {" ", "", "\t", "\r", "\n", "!"}) or (prose and after == " "):
            yield Problem(
                "text-after-hash",
                say("the text ends before the #; YAML takes the rest for a comment"),
                comment.start(2) - 1,
                -1,
                say("quote the whole text, or put two spaces and `# ` before a comment"),
            )


_COMMENT = re.compile(r"([ \t]+)#(.?)", re.DOTALL)


def _hidden_by_escapes(data: Data, marks: list[int]) -> Iterator[Problem]:
    for node, _, value in walk(data):
        if isinstance(value, str) and (hidden := characters.hidden_in(value)):
            yield Problem(
                "hidden-character",
                say("an escape gives {character}", character=characters.name(hidden)),
                marks[2 * node],
                marks[2 * node + 1],
                say("delete the escape; such a character may not stand in a value"),
            )


def _empty() -> Problem:
    return Problem(
        "empty-file",
        say("the file is empty"),
        0,
        0,
        say("write a directive in it, or delete it: git rm"),
    )


def _not_a_mapping(data: Data, text: str, marks: list[int]) -> Problem:
    start, end = marks[0], marks[1]
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


def _directive_line(start: int) -> Problem:
    return Problem(
        "yaml-directive",
        say("a line that starts with % is for YAML's parser, not for data"),
        start,
        -1,
        say("delete it; quote a text that starts with %"),
    )


def _anchor_or_tag(event: Any) -> Problem:  # noqa: ANN401 - libyaml's events share no useful type
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


def _alias(event: Any) -> Problem:  # noqa: ANN401 - as above
    return Problem(
        "anchor-or-alias",
        say("*{name} copies a value from elsewhere", name=event.anchor),
        event.start_mark.index,
        event.end_mark.index,
        say("write the value itself; quote a text that starts with *"),
    )


def _merge_key(event: Any) -> Problem:  # noqa: ANN401 - as above
    return Problem(
        "anchor-or-alias",
        say("<< merges keys from elsewhere"),
        event.start_mark.index,
        event.end_mark.index,
        say("write the keys themselves"),
    )


def _complex_key(event: Any) -> Problem:  # noqa: ANN401 - as above
    return Problem(
        "key-not-text",
        say("a list, a mapping or an alias stands where a key should be"),
        event.start_mark.index,
        -1,
        say("quote the text if the brackets or braces belong to it"),
    )


def _too_deep(event: Any) -> Problem:  # noqa: ANN401 - as above
    start = event.start_mark.index
    return Problem(
        "too-deep",
        say("lists and mappings are nested more than {limit} levels deep", limit=DEEPEST),
        start,
        start + 1,
        say("a directive needs six levels; look for unclosed brackets before this place"),
    )


def _too_many_nodes() -> Problem:
    return Problem(
        "too-large",
        say("the file holds more than {limit} keys and values", limit=MOST_NODES),
        0,
        0,
        say("keep one directive a file"),
    )


def _repeated_key(
    key: str,
    parent: dict[str, Data],
    root: list[Data],
    marks: list[int],
    event: Any,  # noqa: ANN401 - as above
) -> Problem:
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
