"""Pages on a terminal: fitted to its width, with colour where that is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from stcli.messages import say
from stcli.render.bars import bar
from stcli.render.cells import SIGNS, TONES, URGENT, branches, cell_text
from stcli.render.fit import GAP, Extent, fit
from stcli.render.page import Branch, Column, Fields, Heading, Paragraph, Table, Tally, Tone
from stcli.render.paint import paint, paint_all
from stcli.render.sinks import safe_line, terminal_text
from stcli.render.width import pad, width, wrap
from stcli.states import State
from stcli.views.status import Counts
from stcli.words import short_name, translate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from stcli.messages import Message
    from stcli.render.page import Block, Cell, Page, Phrase, Style

Spans: TypeAlias = tuple[tuple[str, Tone], ...]

_BAR = 24
"""Columns of a bar where there is room."""
_LONGEST_NAME = 24
"""Columns that the names of fields may take before what stands for them starts."""


def draw(page: Page, style: Style, stream: TextIO) -> None:
    """Write a page to a stream that is a terminal."""
    for line in _lines(page, style):
        stream.write(f"{safe_line(line)}\n")


def _lines(page: Page, style: Style) -> Iterator[str]:
    for position, block in enumerate(page.blocks):
        if position:
            yield ""
        yield from _block(block, style)
        if position == 0:
            yield from _incomplete(page, style)
    if page.hints:
        yield ""
    commands = max((width(hint.command) for hint in page.hints), default=0)
    for hint in page.hints:
        command = pad(terminal_text(hint.command), commands)
        text = translate(hint.text, style.language)
        yield f"{paint(command, Tone.NAME, style)}  {paint(text, Tone.QUIET, style)}"


def _incomplete(page: Page, style: Style) -> Iterator[str]:
    if page.incomplete:
        yield paint(f"! {translate(incomplete(page), style.language)}", Tone.NEAR, style)
    for path in page.incomplete:
        yield f"  {terminal_text(path)}"


def incomplete(page: Page) -> Message:
    """Give the sentence that says that an answer may lack tasks."""
    if len(page.incomplete) == 1:
        return say("incomplete: a file could not be read, its tasks are missing; see: stcli check")
    return say(
        "incomplete: {count} files could not be read, their tasks are missing; see: stcli check",
        count=len(page.incomplete),
    )


def _block(block: Block, style: Style) -> Iterator[str]:
    match block:
        case Tally():
            yield from _tally(block, style)
        case Heading(text):
            yield paint(translate(text, style.language), Tone.TITLE, style)
        case Paragraph(text, tone):
            for line in paragraph(text, style):
                for piece in wrap(line, style.width):
                    yield paint(piece, tone, style)
        case Fields():
            yield from _fields(block, style)
        case Table():
            yield from _table(block, style)


def paragraph(text: str | Message, style: Style) -> tuple[str, ...]:
    """Give the lines of a text, fit for a terminal."""
    whole = text if isinstance(text, str) else translate(text, style.language)
    return tuple(terminal_text(line).rstrip() for line in whole.strip().splitlines())


def _tally(tally: Tally, style: Style) -> Iterator[str]:
    for line in wrap(terminal_text(translate(tally.whole, style.language)), style.width):
        yield paint(line, Tone.TITLE, style)
    line: list[str] = []
    room = style.width
    for phrase in tally.parts:
        spans = _phrase(phrase, style)
        taken = sum(width(text) for text, _ in spans)
        if line and taken > room:
            yield "   ".join(line)
            line, room = [], style.width
        line.append(paint_all(spans, style))
        room -= taken + 3
    if line:
        yield "   ".join(line)
    if tally.share is not None:
        yield from wrap(translate(tally.share, style.language), style.width)


def _phrase(phrase: Phrase, style: Style) -> Spans:
    text = translate(phrase.text, style.language)
    if phrase.state is None:
        return ((text, Tone.PLAIN),)
    tone = TONES[phrase.state]
    return (
        (f"{SIGNS[phrase.state]} ", tone),
        (text, tone if phrase.state in URGENT else Tone.PLAIN),
    )


def _fields(fields: Fields, style: Style) -> Iterator[str]:
    shown = [(translate(name, style.language), cell) for name, cell in fields.pairs if cell not in (None, "", ())]
    names = min(max((width(name) for name, _ in shown), default=0), _LONGEST_NAME)
    for name, cell in shown:
        label = paint(pad(name, names), Tone.QUIET, style)
        for position, spans in enumerate(_field(cell, style.width - names - GAP, style)):
            lead = label if position == 0 else " " * names
            yield f"{lead}{' ' * GAP}{paint_all(spans, style)}"


def _field(cell: Cell, room: int, style: Style) -> Iterator[Spans]:
    match cell:
        case State():
            yield _spans(cell, Column("", say("")), room, style)
        case str() | tuple():
            for text in (cell,) if isinstance(cell, str) else cell:
                for line in paragraph(text, style):
                    for piece in wrap(line, room):
                        yield ((piece, Tone.PLAIN),)
        case _:
            for piece in wrap(terminal_text(cell_text(cell, style.language)), room):
                yield ((piece, Tone.PLAIN),)


def _table(table: Table, style: Style) -> Iterator[str]:
    columns = [(at, one) for at, one in enumerate(table.columns) if not (one.sparse and _empty(table, at))]
    rows = (*table.rows, table.totals) if table.totals else table.rows
    titles = {at: translate(one.title, style.language) for at, one in columns}
    extents = [_extent(one, titles[at], [row[at] for row in rows], style) for at, one in columns]
    widths = fit(extents, style.width)
    kept = [(*columns[position], room) for position, room in widths.items()]
    heads = [wrap(titles[at], room, None) for at, _, room in kept]
    depth = max(map(len, heads))
    for level in range(depth):
        line = []
        for (_, column, room), head in zip(kept, heads, strict=True):
            missing = depth - len(head)
            text = head[level - missing] if level >= missing else ""
            line.append((((text, Tone.QUIET),), room, column.right))
        yield _joined(line, style)
    for row in table.rows:
        yield from _row(row, kept, style)
    if table.totals:
        whole = sum(room for *_, room in kept) + GAP * (len(kept) - 1)
        yield paint("─" * min(whole, style.width), Tone.QUIET, style)
        yield from _row(table.totals, kept, style)
    dropped = [titles[at] for position, (at, _) in enumerate(columns) if position not in widths]
    if dropped:
        note = say("for lack of room left out: {columns}", columns=tuple(dropped))
        for line in wrap(translate(note, style.language), style.width):
            yield paint(line, Tone.QUIET, style)


def _row(row: tuple[Cell, ...], kept: list[tuple[int, Column, int]], style: Style) -> Iterator[str]:
    cells = [_cell(row[at], column, room, style) for at, column, room in kept]
    for level in range(max(map(len, cells))):
        yield _joined(
            [
                (cell[level] if level < len(cell) else (), room, column.right)
                for cell, (_, column, room) in zip(cells, kept, strict=True)
            ],
            style,
        )


def _joined(cells: list[tuple[Spans, int, bool]], style: Style) -> str:
    line, owed = "", 0
    for spans, room, right in cells:
        text = "".join(text for text, _ in spans)
        space = room - width(text)
        if text:
            line += " " * (owed + (space if right else 0)) + paint_all(spans, style)
            owed = 0 if right else space
        else:
            owed += space
        owed += GAP
    return line


def _empty(table: Table, at: int) -> bool:
    return all(row[at] in (None, 0, "", ()) for row in table.rows)


def _extent(column: Column, title: str, cells: list[Cell], style: Style) -> Extent:
    if column.graphic:
        return Extent(column.least, _BAR, width(title), column.rank)
    words = max(map(width, title.split(" ")))
    widest = max((_width(cell, style) for cell in cells), default=0)
    full = max(widest, words)
    least = min(column.least, full) if column.least else full
    return Extent(least, full, width(title), column.rank)


def _width(cell: Cell, style: Style) -> int:
    sign = 2 if isinstance(cell, State) else 0
    return width(terminal_text(cell_text(cell, style.language))) + sign


def _cell(cell: Cell, column: Column, room: int, style: Style) -> list[Spans]:
    if column.least and not column.graphic:
        text = terminal_text(cell_text(cell, style.language))
        return [((line, column.tone),) for line in wrap(text, room, column.lines)]
    return [_spans(cell, column, room, style)]


def _spans(cell: Cell, column: Column, room: int, style: Style) -> Spans:
    text = terminal_text(cell_text(cell, style.language))
    match cell:
        case Counts():
            return bar(cell, room, color=style.color)
        case State():
            return ((f"{SIGNS[cell]} {text}", TONES[cell]),)
        case int() if cell == 0:
            return ((text, Tone.QUIET),)
        case int() if column.state in URGENT:
            return ((text, TONES[column.state]),)
        case Branch():
            return ((branches(cell), Tone.QUIET), (terminal_text(cell.text), column.tone))
        case _:
            return ((text, column.tone),)
