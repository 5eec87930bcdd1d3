"""The kinds of values the keys take, each read from the text that was typed."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, Field, PlainValidator

from stcli import deadlines
from stcli.deadlines import DeadlineProblem
from stcli.messages import say

if TYPE_CHECKING:
    from datetime import date

    from stcli.deadlines import Deadline
    from stcli.messages import Message

_LONGEST_NUMBER = 9


class ValueFault(ValueError):
    """A value that is not of its kind; pydantic carries it, `faults` puts it in words."""

    def __init__(self, rule: str, message: Message, help: Message | None = None) -> None:
        super().__init__(str(message))
        self.rule = rule
        self.message = message
        self.help = help


def _listed(value: object) -> object:
    """One value is as good as a list of one; an empty one is an empty list."""
    match value:
        case None:
            return ()
        case str():
            return (value,)
        case _:
            return value


def _read_day(value: object) -> date | None:
    match value:
        case None:
            return None
        case str():
            return _day_of(value)
        case _:
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
        raise ValueFault("malformed-date", problem.message, problem.help) from None


def _read_required_day(value: object) -> date:
    day = _read_day(value)
    if day is None:
        raise ValueFault(
            "missing-key", say("a day is required here"), say("write it as 2025-06-30")
        )
    return day


def _read_deadline(value: object) -> Deadline | None:
    match value:
        case None:
            return None
        case str():
            try:
                return deadlines.parse(value)
            except DeadlineProblem as problem:
                raise ValueFault("malformed-deadline", problem.message, problem.help) from None
        case _:
            raise ValueFault(
                "malformed-deadline",
                say("a list or mapping stands where a deadline should be"),
                say("write it as one text, such as 2025-06-30 or 2025-Q2"),
            )


def whole_number(low: int, high: int) -> PlainValidator:
    """Read a whole number within bounds, inclusive."""

    def read(value: object) -> int | None:
        if value is None:
            return None
        text = value if isinstance(value, str) else ""
        digits = text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER
        if not digits or not low <= int(text) <= high:
            raise ValueFault(
                "wrong-value",
                say(
                    "`{value}` is not a whole number from {low} to {high}",
                    value=value,
                    low=low,
                    high=high,
                ),
                say("write digits only"),
            )
        return int(text)

    return PlainValidator(read)


def one_of(*words: str) -> PlainValidator:
    """Read one of a few fixed words."""

    def read(value: object) -> str | None:
        match value:
            case None:
                return None
            case str() if value in words:
                return value
            case _:
                pass
        raise ValueFault(
            "wrong-value",
            say("`{value}` is not one of {words}", value=value, words=", ".join(words)),
            say("write one of these words"),
        )

    return PlainValidator(read)


Text = Annotated[str, Field(pattern=r"\S")]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_listed)]
OptionalTexts = Annotated[
    tuple[Text, ...] | None,
    BeforeValidator(lambda value: None if value is None else _listed(value)),
]
Identifier = Annotated[str, Field(pattern=r"^[^\s#/@]+$")]
# `Any`, or pydantic would look into the classes, which the validators build themselves.
Day = Annotated[Any, PlainValidator(_read_required_day)]
OptionalDay = Annotated[Any, PlainValidator(_read_day)]
DeadlineText = Annotated[Any, PlainValidator(_read_deadline)]
