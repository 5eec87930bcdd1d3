"""What has changed since an index was written: read, worked out, and kept for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from stcli import files
from stcli.filenames import OF_THE_OFFICE
from stcli.index import making, recall
from stcli.index import office as kept_office
from stcli.index.about import STAMP, about
from stcli.index.consulting import Recollection
from stcli.index.damage import Damaged
from stcli.index.entries import entries, sections
from stcli.index.kept import Kept, Part
from stcli.index.segment import Segment, written
from stcli.index.unchanged import compared_with, holding
from stcli.load import assemble
from stcli.sources import read
from stcli.workers import processors

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from stcli.index.consulting import Look
    from stcli.index.entries import Entry

NO_MARKS: Final = (0,) * STAMP
"""The marks of what is no regular file; it is read each time."""


def with_news(look: Look, parts: Sequence[Part], today: date) -> Recollection:
    """Give what is known where something has changed: what has changed is read."""
    known = Kept(parts)
    compared = compared_with(look, known)
    paths = dict.fromkeys(compared.changed)
    others = [name for name, _, _ in look.seen.others]
    gone = [known.paths[at] for at in compared.gone]
    void = not frozenset(OF_THE_OFFICE).isdisjoint((*paths, *gone))
    if void:
        paths.update((one, None) for one in look.seen.paths if one in OF_THE_OFFICE)
    stamps = look.stamps(paths) | dict.fromkeys(others, NO_MARKS)
    fresh, office = _fresh(look, known, stamps, today, void=void)
    same = {at for at in compared.kept if known.paths[at] not in paths}
    found = Recollection(look, (*holding(parts, same), part(fresh)), today, office)
    found.written = found.kept.parts[:-1]
    found.has_lost = any(map(known.live.__getitem__, compared.gone))
    found.fresh = [one for one in fresh if one.stamp != NO_MARKS]
    found.renewed = [
        one._replace(stamp=compared.renewed[at][0], kind=compared.renewed[at][1])
        for at, one in entries_at(known, compared.renewed.keys() & same).items()
    ]
    return found


def at_first(look: Look, base: Part, today: date) -> Recollection:
    """Give what is known where the base was made of this look; what is no regular file is read."""
    others = dict.fromkeys((name for name, _, _ in look.seen.others), NO_MARKS)
    fresh, _ = _fresh(look, Kept((base,)), others, today, void=False)
    found = Recollection(look, (base, part(fresh)) if fresh else (base,), today)
    found.written = (base,)
    return found


def _fresh(
    look: Look, known: Kept, stamps: Mapping[str, Sequence[int]], today: date, *, void: bool
) -> tuple[list[Entry], str]:
    """Read the files that have stamps, and all that is no regular file; give their entries.

    Where nothing holds any longer, as the office's own files are among them, also give what the
    office has set.
    """
    if not (stamps or void):
        return [], ""
    paths = [path for path, stamp in stamps.items() if stamp is not NO_MARKS]
    documents = files.begin_some(look.root, paths, processors()).documents()
    loaded = assemble((*documents, *map(read, files.begin_others(look.seen.others))))
    chosen = (loaded.tracker.listed, loaded.settings) if void else kept_office.office(known)
    made = making.entries(making.with_office(loaded, *chosen), stamps, look.started, today)
    fresh = list(made)
    if len(fresh) != len(stamps):
        raise Damaged  # something is wrong with a file that no index can keep
    return fresh, making.office(loaded) if void else ""


def around(kept: Kept, positions: Sequence[int], day: date) -> tuple[Kept, list[Entry]]:
    """Give what is kept with some directives worked out for a day, and the entries of these."""
    held = recall.steadied(kept, positions, day)
    moved = [making.moved(one, *held[at]) for at, one in entries_at(kept, positions).items()]
    left = {at for at, holds in enumerate(kept.live) if holds}.difference(positions)
    return Kept((*holding(kept.parts, left), part(moved)), kept.changed_office), moved


def entries_at(kept: Kept, positions: Iterable[int]) -> dict[int, Entry]:
    """Give the entries at some positions."""
    wanted, start = set(positions), 0
    found: dict[int, Entry] = {}
    for one in kept.parts:
        own = {at - start for at in wanted if 0 <= at - start < one.about.files}
        if own:
            found.update((start + at, entry) for at, entry in entries(one.segment, own))
        start += one.about.files
    return found


def part(some: Sequence[Entry]) -> Part:
    """Give entries as a part of an index that is not on disk."""
    segment = Segment.of(written(sections(making.about_of(some), some, (), "")))
    return Part(segment, about(segment), bytearray(b"\1") * len(some))
