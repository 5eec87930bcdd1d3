"""A day or period, as far as it is stated, made a deadline with the help of the day it was said."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, assert_never, cast

from stcli.days import FIRST_YEAR, LAST_YEAR
from stcli.deadlines.days import month_length, parse_month_day, real_day
from stcli.deadlines.kinds import Before, Day, Period, Span, Weekday
from stcli.deadlines.phrases import doubts
from stcli.deadlines.phrases.forms import formed
from stcli.deadlines.phrases.parts import (
    CalendarDay,
    DayOfWeek,
    Edge,
    NearDay,
    QuarterDay,
    Stretch,
    Week,
    Years,
)
from stcli.deadlines.phrases.recognition import Recognition

if TYPE_CHECKING:
    from stcli.deadlines.phrases.gathering import Clause
    from stcli.deadlines.phrases.parts import Clock
    from stcli.deadlines.phrases.recognition import Doubt

_DAY = timedelta(days=1)
_MIDNIGHT = time(0, 0)
_DAYS_A_WEEK = 7
_FRIDAY, _SATURDAY = 4, 5
_MONTHS_A_YEAR = 12
_PARTS = {Span.MONTH: 12, Span.QUARTER: 4, Span.HALF_YEAR: 2, Span.YEAR: 1}
_LEAP_YEARS = 9
_NUMBERS = {weekday: number for number, weekday in enumerate(Weekday)}


def resolve(clause: Clause, said_on: date | None) -> Recognition:
    """Give the deadline of one clause; None with the doubt where the day said is needed for it."""
    match clause.when:
        case CalendarDay() as when:
            return _dated(clause, *the_day(when, said_on))
        case NearDay(later):
            if said_on is None:
                return Recognition(None, (doubts.relative(read=False),))
            return _dated(clause, said_on + later * _DAY)
        case DayOfWeek() as when:
            return _weekday(clause, when, said_on)
        case Week(later):
            return _week(clause, later, said_on)
        case Stretch() as stretch:
            return _stretch(clause, stretch, said_on)
        case Years(first, last, programme):
            return _years(clause, first, last, programme=programme)
        case QuarterDay():
            return Recognition(None, (doubts.no_day(),))
    assert_never(clause.when)


def the_day(when: CalendarDay, said_on: date | None) -> tuple[date | None, Doubt | None]:
    """Give the day, the next such one where year or month are not stated, and the doubt then."""
    if when.month is not None and when.year is not None:
        return real_day(f"{when.year:04}-{when.month:02}-{when.day:02}"), None
    if when.month is not None:
        parse_month_day(f"{when.month:02}-{when.day:02}")
    missing = doubts.no_year() if when.later is None else doubts.relative(read=False)
    if said_on is None:
        return None, missing
    if when.month is None:
        months = said_on.year * _MONTHS_A_YEAR + said_on.month - 1 + (when.later or 0)
        choices = [divmod(months + more, _MONTHS_A_YEAR) for more in range(_MONTHS_A_YEAR)]
    else:
        year = said_on.year + (when.later or 0)
        choices = [(year + more, when.month - 1) for more in range(_LEAP_YEARS)]
    possible = [
        date(year, month + 1, when.day)
        for year, month in choices
        if year <= LAST_YEAR and 1 <= when.day <= month_length(year, month + 1)
    ]
    if when.later is not None:
        return (possible[0], None) if possible else (None, missing)
    return next((day for day in possible if day >= said_on), None), missing


def _dated(clause: Clause, day: date | None, doubt: Doubt | None = None) -> Recognition:
    """Give a day with its limit and hour; an hour settles what `trước` the day leaves open."""
    found = () if doubt is None else (doubt,)
    if day is None:
        return Recognition(None, found)
    strict, clock = clause.strict, clause.clock
    if clock is not None and not (strict and clock.hour == _MIDNIGHT):
        return Recognition(Day(day, clock.hour), found)
    if strict:
        return Recognition(Before(day), (*found, doubts.before(day)))
    return Recognition(Day(day), found)


def _weekday(clause: Clause, when: DayOfWeek, said_on: date | None) -> Recognition:
    """Give the day of this or the next week, or if neither is said the next such day."""
    if said_on is None:
        return Recognition(None, (doubts.relative(read=False),))
    ahead = _NUMBERS[when.weekday] - said_on.weekday()
    if when.later is not None:
        return _dated(clause, said_on + (ahead + _DAYS_A_WEEK * when.later) * _DAY)
    return _dated(clause, said_on + ahead % _DAYS_A_WEEK * _DAY, doubts.relative(read=True))


def _week(clause: Clause, later: int, said_on: date | None) -> Recognition:
    """Give the Friday of a week, on which it ends for offices; its Sunday may be meant too."""
    if said_on is None:
        return Recognition(None, (doubts.relative(read=False),))
    monday = said_on + (_DAYS_A_WEEK * later - said_on.weekday()) * _DAY
    if clause.strict:
        return Recognition(Day(monday - _DAY), (doubts.relative(read=True),))
    friday, sunday = monday + _FRIDAY * _DAY, monday + (_DAYS_A_WEEK - 1) * _DAY
    if friday < said_on:
        return _with_clock(Recognition(Day(sunday), (doubts.relative(read=True),)), clause.clock)
    found = Recognition(Day(friday), (doubts.relative(read=True),), (Day(sunday),))
    return _with_clock(found, clause.clock)


def _stretch(clause: Clause, stretch: Stretch, said_on: date | None) -> Recognition:
    period, doubt = _period(stretch, said_on)
    found = () if doubt is None else (doubt,)
    if period is None:
        return Recognition(None, found)
    if stretch.edge is not None:
        day = edge_of(period, stretch.edge)
        if day is None:
            return Recognition(None, (*found, doubts.vague()))
        return _dated(clause, day, doubt)
    if clause.strict and clause.ended:
        return _dated(clause, period.last, doubt)
    if clause.strict:
        return _with_clock(Recognition(Day(period.first - _DAY), found), clause.clock)
    bare_year = stretch.span is Span.YEAR and stretch.year is not None
    if bare_year and clause.until and not clause.ended:
        found = (*found, doubts.horizon())
    return _with_clock(Recognition(period, found), clause.clock)


def edge_of(period: Period, edge: Edge) -> date | None:
    """Give the day at an edge of a period.

    The Civil Code 91/2015/QH13, article 146, fixes them: a month begins on its first day, has its
    middle on the 15th and ends on its last; a year has 1 January, 30 June and 31 December. For
    the beginning and middle of a quarter or of half a year it has no day; their end is their last.
    """
    match edge:
        case Edge.START:
            return period.first if period.unit in {Span.MONTH, Span.YEAR} else None
        case Edge.END:
            return period.last
        case Edge.MIDDLE:
            if period.unit is Span.MONTH:
                return period.first.replace(day=15)
            return date(period.first.year, 6, 30) if period.unit is Span.YEAR else None
    assert_never(edge)


def _period(stretch: Stretch, said_on: date | None) -> tuple[Period | None, Doubt | None]:
    """Give the month, quarter, half or year; without its year, by the day said."""
    if stretch.year is not None:
        return _named(stretch.span, stretch.year, stretch.number), None
    numbered = stretch.number is not None
    if numbered:
        _named(stretch.span, FIRST_YEAR, stretch.number)  # a month 13 is none in any year
    missing = doubts.relative(read=False) if stretch.later is not None else doubts.no_year()
    if said_on is None:
        return None, missing
    if numbered:
        return _of_said_year(stretch, said_on, missing)
    parts = _PARTS[stretch.span]
    index = said_on.year * parts + (said_on.month - 1) * parts // _MONTHS_A_YEAR
    year, number = divmod(index + (stretch.later or 0), parts)
    doubt = None if stretch.stated else doubts.relative(read=True)
    return _named(stretch.span, year, number + 1), doubt


def _of_said_year(
    stretch: Stretch, said_on: date, missing: Doubt
) -> tuple[Period | None, Doubt | None]:
    """Give a numbered period of the year said, or the next one that is not over."""
    year = said_on.year + (stretch.later or 0)
    found = _named(stretch.span, year, stretch.number)
    over = found.last < said_on
    if stretch.later is not None:
        return found, doubts.relative(read=True) if over else None
    return _named(stretch.span, year + over, stretch.number), missing


def _named(span: Span, year: int, number: int | None) -> Period:
    """Give the period that the format names; a DeadlineProblem if there is none."""
    match span:
        case Span.MONTH:
            text = f"{year:04}-{number:02}"
        case Span.QUARTER:
            text = f"{year:04}-Q{number}"
        case Span.HALF_YEAR:
            text = f"{year:04}-H{number}"
        case _:
            text = f"{year:04}"
    return cast("Period", formed(text))


def _years(clause: Clause, first: int, last: int, *, programme: bool) -> Recognition:
    period = formed(f"{first:04}..{last:04}")
    if clause.strict and isinstance(period, Period):
        return Recognition(Day(period.first - _DAY))
    horizon = programme or (clause.until and not clause.ended)
    return _with_clock(Recognition(period, (doubts.horizon(),) if horizon else ()), clause.clock)


def _with_clock(found: Recognition, clock: Clock | None) -> Recognition:
    """Give the reading; an hour beside a whole period is that of no day."""
    if clock is None or clock.hour is None:
        return found
    return Recognition(None, (*found.doubts, doubts.no_day()))
