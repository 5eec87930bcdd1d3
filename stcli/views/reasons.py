"""How the last day of a deadline is found: step by step, each with the law or notice behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, assert_never

from stcli.calendar import DayOff, Swap
from stcli.deadlines import (
    Ahead,
    Base,
    Before,
    Completion,
    Count,
    Day,
    Ongoing,
    Period,
    Series,
    Unit,
    last_day,
    rolls,
    start,
)
from stcli.messages import Message, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.deadlines import Bases, Deadline, Occurrence
    from stcli.settings import Settings

_CIVIL_CODE: Final = "91/2015/QH13, điều {}"
"""The Civil Code, of whose articles 144 to 148 each step names the one it follows."""

_ARTICLES: Final = {
    Unit.DAY: "148.1",
    Unit.WORKING_DAY: "148.1",
    Unit.WEEK: "148.2",
    Unit.MONTH: "148.3",
    Unit.YEAR: "148.4",
}
_LENGTHS: Final = {
    Unit.DAY: (say("{count} day", count=1), say("{count} days", count=2)),
    Unit.WORKING_DAY: (say("{count} working day", count=1), say("{count} working days", count=2)),
    Unit.WEEK: (say("{count} week", count=1), say("{count} weeks", count=2)),
    Unit.MONTH: (say("{count} month", count=1), say("{count} months", count=2)),
    Unit.YEAR: (say("{count} year", count=1), say("{count} years", count=2)),
}
"""One of each unit, and several; the number is filled in where it is known."""

_SATURDAY: Final = 5
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way to a last day: what is done, the day it gives, and what it rests on."""

    text: Message
    day: date | None = None
    rests_on: str | None = None


def steps(deadline: Deadline, bases: Bases, settings: Settings) -> Iterator[Step]:
    """Give the steps from a deadline to its last day, and to the day by which lateness counts.

    A series has no last day of its own; see `occurrence_steps`.
    """
    calendar, inclusive = settings.calendar, settings.before_inclusive
    last = last_day(deadline, bases, calendar, before_inclusive=inclusive)
    match deadline:
        case Day(day, None):
            yield Step(say("the day itself is the last one"), day, _article("148.6"))
        case Day(day, hour):
            yield Step(say("until {hour} of the day", hour=f"{hour:%H:%M}"), day)
        case Before():
            yield _before(last, settings)
        case Period():
            text = say("within {deadline}: its last day", deadline=deadline)
            yield Step(text, deadline.last, _article("148.6"))
        case Count() | Ahead():
            yield from _counting(deadline, bases, settings)
        case Ongoing():
            yield Step(say("it goes on, and has no last day"))
        case Series():
            yield Step(say("it falls due again and again: {deadline}", deadline=deadline))
        case _:
            assert_never(deadline)
    if last is not None:
        yield from _moving(deadline, last, settings)


def occurrence_steps(occurrence: Occurrence, series: Series, settings: Settings) -> Iterator[Step]:
    """Give the steps to the last day of one occurrence of a series."""
    text = say("it falls due again and again: {deadline}", deadline=series)
    yield Step(text)
    named = say("its day for {period}", period=occurrence.period)
    if series.strict:
        _, rests_on = _reading_of_before(settings)
        yield Step(named, occurrence.due, rests_on)
    else:
        yield Step(named, occurrence.due)
    yield from _moving(series, occurrence.due, settings)


def _before(last: date | None, settings: Settings) -> Step:
    text, rests_on = _reading_of_before(settings)
    return Step(text, last, rests_on)


def _reading_of_before(settings: Settings) -> tuple[Message, str]:
    """Give how an office reads `trước ngày`, which no law settles."""
    if settings.before_inclusive:
        return say("the day named is included, as the office reads it"), "before: inclusive"
    return say("the day before the one named, which is not included"), "before: strict"


