"""What an index is about, and the few columns of it that every answer reads."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final, NamedTuple

from stcli import __version__
from stcli.index.damage import Damaged

if TYPE_CHECKING:
    from stcli.index.segment import Segment

FORMAT: Final = 4
"""Raised whenever what is kept changes, or how it is worked out."""

PROGRAM: Final = f"stcli {__version__}, {FORMAT}, {array('q', [1]).tobytes().hex()}"
"""By whom an index can be read."""

DIRECTIVE, INVALID, OFFICE, DOUBTFUL, RECURRING, DEPENDENT, MISTAKEN, AMENDING = (
    1 << bit for bit in range(8)
)
"""What is known of a file: that a directive was read from it; that it has errors; that it says how
the office counts; that it may have changed without a sign; that a task of its recurs; that its
deadlines depend on other files; that who only looks at its head and lines takes it for something
else than it is; that it amends others.
"""

STAMP: Final = 4
"""Numbers by which a file is seen to be unchanged."""

COUNTS: Final = 6
"""Numbers of tasks that are kept of each directive."""

FOREVER: Final = 1 << 30
"""Later than every day, by its ordinal."""

DIGEST: Final = 16
"""Bytes by which equal contents are known."""


SEVERAL: Final = "\1"
"""What stands between the texts of a column that has several in a place."""

REST: Final = "rest."
"""What the columns of tasks begin with that have no last day, or with which nobody has to do."""

_NUMBERS: Final = slice(4, 9)
_DIGITS: Final = 10


class About(NamedTuple):
    """What an index is about, and of how many files, open tasks and others.

    `base` is the name of the one that it adds to, "" for one that stands by itself. `doubtful`
    tells whether any of the files is. The last three are what the office has set.
    """

    program: str
    root: str
    name: str
    base: str
    files: int
    open: int
    rest: int
    doubtful: int
    due_soon: int
    timezone: str
    language: str


def about(segment: Segment) -> About:
    """Give what an index is about."""
    found = segment.texts("about", len(About._fields))
    numbers = found[_NUMBERS]
    if not all(one.isascii() and one.isdigit() and len(one) < _DIGITS for one in numbers):
        raise Damaged
    program, root, name, base = found[: _NUMBERS.start]
    timezone, language = found[_NUMBERS.stop :]
    files, tasks, rest, doubtful, due_soon = map(int, numbers)
    counts = (files, tasks, rest, doubtful, due_soon)
    return About(program, root, name, base, *counts, timezone, language)


def several(text: str) -> tuple[str, ...]:
    """Give the texts that stand together in a column."""
    return tuple(text.split(SEVERAL)) if text else ()
