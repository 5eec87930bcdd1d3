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

    from stcli.deadlines import Bases, Deadline
    from stcli.model import Agency, Change, Ending, Succession, Task
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
    CONFIRMED = "confirmed"
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

    `text` is the note of progress or the reason. `period` is what was delivered for, or what a
    change is limited to, `agency` the member of a collective that delivered. `asked` is the day
    on which a change was asked for.
    """

    day: date
    kind: EventKind
    by: str | None = None
    text: str | None = None
    percent: int | None = None
    period: str | None = None
    agency: str | None = None
    asked: date | None = None
    evidence: tuple[str, ...] = ()
    alterations: tuple[Alteration, ...] = ()


def history(  # noqa: PLR0913 - a task, all that it depends on, and what part of it is told
    row: TaskRow,
    bases: Bases,
    agencies: Mapping[str, Agency],
    settings: Settings,
    day: date,
    *,
    period: str | None = None,
    member: str | None = None,
) -> tuple[Event, ...]:
    """Give the events of a task until a day, also that other agencies took over from its leads.

    With a period, those of that occurrence, with a member those of that one: what concerns others
    only is left out.
    """
    found = (
        *_changes(row, bases, settings, day),
        *_handovers(row, agencies, day),
        *_records(row),
    )
    found = tuple(
        event
        for event in found
        if period in {None, event.period or period} and member in {None, event.agency or member}
    )
    order = {kind: place for place, kind in enumerate(EventKind)}
    past = (event for event in found if event.day <= day)
    return tuple(sorted(past, key=lambda event: (event.day, order[event.kind])))


def _records(row: TaskRow) -> Iterator[Event]:
    task = row.task
    for confirmed in dict.fromkeys((row.directive.confirmed, task.confirmed)):
        if confirmed is not None:
            yield Event(confirmed, EventKind.CONFIRMED)
    for one in task.progress:
        yield Event(one.day, EventKind.PROGRESS, text=one.note, percent=one.percent)
    yield from _delivered(task)
    if task.done is not None:
        yield Event(task.done, EventKind.DONE, evidence=task.evidence)
    if task.returned is not None:
        yield _ended(task.returned, EventKind.RETURNED)
    if task.cancelled is not None:
        yield _ended(task.cancelled, EventKind.CANCELLED)


def _delivered(task: Task) -> Iterator[Event]:
    """Give what was delivered, or given up, for periods and by members."""
    for one in task.periods:
        if one.done is not None:
            yield Event(one.done, EventKind.DELIVERED, period=one.period, evidence=one.evidence)
        if one.cancelled is not None:
            yield _ended(one.cancelled, EventKind.CANCELLED, one.period)
    for part in task.members:
        if part.done is not None:
            yield Event(
                part.done,
                EventKind.DELIVERED,
                period=part.period,
                agency=part.agency,
                evidence=part.evidence,
            )


def _ended(end: Ending, kind: EventKind, period: str | None = None) -> Event:
    return Event(end.day, kind, by=end.by, text=end.reason, period=period)


def _changes(row: TaskRow, bases: Bases, settings: Settings, day: date) -> Iterator[Event]:
    before = given(row.task)
    for change in changes_until(row.task, day):
        after = amended(before, change)
        yield Event(
            change.day,
            EventKind.CHANGED,
            by=change.by,
            text=change.reason,
            period=change.period,
            asked=change.asked,
            alterations=(
                *(
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
                *_replacement(change),
            ),
        )
        if change.period is None:
            before = after


def _replacement(change: Change) -> Iterator[Alteration]:
    if change.replaced_by:
        yield Alteration("replaced_by", (), change.replaced_by)


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
