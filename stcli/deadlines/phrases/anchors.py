"""The days of a cycle as the format writes them: those that a phrase names for its periods."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, NamedTuple

from stcli.deadlines.days import month_length
from stcli.deadlines.kinds import Every, Span
from stcli.deadlines.phrases.parts import CalendarDay, DayOfWeek, Edge, InMonth, QuarterDay, Stretch

if TYPE_CHECKING:
    from stcli.deadlines.phrases.gathering import Clause, Stated
    from stcli.deadlines.phrases.parts import Clock

_HALF, _LEAP_YEAR = 6, 2024
_MONTHS_A_QUARTER = 3
_MIDNIGHT = time(0, 0)
_FIRST_MONTHS = (1, 4, 7, 10)
_LAST_OF_MONTH = "31"
_MONTH_EDGES = {Edge.START: "1", Edge.MIDDLE: "15", Edge.END: _LAST_OF_MONTH}
_YEAR_EDGES = {Edge.START: "01-01", Edge.MIDDLE: "06-30", Edge.END: "12-31"}


class Anchor(NamedTuple):
    """The days of one clause, whether they lie after the period, and their limit and hour."""

    days: tuple[str, ...]
    following: bool = False
    strict: bool | None = None
    clock: Clock | None = None


def anchor(every: Every, clause: Clause, stated: Stated) -> Anchor | None:
    """Give the days of a clause in the periods of a cycle, None where they are of another kind.

    Before midnight of a day is before that day, and needs no hour.
    """
    found = _named(every, clause, stated)
    if found is None:
        return None
    strict = clause.strict if found.strict is None else found.strict
    clock = clause.clock
    if clock is not None and strict and clock.hour == _MIDNIGHT:
        clock = None
    return found._replace(strict=strict, clock=clock)


def _named(every: Every, clause: Clause, stated: Stated) -> Anchor | None:
    match every, clause.when:
        case Every.WEEK, DayOfWeek(weekday, later):
            return Anchor((weekday.value,), later == 1)
        case _, CalendarDay() as day:
            return _calendar_day(every, day, stated)
        case Every.YEAR, QuarterDay(day, InMonth.FIRST):
            return Anchor(tuple(f"{month:02}-{day:02}" for month in _FIRST_MONTHS))
        case Every.QUARTER, QuarterDay(day, month):
            return Anchor((str(day),), month is InMonth.AFTER)
        case _, Stretch() as stretch:
            return _stretch(every, stretch, clause)
        case _:
            return None


def _calendar_day(every: Every, day: CalendarDay, stated: Stated) -> Anchor | None:
    match every, day:
        case _, CalendarDay(year=int()):
            return None
        case Every.MONTH | Every.QUARTER, CalendarDay(number, None, later=later):
            return Anchor((str(number),), later == 1)
        case Every.YEAR, CalendarDay(number, None, later=None):
            return Anchor((f"12-{number:02}",)) if stated.reporting else None
        case Every.YEAR | Every.HALF_YEAR, CalendarDay(number, int() as month, later=later):
            if day.hyphen and stated.english:
                number, month = month, number
            return Anchor((f"{month:02}-{number:02}",), later == 1)
        case _:
            return None


def _stretch(every: Every, stretch: Stretch, clause: Clause) -> Anchor | None:
    """Give the day of `cuối tháng`, `cuối quý`, `giữa năm`, `tháng 12`, `quý I` in a cycle."""
    if stretch.year is not None or stretch.later or (stretch.later == 0 and stretch.stated):
        return None
    match every, stretch:
        case Every.MONTH, Stretch(Span.MONTH, None, edge=Edge() as edge):
            return Anchor((_MONTH_EDGES[edge],))
        case Every.QUARTER, Stretch(Span.QUARTER, None, edge=Edge.END):
            return Anchor((_LAST_OF_MONTH,))
        case Every.YEAR, Stretch(Span.YEAR, None, edge=Edge() as edge):
            return Anchor((_YEAR_EDGES[edge],))
        case Every.YEAR | Every.HALF_YEAR, Stretch(span, int() as number) if span is not Span.YEAR:
            return _part_of_year(span, number, stretch.edge, strict=clause.strict)
        case _:
            return None


def _part_of_year(span: Span, number: int, edge: Edge | None, *, strict: bool) -> Anchor | None:
    """Give the last day of a part of every year; `trước` the part, that of the one before."""
    if edge not in {None, Edge.END} or (edge and strict):
        return None
    months = {Span.MONTH: 1, Span.QUARTER: _MONTHS_A_QUARTER, Span.HALF_YEAR: _HALF}[span]
    month = number * months - (months if strict else 0)
    if not 1 <= month <= 2 * _HALF:
        return None
    # The last day of February is written 29: in other years the last one stands for it.
    last = month_length(_LEAP_YEAR, month)
    return Anchor((f"{month:02}-{last}",), strict=False)
