"""The references of directives where some have come, gone, or changed their numbers."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from stcli.index.about import DIRECTIVE, SEVERAL, several

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Mapping, Sequence

    from stcli.index.kept import Kept
    from stcli.model import Directive


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
    for at, name in zip(sharing, _names(columns, keys, sharing), strict=True):
        found[at] = name
    return found


def renamed(names: Sequence[str], kept: Kept) -> list[str]:
    """Give all names anew, of which the first are those before anything changed.

    A name depends on who else has its number. So only those are named anew of which the number
    is one that something has that has come or gone.
    """
    known = len(names)
    texts = kept.texts("keys")
    moved = (at for at in range(len(texts)) if at >= known or not kept.live[at])
    touched = {key for at in moved for key in several(texts[at])}
    sharing = [
        at
        for at, text in enumerate(texts)
        if (text in touched or (SEVERAL in text and not touched.isdisjoint(several(text))))
        and kept.live[at]
        and kept.kinds[at] & DIRECTIVE
    ]
    keys = {at: several(texts[at]) for at in sharing}
    found = [*names, *[""] * (len(texts) - known)]
    for at, name in zip(sharing, _names(kept, keys, sharing), strict=True):
        if keys[at][0] in touched:
            found[at] = name
    return found


def _names(
    columns: Columns,
    keys: Mapping[int, Sequence[str]] | Sequence[Sequence[str]],
    some: Sequence[int],
) -> Iterable[str]:
    """Give the names of some directives, beside which none has a number of theirs."""
    known = Counter(key for at in some for key in keys[at])
    if max(known.values(), default=1) == 1:
        numbers = columns.texts("numbers")
        return [numbers[at].strip() for at in some]
    from stcli.model import Tracker  # noqa: PLC0415 - only where several have one number
    from stcli.references import References  # noqa: PLC0415

    found = tuple(directives(columns, some))
    return map(References(Tracker(found)).name, found)


def directives(columns: Columns, positions: Iterable[int]) -> Iterable[Directive]:
    """Give directives by what they are called; they have no tasks."""
    from stcli.model import Directive  # noqa: PLC0415 - only where several have one number

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
