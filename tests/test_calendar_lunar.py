"""Days of the lunar calendar, against published dates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stcli.calendar.lunar import lunar_day

YEARS = st.integers(1900, 2300)


@pytest.mark.parametrize(
    ("new_year", "kings"),
    [
        ("1968-01-29", "1968-04-07"),  # a day before China, which reckons at UTC+8
        ("1985-01-21", "1985-04-29"),  # a month before China
        ("2007-02-17", "2007-04-26"),  # a day before China
        ("2019-02-05", "2019-04-14"),
        ("2020-01-25", "2020-04-02"),
        ("2021-02-12", "2021-04-21"),
        ("2022-02-01", "2022-04-10"),
        ("2023-01-22", "2023-04-29"),
        ("2024-02-10", "2024-04-18"),
        ("2025-01-29", "2025-04-07"),
        ("2026-02-17", "2026-04-26"),
        ("2027-02-06", "2027-04-16"),
        ("2028-01-26", "2028-04-04"),
        ("2029-02-13", "2029-04-23"),
        ("2030-02-02", "2030-04-12"),  # a day before China
    ],
)
def test_the_new_year_and_the_day_of_the_kings(new_year: str, kings: str) -> None:
    year = int(new_year[:4])
    assert lunar_day(year, 1, 1) == date.fromisoformat(new_year)
    assert lunar_day(year, 3, 10) == date.fromisoformat(kings)


@given(YEARS)
def test_a_year_has_twelve_or_thirteen_months(year: int) -> None:
    length = lunar_day(year + 1, 1, 1) - lunar_day(year, 1, 1)
    assert length.days in {353, 354, 355, 383, 384, 385}


@given(YEARS)
def test_the_new_year_stands_between_the_end_of_january_and_of_february(year: int) -> None:
    assert date(year, 1, 20) <= lunar_day(year, 1, 1) <= date(year, 2, 24)


@given(YEARS, st.integers(1, 9))
def test_months_follow_each_other(year: int, month: int) -> None:
    first, following = lunar_day(year, month, 1), lunar_day(year, month + 1, 1)
    assert timedelta(29) <= following - first <= timedelta(60)
    assert lunar_day(year, month, 10) - first == timedelta(9)
