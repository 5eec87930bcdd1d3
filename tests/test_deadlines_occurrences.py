from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_deadlines import series

from stcli.deadlines import (
    Every,
    Occurrence,
    Series,
    Weekday,
    occurrences,
    parse,
    period_name,
    reporting_span,
)

DAY = timedelta(days=1)
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
ENDLESS = series().map(lambda one: replace(one, first=None, last=None))
MONTHS = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}


def read(text: str) -> Series:
    found = parse(text)
    assert isinstance(found, Series)
    return found


def some(one: Series, since: date, number: int = 40) -> list[Occurrence]:
    return list(islice(occurrences(one, since), number))


def is_several(one: Series) -> bool:
    return len(one.anchors) > 1 and one.every is not Every.HALF_YEAR


@pytest.mark.parametrize(
    ("text", "since", "expected"),
    [
        ("monthly by 25", date(2024, 1, 10), "2024-01 2024-01-25, 2024-02 2024-02-25"),
        ("monthly by 25", date(2024, 1, 25), "2024-01 2024-01-25, 2024-02 2024-02-25"),
        ("monthly by 25", date(2024, 1, 26), "2024-02 2024-02-25, 2024-03 2024-03-25"),
        ("monthly before 25", date(2024, 1, 25), "2024-02 2024-02-24, 2024-03 2024-03-24"),
        ("monthly before 1", date(2024, 1, 31), "2024-02 2024-01-31, 2024-03 2024-02-29"),
        ("monthly by 31", date(2025, 2, 1), "2025-02 2025-02-28, 2025-03 2025-03-31"),
        ("monthly by 5 of next month", date(2024, 1, 1), "2024-01 2024-02-05, 2024-02 2024-03-05"),
        (
            "monthly by 10, 25",
            date(2024, 1, 11),
            "2024-01-25 2024-01-25, 2024-02-10 2024-02-10",
        ),
        ("monthly by 30, 31", date(2025, 2, 1), "2025-02-28 2025-02-28, 2025-03-30 2025-03-30"),
        ("quarterly by 20", date(2024, 1, 1), "2024-Q1 2024-03-20, 2024-Q2 2024-06-20"),
        (
            "quarterly before 15 of next month",
            date(2024, 1, 1),
            "2024-Q1 2024-04-14, 2024-Q2 2024-07-14",
        ),
        (
            "half-yearly by 06-15, 12-01",
            date(2024, 6, 16),
            "2024-H2 2024-12-01, 2025-H1 2025-06-15",
        ),
        (
            "half-yearly before 06-15, 12-01",
            date(2025, 1, 1),
            "2025-H1 2025-06-14, 2025-H2 2025-11-30",
        ),
        ("yearly", date(2024, 5, 1), "2024 2024-12-31, 2025 2025-12-31"),
        ("yearly by 02-29", date(2024, 1, 1), "2024 2024-02-29, 2025 2025-02-28"),
        ("yearly by 01-10 of next year", date(2024, 1, 5), "2024 2025-01-10, 2025 2026-01-10"),
        ("yearly before 01-01", date(2024, 1, 1), "2025 2024-12-31, 2026 2025-12-31"),
        ("weekly by friday", date(2024, 12, 28), "2025-W01 2025-01-03, 2025-W02 2025-01-10"),
        ("weekly by friday 16:00", date(2026, 9, 4), "2026-W36 2026-09-04, 2026-W37 2026-09-11"),
        (
            "weekly by monday of next week",
            date(2024, 12, 23),
            "2024-W52 2024-12-30, 2025-W01 2025-01-06",
        ),
        ("weekly before monday", date(2025, 1, 5), "2025-W02 2025-01-05, 2025-W03 2025-01-12"),
        ("yearly from 2030", date(2024, 5, 1), "2030 2030-12-31, 2031 2031-12-31"),
        ("monthly by 25 until 2024", date(2024, 12, 1), "2024-12 2024-12-25"),
        ("monthly by 5 of next month until 2024", date(2024, 12, 1), "2024-12 2025-01-05"),
        ("yearly until 2023", date(2024, 1, 1), ""),
        ("weekly by friday from 2025 until 2025", date(2025, 12, 20), "2025-W52 2025-12-26"),
    ],
)
def test_the_first_occurrences(text: str, since: date, expected: str) -> None:
    found = some(read(text), since, 2)
    assert ", ".join(f"{one.period} {one.due}" for one in found) == expected


@given(series(), DAYS)
def test_due_days_rise_from_the_day_a_series_is_set(one: Series, since: date) -> None:
    found = some(one, since)
    assert all(earlier.due < later.due for earlier, later in pairwise(found))
    assert all(occurrence.due >= since and occurrence.last >= since for occurrence in found)
    assert all(occurrence.first <= occurrence.last for occurrence in found)


@given(series(), DAYS)
def test_a_period_comes_once_and_has_a_name(one: Series, since: date) -> None:
    found = some(one, since)
    assert len({occurrence.period for occurrence in found}) == len(found)
    assert all(period_name(occurrence.period) == occurrence.period for occurrence in found)
    assert all(period_name(f" {occurrence.period.lower()} ") for occurrence in found)


@given(ENDLESS, DAYS)
def test_no_period_is_missing(one: Series, since: date) -> None:
    periods = dict.fromkeys((found.first, found.last) for found in some(one, since))
    for (_, last), (first, _) in pairwise(periods):
        assert first == last + DAY
    if periods and is_several(one):
        return
    for first, last in periods:
        if one.every is Every.WEEK:
            assert (first.weekday(), last - first) == (0, 6 * DAY)
        else:
            assert first.day == (last + DAY).day == 1
            months = 12 * (last.year - first.year) + last.month - first.month + 1
            assert months == MONTHS[one.every]


