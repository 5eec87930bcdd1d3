"""Directives without their tasks, for a tree of them: what each carries out, and its counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from stcli.index import answers
from stcli.index.office import agencies
from stcli.index.stretches import Stretches
from stcli.model import Tracker

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from stcli.index.kept import Kept
    from stcli.load import Loaded
    from stcli.views.status import Counts

_CARRIES_OUT: Final = '"implements":['
"""What stands in the text of each directive that is kept and carries out others."""


class Branches(NamedTuple):
    """Directives that have no tasks, and the counts of those that they have, by paths."""

    tracker: Tracker
    counts: Mapping[str | None, Counts]


def branches(kept: Kept, day: date, due_soon: int) -> Branches:
    """Give the directives; only the models of those that carry out others are unpacked."""
    through = Stretches(kept, may_matter=lambda text: _CARRIES_OUT in text)
    carried = dict(pair for _, some in through.asked(_carried_out) for pair in some)
    directives = (
        replace(one, implements=carried[one.path]) if one.path in carried else one
        for one in through.heads.directives
    )
    counted = answers.status(kept, day, due_soon)
    tracker = Tracker(tuple(directives), agencies(kept))
    return Branches(tracker, {row.path: row.counts for row in counted.rows})


def _carried_out(loaded: Loaded) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.path, one.implements) for one in loaded.tracker.directives if one.implements]
