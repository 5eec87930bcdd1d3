"""Days, numbers and shares as each language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stcli.words.languages import Language

if TYPE_CHECKING:
    from datetime import date

_SWAPPED = str.maketrans(",.", ".,")
_WHOLE = 1000  # tenths of a percent


class Share(NamedTuple):
    """A part of a base, for a sentence that names the base: `{share} of those due`."""

    part: int
    base: int


def day(day: date, language: Language) -> str:
    """Give a day: `2025-06-30` in English, `30/06/2025` in Vietnamese."""
    if language is Language.VIETNAMESE:
        return f"{day.day:02}/{day.month:02}/{day.year:04}"
    return day.isoformat()


def number(number: float, language: Language) -> str:
    """Give a number with its thousands set apart: `1,234.5`, in Vietnamese `1.234,5`."""
    written = f"{number:,}"
    return written.translate(_SWAPPED) if language is Language.VIETNAMESE else written


def share(part: int, base: int, language: Language) -> str:
    """Give a part in percent of its base, which the sentence around it has to name.

    Each share is rounded on its own, half up, so that several need not add up to 100. Only
    nothing is `0%` and only everything is `100%`. Of an empty base there is no share: `–`.
    """
    if base == 0:
        return "–"
    if part in {0, base}:
        return f"{100 * part // base}%"
    tenths = (2 * _WHOLE * part + base) // (2 * base)
    tenths = min(max(tenths, 1), _WHOLE - 1)
    return f"{number(tenths / 10, language)}%"
