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
    """How many columns of the screen a column of a table takes.

    Below `least` it cannot be read, at `full` nothing of its cells is cut, at `title` its title
    stands in one line. `rank` 0 always stays; of the others the highest goes first.
    """

    least: int
    full: int
    title: int = 0
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
    spare = max(room - _needed(kept), 0)
    spare = _grow(widths, {at: one.full for at, one in kept.items()}, spare)
    _grow(widths, {at: one.title for at, one in kept.items()}, spare)
    return widths


def _needed(kept: dict[int, Extent]) -> int:
    return sum(extent.least for extent in kept.values()) + GAP * max(len(kept) - 1, 0)


def _grow(widths: dict[int, int], wanted: dict[int, int], spare: int) -> int:
    """Widen columns towards what they want, and give what is left of the room then.

    The least greedy comes first, so that what it does not take is left to the others.
    """
    growing = {at: want - widths[at] for at, want in wanted.items() if want > widths[at]}
    for waiting, position in enumerate(sorted(growing, key=growing.__getitem__)):
        more = min(growing[position], spare // (len(growing) - waiting))
        widths[position] += more
        spare -= more
    return spare
