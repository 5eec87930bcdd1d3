"""The line of a file that a finding is about, with marks under the very characters."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from stcli.render.sinks import terminal_characters
from stcli.render.width import ELLIPSIS, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.diagnostics import Place

_TAB = 4
_GUTTER = 3  # " | "
_MARK = "^"


def excerpt(place: Place, columns: int) -> Iterator[tuple[str, str, str]]:
    """Give line number, text and marks of a place, for so many columns; nothing of an empty line.

    Marks stand under the characters even where some take two columns, or none, or are spelt out.
    A line that is too long is cut at both ends, so that the first mark is seen.
    """
    if not place.excerpt:
        return
    number = str(place.line)
    cells = _expanded(place.excerpt)
    length = len(cells)
    first = place.column - 1 - place.excerpt_from
    if first >= length:  # the end of the line, after its last character
        first = length
        cells.append(" ")
    last = place.end_column - 1 - place.excerpt_from if place.end_line == place.line else len(cells)
    last = max(min(last, len(cells)), first + 1)
    ends = [0, *accumulate(map(width, cells))]
    start, stop = _window(ends, first, last, columns - len(number) - _GUTTER)
    before = ELLIPSIS if start or place.excerpt_from else ""
    after = ELLIPSIS if stop < len(cells) else ""
    marked = ends[min(last, stop)] - ends[first]
    marks = " " * (len(before) + ends[first] - ends[start]) + _MARK * max(marked, 1)
    yield number, before + "".join(cells[start : min(stop, length)]) + after, marks


def _expanded(text: str) -> list[str]:
    """Give what each character becomes on a terminal, a tab the spaces to its next stop."""
    cells = terminal_characters(text)
    column = 0
    for position, character in enumerate(text):
        if character == "\t":
            cells[position] = " " * (_TAB - column % _TAB)
        column += width(cells[position])
    return cells


def _window(ends: list[int], first: int, last: int, columns: int) -> tuple[int, int]:
    """Give from which to which character to show: all, or those around the marks.

    `ends` are the columns at which the characters end, and 0 before the first. Two columns are
    kept for the ellipses.
    """
    if ends[-1] <= columns:
        return 0, len(ends) - 1
    room = max(columns - 2, 1)
    start = 0
    if ends[last] > room:
        wanted = min(ends[first] - room // 3, ends[-1] - room)
        start = next(at for at, end in enumerate(ends) if end >= wanted)
    stop = max(at for at, end in enumerate(ends) if end - ends[start] <= room)
    return start, stop
