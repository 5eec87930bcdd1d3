"""The text of a document after changes: each one an edit, read again before the next."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, Final

from stcli.diagnostics import Edit
from stcli.documents import reader
from stcli.documents.rewriting import applied
from stcli.editing.changes import Append, Remove, done, intended, lookup, simplified
from stcli.editing.inserting import new_entry, new_key
from stcli.editing.kinds import Kind
from stcli.editing.layout import Layout, Part
from stcli.editing.refusing import DOUBTS, check_result, check_writable, refusal
from stcli.editing.removing import check_nothing_lost, emptied, without
from stcli.editing.replacing import other_value, with_another
from stcli.editing.unsafe import Misplaced, Risk
from stcli.editing.writing import Writer
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stcli.documents.data import Data, Route
    from stcli.documents.document import Document
    from stcli.editing.changes import Change

_ENTRY: Final = 2
"""Steps to an entry of a list of the file, such as a task; changes of two do not meet."""


def revised(document: Document, changes: Iterable[Change]) -> str:
    """Give the text of a document after changes, each made on the result of the last.

    Raises Unsafe where that cannot be done with nothing else touched; its line is that of the
    document as it was.
    """
    every = tuple(changes)
    together = (
        _in_rounds(document, every) if len({one.route[:_ENTRY] for one in every}) > 1 else None
    )
    return (together or _one_by_one(document, every)).text


def _in_rounds(document: Document, changes: Iterable[Change]) -> Document | None:
    """Make changes of different entries at once, so that a file is read as often as one needs.

    None where that is not certain to be the same as one after the other, and for what cannot be.
    """
    by_entry: dict[Route, list[Change]] = {}
    for change in changes:
        by_entry.setdefault(change.route[:_ENTRY], []).append(change)
        if isinstance(change, Remove) and len(change.route) <= _ENTRY:
            return None  # other entries would move
    for several in zip_longest(*by_entry.values()):
        try:
            after = _at_once(document, [one for one in several if one is not None])
        except (Misplaced, Risk):
            return None
        if after is None:
            return None
        document = after
    return document


def _at_once(document: Document, changes: Iterable[Change]) -> Document | None:
    """Make changes that do not touch one another; None where they do."""
    data, layout = _data(document), Layout(document)
    wanted, edits = data, list[Edit]()
    for change in changes:
        if not isinstance(change, Remove):
            check_writable(change.value, 0)
        simple = simplified(data, change)
        if simple is not None:
            edits.append(_edit_for(layout, data, change, simple))
            wanted = done(wanted, simple)
    edits.sort(key=lambda one: one.start)
    if any(first.end > then.start or first.start == then.start for first, then in pairwise(edits)):
        return None
    after = reader.read(document.path, applied(document.text, edits).encode())
    check_result(document, after, wanted, 0)
    return after


def _one_by_one(document: Document, changes: Iterable[Change]) -> Document:
    before, edits = document, list[Edit]()
    for change in changes:
        try:
            edit = _edit(document, change)
            if edit is not None:
                document = _after(document, change, edit)
                edits.append(edit)
        except Misplaced as error:
            risk = Risk(_start(document, error.route), error.message, error.help)
            raise refusal(before, edits, risk, change) from None
        except Risk as risk:
            raise refusal(before, edits, risk, change) from None
    return document


def _start(document: Document, route: Route) -> int:
    return 0 if document.data is None else document.start(route)


def _after(document: Document, change: Change, edit: Edit) -> Document:
    """Give the document after an edit, read again and compared with what was intended."""
    text = document.text[: edit.start] + edit.text + document.text[edit.end :]
    after = reader.read(document.path, text.encode())
    check_result(document, after, intended(_data(document), [change]), edit.start)
    return after


def _edit(document: Document, change: Change) -> Edit | None:
    """Give the edit of the text that makes a change; None where it says nothing new."""
    data = _data(document)
    if not isinstance(change, Remove):
        check_writable(change.value, _start(document, change.route))
    simple = simplified(data, change)
    return None if simple is None else _edit_for(Layout(document), data, change, simple)


def _data(document: Document) -> Data:
    """Give the data to change; a file without content is an empty mapping."""
    wrong = [one for one in document.problems if one.rule not in DOUBTS]
    if [one.rule for one in wrong] == ["empty-file"]:
        return {}
    if wrong:
        raise Risk(wrong[0].start, wrong[0].message, say("mend the file first: stcli check"))
    return document.data


def _edit_for(layout: Layout, data: Data, change: Change, simple: Change) -> Edit:
    """Give the edit of the text that makes a change, told and as it was simplified."""
    file = Kind.of(data, simple.route[:1])
    if isinstance(simple, Remove):
        *_, holder, part = _way(layout, simple.route)
        if simple.route != change.route:
            check_nothing_lost(layout, part, layout.part(change.route))
        return without(layout, holder, part)
    if isinstance(change, Remove):
        return emptied(layout, _way(layout, simple.route)[-1], layout.part(change.route))
    writer = Writer(layout.habits, file.at(simple.route))
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
