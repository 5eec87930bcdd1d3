from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stcli import shipped
from stcli.calendar import Calendar, Listing
from stcli.deadlines import Bases, Series, last_day, occurrences, parse
from stcli.settings import Settings
from stcli.states import reckoning
from stcli.views.reasons import Step, occurrence_steps, steps
from stcli.words import Language, translate

CALENDAR = Calendar(Listing(), shipped.listing)
OFFICE = Settings(calendar=CALENDAR)
ROLLING = Settings(calendar=CALENDAR, roll=True)
BASES = Bases(date(2026, 1, 5), None, date(2026, 2, 1), {"#2": date(2026, 3, 1)}.get)


def told(due: str, settings: Settings = OFFICE) -> list[str]:
    return list(map(said, steps(parse(due), BASES, settings)))


def said(step: Step) -> str:
    parts = (
        translate(step.text, Language.ENGLISH),
        step.day and step.day.isoformat(),
        step.rests_on,
    )
    return " | ".join(part for part in parts if part)


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("2026-03-31", ["the day itself is the last one | 2026-03-31 | 91/2015/QH13, điều 148.6"]),
        ("2026-03-31 16:00", ["until 16:00 of the day | 2026-03-31"]),
        (
            "2026-Q1",
            ["within 2026-Q1: its last day | 2026-03-31 | 91/2015/QH13, điều 148.6"],
        ),
        ("ongoing", ["it goes on, and has no last day"]),
        (
            "15 working days",
            [
                "counted from the day of issue | 2026-01-05",
                "this day is not counted | 91/2015/QH13, điều 147.3",
                "worked for 2026-01-02 | 2026-01-10 | 12729/VPCP-KGVX ngày 25/12/2025",
                "left out 3 days of weekends",
                "15 working days on | 2026-01-23 | 91/2015/QH13, điều 148.1",
            ],
        ),
        (
            "1 month from 2026-01-31",
            [
                "counted from the day named | 2026-01-31",
                "this day is not counted | 91/2015/QH13, điều 147.2",
                "1 month on | 2026-02-28 | 91/2015/QH13, điều 148.3",
                (
                    "the month has no day 31: its last one stands for it | 2026-02-28"
                    " | 91/2015/QH13, điều 148.3"
                ),
                "a day of the weekend | 2026-02-28",
                (
                    "the office leaves it; moved to the next working day it would be 2026-03-02"
                    " | 2026-02-28 | roll: none"
                ),
            ],
        ),
        (
            "2 weeks from effective",
            [
                "counted from the day of taking effect | 2026-02-01",
                "this day is not counted | 91/2015/QH13, điều 147.3",
                "2 weeks on | 2026-02-15 | 91/2015/QH13, điều 148.2",
                "a day of the weekend | 2026-02-15",
                (
                    "the office leaves it; moved to the next working day it would be 2026-02-23"
                    " | 2026-02-15 | roll: none"
                ),
            ],
        ),
        (
            "3 working days before 2026-05-07",
            [
                "counted from the day named | 2026-05-07",
                "this day is not counted | 91/2015/QH13, điều 147.2",
                "3 working days back | 2026-05-04 | 91/2015/QH13, điều 148.1",
            ],
        ),
        (
            "3 days before 2026-05-06",
            [
                "counted from the day named | 2026-05-06",
                "this day is not counted | 91/2015/QH13, điều 147.2",
                "3 days back | 2026-05-03 | 91/2015/QH13, điều 148.1",
                "a day of the weekend | 2026-05-03",
                "it is not moved: later would be too late | 2026-05-03",
            ],
        ),
        ("5 days from received", ["the day of receipt is not known: no last day"]),
        (
            "5 days from #2",
            [
                "counted from the completion of #2 | 2026-03-01",
                "this day is not counted | 91/2015/QH13, điều 147.3",
                "5 days on | 2026-03-06 | 91/2015/QH13, điều 148.1",
            ],
        ),
        ("5 days from #9", ["`#9` is not completed yet: no last day so far"]),
    ],
)
def test_the_way_to_a_last_day(due: str, expected: list[str]) -> None:
    assert told(due) == expected


def test_before_is_read_as_the_office_does() -> None:
    strict, *_ = told("before 2026-03-31")
    assert (
        strict
        == "the day before the one named, which is not included | 2026-03-30 | before: strict"
    )
    inclusive = Settings(calendar=CALENDAR, before_inclusive=True)
    assert told("before 2026-03-31", inclusive) == [
        "the day named is included, as the office reads it | 2026-03-31 | before: inclusive"
    ]


def test_a_day_off_moves_where_the_office_wants_it() -> None:
    assert told("2025-01", ROLLING)[1:] == [
        "off: Tết Âm lịch | 2025-01-31 | 6150/TB-BLĐTBXH",
        "it moves to the next working day | 2025-02-03 | 91/2015/QH13, điều 148.5",
    ]
    assert told("2025-05-02", ROLLING)[1] == (
        "off: 2025-04-26 is worked for it | 2025-05-02 | 6150/TB-BLĐTBXH"
    )


def test_an_occurrence_has_the_day_of_its_period() -> None:
    series = parse("quarterly before 20")
    assert isinstance(series, Series)
    first = next(occurrences(series, date(2026, 7, 1)))
    assert list(map(said, occurrence_steps(first, series, ROLLING))) == [
        "it falls due again and again: quarterly before 20",
        "its day for 2026-Q3 | 2026-09-19 | before: strict",
        "a day of the weekend | 2026-09-19",
        "it moves to the next working day | 2026-09-21 | 91/2015/QH13, điều 148.5",
    ]


DUES = st.sampled_from(
    (
        "2026-02-28",
        "before 2026-09-03",
        "2026-02",
        "2027",
        "20 working days",
        "45 days",
        "2 weeks from effective",
        "13 months from 2025-01-31",
        "1 year from 2024-02-29",
        "9 working days from #2",
        "4 working days before effective",
        "2 months before 2026-08-31",
    )
)


@given(due=DUES, inclusive=st.booleans(), roll=st.booleans())
def test_the_last_steps_are_the_days_that_are_reckoned(
    due: str, *, inclusive: bool, roll: bool
) -> None:
    settings = Settings(calendar=CALENDAR, before_inclusive=inclusive, roll=roll)
    deadline = parse(due)
    found = reckoning(deadline, BASES, settings)
    assert found is not None
    days = [step.day for step in steps(deadline, BASES, settings) if step.day is not None]
    last = last_day(deadline, BASES, CALENDAR, before_inclusive=inclusive)
    assert days[-1] == found.effective
    assert last in days
