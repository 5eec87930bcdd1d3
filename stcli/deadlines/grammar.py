"""The grammar of deadlines: a text read into one of the kinds, or said to be none."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NoReturn

from stcli.deadlines.days import (
    month_length,
    parse_hour,
    parse_month,
    parse_year,
    real_day,
)
from stcli.deadlines.kinds import (
    Ahead,
    Base,
    Before,
    Completion,
    Count,
    Day,
    Ongoing,
    Period,
    Span,
    Unit,
)
from stcli.deadlines.problems import DeadlineProblem
from stcli.deadlines.series import parse_series
from stcli.deadlines.writing import write
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from stcli.deadlines.kinds import Deadline

MOST = {
    Unit.DAY: 36_500,
    Unit.WORKING_DAY: 25_000,
    Unit.WEEK: 5_200,
    Unit.MONTH: 1_200,
    Unit.YEAR: 100,
}
"""The highest amount of each unit: about a century, beyond which it is a slip."""


def read(words: str) -> Deadline | None:
    """Give the deadline of words with single spaces, or None for words of no known form.

    A DeadlineProblem is raised for words of a known form that cannot be.
    """
    for form, read in _FORMS:
        if found := form.fullmatch(words):
            return read(found)
    return parse_series(words)


def _day(found: re.Match[str]) -> Day:
    return Day(real_day(found["day"]), parse_hour(found["hour"]) if found["hour"] else None)


def _before(found: re.Match[str]) -> Before:
    return Before(real_day(found["day"]))


def _before_period(found: re.Match[str]) -> NoReturn:
    last = _period(found).first - timedelta(days=1)
    raise DeadlineProblem(
        say("before takes a day, not a period"),
        say("write {day}, the day before it begins", day=last.isoformat()),
        instead=last.isoformat(),
    )


def _period(found: re.Match[str]) -> Period:
    year = parse_year(found["year"])
    match found["month"], found["quarter"], found["half"]:
        case str(text), _, _:
            month = parse_month(text)
            return _months(year, month, month, Span.MONTH)
        case _, str(text), _:
            last = 3 * _part(text, "Q", 4)
            return _months(year, last - 2, last, Span.QUARTER)
        case _, _, str(text):
            last = 6 * _part(text, "H", 2)
            return _months(year, last - 5, last, Span.HALF_YEAR)
        case _:
            return _months(year, 1, 12, Span.YEAR)


def _part(number: str, letter: str, parts: int) -> int:
    if not 1 <= int(number) <= parts:
        raise DeadlineProblem(
            say("there is no {part} in a year", part=letter + number),
            say(
                "write one of {choices}",
                choices=", ".join(f"{letter}{n + 1}" for n in range(parts)),
            ),
        )
    return int(number)


def _months(year: int, first: int, last: int, unit: Span) -> Period:
    return Period(date(year, first, 1), date(year, last, month_length(year, last)), unit)


def _years(found: re.Match[str]) -> Period:
    first, last = parse_year(found["first"]), parse_year(found["last"])
    if first > last:
        raise DeadlineProblem(
            say("{text} runs backwards", text=found[0]),
            say("write {deadline}", deadline=f"{last}..{first}"),
            instead=f"{last}..{first}",
        )
    unit = Span.YEAR if first == last else Span.YEARS
    return Period(date(first, 1, 1), date(last, 12, 31), unit)


def _ongoing(found: re.Match[str]) -> Ongoing:
    return Ongoing(parse_year(found["since"]) if found["since"] else None)


def _count(found: re.Match[str]) -> Count:
    unit, amount = _length(found)
    base = found["base"]
    if found["task"] is not None:
        return Count(amount, unit, Completion(f"#{found['task']}"))
    if base is not None and "#" in base:
        return Count(amount, unit, Completion(base))
    return Count(amount, unit, Base.ISSUED if base is None else _base(base))


def _ahead(found: re.Match[str]) -> Ahead:
    unit, amount = _length(found)
    return Ahead(amount, unit, _base(found["base"]))


def _length(found: re.Match[str]) -> tuple[Unit, int]:
    unit, amount = Unit(found["unit"].replace(" ", "-")), int(found["amount"])
    if not 1 <= amount <= MOST[unit]:
        raise DeadlineProblem(
            say("the amount {amount} is out of range", amount=found["amount"]),
            say(
                "write from {first} to {last}",
                first=write(Count(1, unit, Base.ISSUED)),
                last=write(Count(MOST[unit], unit, Base.ISSUED)),
            ),
        )
    return unit, amount


def _base(text: str) -> Base | date:
    match text:
        case "issued" | "received" | "effective":
            return Base(text)
        case day:
            return real_day(day)


_DAY_FORM = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_PERIOD_FORM = (
    "(?P<year>[0-9]{4})(?:-(?:(?P<month>[0-9]{2})|[Qq](?P<quarter>[0-9])|[Hh](?P<half>[0-9])))?"
)
_LENGTH_FORM = "(?P<amount>[0-9]{1,95}) (?P<unit>working[ -]day|day|week|month|year)s?"
_BASE_FORM = f"issued|received|effective|{_DAY_FORM}"
_TASK_FORM = r"[^\s#]{0,100}#[^\s#]{1,100}"
_HOUR_FORM = "(?P<hour>[0-9]{2}:[0-9]{2})"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Deadline]], ...] = (
    (re.compile(rf"(?P<day>{_DAY_FORM})(?: {_HOUR_FORM})?"), _day),
    (re.compile(_PERIOD_FORM), _period),
    (re.compile(rf"before (?P<day>{_DAY_FORM})"), _before),
    (re.compile(rf"before (?P<day>{_DAY_FORM}) {_HOUR_FORM}"), _day),
    (
        re.compile(
            rf"{_LENGTH_FORM}(?: from (?:task (?P<task>[^\s#]{{1,100}})"
            rf"|(?P<base>{_BASE_FORM}|{_TASK_FORM})))?"
        ),
        _count,
    ),
    (re.compile(rf"{_LENGTH_FORM} before (?P<base>{_BASE_FORM})"), _ahead),
    (re.compile(r"(?P<first>[0-9]{4}) ?\.\. ?(?P<last>[0-9]{4})"), _years),
    (re.compile(r"ongoing|(?P<since>[0-9]{4}) ?\.\."), _ongoing),
    (re.compile(f"before {_PERIOD_FORM}"), _before_period),
)
