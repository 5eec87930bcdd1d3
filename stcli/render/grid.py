"""A table on a terminal: its columns fitted to the width, its cells in colour and with signs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from stcli.messages import say
from stcli.render.bars import bar
from stcli.render.cells import SIGNS, TONES, URGENT, branches, cell_text
from stcli.render.fit import GAP, Extent, fit
from stcli.render.page import Branch, Column, Tone
from stcli.render.paint import paint, paint_all
from stcli.render.sinks import terminal_text
from stcli.render.width import width, wrap
from stcli.states import State
from stcli.views.status import Counts
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stcli.render.page import Cell, Style, Table
    from stcli.render.paint import Spans

_BAR = 24
"""Columns of a bar where there is room."""
_READABLE = 48
"""Columns of a text that need not go below the others."""
_INDENT = "  "


@dataclass(frozen=True, slots=True)
class _Slot:
    """A column that is drawn: its position in the rows, its title, the room it has."""

    at: int
    column: Column
    title: str
    room: int


@dataclass(frozen=True, slots=True)
class _Layout:
    """The columns beside each other, those below them, and the titles of those left out."""

    beside: tuple[_Slot, ...]
    below: tuple[_Slot, ...]
    dropped: tuple[str, ...]


def grid(table: Table, style: Style) -> Iterator[str]:
    """Give the lines of a table."""
    layout = _layout(table, style)
    yield from _titles(layout.beside, style)
    for row in table.rows:
        yield from _row(row, layout, style)
    if table.totals is not None:
        whole = sum(slot.room for slot in layout.beside) + GAP * (len(layout.beside) - 1)
        yield paint("─" * min(whole, style.width), Tone.QUIET, style)
        yield from _row(table.totals, _strong(layout), style)
    if layout.dropped:
        note = say("for lack of room left out: {columns}", columns=layout.dropped)
        for line in wrap(translate(note, style.language), style.width):
            yield paint(line, Tone.QUIET, style)


def _layout(table: Table, style: Style) -> _Layout:
    slots = [
        _Slot(at, column, translate(column.title, style.language), 0)
        for at, column in enumerate(table.columns)
        if not (column.sparse and all(row[at] in (None, 0, "", ()) for row in table.rows))
    ]
    extents = [_extent(slot, [row[slot.at] for row in table.all_rows], style) for slot in slots]
    widths = fit(extents, style.width)
    below = {
        position
        for position, slot in enumerate(slots)
        if slot.column.below and widths.get(position, 0) < min(extents[position].full, _READABLE)
    }
    if below:
        others = [position for position in range(len(slots)) if position not in below]
        found = fit([extents[position] for position in others], style.width)
        widths = {others[position]: room for position, room in found.items()}
    return _Layout(
        beside=tuple(replace(slots[position], room=room) for position, room in widths.items()),
        below=tuple(
            replace(slots[position], room=style.width - len(_INDENT)) for position in sorted(below)
        ),
        dropped=tuple(
            slot.title
            for position, slot in enumerate(slots)
            if position not in widths and position not in below
        ),
    )


def _extent(slot: _Slot, cells: Sequence[Cell], style: Style) -> Extent:
    column = slot.column
    if column.graphic:
        return Extent(column.least, _BAR, width(slot.title), column.rank)
    widest = max((_width(cell, style) for cell in cells), default=0)
    full = max(widest, _two_lines(slot.title))
    least = min(column.least, full) if column.least else full
    return Extent(least, full, width(slot.title), column.rank)


def _two_lines(title: str) -> int:
    """Give the least width at which the title of a column takes no more than two lines."""
    narrowest = max(map(width, title.split(" ")))
    return next(room for room in count(narrowest) if len(wrap(title, room)) <= 2)  # noqa: PLR2004


def _width(cell: Cell, style: Style) -> int:
    sign = 2 if isinstance(cell, State) else 0
    return width(terminal_text(cell_text(cell, style.language))) + sign


def _titles(slots: Sequence[_Slot], style: Style) -> Iterator[str]:
    heads = [wrap(slot.title, slot.room) for slot in slots]
    depth = max(map(len, heads))
    filled = [[""] * (depth - len(head)) + head for head in heads]
    for level in range(depth):
        yield _joined([((head[level], Tone.QUIET),) for head in filled], slots, style)


def _row(row: tuple[Cell, ...], layout: _Layout, style: Style) -> Iterator[str]:
    cells = [_cell(row[slot.at], slot, style) for slot in layout.beside]
    for level in range(max(map(len, cells))):
        spans = [cell[level] if level < len(cell) else () for cell in cells]
        yield _joined(spans, layout.beside, style)
    for slot in layout.below:
        if row[slot.at] is None:
            continue
        for line in _cell(row[slot.at], slot, style):
            yield _INDENT + paint_all(line, style)


def _joined(cells: Sequence[Spans], slots: Sequence[_Slot], style: Style) -> str:
    """Give a line of cells beside each other, without space at its end."""
    line, owed = "", 0
    for spans, slot in zip(cells, slots, strict=True):
        text = "".join(text for text, _ in spans)
        space = slot.room - width(text)
        before = space if slot.column.right else 0
        if text:
            line += " " * (owed + before) + paint_all(spans, style)
            owed = GAP + space - before
        else:
            owed += GAP + space
    return line


def _strong(layout: _Layout) -> _Layout:
    return replace(
        layout,
        beside=tuple(
            replace(slot, column=replace(slot.column, tone=Tone.TITLE)) for slot in layout.beside
        ),
    )


def _cell(cell: Cell, slot: _Slot, style: Style) -> list[Spans]:
    """Give the lines of a cell."""
    text = terminal_text(cell_text(cell, style.language))
    match cell:
        case Counts():
            return [bar(cell, slot.room)]
        case State():
            return [((f"{SIGNS[cell]} {text}", TONES[cell]),)]
        case Branch():
            lead = branches(cell)
            [line] = wrap(terminal_text(cell.text), slot.room - width(lead), 1)
            return [((lead, Tone.QUIET), (line, slot.column.tone))]
        case int():
            return [((text, _tone_of_number(cell, slot.column)),)]
        case _ if slot.column.least:
            return [
                ((line, slot.column.tone),) for line in wrap(text, slot.room, slot.column.lines)
            ]
        case _:
            return [((text, slot.column.tone),)]


def _tone_of_number(number: int, column: Column) -> Tone:
    if number == 0:
        return Tone.QUIET
    return TONES[column.state] if column.state in URGENT else column.tone
