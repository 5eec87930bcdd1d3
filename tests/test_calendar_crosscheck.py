"""The shipped calendar against the package `holidays`, with what it is known to hold otherwise.

The package knows nothing of notices: Tết and the day beside 2 September are its estimates, and
swaps are entered by hand. Its version is pinned, so that a difference which goes away fails too.
"""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from stcli import shipped
from stcli.calendar import Calendar

CALENDAR = Calendar(shipped=shipped.listing)

KNOWN = {
    "2018-12-31": "a swap listed there with 2018, here with the notice of 2019: the same",
    "2026-01-02": "off by 12729/VPCP-KGVX of 25/12/2025, which came after that list",
    "2026-01-10": "worked for 2 January, by the same",
}
"""Days on which the two differ, or may seem to, with the reason."""

SAME_AFTER_ALL = {"2018-12-31"}


def differing(year: int) -> set[str]:
    theirs = holidays.country_holidays("VN", years=year)
    days = (date(year, 1, 1) + timedelta(number) for number in range(366))
    return {
        day.isoformat()
        for day in days
        if day.year == year and theirs.is_working_day(day) != CALENDAR.is_working(day)
    }


@pytest.mark.parametrize("year", range(shipped.FIRST_YEAR, shipped.LAST_YEAR + 1))
def test_differences_are_those_that_are_known(year: int) -> None:
    known = {day for day in set(KNOWN) - SAME_AFTER_ALL if day.startswith(str(year))}
    assert differing(year) == known


def test_a_swap_over_the_new_year_is_the_same() -> None:
    theirs = holidays.country_holidays("VN", years=2018)
    assert not theirs.is_working_day(date(2018, 12, 31))
    assert not CALENDAR.is_working(date(2018, 12, 31))
