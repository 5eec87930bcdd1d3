"""An index written: as a whole, or what has changed beside it."""

from __future__ import annotations

import time
from array import array
from typing import TYPE_CHECKING, Final

from stcli.index import making
from stcli.index.consulting import ADDED, BASE
from stcli.index.entries import entries, sections
from stcli.index.joining import Joined
from stcli.index.naming import named
from stcli.index.placing import drop, put, sweep
from stcli.index.segment import joined, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from stcli.files import Folder
    from stcli.index.consulting import Recollection
    from stcli.index.entries import Entry
    from stcli.index.kept import Part
    from stcli.index.segment import Sheet

_BESIDE_AT_LEAST: Final = 256
_BESIDE_PART: Final = 16
"""How many entries, of all, are written beside a base before a new base is."""


def remember(found: Recollection, folder: Folder) -> bool:
    """Keep what was read or worked out anew; tell whether that could be done."""
    news = {one.path: one for one in (*found.renewed, *found.fresh)}
    base, *others = map(_holding, found.written)
    beside = {one.path: one for part in others for one in part} | news
    if not found.void and len(beside) <= max(_BESIDE_AT_LEAST, found.about.files // _BESIDE_PART):
        return _write_beside(beside, found, folder)
    every = list(({one.path: one for one in base} | beside).values())
    chosen = making.chosen_before(found.about)
    if found.void:
        loaded = found.loaded()
        chosen = making.chosen(loaded.settings)
        held = making.steadies(loaded, found.today)
        every = [making.moved(one, *held[one.path]) if one.path in held else one for one in every]
    office = found.kept.office
    text = office if isinstance(office, str) else office.decode("utf-8", "surrogatepass")
    return _write_base(every, str(found.look.root), chosen, text, folder)


def _holding(part: Part) -> Iterator[Entry]:
    """Give the entries of a part that hold."""
    wanted = [at for at, holds in enumerate(part.live) if holds]
    return (one for _, one in entries(part.segment, wanted))


def _write_beside(some: Mapping[str, Entry], found: Recollection, folder: Folder) -> bool:
    """Write what has changed since the base, and which entries of that no longer hold."""
    base, known, every = found.written[0], found.about, list(some.values())
    paths = base.segment.texts("paths", known.files)
    gone = (at for at, path in enumerate(paths) if not base.live[at] or path in some)
    chosen = making.chosen_before(known)
    content = sections(making.about_of(every, known.root, known.name, chosen), every, (), "")
    content = {**content, "gone": array("i", gone).tobytes()}
    return put(folder, ADDED, lambda sheet: sheet.write(written(content)))


def _write_base(
    some: Sequence[Entry], root: str, chosen: making.Chosen, office: str, folder: Folder
) -> bool:
    content = sections(making.about_of(some, root, "", chosen), some, (), office)
    names = named(Joined([content], [one.path for one in some]))
    content = {**content, "names": joined(names)}
    return put_base(folder, lambda sheet: sheet.write(written(content)))


def put_base(folder: Folder, fill: Callable[[Sheet], object]) -> bool:
    """Write a base, beside which nothing stands; tell whether that could be done."""
    if not put(folder, BASE, fill):
        return False
    drop(f"{folder}/{ADDED}")
    sweep(folder, time.time())
    return True
