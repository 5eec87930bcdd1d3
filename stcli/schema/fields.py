"""The kinds of values that keys take, each read from the text that was typed.

These are schemas of pydantic's engine, `pydantic_core`. The engine builds the model's own classes,
so that nothing is defined or copied twice; DECISIONS.md has the measurements.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pydantic_core import core_schema

from stcli import deadlines
from stcli.deadlines import DeadlineProblem, period_name
from stcli.diagnostics import Rewriting
from stcli.messages import say
from stcli.spelling import same

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from pydantic_core import CoreSchema

    from stcli.deadlines import Deadline
    from stcli.messages import Message

_LONGEST_NUMBER = 9


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
                fix = _instead(problem, deadlines.parse)
                raise ValueFault("malformed-deadline", problem.message, problem.help, fix) from None
        case _:
            raise ValueFault(
                "malformed-deadline",
                say("a list or mapping stands where a deadline should be"),
                say("write it as one text, such as 2025-06-30 or 2025-Q2"),
            )


def _read_period(value: object) -> str | None:
    if value is None:
        return None
    name = period_name(value) if isinstance(value, str) else None
    if name is None:
        raise ValueFault(
            "malformed-period",
            say("`{value}` is not a period", value=value),
            say(
                "write a week ({week}), month ({month}), quarter ({quarter}), half ({half}), year"
                " ({year}) or day ({day})",
                week="2025-W23",
                month="2025-06",
                quarter="2025-Q2",
                half="2025-H1",
                year="2025",
                day="2025-06-10",
            ),
        )
    return name


def _read_required_period(value: object) -> str:
    name = _read_period(value)
    if name is None:
        raise ValueFault(
            "missing-key", say("a period is required here"), say("write it as 2025-06 or 2025-Q2")
        )
    return name


def whole_number(low: int, high: int, *, empty: int | None = None) -> CoreSchema:
    """Read a whole number within bounds, inclusive; nothing written gives `empty`."""

    def read(value: object) -> int | None:
        if value is None:
            return empty
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

    return core_schema.no_info_plain_validator_function(read)


def required_whole_number(low: int, high: int) -> CoreSchema:
    """Read a whole number within bounds, which has to be written."""

    def read(value: object) -> object:
        if value is None:
            raise ValueFault(
                "missing-key", say("a number is required here"), say("write digits only")
            )
        return value

    return core_schema.no_info_before_validator_function(read, whole_number(low, high))


def one_of(words: Mapping[str, object], *, empty: object = None) -> CoreSchema:
    """Read one of a few words, as what it stands for; nothing written gives `empty`."""

    def read(value: object) -> object:
        match value:
            case None:
                return empty
            case str() if value in words:
                return words[value]
            case _:
                raise ValueFault(
                    "wrong-value",
                    say("`{value}` is not one of {words}", value=value, words=", ".join(words)),
                    say("write one of these words"),
                )

    # The words can be asked for: whoever completes what is typed proposes them.
    return core_schema.no_info_plain_validator_function(read, metadata={"words": tuple(words)})


def optional(kind: CoreSchema, *, empty: object = None) -> CoreSchema:
    """Read a value that may be empty, which gives `empty`."""
    return core_schema.no_info_wrap_validator_function(
        lambda value, read: empty if value is None else read(value), kind
    )


def many(kind: CoreSchema) -> CoreSchema:
    """Read a list; nothing written gives an empty one."""
    return core_schema.no_info_before_validator_function(
        lambda value: () if value is None else value, core_schema.tuple_variable_schema(kind)
    )


TEXT = core_schema.str_schema(pattern=r"\S")
OPTIONAL_TEXT = core_schema.nullable_schema(TEXT)
TEXTS = core_schema.no_info_before_validator_function(
    _listed, core_schema.tuple_variable_schema(TEXT)
)
NAME = core_schema.no_info_after_validator_function(same, TEXT)
NAMES = core_schema.no_info_before_validator_function(
    _listed, core_schema.tuple_variable_schema(NAME)
)
OPTIONAL_NAME = core_schema.nullable_schema(NAME)
OPTIONAL_NAMES = core_schema.nullable_schema(NAMES)
IDENTIFIER = core_schema.no_info_after_validator_function(
    same, core_schema.str_schema(pattern=r"^[^\s#/@]+$")
)
DAY = core_schema.no_info_plain_validator_function(_read_required_day)
OPTIONAL_DAY = core_schema.no_info_plain_validator_function(_read_day)
PERIOD = core_schema.no_info_plain_validator_function(_read_required_period)
OPTIONAL_PERIOD = core_schema.no_info_plain_validator_function(_read_period)
DEADLINE = core_schema.no_info_plain_validator_function(_read_deadline)
