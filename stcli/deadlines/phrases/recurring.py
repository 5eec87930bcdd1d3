"""What a phrase states again and again, made a series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.deadlines.kinds import Every, Series, Span
from stcli.deadlines.phrases import doubts
from stcli.deadlines.phrases.anchors import anchor
from stcli.deadlines.phrases.forms import formed
from stcli.deadlines.phrases.parts import (
    CalendarDay,
    InMonth,
    Mark,
    QuarterDay,
    Stretch,
    Years,
)
from stcli.deadlines.phrases.recognition import Recognition
from stcli.deadlines.problems import DeadlineProblem
from stcli.deadlines.writing import FOLLOWING

if TYPE_CHECKING:
    from stcli.deadlines.phrases.gathering import Clause, Stated
    from stcli.deadlines.phrases.recognition import Doubt

_HALF = 6
_QUARTERS = 4
_CYCLES = {Span.MONTH: Every.MONTH, Span.QUARTER: Every.QUARTER, Span.YEAR: Every.YEAR}


def is_recurring(stated: Stated) -> bool:
    """Tell whether anything says that the deadline comes back."""
    if stated.everies or stated.reporting or stated.following:
        return True
    return any(
        isinstance(clause.when, QuarterDay)
        or (isinstance(clause.when, CalendarDay | Stretch) and clause.when.repeated)
        for clause in stated.clauses
    )


def recurring(stated: Stated) -> Recognition:
    """Give the series, or none with the reason.

    Of several cycles with one day, that of a report (`ngày 20 của kỳ báo cáo (tháng, quý, năm)`)
    is the shortest, with the others as alternatives; of other cycles none is chosen.
    """
    everies, implied = _everies(stated)
    if not everies or Mark.EDGE_OF_PERIOD in stated.marks or Mark.LONE_HOUR in stated.marks:
        return Recognition(None, (doubts.no_day(),))
    if stated.counts or stated.advances or stated.onward:
        return Recognition(None, (doubts.unfit(),))
    found = [_series(every, stated) for every in everies]
    if implied is not None:
        found = [_doubted(one, implied) for one in found]
    if len(set(found)) == 1:
        return found[0]
    series = tuple(one.deadline for one in found if one.deadline is not None)
    if not series:
        return Recognition(None, (doubts.no_day(),))
    if len(series) < len(found) and not all(map(is_bound, stated.clauses)):
        return Recognition(None, (doubts.unfit(),))
    doubt = (*found[0].doubts, doubts.several(series))
    if stated.reporting and found[0].deadline is not None:
        return Recognition(found[0].deadline, doubt, series[1:])
    return Recognition(None, doubt, series)


def _everies(stated: Stated) -> tuple[list[Every], Doubt | None]:
    """Give the cycles stated, or the one that a day of the next month or of a quarter implies."""
    if stated.everies or stated.reporting:
        return list(dict.fromkeys(stated.everies)), None
    for clause in stated.clauses:
        match clause.when:
            case QuarterDay(_, month):
                doubt = doubts.no_cycle() if month is InMonth.AFTER else None
                return [Every.QUARTER], doubt
            case CalendarDay(month=None, repeated=True):
                return [Every.MONTH], doubts.no_cycle()
            case Stretch(span, repeated=True):
                return [_CYCLES[span]], None
            case _:
                pass
    return [], None


def _series(every: Every, stated: Stated) -> Recognition:
    """Give the series of one cycle, read as the format writes it."""
    if every is Every.QUARTER and _has_days_of_year(stated):
        every = Every.YEAR
    clauses = [clause for clause in stated.clauses if not is_bound(clause)]
    anchors = [anchor(every, clause, stated) for clause in clauses]
    known = [one for one in anchors if one is not None]
    bounds = _bounds(stated)
    limits = {(one.strict, one.following, one.clock) for one in known}
    if bounds is None or len(known) < len(anchors) or len(limits) > 1:
        return Recognition(None, (doubts.unfit(),))
    days = list(dict.fromkeys(day for one in known for day in one.days))
    if not (stated.following or any(one.following for one in known)):
        every = _halves(every, days)
    text = every.value
    for strict, follows, clock in limits:
        following = stated.following or (FOLLOWING.get(every, "year") if follows else None)
        hour = clock.hour if clock is not None else None
        text += f" {'before' if strict and clock is None else 'by'} {', '.join(days)}"
        text += f" of next {following}" if following else ""
        text += f" {hour:%H:%M}" if hour is not None else ""
    return _parsed(every, text + bounds, days, stated)


def _parsed(every: Every, text: str, days: list[str], stated: Stated) -> Recognition:
    """Give the series of a text in the format, or what the format says against it."""
    try:
        series = formed(text)
    except DeadlineProblem as problem:
        if len(days) <= (every is Every.HALF_YEAR):
            return Recognition(None, (doubts.no_day_of(problem),))
        raise
    found: tuple[Doubt, ...] = ()
    if isinstance(series, Series) and series.strict:
        found += (doubts.before(),)
    if every is Every.QUARTER and not stated.english and _without_month(stated):
        found += (doubts.no_month(),)
    return Recognition(series, found)


def _has_days_of_year(stated: Stated) -> bool:
    """Tell whether the days of quarters are none that quarterly has, but four days of a year."""
    days = [one.when for one in stated.clauses]
    if any(isinstance(day, QuarterDay) and day.month is InMonth.FIRST for day in days):
        return True
    return sum(isinstance(day, CalendarDay) and day.month is not None for day in days) == _QUARTERS


def _without_month(stated: Stated) -> bool:
    """Tell whether a day of a quarter stands without its month."""
    return any(
        isinstance(clause.when, CalendarDay)
        and clause.when.month is None
        and clause.when.later is None
        for clause in stated.clauses
    )


def _halves(every: Every, days: list[str]) -> Every:
    """Give half-yearly for two days of every year of which one lies in each half."""
    if every is Every.YEAR and len(days) == 1 + 1:
        halves = {int(day[:2]) <= _HALF for day in days}
        return Every.HALF_YEAR if len(halves) > 1 else every
    return every


def is_bound(clause: Clause) -> bool:
    """Tell whether a clause names the years in which a series goes on, and no day."""
    match clause.when:
        case Years():
            return True
        case Stretch(Span.YEAR, None, year=int(), edge=None):
            return True
        case _:
            return False


def _bounds(stated: Stated) -> str | None:
    """Give `from 2024 until 2030`, None where the series starts or ends within a year."""
    first = last = None
    for start in stated.starts:
        if start.now or start.base is not None:
            continue
        match start.when:
            case Stretch(Span.YEAR, None, year=int() as year, edge=None) if first is None:
                first = year
            case _:
                return None
    for clause in filter(is_bound, stated.clauses):
        match clause.when:
            case Years(begin, end) if first is None and last is None:
                first, last = begin, end
            case Stretch(year=int() as year) if last is None and _is_last(clause, first):
                last = year
                first = year if clause.within else first
            case _:
                return None
    return (f" from {first}" if first else "") + (f" until {last}" if last else "")


def _is_last(clause: Clause, first: int | None) -> bool:
    """Tell whether a year ends a series: `đến năm 2030`, or alone has it: `trong năm 2025`."""
    if clause.strict:
        return False
    return clause.until or clause.ended or (clause.within and first is None)


def _doubted(found: Recognition, doubt: Doubt) -> Recognition:
    return Recognition(found.deadline, (*found.doubts, doubt), found.alternatives)
