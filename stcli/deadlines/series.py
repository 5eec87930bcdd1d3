"""Deadlines that come back: `weekly by friday`, `half-yearly by 06-15, 12-01 from 2024`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from stcli.deadlines.days import month_length, parse_month_day, parse_year
from stcli.deadlines.kinds import Every, MonthDay, Series, Weekday
from stcli.deadlines.problems import DeadlineProblem, shortened
from stcli.deadlines.rewording import reworded
from stcli.messages import say

if TYPE_CHECKING:
    from stcli.deadlines.kinds import Anchor

_SERIES = re.compile(
    rf"(?P<every>{'|'.join(Every)})"
    r"(?: (?P<limit>by|before) (?P<anchors>[^ ,]+(?: ?, ?[^ ,]+)*))?"
    r"(?: from (?P<first>[0-9]{4}))?"
    r"(?: until (?P<last>[0-9]{4}))?"
)
_COMMA = re.compile(" ?, ?")
_NUMBER = re.compile("[0-9]{1,2}")
_MONTH_DAY = re.compile("[0-9]{2}-[0-9]{2}")
_LONGEST_MONTH = 31
_HALF = 6
_COMMON_YEAR = 2025
_EXAMPLES = {
    Every.WEEK: "weekly by friday",
    Every.MONTH: "monthly by 31",
    Every.QUARTER: "quarterly by 31",
    Every.HALF_YEAR: "half-yearly by 06-30, 12-31",
}


def parse_series(text: str) -> Series | None:
    """Give the series, or None for a text that has not the form of one.

    A DeadlineProblem is raised for a series whose days or years cannot be.
    """
    found = _SERIES.fullmatch(text)
    if found is None:
        return None
    every = Every(found["every"])
    first = parse_year(found["first"]) if found["first"] else None
    last = parse_year(found["last"]) if found["last"] else None
    if first is not None and last is not None and first > last:
        raise DeadlineProblem(
            say("{text} runs backwards", text=text),
            say("write from {first} until {last}", first=str(last), last=str(first)),
        )
    return Series(
        every=every,
        anchors=_anchors(every, found["anchors"]),
        strict=found["limit"] == "before",
        first=first,
        last=last,
    )


def _anchors(every: Every, text: str | None) -> tuple[Anchor, ...]:
    if text is None:
        return _no_anchors(every)
    words = tuple(_COMMA.split(text))
    match every:
        case Every.HALF_YEAR:
            return _halves(tuple(_month_day(word) for word in words))
        case Every.WEEK:
            return (_weekday(_only(every, words)),)
        case Every.MONTH | Every.QUARTER:
            return (_day_of_month(_only(every, words)),)
        case Every.YEAR:
            return (_month_day(_only(every, words)),)
    assert_never(every)


def _no_anchors(every: Every) -> tuple[Anchor, ...]:
    if every is Every.YEAR:
        return ()
    raise DeadlineProblem(
        say("{every} needs the day by which it falls due", every=every.value),
        say("write it with its day, such as {example}", example=_EXAMPLES[every]),
    )


def _only(every: Every, words: tuple[str, ...]) -> str:
    if len(words) > 1:
        raise DeadlineProblem(
            say("{every} takes one day", every=every.value),
            say("keep one day here and write a task for each of the others"),
        )
    return words[0]


def _halves(days: tuple[MonthDay, ...]) -> tuple[MonthDay, ...]:
    halves = tuple(sorted(days))
    if tuple(day.month <= _HALF for day in halves) == (True, False):
        return halves
    first = halves[0]
    month = (first.month + _HALF - 1) % (2 * _HALF) + 1
    other = MonthDay(month, min(first.day, month_length(_COMMON_YEAR, month)))
    example = ", ".join(f"{day.month:02}-{day.day:02}" for day in sorted((first, other)))
    raise DeadlineProblem(
        say("half-yearly takes two days, one in each half of the year"),
        say("write both, such as {example}", example=f"half-yearly by {example}"),
    )


def _weekday(word: str) -> Weekday:
    if word not in frozenset(Weekday):
        raise DeadlineProblem(
            say("`{word}` is not a day of the week", word=shortened(word)),
            say("write one of {choices}", choices=", ".join(Weekday)),
        )
    return Weekday(word)


def _day_of_month(word: str) -> int:
    if not (_NUMBER.fullmatch(word) and 1 <= int(word) <= _LONGEST_MONTH):
        raise DeadlineProblem(
            say("`{word}` is not a day of the month", word=shortened(word)),
            say("write a number from 1 to {last}", last=_LONGEST_MONTH),
        )
    return int(word)


def _month_day(word: str) -> MonthDay:
    if _MONTH_DAY.fullmatch(word):
        return MonthDay(*parse_month_day(word))
    meant = reworded(word)
    example = meant if _MONTH_DAY.fullmatch(meant) else "12-15"
    raise DeadlineProblem(
        say("`{word}` is not a day of the year", word=shortened(word)),
        say("write month and day, such as {example}", example=example),
    )
