"""Calls of the system that fail, or in which the process dies: the Nth one, for every N.

What is saved goes to the disk by functions of `os` alone, so that standing between is enough.
"""

from __future__ import annotations

import errno
import fcntl
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

NAMES = (
    "chmod",
    "close",
    "fchmod",
    "fchown",
    "fstat",
    "fsync",
    "getxattr",
    "link",
    "listdir",
    "listxattr",
    "lstat",
    "mkdir",
    "open",
    "read",
    "rename",
    "replace",
    "rmdir",
    "scandir",
    "setxattr",
    "stat",
    "unlink",
    "write",
)

MOST = 2_000
"""Calls of anything that is watched; it makes a few hundred."""

Act = Callable[[Callable[..., Any], tuple[Any, ...]], None]
"""What happens in a call, given its function and arguments, in place of the call or before it."""


@contextmanager
def watched(act: Act | None = None, at: int = 0, *, lasting: bool = False) -> Iterator[list[str]]:
    """Let something happen in the call of a number, or from it on; give the names of all calls.

    Nothing is waited for to reach the disk: a process that dies loses nothing that it wrote.
    """
    calls: list[str] = []

    def between(name: str, really: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            calls.append(name)
            assert len(calls) < MOST, "it goes on for ever"
            if act is not None and (len(calls) == at or (lasting and len(calls) > at)):
                act(really, arguments)
            return None if name == "fsync" else really(*arguments, **named)

        return call

    places = [(os, name) for name in NAMES] + [(fcntl, "flock")]
    kept = [(place, name, getattr(place, name)) for place, name in places]
    for place, name, really in kept:
        setattr(place, name, between(name, really))
    try:
        yield calls
    finally:
        for place, name, really in kept:
            setattr(place, name, really)


def failing(number: int) -> Act:
    """Give the act of failing by an error of the system.

    What is to be closed is closed even so, as Linux does.
    """

    def act(really: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        if really.__name__ == "close":
            really(*arguments)
        raise OSError(number, os.strerror(number))

    return act


def dying(really: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    """End the process at once; of what was to be written half is."""
    if really.__name__ == "write":
        descriptor, content = arguments
        really(descriptor, content[: len(content) // 2])
    os.kill(os.getpid(), signal.SIGKILL)


ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)
