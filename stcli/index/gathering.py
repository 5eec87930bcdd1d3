"""An index made anew: all files read by several processes, none of which holds what they say.

Each process reads some files at a time, and gives what is to be kept of them as columns; those
of all are put together here. What a directive says of others, and they of it, is looked at when
the index is asked, as at every other time.
"""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, cast

from stcli import files
from stcli.filenames import OF_THE_OFFICE
from stcli.index import making, renewal
from stcli.index.about import STAMP, about
from stcli.index.consulting import opened_base
from stcli.index.damage import Damaged
from stcli.index.entries import sections
from stcli.index.joining import NEEDED, Joined
from stcli.index.kept import Part
from stcli.index.segment import Segment, write
from stcli.index.writing import put_base
from stcli.load import assemble
from stcli.sources import read
from stcli.workers import Work, processors

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from stcli.files import Folder
    from stcli.index.consulting import Look, Recollection
    from stcli.index.joining import Share
    from stcli.index.segment import Sheet
    from stcli.workers import Told


class Gathering:
    """All files being read, around the day that the clock gives in the office's time zone."""

    def __init__(self, look: Look, clock: Callable[[str], date]) -> None:
        self._look = look
        _ = look.seen  # before anything is read
        self._office = assemble(map(read, files.named(look.root, OF_THE_OFFICE)))
        self._today = clock(self._office.settings.timezone)
        self._work = Work(self._share, range(len(look.seen.paths)), processors())

    def found(self, folder: Folder | None, told: Told | None) -> Recollection:
        """Wait for all, write the index to a folder if that can be done, and give what is known."""
        return renewal.at_first(self._look, self._base(folder, told), self._today)

    def _base(self, folder: Folder | None, told: Told | None) -> Part:
        shares = dict(cast("list[tuple[int, Share]]", [*self._work.results(told)]))
        paths = self._look.seen.paths
        joined = Joined([shares[start] for start in sorted(shares)], paths)
        chosen = making.chosen(self._office.settings)
        known = making.about_joined(joined, str(self._look.root), chosen)
        office = making.office(self._office)

        def fill(sheet: Sheet) -> None:
            write(sheet, joined.sections(known, office))

        if folder is not None and put_base(folder, fill):
            with suppress(Damaged):
                base = opened_base(self._look, folder)
                if base.about.name == known.name:  # and not what another run has just written
                    return base
        sheet = BytesIO()
        fill(sheet)
        segment = Segment.of(sheet.getvalue())
        return Part(segment, about(segment), bytearray(b"\1") * known.files)

    def _share(self, positions: Sequence[int]) -> tuple[int, Share]:
        """Read some files; give the position of the first, and what is to be kept of all."""
        look, seen, office = self._look, self._look.seen, self._office
        paths = [seen.paths[at] for at in positions]
        stamps = {
            path: seen.stamps[STAMP * at : STAMP * at + STAMP]
            for at, path in zip(positions, paths, strict=True)
        }
        loaded = assemble(read(files.regular(look.root, path)) for path in paths)
        loaded = making.with_office(loaded, office.tracker.listed, office.settings)
        some = list(making.entries(loaded, stamps, look.started, self._today))
        if len(some) != len(paths):
            raise Damaged  # something is wrong with a file that no index can keep
        made = sections(making.about_of(some), some, (), "")
        return positions[0], {name: made[name] for name in NEEDED}
