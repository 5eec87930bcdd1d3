"""Data merged without its text: what a merged text has to say, as it is held against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from stcli.merging.alignment import aligned, in_order

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from typing import TypeAlias

    from stcli.documents.data import Data
    from stcli.merging.alignment import Identity

    Way: TypeAlias = tuple[str | Identity, ...]
    """A way to a value: keys, and what entries of lists are known by."""


class Absent(Enum):
    """What stands where a side has nothing."""

    ABSENT = "absent"


ABSENT = Absent.ABSENT


class Side(Enum):
    """Whose version is taken where the two disagree."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass(slots=True)
class DataMerge:
    """Merges data, taking one side wherever both changed the same thing differently.

    So it does at the ways in `settled` too, whatever stands there. `conflicts` are the ways where
    it had to.
    """

    side: Side
    settled: Collection[Way] = ()
    conflicts: list[Way] = field(default_factory=list)
    _above: frozenset[Way] = field(init=False)

    def __post_init__(self) -> None:
        self._above = frozenset(one[:depth] for one in self.settled for depth in range(len(one)))

    def merge(
        self, base: Data | Absent, ours: Data | Absent, theirs: Data | Absent, way: Way = ()
    ) -> Data | Absent:
        """Give the merged value at a way."""
        if way in self.settled:
            return self._taken(ours, theirs, way)
        if way not in self._above:
            if theirs in (ours, base):
                return ours
            if ours == base:
                return theirs
        match base, ours, theirs:
            case dict(), dict(), dict():
                return self._mapping(base, ours, theirs, way)
            case _, list(), list():
                found = entries(base, ours, theirs)
                known = None if found is None else aligned(key_of(way), found, ours, theirs)
                if found is not None and known is not None:
                    return self._list((found, ours, theirs), known, way)
            case _:
                pass
        return self._taken(ours, theirs, way)

    def _taken(self, ours: Data | Absent, theirs: Data | Absent, way: Way) -> Data | Absent:
        self.conflicts.append(way)
        return ours if self.side is Side.OURS else theirs

    def _mapping(
        self,
        base: Mapping[str, Data],
        ours: Mapping[str, Data],
        theirs: Mapping[str, Data],
        way: Way,
    ) -> Data:
        found = {
            key: self.merge(
                base.get(key, ABSENT), ours.get(key, ABSENT), theirs.get(key, ABSENT), (*way, key)
            )
            for key in {**base, **ours, **theirs}
        }
        return {key: value for key, value in found.items() if value is not ABSENT}

    def _list(
        self,
        sides: tuple[Sequence[Data], Sequence[Data], Sequence[Data]],
        known: tuple[Sequence[Identity], Sequence[Identity], Sequence[Identity]],
        way: Way,
    ) -> Data:
        base, ours, theirs = (
            dict(zip(ids, side, strict=True)) for ids, side in zip(known, sides, strict=True)
        )
        found = (
            self.merge(
                base.get(one, ABSENT), ours.get(one, ABSENT), theirs.get(one, ABSENT), (*way, one)
            )
            for one in in_order(key_of(way), *known)
        )
        return [value for value in found if value is not ABSENT]


def entries(base: Data | Absent, ours: Sequence[Data], theirs: Sequence[Data]) -> list[Data] | None:
    """Give the entries that two lists come from; None where they come from no list.

    Two lists of mappings that both sides began may be taken as additions to nothing, as each entry
    stands for itself. Two lists of texts, such as agencies, may be two answers to one question.
    """
    if isinstance(base, list):
        return base
    from_nothing = base is None or base is ABSENT
    if from_nothing and all(isinstance(one, dict) for one in (*ours, *theirs)):
        return []
    return None


def key_of(way: Way) -> str:
    """Give the key that a way ends with; none for an entry of a list."""
    last = way[-1] if way else ""
    return last if isinstance(last, str) else ""
