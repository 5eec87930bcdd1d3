"""The last day of a deadline, counted as the Civil Code 91/2015/QH13 says, articles 144 to 148."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, assert_never

from stcli.deadlines.days import month_length
from stcli.deadlines.kinds import Base, Before, Count, Day, Ongoing, Period, Series, Unit

if TYPE_CHECKING:
    from stcli.deadlines.kinds import Deadline

_ONE_DAY = timedelta(days=1)
_DAYS_A_WEEK = 7
_SHORTEST_MONTH = 28
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Bases:
    """The days of a directive that a deadline can be counted from; None where it is not known."""

    issued: date | None
    received: date | None
    effective: date | None


def last_day(deadline: Deadline, bases: Bases, *, before_inclusive: bool = False) -> date | None:
    """Give the last day on which the task is on time, or None for a deadline without one.

    Without a day are ongoing tasks, a count whose base is missing (see `missing_base`), and what
    this version does not compute (see `uncounted`). `before_inclusive` makes `before` a day mean
    that day itself, as many offices read it, and not the day before. No day off work moves a
    last day here.
    """
    match deadline:
        case Period():
            return deadline.last
        case Day():
            return deadline.day
        case Count():
            return _counted(deadline, bases)
        case Before():
            return deadline.day if before_inclusive else deadline.day - _ONE_DAY
        case Ongoing() | Series():
            return None
    assert_never(deadline)


def uncounted(deadline: Deadline) -> bool:
    """Tell whether the deadline is read and kept, but its days are not computed by this version."""
    match deadline:
        case Series() | Count(unit=Unit.WORKING_DAY):
            return True
        case _:
            return False


def missing_base(deadline: Deadline, bases: Bases) -> Base | None:
    """Give the base that the deadline is counted from, if the directive does not have that day."""
    match deadline:
        case Count(base=Base() as base) if _start(base, bases) is None:
            return base
        case _:
            return None


def _counted(count: Count, bases: Bases) -> date | None:
    """Give the last day of a count.

    The first day is not counted (article 147). Days end with the last of them; weeks, months and
    years end on the corresponding day, or where the month has none, on the month's last day
    (article 148).
    """
    start = _start(count.base, bases)
    if start is None:
        return None
    match count.unit:
        case Unit.DAY:
            return date.fromordinal(start.toordinal() + count.amount)
        case Unit.WEEK:
            return date.fromordinal(start.toordinal() + _DAYS_A_WEEK * count.amount)
        case Unit.MONTH:
            return _months_later(start, count.amount)
        case Unit.YEAR:
            return _months_later(start, _MONTHS_A_YEAR * count.amount)
        case Unit.WORKING_DAY:
            return None
    assert_never(count.unit)


def _start(base: Base | date, bases: Bases) -> date | None:
    match base:
        case Base.ISSUED:
            return bases.issued
        case Base.RECEIVED:
            return bases.received
        case Base.EFFECTIVE:
            return bases.effective
        case date():
            return base
    assert_never(base)


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, _MONTHS_A_YEAR)
    year, month = day.year + years, month + 1
    if day.day <= _SHORTEST_MONTH:
        return date(year, month, day.day)
    return date(year, month, min(day.day, month_length(year, month)))
