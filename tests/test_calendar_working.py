"""Counting by working days, on the calendar that is shipped and on others."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stcli import shipped
from stcli.calendar import Calendar, Certainty, DayOff, Listing, Swap

SHIPPED = Calendar(shipped=shipped.listing)
BY_LAW = Calendar()

OFF_ON_WEEKDAYS = {
    2019: "01-01 02-04 02-05 02-06 02-07 02-08 04-15 04-29 04-30 05-01 09-02",
    2020: "01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02",
    2021: "01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03",
    2022: "01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02",
    2023: "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04",
    2024: "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03",
    2025: "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02",
    2026: "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24",
    2027: "01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24",
}
"""As the notices of each year say, typed apart from the files."""

WORKED_ON_WEEKENDS = {
    2019: "01-05 05-04", 2024: "05-04", 2025: "04-26", 2026: "01-10 08-22"
}  # fmt: skip

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
COUNTS = st.integers(-600, 600)
CALENDARS = st.sampled_from([SHIPPED, BY_LAW])


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [day for day in (first + timedelta(n) for n in range(366)) if day.year == year]


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize("year", OFF_ON_WEEKDAYS)
def test_days_off_and_worked_are_those_of_the_notices(year: int) -> None:
    off = [f"{d:%m-%d}" for d in days_of(year) if d.weekday() < 5 and not SHIPPED.is_working(d)]
    worked = [f"{d:%m-%d}" for d in days_of(year) if d.weekday() >= 5 and SHIPPED.is_working(d)]
    assert off == OFF_ON_WEEKDAYS[year].split()
    assert worked == WORKED_ON_WEEKENDS.get(year, "").split()


def test_a_swap_over_the_new_year_takes_off_the_last_day_of_a_year_without_a_file() -> None:
    assert not SHIPPED.is_working(day("2018-12-31"))
    assert SHIPPED.is_working(day("2018-12-28"))
    assert SHIPPED.add_working_days(day("2018-12-28"), 4) == day("2019-01-05")


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        # 6-9 January are 4, Saturday 10 is worked for Friday 2, 12-16 make 10, 19-23 make 15.
        ("2026-01-05", 15, "2026-01-23"),
        # 22-25 April are 4, Saturday 26 is worked for Friday 2 May, 28-29 make 7; 30 April to
        # 4 May are off; 5, 6 and 7 May make 10.
        ("2025-04-21", 10, "2025-05-07"),
        ("2025-01-24", 1, "2025-02-03"),
        ("2025-01-25", 1, "2025-02-03"),
        ("2026-08-21", 1, "2026-08-22"),
        ("2026-08-28", 1, "2026-09-03"),
        ("2026-09-03", -1, "2026-08-28"),
        ("2026-09-02", -1, "2026-08-28"),
        ("2026-01-05", -3, "2025-12-29"),  # 31, 30 and 29 December: 1 to 4 January are off
        ("2025-12-31", 1, "2026-01-05"),
        ("2026-05-07", -3, "2026-05-04"),
        ("2026-05-03", 0, "2026-05-03"),
    ],
)
def test_so_many_working_days(start: str, count: int, end: str) -> None:
    assert SHIPPED.add_working_days(day(start), count) == day(end)


@pytest.mark.parametrize(
    ("last", "moved"),
    [
        ("2025-01-31", "2025-02-03"),
        ("2026-08-29", "2026-09-03"),
        ("2012-09-30", "2012-10-01"),
        ("2028-12-31", "2029-01-02"),
        ("2026-01-10", "2026-01-10"),
        ("2025-06-30", "2025-06-30"),
    ],
)
def test_a_day_off_moves_to_the_next_working_day(last: str, moved: str) -> None:
    assert SHIPPED.on_or_after(day(last)) == day(moved)


def test_decided_are_the_years_with_notices() -> None:
    decided = [year for year in range(2015, 2035) if SHIPPED.decided(year)]
    assert decided == list(range(2019, 2027))
    assert not BY_LAW.decided(2025)
    assert SHIPPED.undecided(day("2018-12-28"), day("2028-01-03")) == (2018, 2027, 2028)
    assert SHIPPED.certainty(day("2019-01-01"), day("2026-12-31")) is Certainty.DECIDED
    assert SHIPPED.certainty(day("2026-12-31"), day("2027-01-01")) is Certainty.EXPECTED


def test_a_year_whose_days_off_an_office_lists_is_the_office_s_alone() -> None:
    own = Calendar(
        Listing((DayOff(day("2026-03-02"), "nghỉ", "1/TB"),)),
        shipped.listing,
    )
    assert [d for d in days_of(2026) if d.weekday() < 5 and not own.is_working(d)] == [
        day("2026-03-02")
    ]
    assert not own.is_working(day("2026-01-10"))
    assert own.decided(2026)
    assert not own.is_working(day("2025-05-02"))


def test_a_swap_of_an_office_is_added_to_what_is_shipped() -> None:
    own = Calendar(
        Listing(swapped=(Swap(day("2026-11-23"), day("2026-11-28"), "1/TB", Certainty.EXPECTED),)),
        shipped.listing,
    )
    assert not own.is_working(day("2026-11-23"))
    assert own.is_working(day("2026-11-28"))
    assert not own.is_working(day("2026-11-24"))
    assert not own.decided(2026)
    assert own.decided(2025)


def test_a_swap_of_an_office_stands_for_one_shipped_of_the_same_day() -> None:
    own = Calendar(
        Listing(swapped=(Swap(day("2026-01-02"), day("2026-01-17"), "1/TB"),)), shipped.listing
    )
    assert not own.is_working(day("2026-01-02"))
    assert not own.is_working(day("2026-01-10"))
    assert own.is_working(day("2026-01-17"))


@pytest.mark.parametrize("year", range(shipped.FIRST_YEAR, shipped.LAST_YEAR + 1))
def test_working_days_of_a_year_are_those_of_its_months(year: int) -> None:
    whole = SHIPPED.working_days(date(year, 1, 1), date(year, 12, 31))
    assert whole == sum(SHIPPED.is_working(one) for one in days_of(year))
    half = SHIPPED.working_days(date(year, 1, 1), date(year, 6, 30))
    assert half + SHIPPED.working_days(date(year, 7, 1), date(year, 12, 31)) == whole


@given(DAYS, CALENDARS)
def test_the_next_working_day_is_one_and_none_lies_between(start: date, calendar: Calendar) -> None:
    following = calendar.next_working(start)
    assert start < following
    assert calendar.is_working(following)
    between = range(start.toordinal() + 1, following.toordinal())
    assert not any(calendar.is_working(date.fromordinal(one)) for one in between)
    here = calendar.on_or_after(start)
    assert here == (start if calendar.is_working(start) else following)


@given(DAYS, COUNTS, CALENDARS)
def test_so_many_on_is_one_after_the_other(start: date, count: int, calendar: Calendar) -> None:
    step = 1 if count > 0 else -1
    one = start
    for _ in range(abs(count)):
        one += timedelta(step)
        while not calendar.is_working(one):
            one += timedelta(step)
    assert calendar.add_working_days(start, count) == one


@given(DAYS, DAYS, COUNTS, CALENDARS)
def test_a_later_start_never_ends_earlier(
    one: date, other: date, count: int, calendar: Calendar
) -> None:
    first, second = sorted((one, other))
    assert calendar.add_working_days(first, count) <= calendar.add_working_days(second, count)


@given(DAYS, st.integers(-600, 599), CALENDARS)
def test_one_more_ends_later(start: date, count: int, calendar: Calendar) -> None:
    fewer, more = (calendar.add_working_days(start, n) for n in (count, count + 1))
    assert fewer < more


@given(DAYS, COUNTS, CALENDARS)
def test_back_from_there_is_here(start: date, count: int, calendar: Calendar) -> None:
    here = calendar.on_or_after(start)
    assert calendar.add_working_days(calendar.add_working_days(here, count), -count) == here
