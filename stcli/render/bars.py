"""The bar that shows how many tasks of a row are in which state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.render.cells import TONES
from stcli.states import State

if TYPE_CHECKING:
    from stcli.render.style import Tone
    from stcli.views.status import Counts

_GLYPHS = {
    State.DONE: "━",
    State.DONE_LATE: "┅",
    State.OVERDUE: "╍",
    State.DUE_SOON: "┉",
    State.OPEN: "─",
    State.ONGOING: "┄",
}


def bar(counts: Counts, columns: int) -> tuple[tuple[str, Tone], ...]:
    """Give a bar of so many columns, shared out among the states; of nothing there is none.

    A state that occurs has one column at least: one overdue task in a thousand is seen.
    """
    parts = {
        State.DONE: counts.done,
        State.DONE_LATE: counts.done_late,
        State.OVERDUE: counts.overdue,
        State.DUE_SOON: counts.due_soon,
        State.OPEN: counts.open - counts.due_soon,
        State.ONGOING: counts.ongoing,
    }
    shares = _shared_out(tuple(parts.values()), columns)
    return tuple(
        (_GLYPHS[state] * share, TONES[state])
        for state, share in zip(parts, shares, strict=True)
        if share
    )


def _shared_out(parts: tuple[int, ...], columns: int) -> list[int]:
    """Share columns out in proportion, by the largest remainders, none of a part to be lost."""
    whole = sum(parts)
    if whole == 0:
        return [0] * len(parts)
    shares = [max(columns * part // whole, min(part, 1)) for part in parts]
    while sum(shares) != columns:
        step = 1 if sum(shares) < columns else -1
        owed = [
            step * (columns * part - whole * share)
            for part, share in zip(parts, shares, strict=True)
        ]
        allowed = [at for at, part in enumerate(parts) if part and shares[at] + step > 0]
        shares[max(allowed, key=owed.__getitem__)] += step
    return shares
