"""How many columns of a screen a text takes."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

_SINGLE: Final = (
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e"
    "\u2190-\u22ff\u2500-\u259f]*"
)
"""Text in which every character takes one column, as nearly all Vietnamese text does."""
ELLIPSIS: Final = "…"


def width(text: str) -> int:
    """Give the columns a text takes: marks none, East Asian wide characters two."""
    if text.isascii() or _single().fullmatch(text):
        return len(text)
    return sum(map(_columns, text))


@cache
def _single() -> re.Pattern[str]:
    return re.compile(_SINGLE)


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """Give a text filled up with spaces, at its end, or before it for `right`."""
    space = " " * (columns - width(text))
    return f"{space}{text}" if right else f"{text}{space}"


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
