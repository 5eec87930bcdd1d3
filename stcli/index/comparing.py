"""Which files are still as an index knows them.

A file is known by its size, by when it changed, which it is on its disk, and when that was noted.
One that changed so shortly before it was read that another change could leave the same marks is
doubtful, as git calls it racy: of that one the content tells, and of one whose marks have changed.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Final, NamedTuple

from stcli.index.about import DIGEST, DOUBTFUL, STAMP

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from stcli.files import Seen
    from stcli.sources import Source

UNSURE_FOR: Final = 2_000_000_000
"""Nanoseconds: the longest between two times that some disk can tell apart, that of FAT."""

_MARK: Final = b"\xef\xbb\xbf"
_CHANGED, _NOTED = 1, 3


class Known(NamedTuple):
    """What an index knows of files, in its order: paths, stamps, digests and kinds."""

    paths: Sequence[str]
    stamps: Sequence[int]
    digests: bytes
    kinds: bytes


class Compared(NamedTuple):
    """What has become of the files of an index.

    `kept` are the positions of those that are the same, `renewed` of these the ones with other
    marks, with these and the kind that they make of them, `changed` the paths of those to be read,
    `gone` the positions of those that are no more.
    """

    kept: list[int]
    renewed: dict[int, tuple[tuple[int, ...], int]]
    changed: list[str]
    gone: list[int]


def compare(known: Known, seen: Seen, started: int, source: Callable[[str], Source]) -> Compared:
    """Tell which files are the same, by a look at them that was started at some time."""
    places = {path: at for at, path in enumerate(known.paths)}
    kept, changed = [], []
    renewed: dict[int, tuple[tuple[int, ...], int]] = {}
    stamps, old, kinds = seen.stamps, known.stamps, known.kinds
    for number, path in enumerate(seen.paths):
        at = places.pop(path, None)
        if at is None:
            changed.append(path)
            continue
        stamp = stamps[STAMP * number : STAMP * number + STAMP]
        if stamp == old[STAMP * at : STAMP * at + STAMP] and not kinds[at] & DOUBTFUL:
            kept.append(at)
        elif _digest_of(source(path)) == known.digests[DIGEST * at : DIGEST * at + DIGEST]:
            kept.append(at)
            doubt = DOUBTFUL if is_doubtful(stamp, started) else 0
            renewed[at] = tuple(stamp), kinds[at] & ~DOUBTFUL | doubt
        else:
            changed.append(path)
    return Compared(kept, renewed, changed, list(places.values()))


def is_doubtful(stamp: Sequence[int], started: int) -> bool:
    """Tell whether a file that was read after some time may have changed since without a sign."""
    return max(stamp[_CHANGED], stamp[_NOTED]) > started - UNSURE_FOR


def digest(text: str) -> bytes:
    """Give what tells the text of a file from every other."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=DIGEST).digest()


def _digest_of(source: Source) -> bytes:
    if source.unreadable is not None:
        return b""
    return blake2b(source.content.removeprefix(_MARK), digest_size=DIGEST).digest()
