"""What is kept, as the model again: all of it, or the few directives that have to be looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stcli.index import naming, packing
from stcli.index.about import AMENDING, DEPENDENT, DIRECTIVE, several
from stcli.index.damage import Damaged
from stcli.index.making import steadies
from stcli.index.office import office
from stcli.index.plain import plain, text_of
from stcli.load import Loaded
from stcli.model import Tracker
from stcli.numbers import comparison_key
from stcli.references import References
from stcli.views.steadiness import depends_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from stcli.diagnostics import Diagnostic
    from stcli.index.kept import Kept
    from stcli.model import Directive
    from stcli.views.steadiness import Steady


def loaded(kept: Kept) -> Loaded:
    """Give everything that is kept, as it was loaded; there are no documents."""
    return _loaded(kept, directives(kept, kept.having(DIRECTIVE)), diagnostics(kept))


def some(kept: Kept, positions: Sequence[int]) -> Loaded:
    """Give a few directives as they were loaded among all others.

    Of these only what they are called is known, but for those that the few count from, and all
    that amend others.
    """
    wanted = dict(zip(positions, directives(kept, positions), strict=True))
    more = {*_needed(kept, positions, [*wanted.values()]), *kept.having(AMENDING)}
    others = sorted(more.difference(wanted))
    full = wanted | dict(zip(others, directives(kept, others), strict=True))
    order = kept.having(DIRECTIVE)
    heads = iter(naming.directives(kept, [at for at in order if at not in full]))
    every = tuple(full[at] if at in full else next(heads) for at in order)
    found = _loaded(kept, [wanted[at] for at in order if at in wanted], tuple(_diagnostics(kept)))
    return replace(found, references=References(Tracker(every, found.tracker.listed)))


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


def directives(
    kept: Kept, positions: Sequence[int], may_matter: Callable[[str], bool] | None = None
) -> list[Directive]:
    """Give the directives at some positions: all, or those that may matter by their texts."""
    paths = (kept.paths[at] for at in positions)
    return [
        packing.directive(plain(text), path)
        for text, path in zip(map(text_of, kept.models(positions)), paths, strict=True)
        if may_matter is None or may_matter(text)
    ]


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


def diagnostics(kept: Kept) -> tuple[Diagnostic, ...]:
    """Give the findings of reading and format, in their order."""
    return tuple(_diagnostics(kept))


def _diagnostics(kept: Kept) -> Iterator[Diagnostic]:
    for text in kept.findings():
        found = plain(text)
        if not isinstance(found, list):
            raise Damaged
        yield from map(packing.diagnostic, found)
