"""What happened to a task until a day, oldest first, with what was so before and after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from stcli import deadlines
from stcli.responsibility import responsible
from stcli.states import amended, changes_until, given, resolved, terms_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stcli.deadlines import Deadline
    from stcli.model import Agency, Succession, Task
    from stcli.settings import Settings
    from stcli.states import Terms
    from stcli.views.tasks import TaskRow


class EventKind(StrEnum):
    """What happened, in the order in which several events of one day are told."""

    CHANGED = "changed"
    HANDED_OVER = "handed-over"
    PROGRESS = "progress"
    DELIVERED = "delivered"
    DONE = "done"
    RETURNED = "returned"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Alteration:
    """One field by its key in the file, as it was and as it became; empty where there was nothing.

    Agencies are ids, a deadline is its canonical text. `due_before` and `due_after` are the last
    days that the deadlines mean; only `due` has them.
    """

    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    due_before: date | None = None
    due_after: date | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened on a day; `by` is the document that it rests on.

    `text` is the note of progress or the reason. `period` is what was delivered for.
    """

    day: date
    kind: EventKind
    by: str | None = None
    text: str | None = None
    percent: int | None = None
    period: str | None = None
    evidence: tuple[str, ...] = ()
    alterations: tuple[Alteration, ...] = ()


def history(
    row: TaskRow, agencies: Mapping[str, Agency], settings: Settings, day: date
) -> tuple[Event, ...]:
    """Give the events of a task until a day, also that other agencies took over from its leads."""
    found = (
        *_changes(row, settings, day),
        *_handovers(row, agencies, day),
        *_records(row.task),
    )
    order = {kind: place for place, kind in enumerate(EventKind)}
    past = (event for event in found if event.day <= day)
    return tuple(sorted(past, key=lambda event: (event.day, order[event.kind])))


def _records(task: Task) -> Iterator[Event]:
    for one in task.progress:
        yield Event(one.day, EventKind.PROGRESS, text=one.note, percent=one.percent)
    for delivery in task.periods:
        if delivery.done is not None:
            yield Event(
                delivery.done,
                EventKind.DELIVERED,
                period=delivery.period,
                evidence=delivery.evidence,
            )
    if task.done is not None:
        yield Event(task.done, EventKind.DONE, evidence=task.evidence)
    for ending, kind in (
        (task.returned, EventKind.RETURNED),
        (task.cancelled, EventKind.CANCELLED),
    ):
        if ending is not None:
            yield Event(ending.day, kind, by=ending.by, text=ending.reason)


def _changes(row: TaskRow, settings: Settings, day: date) -> Iterator[Event]:
    bases = row.directive.bases
    before = given(row.task)
    for change in changes_until(row.task, day):
        after = amended(before, change)
        yield Event(
            change.day,
            EventKind.CHANGED,
            by=change.by,
            text=change.reason,
            alterations=tuple(
                Alteration(
                    field,
                    old,
                    new,
                    resolved(before, bases, settings) if field == "due" else None,
                    resolved(after, bases, settings) if field == "due" else None,
                )
                for field, old, new in _fields(before, after)
                if old != new
            ),
        )
        before = after


def _fields(before: Terms, after: Terms) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    yield "due", _due(before.deadline), _due(after.deadline)
    if after.due_text is not None:  # the words of an old deadline go with it, which is no news
        yield "due_text", _one(before.due_text), _one(after.due_text)
    yield "lead", before.leads, after.leads
    yield "with", before.coordinating, after.coordinating
    yield "title", (before.title,), (after.title,)
    yield "product", _one(before.product), _one(after.product)


def _due(deadline: Deadline | None) -> tuple[str, ...]:
    return () if deadline is None else (deadlines.write(deadline),)


def _one(text: str | None) -> tuple[str, ...]:
    return () if text is None else (text,)


def _handovers(row: TaskRow, agencies: Mapping[str, Agency], day: date) -> Iterator[Event]:
    """Give the days after the issue on which the successors of the leads of that day came in."""
    later = (lead for change in row.task.changes for lead in change.leads or ())
    successions = tuple(_successions((*row.task.leads, *later), agencies))
    for since in {one.since for one in successions if row.directive.issued < one.since <= day}:
        named = terms_on(row.task, since).leads
        before = responsible(named, row.tags, since - timedelta(days=1), agencies)
        after = responsible(named, row.tags, since, agencies)
        if before != after:
            bases = (one.basis for one in successions if one.since == since and one.agency in after)
            yield Event(
                since,
                EventKind.HANDED_OVER,
                by=next(filter(None, bases), None),
                alterations=(Alteration("responsible", before, after),),
            )


def _successions(leads: Iterable[str], agencies: Mapping[str, Agency]) -> Iterator[Succession]:
    """Give all successions by which tasks of the leads may have gone to others."""
    waiting = list(dict.fromkeys(leads))
    seen = set(waiting)
    for agency in waiting:
        known = agencies.get(agency)
        for one in known.successors if known else ():
            yield one
            if one.agency not in seen:
                seen.add(one.agency)
                waiting.append(one.agency)
