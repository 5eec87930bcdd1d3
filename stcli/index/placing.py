"""Where an index lies: in the user's folder for what can be made again, closed to all others."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, Final
from zlib import crc32

from stcli.index.segment import LARGEST

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from stcli.files import Folder
    from stcli.index.segment import Sheet

POSIX: Final = os.name == "posix"

MOST_ROOTS: Final = 32
"""Folders with directives of which an index is kept: those for which one was written last."""

_TEMPORARY: Final = ".new-"
_STALE: Final = 3600
"""Seconds after which nobody is still writing a temporary file."""

_LONGEST_NAME: Final = 40
_OPEN_TO_OTHERS: Final = 0o077
_CREATE: Final = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def folder_of(root: Folder, environment: Mapping[str, str]) -> str | None:
    """Give the folder for the index of a root, which need not be there; None without a home."""
    base = environment.get("XDG_CACHE_HOME" if POSIX else "LOCALAPPDATA", "")
    if not os.path.isabs(base):
        base = os.path.join(environment.get("HOME", "") if POSIX else "", ".cache")
        if not os.path.isabs(base):
            return None
    path = os.fspath(root)
    checksum = crc32(path.encode("utf-8", "surrogatepass"))
    name = "".join(one for one in os.path.basename(path) if one.isascii() and one.isalnum())
    return os.path.join(base, "stcli", f"{name[:_LONGEST_NAME]}-{checksum:08x}")


def is_private(folder: Folder) -> bool:
    """Tell whether a folder is the user's own and closed to all others."""
    try:
        found = os.lstat(folder)
    except OSError:
        return False
    if not stat.S_ISDIR(found.st_mode):
        return False
    return not POSIX or (found.st_uid == os.geteuid() and not found.st_mode & _OPEN_TO_OTHERS)


def put(folder: Folder, name: str, fill: Callable[[Sheet], object]) -> bool:
    """Write a file of an index in one step; tell whether that could be done.

    It need not outlive a power cut: what a disk has lost of it is seen by the checksums.
    """
    if not _made(folder):
        return False
    fresh = f"{folder}/{_TEMPORARY}{os.urandom(8).hex()}"
    try:
        descriptor = os.open(fresh, _CREATE, 0o600)
        try:
            fill(_Sheet(descriptor))
        finally:
            os.close(descriptor)
        os.replace(fresh, f"{folder}/{name}")
    except OSError:
        drop(fresh)
        return False
    except BaseException:
        drop(fresh)
        raise
    return True


class _Sheet:
    """A file that is being written, as long as it is not too large to be read."""

    __slots__ = ("_at", "_descriptor")

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._at = 0

    def write(self, content: bytes) -> None:
        """Write all of it."""
        self._at += len(content)
        if self._at > LARGEST:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        left = memoryview(content)
        while left:
            left = left[os.write(self._descriptor, left) :]

    def seek(self, offset: int) -> None:
        """Go to a place in it."""
        self._at = os.lseek(self._descriptor, offset, os.SEEK_SET)


def drop(path: Folder) -> None:
    """Delete a file, if that can be done."""
    with suppress(OSError):
        os.unlink(path)


def sweep(place: Folder, now: float) -> None:
    """Delete what killed runs have left, and the indexes written longest ago, if there are many."""
    from pathlib import Path  # noqa: PLC0415 - not to read an index

    folder = Path(place)
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name.startswith(_TEMPORARY) and now - path.lstat().st_mtime > _STALE:
                drop(path)
    with suppress(OSError):
        others = [one for one in folder.parent.iterdir() if one != folder and is_private(one)]
        others.sort(key=lambda one: -one.lstat().st_mtime)
        for one in others[MOST_ROOTS - 1 :]:
            for path in one.iterdir():
                drop(path)
            one.rmdir()


def _made(folder: Folder) -> bool:
    """Make a folder that is closed to all others, where it is not there."""
    above = os.path.dirname(folder)
    try:
        for one in (os.path.dirname(above), above, folder):  # but no home that is not there
            with suppress(FileExistsError):
                os.mkdir(one, 0o700)
    except OSError:
        return False
    return is_private(folder)
