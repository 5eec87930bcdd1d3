"""Work shared among forked copies of this process, for what keeps a processor busy."""

from __future__ import annotations

import contextlib
import marshal
import os
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Item = TypeVar("Item")

SMALLEST_CHUNK = 16
"""Items taken at a time: few enough that nobody waits long for the last ones."""

MOST_CHUNKS = 8_000
"""Chunks there may be; their numbers must fit into the buffer of a pipe, 64 KiB."""

WORTH_A_FORK = 100
"""Items there must be for each process before starting another one pays."""

_NUMBER = 4


class Work(Generic[Item]):
    """Work begun by forked children, which this process joins when it has time.

    The function takes a stretch of the items and gives plain data: what `marshal` knows. Every
    process takes the next chunk from a pipe filled beforehand, so that a process that starts
    late, this one, does less. What a child took and did not bring home is done here, so that
    the answer is the same where a child was killed, or where there is no fork.
    """

    __slots__ = ("_children", "_chunk", "_function", "_items", "_queue")

    def __init__(
        self, function: Callable[[Sequence[Item]], object], items: Sequence[Item], processors: int
    ) -> None:
        self._function = function
        self._items = items
        self._chunk = max(SMALLEST_CHUNK, -(-len(items) // MOST_CHUNKS))
        self._queue = _filled(self._starts())
        others = min(processors, len(items) // WORTH_A_FORK) - 1 if can_fork() else 0
        self._children = [self._fork() for _ in range(others)]

    def results(self) -> Iterator[object]:
        """Give what the function gave for each chunk, in no order; this process joins in."""
        waiting = dict.fromkeys(self._starts())
        for start, result in self._taken():
            del waiting[start]
            yield result
        os.close(self._queue)
        for child in self._children:
            for start, result in _brought_home(child):
                del waiting[start]
                yield result
        for start in waiting:
            yield self._function(self._items[start : start + self._chunk])

    def _starts(self) -> range:
        return range(0, len(self._items), self._chunk)

    def _taken(self) -> Iterator[tuple[int, object]]:
        """Take chunks from the queue until it is empty."""
        while number := os.read(self._queue, _NUMBER):
            start = int.from_bytes(number, "big")
            yield start, self._function(self._items[start : start + self._chunk])

    def _fork(self) -> tuple[int, int]:
        """Start a child; give its process id and the end of the pipe to read from."""
        reading, writing = os.pipe()
        child = os.fork()
        if child:
            os.close(writing)
            return child, reading
        with contextlib.suppress(BaseException):
            with os.fdopen(writing, "wb") as pipe:
                pipe.write(marshal.dumps(list(self._taken())))
            os._exit(0)
        os._exit(1)


class Aside:
    """A question that a forked child answers while this process goes on; nothing but yes or no."""

    __slots__ = ("_child",)

    def __init__(self, ask: Callable[[], bool]) -> None:
        self._child = os.fork()
        if self._child == 0:
            status = 2
            with contextlib.suppress(BaseException):
                status = 0 if ask() else 1
            os._exit(status)

    def says_yes(self) -> bool:
        """Wait for the answer, which is no where there is none."""
        _, status = os.waitpid(self._child, 0)
        return status == 0


def can_fork() -> bool:
    """Tell whether this system knows how to copy a process."""
    return hasattr(os, "fork")


def processors() -> int:
    """Give how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _filled(starts: range) -> int:
    """Give the reading end of a pipe that holds the starts of all chunks."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(b"".join(start.to_bytes(_NUMBER, "big") for start in starts))
    return reading


def _brought_home(child: tuple[int, int]) -> list[tuple[int, object]]:
    """Give what a child has made: nothing when it did not end well.

    It comes through a pipe from our own copy, so that reading it puts nothing at risk.
    """
    process, reading = child
    with os.fdopen(reading, "rb") as pipe:
        sent = pipe.read()
    _, status = os.waitpid(process, 0)
    return marshal.loads(sent) if status == 0 else []  # noqa: S302 - see above
