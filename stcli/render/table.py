"""Pages on a terminal: fitted to its width, in colour where that is wanted.

The codes of colour are written here and not by rich, whose import takes longer than the rest of
a run, and which lets escape sequences in data pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from stcli.render.cells import SIGNS, TONES, URGENT, cell_text
from stcli.render.fit import GAP
from stcli.render.grid import grid
from stcli.render.page import Fields, Heading, Paragraph, Table, Tally, Tone
from stcli.render.paint import paint, paint_all
from stcli.render.sentences import apart, field_lines, filled, incomplete, paragraph
from stcli.render.sinks import safe_line, terminal_text
from stcli.render.width import pad, width, wrap
from stcli.states import State
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from stcli.render.page import Block, Cell, Hint, Page, Phrase, Style
    from stcli.render.paint import Spans

_LONGEST_NAME = 24
"""Columns that the names of fields may take before what stands for them starts."""
_BETWEEN = "   "


def draw(page: Page, style: Style, stream: TextIO) -> None:
    """Write a page to a stream that is a terminal."""
    stream.writelines(f"{safe_line(line)}\n" for line in _lines(page, style))


def _lines(page: Page, style: Style) -> Iterator[str]:
    for position, block in enumerate(page.blocks):
        if apart(page.blocks, position):
            yield ""
        yield from _block(block, style)
        if position == 0:
            yield from _incomplete(page, style)
    yield from _hints(page.hints, style)


def _incomplete(page: Page, style: Style) -> Iterator[str]:
    if page.incomplete:
        text = f"! {translate(incomplete(page.incomplete), style.language)}"
        for line in wrap(text, style.width):
            yield paint(line, Tone.NEAR, style)


def _hints(hints: tuple[Hint, ...], style: Style) -> Iterator[str]:
    if hints:
        yield ""
    commands = max((width(terminal_text(hint.command)) for hint in hints), default=0)
    for hint in hints:
        command = pad(terminal_text(hint.command), commands)
        text = translate(hint.text, style.language)
        yield f"{paint(command, Tone.NAME, style)}  {paint(text, Tone.QUIET, style)}"


def _block(block: Block, style: Style) -> Iterator[str]:
    match block:
        case Tally():
            yield from _tally(block, style)
        case Heading(text, more):
            for line in wrap(terminal_text(cell_text(text, style.language)), style.width):
                yield paint(line, Tone.TITLE, style)
            if more:
                yield from wrap(terminal_text(more), style.width)
        case Paragraph(text, tone):
            for line in paragraph(text, style.language):
                for piece in wrap(terminal_text(line), style.width):
                    yield paint(piece, tone, style)
        case Fields():
            yield from _fields(block, style)
        case Table():
            yield from grid(block, style)
        case _:
            assert_never(block)


def _tally(tally: Tally, style: Style) -> Iterator[str]:
    for line in wrap(translate(tally.whole, style.language), style.width):
        yield paint(line, Tone.TITLE, style)
    phrases: list[str] = []
    room = style.width
    for part in tally.parts:
        spans = _phrase(part, style)
        taken = sum(width(text) for text, _ in spans)
        if phrases and taken > room:
            yield _BETWEEN.join(phrases)
            phrases, room = [], style.width
        phrases.append(paint_all(spans, style))
        room -= taken + len(_BETWEEN)
    if phrases:
        yield _BETWEEN.join(phrases)
    if tally.share is not None:
        yield from wrap(translate(tally.share, style.language), style.width)


def _phrase(phrase: Phrase, style: Style) -> Spans:
    text = translate(phrase.text, style.language)
    tone = TONES[phrase.state]
    said = tone if phrase.state in URGENT else Tone.PLAIN
    return ((f"{SIGNS[phrase.state]} ", tone), (text, said))


def _fields(fields: Fields, style: Style) -> Iterator[str]:
    shown = filled(fields, style.language)
    names = min(max((width(name) for name, _ in shown), default=0), _LONGEST_NAME)
    for name, cell in shown:
        lead = pad(name, names)
        for spans in _field(cell, style.width - names - GAP, style):
            line = paint(lead, Tone.QUIET, style) + " " * GAP + paint_all(spans, style)
            yield line.rstrip()
            lead = " " * names


def _field(cell: Cell, room: int, style: Style) -> Iterator[Spans]:
    sign, tone = "", Tone.PLAIN
    if isinstance(cell, State):
        sign, tone = f"{SIGNS[cell]} ", TONES[cell]
    for line in field_lines(cell, style.language):
        for piece in wrap(sign + terminal_text(line), room):
            yield ((piece, tone),)
