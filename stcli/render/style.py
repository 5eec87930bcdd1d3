"""How to draw: width, colour and language, and the tones of a text."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from stcli.words import Language


class Style(NamedTuple):
    """How to draw: the columns of the screen, whether with colour, in which language."""

    width: int
    color: bool
    language: Language


class Tone(StrEnum):
    """What a text is, for formats that can show it; what it says never depends on it."""

    PLAIN = "plain"
    TITLE = "title"
    NAME = "name"
    QUIET = "quiet"
    GOOD = "good"
    LATE = "late"
    NEAR = "near"
    BAD = "bad"
    OPEN = "open"
