"""How many columns of a screen a text takes, and how it is made to fit into fewer."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate, takewhile
from typing import Final

_SINGLE: Final = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u2190-\u22ff\u2500-\u259f]*"
)
"""Text in which every character takes one column, as nearly all Vietnamese text does."""
ELLIPSIS: Final = "…"


def width(text: str) -> int:
    """Give the columns a text takes: marks none, East Asian wide characters two."""
    if text.isascii() or _SINGLE.fullmatch(text):
        return len(text)
    return sum(map(_columns, text))


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """Give a text filled up with spaces, at its end, or before it for `right`."""
    space = " " * (columns - width(text))
    return f"{space}{text}" if right else f"{text}{space}"


def cut(text: str, columns: int) -> str:
    """Give a text, or where it is wider its beginning and an ellipsis."""
    if width(text) <= columns:
        return text
    ends = accumulate(map(_columns, text))
    fitting = sum(1 for _ in takewhile(lambda end: end < columns, ends))
    return text[:fitting].rstrip() + ELLIPSIS


def wrap(text: str, columns: int, lines: int | None = None) -> list[str]:
    """Give a text in lines, broken between words; what does not fit into so many lines is cut.

    A word wider than a line is cut if the lines are limited. If they are not, it stays whole,
    so that an address can still be copied, and its line is too long.
    """
    if width(text) <= columns:
        return [text]
    found = [""]
    for word in text.split(" "):
        joined = f"{found[-1]} {word}" if found[-1] else word
        if width(joined) <= columns or not found[-1]:
            found[-1] = joined
        elif len(found) == lines:
            found[-1] = _elided(found[-1], columns)
            break
        else:
            found.append(word)
    return found if lines is None else [cut(one, columns) for one in found]


def _elided(text: str, columns: int) -> str:
    """Give a text that goes on: as many whole words as fit with an ellipsis, one at least."""
    while " " in text and width(text) >= columns:
        text = text.rpartition(" ")[0]
    return cut(text.rstrip(" ,;:.") + ELLIPSIS, columns)


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
