"""A stretch of the calendar with what falls due in it."""

from __future__ import annotations

from datetime import date

import pytest
from builders import day, directive, ending, rows, task, tracker

from stcli import shipped
from stcli.calendar import Calendar
from stcli.deadlines.days import month_length
from stcli.settings import Settings
from stcli.views.calendar import DayKind, Stretch, stretch

OFFICE = Settings(roll=True, calendar=Calendar(shipped=shipped.listing))
OF = tracker(
    directive(
        "1/CT",
        task("1", due="2026-08-30"),
        task("2", due="before 2026-08-28"),
        task("3", due="2026-08-27", cancelled=ending("2026-01-01")),
        task("4", due="2026-08-27", returned=ending("2026-01-01")),
        task("5", due="2026-08-27", done="2026-02-01"),
        task("6", due="ongoing"),
        issued="2025-12-01",
    )
)


def shown(first: str, last: str) -> Stretch:
    return stretch(OFFICE.calendar, rows(OF, "2026-06-01", OFFICE), day(first), day(last))


def test_a_month_has_its_working_days_and_all_its_days() -> None:
    (month,) = shown("2026-08-01", "2026-08-31").months
    assert month.working_days == 21  # as many as there are weekdays: 31 is swapped for 22
    assert [one.day.day for one in month.days] == list(range(1, 32))
    kinds = {one.day.day: one.kind for one in month.days}
    assert kinds[22] is DayKind.SWAPPED_WORK
    assert kinds[23] is DayKind.WEEKEND
    assert kinds[24] is DayKind.WORKING_DAY
    assert kinds[31] is DayKind.SWAPPED_OFF


def test_tasks_stand_on_the_day_by_which_they_count() -> None:
    found = shown("2026-08-01", "2026-09-30")
    due = {one.day: [row.task.id for row in one.due] for one in found.marked if one.due}
    assert due == {day("2026-08-27"): ["2", "5"], day("2026-09-03"): ["1"]}
    assert [month.due for month in found.months] == [2, 1]


def test_marked_are_the_days_that_are_listed_or_due() -> None:
    marked = shown("2026-08-01", "2026-09-30").marked
    assert [(one.day.isoformat(), one.kind.value) for one in marked] == [
        ("2026-08-22", "swapped-work"),
        ("2026-08-27", "working-day"),
        ("2026-08-31", "swapped-off"),
        ("2026-09-01", "day-off"),
        ("2026-09-02", "day-off"),
        ("2026-09-03", "working-day"),
    ]


@pytest.mark.parametrize("month", range(1, 13))
def test_weeks_run_from_monday_to_sunday(month: int) -> None:
    (found,) = stretch(OFFICE.calendar, (), date(2026, month, 1), last(month)).months
    weeks = list(found.weeks)
    assert {len(week) for week in weeks} == {7}
    assert tuple(one for week in weeks for one in week if one is not None) == found.days
    for week in weeks:
        assert any(week)
        assert all(one is None or one.day.weekday() == place for place, one in enumerate(week))


def last(month: int) -> date:
    return date(2026, month, month_length(2026, month))


def test_a_year_has_its_months_and_what_is_not_decided() -> None:
    found = shown("2027-01-01", "2027-12-31")
    assert len(found.months) == 12
    assert found.working_days == 249
    assert found.undecided == (2027,)
    assert shown("2026-01-01", "2026-12-31").undecided == ()


@pytest.mark.parametrize("year", range(2017, 2030))
def test_the_days_shown_as_working_are_those_that_are_counted(year: int) -> None:
    calendar = OFFICE.calendar
    found = stretch(calendar, (), date(year, 1, 1), date(year, 12, 31))
    assert all(
        one.working == calendar.is_working(one.day) for month in found.months for one in month.days
    )
    assert found.working_days == calendar.working_days(date(year, 1, 1), date(year, 12, 31))
