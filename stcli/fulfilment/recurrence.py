"""Recurring tasks on a day: each occurrence of the series with a state of its own."""

from __future__ import annotations

from datetime import timedelta
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from stcli.deadlines import Occurrence, Reckoning, Series, occurrences, rolled, rolls
from stcli.states import (
    Course,
    Record,
    Standing,
    State,
    amended,
    changes_until,
    given,
    reckoning,
    recorded,
    stand,
    standing_from,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from typing import TypeAlias

    from stcli.deadlines import Bases, Deadline
    from stcli.model import Directive, Task
    from stcli.settings import Settings

    Recorded: TypeAlias = Mapping[str, Record]
    """What is recorded by the names of periods."""


_LONGEST_PERIOD = timedelta(days=800)
"""More than a year and the one after it, in which its day may lie."""


class Stretch(NamedTuple):
    """A deadline from the day it is set until the day another takes its place, if one does.

    `text` are the words of the document.
    """

    deadline: Deadline | None
    text: str | None
    since: date
    until: date | None

    @property
    def series(self) -> Series | None:
        """The deadline, where it is a series."""
        return self.deadline if isinstance(self.deadline, Series) else None


def is_recurring(task: Task) -> bool:
    """Tell whether a task is, or by a change becomes, one that falls due again and again."""
    if task.due.__class__ is Series:
        return True
    return bool(task.changes) and any(
        change.due.__class__ is Series and change.period is None for change in task.changes
    )


def stretches(directive: Directive, task: Task, day: date) -> tuple[Stretch, ...]:
    """Give the deadlines that a task as a whole had until a day, one after the other."""
    changes = [one for one in changes_until(task, day) if one.due and one.period is None]
    set_on = (
        (task.due, task.due_text, directive.issued),
        *((one.due, one.due_text, max(one.day, directive.issued)) for one in changes),
    )
    ends = (*(since for _, _, since in set_on[1:]), None)
    return tuple(Stretch(*one, until) for one, until in zip(set_on, ends, strict=True))


def deliveries(task: Task, day: date) -> Recorded:
    """Give what is recorded by a day for the periods of a task, the first entry of each."""
    found: dict[str, Record] = {}
    for one in task.periods:
        if one.done is not None and one.done <= day:
            found.setdefault(one.period, Record(one.done, one.evidence))
        elif one.cancelled is not None and one.cancelled.day <= day:
            end = Record(None, one.evidence, State.CANCELLED, one.cancelled.day)
            found.setdefault(one.period, end)
    return found


def known_occurrences(
    directive: Directive, task: Task, day: date, settings: Settings
) -> Iterator[tuple[Occurrence, Stretch]]:
    """Give the occurrences of a recurring task, by all that has been changed until a day.

    They go on as long as the series does. A period has one occurrence: where another series takes
    over in the middle of it, that by which it falls due later than the day of the change, or if
    that has passed by both, that of the old one.
    """
    seen: set[str] = set()
    spans = stretches(directive, task, day)
    for span, following in zip_longest(spans, spans[1:]):
        if span.series is not None:
            for occurrence in _within(span.series, span, following, settings):
                if occurrence.period not in seen:
                    seen.add(occurrence.period)
                    yield occurrence, span


def standings(  # noqa: PLR0913 - the first five are those of any task on a day
    directive: Directive,
    task: Task,
    bases: Bases,
    day: date,
    settings: Settings,
    *,
    until: date,
) -> Iterator[tuple[Occurrence | None, Standing]]:
    """Give the occurrences of a recurring task with how each stands on a day, in their order.

    These are all that have fallen due, the next one, what falls due until a day that may be
    later, and those for which something is recorded. A series that was given up (done, cancelled,
    returned or replaced as a whole) has none after the one that was running then, which shares
    its end. Where a change has put one day in place of the series, the task follows last, without
    an occurrence; so does a task of which nothing ever falls due, which stands by itself alone.
    """
    known, end = deliveries(task, day), recorded(task, day)
    ended_on = end.on or end.done
    found = next_is_past = False
    for occurrence, span in known_occurrences(directive, task, day, settings):
        record = known.get(occurrence.period)
        last = ended_on is not None and occurrence.due >= ended_on
        if not next_is_past or record is not None or occurrence.due <= until:
            found = True
            record = record or (end if last else Record())
            stands = _standing(task, (occurrence, span), record, bases, (day, settings))
            yield occurrence, stands
        next_is_past = next_is_past or occurrence.due >= day
        awaited = any(_to_come(name, occurrence) for name in known)
        if last or (next_is_past and occurrence.due > until and not awaited):
            break
    if not found or stretches(directive, task, day)[-1].deadline.__class__ is not Series:
        yield None, standing_from(bases, task, day, settings)


def occurrence_reckoning(
    occurrence: Occurrence, series: Series | None, settings: Settings
) -> Reckoning:
    """Give what an office makes of the last day of an occurrence."""
    if settings.roll and series is not None and rolls(series):
        return rolled(occurrence.due, settings.calendar)
    return Reckoning(occurrence.due, occurrence.due, None)


def unmatched(
    directive: Directive, task: Task, periods: Iterable[str], day: date, settings: Settings
) -> frozenset[str]:
    """Give the names of periods that no occurrence of a task has, changes until a day included."""
    left = set(periods)
    for occurrence, _ in known_occurrences(directive, task, day, settings):
        left.discard(occurrence.period)
        if not any(_to_come(name, occurrence) for name in left):
            break
    return frozenset(left)


def _within(
    series: Series, span: Stretch, following: Stretch | None, settings: Settings
) -> Iterator[Occurrence]:
    """Give the occurrences of one series until another deadline takes its place.

    Of those that are not over by then only what the other one leaves is kept.
    """
    inclusive = settings.before_inclusive
    left = _left_by(following, series, inclusive=inclusive)
    for occurrence in occurrences(series, span.since, before_inclusive=inclusive):
        if span.until is None or occurrence.due < span.until or left.has(occurrence.period):
            yield occurrence
        elif left.is_past(occurrence.period):
            return


class _Left(NamedTuple):
    """The periods that a series leaves to the one before it.

    Those before its `first`, by name, and those whose new day had `passed` when it was set.
    """

    first: str
    passed: frozenset[str] = frozenset()

    def has(self, period: str) -> bool:
        """Tell whether a period is left."""
        return period < self.first or period in self.passed

    def is_past(self, period: str) -> bool:
        """Tell whether no period after one is left."""
        return all(one <= period for one in (self.first, *self.passed))


def _left_by(following: Stretch | None, series: Series, *, inclusive: bool) -> _Left:
    """Give what the following deadline leaves: nothing, if its periods are others or none."""
    if following is None or not _same_periods(following.deadline, series):
        return _Left("")
    other, since = following.deadline, following.since
    later = occurrences(other, since, before_inclusive=inclusive)
    earlier = takewhile(
        lambda one: one.due < since,
        occurrences(other, since - _LONGEST_PERIOD, before_inclusive=inclusive),
    )
    first = next((one.period for one in later), "")
    return _Left(first, frozenset(one.period for one in earlier))


def _same_periods(other: Deadline | None, series: Series) -> TypeGuard[Series]:
    """Tell whether another deadline is a series whose periods are named as those of the first."""
    return (
        isinstance(other, Series)
        and other.every is series.every
        and (len(other.anchors) > 1) == (len(series.anchors) > 1)
    )


def _to_come(period: str, occurrence: Occurrence) -> bool:
    """Tell whether a name is that of a later period: names of one kind are in order."""
    return period > occurrence.period and _kind(period) == _kind(occurrence.period)


def _kind(period: str) -> tuple[int, str]:
    letter = period[5:6]
    return len(period), letter if letter.isalpha() else ""


def _standing(
    task: Task,
    known: tuple[Occurrence, Stretch],
    record: Record,
    bases: Bases,
    on: tuple[date, Settings],
) -> Standing:
    """Give how one occurrence stands on a day, with the changes of the task and those of its own.

    What was delivered stays with those who led then: later changes do not reach it.
    """
    (occurrence, span), (day, settings) = known, on
    terms = given(task)
    first = occurrence_reckoning(occurrence, span.series, settings)
    course = Course(first, first)
    deadline, text = span.deadline, span.text
    for change in changes_until(task, record.done or day):
        own = change.period == occurrence.period
        if not own and change.period is not None:
            continue
        terms = amended(terms, change)
        if own and change.due is not None:
            course = course.then(reckoning(change.due, bases, settings))
            deadline, text = change.due, change.due_text
        if own and change.replaced_by and record.done is None:
            record = Record(None, (), State.CANCELLED, change.day, change.replaced_by)
    terms = terms._replace(deadline=deadline, due_text=text)
    return stand(terms, course, record, day, settings)
