"""Colour on a terminal: the sixteen colours that every theme has chosen with care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.render.style import Tone

if TYPE_CHECKING:
    from stcli.render.style import Style

_CODES = {
    Tone.PLAIN: "",
    Tone.TITLE: "1",
    Tone.NAME: "36",
    Tone.QUIET: "2",
    Tone.GOOD: "32",
    Tone.LATE: "35",
    Tone.NEAR: "33",
    Tone.BAD: "31",
    Tone.OPEN: "34",
}


def paint(text: str, tone: Tone, style: Style) -> str:
    """Give a text, already fit for a terminal, in the colour of its tone."""
    code = _CODES[tone]
    return f"\x1b[{code}m{text}\x1b[0m" if style.color and code and text.strip() else text
