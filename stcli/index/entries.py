"""What an index keeps of each file, and the columns in which it keeps that of many files."""

from __future__ import annotations

from array import array
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Final, NamedTuple

from stcli import __version__
from stcli.filenames import AGENCIES, CALENDAR, SETTINGS
from stcli.index.damage import Damaged
from stcli.index.segment import Segment, joined

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

FORMAT: Final = 1
"""Raised whenever what is kept changes, or how it is worked out."""

PROGRAM: Final = f"stcli {__version__}, {FORMAT}, {array('q', [1]).tobytes().hex()}"
"""By whom an index can be read."""

DIRECTIVE, INVALID, OFFICE, DOUBTFUL, RECURRING, DEPENDENT, FOUND = (1 << bit for bit in range(7))
"""What is known of a file: that a directive was read from it; that it has errors; that it says how
the office counts; that it may have changed without a sign; that a task of its recurs; that its
deadlines depend on other files; that there are findings about it.
"""

OF_THE_OFFICE: Final = frozenset({AGENCIES, CALENDAR, SETTINGS})
"""Files on which what is worked out of all others rests."""

STAMP: Final = 4
"""Numbers by which a file is seen to be unchanged."""

COUNTS: Final = 6
"""Numbers of tasks that are kept of each directive."""

FOREVER: Final = 1 << 30
"""Later than every day, by its ordinal."""

DIGEST: Final = 16
"""Bytes by which equal contents are known."""


class Open(NamedTuple):
    """An open task with a last day: days by their ordinals, 0 for none.

    `mark` is what follows the directive in its reference.
    """

    due: int
    written: int
    first: int
    hour: str
    mark: str
    answering: str
    title: str


class Head(NamedTuple):
    """What a directive is called; `keys` are the spellings by which its numbers are equal."""

    number: str = ""
    title: str = ""
    issuer: str = ""
    aliases: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    issued: int = 0


class Entry(NamedTuple):
    """What is kept of one file.

    `since` and `until` are the days between which `counts` and `open` hold; `model` is what it
    says, packed, and `found` the findings about it, as JSON.
    """

    path: str
    stamp: tuple[int, ...]
    digest: bytes
    kind: int
    head: Head = Head()
    since: int = 0
    until: int = FOREVER
    counts: tuple[int, ...] = (0,) * COUNTS
    open: tuple[Open, ...] = ()
    model: bytes = b""
    found: str = ""


class About(NamedTuple):
    """What an index is about, and of how many files and open tasks.

    `base` is the name of the one that it adds to, "" for one that stands by itself. `doubtful`
    tells whether any of the files is. The last three are what the office has set.
    """

    program: str
    root: str
    name: str
    base: str
    files: int
    open: int
    doubtful: int
    due_soon: int
    timezone: str
    language: str


def sections(
    about: About, entries: Sequence[Entry], names: Sequence[str], office: str
) -> Mapping[str, bytes]:
    """Give the sections of entries, which keep their order; open tasks stand by their last day.

    `names` are the references of the directives, none where another index has to be asked too.
    """
    by_path = sorted(range(len(entries)), key=lambda at: entries[at].path)
    tasks = [(one, at) for at in by_path for one in entries[at].open]
    tasks.sort(key=lambda pair: pair[0].due)
    heads = [one.head for one in entries]
    hours = [one.hour for one, _ in tasks]
    return {
        "about": joined(map(str, about)),
        "paths": joined(one.path for one in entries),
        "stamps": _numbers("q", chain.from_iterable(one.stamp for one in entries)),
        "digests": b"".join(one.digest for one in entries),
        "kinds": bytes(one.kind for one in entries),
        "order": _numbers("i", by_path),
        "numbers": joined(one.number for one in heads),
        "titles": joined(one.title for one in heads),
        "issuers": joined(one.issuer for one in heads),
        "aliases": joined(_SEVERAL.join(one.aliases) for one in heads),
        "keys": joined(_SEVERAL.join(one.keys) for one in heads),
        "names": joined(names),
        "issued": _numbers("i", (one.issued for one in heads)),
        "since": _numbers("i", (one.since for one in entries)),
        "until": _numbers("i", (one.until for one in entries)),
        "counts": _numbers("i", chain.from_iterable(one.counts for one in entries)),
        "due": _numbers("i", (one.due for one, _ in tasks)),
        "written": _numbers("i", (one.written for one, _ in tasks)),
        "first": _numbers("i", (one.first for one, _ in tasks)),
        "file": _numbers("i", (at for _, at in tasks)),
        "hours": joined(hours) if any(hours) else b"",
        "marks": joined(one.mark for one, _ in tasks),
        "answering": joined(one.answering for one, _ in tasks),
        "tasks": joined(one.title for one, _ in tasks),
        "office": office.encode("utf-8", "surrogatepass"),
        "found": joined(one.found for one in entries),
        "places": _numbers("q", accumulate((len(one.model) for one in entries), initial=0)),
        "models": b"".join(one.model for one in entries),
    }


