"""A cell of a table as plain text in the reader's language, and the sign of a state."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, assert_never, cast

from stcli.messages import Message
from stcli.render.page import Branch
from stcli.render.style import Tone
from stcli.repeated import Repeated
from stcli.states import State
from stcli.views.status import Counts
from stcli.words import day, number, short_name, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stcli.render.page import Cell
    from stcli.words import Language

SIGNS = {
    State.DONE: "✓",
    State.DONE_LATE: "◑",
    State.OPEN: "○",
    State.DUE_SOON: "◔",
    State.OVERDUE: "✗",
    State.ONGOING: "∞",
    State.CANCELLED: "–",
    State.RETURNED: "↩",
}
"""A sign of one column for each state, so that colour is never the only one."""

TONES = {
    State.DONE: Tone.GOOD,
    State.DONE_LATE: Tone.LATE,
    State.OPEN: Tone.OPEN,
    State.DUE_SOON: Tone.NEAR,
    State.OVERDUE: Tone.BAD,
    State.ONGOING: Tone.QUIET,
    State.CANCELLED: Tone.QUIET,
    State.RETURNED: Tone.QUIET,
}
"""The colours in use in the offices: green on time, red overdue, yellow near, grey without."""

_FEW_VALUES = frozenset({date, int, State, type(None)})
"""Kinds of which a long column has many cells that are equal; none is equal to one of another."""
_SAMPLE = 1_024
_OFTEN = 4
"""How often the texts of a column have to stand in it, on average, to be looked at once only."""

URGENT = frozenset({State.OVERDUE, State.DUE_SOON})
"""States that somebody should look at now; only their words and numbers are coloured."""


def cell_text(cell: Cell, language: Language) -> str:
    """Give what a cell says; a text of a file is as it is there, fit for no sink yet."""
    match cell:
        case None | Counts():
            return ""
        case State():
            return translate(short_name(cell), language)
        case str():
            return cell
        case Message():
            return translate(cell, language)
        case int():
            return number(cell, language)
        case date():
            return day(cell, language)
        case Branch():
            return branches(cell) + cell.text
        case tuple():
            several = cast("tuple[str | Message, ...]", cell)  # the other tuples are told above
            return "; ".join(cell_text(one, language) for one in several)
    assert_never(cell)


def cell_texts(cells: Sequence[Cell], language: Language) -> Sequence[str]:
    """Give what the cells of a column say."""
    if set(map(type, cells)) == {str}:
        return cast("Sequence[str]", cells)
    return [cell if cell.__class__ is str else cell_text(cell, language) for cell in cells]


def repeated(cells: Sequence[Cell]) -> Repeated[Cell] | None:
    """Give a column as one in which most cells are equal to others; None where that is none.

    Whether texts are is told by the first of them.
    """
    if isinstance(cells, Repeated):
        return cells
    kinds = set(map(type, cells))
    if kinds == {str}:
        first = cells[:_SAMPLE]
        are_few = len(cells) > _SAMPLE and len(set(first)) < _SAMPLE // _OFTEN
    else:
        are_few = kinds <= _FEW_VALUES
    return Repeated.of(cells, _itself) if are_few else None


def _itself(cell: Cell) -> Cell:
    return cell


def branches(branch: Branch) -> str:
    """Give the lines that lead to an entry of a tree from its parents."""
    if not branch.more:
        return ""
    trunks = "".join("│  " if more else "   " for more in branch.more[:-1])
    return f"{trunks}{'├─ ' if branch.more[-1] else '└─ '}"
