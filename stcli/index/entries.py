"""What an index keeps of each file, and the columns in which it keeps that of many files."""

from __future__ import annotations

from array import array
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Final, NamedTuple

from stcli.index.about import COUNTS, DIGEST, FOREVER, REST, SEVERAL, STAMP, about, several
from stcli.index.columns import ENDS, TITLES, dictionary, in_blocks, texts_of
from stcli.index.damage import Damaged
from stcli.index.segment import encoded, joined

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from stcli.index.about import About
    from stcli.index.segment import Segment


class Row(NamedTuple):
    """A task as it is listed: days by their ordinals, 0 for none.

    `place` counts the tasks of its directive. `mark` is what follows the directive in its
    reference, `standing` how it stands as `making` writes it. Of several agencies ids stand
    together.
    """

    due: int
    written: int
    first: int
    done: int
    place: int
    standing: int
    hour: str
    mark: str
    answering: str
    title: str
    leads: str
    coordinating: str
    responsible: str


NUMBERS: Final = ("due", "written", "first", "done", "place", "standing")
TEXTS: Final = ("hours", "marks", "answering", TITLES, "leads", "with", "responsible")
"""The columns of tasks, in the order of the fields of a `Row`.

Of the texts all but titles stand for many tasks each.
"""


class Head(NamedTuple):
    """What a directive is called; `keys` are the spellings by which its numbers are equal.

    `mentions` are those of the directives that it refers to.
    """

    number: str = ""
    title: str = ""
    issuer: str = ""
    aliases: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    issued: int = 0


class Entry(NamedTuple):
    """What is kept of one file.

    `since` and `until` are the days between which `counts`, `open` and `rest` hold: open tasks
    with a last day, and all others. `model` is what it says, packed, and `found` the findings
    about it, as JSON.
    """

    path: str
    stamp: tuple[int, ...]
    digest: bytes
    kind: int
    head: Head = Head()
    since: int = 0
    until: int = FOREVER
    counts: tuple[int, ...] = (0,) * COUNTS
    open: tuple[Row, ...] = ()
    rest: tuple[Row, ...] = ()
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
    rest = [(one, at) for at in by_path for one in entries[at].rest]
    heads = [one.head for one in entries]
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
        "mentions": joined(SEVERAL.join(one.mentions) for one in heads),
        "names": joined(names),
        "issued": _numbers("i", (one.issued for one in heads)),
        "since": _numbers("i", (one.since for one in entries)),
        "until": _numbers("i", (one.until for one in entries)),
        "counts": _numbers("i", chain.from_iterable(one.counts for one in entries)),
        **_of_tasks(tasks, ""),
        **_of_tasks(rest, REST),
        "office": office.encode("utf-8", "surrogatepass"),
        "found": joined(one.found for one in entries),
        "places": _numbers("q", accumulate((len(one.model) for one in entries), initial=0)),
        "models": b"".join(one.model for one in entries),
    }


def _of_tasks(tasks: Sequence[tuple[Row, int]], prefix: str) -> Mapping[str, bytes]:
    """Give the sections of tasks, each with the position of its entry."""
    columns = list(zip(*(one for one, _ in tasks), strict=True)) or [()] * len(Row._fields)
    numbers, texts = columns[: len(NUMBERS)], columns[len(NUMBERS) :]
    found = {name: _numbers("i", one) for name, one in zip(NUMBERS, numbers, strict=True)}
    found["file"] = _numbers("i", (at for _, at in tasks))
    for name, one in zip(TEXTS, texts, strict=True):
        if name == TITLES:
            ends = array("q")
            found[name] = b"".join(in_blocks(map(encoded, one), ends))
            found[f"{name}{ENDS}"] = ends.tobytes()
        else:
            found[name] = dictionary(one)
    return {f"{prefix}{name}": content for name, content in found.items()}


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
    lists = [map(several, segment.texts(x, count)) for x in ("aliases", "keys", "mentions")]
    found, places = segment.texts("found", count), segment.numbers("places", "q", count + 1)
    if len(digests) != DIGEST * count or len(kinds) != count:
        raise Damaged
    named = list(zip(*heads, *lists, issued, strict=True))
    paths = segment.texts("paths", count)
    open_ = _tasks(segment, known.open, "", wanted)
    rest = _tasks(segment, known.rest, REST, wanted)
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
                tuple(rest.get(at, ())),
                segment.part("models", places[at], places[at + 1]),
                found[at],
            ),
        )


def _tasks(
    segment: Segment, count: int, prefix: str, wanted: Collection[int]
) -> dict[int, list[Row]]:
    """Give the tasks of some files of an index."""
    columns = [
        *(segment.numbers(f"{prefix}{name}", "i", count) for name in NUMBERS),
        *(texts_of(segment, f"{prefix}{name}", count) for name in TEXTS),
    ]
    found: dict[int, list[Row]] = {}
    files = segment.numbers(f"{prefix}file", "i", count)
    for at, one in zip(files, map(Row._make, zip(*columns, strict=True)), strict=True):
        if at in wanted:
            found.setdefault(at, []).append(one)
    return found


def _numbers(kind: str, numbers: Iterable[int]) -> bytes:
    return array(kind, numbers).tobytes()
