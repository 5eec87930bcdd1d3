"""Open tasks of several parts of an index in one order: few of them put among many."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, compress, count
from operator import itemgetter, not_
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

from stcli.index.columns import OnDemand
from stcli.index.kept import Tasks
from stcli.repeated import Repeated

if TYPE_CHECKING:
    from collections.abc import Iterator

Value = TypeVar("Value")

Pieces: TypeAlias = Sequence[range | int]
"""What follows one another: ranges of the many, and numbers of the few."""


def spliced(parts: Sequence[Tasks], live: Sequence[int], paths: Sequence[str]) -> Tasks:
    """Give the tasks of parts by their last days, those of one day in the order of their paths.

    Those of the first part, the most, are in that order: each other one goes to its place among
    them, column by column. No task stands in a file of another part. `live` tells of each file
    whether it holds.
    """
    many, *others = parts
    few = [row for part in others for row in zip(*part, strict=True) if live[row[1]]]
    few.sort(key=lambda row: (row[0], paths[row[1]]))
    pieces = [*_pieces(_gone(many.files, live), [_place(many, row, paths) for row in few], many)]
    added = list(zip(*few, strict=True)) or [()] * len(many)
    return Tasks._make(
        _put_together(one, pieces, own) for one, own in zip(many, added, strict=True)
    )


def _gone(files: Sequence[int], live: Sequence[int]) -> list[int]:
    """Give the places of the tasks whose files no longer hold."""
    return [*compress(range(len(files)), map(not_, map(live.__getitem__, files)))]


def _place(many: Tasks, row: Sequence[Any], paths: Sequence[str]) -> int:
    """Give the place of one of the many before which another task belongs."""
    due, path = row[0], paths[row[1]]
    start, end = bisect_left(many.due, due), bisect_right(many.due, due)
    return bisect_right(many.files, path, start, end, key=paths.__getitem__)


def _pieces(gone: Sequence[int], places: Sequence[int], many: Tasks) -> Iterator[range | int]:
    """Give what is left of the many, with the few before their places, which do not descend."""
    start = 0
    before = [(place, number) for number, place in enumerate(places)]
    after = [(place, None) for place in gone]
    for place, number in sorted([*before, *after], key=itemgetter(0)):  # which keeps their order
        if start < place:
            yield range(start, place)
        start = place
        if number is None:
            start += 1
        else:
            yield number
    if start < len(many.due):
        yield range(start, len(many.due))


def _put_together(column: Sequence[Any], pieces: Pieces, added: Sequence[Any]) -> Sequence[Any]:
    """Give a column in pieces; none of it is made that is not made yet."""
    if isinstance(column, Repeated):
        return _repeated(column, pieces, added)
    if not isinstance(column, array):
        return Pieced(column, pieces, added)
    found = column[:0]
    for piece in pieces:
        if isinstance(piece, range):
            found += column[piece.start : piece.stop]
        else:
            found.append(added[piece])
    return found


def _repeated(column: Repeated[Value], pieces: Pieces, added: Sequence[Value]) -> Repeated[Value]:
    """Give a column of few values in pieces."""
    values = cast("dict[Any, Value]", dict(column.values))  # of the index, where keys are numbers
    keys = {value: key for key, value in values.items()}
    fresh = count(max(values, default=-1) + 1)
    for value in added:
        if value not in keys:
            keys[value] = next(fresh)
            values[keys[value]] = value
    numbers = [keys[value] for value in added]
    return Repeated.of(_put_together(column.keys, pieces, numbers), values.__getitem__)


class Pieced(OnDemand[Value]):
    """A long column in which some things are left out, and others put in."""

    __slots__ = ("_added", "_column", "_ends", "_pieces")

    def __init__(self, column: Sequence[Value], pieces: Pieces, added: Sequence[Value]) -> None:
        self._column, self._pieces, self._added = column, pieces, added
        self._ends = [*accumulate(1 if isinstance(one, int) else len(one) for one in pieces)]

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def between(self, start: int, stop: int) -> Iterator[Value]:
        """Give what stands from one place to before another."""
        number = bisect_right(self._ends, start)
        for piece, end in zip(self._pieces[number:], self._ends[number:], strict=True):
            if start >= stop:
                return
            if isinstance(piece, int):
                yield self._added[piece]
            else:
                own = piece[len(piece) - (end - start) : len(piece) - max(end - stop, 0)]
                yield from self._column[own.start : own.stop]
            start = end
