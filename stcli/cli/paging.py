"""Long answers on a terminal, through the pager that the user likes, as git does it."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import threading
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TextIO

CHOSEN: Final = ("STCLI_PAGER", "PAGER")
"""Environment variables that name a pager; an empty one wants none."""

_USUAL: Final = "less"
_NONE: Final = frozenset({"", "cat"})
_LESS: Final = "FRX"
"""How `less` is started where nobody has said how: as git does, with colours, and leaving the
answer on the screen."""


class ReaderLeftError(Exception):
    """The pager was left before the end of an answer, of which the rest is not wanted."""


@contextmanager
def paged(
    stream: TextIO, environment: Mapping[str, str], *, asked: bool | None
) -> Iterator[TextIO]:
    """Give what to write an answer to that is read on a terminal: by way of a pager, if wanted."""
    command = pager(environment, asked=asked)
    if command is None:
        yield stream
        return
    found = Paged(stream, command)
    try:
        yield found  # type: ignore[misc]  # as much of a stream as is drawn on
    except ReaderLeftError:
        pass
    finally:
        found.end()


def pager(environment: Mapping[str, str], *, asked: bool | None = None) -> Sequence[str] | None:
    """Give the words of the pager's command; None where there is none, or none is wanted.

    Where it was asked for, what wants none does not count, and neither does a CI runner.
    """
    if asked is False or environment.get("TERM", "dumb") == "dumb":
        return None
    if environment.get("CI") and not asked:
        return None
    named = [environment[name].strip() for name in CHOSEN if name in environment]
    if asked:
        named = [one for one in named if one not in _NONE]
    chosen = named[0] if named else _USUAL
    if chosen in _NONE:
        return None
    try:
        command = shlex.split(chosen)
    except ValueError:
        return None
    return command if command and shutil.which(command[0]) else None


class Paged:
    """A terminal that is written to as long as an answer fits on it, and else read in a pager."""

    def __init__(self, stream: TextIO, command: Sequence[str]) -> None:
        self._stream = stream
        self._command = command
        self._room = _lines_of(stream)
        self._held: list[str] = []
        self._process: subprocess.Popen[bytes] | None = None
        self._into: TextIO | None = None
        self._interrupted_by: object = None

    @property
    def encoding(self) -> str:
        """The encoding of the terminal."""
        return self._stream.encoding

    def isatty(self) -> bool:
        """Tell that who reads this sits at a terminal."""
        return True

    def fileno(self) -> int:
        """Give the number of the terminal."""
        return self._stream.fileno()

    def write(self, text: str) -> int:
        """Write to the pager, or keep what may yet fit on the screen."""
        if self._into is not None:
            self._hand_over(text)
        else:
            self._held.append(text)
            self._room -= text.count("\n")
            if self._room <= 0:
                self._begin()
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write texts one after the other."""
        for one in lines:
            self.write(one)

    def flush(self) -> None:
        """Hand on what a pager was given."""
        if self._into is not None:
            self._hand_over("", flushed=True)

    def end(self) -> None:
        """Wait until the pager is left; where there is none, show what fits on the screen."""
        if self._into is None or self._process is None:
            self._stream.writelines(self._held)
            self._stream.flush()
            return
        with suppress(OSError, ValueError):
            self._into.close()
        self._process.wait()
        if self._interrupted_by is not None:
            signal.signal(signal.SIGINT, self._interrupted_by)  # type: ignore[arg-type]

    def _begin(self) -> None:
        from subprocess import PIPE, Popen

        self._stream.flush()
        try:
            self._process = Popen(  # noqa: S603 - the user's own choice
                self._command, stdin=PIPE, env={"LESS": _LESS, **os.environ}
            )
        except OSError:  # it cannot be run after all
            self._into = self._stream
        else:
            assert self._process.stdin is not None  # noqa: S101 - as it was asked for
            self._into = TextIOWrapper(
                self._process.stdin, self.encoding, "backslashreplace", newline="\n"
            )
            if threading.current_thread() is threading.main_thread():
                # The key for interrupting is the pager's: this program ends when it does.
                self._interrupted_by = signal.signal(signal.SIGINT, signal.SIG_IGN)
        self._hand_over("".join(self._held))
        self._held.clear()

    def _hand_over(self, text: str, *, flushed: bool = False) -> None:
        assert self._into is not None  # noqa: S101 - asked by every caller
        try:
            self._into.write(text)
            if flushed:
                self._into.flush()
        except BrokenPipeError:
            raise ReaderLeftError from None


def _lines_of(stream: TextIO) -> int:
    """Give the lines of a terminal that an answer may fill, with one for what is typed next."""
    try:
        lines = os.get_terminal_size(stream.fileno()).lines
    except (OSError, ValueError):
        lines = 0
    return lines or shutil.get_terminal_size().lines
