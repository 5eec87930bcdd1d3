"""What several formats say in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.messages import Message, say
from stcli.render.cells import cell_text
from stcli.render.page import Branch, Heading
from stcli.states import State
from stcli.views.status import Counts
from stcli.words import name, translate

if TYPE_CHECKING:
    from stcli.render.page import Block, Cell, Fields, Tally
    from stcli.words import Language


def apart(blocks: tuple[Block, ...], position: int) -> bool:
    """Tell whether an empty line stands before a block: not between the title of a part and it."""
    if position <= 1:
        return position == 1
    return not isinstance(blocks[position - 1], Heading)


def incomplete(paths: tuple[str, ...]) -> Message:
    """Give the sentence that says that an answer lacks the tasks of files."""
    if len(paths) == 1:
        return say("incomplete: a file could not be read, its tasks are missing; see: stcli check")
    return say(
        "incomplete: {count} files could not be read, their tasks are missing; see: stcli check",
        count=len(paths),
    )


def sentence(tally: Tally, language: Language) -> str:
    """Give what a tally counts in one sentence."""
    text = translate(tally.whole, language)
    if tally.parts:
        text += ": " + ", ".join(translate(part.text, language) for part in tally.parts)
    for share in tally.shares:
        text += "; " + translate(share, language)
    return text


def paragraph(text: str | Message, language: Language) -> list[str]:
    """Give the lines of a text, without empty ones around it; they are fit for no sink yet."""
    return [line.rstrip() for line in cell_text(text, language).strip().split("\n")]


def filled(fields: Fields, language: Language) -> list[tuple[str, Cell]]:
    """Give the names of fields and what stands for them, of those with anything."""
    return [
        (translate(title, language), cell)
        for title, cell in fields.pairs
        if cell not in (None, "", ())
    ]


def field_lines(cell: Cell, language: Language) -> list[str]:
    """Give what stands for a name in lines, several texts below each other."""
    match cell:
        case State():
            return [translate(name(cell), language)]
        case tuple() if not isinstance(cell, Branch | Counts | Message):
            return [line for text in cell for line in paragraph(text, language)]
        case _:
            return paragraph(cell_text(cell, language), language)
