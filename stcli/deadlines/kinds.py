"""The kinds of deadlines, as read from a text and before any day is counted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date, time


class Span(StrEnum):
    """How long a `Period` is; `YEARS` is more than one year."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    YEAR = "year"
    YEARS = "years"


class Unit(StrEnum):
    """What a `Count` counts."""

    DAY = "day"
    WORKING_DAY = "working-day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Base(StrEnum):
    """The day of a directive that a `Count` starts from."""

    ISSUED = "issued"
    RECEIVED = "received"
    EFFECTIVE = "effective"


class Every(StrEnum):
    """How often a `Series` falls due."""

    WEEK = "weekly"
    MONTH = "monthly"
    QUARTER = "quarterly"
    HALF_YEAR = "half-yearly"
    YEAR = "yearly"


class Weekday(StrEnum):
    """A day of the week, in the order of ISO 8601."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


@dataclass(frozen=True, slots=True, order=True)
class MonthDay:
    """A day that every year has; 29 February stands for the last day of February."""

    month: int
    day: int


Anchor: TypeAlias = Weekday | int | MonthDay
"""The day within a week (a weekday), a month or a quarter (a number) or a year (month and day)."""


@dataclass(frozen=True, slots=True)
class Completion:
    """The day on which another task is completed: `#2` of the same directive, `25/CT-TTg#2`."""

    reference: str


@dataclass(frozen=True, slots=True)
class Day:
    """On that day at the latest, until an hour where one is stated: `2024-06-30 16:00`."""

    day: date
    hour: time | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """Before that day: `before 2024-06-30`."""

    day: date


@dataclass(frozen=True, slots=True)
class Period:
    """Within that period, of which `first` and `last` are days: `2024-06`, `2025..2026`."""

    first: date
    last: date
    unit: Span


@dataclass(frozen=True, slots=True)
class Count:
    """Within so many days, weeks, months or years from a day: `15 days from received`."""

    amount: int
    unit: Unit
    base: Base | date | Completion


@dataclass(frozen=True, slots=True)
class Ahead:
    """At least so many days, weeks, months or years ahead of a day: `3 days before effective`."""

    amount: int
    unit: Unit
    base: Base | date


@dataclass(frozen=True, slots=True)
class Series:
    """Again in every period, by the day that the anchors name: `quarterly by 20 from 2024`.

    Half-yearly has two anchors, one in each half of the year; `yearly` alone has none and means
    31 December; the others have one or more. A number is a day of the month, of the last month of
    a quarter. In a month that has no such day the last one stands for it. `strict` is `before` in
    place of `by`. `first` and `last` are years. The day may have an `hour`. With `following` it
    is that of the next week, month or year: `monthly by 5 of next month`.
    """

    every: Every
    anchors: tuple[Anchor, ...]
    strict: bool
    first: int | None
    last: int | None
    hour: time | None = None
    following: bool = False


@dataclass(frozen=True, slots=True)
class Ongoing:
    """A task that never ends: `ongoing`, or `2025..` where the year it starts is known."""

    since: int | None


Deadline: TypeAlias = Day | Before | Period | Count | Ahead | Series | Ongoing
