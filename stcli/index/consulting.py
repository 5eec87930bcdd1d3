"""An index asked: what is the same since it was written, and what had to be read."""

from __future__ import annotations

import time
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, Final

from stcli import files
from stcli.filenames import OF_THE_OFFICE
from stcli.index.about import DOUBTFUL, PROGRAM, STAMP, about
from stcli.index.damage import Damaged
from stcli.index.kept import Kept, Part
from stcli.index.placing import is_private
from stcli.index.segment import Segment
from stcli.workers import can_fork, processors

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence
    from datetime import date

    from stcli.diagnostics import Diagnostic
    from stcli.files import Folder, Seen
    from stcli.index.about import About
    from stcli.index.branches import Branches
    from stcli.index.entries import Entry
    from stcli.index.rows import Listing, Rows
    from stcli.index.stretches import Stretches
    from stcli.load import Loaded
    from stcli.model import Tracker
    from stcli.views.agenda import Agenda
    from stcli.views.status import Alike, Grouping, Status

BASE: Final = "base"
ADDED: Final = "added"
"""What has changed since the base was written; it is written anew as a whole."""

WORTH_A_FORK: Final = 1_000
"""Files of which a look takes longer than to start another process."""

_FEW: Final = 64
_PART: Final = 16
"""Of all directives, how many may have to be looked at before looking at all of them is as fast."""


class Look:
    """A look at the files below a root, before any is read; all that is read is read after it."""

    def __init__(self, root: Folder) -> None:
        self.root = root

    @cached_property
    def started(self) -> int:
        """When the look was started, in nanoseconds."""
        return time.time_ns()

    @cached_property
    def seen(self) -> Seen:
        """What was seen."""
        _ = self.started
        return files.seen(self.root)

    @property
    def can_be_kept(self) -> bool:
        """Whether the files of the office are files, whose marks tell when they change."""
        return all(name not in OF_THE_OFFICE for name, _, _ in self.seen.others)

    def stamps(self, wanted: Container[str] | None = None) -> dict[str, Sequence[int]]:
        """Give the marks of files by their paths: of all, or of those that are wanted."""
        marks = self.seen.stamps
        return {
            path: marks[STAMP * at : STAMP * at + STAMP]
            for at, path in enumerate(self.seen.paths)
            if wanted is None or path in wanted
        }