def _counting(deadline: Count | Ahead, bases: Bases, settings: Settings) -> Iterator[Step]:
    begin = start(deadline, bases)
    base = deadline.base
    if begin is None:
        yield Step(_not_known(base))
        return
    yield Step(_start_named(base), begin)
    article = "147.2" if isinstance(base, date) else "147.3"
    yield Step(say("this day is not counted"), None, _article(article))
    last = last_day(deadline, bases, settings.calendar)
    assert last is not None  # noqa: S101 - whose start is known has a last day
    if deadline.unit is Unit.WORKING_DAY:
        yield from _left_out(min(begin, last) + _ONE_DAY, max(begin, last), settings)
    yield Step(_counted(deadline), last, _article(_ARTICLES[deadline.unit]))
    if deadline.unit in {Unit.MONTH, Unit.YEAR} and last.day != begin.day:
        text = say("the month has no day {day}: its last one stands for it", day=begin.day)
        yield Step(text, last, _article("148.3"))


def _counted(deadline: Count | Ahead) -> Message:
    if isinstance(deadline, Ahead):
        return say("{length} back", length=length(deadline))
    return say("{length} on", length=length(deadline))


def length(count: Count | Ahead) -> Message:
    """Give how long a count is, without what it is counted from."""
    one, several = _LENGTHS[count.unit]
    return Message((one if count.amount == 1 else several).template, (("count", count.amount),))


def _start_named(base: Base | date | Completion) -> Message:
    match base:
        case Base.ISSUED:
            return say("counted from the day of issue")
        case Base.RECEIVED:
            return say("counted from the day of receipt")
        case Base.EFFECTIVE:
            return say("counted from the day of taking effect")
        case Completion(reference):
            return say("counted from the completion of {reference}", reference=reference)
        case _:
            return say("counted from the day named")


def _not_known(base: Base | date | Completion) -> Message:
    match base:
        case Completion(reference):
            return say(
                "`{reference}` is not completed yet: no last day so far", reference=reference
            )
        case Base.ISSUED:
            return say("the day that it is counted from is not known: no last day")
        case Base.RECEIVED:
            return say("the day of receipt is not known: no last day")
        case _:
            return say("the day of taking effect is not known: no last day")


def _left_out(first: date, last: date, settings: Settings) -> Iterator[Step]:
    """Give the days off and the weekend days worked between two days, and count the weekends."""
    weekend = 0
    for day in map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1)):
        row = _listed(day, settings)
        working = settings.calendar.is_working(day)
        if day.weekday() >= _SATURDAY and not working:
            weekend += 1
        elif row is not None:
            yield _step_of(row, day)
    if weekend:
        yield Step(say("left out {count} days of weekends", count=weekend))


def _listed(day: date, settings: Settings) -> DayOff | Swap | None:
    """Give the row of the calendar for a day; a swap wins over a day off."""
    found: DayOff | Swap | None = None
    for row in settings.calendar.rows(day.year):
        match row:
            case Swap(rest, work) if day in {rest, work}:
                return row
            case DayOff(off) if off == day:
                found = row
    return found


def _step_of(row: DayOff | Swap, day: date) -> Step:
    match row:
        case DayOff(name=name, document=document):
            return Step(say("off: {name}", name=name), day, document)
        case Swap(rest, work, document) if day == rest:
            return Step(say("off: {other} is worked for it", other=work), day, document)
        case Swap(rest, document=document):
            return Step(say("worked for {other}", other=rest), day, document)
    assert_never(row)


def _moving(deadline: Deadline, last: date, settings: Settings) -> Iterator[Step]:
    """Give what becomes of a last day that is off work."""
    calendar = settings.calendar
    if calendar.is_working(last):
        return
    row = _listed(last, settings)
    yield _step_of(row, last) if row else Step(say("a day of the weekend"), last)
    moved = calendar.on_or_after(last)
    if not rolls(deadline):
        yield Step(say("it is not moved: later would be too late"), last)
    elif settings.roll:
        yield Step(say("it moves to the next working day"), moved, _article("148.5"))
    else:
        text = say(
            "the office leaves it; moved to the next working day it would be {day}", day=moved
        )
        yield Step(text, last, "roll: none")


def _article(number: str) -> str:
    return _CIVIL_CODE.format(number)
