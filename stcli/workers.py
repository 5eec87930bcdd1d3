"""Work shared among forked copies of this process, for what keeps a processor busy."""

from __future__ import annotations

import contextlib
import marshal
import os
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    Told: TypeAlias = Callable[[int, int], object]
    """What is told how many items are done, and of how many, whenever some more are."""

Item = TypeVar("Item")

SMALLEST_CHUNK = 16
"""Items taken at a time: few enough that nobody waits long for the last ones."""

MOST_CHUNKS = 8_000
"""Chunks there may be; their numbers must fit into the buffer of a pipe, 64 KiB."""

WORTH_A_FORK = 100
"""Items there must be for each process before starting another one pays."""

MOST_HELD = 64
"""Results that may wait for one before them; then that one is made here and not waited for."""

_NUMBER = 4
_LENGTH = 8
_AT_ONCE = 1 << 20
_MOST_UNTAKEN = 1 << 22
"""Bytes of results that a child keeps while nobody takes them, before it waits for that."""


class Work(Generic[Item]):
    """Work begun by forked children, which this process joins when it has time.

    The function takes a stretch of the items and gives plain data: what `marshal` knows. Every
    process takes the next chunk from a pipe filled beforehand, so that a process that starts
    late, this one, does less. A child hands over each result as soon as it is made and asked for,
    so that no process has to hold them all. What a child took and did not bring home is done
    here, so that the answer is the same where a child was killed, or where there is no fork.
    """

    __slots__ = ("_children", "_chunk", "_function", "_items", "_queue")

    def __init__(
        self,
        function: Callable[[Sequence[Item]], object],
        items: Sequence[Item],
        processors: int,
        *,
        chunk: int | None = None,
    ) -> None:
        self._function = function
        self._items = items
        self._chunk = max(chunk or SMALLEST_CHUNK, -(-len(items) // MOST_CHUNKS))
        self._children: list[_Child] = []
        self._queue: int | None = None
        others = min(processors, len(items) // WORTH_A_FORK) - 1 if can_fork() else 0
        with contextlib.suppress(OSError):  # the system has room for no more of them
            self._queue = _filled(self._starts())
            for _ in range(others):
                self._children.append(_Child(self._taken))

    def __del__(self) -> None:
        """End the children of work that was begun in vain."""
        self._end()

    def results(self, told: Told | None = None) -> Iterator[object]:
        """Give what the function gave for each chunk, in no order; this process joins in."""
        waiting = dict.fromkeys(self._starts())
        done, total = 0, len(self._items)
        for start, result in self._made(waiting):
            del waiting[start]
            yield result
            done += min(self._chunk, total - start)
            if told is not None:
                told(done, total)

    def in_order(self) -> Iterator[object]:
        """Give what the function gave for each chunk, in the order of the items.

        Few are held at a time, however fast or slow the children are, and whoever asks.
        """
        waiting = dict.fromkeys(self._starts())
        held: dict[int, object] = {}
        due = iter(self._starts())
        awaited = next(due, None)
        for start, result in self._made(waiting):
            if start not in waiting:
                continue  # it came too late
            del waiting[start]
            held[start] = result
            if len(held) > MOST_HELD and awaited in waiting:
                del waiting[awaited]
                held[awaited] = self._result(awaited)
            while awaited in held:
                yield held.pop(awaited)
                awaited = next(due, None)

    def _starts(self) -> range:
        return range(0, len(self._items), self._chunk)

    def _made(self, waiting: Mapping[int, None]) -> Iterator[tuple[int, object]]:
        """Give what was made of each chunk, here or by a child, with the start of the chunk."""
        try:
            for own in self._taken():
                yield own
                for child in self._children:
                    yield from child.brought()
            for child in self._children:
                yield from child.brought(wait=True)
        finally:
            self._end()
        for start in list(waiting):
            yield start, self._result(start)

    def _end(self) -> None:
        """Take no more of the children, and wait until they have ended."""
        children, self._children = self._children, []
        if self._queue is not None:
            os.close(self._queue)
            self._queue = None
        for child in children:
            child.close()
        for child in children:
            child.wait()

    def _taken(self) -> Iterator[tuple[int, object]]:
        """Take chunks from the queue until it is empty."""
        while self._queue is not None and (number := os.read(self._queue, _NUMBER)):
            start = int.from_bytes(number, "big")
            yield start, self._result(start)

    def _result(self, start: int) -> object:
        return self._function(self._items[start : start + self._chunk])


class _Child:
    """A forked copy of this process, and the end of a pipe through which its results come.

    They come from our own copy, so that reading them puts nothing at risk.
    """

    __slots__ = ("_arrived", "_pipe", "_process")

    def __init__(self, results: Callable[[], Iterator[Any]]) -> None:
        self._pipe, writing = os.pipe()
        _widen(writing)
        self._arrived = bytearray()
        try:
            self._process = os.fork()
        except OSError:
            os.close(self._pipe)
            os.close(writing)
            raise
        if self._process:
            os.close(writing)
            return
        with contextlib.suppress(BaseException):
            os.close(self._pipe)  # so that this copy ends where nobody is left to read
            _hand_over(results(), writing)
            os._exit(0)
        os._exit(1)

    def brought(self, *, wait: bool = False) -> Iterator[tuple[int, object]]:
        """Give the results that have come by now, or all; nothing of what was cut off."""
        os.set_blocking(self._pipe, wait)
        with contextlib.suppress(BlockingIOError):
            while part := os.read(self._pipe, _AT_ONCE):
                self._arrived += part
                yield from self._whole()

    def close(self) -> None:
        """Take no more of it, which ends it as soon as it brings something.

        A copy made later holds this pipe too: all are closed before any is waited for.
        """
        os.close(self._pipe)

    def wait(self) -> None:
        """Wait until it has ended."""
        os.waitpid(self._process, 0)

    def _whole(self) -> Iterator[tuple[int, object]]:
        arrived = self._arrived
        while len(arrived) >= _LENGTH:
            end = _LENGTH + int.from_bytes(arrived[:_LENGTH], "big")
            if len(arrived) < end:
                return
            with memoryview(arrived)[_LENGTH:end] as content:
                result = marshal.loads(content)  # noqa: S302 - see the class
            del arrived[:end]
            yield result


def _widen(pipe: int) -> None:
    """Let a pipe hold what a child makes while this process is busy, if the system can do that.

    Else a child that makes much waits most of the time: what usually fits is 64 KiB.
    """
    import fcntl  # noqa: PLC0415 - where there is a fork, there is this

    if hasattr(fcntl, "F_SETPIPE_SZ"):
        with contextlib.suppress(OSError):  # a user may have only so many that are wide
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _AT_ONCE)


def _hand_over(results: Iterator[Any], pipe: int) -> None:
    """Put results into a pipe as they are made; while nobody takes them, go on making some."""
    left = bytearray()
    for result in results:
        content = marshal.dumps(result)
        left += len(content).to_bytes(_LENGTH, "big") + content
        os.set_blocking(pipe, len(left) > _MOST_UNTAKEN)
        with contextlib.suppress(BlockingIOError):
            while left:
                del left[: os.write(pipe, left)]
    os.set_blocking(pipe, True)
    while left:
        del left[: os.write(pipe, left)]


class Aside:
    """A question that a forked child answers while this process goes on; nothing but yes or no."""

    __slots__ = ("_child",)

    def __init__(self, ask: Callable[[], bool]) -> None:
        try:
            self._child = os.fork()
        except OSError:
            self._child = -1  # there is no room for it, and no answer
        if self._child == 0:
            status = 2
            with contextlib.suppress(BaseException):
                status = 0 if ask() else 1
            os._exit(status)

    def says_yes(self) -> bool:
        """Wait for the answer, which is no where there is none."""
        if self._child < 0:
            return False
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
