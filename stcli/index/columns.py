"""Columns of the texts of tasks, of which there may be a million.

Texts of which most stand many times are kept once each, with numbers that tell which stands where:
what databases call a dictionary. Texts that are all different are kept in blocks, so that a stretch
of them can be read and made texts without the others.
"""

from __future__ import annotations

from abc import abstractmethod
from array import array
from collections.abc import Sequence
from itertools import chain, islice, pairwise
from struct import Struct, error
from typing import TYPE_CHECKING, Final, TypeVar, overload
from zlib import crc32

from stcli.index.about import REST
from stcli.index.damage import Damaged
from stcli.index.segment import joined
from stcli.repeated import Repeated

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from stcli.index.segment import Segment

TITLES: Final = "tasks"
"""The column of tasks whose texts are all different; those of the others stand many times."""

BLOCK: Final = 1_024
"""Texts of a block."""

ENDS: Final = ".ends"
"""What follows the name of a column of blocks in that of where they end."""

CODE: Final = "I"
"""The kind of the numbers that stand for texts."""

Value_co = TypeVar("Value_co", covariant=True)

_LENGTH: Final = Struct("<Q")
_END: Final = "\0"
_END_BYTE: Final = b"\0"


def dictionary(texts: Sequence[str]) -> bytes:
    """Give texts, of which most stand many times, as a section."""
    known = numbered(texts)
    return coded(known, array(CODE, map(known.__getitem__, texts)))


def numbered(texts: Iterable[str]) -> dict[str, int]:
    """Give the number of each text there is, in the order of the texts."""
    return {text: code for code, text in enumerate(sorted(set(texts)))}


def coded(known: Collection[str], codes: array[int]) -> bytes:
    """Give such a section of the texts that there are, and of the numbers of those that stand.

    Where there is but one text, it has no numbers. Damaged where what ends a text stands in one.
    """
    content = joined(known)
    if content.count(_END_BYTE) != max(len(known) - 1, 0):
        raise Damaged
    return _LENGTH.pack(len(content)) + content + (codes.tobytes() if len(known) > 1 else b"")


def decoded(content: bytes, count: int) -> tuple[list[str], array[int]]:
    """Give the texts of such a section, and the numbers of those that stand in so many places.

    A number for which there is no text leads to an IndexError.
    """
    codes = array(CODE)
    try:
        (length,) = _LENGTH.unpack_from(content)
        end = _LENGTH.size + length
        known = content[_LENGTH.size : end].decode("utf-8", "surrogatepass").split(_END)
        codes.frombytes(content[end:] if len(known) > 1 else bytes(count * codes.itemsize))
    except (error, ValueError):
        raise Damaged from None
    if len(codes) != count or end > len(content):
        raise Damaged
    return known, codes


def repeated(segment: Segment, name: str, count: int, span: slice = slice(None)) -> Repeated[str]:
    """Give a column of so many texts of which most stand many times, or a span of it."""
    known, codes = decoded(segment.whole(name), count)
    return Repeated.of(codes[span], known.__getitem__)


def texts_of(segment: Segment, name: str, count: int) -> Sequence[str]:
    """Give a whole column of texts of tasks."""
    if name.removeprefix(REST) == TITLES:
        return segment.texts(name, count)
    return repeated(segment, name, count)


def in_blocks(texts: Iterable[bytes], ends: array[int]) -> Iterator[bytes]:
    """Give texts as a section, some at a time; `ends` takes where each block ends, and its sum."""
    waiting, end = iter(texts), -1
    while some := tuple(islice(waiting, BLOCK)):
        block = _END_BYTE.join(some)
        if ends:
            yield _END_BYTE
        yield block
        end += 1 + len(block)
        ends.extend((end, crc32(block)))


def distinct(segment: Segment, name: str, count: int, first: int, last: int) -> Texts:
    """Give a column of so many texts from one place to before another; none of them is made yet.

    No more of it is read than the blocks in which they stand.
    """
    marks = segment.numbers(f"{name}{ENDS}", "q", 2 * -(-count // BLOCK))
    blocks = range(first // BLOCK, -(-last // BLOCK)) if first < last else range(0)
    starts = [marks[2 * at - 2] + 1 if at else 0 for at in (*blocks, blocks.stop)]
    content = segment.part(name, starts[0], starts[-1] - 1) if blocks else b""
    starts = [start - starts[0] for start in starts]
    whole = memoryview(content)
    for at, (start, end) in zip(blocks, pairwise(starts), strict=True):
        if crc32(whole[start : end - 1]) != marks[2 * at + 1]:
            raise Damaged
        if content.count(_END_BYTE, start, end - 1) != min(BLOCK, count - at * BLOCK) - 1:
            raise Damaged
    offset = blocks.start * BLOCK
    return Texts(content, starts, range(first - offset, last - offset) if blocks else range(0))


class OnDemand(Sequence[Value_co]):
    """A long column of which a stretch is made when it is asked for."""

    __slots__ = ()

    @abstractmethod
    def between(self, start: int, stop: int) -> Iterator[Value_co]:
        """Give what stands from one place to before another that is no less."""

    @overload
    def __getitem__(self, at: int) -> Value_co: ...

    @overload
    def __getitem__(self, at: slice) -> list[Value_co]: ...

    def __getitem__(self, at: int | slice) -> Value_co | list[Value_co]:
        places = range(len(self))[at]
        if isinstance(places, int):
            return next(self.between(places, places + 1))
        if places.step != 1:
            return list(self)[at]
        return list(self.between(places.start, places.stop)) if places else []

    def __iter__(self) -> Iterator[Value_co]:
        return self.between(0, len(self))


class Texts(OnDemand[str]):
    """Texts in blocks, which become texts only as they are asked for.

    Of hundreds of thousands of titles no more need be at hand than are being drawn.
    """

    __slots__ = ("_content", "_span", "_starts")

    def __init__(self, content: bytes, starts: Sequence[int], span: range) -> None:
        self._content, self._starts, self._span = content, starts, span

    def __len__(self) -> int:
        return len(self._span)

    def between(self, start: int, stop: int) -> Iterator[str]:
        """Give those from one place to before another."""
        first, last = self._span.start + start, self._span.start + stop
        block = first // BLOCK
        pieces = chain.from_iterable(self._pieces(block))
        return islice(pieces, first - block * BLOCK, last - block * BLOCK)

    def _pieces(self, block: int) -> Iterator[list[str]]:
        for start, end in pairwise(self._starts[block:]):
            # It is too late to do without the index: what is no text is shown as such.
            yield self._content[start : end - 1].decode("utf-8", "replace").split(_END)
