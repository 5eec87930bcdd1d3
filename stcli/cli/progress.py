"""How far reading is: one line for who waits at a terminal, gone when all is read."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, Final

from stcli.cli.interruption import AT_THE_END
from stcli.messages import say
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self, TextIO

    from stcli.words import Language

PATIENCE: Final = 1.0
"""Seconds that people wait without wondering."""

_PAUSE: Final = 0.1
"""Seconds between two lines."""


class Progress:
    """A line on a stream, which tells how many of all files are read once that takes a while.

    The language is asked for when there is something to say.
    """

    def __init__(
        self,
        stream: TextIO,
        language: Callable[[], Language],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = stream
        self._language = language
        self._clock = clock
        self._next = clock() + PATIENCE
        self._shown = ""

    def __enter__(self) -> Self:
        """Begin to wait."""
        AT_THE_END.append(self._clear)
        return self

    def __exit__(self, *_: object) -> None:
        """Take the line away, however reading has ended."""
        AT_THE_END.remove(self._clear)
        self._clear()

    def told(self, done: int, total: int) -> None:
        """Show how far it is, unless that was just shown."""
        if self._clock() >= self._next and done < total:
            line = say("{count} of {total} files read", count=done, total=total)
            self._show(translate(line, self._language()))
            self._next = self._clock() + _PAUSE

    def _clear(self) -> None:
        self._show("")

    def _show(self, line: str) -> None:
        """Write a line over the last one."""
        if line or self._shown:
            rest = " " * (len(self._shown) - len(line))
            self._stream.write(f"\r{line}{rest}\r{line}")
            self._stream.flush()
            self._shown = line


def follow(language: Callable[[], Language], *, quiet: bool) -> Progress | Unseen:
    """Give a line on standard error, or none where nobody would see it or wants it."""
    stream = sys.stderr
    if quiet or os.environ.get("CI") or os.environ.get("TERM") == "dumb":
        return Unseen()
    if stream is None or not stream.isatty():
        return Unseen()
    return Progress(stream, language)


class Unseen:
    """No line at all."""

    told = None

    def __enter__(self) -> Self:
        """Do nothing."""
        return self

    def __exit__(self, *_: object) -> None:
        """Do nothing."""
