"""The lines of a text: where they start and end, and what of them is comment or blank."""

from __future__ import annotations

import re

BLANKS = " \t\r\n"
"""What a line holds that holds nothing, and its end."""

_COMMENT = re.compile(r"[ \t]*#")
_BLANK_LINES = re.compile(r"(?:[ \t\r]*\n)*")
_LEAD = re.compile(r"[ ]*")


def line_start(text: str, at: int) -> int:
    """Give where the line of an offset starts."""
    return text.rfind("\n", 0, at) + 1


def line_stop(text: str, at: int) -> int:
    """Give where the line of an offset ends, before its line end."""
    found = text.find("\n", at)
    if found < 0:
        return len(text)
    return found - (text[found - 1 : found] == "\r")


def next_line(text: str, at: int) -> int:
    """Give where the line after that of an offset starts; the end of a text without one."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def line_end(text: str, at: int) -> str:
    """Give the line end that the line of an offset has, or else the line above, or the first."""
    for start in (at, line_start(text, at) - 1, 0):
        found = text.find("\n", max(start, 0))
        if found >= 0:
            return "\r\n" if text[found - 1 : found] == "\r" else "\n"
    return "\n"


def column(text: str, at: int) -> int:
    """Give the number of characters before an offset on its line."""
    return at - line_start(text, at)


def is_blank(text: str, start: int) -> bool:
    """Tell whether a line holds nothing."""
    return not text[start : line_stop(text, start)].strip(BLANKS)


def after_blanks(text: str, start: int) -> int:
    """Give the start of the first line from one on that is not blank."""
    found = _BLANK_LINES.match(text, start)
    return found.end() if found else start


def comment_column(text: str, start: int) -> int | None:
    """Give the column of the comment that is all a line holds; None for any other line."""
    found = _COMMENT.match(text, start)
    return found.end() - 1 - start if found else None


def indentation(text: str, start: int) -> int:
    """Give the number of spaces at the start of a line."""
    found = _LEAD.match(text, start)
    return found.end() - start if found else 0


def skip(text: str, at: int, signs: str = "") -> int:
    """Give the first offset from one on that is neither blank, in a comment, nor one of signs."""
    while at < len(text):
        if text[at] == "#":
            at = next_line(text, at)
        elif text[at] in BLANKS or text[at] in signs:
            at += 1
        else:
            break
    return at
