"""Values read from the texts that were typed, or a fault that says what is wrong with them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from stcli import deadlines
from stcli.deadlines import DeadlineProblem, period_name
from stcli.diagnostics import Rewriting
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from stcli.deadlines import Deadline
    from stcli.messages import Message

DAY_FORM = say("write it as 2025-06-30")
PERIOD_FORMS = say(
    "write a week ({week}), month ({month}), quarter ({quarter}), half ({half}), year ({year}) or"
    " day ({day})",
    week="2025-W23",
    month="2025-06",
    quarter="2025-Q2",
    half="2025-H1",
    year="2025",
    day="2025-06-10",
)
DIGITS = say("write digits only")

LONGEST_NUMBER = 9
"""Digits of a whole number at most."""


class ValueFault(ValueError):
    """A value that is not of its kind; the engine carries it, `faults` puts it in words."""

    def __init__(
        self,
        rule: str,
        message: Message,
        help: Message | None = None,
        fix: Rewriting | None = None,
    ) -> None:
        super().__init__(str(message))
        self.rule = rule
        self.message = message
        self.help = help
        self.fix = fix


def listed(value: object) -> object:
    """Give a list for one value, which is as good as a list of one; for none an empty list."""
    match value:
        case None:
            return ()
        case str():
            return (value,)
        case _:
            return value


def read_day(value: object) -> date | None:
    """Give a day, or None for nothing."""
    if isinstance(value, str):
        return _day_of(value)
    if value is None:
        return None
    raise ValueFault(
        "malformed-date",
        say("a list or mapping stands where a day should be"),
        say("write one day, as 2025-06-30"),
    )


@lru_cache(maxsize=8192)
def _day_of(text: str) -> date:
    try:
        return deadlines.parse_day(text)
    except DeadlineProblem as problem:
        fix = _instead(problem, deadlines.parse_day)
        raise ValueFault("malformed-date", problem.message, problem.help, fix) from None


def _instead(problem: DeadlineProblem, parse: Callable[[str], object]) -> Rewriting | None:
    """Give the text that the remedy of a problem names, if it can be read itself."""
    if problem.instead is None:
        return None
    try:
        parse(problem.instead)
    except DeadlineProblem:
        return None
    return Rewriting(say("write {text}", text=problem.instead), problem.instead, problem.sure)


def read_required_day(value: object) -> date:
    """Give a day that has to be written."""
    day = read_day(value)
    if day is None:
        raise ValueFault("missing-key", say("a day is required here"), DAY_FORM)
    return day


def read_deadline(value: object) -> Deadline | None:
    """Give a deadline, or None for nothing."""
    match value:
        case None:
            return None
        case str():
            try:
                return deadlines.parse(value)
            except DeadlineProblem as problem:
                fix = _instead(problem, deadlines.parse)
                raise ValueFault("malformed-deadline", problem.message, problem.help, fix) from None
        case _:
            raise ValueFault(
                "malformed-deadline",
                say("a list or mapping stands where a deadline should be"),
                say("write it as one text, such as 2025-06-30 or 2025-Q2"),
            )


def read_period(value: object) -> str | None:
    """Give the name of a period, or None for nothing."""
    if value is None:
        return None
    name = period_name(value) if isinstance(value, str) else None
    if name is None:
        raise ValueFault(
            "malformed-period",
            say("`{value}` is not a period", value=value),
            PERIOD_FORMS,
        )
    return name


def read_required_period(value: object) -> str:
    """Give the name of a period that has to be written."""
    name = read_period(value)
    if name is None:
        raise ValueFault(
            "missing-key", say("a period is required here"), say("write it as 2025-06 or 2025-Q2")
        )
    return name


def read_whole(value: object, bounds: tuple[int, int]) -> int:
    """Give a whole number within bounds, inclusive."""
    low, high = bounds
    text = value if isinstance(value, str) else ""
    digits = text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER
    if not digits or not low <= int(text) <= high:
        raise ValueFault(
            "wrong-value",
            say(
                "`{value}` is not a whole number from {low} to {high}",
                value=value,
                low=low,
                high=high,
            ),
            DIGITS,
        )
    return int(text)


def read_required_whole(value: object, bounds: tuple[int, int]) -> int:
    """Give a whole number within bounds that has to be written."""
    if value is None:
        raise ValueFault("missing-key", say("a number is required here"), DIGITS)
    return read_whole(value, bounds)


def read_word(value: object, words: Mapping[str, object]) -> object:
    """Give what one of a few words stands for."""
    if isinstance(value, str) and value in words:
        return words[value]
    raise ValueFault(
        "wrong-value",
        say("`{value}` is not one of {words}", value=value, words=", ".join(words)),
        say("write one of these words"),
    )
