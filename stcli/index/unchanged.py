"""Which entries of an index still hold, where not all of them do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli import files
from stcli.index.about import STAMP
from stcli.index.comparing import Known, compare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stcli.index.comparing import Compared
    from stcli.index.consulting import Look
    from stcli.index.kept import Kept, Part


def compared_with(look: Look, known: Kept) -> Compared:
    """Tell what has become of the files of an index."""
    digests = b"".join(one.segment.whole("digests") for one in known.parts)
    return compare(
        Known(known.paths, known.numbers("stamps", STAMP, "q"), digests, known.kinds),
        look.seen,
        look.started,
        lambda path: files.source(look.root, path),
    )


def holding(parts: Iterable[Part], positions: Iterable[int]) -> Iterable[Part]:
    """Give parts of which only some entries hold."""
    start, wanted = 0, set(positions)
    for one in parts:
        own = range(start, start + one.about.files)
        yield one._replace(live=bytearray(at in wanted for at in own))
        start = own.stop