class Recollection:
    """What is known of the files below a root, each as it is now.

    `parts` are the base, what was added to it, and what was read just now, of which `fresh` are
    the entries; `written` are those on disk. `renewed` are entries that are the same but for their
    marks, or for the days around which they hold. `has_lost` says that files are gone which the
    index still has, `void` that nothing that was worked out holds any longer.
    """

    def __init__(self, look: Look, parts: Sequence[Part], today: date, office: str = "") -> None:
        self.look = look
        self.kept = Kept(parts, office)
        self.today = today
        self.written = parts
        self.fresh: list[Entry] = []
        self.renewed: list[Entry] = []
        self.has_lost = False
        self.void = bool(office)

    @property
    def about(self) -> About:
        """What the index is about."""
        return self.kept.parts[0].about

    def overdue(self, day: date) -> Agenda | None:
        """Give the overdue tasks as they are listed; None where all has to be looked at."""
        from stcli.index import answers  # noqa: PLC0415 - not where all is looked at

        kept = self._around(day)
        return None if kept is None else answers.overdue(kept, day)

    def upcoming(self, day: date, within: int) -> Agenda | None:
        """Give what falls due as it is listed; None where all has to be looked at."""
        from stcli.index import answers  # noqa: PLC0415 - the same
        from stcli.index.about import RECURRING  # noqa: PLC0415

        kept = None if self.kept.having(RECURRING) else self._around(day)
        return None if kept is None else answers.upcoming(kept, day, within)

    def status(self, day: date) -> Status | None:
        """Give the counts of all directives; None where all has to be looked at."""
        from stcli.index import answers  # noqa: PLC0415 - the same

        kept = self._around(day)
        return None if kept is None else answers.status(kept, day, self.about.due_soon)

    def listing(self, day: date, words: Sequence[str]) -> Listing | None:
        """List the tasks that fit the words of a query; None where that may be any."""
        rows = self._rows(day)
        if rows is None or not words:
            return None if rows is None else rows.listing(rows.holding)
        from stcli.index import narrowing  # noqa: PLC0415 - the same

        return narrowing.listing(rows, words)

    def grouped(
        self, day: date, words: Sequence[str], grouping: Grouping
    ) -> Iterable[Alike] | None:
        """Count the tasks that fit words by their groups; None where that takes their models."""
        from stcli.index import narrowing  # noqa: PLC0415 - the same

        rows = self._rows(day)
        return None if rows is None else narrowing.grouped(rows, words, grouping)

    def agencies(self) -> Tracker:
        """Give the agencies of the office alone."""
        from stcli.index import office  # noqa: PLC0415 - the same
        from stcli.model import Tracker  # noqa: PLC0415

        return Tracker((), office.agencies(self.kept))

    def narrowed(self, day: date, words: Sequence[str], *, ahead: bool = False) -> Loaded | None:
        """Load the directives with tasks that may fit words; None where that may be any.

        `ahead` asks also for what falls due later of tasks that recur.
        """
        from stcli.index import narrowing  # noqa: PLC0415 - the same
        from stcli.index.about import RECURRING  # noqa: PLC0415

        rows = None if ahead and self.kept.having(RECURRING) else self._rows(day)
        return None if rows is None else narrowing.narrowed(rows, words)

    def stretches(
        self, day: date, words: Sequence[str], *, narrow: bool, ahead: bool
    ) -> Stretches | None:
        """Go through the directives with tasks that may fit words; None where all are needed.

        Unless they may be narrowed down by columns, all directives are gone through. `ahead` asks
        also for what falls due later of tasks that recur.
        """
        from stcli.index import narrowing  # noqa: PLC0415 - the same
        from stcli.index.about import RECURRING  # noqa: PLC0415

        by_columns = narrow and not (ahead and self.kept.having(RECURRING))
        return narrowing.stretches(self.kept, self._rows(day) if by_columns else None, words)

    def branches(self, day: date) -> Branches | None:
        """Give the directives without their tasks; None where all has to be looked at."""
        from stcli.index.branches import branches  # noqa: PLC0415 - the same

        kept = self._around(day)
        return None if kept is None else branches(kept, day, self.about.due_soon)

    def around(self, day: date, reference: str) -> Loaded | None:
        """Load the directives that one thing has to do with; None where that may be any."""
        from stcli.index import narrowing  # noqa: PLC0415 - the same

        rows = self._rows(day)
        return None if rows is None else narrowing.around(rows, reference)

    def _rows(self, day: date) -> Rows | None:
        from stcli.index.rows import Rows  # noqa: PLC0415 - the same

        kept = self._around(day)
        return None if kept is None else Rows(kept, day.toordinal(), self.about.due_soon)

    @property
    def has_news(self) -> bool:
        """Whether there is anything that the index does not hold yet."""
        return bool(self.void or self.has_lost or self.fresh or self.renewed)

    def loaded(self) -> Loaded:
        """Give everything as it was loaded, without documents."""
        from stcli.index import recall  # noqa: PLC0415 - only where all is looked at

        return recall.loaded(self.kept)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Give the findings of reading and format, in their order."""
        from stcli.index import recall  # noqa: PLC0415 - only where there are any

        return recall.diagnostics(self.kept)

    def _around(self, day: date) -> Kept | None:
        """Give what holds on a day, with the directives worked out of which that is not known."""
        if self.void:
            return None
        loose = self.kept.loose(day.toordinal())
        if not loose:
            return self.kept
        from stcli.index import renewal  # noqa: PLC0415 - only where something has to be worked out

        if len(loose) > max(_FEW, len(self.kept.live) // _PART):
            self.void = day == self.today and self.kept.is_outdated(day.toordinal())
            return None
        found, moved = renewal.around(self.kept, loose, day)
        if day == self.today:
            self.renewed += moved
        return found


def consult(look: Look, folder: Folder, clock: Callable[[str], date]) -> Recollection | None:
    """Give what an index knows, with what is new read; None where it is of no use.

    The clock gives the day in a time zone, around which the new is worked out.
    """
    if not is_private(folder):
        return None
    try:
        parts = parts_of(look, folder)
        if not look.can_be_kept:
            return None
        today = clock(parts[0].about.timezone)
        if is_same(parts, look.seen):
            return Recollection(look, parts, today)
        from stcli.index import renewal  # noqa: PLC0415 - only where something has changed

        return renewal.with_news(look, parts, today)
    except Damaged:
        return None


def expect(look: Look, folder: Folder, clock: Callable[[str], date]) -> Recollection | None:
    """Give what an index knows before any look at the files; None where that does not pay.

    What it says is of use only if `is_as_expected` then says so.
    """
    if not (can_fork() and is_private(folder) and processors() > 1):
        return None
    try:
        parts = parts_of(look, folder)
        known = parts[0].about
        if known.files < WORTH_A_FORK or any(map(_is_doubtful, parts)):
            return None
    except Damaged:
        return None
    return Recollection(look, parts, clock(known.timezone))


def is_as_expected(look: Look, folder: Folder, names: Sequence[str]) -> bool:
    """Tell whether all files are as the parts of an index have them that have some names."""
    parts = parts_of(look, folder)
    return [one.about.name for one in parts] == names and is_same(parts, look.seen)


def parts_of(look: Look, folder: Folder) -> tuple[Part, ...]:
    """Open an index: the base, and what was added to it, if there is any that is of use."""
    base = opened_base(look, folder)
    try:
        added = _opened(folder, ADDED, base.about.root, base.about.name)
        gone = added.segment.all_numbers("gone", "i")
    except Damaged:
        return (base,)
    if gone and not (min(gone) >= 0 and max(gone) < base.about.files):
        return (base,)
    for at in gone:
        base.live[at] = 0
    return base, added


def opened_base(look: Look, folder: Folder) -> Part:
    """Open the base of an index; Damaged where that cannot be done."""
    return _opened(folder, BASE, look.root, base="")


def _opened(folder: Folder, name: str, root: Folder | str, base: str) -> Part:
    segment = Segment.opened(f"{folder}/{name}")
    known = about(segment)
    if (known.program, known.root, known.base) != (PROGRAM, str(root), base):
        raise Damaged
    return Part(segment, known, bytearray(b"\1") * known.files)


def is_same(parts: Sequence[Part], seen: Seen) -> bool:
    """Tell of a whole tree at once that nothing has changed in it."""
    if seen.others or any(map(_is_doubtful, parts)):
        return False
    if len(seen.paths) != sum(map(sum, (one.live for one in parts))):
        return False
    known = [_marks_of(one) for one in parts]
    if len(known) == 1:
        return known == [(seen.paths, seen.stamps)]
    expected: dict[str, bytes] = {}
    for one, (paths, stamps) in zip(parts, known, strict=True):
        expected |= compress(_by_path(paths, stamps), one.live)
    return expected == dict(_by_path(seen.paths, seen.stamps))


def _is_doubtful(part: Part) -> bool:
    """Tell whether any of the files that a part still tells of may have changed without a sign."""
    if not part.about.doubtful:
        return False
    kinds = compress(part.segment.whole("kinds"), part.live)
    return any(kind & DOUBTFUL for kind in kinds)


def _by_path(paths: Sequence[str], stamps: array[int]) -> Iterator[tuple[str, bytes]]:
    """Give the marks of files by their paths."""
    content, width = stamps.tobytes(), STAMP * stamps.itemsize
    marks = (content[start : start + width] for start in range(0, len(content), width))
    return zip(paths, marks, strict=True)


def _marks_of(part: Part) -> tuple[list[str], array[int]]:
    segment, count = part.segment, part.about.files
    return segment.texts("paths", count), segment.numbers("stamps", "q", STAMP * count)
