"""Pages for pipes, files and logs: whole, aligned, one row a line, without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from stcli.render.cells import cell_text
from stcli.render.page import Fields, Heading, Paragraph, Table, Tally
from stcli.render.sentences import apart, field_lines, filled, incomplete, paragraph, sentence
from stcli.render.sinks import safe_line, terminal_text
from stcli.render.width import pad, width
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from stcli.render.page import Block, Page
    from stcli.render.style import Style
    from stcli.words import Language

_GAP = "  "


def draw(page: Page, style: Style, stream: TextIO) -> None:
    """Write a page to a stream; the width and the colour of the style do not matter."""
    stream.writelines(f"{safe_line(line.rstrip())}\n" for line in _lines(page, style.language))


def _lines(page: Page, language: Language) -> Iterator[str]:
    for position, block in enumerate(page.blocks):
        if apart(page.blocks, position):
            yield ""
        yield from _block(block, language)
        if position == 0 and page.incomplete:
            yield translate(incomplete(page.incomplete), language)


def _block(block: Block, language: Language) -> Iterator[str]:
    match block:
        case Tally():
            yield sentence(block, language)
        case Heading(text, more):
            yield terminal_text(cell_text(text, language))
            if more:
                yield terminal_text(more)
        case Paragraph(text):
            yield from map(terminal_text, paragraph(text, language))
        case Fields():
            yield from _fields(block, language)
        case Table():
            yield from _table(block, language)
        case _:
            assert_never(block)


def _fields(fields: Fields, language: Language) -> Iterator[str]:
    shown = filled(fields, language)
    names = max((width(name) for name, _ in shown), default=0)
    for name, cell in shown:
        lead = name
        for line in field_lines(cell, language):
            yield pad(lead, names) + _GAP + terminal_text(line)
            lead = ""


def _table(table: Table, language: Language) -> Iterator[str]:
    columns = [(at, one) for at, one in enumerate(table.columns) if not one.graphic]
    rows = [
        [translate(column.title, language) for _, column in columns],
        *(
            [terminal_text(cell_text(row[at], language)) for at, _ in columns]
            for row in table.all_rows
        ),
    ]
    widths = [max(map(width, cells)) for cells in zip(*rows, strict=True)]
    for cells in rows:
        yield _GAP.join(
            pad(text, room, right=column.right)
            for text, room, (_, column) in zip(cells, widths, columns, strict=True)
        )
