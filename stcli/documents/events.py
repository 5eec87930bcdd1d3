"""One strict pass over libyaml's events: typeless data, and the place of every node.

Nothing here recurses, nothing is resolved to a type, and nothing YAML allows beyond texts, lists
and mappings gets through: the remedy for each is a finding, and the pass goes on where it can.
"""

from __future__ import annotations

import unicodedata
from array import array
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

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

from stcli.documents import refusals
from stcli.documents.mistakes import explain

if TYPE_CHECKING:
    from collections.abc import Callable

    from stcli.diagnostics import Problem
    from stcli.documents.data import Data

MOST_REPORTED = 100
"""Findings of reading for one file; a file with more is mended in steps."""

_EVENTS_PER_NODE = 2
_ENTRY_DEPTH = 3


class Read(NamedTuple):
    """Data, the marks of its nodes and the lines of its entries; without marks nothing was read."""

    data: Data
    marks: list[int]
    entries: list[int]


_NOTHING = Read(None, [], [])


class _EnoughError(Exception):
    """More is wrong with a text than anybody reads at once."""


def passed(text: str, found: list[Problem]) -> Read:
    """Read the one document of a text; what is wrong with it is added to `found`.

    A syntax error ends the pass.
    """
    parser = CParser(text)
    try:
        return _document(parser.get_event, text, found)
    except _EnoughError:
        found.append(refusals.too_many_faults(found[-1].end))
    except YAMLError as error:
        found.append(explain(text, error))
    finally:
        parser.dispose()
    return _NOTHING


def marks(text: str) -> array[int]:
    """Give the marks of a text in which nothing is wrong."""
    return array("I", passed(text, []).marks)


def _add(found: list[Problem], problem: Problem) -> None:
    """Add a finding; raises _EnoughError when there are too many."""
    found.append(problem)
    if len(found) > MOST_REPORTED:
        raise _EnoughError


def _document(get_event: Callable[[], Any], text: str, found: list[Problem]) -> Read:
    get_event()
    first = get_event()
    if isinstance(first, StreamEndEvent):
        found.append(refusals.empty())
        return _NOTHING
    if first.version or first.tags:
        found.append(refusals.directive_line(first.start_mark.index))
    read = _nodes(get_event, found, decorated="&" in text or "!" in text)
    data, marks, _ = read
    if marks:
        _after(get_event, found)
    if not isinstance(data, dict) and not found:
        found.append(refusals.not_a_mapping(data, text, marks))
    return read


def _nodes(  # noqa: C901, PLR0912, PLR0915 - one loop, measured: calls in it cost a third more
    get_event: Callable[[], Any], found: list[Problem], *, decorated: bool
) -> Read:
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
    for event in islice(iter(get_event, None), refusals.MOST_NODES * _EVENTS_PER_NODE):
        kind = event.__class__
        if kind is ScalarEvent:
            value = event.value
            if decorated and (event.anchor or event.tag):
                _add(found, refusals.anchor_or_tag(event))
            if key is None and parent.__class__ is dict:
                key = value if value.isascii() else unicodedata.normalize("NFC", value)
                if key in parent:
                    _add(found, refusals.repeated_key(key, parent, root, marks, event))
                    if aside is None:
                        aside = parent, marks, len(parents)
                        parent, marks = {}, []
                elif key == "<<" and not event.style:
                    _add(found, refusals.merge_key(event))
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
        elif kind is DocumentEndEvent and len(marks) <= refusals.MOST_NODES * 2:
            return Read(root[0], marks, entries)
        elif kind is DocumentEndEvent:
            break
        else:
            if key is None and parent.__class__ is dict:
                found.append(refusals.complex_key(event))
                return _NOTHING
            marks.append(event.start_mark.index)
            marks.append(0)
            if kind is AliasEvent:
                _add(found, refusals.alias(event))
                value = None
            else:
                value = {} if kind is MappingStartEvent else []
                if decorated and (event.anchor or event.tag):
                    _add(found, refusals.anchor_or_tag(event))
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
            if len(parents) > refusals.DEEPEST:
                found.append(refusals.too_deep(event))
                return _NOTHING
        elif aside is not None and len(parents) == aside[2]:
            parent, marks, _ = aside
            aside = None
    found.append(refusals.too_many_nodes())
    return _NOTHING


def _after(get_event: Callable[[], Any], found: list[Problem]) -> None:
    """Refuse a second document."""
    event = get_event()
    if event.__class__ is DocumentStartEvent:
        found.append(refusals.second_document(event))
