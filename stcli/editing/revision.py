"""The text of a document after changes: each one an edit, read again before the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stcli.documents import characters, reader
from stcli.documents.refusals import DEEPEST
from stcli.editing.changes import Append, Put, Remove, done, lookup, simplified
from stcli.editing.habits import Habits
from stcli.editing.inserting import new_entry, new_key
from stcli.editing.kinds import Kind
from stcli.editing.layout import Layout, Part
from stcli.editing.removing import check_nothing_lost, emptied, without
from stcli.editing.replacing import other_value, with_another
from stcli.editing.unsafe import Misplaced, Risk, Unsafe
from stcli.editing.writing import Writer, bracketed
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stcli.diagnostics import Edit
    from stcli.documents.data import Data, Route
    from stcli.documents.document import Document
    from stcli.editing.changes import Change

_DOUBTS = frozenset({"text-after-hash"})
"""Findings of reading that are no errors: people write comments in this way."""
_LIMITS = frozenset({"too-large", "too-deep"})


def revised(document: Document, changes: Iterable[Change]) -> str:
    """Give the text of a document after changes, each made on the result of the last.

    Raises Unsafe where that cannot be done with nothing else touched.
    """
    for change in changes:
        try:
            document = _after(document, change)
        except Misplaced as error:
            risk = Risk(_start(document, error.route), error.message, error.help)
            raise _unsafe(document, risk, change) from None
        except Risk as risk:
            raise _unsafe(document, risk, change) from None
    return document.text


def _start(document: Document, route: Route) -> int:
    return 0 if document.data is None else document.start(route)


def _unsafe(document: Document, risk: Risk, change: Change) -> Unsafe:
    typed = ""
    if risk.remedy is not None:
        remedy = risk.remedy
    elif isinstance(change, Remove):
        remedy = say("take `{key}` away by hand", key="/".join(map(str, change.route)))
    else:
        typed = _typed_by_hand(change)
        remedy = say("write it there by hand: {text}", text=typed)
    return Unsafe(document.span(risk.at, risk.at), risk.why, typed, remedy)


def _typed_by_hand(change: Put | Append) -> str:
    """Give what somebody can type for a change, on one line."""
    last = change.route[-1] if change.route else ""
    if isinstance(change, Append) or isinstance(last, int):
        return f"- {bracketed(change.value)}"
    return f"{last}: {bracketed(change.value)}".strip()


def _after(document: Document, change: Change) -> Document:
    """Give the document after one change, read again and compared with what was intended."""
    data = _data(document)
    if not isinstance(change, Remove):
        _check_writable(change.value, _start(document, change.route))
    simple = simplified(data, change)
    if simple is None:
        return document
    edit = _edit(Layout(document), data, change, simple)
    text = document.text[: edit.start] + edit.text + document.text[edit.end :]
    after = reader.read(document.path, text.encode())
    _check(document, after, done(data, simple), edit.start)
    return after


def _data(document: Document) -> Data:
    """Give the data to change; a file without content is an empty mapping."""
    wrong = [one for one in document.problems if one.rule not in _DOUBTS]
    if [one.rule for one in wrong] == ["empty-file"]:
        return {}
    if wrong:
        raise Risk(wrong[0].start, wrong[0].message, say("mend the file first: stcli check"))
    return document.data


def _edit(layout: Layout, data: Data, change: Change, simple: Change) -> Edit:
    """Give the edit of the text that makes a change, told and as it was simplified."""
    file = Kind.of(data, simple.route[:1])
    if isinstance(simple, Remove):
        *_, holder, part = _way(layout, simple.route)
        if simple.route != change.route:
            check_nothing_lost(layout, part, layout.part(change.route))
        return without(layout, holder, part)
    if isinstance(change, Remove):
        return emptied(layout, _way(layout, simple.route)[-1], layout.part(change.route))
    writer = Writer(Habits.of(layout.document), file.at(simple.route))
    value = writer.kind.arranged(simple.value)
    if isinstance(simple, Append):
        return new_entry(layout, _way(layout, simple.route)[-1], value, writer)
    *_, holder = _way(layout, simple.route[:-1])
    if not lookup(data, simple.route):
        writer = replace(writer, kind=file.at(simple.route[:-1]))
        return new_key(layout, holder, str(simple.route[-1]), value, writer)
    part = layout.part(simple.route)
    both = with_another(layout, part, change.value) if isinstance(change, Append) else None
    return both or other_value(layout, holder, part, value, writer)


def _way(layout: Layout, route: Route) -> list[Part]:
    """Give the parts on the way to one; raises Risk where one is a pair without braces."""
    way = [layout.root]
    bracketed_above = False
    for step in route:
        way.append(next(one for one in layout.parts(way[-1]) if one.route[-1] == step))
    for part in way:
        own = layout.in_brackets(part)
        if bracketed_above and isinstance(part.value, dict) and not own:
            raise Risk(part.begin, say("this pair stands in brackets without braces"))
        bracketed_above = bracketed_above or own
    return way


def _check_writable(value: Data, at: int) -> None:
    """Raise Risk for what no file can hold: hidden characters, and more levels than are read."""
    waiting: list[tuple[Data, int]] = [(value, 1)]
    while waiting:
        one, depth = waiting.pop()
        if depth > DEEPEST:
            why = say("lists and mappings are nested more than {limit} levels deep", limit=DEEPEST)
            raise Risk(at, why, say("write less"))
        match one:
            case str():
                _check_characters(one, at)
            case dict():
                waiting += ((held, depth + 1) for pair in one.items() for held in pair)
            case list():
                waiting += ((held, depth + 1) for held in one)
            case None:
                pass


def _check_characters(value: str, at: int) -> None:
    hidden = characters.hidden_in(value)
    if hidden is not None:
        character = characters.name(hidden)
        why = say("{character} may not stand in a file", character=character)
        raise Risk(at, why, say("leave the character out; it cannot be seen"))


def _check(before: Document, after: Document, wanted: Data, at: int) -> None:
    """Raise Risk where a new text does not say what was intended, or is worse than the old."""
    for one in after.problems:
        if one.rule in _LIMITS:
            raise Risk(at, one.message)
    wrong = any(one.rule not in _DOUBTS for one in after.problems)
    if wrong or len(after.problems) > len(before.problems) or after.data != wanted:
        raise Risk(at, say("what stands here cannot be changed without changing something else"))
