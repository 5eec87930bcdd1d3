"""What an index keeps of each file, and the columns in which it keeps that of many files."""

from __future__ import annotations

from array import array
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

from stcli.index.about import COUNTS, DIGEST, FOREVER, SEVERAL, STAMP, about, hours, several
from stcli.index.damage import Damaged
from stcli.index.segment import joined

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from stcli.index.about import About
    from stcli.index.segment import Segment


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
        "aliases": joined(SEVERAL.join(one.aliases) for one in heads),
        "keys": joined(SEVERAL.join(one.keys) for one in heads),
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


def _numbers(kind: str, numbers: Iterable[int]) -> bytes:
    return array(kind, numbers).tobytes()
