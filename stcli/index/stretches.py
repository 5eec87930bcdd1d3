"""All directives gone through, a stretch at a time, by several processes.

Nobody holds the models of all: each process unpacks some, answers what is asked of these, and lets
them go. What is asked of a directive may hang on what others are called, on those that amend it,
and on those whose tasks it counts from; so each stretch is seen among all others.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from stcli.index import naming, recall
from stcli.index.about import AMENDING, DEPENDENT, DIRECTIVE
from stcli.index.office import office
from stcli.load import Loaded
from stcli.model import Tracker
from stcli.references import References
from stcli.views.steadiness import depends_on
from stcli.workers import Work, processors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from stcli.index.kept import Kept
    from stcli.model import Directive

AT_ONCE: Final = 64
"""Directives of a stretch: enough that what is done once for each costs little."""


class Stretches:
    """Some directives of an index, in the order of their paths, among all others.

    `may_matter` tells by the text of a packed directive whether it need be looked at.
    """

    def __init__(
        self,
        kept: Kept,
        positions: Sequence[int] | None = None,
        may_matter: Callable[[str], bool] | None = None,
    ) -> None:
        self._kept = kept
        self._positions = kept.having(DIRECTIVE) if positions is None else positions
        self._may_matter = may_matter
        agencies, self._settings = office(kept)
        self._office = Tracker((), agencies)
        self._at = {path: at for at, path in enumerate(kept.paths) if kept.live[at]}
        self._names, self._invalid = kept.names, kept.invalid
        amending = kept.having(AMENDING)
        self._amending = {one.path: one for one in recall.directives(kept, amending)}
        self._heads: _Heads | None = None
        if amending or any(kept.kinds[at] & DEPENDENT for at in self._positions):
            _ = self.heads  # before there are several processes

    @property
    def heads(self) -> References:
        """All directives by what they are called; nothing else is known of them."""
        if self._heads is None:
            every = naming.directives(self._kept, self._kept.having(DIRECTIVE))
            self._heads = _Heads(replace(self._office, directives=tuple(every)))
        return self._heads

    def name(self, directive: Directive) -> str:
        """Give the reference that a directive has among all."""
        return self._names[self._at[directive.path]]

    def asked(self, ask: Callable[[Loaded], object]) -> Iterator[tuple[str, Any]]:
        """Ask something of each stretch, and give the answers in order, as they are made.

        With each comes the last path of its stretch. An answer is plain data, as processes hand
        it over.
        """

        def answer(some: Sequence[int]) -> tuple[str, object]:
            return self._kept.paths[some[-1]], ask(self._loaded(some))

        work = Work(answer, self._positions, processors(), chunk=AT_ONCE)
        return (found for found in work.in_order() if isinstance(found, tuple))

    def _loaded(self, some: Sequence[int]) -> Loaded:
        """Give some directives as they were loaded, without those that need not be looked at."""
        own = {one.path: one for one in recall.directives(self._kept, some, self._may_matter)}
        known = self._amending | own
        known |= {one.path: one for one in self._counted_from(own, known)}
        tracker = replace(self._office, directives=tuple(own.values()))
        among = _Among(self, known, tracker)
        return Loaded(tracker, among, self._settings, {}, (), self._invalid)

    def _counted_from(
        self, own: Mapping[str, Directive], known: Mapping[str, Directive]
    ) -> list[Directive]:
        """Give the directives that some count from, but for those that are known."""
        kinds = self._kept.kinds
        numbers = {
            number
            for path, one in own.items()
            if kinds[self._at[path]] & DEPENDENT
            for number in depends_on(one)
        }
        paths = {one.path for number in numbers for one in self.heads.written(number)}
        return recall.directives(self._kept, [self._at[one] for one in paths.difference(known)])


class _Heads(References):
    """The names of all directives, which remembers what a person means by a part of one."""

    __slots__ = ("_meant",)

    def __init__(self, tracker: Tracker) -> None:
        super().__init__(tracker)
        self._meant: dict[str, tuple[Directive, ...]] = {}

    def typed(self, text: str) -> tuple[Directive, ...]:
        """Give the directives that a person at a terminal may mean."""
        found = self._meant.get(text)
        if found is None:
            found = self._meant[text] = super().typed(text)
        return found


class _Among(References):
    """The names of all directives, of which some are whole, by their paths."""

    __slots__ = ("_every", "_whole")

    def __init__(self, every: Stretches, whole: Mapping[str, Directive], tracker: Tracker) -> None:
        self.directives = tuple(whole[path] for path in sorted(whole))
        self.agencies = tracker.agencies
        self._every = every
        self._whole = whole

    def name(self, directive: Directive) -> str:
        """Give the shortest reference that only this directive has."""
        return self._every.name(directive)

    def written(self, text: str) -> tuple[Directive, ...]:
        """Give the directives that a reference in a file may mean."""
        return self._those(self._every.heads.written(text))

    def typed(self, text: str) -> tuple[Directive, ...]:
        """Give the directives that a person at a terminal may mean."""
        return self._those(self._every.heads.typed(text))

    def _those(self, found: tuple[Directive, ...]) -> tuple[Directive, ...]:
        return tuple(self._whole.get(one.path, one) for one in found)
