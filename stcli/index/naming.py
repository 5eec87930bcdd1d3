"""The references of directives where some have come, gone, or changed their numbers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from stcli.index.about import DIRECTIVE, several
from stcli.model import Directive, Tracker
from stcli.references import References

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from stcli.index.kept import Kept


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


def directives(kept: Kept, positions: Iterable[int]) -> Iterable[Directive]:
    """Give directives by what they are called; they have no tasks."""
    numbers, titles, issuers = map(kept.texts, ("numbers", "titles", "issuers"))
    aliases, issued = kept.texts("aliases"), kept.numbers("issued")
    return (
        Directive(
            numbers[at],
            titles[at],
            issuers[at],
            date.fromordinal(issued[at]),
            aliases=several(aliases[at]),
            path=kept.paths[at],
        )
        for at in positions
    )
