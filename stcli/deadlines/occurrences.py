"""The occurrences of a series: which periods there are, and by which day each falls due."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple, assert_never

from stcli.days import FIRST_YEAR, LAST_YEAR
from stcli.deadlines.days import month_length
from stcli.deadlines.kinds import Every, MonthDay, Weekday

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.deadlines.kinds import Anchor, Series

_DAY: Final = timedelta(days=1)
_DAYS_A_WEEK: Final = 7
_MONTHS_A_YEAR: Final = 12
_DECEMBER: Final = MonthDay(12, 31)
_MONTHS: Final = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}
_WEEKDAYS: Final = {weekday: number for number, weekday in enumerate(Weekday)}
_NAME: Final = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?:[Ww](?P<week>[0-9]{2})|[Qq](?P<quarter>[1-4])|[Hh](?P<half>[12])"
    r"|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?"
)


class Occurrence(NamedTuple):
    """One time that a series falls due.

    `period` is its name: `2024-03`, `2024-Q1`, `2024-H1`, `2024`, the week `2024-W12` of ISO 8601,
    or where a period has several days the day itself. `first` and `last` are the days of that
    period, and `due` is the last day as written; nothing has moved it yet.
    """

    period: str
    first: date
    last: date
    due: date


def occurrences(
    series: Series, since: date, *, before_inclusive: bool = False
) -> Iterator[Occurrence]:
    """Give the occurrences that fall due on a day or later, one by one and in order.

    `since` is the day on which the series is set: a period that was over or due before it was never
    asked for. Nor are periods before the year in which the series begins. They go on until the
    year in which it ends, else until 2200. With `strict` an occurrence is due on the day before
    its anchor, with `before_inclusive` on the anchor itself.
    """
    early = _DAY if series.strict and not before_inclusive else timedelta()
    for occurrence in _all(series, _first(series, since)):
        due = occurrence.due - early
        if due >= since and occurrence.last >= since:
            yield occurrence._replace(due=due)


def period_name(text: str) -> str | None:
    """Give the name of a period as `Occurrence` has it, or None for a text that is none."""
    found = _NAME.fullmatch(text.strip())
    # A day of a period may lie in the year after it: the last one of `yearly by ... of next year`.
    if found is None or not FIRST_YEAR <= int(found["year"]) <= LAST_YEAR + bool(found["day"]):
        return None
    try:
        if found["week"]:
            date.fromisocalendar(int(found["year"]), int(found["week"]), 1)
        elif found["month"]:
            date(int(found["year"]), int(found["month"]), int(found["day"] or 1))
    except ValueError:
        return None
    return found[0].upper()


def reporting_span(occurrence: Occurrence, cut_off: int | None) -> tuple[date, date]:
    """Give the first and last day that the report of a period covers.

    With a cut-off day of the month, the figures of a period run from the day after the cut-off of
    the month before it to the cut-off of its last month, as Decree 09/2019/NĐ-CP has it with 14:
    the first quarter from 15 December to 14 March. Weeks, and days of their own, stay whole.
    """
    first, last = occurrence.first, occurrence.last
    whole_months = first.day == 1 and (last + _DAY).day == 1
    if cut_off is None or not whole_months:
        return first, last
    before = first - _DAY
    return _day_of(before.year, before.month, cut_off) + _DAY, _day_of(
        last.year, last.month, cut_off
    )


def _first(series: Series, since: date) -> date:
    """Give a day in the first period to look at: one early, for days that lie after their period.

    A period whose day is before it, as `monthly before 1`, is at most one period away.
    """
    if series.first is not None and series.first > since.year:
        return date(series.first, 1, 1)
    earlier = _DAYS_A_WEEK if series.every is Every.WEEK else 31 * _MONTHS[series.every]
    start = since - timedelta(days=2 * earlier)
    if series.first is not None and series.first > start.year:
        return date(series.first, 1, 1)
    return start


def _all(series: Series, start: date) -> Iterator[Occurrence]:
    """Give every occurrence from the period of a day on, due on its anchor."""
    several = len(series.anchors) > 1 and series.every is not Every.HALF_YEAR
    for name, first, last in _periods(series, start):
        for due in _days(series, first, last):
            period = due.isoformat() if several else name
            yield Occurrence(period, first, last, due)


def _periods(series: Series, start: date) -> Iterator[tuple[str, date, date]]:
    """Give the periods from that of a day on, with their names; weeks are of their ISO year."""
    until = min(series.last or LAST_YEAR, LAST_YEAR)
    if series.every is Every.WEEK:
        monday = start - timedelta(days=start.weekday())
        while True:
            year, week, _ = monday.isocalendar()
            if year > until:
                return
            if series.first is None or year >= series.first:
                yield f"{year}-W{week:02}", monday, monday + (_DAYS_A_WEEK - 1) * _DAY
            monday += _DAYS_A_WEEK * _DAY
    length = _MONTHS[series.every]
    year, number = start.year, (start.month - 1) // length
    while year <= until:
        first, end = number * length + 1, (number + 1) * length
        yield (
            _name(series.every, year, number + 1),
            date(year, first, 1),
            date(year, end, month_length(year, end)),
        )
        year, number = divmod(year * (_MONTHS_A_YEAR // length) + number + 1, 12 // length)


def _name(every: Every, year: int, number: int) -> str:
    match every:
        case Every.MONTH:
            return f"{year}-{number:02}"
        case Every.QUARTER:
            return f"{year}-Q{number}"
        case Every.HALF_YEAR:
            return f"{year}-H{number}"
        case _:
            return str(year)


def _days(series: Series, first: date, last: date) -> Iterator[date]:
    """Give the days of the anchors for one period, each one once and in their order."""
    if series.every is Every.HALF_YEAR:
        anchor = series.anchors[0 if first.month == 1 else 1]
        yield _day(anchor, first.year, last)
        return
    base = last
    if series.following:
        base = last + (_DAYS_A_WEEK if series.every is Every.WEEK else 1) * _DAY
    found = [_day(anchor, base.year, base) for anchor in series.anchors or (_DECEMBER,)]
    yield from dict.fromkeys(found)


def _day(anchor: Anchor, year: int, within: date) -> date:
    """Give the day of an anchor in a year, or in the month or week of a day."""
    match anchor:
        case MonthDay(month, day):
            return _day_of(year, month, day)
        case Weekday():
            return within + (_WEEKDAYS[anchor] - within.weekday()) * _DAY
        case int():
            return _day_of(within.year, within.month, anchor)
    assert_never(anchor)


def _day_of(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, month_length(year, month)))
