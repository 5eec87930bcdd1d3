"""Which entries of a list on one side are those of the other, and in which order they belong."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from typing import TypeAlias

    from stcli.documents.data import Data

    Identity: TypeAlias = tuple[str, ...]
    """What an entry is known by, whatever else is changed in it."""

NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "tasks": ("id",),
    "agencies": ("id",),
    "changes": ("date", "for"),
    "progress": ("date", "note"),
    "periods": ("for",),
    "members": ("agency", "for"),
    "successors": ("agency", "from"),
    "days_off": ("date",),
    "swapped": ("rest", "work"),
    "tolerated": ("rule", "path", "fingerprint"),
}
"""The keys that an entry is known by, by the key of its list; the first one it must have.

Two changes of one day are one change told in two ways, as their order would decide which holds.
"""

ORDERED: Final[Mapping[str, int]] = {
    "changes": 0,
    "progress": 0,
    "periods": 0,
    "successors": 1,
    "days_off": 0,
    "swapped": 0,
}
"""Lists that are kept in the order of a day or period, and which of their names that is."""


def aligned(
    key: str, base: Sequence[Data], ours: Sequence[Data], theirs: Sequence[Data]
) -> tuple[Sequence[Identity], Sequence[Identity], Sequence[Identity]] | None:
    """Give what the entries of three lists are known by; None where that would be a guess.

    Entries without a name of their own are known by all that they say, so that one that was edited
    is one removed and one added. Where both sides removed one entry and then added others, they may
    have put different ones in its place: nobody can tell.
    """
    sides = (base, ours, theirs)
    named = [_by_name(key, side) for side in sides]
    if named[0] is not None and named[1] is not None and named[2] is not None:
        return named[0], named[1], named[2]
    before, mine, other = ([_whole(key, one) for one in side] for side in sides)
    if any(len(set(one)) < len(one) for one in (before, mine, other)):
        return None
    gone = set(before) - set(mine) - set(other)
    added = set(mine) - set(before) - set(other), set(other) - set(before) - set(mine)
    texts_alone = all(isinstance(one, str) for side in sides for one in side)
    if gone and (all(added) if texts_alone else any(added)):
        return None
    clashing = set.intersection(*({one[:-1] for one in side if one[:-1]} for side in added))
    return None if clashing else (before, mine, other)


def in_order(
    key: str, base: Sequence[Identity], ours: Sequence[Identity], theirs: Sequence[Identity]
) -> list[Identity]:
    """Give all that either side has, in the order of the side that changed it, else of ours.

    What one side alone has follows what it follows there; where both added at one place, ours
    comes first. Lists by day or period stay so, if both sides are.
    """
    shared = set(base) & set(ours) & set(theirs)
    before, mine, other = ([one for one in side if one in shared] for side in (base, ours, theirs))
    if mine == before and other != before:
        found = _inserted(theirs, ours, before=frozenset())
    else:
        found = _inserted(ours, theirs, before=set(ours) - set(base) - set(theirs))
    place = ORDERED.get(key)
    if place is not None and all(len(one) > place for one in found):
        days = [[one[place] for one in side] for side in (ours, theirs)]
        if all(side == sorted(side) for side in days):
            found.sort(key=itemgetter(place))
    return found


def _by_name(key: str, entries: Sequence[Data]) -> list[Identity] | None:
    """Give the names of entries; None where one has none, or two have the same."""
    found = [_name(key, one) for one in entries]
    return found if all(found) and len(set(found)) == len(found) else None


def _name(key: str, entry: Data) -> Identity:
    """Give what an entry of a list is known by; nothing if the first name is missing."""
    names = NAMES.get(key, ())
    if not names or not isinstance(entry, dict) or not isinstance(entry.get(names[0]), str):
        return ()
    return tuple(_canonical(entry.get(one)) for one in names)


def _whole(key: str, entry: Data) -> Identity:
    """Give an entry itself as what it is known by, behind its name if it has one."""
    return (*_name(key, entry), _canonical(entry))


def _canonical(data: Data) -> str:
    """Give data as a text that is the same for the same data."""
    match data:
        case str():
            return data
        case None:
            return ""
        case list():
            return repr([_canonical(one) for one in data])
        case dict():
            return repr(sorted((key, _canonical(value)) for key, value in data.items()))


def _inserted(
    order: Sequence[Identity], others: Sequence[Identity], *, before: Collection[Identity]
) -> list[Identity]:
    """Give an order with what others have beside it, each behind what it follows there.

    Of what was added at the same place, that in `before` comes first.
    """
    behind: dict[Identity | None, list[Identity]] = {}
    known = set(order)
    last = None
    for one in others:
        if one in known:
            last = one
        else:
            behind.setdefault(last, []).append(one)
    found: list[Identity] = []
    waiting = behind.get(None, [])
    for one in order:
        if one not in before:
            found += waiting
            waiting = []
        found.append(one)
        waiting = [*waiting, *behind.get(one, ())]
    return [*found, *waiting]
