"""Days, months and years as they are written: `2025-06-30`, `06`, `2025`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time
from typing import TYPE_CHECKING

from stcli.days import FIRST_YEAR, LAST_YEAR, plain_day
from stcli.deadlines.problems import DeadlineProblem
from stcli.messages import say

if TYPE_CHECKING:
    from stcli.messages import Message

_MONTHS = (
    say("January"),
    say("February"),
    say("March"),
    say("April"),
    say("May"),
    say("June"),
    say("July"),
    say("August"),
    say("September"),
    say("October"),
    say("November"),
    say("December"),
)
_LEAP_YEAR = 2024
_HOURS = 24
_MINUTES = 60
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_day(text: str) -> date | None:
    """Give the day written as year-month-day with ten characters, from 1900-01-01 to 2200-12-31.

    None for a text of another form; a DeadlineProblem for a day that no month has.
    """
    return plain_day(text) or (real_day(text) if _DAY.fullmatch(text) else None)


def parse_year(text: str) -> int:
    """Give the year of four digits; a DeadlineProblem outside 1900 to 2200, where it is a slip."""
    year = int(text)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DeadlineProblem(
            say("the year {year} is out of range", year=text),
            say("write a year from {first} to {last}", first=str(FIRST_YEAR), last=str(LAST_YEAR)),
        )
    return year


def parse_month(text: str) -> int:
    """Give the month of two digits; a DeadlineProblem if there is none of that number."""
    month = int(text)
    if not 1 <= month <= len(_MONTHS):
        raise DeadlineProblem(
            say("there is no month {month}", month=text),
            say("write a month from {first} to {last}", first="01", last="12"),
        )
    return month


def parse_month_day(text: str) -> tuple[int, int]:
    """Give month and day of `12-15`; a DeadlineProblem for a day that no year has."""
    month, day = parse_month(text[:2]), int(text[3:])
    length = month_length(_LEAP_YEAR, month)
    if not 1 <= day <= length:
        raise DeadlineProblem(
            say(
                "there is no {text}: {month} never has more than {days} days",
                text=text,
                month=_MONTHS[month - 1],
                days=length,
            ),
            _between(text[:3], length),
        )
    return month, day


def parse_hour(text: str) -> time:
    """Give the hour of `16:00`; a DeadlineProblem if no day has it."""
    hour, minute = int(text[:2]), int(text[3:])
    if hour < _HOURS and minute < _MINUTES:
        return time(hour, minute)
    raise DeadlineProblem(
        say("there is no hour {text}", text=text),
        say("write an hour from {first} to {last}", first="00:00", last="23:59"),
    )


def month_length(year: int, month: int) -> int:
    """Give the number of days of a month."""
    return monthrange(year, month)[1]


def real_day(text: str) -> date:
    """Give the day of ten characters that have its form; a DeadlineProblem if no month has it."""
    year, month, day = parse_year(text[:4]), parse_month(text[5:7]), int(text[8:])
    length = month_length(year, month)
    if not 1 <= day <= length:
        raise DeadlineProblem(
            say(
                "there is no {text}: {month} {year} has {days} days",
                text=text,
                month=_MONTHS[month - 1],
                year=text[:4],
                days=length,
            ),
            _between(text[:8], length),
        )
    return date(year, month, day)


def _between(month: str, length: int) -> Message:
    return say("write a day from {first} to {last}", first=f"{month}01", last=f"{month}{length}")
