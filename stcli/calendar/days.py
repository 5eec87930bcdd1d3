"""What a calendar lists: a row for each day off and for each swapped working day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Certainty(StrEnum):
    """Whether a day is off by a decision or by law, or only as practice lets expect."""

    DECIDED = "decided"
    EXPECTED = "expected"


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day without work; it may fall on a weekend. `document` is the law or notice it rests on."""

    day: date
    name: str
    document: str
    certainty: Certainty = Certainty.DECIDED


@dataclass(frozen=True, slots=True)
class Swap:
    """A working day that is taken off, and the day of a weekend that is worked in its place."""

    rest: date
    work: date
    document: str
    certainty: Certainty = Certainty.DECIDED


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows of one file, of one year or of several; weekends are not listed."""

    days_off: tuple[DayOff, ...] = ()
    swapped: tuple[Swap, ...] = ()
