"""Deadlines that come back: `weekly by friday`, `half-yearly by 06-15, 12-01 from 2024`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from stcli.deadlines.days import month_length, parse_hour, parse_month_day, parse_year
from stcli.deadlines.kinds import Every, MonthDay, Series, Weekday
from stcli.deadlines.problems import DeadlineProblem, shortened
from stcli.deadlines.writing import FOLLOWING
from stcli.messages import say

if TYPE_CHECKING:
    from stcli.deadlines.kinds import Anchor

_SERIES = re.compile(
    rf"(?P<every>{'|'.join(Every)})"
    r"(?: (?P<limit>by|before) (?P<anchors>[^ ,]+(?: ?, ?[^ ,]+)*)"
    r"(?: of next (?P<following>week|month|year))?"
    r"(?: (?P<hour>[0-9]{2}:[0-9]{2}))?)?"
    r"(?: from (?P<first>[0-9]{4}))?"
    r"(?: until (?P<last>[0-9]{4}))?"
)
_COMMA = re.compile(" ?, ?")
_NUMBER = re.compile("[0-9]{1,2}")
_MONTH_DAY = re.compile("[0-9]{2}-[0-9]{2}")
_DAY_FIRST = re.compile("(?P<day>[0-9]{1,2})[/.](?P<month>0?[1-9]|1[0-2])")
_LONGEST_MONTH = 31
_LONGEST = 1_000
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
    found = _SERIES.fullmatch(text) if len(text.replace(" ", "")) <= _LONGEST else None
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
    hour = parse_hour(found["hour"]) if found["hour"] else None
    return Series(
        every=every,
        anchors=_anchors(every, found["anchors"]),
        strict=found["limit"] == "before" and hour is None,
        first=first,
        last=last,
        hour=hour,
        following=_following(every, found["following"]),
    )


def _anchors(every: Every, text: str | None) -> tuple[Anchor, ...]:
    if text is None:
        return _no_anchors(every)
    words = tuple(_COMMA.split(text))
    match every:
        case Every.HALF_YEAR:
            return _halves(tuple(_month_day(word) for word in words))
        case Every.WEEK:
            named = {_weekday(word) for word in words}
            return tuple(day for day in Weekday if day in named)
        case Every.MONTH | Every.QUARTER:
            return tuple(sorted({_day_of_month(word) for word in words}))
        case Every.YEAR:
            return tuple(sorted({_month_day(word) for word in words}))
    assert_never(every)


def _following(every: Every, text: str | None) -> bool:
    """Tell whether the days lie after their period, in the stretch that can be meant."""
    if text is None:
        return False
    stretch = FOLLOWING.get(every)
    if stretch is None:
        raise DeadlineProblem(
            say("{every} takes days of the same year", every=every.value),
            say("write a series of each day: {example}", example="yearly by 01-10, 07-10"),
        )
    if text != stretch:
        raise DeadlineProblem(
            say("{every} takes no day of the next {stretch}", every=every.value, stretch=text),
            say("write {text}", text=f"of next {stretch}"),
        )
    return True


def _no_anchors(every: Every) -> tuple[Anchor, ...]:
    if every is Every.YEAR:
        return ()
    raise DeadlineProblem(
        say("{every} needs the day by which it falls due", every=every.value),
        say("write it with its day, such as {example}", example=_EXAMPLES[every]),
    )


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
    raise DeadlineProblem(
        say("`{word}` is not a day of the year", word=shortened(word)),
        say("write month and day, such as {example}", example=_example(word)),
    )


def _example(word: str) -> str:
    """Give the month and day of a word with the day first, else those of some day."""
    found = _DAY_FIRST.fullmatch(word)
    return "12-15" if found is None else f"{found['month']:0>2}-{found['day']:0>2}"
