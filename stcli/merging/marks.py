"""Marks around what two sides disagree on, as git writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from stcli.documents.blocks import Block
from stcli.documents.laying import in_line
from stcli.merging.comments import lines_merged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.merging.composing import Conflict

_NUMBERED: Final = re.compile(r"\x00(\d+)\n")
"""The end of the line that opens a conflict, until its number has been read: no text holds NUL."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What the sides are called behind the marks, and how these look.

    With `size` signs each; with the version that both sides come from, if `base_too`.
    """

    ours: str = "ours"
    base: str = "base"
    theirs: str = "theirs"
    size: int = 7
    base_too: bool = False


@dataclass(slots=True)
class Marking:
    """Puts both sides of conflicts between marks, each with a number of its own."""

    labels: Labels
    count: int = field(default=0)

    def settle(self, conflict: Conflict) -> Block:
        """Give both sides of a conflict between marks, where one is to stand."""
        column = conflict.column
        sides = [
            None if one is None else in_line(one, column)
            for one in (conflict.base, conflict.ours, conflict.theirs)
        ]
        base, ours, theirs = sides
        above = below = ""
        if ours is not None and theirs is not None:
            above = lines_merged(base.above if base else "", ours.above, theirs.above)
            below = lines_merged(base.below if base else "", ours.below, theirs.below)
            sides = [one and replace(one, above="", below="") for one in sides]
        parts = tuple(self._marked(*sides))
        step = next(one.step for one in sides if one)
        return Block(step, None, column, above=above, parts=parts, below=below)

    def _marked(
        self, base: Block | None, ours: Block | None, theirs: Block | None
    ) -> Iterator[Block]:
        labels = self.labels
        yield self._mark("<", f"{labels.ours}\x00{self.count}")
        self.count += 1
        if ours is not None:
            yield ours
        if labels.base_too:
            yield self._mark("|", labels.base)
            if base is not None:
                yield base
        yield self._mark("=", "")
        if theirs is not None:
            yield theirs
        yield self._mark(">", labels.theirs)

    def _mark(self, sign: str, label: str) -> Block:
        return Block("", None, value=f"{sign * self.labels.size} {label}".rstrip(" ") + "\n")


def numbered_lines(text: str) -> tuple[str, dict[int, int]]:
    """Give a text with marks, and the line on which the conflict of each number starts."""
    lines = {
        int(found[1]): text.count("\n", 0, found.start()) + 1 for found in _NUMBERED.finditer(text)
    }
    return _NUMBERED.sub("\n", text), lines
