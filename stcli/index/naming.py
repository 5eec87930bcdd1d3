"""The references of directives where some have come, gone, or changed their numbers."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from stcli.index.about import DIRECTIVE, several
from stcli.model import Directive, Tracker
from stcli.references import References

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Sequence

    from stcli.index.kept import Kept


class Columns(Protocol):
    """What is kept of files, column by column."""

    @property
    def paths(self) -> Sequence[str]:
        """The names of the files below the root."""

    def texts(self, name: str) -> list[str]:
        """Give a column of texts."""

    def numbers(self, name: str) -> array[int]:
        """Give a column of numbers."""


def named(columns: Columns) -> list[str]:
    """Give the names of all directives, "" for what is none.

    Only those whose number another has too are looked at together.
    """
    keys = list(map(several, columns.texts("keys")))
    found = [number.strip() for number in columns.texts("numbers")]
    known = Counter(chain.from_iterable(keys))
    sharing = [at for at, own in enumerate(keys) if any(known[key] > 1 for key in own)]
    if sharing:
        some = tuple(directives(columns, sharing))
        references = References(Tracker(some))
        for at, one in zip(sharing, some, strict=True):
            found[at] = references.name(one)
    return found


def renamed(names: Sequence[str], kept: Kept) -> list[str]:
    """Give all names anew, of which the first are those before anything changed.

    A name depends on who else has its number. So only those are named anew of which the number
    is one that something has that has come or gone.
    """
    known = len(names)
    keys = list(map(several, kept.texts("keys")))
    touched = {
        key
        for at, own in enumerate(keys)
        if own and (at >= known or not kept.live[at])
        for key in own
    }
    holds = kept.having(DIRECTIVE)
    sharing = [at for at in holds if not touched.isdisjoint(keys[at])]
    heads = dict(zip(sharing, directives(kept, sharing), strict=True))
    references = References(Tracker(tuple(heads.values())))
    found = [*names, *[""] * (len(keys) - known)]
    for at, one in heads.items():
        if keys[at][0] in touched:
            found[at] = references.name(one)
    return found


def directives(columns: Columns, positions: Iterable[int]) -> Iterable[Directive]:
    """Give directives by what they are called; they have no tasks."""
    numbers, titles, issuers = map(columns.texts, ("numbers", "titles", "issuers"))
    aliases, issued = columns.texts("aliases"), columns.numbers("issued")
    return (
        Directive(
            numbers[at],
            titles[at],
            issuers[at],
            date.fromordinal(issued[at]),
            aliases=several(aliases[at]),
            path=columns.paths[at],
        )
        for at in positions
    )
