"""The history of a task as a table: the day, what happened, and on what it rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.messages import say
from stcli.render.page import Column, Table
from stcli.views.history import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.messages import Message
    from stcli.render.page import Label
    from stcli.views.history import Alteration, Event

_LEAST = 30
_KINDS = {
    EventKind.CHANGED: say("changed"),
    EventKind.HANDED_OVER: say("handed over"),
    EventKind.PROGRESS: say("progress"),
    EventKind.DELIVERED: say("delivered"),
    EventKind.DONE: say("completed"),
    EventKind.CONFIRMED: say("confirmed"),
    EventKind.RETURNED: say("returned"),
    EventKind.CANCELLED: say("cancelled"),
}
_FIELDS = {
    "due": say("due"),
    "due_text": say("in the document"),
    "lead": say("lead"),
    "with": say("coordinating"),
    "title": say("what is to be done"),
    "product": say("product"),
    "responsible": say("lead"),
    "replaced_by": say("replaced by"),
}
_AGENCIES = frozenset({"lead", "with", "responsible"})


def event_table(events: tuple[Event, ...], label: Label) -> Table:
    """Give the history of a task, a row for each event."""
    columns = (
        Column("date", say("day")),
        Column("event", say("event")),
        Column("by", say("by")),
        Column("text", say("what happened"), least=_LEAST, lines=20, below=True),
    )
    rows = tuple(
        (event.day, _KINDS[event.kind], event.by, tuple(_said(event, label))) for event in events
    )
    return Table(columns, rows)


def _said(event: Event, label: Label) -> Iterator[str | Message]:
    if event.percent is not None:
        yield say("{percent}%", percent=event.percent)
    if event.period is not None:
        yield say("for {period}", period=event.period)
    if event.agency is not None:
        yield label(event.agency)
    if event.asked is not None:
        yield say("asked for on {day}", day=event.asked)
    for alteration in event.alterations:
        yield _altered(alteration, label)
    if event.text:
        yield event.text
    yield from event.evidence


def _altered(alteration: Alteration, label: Label) -> Message:
    before, after = _sides(alteration, label)
    name = _FIELDS[alteration.field]
    if not before:
        return say("{field}: {after}", field=name, after=after)
    if not after:
        return say("{field}: {before} deleted", field=name, before=before)
    return say("{field}: {before} → {after}", field=name, before=before, after=after)


def _sides(alteration: Alteration, label: Label) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """Give what was and what became: last days rather than their wording, names rather than ids."""
    if alteration.due_before and alteration.due_after:
        return (alteration.due_before,), (alteration.due_after,)
    if alteration.field in _AGENCIES:
        return tuple(map(label, alteration.before)), tuple(map(label, alteration.after))
    return alteration.before, alteration.after
