"""Which columns of a table fit into the room there is, and how wide each becomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 2
"""Empty columns of the screen between two columns of a table."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How many columns of the screen a column of a table needs at least and can use at most.

    `rank` 0 always stays; of the others the highest goes first.
    """

    least: int
    most: int
    rank: int = 0


def fit(extents: Sequence[Extent], room: int) -> dict[int, int]:
    """Give the positions of the columns that stay, with their widths, in their order.

    If even those that always stay have no room, they get the least they need and are too wide.
    """
    kept = dict(enumerate(extents))
    while _needed(kept) > room:
        position, last = max(kept.items(), key=lambda item: (item[1].rank, item[0]))
        if last.rank == 0:
            break
        del kept[position]
    widths = {position: extent.least for position, extent in kept.items()}
    spare = room - _needed(kept)
    growing = {at: one.most - one.least for at, one in kept.items() if one.most > one.least}
    while growing and spare > 0:
        # The least greedy first, so that what it does not take is left to the others.
        position = min(growing, key=growing.__getitem__)
        more = min(growing.pop(position), spare // (len(growing) + 1))
        widths[position] += more
        spare -= more
    return widths


def _needed(kept: dict[int, Extent]) -> int:
    return sum(extent.least for extent in kept.values()) + GAP * max(len(kept) - 1, 0)
