"""The last day of a deadline, counted as the Civil Code 91/2015/QH13 says, articles 144 to 148."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, assert_never

from stcli.calendar import Calendar
from stcli.deadlines.days import month_length
from stcli.deadlines.kinds import (
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
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from stcli.deadlines.kinds import Deadline

BY_LAW = Calendar()
"""The calendar of nobody: days off by law alone, none of them decided by a notice."""

_ONE_DAY = timedelta(days=1)
_DAYS_A_WEEK = 7
_SHORTEST_MONTH = 28
_MONTHS_A_YEAR = 12

# Bound once, as looking up a member of an enumeration takes longer than the counting.
_DAY, _WORKING_DAY, _MONTH, _YEAR = Unit.DAY, Unit.WORKING_DAY, Unit.MONTH, Unit.YEAR


def _nothing_completed(_: str) -> date | None:
    return None


@dataclass(frozen=True, slots=True)
class Bases:
    """The days that a deadline of a directive can be counted from; None where one is not known.

    `completed` gives the day on which another task was completed, by its reference as written.
    """

    issued: date | None
    received: date | None
    effective: date | None
    completed: Callable[[str], date | None] = _nothing_completed


class Reckoning(NamedTuple):
    """A last day as written, and the effective one, to which it moves from a day off work.

    `since` is the day from which on the calendar was asked, `None` where it was not.
    """

    last: date
    effective: date
    since: date | None


def last_day(
    deadline: Deadline,
    bases: Bases,
    calendar: Calendar = BY_LAW,
    *,
    before_inclusive: bool = False,
) -> date | None:
    """Give the last day as written, or None for a deadline without one.

    Without a day are ongoing tasks, a count whose base is missing (see `missing_base`) or not
    completed yet, and a series, which has a last day for each of its occurrences.
    `before_inclusive` makes `before` a day mean that day itself, as many offices read it, and not
    the day before. No day off work moves a last day here; `reckon` does that.
    """
    match deadline:
        case Period():
            return deadline.last
        case Day():
            return deadline.day
        case Count() | Ahead():
            return _counted(deadline, bases, calendar)
        case Before():
            return deadline.day if before_inclusive else deadline.day - _ONE_DAY
        case Ongoing() | Series():
            return None
    assert_never(deadline)


def reckon(
    deadline: Deadline,
    bases: Bases,
    calendar: Calendar,
    *,
    before_inclusive: bool = False,
    roll: bool = False,
) -> Reckoning | None:
    """Give the last day as written and the day by which lateness counts; None without a last day.

    With `roll` a last day off work moves to the next working day, as article 148.5 has it for
    civil periods; whether the deadline of a task follows it is an office's choice. What is asked
    for until an hour, or some days ahead of another day, is not moved: later would be too late.
    """
    last = last_day(deadline, bases, calendar, before_inclusive=before_inclusive)
    if last is None:
        return None
    match deadline:
        case Count(unit=Unit.WORKING_DAY):
            return Reckoning(last, last, start(deadline, bases))
        case Ahead(unit=Unit.WORKING_DAY):
            return Reckoning(last, last, last)
        case _:
            movable = roll and rolls(deadline)
            return rolled(last, calendar) if movable else Reckoning(last, last, None)


def in_working_days(deadline: Deadline) -> bool:
    """Tell whether a deadline is counted by working days."""
    return isinstance(deadline, Count | Ahead) and deadline.unit is Unit.WORKING_DAY


def rolled(last: date, calendar: Calendar) -> Reckoning:
    """Give a last day moved from a day off to the next working day (article 148.5)."""
    return Reckoning(last, calendar.on_or_after(last), last)


def rolls(deadline: Deadline) -> bool:
    """Tell whether the last day of a deadline can move from a day off to a later working day."""
    match deadline:
        case Day(hour=hour) | Series(hour=hour):
            return hour is None
        case Ahead() | Ongoing():
            return False
        case _:
            return True


def missing_base(deadline: Deadline, bases: Bases) -> Base | None:
    """Give the base that the deadline is counted from, if the directive does not have that day."""
    match deadline:
        case Count(base=Base() as base) | Ahead(base=Base() as base):
            return base if getattr(bases, base) is None else None
        case _:
            return None


def start(of: Count | Ahead, bases: Bases) -> date | None:
    """Give the day that is counted from, None where it is not known or has not come."""
    match of.base:
        case date():
            return of.base
        case Completion(reference):
            return bases.completed(reference)
        case base:
            found: date | None = getattr(bases, base)  # each base is named as its day
            return found


def _counted(of: Count | Ahead, bases: Bases, calendar: Calendar) -> date | None:
    """Give the last day of a count.

    The first day, or the day of the event, is not counted (article 147). Days end with the last
    of them; weeks, months and years end on the corresponding day, or where the month has none, on
    the month's last day (article 148). Working days are those of the calendar. Ahead of a day
    the same is counted back.
    """
    begin = start(of, bases)
    if begin is None:
        return None
    unit = of.unit
    amount = of.amount if of.__class__ is Count else -of.amount
    if unit is _WORKING_DAY:
        return calendar.add_working_days(begin, amount)
    if unit is _MONTH:
        return _months_later(begin, amount)
    if unit is _YEAR:
        return _months_later(begin, _MONTHS_A_YEAR * amount)
    days = amount if unit is _DAY else _DAYS_A_WEEK * amount
    return date.fromordinal(begin.toordinal() + days)


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, _MONTHS_A_YEAR)
    year, month = day.year + years, month + 1
    if day.day <= _SHORTEST_MONTH:
        return date(year, month, day.day)
    return date(year, month, min(day.day, month_length(year, month)))