def about(segment: Segment) -> About:
    """Give what an index is about."""
    found = segment.texts("about", len(About._fields))
    numbers = found[_NUMBERS]
    if not all(one.isascii() and one.isdigit() and len(one) < _DIGITS for one in numbers):
        raise Damaged
    program, root, name, base = found[: _NUMBERS.start]
    timezone, language = found[_NUMBERS.stop :]
    files, tasks, doubtful, due_soon = map(int, numbers)
    return About(program, root, name, base, files, tasks, doubtful, due_soon, timezone, language)


def entries(segment: Segment, wanted: Collection[int]) -> Iterator[tuple[int, Entry]]:
    """Give the entries of an index at some positions."""
    known = about(segment)
    count = known.files
    stamps = segment.numbers("stamps", "q", STAMP * count)
    digests = segment.whole("digests")
    kinds = segment.whole("kinds")
    since, until, issued = (segment.numbers(x, "i", count) for x in ("since", "until", "issued"))
    counts = segment.numbers("counts", "i", COUNTS * count)
    heads = [segment.texts(name, count) for name in ("numbers", "titles", "issuers")]
    aliases, keys = (map(several, segment.texts(name, count)) for name in ("aliases", "keys"))
    found, places = segment.texts("found", count), segment.numbers("places", "q", count + 1)
    if len(digests) != DIGEST * count or len(kinds) != count:
        raise Damaged
    named = list(zip(*heads, aliases, keys, issued, strict=True))
    paths, open_ = segment.texts("paths", count), _open_tasks(segment, known, wanted)
    for at in wanted:
        yield (
            at,
            Entry(
                paths[at],
                tuple(stamps[STAMP * at : STAMP * at + STAMP]),
                digests[DIGEST * at : DIGEST * at + DIGEST],
                kinds[at],
                Head(*named[at]),
                since[at],
                until[at],
                tuple(counts[COUNTS * at : COUNTS * at + COUNTS]),
                tuple(open_.get(at, ())),
                segment.part("models", places[at], places[at + 1]),
                found[at],
            ),
        )


def _open_tasks(segment: Segment, known: About, wanted: Collection[int]) -> dict[int, list[Open]]:
    """Give the open tasks of some files of an index."""
    columns = [
        *(segment.numbers(name, "i", known.open) for name in ("due", "written", "first")),
        hours(segment, known.open),
        *(segment.texts(name, known.open) for name in ("marks", "answering", "tasks")),
    ]
    found: dict[int, list[Open]] = {}
    files = segment.numbers("file", "i", known.open)
    for at, one in zip(files, map(Open._make, zip(*columns, strict=True)), strict=True):
        if at in wanted:
            found.setdefault(at, []).append(one)
    return found


def hours(segment: Segment, count: int) -> list[str]:
    """Give the hours of open tasks, of which hardly any has one."""
    return segment.texts("hours", count) if segment.whole("hours") else [""] * count


def several(text: str) -> tuple[str, ...]:
    """Give the texts that stand together in a column."""
    return tuple(text.split(_SEVERAL)) if text else ()


_SEVERAL: Final = "\1"
_NUMBERS: Final = slice(4, 8)
_DIGITS: Final = 10


def _numbers(kind: str, numbers: Iterable[int]) -> bytes:
    return array(kind, numbers).tobytes()
