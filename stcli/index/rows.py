"""All tasks that are kept, as they stand on a day; a column is read when it is first asked for."""

from __future__ import annotations

from array import array
from collections import Counter
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from stcli.index.about import REST
from stcli.index.answers import days_of
from stcli.index.columns import TITLES, texts_of
from stcli.index.damage import Damaged
from stcli.index.standing import REQUESTED, STATES
from stcli.states import State
from stcli.views.agenda import Sheet
from stcli.views.status import Alike, counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from stcli.index.kept import Kept
    from stcli.index.segment import Segment
    from stcli.views.status import Counts

Value = TypeVar("Value")

_LATE = frozenset({State.OVERDUE, State.DONE_LATE})
_ENDED = frozenset({State.CANCELLED, State.RETURNED})
_PLACES = 32
"""Bits for the place of a task in its directive."""


class Listing(NamedTuple):
    """Tasks as they are listed, and counted."""

    tasks: Sheet
    counts: Counts


class _Set(NamedTuple):
    """The open tasks of a part of an index, or the rest of them."""

    segment: Segment
    prefix: str
    size: int
    start: int


class Rows:
    """The tasks of an index on a day, given by its ordinal."""

    def __init__(self, kept: Kept, day: int, due_soon: int) -> None:
        self.kept = kept
        self.day, self._due_soon = day, due_soon
        self._sets: list[_Set] = []
        start = 0
        for one in kept.parts:
            for prefix, count in (("", one.about.open), (REST, one.about.rest)):
                self._sets.append(_Set(one.segment, prefix, count, start))
            start += one.about.files

    @cached_property
    def files(self) -> Sequence[int]:
        """The position of the entry that each task stands in."""
        found = array("i")
        for one in self._sets:
            own = one.segment.numbers(f"{one.prefix}file", "i", one.size)
            found += array("i", map(one.start.__add__, own)) if one.start else own
        if found and not (min(found) >= 0 and max(found) < len(self.kept.live)):
            raise Damaged
        return found

    @cached_property
    def holding(self) -> Sequence[int]:
        """The positions of the tasks that hold."""
        if self.kept.whole:
            return range(len(self.files))
        live = self.kept.live
        return [at for at, file in enumerate(self.files) if live[file]]

    def fitting(
        self, some: Sequence[int], values: Sequence[Value], fits: Callable[[Value], bool]
    ) -> Sequence[int]:
        """Give those of some positions whose values pass a test.

        The test is made once for each value: many tasks have the same.
        """
        own = values if len(some) == len(values) else [values[at] for at in some]
        known = {one: fits(one) for one in set(own)}
        return list(compress(some, map(known.__getitem__, own)))

    def numbers(self, name: str) -> array[int]:
        """Give a column of numbers."""
        found = array("i")
        for one in self._sets:
            found += one.segment.numbers(f"{one.prefix}{name}", "i", one.size)
        return found

    def texts(self, name: str) -> list[str]:
        """Give a column of texts of tasks."""
        found: list[str] = []
        for one in self._sets:
            found += texts_of(one.segment, f"{one.prefix}{name}", one.size)
        return found

    def of_files(self, values: Sequence[Value]) -> Sequence[Value]:
        """Give for each task the value of the entry that it stands in."""
        return [values[at] for at in self.files]

    @cached_property
    def due(self) -> Sequence[int]:
        """The last day of each task, 0 for none."""
        return self.numbers("due")

    @cached_property
    def written(self) -> Sequence[int]:
        """The last day of each task as written, 0 for none."""
        return self.numbers("written")

    @cached_property
    def done(self) -> Sequence[int]:
        """The day on which each task was completed, 0 for none."""
        return self.numbers("done")

    @cached_property
    def places(self) -> Sequence[int]:
        """The place of each task in its directive."""
        return self.numbers("place")

    @cached_property
    def _standing(self) -> Sequence[int]:
        return self.numbers("standing")

    @cached_property
    def states(self) -> Sequence[State]:
        """How each task stands on the day."""
        by_day = {day: self._by_last_day(day) for day in set(self.due)}
        try:
            recorded = {one: STATES[one & ~REQUESTED] for one in set(self._standing)}
        except IndexError:
            raise Damaged from None
        return [
            recorded[one] or by_day[day] for one, day in zip(self._standing, self.due, strict=True)
        ]

    def _by_last_day(self, due: int) -> State:
        if self.day > due:
            return State.OVERDUE
        return State.DUE_SOON if due - self.day <= self._due_soon else State.OPEN

    @cached_property
    def late(self) -> Sequence[int]:
        """How many days late each task is or was."""
        today = self.day
        return [
            (done or today) - due if state in _LATE else 0
            for state, due, done in zip(self.states, self.due, self.done, strict=True)
        ]

    def requested(self, some: Iterable[int]) -> int:
        """Count the tasks that associations are asked for."""
        return sum(self._standing[at] & REQUESTED != 0 for at in some)

    def alike(
        self, some: Sequence[int], values: Sequence[Value], keys: Callable[[Value], tuple[str, ...]]
    ) -> Iterator[Alike]:
        """Count some tasks by the groups that stand in a value of each."""
        states, stands = self.states, self._standing
        found = Counter((values[at], states[at], stands[at] & REQUESTED != 0) for at in some)
        for (value, state, requested), number in found.items():
            yield Alike(keys(value), state, requested, number)

    def in_order(self, some: Sequence[int]) -> list[int]:
        """Give positions in the order of the files, and of the tasks in each."""
        ranks, files, places = self.kept.ranks, self.files, self.places
        keys = [ranks[files[at]] << _PLACES | places[at] for at in some]
        return [at for _, at in sorted(zip(keys, some, strict=True))]

    def listing(self, some: Sequence[int]) -> Listing:
        """List and count some tasks."""
        ordered = self.in_order(some)
        tasks = self.sheet(ordered)
        return Listing(tasks, counted(Counter(tasks.states), self.requested(ordered)))

    def sheet(self, some: Sequence[int]) -> Sheet:
        """Give some tasks as they are listed."""
        due, done, first = (
            [column[at] for at in some] for column in (self.due, self.done, self.numbers("first"))
        )
        states, late = [self.states[at] for at in some], [self.late[at] for at in some]
        written, names = [self.written[at] for at in some], self.kept.names
        hours, marks, answering, titles = map(self.texts, ("hours", "marks", "answering", TITLES))
        files = self.files
        return Sheet(
            states,
            days_of(due),
            days_of(written),
            late,
            [
                0 if state in _ENDED or not one else max((end or self.day) - one, 0)
                for state, one, end in zip(states, first, done, strict=True)
            ],
            days_of(done),
            [hours[at] for at in some],
            [names[files[at]] + marks[at] for at in some],
            [answering[at] for at in some],
            [titles[at] for at in some],
        )
