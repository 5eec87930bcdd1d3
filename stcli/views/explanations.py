"""A deadline explained: how words are read, or how the last day of a task came about."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from stcli.deadlines import (
    Bases,
    DeadlineProblem,
    Series,
    occurrences,
    parse,
    rolled,
    rolls,
    write,
)
from stcli.deadlines.phrases import DoubtKind, Recognition, recognise
from stcli.fulfilment.completion import bases_on
from stcli.fulfilment.recurrence import known_occurrences, occurrence_reckoning
from stcli.messages import say
from stcli.states import CLOSED, State, certainty, changes_until, reckoning
from stcli.views.reasons import Step, occurrence_steps, steps

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from stcli.calendar import Certainty
    from stcli.deadlines import Deadline, Occurrence
    from stcli.messages import Message
    from stcli.references import References
    from stcli.settings import Settings
    from stcli.states import Standing
    from stcli.views.details import TaskDetail

_SHOWN: Final = 6
"""Occurrences of a series that are listed as examples."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a deadline has its last day: `of_task` that of a task, else what words mean.

    `due` is the last day as written, `effective_due` that by which lateness counts, `moved` the
    working day to which article 148.5 moves it, whatever the office has chosen. `doubts` are what
    the words leave open, `others` further readings. It is not `complete` where a period is counted
    from an event whose day is not known: no deadline could be entered then. `falls_due` are the
    next occurrences of a series, each with the day by which lateness counts.
    """

    subject: str
    of_task: bool
    reading: Deadline | None
    due: date | None
    effective_due: date | None
    moved: date | None
    certainty: Certainty | None
    complete: bool
    doubts: tuple[Message, ...]
    others: tuple[Deadline, ...]
    steps: tuple[Step, ...]
    falls_due: tuple[tuple[Occurrence, date], ...] = ()


def explain_words(text: str, said_on: date | None, settings: Settings, today: date) -> Explanation:
    """Explain words of a document, or a deadline of the format, said on a day or about an event.

    Periods that name no other start are counted from that day. A series is shown from that day
    on, else from today.
    """
    try:
        read = Recognition(parse(text))
    except DeadlineProblem:
        read = recognise(text, said_on)
    reading, bases = read.deadline, Bases(said_on, said_on, said_on)
    found = reckoning(reading, bases, settings)
    return Explanation(
        subject=text,
        of_task=False,
        reading=reading,
        due=found and found.last,
        effective_due=found and found.effective,
        moved=_moved(reading, found and found.last, settings),
        certainty=certainty(found, settings),
        complete=said_on is not None or not _awaits_event(read),
        doubts=tuple(doubt.message for doubt in read.doubts),
        others=tuple(one for one in read.alternatives if one != reading),
        steps=() if reading is None else tuple(steps(reading, bases, settings)),
        falls_due=_examples(reading, said_on or today, settings),
    )


def explain_task(detail: TaskDetail, references: References, settings: Settings) -> Explanation:
    """Explain the last day of a task or of an occurrence, or when a recurring task falls due."""
    directive = detail.first.directive
    bases = bases_on(directive, references, detail.as_of)
    standing = None if detail.row is None else detail.row.standing
    reading = detail.terms.deadline if standing is None else standing.deadline
    due = standing and standing.due
    return Explanation(
        subject=detail.reference,
        of_task=True,
        reading=reading,
        due=due,
        effective_due=standing and standing.effective_due,
        moved=_moved(reading, due, settings),
        certainty=standing and standing.calendar,
        complete=True,
        doubts=(),
        others=(),
        steps=tuple(_of_task(detail, bases, settings)),
        falls_due=() if standing else _examples(reading, detail.as_of, settings),
    )


def _of_task(detail: TaskDetail, bases: Bases, settings: Settings) -> Iterator[Step]:
    """Give the steps from what the directive says through each change of the deadline."""
    row = detail.first
    yield from _set(row.task.due, row.task.due_text, row.directive.issued, row.directive_reference)
    whole = detail.row is None
    occurrence = None if whole else row.occurrence
    if row.task.due is not None and occurrence is None:
        yield from steps(row.task.due, bases, settings)
    for change in changes_until(row.task, detail.as_of):
        if change.due is None or change.period not in {None, row.period}:
            continue
        yield from _set(change.due, change.due_text, change.day, change.by)
        if occurrence is None or change.period is not None:
            yield from steps(change.due, bases, settings)
    if occurrence is not None and row.standing.extensions == 0:
        series = _series_of(detail, occurrence, settings)
        if series is not None:
            yield from occurrence_steps(occurrence, series, settings)
    if not whole:
        yield from _lateness(row.standing, detail.as_of)


def _set(deadline: Deadline | None, text: str | None, day: date, by: str | None) -> Iterator[Step]:
    """Give what a document set as the deadline, and how it was entered."""
    if deadline is None:
        yield Step(say("no deadline is stated"), day, by)
    elif text is None:
        yield Step(say("set to `{deadline}`", deadline=write(deadline)), day, by)
    else:
        words = say("“{text}”, entered as `{deadline}`", text=text, deadline=write(deadline))
        yield Step(words, day, by)


def _series_of(detail: TaskDetail, occurrence: Occurrence, settings: Settings) -> Series | None:
    row = detail.first
    for known, span in known_occurrences(row.directive, row.task, detail.as_of, settings):
        if known.period == occurrence.period:
            return span.series
    return None


def _lateness(standing: Standing, day: date) -> Iterator[Step]:
    """Give what lateness counts from, and to."""
    due = standing.effective_due
    if due is None:
        return
    if standing.done is not None:
        yield Step(_ended(standing.days_late), standing.done)
    elif standing.state is State.OVERDUE:
        yield Step(say("{count} days late", count=standing.days_late), day)
    elif standing.state not in CLOSED:
        yield Step(say("{count} days left", count=(due - day).days), day)


def _ended(late: int) -> Message:
    return say("completed {count} days late", count=late) if late else say("completed in time")


def _awaits_event(read: Recognition) -> bool:
    return any(doubt.kind is DoubtKind.EVENT for doubt in read.doubts)


def _moved(deadline: Deadline | None, due: date | None, settings: Settings) -> date | None:
    """Give the day to which article 148.5 moves a last day, itself where it does not."""
    if deadline is None or due is None or not rolls(deadline):
        return due
    return rolled(due, settings.calendar).effective


def _examples(
    deadline: Deadline | None, since: date, settings: Settings
) -> tuple[tuple[Occurrence, date], ...]:
    if not isinstance(deadline, Series):
        return ()
    inclusive = settings.before_inclusive
    found = islice(occurrences(deadline, since, before_inclusive=inclusive), _SHOWN)
    return tuple((one, occurrence_reckoning(one, deadline, settings).effective) for one in found)
