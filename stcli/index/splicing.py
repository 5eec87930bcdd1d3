"""Open tasks of several parts of an index in one order: few of them put among many."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from stcli.index.kept import Tasks

if TYPE_CHECKING:
    from collections.abc import Sequence


def spliced(parts: Sequence[Tasks], paths: Sequence[str]) -> Tasks:
    """Give the tasks of parts by their last days, those of one day in the order of their paths.

    Those of the first part, the most, are in that order: each other one goes to its place among
    them, column by column. No task stands in a file of another part.
    """
    many, *others = parts
    few = [row for part in others for row in zip(*part, strict=True)]
    few.sort(key=lambda row: (row[0], paths[row[1]]))
    places = [_place(many, row[0], paths[row[1]], paths) for row in few]
    if not few:
        return many
    added = zip(*few, strict=True)
    return Tasks._make(map(_put_in, many, [places] * len(many), added))


def _place(many: Tasks, due: int, path: str, paths: Sequence[str]) -> int:
    start, end = bisect_left(many.due, due), bisect_right(many.due, due)
    return bisect_right(many.files, path, start, end, key=paths.__getitem__)


def _put_in(
    column: Sequence[object], places: Sequence[int], added: Sequence[object]
) -> list[object]:
    """Give a column with others put in before some of its places, which do not descend."""
    found: list[object] = []
    start = 0
    for place, one in zip(places, added, strict=True):
        found += column[start:place]
        found.append(one)
        start = place
    found += column[start:]
    return found
