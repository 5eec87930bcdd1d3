"""Pages on a terminal: fitted to its width, in colour where that is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from rich.table import Table as Grid
from rich.text import Text

from stcli.render.cells import SIGNS, TONES, URGENT, cell_text
from stcli.render.fit import GAP
from stcli.render.grid import grid
from stcli.render.page import Fields, Heading, Paragraph, Table, Tally
from stcli.render.sentences import apart, field_lines, filled, incomplete, paragraph
from stcli.render.sinks import terminal_text
from stcli.render.style import Tone
from stcli.render.terminal import terminal, toned, wrapped, write
from stcli.states import State
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from rich.console import Console, RenderableType

    from stcli.render.page import Block, Cell, Hint, Page, Phrase
    from stcli.render.style import Style
    from stcli.words import Language

_LONGEST_NAME = 24
"""Columns that the names of fields may take before what stands for them starts."""
_BETWEEN = "   "


def draw(page: Page, style: Style, stream: TextIO) -> None:
    """Write a page to a stream that is a terminal."""
    console = terminal(style, stream)
    write(console, _parts(page, console, style.language))


def _parts(page: Page, console: Console, language: Language) -> Iterator[RenderableType]:
    for position, block in enumerate(page.blocks):
        if apart(page.blocks, position):
            yield Text()
        yield from _block(block, console, language)
        if position == 0 and page.incomplete:
            text = f"! {translate(incomplete(page.incomplete), language)}"
            yield from _text(text, Tone.NEAR, console)
    if page.hints:
        yield Text()
        yield _hints(page.hints, language)


def _text(text: str, tone: Tone, console: Console) -> Iterator[Text]:
    for line in wrapped(console, terminal_text(text), console.width):
        yield toned((line, tone))


def _hints(hints: tuple[Hint, ...], language: Language) -> Grid:
    drawn = Grid.grid(padding=(0, GAP, 0, 0))
    for hint in hints:
        command, text = terminal_text(hint.command), translate(hint.text, language)
        drawn.add_row(toned((command, Tone.NAME)), toned((text, Tone.QUIET)))
    return drawn


def _block(block: Block, console: Console, language: Language) -> Iterator[RenderableType]:
    match block:
        case Tally():
            yield from _tally(block, console, language)
        case Heading(text, more):
            yield from _text(cell_text(text, language), Tone.TITLE, console)
            if more:
                yield from _text(more, Tone.PLAIN, console)
        case Paragraph(text, tone):
            for line in paragraph(text, language):
                yield from _text(line, tone, console)
        case Fields():
            yield _fields(block, console, language)
        case Table():
            yield from grid(block, console, language)
        case _:
            assert_never(block)


def _tally(tally: Tally, console: Console, language: Language) -> Iterator[Text]:
    yield from _text(translate(tally.whole, language), Tone.TITLE, console)
    lines: list[Text] = []
    for part in tally.parts:
        phrase = _phrase(part, language)
        if lines and lines[-1].cell_len + len(_BETWEEN) + phrase.cell_len <= console.width:
            lines[-1].append(_BETWEEN).append_text(phrase)
        else:
            lines.append(phrase)
    yield from lines
    for share in tally.shares:
        yield from _text(translate(share, language), Tone.PLAIN, console)


def _phrase(phrase: Phrase, language: Language) -> Text:
    tone = TONES[phrase.state]
    said = tone if phrase.state in URGENT else Tone.PLAIN
    return toned((f"{SIGNS[phrase.state]} ", tone), (translate(phrase.text, language), said))


def _fields(fields: Fields, console: Console, language: Language) -> Grid:
    names = [toned((name, Tone.QUIET)) for name, _ in filled(fields, language)]
    taken = min(max((name.cell_len for name in names), default=0), _LONGEST_NAME)
    drawn = Grid.grid(padding=(0, GAP, 0, 0))
    drawn.add_column(width=taken)
    for name, (_, cell) in zip(names, filled(fields, language), strict=True):
        drawn.add_row(name, _field(cell, console, console.width - taken - GAP, language))
    return drawn


def _field(cell: Cell, console: Console, room: int, language: Language) -> Text:
    sign, tone = "", Tone.PLAIN
    if isinstance(cell, State):
        sign, tone = f"{SIGNS[cell]} ", TONES[cell]
    said = (terminal_text(line) for line in field_lines(cell, language))
    lines = [piece for line in said for piece in wrapped(console, sign + line, room)]
    return toned(("\n".join(lines), tone))
