"""Days off by law, against the years that notices decided."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stcli import shipped
from stcli.calendar import Certainty
from stcli.calendar.law import days_off
from stcli.calendar.lunar import lunar_day

YEARS = range(shipped.FIRST_YEAR, shipped.LAST_YEAR + 1)


@pytest.mark.parametrize("year", YEARS)
def test_what_is_shipped_is_by_law_and_by_the_moon(year: int) -> None:
    by_law = [(one.day, one.name) for one in days_off(year)]
    assert [(one.day, one.name) for one in shipped.listing(year).days_off] == by_law


@pytest.mark.parametrize("year", YEARS)
def test_the_law_decides_what_leaves_no_choice(year: int) -> None:
    left_open = {one.day for one in days_off(year) if one.certainty is Certainty.EXPECTED}
    names = {one.name.removeprefix("nghỉ bù ") for one in days_off(year) if one.day in left_open}
    assert names <= {"Tết Âm lịch", "Quốc khánh"}
    assert date(year, 9, 2) not in left_open


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2006, "01-01 01-02 01-28 01-29 01-30 01-31 02-01 02-02 04-30 05-01 05-02 09-02 09-04"),
        (2012, "01-01 01-02 01-22 01-23 01-24 01-25 01-26 03-31 04-02 04-30 05-01 09-02 09-03"),
        (2015, "01-01 02-17 02-18 02-19 02-20 02-21 02-23 04-28 04-30 05-01 09-02"),
        (
            2016,
            "01-01 02-07 02-08 02-09 02-10 02-11 02-12 04-16 04-18 04-30 05-01 05-02 05-03 09-02",
        ),
        (2029, "01-01 02-12 02-13 02-14 02-15 02-16 04-23 04-30 05-01 09-02 09-03 09-04 11-24"),
    ],
)
def test_years_without_a_file(year: int, days: str) -> None:
    assert [f"{one.day:%m-%d}" for one in days_off(year)] == days.split()


@given(st.integers(1900, 2300))
def test_no_day_is_off_twice_and_weekends_are_made_up_for(year: int) -> None:
    found = days_off(year)
    made_up = [one for one in found if one.name.startswith("nghỉ bù")]
    assert all(one.day.weekday() < 5 for one in made_up)
    by_right = [one for one in found if one not in made_up and one.name != "Ngày Văn hóa Việt Nam"]
    assert len(made_up) == sum(one.day.weekday() >= 5 for one in by_right)
    assert lunar_day(year, 1, 1) in {one.day for one in found}
    off_at_work = [one.day for one in (*made_up, *by_right) if one.day.weekday() < 5]
    kings = lunar_day(year, 3, 10)
    if kings not in {date(year, 4, 30), date(year, 5, 1)}:
        assert len(off_at_work) == len(set(off_at_work))