@given(ENDLESS, DAYS)
def test_nothing_that_falls_due_is_left_out(one: Series, since: date) -> None:
    """A series set earlier has the same occurrences, and only more before."""
    later = some(one, since, 10)
    earlier = [
        occurrence
        for occurrence in some(one, max(since - timedelta(days=800), date(1900, 1, 1)), 1500)
        if occurrence.due >= since and occurrence.last >= since
    ]
    assert earlier[: len(later)] == later


@given(series(), DAYS)
def test_strict_is_the_day_before_and_never_later(one: Series, since: date) -> None:
    if not one.anchors or one.hour is not None:
        return
    strict, plain = replace(one, strict=True), replace(one, strict=False)
    read_strictly = {found.period: found.due for found in some(strict, since)}
    read_inclusively = {
        found.period: found.due
        for found in islice(occurrences(strict, since, before_inclusive=True), 40)
    }
    assert read_inclusively == {found.period: found.due for found in some(plain, since)}
    if is_several(one):
        return
    for period in read_strictly.keys() & read_inclusively.keys():
        assert read_strictly[period] == read_inclusively[period] - DAY


@given(series(), DAYS)
def test_years_bound_the_periods(one: Series, since: date) -> None:
    for occurrence in some(one, since):
        year = occurrence.first.year
        if one.every is Every.WEEK:
            year = occurrence.first.isocalendar().year
        assert one.first is None or year >= one.first
        assert one.last is None or year <= one.last


@given(ENDLESS, st.dates(date(1900, 1, 1), date(2190, 1, 1)))
def test_an_endless_series_goes_on(one: Series, since: date) -> None:
    first = next(occurrences(one, since))
    assert first.due - since <= timedelta(days=2 * 366 + 31)


@given(ENDLESS, DAYS)
def test_it_ends_in_2200(one: Series, since: date) -> None:
    late = max(since, date(2195, 1, 1))
    assert all(found.last.year <= 2201 for found in occurrences(one, late))


@pytest.mark.parametrize(
    "text",
    [
        *("2024", "2024-01", "2024-12", "2024-01-31", "2024-02-29", "2024-Q1", "2024-Q4"),
        *("2024-H1", "2024-H2", "2024-W01", "2026-W53", "1900", "2200-12-31"),
    ],
)
def test_a_period_has_a_name(text: str) -> None:
    assert period_name(text) == text
    assert period_name(text.lower()) == text
    assert period_name(f" {text}\n") == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "2024-13", "2024-00", "2024-1", "2024-Q5", "2024-Q0", "2024-H3", "2024-W00"),
        *("2024-W53", "2024-W54", "2025-02-29", "2024-01-32", "1899", "2201", "24", "so-khcn"),
        *("2024-Q1-01", "2024-W01-1", "2024-", "Q1/2024", "٢٠٢٤"),
    ],
)
def test_what_is_no_period_has_none(text: str) -> None:
    assert period_name(text) is None


@pytest.mark.parametrize(
    ("text", "since", "first", "last"),
    [
        ("monthly by 20", date(2024, 3, 1), date(2024, 2, 15), date(2024, 3, 14)),
        ("monthly by 20", date(2024, 1, 1), date(2023, 12, 15), date(2024, 1, 14)),
        ("quarterly by 20", date(2024, 1, 1), date(2023, 12, 15), date(2024, 3, 14)),
        ("quarterly by 20", date(2024, 4, 1), date(2024, 3, 15), date(2024, 6, 14)),
        ("half-yearly by 06-20, 12-20", date(2024, 1, 1), date(2023, 12, 15), date(2024, 6, 14)),
        ("half-yearly by 06-20, 12-20", date(2024, 7, 1), date(2024, 6, 15), date(2024, 12, 14)),
        ("yearly by 12-20", date(2024, 1, 1), date(2023, 12, 15), date(2024, 12, 14)),
        ("yearly by 01-10 of next year", date(2024, 1, 1), date(2023, 12, 15), date(2024, 12, 14)),
        ("weekly by friday", date(2024, 1, 1), date(2024, 1, 1), date(2024, 1, 7)),
    ],
)
def test_a_report_covers_its_period_by_the_cut_off(
    text: str, since: date, first: date, last: date
) -> None:
    """Decree 09/2019/NĐ-CP: from the 15th before a period to the 14th of its end."""
    occurrence = next(occurrences(read(text), since))
    assert reporting_span(occurrence, 14) == (first, last)
    assert reporting_span(occurrence, None) == (occurrence.first, occurrence.last)


@given(ENDLESS, DAYS, st.integers(1, 31))
def test_spans_follow_each_other(one: Series, since: date, cut_off: int) -> None:
    if is_several(one):
        return
    spans = [reporting_span(found, cut_off) for found in some(one, since)]
    for (_, last), (first, _) in pairwise(spans):
        assert first == last + DAY
    assert all(first <= last for first, last in spans)


def test_a_week_is_of_its_iso_year() -> None:
    found = some(read("weekly by friday from 2026 until 2026"), date(2025, 12, 1), 100)
    assert [found[0].period, found[-1].period] == ["2026-W01", "2026-W53"]
    assert len(found) == 53
    assert found[0].first == date(2025, 12, 29)


def test_every_weekday_is_counted_in_its_week() -> None:
    for number, weekday in enumerate(Weekday):
        found = next(occurrences(read(f"weekly by {weekday}"), date(2024, 1, 1)))
        assert found.due == date(2024, 1, 1) + number * DAY
