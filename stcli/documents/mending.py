"""Slips of syntax mended: the smallest edit of a text after which its line says what was meant."""

from __future__ import annotations

import re

from stcli.diagnostics import Edit, Fix
from stcli.messages import say

_CONTENT = re.compile(r"[ ]*(?:-[ ]+)*")
_LIKE_A_KEY = re.compile(r"(?:^|[ ])[a-z_]+:(?=\s|$)", re.ASCII)
_LEAD = re.compile(r"[ ]*(?P<dashes>(?:-[ ]*)*)(?P<blank>[ \t]*)")


def spaced(at: int) -> Fix:
    """Give the fix that writes a space behind a colon."""
    return Fix(say("write a space after the colon"), (Edit(at, at, " "),))


def quoted(text: str, start: int) -> Fix | None:
    """Give the fix that quotes the text from an offset to the end of its line.

    None where it may go on on the next line, or end before a comment. A word that looks like a
    key leaves it open whether a line break is missing.
    """
    line_end = _line_end(text, start)
    start += len(text[start:line_end]) - len(text[start:line_end].lstrip(" "))
    value = text[start:line_end].rstrip()
    if not value or value[0] in "\"'[]{}|>&*!%#" or " #" in value or "\t" in value:
        return None
    if _goes_on(text, start, line_end):
        return None
    mark = "'" if '"' in value or "\\" in value else '"'
    doubled = value.replace("'", "''") if mark == "'" else value
    edit = Edit(start, start + len(value), f"{mark}{doubled}{mark}")
    return Fix(say("put the text in quotes"), (edit,), safe=not _LIKE_A_KEY.search(value))


def untabbed(text: str, tab: int) -> Fix | None:
    """Give the fix that puts spaces in place of the tabs at the start of a line.

    Behind a dash one space is enough; else the line is set under its neighbours, where these tell
    how far, and somebody has to look at it.
    """
    start = text.rfind("\n", 0, tab) + 1
    lead = _LEAD.match(text, start)
    if lead is None:
        return None
    title = say("write spaces for the tab")
    if lead["dashes"]:
        first = tab - len(text[start:tab]) + len(text[start:tab].rstrip(" "))
        return Fix(title, (Edit(first, lead.end(), " "),))
    column = _column(text[:start].splitlines(), is_entry=text.startswith("-", lead.end()))
    if column is None:
        return None
    return Fix(title, (Edit(start, lead.end(), " " * column),), safe=False)


def _column(above: list[str], *, is_entry: bool) -> int | None:
    """Give the column where a line belongs under those above it; None where it may be several."""
    lines = [line for line in above if line.strip() and not line.lstrip().startswith("#")]
    if not lines or any("\t" in line[: len(line) - len(line.lstrip())] for line in lines[-1:]):
        return None
    found = _CONTENT.match(lines[-1])
    column = found.end() if found else 0
    if lines[-1].rstrip().endswith(":"):
        return column + 2
    if is_entry:
        entries = [line for line in lines if line.lstrip(" ").startswith("-")]
        return len(entries[-1]) - len(entries[-1].lstrip(" ")) if entries else None
    is_text = column and ":" not in lines[-1]
    return None if is_text else column


def _goes_on(text: str, start: int, line_end: int) -> bool:
    """Tell whether the lines below one are a part of its value."""
    line_start = text.rfind("\n", 0, start) + 1
    found = _CONTENT.match(text, line_start)
    column = found.end() - line_start if found else 0
    for line in text[line_end : line_end + _LOOKED_AT].split("\n")[1:]:
        if line.strip():
            return len(line) - len(line.lstrip()) > column
    return False


_LOOKED_AT = 2_000


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
