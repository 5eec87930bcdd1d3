"""What is kept of the files, share by share, put together into the columns of one index.

Nothing of a column is made before it is asked for, and no more of it than is being written, so
that an index of a million tasks takes hardly more memory than its bytes.
"""

from __future__ import annotations

from array import array
from itertools import accumulate, chain, islice
from typing import TYPE_CHECKING, Final

from stcli.index.about import DOUBTFUL, REST
from stcli.index.columns import CODE, ENDS, TITLES, coded, decoded, in_blocks, numbered
from stcli.index.damage import Damaged
from stcli.index.entries import NUMBERS, TEXTS
from stcli.index.naming import named
from stcli.index.segment import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from stcli.index.about import About
    from stcli.index.segment import Content

    Share = Mapping[str, bytes]
    """The columns of some files, one after another in the order of all."""

_OF_FILES: Final = ("stamps", "digests", "kinds", "issued", "since", "until", "counts", "models")
_TEXTS: Final = (
    "paths",
    "numbers",
    "titles",
    "issuers",
    "aliases",
    "keys",
    "mentions",
    "found",
)
_OF_TASKS: Final = ("file", *NUMBERS, *TEXTS)
_OPEN: Final = ""
NEEDED: Final = (
    *_OF_FILES,
    *_TEXTS,
    "places",
    *(f"{kind}{name}" for kind in (_OPEN, REST) for name in _OF_TASKS),
)
"""The columns of a share."""

_END: Final = b"\0"


class Joined:
    """Shares of the files of a root, whose tasks have to be put into the order of their days."""

    def __init__(self, shares: Sequence[Share], paths: Sequence[str]) -> None:
        self._shares = shares
        self.paths = paths
        self.files = len(paths)
        self.open, self.rest = map(self._count, (_OPEN, REST))

    @property
    def doubtful(self) -> bool:
        """Whether any of the files may have changed without a sign."""
        return any(kind & DOUBTFUL for share in self._shares for kind in share["kinds"])

    def texts(self, name: str) -> list[str]:
        """Give a column of texts, one for each file."""
        return _END.join(self._pieces(name)).decode("utf-8", "surrogatepass").split("\0")

    def numbers(self, name: str, kind: str = "i") -> array[int]:
        """Give a column of numbers."""
        found = array(kind)
        for piece in self._pieces(name):
            found.frombytes(piece)
        return found

    def sections(self, about: About, office: str) -> Iterator[tuple[str, Content]]:
        """Give the sections of the index, as `entries.sections` gives them of all at once."""
        order = sorted(range(self.files), key=self.paths.__getitem__)
        yield "about", (joined(map(str, about)),)
        yield "order", (array("i", order).tobytes(),)
        yield "names", (joined(named(self)),)
        yield "office", (office.encode("utf-8", "surrogatepass"),)
        for name in _TEXTS:
            yield name, _between(self._pieces(name))
        for name in _OF_FILES:
            yield name, self._pieces(name)
        yield "places", (self._places().tobytes(),)
        yield from self._tasks(_OPEN, order, self.numbers("due"))
        yield from self._tasks(REST, order, array("i", bytes(self.rest * array("i").itemsize)))

    def _tasks(
        self, kind: str, order: Sequence[int], days: array[int]
    ) -> Iterator[tuple[str, Content]]:
        """Give the sections of the tasks of a kind by some days of theirs."""
        files = self._files_of_tasks(kind)
        turns = self._turns(order, files, days)
        yield f"{kind}file", (_turned(files, turns),)
        for name in NUMBERS:
            yield f"{kind}{name}", (_turned(self.numbers(f"{kind}{name}"), turns),)
        for name in TEXTS:
            if name == TITLES:
                ends = array("q")
                yield f"{kind}{name}", in_blocks(self._turned_titles(kind, turns), ends)
                yield f"{kind}{name}{ENDS}", _afterwards(ends)
            else:
                yield f"{kind}{name}", self._turned_texts(f"{kind}{name}", kind, turns)

    def _count(self, kind: str) -> int:
        return sum(_tasks_in(share, kind) for share in self._shares)

    def _pieces(self, name: str) -> Iterator[bytes]:
        return (one[name] for one in self._shares)

    def _places(self) -> array[int]:
        """Give where the model of each file starts and ends."""
        found = array("q", (0,))
        for piece in self._pieces("places"):
            start = found[-1]
            found.extend(start + end for end in array("q", piece)[1:])
        return found

    def _files_of_tasks(self, kind: str) -> array[int]:
        """Give the position of the file of each task of a kind."""
        found, start = array("i"), 0
        for share in self._shares:
            found.extend(start + at for at in array("i", share[f"{kind}file"]))
            start += len(share["kinds"])
        return found

    def _turns(self, order: Sequence[int], files: array[int], days: array[int]) -> array[int]:
        """Give tasks by their days, those of one day in the order of the paths."""
        ranks = array("i", bytes(self.files * files.itemsize))
        for rank, at in enumerate(order):
            ranks[at] = rank
        keys = array("q", map(lambda day, at: day * self.files + ranks[at], days, files))
        return array("i", sorted(range(len(days)), key=keys.__getitem__))

    def _turned_texts(self, name: str, kind: str, turns: array[int]) -> Iterator[bytes]:
        """Give a column of texts that stand many times in the order of the tasks."""
        shares = [decoded(share[name], _tasks_in(share, kind)) for share in self._shares]
        known = numbered(chain.from_iterable(texts for texts, codes in shares if codes))
        every = array(CODE)
        for texts, codes in shares:
            every.extend(map([known.get(text, 0) for text in texts].__getitem__, codes))
        yield coded(known, array(CODE, map(every.__getitem__, turns)))

    def _turned_titles(self, kind: str, turns: array[int]) -> Iterator[bytes]:
        """Give the titles of tasks in their order, one after the other."""
        content, ends = bytearray(), array("q", (0,))
        for texts in self._titles(kind):
            content += b"".join(texts)
            ends.extend(islice(accumulate(map(len, texts), initial=ends[-1]), 1, None))
        return (bytes(content[ends[at] : ends[at + 1]]) for at in turns)

    def _titles(self, kind: str) -> Iterator[list[bytes]]:
        """Give the titles of the tasks of a kind of each share."""
        for share in self._shares:
            count = _tasks_in(share, kind)
            texts = share[f"{kind}{TITLES}"].split(_END) if count else []
            if len(texts) != count:
                raise Damaged  # what ends a text stands within one
            yield texts


def _tasks_in(share: Share, kind: str) -> int:
    """Count the tasks of a kind of a share."""
    return len(share[f"{kind}file"]) // array("i").itemsize


def _afterwards(numbers: array[int]) -> Iterator[bytes]:
    """Give numbers as they are once what goes before them has been written."""
    yield numbers.tobytes()


def _between(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Give texts that follow one another with what ends a text between them."""
    for number, piece in enumerate(pieces):
        yield _END + piece if number else piece


def _turned(numbers: array[int], turns: array[int]) -> bytes:
    return array(numbers.typecode, map(numbers.__getitem__, turns)).tobytes()
