"""Messages over two streams of bytes: read whatever comes, and written whole or not at all."""

from __future__ import annotations

import re
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    class Readable(Protocol):
        """A stream of bytes that gives what has come, at most so much."""

        def read(self, size: int, /) -> bytes | None:
            """Give some bytes; none at the end."""

    class Writable(Protocol):
        """A stream of bytes that takes what it is given."""

        def write(self, data: bytes, /) -> object:
            """Take bytes."""

        def flush(self) -> None:
            """Hand over what was taken."""


LARGEST: Final = 64_000_000
"""Bytes of a message that is read; of a longer one nothing is kept."""

_CHUNK: Final = 1 << 16
_LONGEST_LINE: Final = 1 << 12
_LENGTH: Final = re.compile(rb"content-length:[ \t]*([0-9]{1,18})[ \t]*\r?\n", re.IGNORECASE)


class Inbox:
    """The messages that have come, read by a thread of its own, so that nobody waits for them."""

    def __init__(self, stream: Readable) -> None:
        self._queue: SimpleQueue[bytes | None] = SimpleQueue()
        self.ended = False
        Thread(target=self._read, args=(stream,), daemon=True).start()

    def next(self, patience: float | None) -> bytes | None:
        """Give the next message; None where none comes in so many seconds, or none ever will."""
        try:
            message = self._queue.get(timeout=patience) if patience != 0 else self._queue.get(False)
        except Empty:
            return None
        self.ended = message is None
        return message

    def _read(self, stream: Readable) -> None:
        try:
            for message in messages(stream):
                self._queue.put(message)
        except (OSError, ValueError):
            pass  # the stream was closed under the reader: the end, too
        self._queue.put(None)


class Outbox:
    """Where messages are written; once the reader has gone, nowhere."""

    def __init__(self, stream: Writable) -> None:
        self._stream = stream
        self.broken = False

    def write(self, data: bytes) -> None:
        """Write a message whole."""
        if self.broken:
            return
        try:
            self._stream.write(data)
            self._stream.flush()
        except (OSError, ValueError):
            self.broken = True

    def close(self) -> None:
        """Write no more."""
        self.broken = True


def messages(stream: Readable) -> Iterator[bytes]:
    """Give the bodies of messages; what is no message is passed over up to the next header.

    A body that is too long is given as an empty one, which is no message either.
    """
    taken = _Bytes(stream)
    length: int | None = None
    while line := taken.line():
        if found := _LENGTH.fullmatch(line):
            length = int(found[1])
        elif length is not None and not line.strip():
            body = taken.exactly(length)
            if body is None:
                return
            yield body
            length = None


class _Bytes:
    """Bytes of a stream, by lines and by number."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._rest = b""

    def line(self) -> bytes:
        """Give the next line, at most a few kilobytes of it; nothing at the end."""
        while b"\n" not in self._rest and len(self._rest) < _LONGEST_LINE:
            more = self._stream.read(_CHUNK)
            if not more:
                break
            self._rest += more
        end = self._rest.find(b"\n", 0, _LONGEST_LINE) + 1 or _LONGEST_LINE
        line, self._rest = self._rest[:end], self._rest[end:]
        return line

    def exactly(self, count: int) -> bytes | None:
        """Give so many bytes, none of too many; None where the stream ends before."""
        parts, missing = [], count
        while missing:
            part = self._rest or self._stream.read(min(missing, _CHUNK))
            if not part:
                return None
            self._rest = part[missing:]
            missing -= len(part) - len(self._rest)
            if count <= LARGEST:
                parts.append(part[: len(part) - len(self._rest)])
        return b"".join(parts)
