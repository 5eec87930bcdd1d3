"""What is kept, as the model again: all of it, or the few directives that have to be looked at."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from stcli.calendar import Calendar, Listing
from stcli.index import packing
from stcli.index.about import DEPENDENT, DIRECTIVE, several
from stcli.index.damage import Damaged
from stcli.index.making import steadies
from stcli.index.plain import plain, unpacked
from stcli.load import Loaded
from stcli.model import Tracker
from stcli.numbers import comparison_key
from stcli.references import References
from stcli.views.steadiness import depends_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from stcli.diagnostics import Diagnostic
    from stcli.index.kept import Kept
    from stcli.model import Agency, Directive
    from stcli.settings import Settings
    from stcli.views.steadiness import Steady


def loaded(kept: Kept) -> Loaded:
    """Give everything that is kept, as it was loaded; there are no documents."""
    return _loaded(kept, directives(kept, kept.having(DIRECTIVE)), diagnostics(kept))


def steadied(kept: Kept, positions: Sequence[int], day: date) -> Mapping[int, tuple[Steady, str]]:
    """Give what holds of some directives around a day, with their references, by positions.

    These references are not those that the directives have among all others.
    """
    some = directives(kept, positions)
    needed = _needed(kept, positions, some)
    others = directives(kept, [at for at in needed if at not in set(positions)])
    every = sorted((*some, *others), key=lambda one: one.path)
    held = steadies(_loaded(kept, every, ()), day)
    return {at: held[one.path] for at, one in zip(positions, some, strict=True)}


def directives(kept: Kept, positions: Sequence[int]) -> list[Directive]:
    """Give the directives at some positions."""
    models = map(unpacked, kept.models(positions))
    paths = (kept.paths[at] for at in positions)
    return list(map(packing.directive, models, paths))


def _needed(kept: Kept, positions: Sequence[int], found: Sequence[Directive]) -> list[int]:
    """Give the positions of the directives that some may speak of, by their numbers."""
    if not any(kept.kinds[at] & DEPENDENT for at in positions):
        return []
    numbers = {comparison_key(one) for directive in found for one in depends_on(directive)}
    keys = kept.texts("keys")
    return [at for at in kept.having(DIRECTIVE) if not numbers.isdisjoint(several(keys[at]))]


def _loaded(kept: Kept, found: Sequence[Directive], wrong: tuple[Diagnostic, ...]) -> Loaded:
    agencies, settings = office(kept)
    tracker = Tracker(tuple(found), agencies)
    return Loaded(tracker, References(tracker), settings, {}, wrong, kept.invalid)


def office(kept: Kept) -> tuple[tuple[Agency, ...], Settings]:
    """Give what the office has set: its agencies, and its settings with the calendar."""
    match plain(kept.office):
        case {"agencies": agencies, "settings": settings, "calendar": own, "shipped": dict(years)}:
            pass
        case _:
            raise Damaged

    @cache
    def listing(year: int) -> Listing:
        rows = years.get(str(year))
        return Listing() if rows is None else packing.listing(rows)

    chosen = packing.settings(settings)
    calendar = Calendar(packing.listing(own), listing)
    return packing.agencies(agencies), replace(chosen, calendar=calendar)


def diagnostics(kept: Kept) -> tuple[Diagnostic, ...]:
    """Give the findings of reading and format, in their order."""
    return tuple(_diagnostics(kept))


def _diagnostics(kept: Kept) -> Iterator[Diagnostic]:
    for text in kept.findings():
        found = plain(text)
        if not isinstance(found, list):
            raise Damaged
        yield from map(packing.diagnostic, found)
