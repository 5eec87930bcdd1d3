"""What two sides disagree on, in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stcli.messages import say

if TYPE_CHECKING:
    from stcli.merging.composing import Conflict
    from stcli.merging.data import Way
    from stcli.messages import Message


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A conflict in a merged text, and the line of its first mark."""

    line: int
    conflict: Conflict


def told(path: str, one: Disagreement) -> Message:
    """Give where two sides disagree, and on what."""
    ours, theirs = one.conflict.ours, one.conflict.theirs
    place = {"path": path, "line": str(one.line), "place": _place(one.conflict.way)}
    if ours is None or theirs is None:
        return say(
            "{path}:{line}: {place} was changed on one side and removed on the other", **place
        )
    if isinstance(ours.data, str) and isinstance(theirs.data, str):
        return say(
            "{path}:{line}: {place} is `{ours}` on our side and `{theirs}` on theirs",
            ours=ours.data,
            theirs=theirs.data,
            **place,
        )
    return say("{path}:{line}: {place} was changed differently on both sides", **place)


def _place(way: Way) -> str:
    """Give a way as `tasks/3/due`."""
    return "/".join(one if isinstance(one, str) else " ".join(filter(None, one)) for one in way)
