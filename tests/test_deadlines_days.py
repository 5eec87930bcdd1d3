from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stcli.days import plain_day
from stcli.deadlines import DeadlineProblem, parse_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1900-01-01", date(1900, 1, 1)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2000-02-29", date(2000, 2, 29)),
        ("2025-06-30", date(2025, 6, 30)),
        ("2200-12-31", date(2200, 12, 31)),
    ],
)
def test_a_day_is_year_month_day(text: str, day: date) -> None:
    assert parse_day(text) == day


@pytest.mark.parametrize(
    ("text", "message", "help_"),
    [
        (
            "2025-02-30",
            "there is no 2025-02-30: February 2025 has 28 days",
            "write a day from 2025-02-01 to 2025-02-28",
        ),
        (
            "2100-02-29",
            "there is no 2100-02-29: February 2100 has 28 days",
            "write a day from 2100-02-01 to 2100-02-28",
        ),
        (
            "2025-06-00",
            "there is no 2025-06-00: June 2025 has 30 days",
            "write a day from 2025-06-01 to 2025-06-30",
        ),
        ("2025-13-01", "there is no month 13", "write a month from 01 to 12"),
        ("2025-00-01", "there is no month 00", "write a month from 01 to 12"),
        ("0000-01-01", "the year 0000 is out of range", "write a year from 1900 to 2200"),
        ("1899-12-31", "the year 1899 is out of range", "write a year from 1900 to 2200"),
        ("2201-01-01", "the year 2201 is out of range", "write a year from 1900 to 2200"),
        ("30/6/2025", "`30/6/2025` is not a day", "write 2025-06-30"),
        ("20250630", "`20250630` is not a day", "write 2025-06-30"),
        ("2025-6-3", "`2025-6-3` is not a day", "write 2025-06-03"),
        (" 2025-06-30", "` 2025-06-30` is not a day", "write 2025-06-30"),
        ("2025-06-30\n", "`2025-06-30\n` is not a day", "write 2025-06-30"),
        ("2025-06-30T00:00", "`2025-06-30T00:00` is not a day", "write 2025-06-30"),
        ("٢٠٢٥-٠٦-٣٠", "`٢٠٢٥-٠٦-٣٠` is not a day", "write 2025-06-30"),
        (
            "31/6/2025",
            "there is no 2025-06-31: June 2025 has 30 days",
            "write a day from 2025-06-01 to 2025-06-30",
        ),
        (
            "2025-06",
            "`2025-06` is not a day",
            "write it as year-month-day, such as 2025-06-30",
        ),
        (
            "2025-W52-1",
            "`2025-W52-1` is not a day",
            "write it as year-month-day, such as 2025-06-30",
        ),
        (
            "1767139200",
            "`1767139200` is not a day",
            "write it as year-month-day, such as 2025-06-30",
        ),
        ("", "`` is not a day", "write it as year-month-day, such as 2025-06-30"),
        (
            "x" * 60,
            "`" + "x" * 60 + "` is not a day",
            "write it as year-month-day, such as 2025-06-30",
        ),
        (
            "x" * 61,
            "`" + "x" * 60 + "…` is not a day",
            "write it as year-month-day, such as 2025-06-30",
        ),
    ],
)
def test_what_is_no_day_is_said(text: str, message: str, help_: str) -> None:
    with pytest.raises(DeadlineProblem) as caught:
        parse_day(text)
    assert str(caught.value.message) == message
    assert str(caught.value.help) == help_


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_every_day_reads_back(day: date) -> None:
    assert parse_day(day.isoformat()) == plain_day(day.isoformat()) == day


@given(st.text() | st.text("0123456789-/٣T:W ", max_size=12))
def test_only_the_one_text_of_a_day_is_read(text: str) -> None:
    match _outcome(text):
        case date() as day:
            assert day.isoformat() == text
        case problem:
            assert plain_day(text) is None
            assert problem.help is not None
            assert str(problem.help)


def _outcome(text: str) -> date | DeadlineProblem:
    try:
        return parse_day(text)
    except DeadlineProblem as problem:
        return problem
