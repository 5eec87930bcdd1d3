"""A table on a terminal: its columns fitted to the width, its cells in colour and with signs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count, islice
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment, SegmentLines
from rich.table import Table as Grid

from stcli.messages import say
from stcli.render.bars import bar
from stcli.render.cells import SIGNS, TONES, URGENT, branches, cell_text
from stcli.render.fit import GAP, Extent, fit
from stcli.render.page import Branch, Column
from stcli.render.sinks import terminal_text
from stcli.render.style import Tone
from stcli.render.terminal import lines, shortened, toned, wrapped
from stcli.states import State
from stcli.views.status import Counts
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import Console, RenderableType
    from rich.text import Text

    from stcli.render.page import Cell, Table
    from stcli.words import Language

_BAR = 24
"""Columns of a bar where there is room."""
_READABLE = 48
"""Columns of a text that need not go below the others."""
_INDENT = Segment("  ")
_TITLE_LINES = 2
_AT_ONCE = 100
"""Rows drawn together, in a tenth of a second."""


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


def grid(table: Table, console: Console, language: Language) -> Iterator[RenderableType]:
    """Give the parts of a table, many rows each: the first ones are seen while others are drawn."""
    layout = _layout(table, console, language)
    yield _beside((), layout.beside, console, titles=True)
    for start in range(0, len(table.rows), _AT_ONCE):
        yield _rows(table.rows[start : start + _AT_ONCE], layout, console, language)
    if table.totals is not None:
        whole = sum(slot.room for slot in layout.beside) + GAP * (len(layout.beside) - 1)
        yield toned(("─" * min(whole, console.width), Tone.QUIET))
        yield _rows((table.totals,), _strong(layout), console, language)
    if layout.dropped:
        note = say("for lack of room left out: {columns}", columns=layout.dropped)
        for line in wrapped(console, translate(note, language), console.width):
            yield toned((line, Tone.QUIET))


def _rows(
    rows: Sequence[tuple[Cell, ...]], layout: _Layout, console: Console, language: Language
) -> SegmentLines:
    """Give rows, each with what stands below it; drawn one by one they would take longer."""
    cells = [[_cell(row[one.at], one, console, language) for one in layout.beside] for row in rows]
    rest = iter(lines(console, _beside(cells, layout.beside, console)))
    found: list[list[Segment]] = []
    for row, beside in zip(rows, cells, strict=True):
        height = 1 + max(cell.plain.count("\n") for cell in beside)
        found += islice(rest, height)
        for slot in layout.below:
            if row[slot.at] is not None:
                below = _cell(row[slot.at], slot, console, language)
                found += ([_INDENT, *line.render(console)] for line in below.split())
    return SegmentLines(found, new_lines=True)


def _beside(
    rows: Iterable[Iterable[Text]],
    slots: Sequence[_Slot],
    console: Console,
    *,
    titles: bool = False,
) -> Grid:
    """Give the columns beside each other; their cells are broken into lines already."""
    drawn = Grid(box=None, padding=(0, GAP, 0, 0), header_style="", show_header=titles)
    for slot in slots:
        drawn.add_column(
            toned(("\n".join(wrapped(console, slot.title, slot.room)), Tone.QUIET)),
            width=slot.room,
            justify="right" if slot.column.right else "left",
            no_wrap=True,
        )
    for row in rows:
        drawn.add_row(*row)
    return drawn


def _layout(table: Table, console: Console, language: Language) -> _Layout:
    slots = [
        _Slot(at, column, translate(column.title, language), 0)
        for at, column in enumerate(table.columns)
        if not (column.sparse and all(row[at] in (None, 0, "", ()) for row in table.rows))
    ]
    extents = [
        _extent(slot, [row[slot.at] for row in table.all_rows], console, language) for slot in slots
    ]
    widths = fit(extents, console.width)
    below = {
        position
        for position, slot in enumerate(slots)
        if slot.column.below and widths.get(position, 0) < min(extents[position].full, _READABLE)
    }
    if below:
        others = [position for position in range(len(slots)) if position not in below]
        found = fit([extents[position] for position in others], console.width)
        widths = {others[position]: room for position, room in found.items()}
    return _Layout(
        beside=tuple(replace(slots[position], room=room) for position, room in widths.items()),
        below=tuple(
            replace(slots[position], room=console.width - _INDENT.cell_length)
            for position in sorted(below)
        ),
        dropped=tuple(
            slot.title
            for position, slot in enumerate(slots)
            if position not in widths and position not in below
        ),
    )


def _extent(slot: _Slot, cells: Sequence[Cell], console: Console, language: Language) -> Extent:
    column = slot.column
    if column.graphic:
        return Extent(column.least, _BAR, cell_len(slot.title), column.rank)
    widest = max((_width(cell, language) for cell in cells), default=0)
    full = max(widest, _two_lines(slot.title, console))
    least = min(column.least, full) if column.least else full
    return Extent(least, full, cell_len(slot.title), column.rank)


def _two_lines(title: str, console: Console) -> int:
    """Give the least width at which the title of a column takes no more than two lines."""
    narrowest = max(map(cell_len, title.split(" ")))
    return next(
        room for room in count(narrowest) if len([*wrapped(console, title, room)]) <= _TITLE_LINES
    )


def _width(cell: Cell, language: Language) -> int:
    sign = 2 if isinstance(cell, State) else 0
    return cell_len(terminal_text(cell_text(cell, language))) + sign


def _strong(layout: _Layout) -> _Layout:
    return replace(
        layout,
        beside=tuple(
            replace(slot, column=slot.column._replace(tone=Tone.TITLE)) for slot in layout.beside
        ),
    )


def _cell(cell: Cell, slot: _Slot, console: Console, language: Language) -> Text:
    """Give a cell, broken into its lines."""
    text = terminal_text(cell_text(cell, language))
    match cell:
        case Counts():
            return toned(*bar(cell, slot.room))
        case State():
            return toned((f"{SIGNS[cell]} {text}", TONES[cell]))
        case Branch():
            lead = branches(cell)
            room = slot.room - len(lead)
            [line] = shortened(console, terminal_text(cell.text), room, 1)
            return toned((lead, Tone.QUIET), (line, slot.column.tone))
        case int():
            return toned((text, _tone_of_number(cell, slot.column)))
        case _ if slot.column.least:
            broken = shortened(console, text, slot.room, slot.column.lines)
            return toned(("\n".join(broken), slot.column.tone))
        case _:
            return toned((text, slot.column.tone))


def _tone_of_number(number: int, column: Column) -> Tone:
    if number == 0:
        return Tone.QUIET
    return TONES[column.state] if column.state in URGENT else column.tone
