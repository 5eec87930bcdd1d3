"""Days as they are written everywhere: `2025-06-30`."""

from __future__ import annotations

from datetime import date
from typing import Final

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2200
"""Outside of these a year is a slip."""

_LENGTH: Final = len("2025-06-30")


def plain_day(text: str) -> date | None:
    """Give the day written as year-month-day with ten characters, if there is one.

    None for every other text, of which `deadlines.parse_day` says what is wrong with it.
    """
    if len(text) != _LENGTH or not text.isascii() or text[4] != "-" or text[7] != "-":
        return None
    year, month, day = text[:4], text[5:7], text[8:]
    if not (year + month + day).isdecimal() or not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
