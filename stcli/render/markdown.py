"""Pages in Markdown, for a comment on a change or a page of a wiki."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final, assert_never

from stcli.messages import Message
from stcli.render.cells import SIGNS, cell_text
from stcli.render.page import Branch, Fields, Heading, Paragraph, Table, Tally
from stcli.render.sentences import field_lines, filled, incomplete, paragraph, sentence
from stcli.render.sinks import markdown_text, terminal_text
from stcli.states import State
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from stcli.render.page import Block, Cell, Page
    from stcli.render.style import Style
    from stcli.words import Language

_EXAMPLE: Final = "    "
_FENCE: Final = "```"


def draw(page: Page, style: Style, stream: TextIO) -> None:
    """Write a page to a stream; the width and the colour of the style do not matter."""
    stream.writelines(f"{line}\n" for line in _lines(page, style.language))


def _lines(page: Page, language: Language) -> Iterator[str]:
    for position, block in enumerate(page.blocks):
        if position:
            yield ""
        yield from _block(block, language)
        if position == 0 and page.incomplete:
            yield ""
            yield f"> **{markdown_text(translate(incomplete(page.incomplete), language))}**"


def _block(block: Block, language: Language) -> Iterator[str]:
    match block:
        case Tally():
            yield markdown_text(sentence(block, language))
        case Heading(text, more):
            yield f"## {markdown_text(cell_text(text, language))}"
            if more:
                yield f"\n{markdown_text(more)}"
        case Paragraph(Message() as text):
            yield from _parts(translate(text, language))
        case Paragraph(text):
            yield _broken(paragraph(text, language), "\\\n")
        case Fields():
            for name, cell in filled(block, language):
                lines = _broken(field_lines(cell, language), "\\\n  ")
                yield f"- **{markdown_text(name)}:** {lines}"
        case Table():
            yield from _table(block, language)
        case _:
            assert_never(block)


def _parts(text: str) -> Iterator[str]:
    """Give the paragraphs of a text of our own; those that are indented are examples in YAML."""
    for position, part in enumerate(text.strip().split("\n\n")):
        if position:
            yield ""
        if part.startswith(_EXAMPLE):
            yield _FENCE + "yaml"
            yield from (terminal_text(line) for line in textwrap.dedent(part).splitlines())
            yield _FENCE
        else:
            yield from map(markdown_text, part.splitlines())


def _broken(lines: Iterable[str], hard_break: str) -> str:
    """Give lines that stay lines; an empty one would end the paragraph."""
    return hard_break.join(markdown_text(line) for line in lines if line)


def _table(table: Table, language: Language) -> Iterator[str]:
    columns = [(at, one) for at, one in enumerate(table.columns) if not one.graphic]
    yield _row(translate(column.title, language) for _, column in columns)
    yield _row("---:" if column.right else "---" for _, column in columns)
    for row in table.all_rows:
        yield _row(_cell(row[at], language) for at, _ in columns)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell, language: Language) -> str:
    text = cell_text(cell, language)
    match cell:
        case State():
            return f"{SIGNS[cell]} {text}"
        case Branch():
            # Spaces that Markdown keeps; the lines of the tree are made of no sign that it reads.
            lead = text.removesuffix(cell.text).replace(" ", "\xa0")
            return lead + markdown_text(cell.text)
        case _:
            return markdown_text(text)
