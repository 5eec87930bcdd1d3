"""What is kept of all files: most of it in one part of an index, what has changed in others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from stcli.index.about import DEPENDENT, DIRECTIVE, INVALID, OFFICE
from stcli.index.columns import TITLES, distinct, repeated
from stcli.index.damage import Damaged

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Sequence

    from stcli.index.about import About
    from stcli.index.segment import Segment


class Part(NamedTuple):
    """A file of an index, and which of its entries still hold, one byte each."""

    segment: Segment
    about: About
    live: bytearray


class Tasks(NamedTuple):
    """Open tasks with a last day, column by column: days by their ordinals, 0 for none.

    `files` are the positions of the entries they stand in.
    """

    due: Sequence[int]
    files: Sequence[int]
    written: Sequence[int]
    first: Sequence[int]
    hours: Sequence[str]
    marks: Sequence[str]
    answering: Sequence[str]
    titles: Sequence[str]


class Kept:
    """The entries of the parts of an index, one after the other, by their positions.

    `office` is what the office has set, packed, where that is not what the first part has.
    """

    def __init__(self, parts: Sequence[Part], office: str = "") -> None:
        self.parts = parts
        self.changed_office = office
        self.live = bytearray().join(one.live for one in parts)

    @property
    def whole(self) -> bool:
        """Whether all is as the first part has it, which then needs no other look."""
        return len(self.parts) == 1 and 0 not in self.live

    @property
    def office(self) -> str | bytes:
        """What the office has set, packed."""
        return self.changed_office or self.parts[0].segment.whole("office")

    def texts(self, name: str) -> list[str]:
        """Give a column of texts."""
        found: list[str] = []
        for one in self.parts:
            found += one.segment.texts(name, one.about.files)
        return found

    def numbers(self, name: str, width: int = 1, kind: str = "i") -> array[int]:
        """Give a column of numbers, so many for each entry."""
        first, *others = (
            one.segment.numbers(name, kind, width * one.about.files) for one in self.parts
        )
        for other in others:
            first += other
        return first

    @cached_property
    def kinds(self) -> bytes:
        """What is known of each file."""
        found = b"".join(one.segment.whole("kinds") for one in self.parts)
        if len(found) != len(self.live):
            raise Damaged
        return found

    @cached_property
    def paths(self) -> list[str]:
        """The names of the files below the root."""
        return self.texts("paths")

    @cached_property
    def ranks(self) -> Sequence[int]:
        """The place of each file in the order of the paths."""
        ranks = [0] * len(self.live)
        order = self._order if self.whole else sorted(range(len(ranks)), key=self.paths.__getitem__)
        for rank, at in enumerate(order):
            ranks[at] = rank
        return ranks

    @property
    def _order(self) -> Sequence[int]:
        """The positions of the entries of the only part in the order of the paths."""
        order = self.numbers("order")
        if order and not (min(order) >= 0 and max(order) < len(self.live)):
            raise Damaged
        return order

    def having(self, kind: int) -> list[int]:
        """Give the positions of what is of a kind and holds, in the order of the paths."""
        kinds = self.kinds
        if not any(map(kind.__and__, kinds)):
            return []
        if self.whole:
            return [at for at in self._order if kinds[at] & kind]
        found = [at for at, holds in enumerate(self.live) if holds and kinds[at] & kind]
        return sorted(found, key=self.paths.__getitem__)

    @property
    def invalid(self) -> tuple[str, ...]:
        """The files that have errors."""
        return tuple(self.paths[at] for at in self.having(INVALID))

    def loose(self, day: int) -> list[int]:
        """Give the directives of which counts and open tasks do not hold on a day."""
        since, until = self.numbers("since"), self.numbers("until")
        if max(since, default=0) <= day < min(until, default=0) and not self.having(DEPENDENT):
            return []
        return [
            at
            for at in self.having(DIRECTIVE)
            if not since[at] <= day < until[at] or self.kinds[at] & DEPENDENT
        ]

    def is_outdated(self, day: int) -> bool:
        """Tell whether what is kept of any directive holds only before a day, or after it."""
        return not max(self.numbers("since"), default=0) <= day < min(self.numbers("until"))

    def tasks(self, first: int, last: int) -> Tasks:
        """Give the open tasks that fall due from one day to another, by their last days."""
        parts = [_tasks(*one, first, last) for one in self._started()]
        if self.whole:
            return parts[0]
        from stcli.index.splicing import spliced  # noqa: PLC0415 - only where something has changed

        return spliced(parts, self.live, self.paths)

    def count_until(self, *days: int) -> list[Counter[int]]:
        """Count the open tasks of each entry: up to a day, from there up to another, and later."""
        found: list[Counter[int]] = [Counter() for _ in range(len(days) + 1)]
        for part, start in self._started():
            due, files = part.segment.numbers("due", "i", part.about.open), _files(part)
            places = (0, *(bisect_right(due, day) for day in days), len(due))
            for counter, (begin, end) in zip(found, pairwise(places), strict=True):
                some = files[begin:end]
                counter.update([start + at for at in some] if start else some)
        return found

    def _started(self) -> Iterator[tuple[Part, int]]:
        """Give each part and the position of its first entry."""
        start = 0
        for part in self.parts:
            yield part, start
            start += part.about.files

    @cached_property
    def names(self) -> list[str]:
        """The references of the directives."""
        base = self.parts[0]
        names = base.segment.texts("names", base.about.files)
        if self.whole:
            return names
        from stcli.index.naming import renamed  # noqa: PLC0415 - only where something has changed

        return renamed(names, self)

    def models(self, positions: Sequence[int]) -> Iterator[bytes]:
        """Give the models of entries, packed."""
        for at in positions:
            number = bisect_right(self._starts, at) - 1
            own = at - self._starts[number]
            places = self._places[number]
            yield self.parts[number].segment.part("models", places[own], places[own + 1])

    @cached_property
    def _starts(self) -> list[int]:
        """The position of the first entry of each part."""
        return [start for _, start in self._started()]

    @cached_property
    def _places(self) -> list[array[int]]:
        """Where in each part the model of each entry starts, and the last one ends."""
        return [one.segment.numbers("places", "q", one.about.files + 1) for one in self.parts]

    def findings(self) -> list[str]:
        """Give the findings about what holds, as JSON, in the order of the paths."""
        found = self.texts("found")
        if not any(found):
            return []
        return [found[at] for at in self.having(DIRECTIVE | INVALID | OFFICE) if found[at]]


def _tasks(part: Part, start: int, first: int, last: int) -> Tasks:
    """Give the open tasks of a part that fall due between two days, whether they hold or not."""
    segment, count = part.segment, part.about.open
    due = segment.numbers("due", "i", count)
    span = slice(bisect_left(due, first), bisect_right(due, last))
    files = _files(part, span)
    return Tasks._make(
        (
            due[span],
            [start + at for at in files] if start else files,
            *(segment.numbers(name, "i", count)[span] for name in ("written", "first")),
            *(repeated(segment, name, count, span) for name in ("hours", "marks", "answering")),
            distinct(segment, TITLES, count, span.start, span.stop),
        )
    )


def _files(part: Part, span: slice = slice(None)) -> array[int]:
    """Give the entries of a part that a span of its open tasks stand in."""
    files = part.segment.numbers("file", "i", part.about.open)[span]
    if files and not (min(files) >= 0 and max(files) < part.about.files):
        raise Damaged
    return files
