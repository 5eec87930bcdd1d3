"""A file put in the place of another in one step: the one way in which files are replaced."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

PREFIX: Final = ".stcli-"
"""How the names of temporary files begin; the reader heeds no hidden files."""

_READ: Final = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_CREATE: Final = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_FOLDER: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_LINKS: Final = {
    errno.EPERM,
    errno.EACCES,
    errno.EOPNOTSUPP,
    errno.ENOTSUP,
    errno.ENOSYS,
    errno.EMLINK,
    errno.EINVAL,
}
_NO_SYNC: Final = {errno.EINVAL, errno.EBADF, errno.EOPNOTSUPP, errno.ENOSYS}
_CHUNK: Final = 1 << 20


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all, in place of one that may be there; OSError if not."""
    target = Path(os.path.realpath(path))
    fresh = temporary(target.parent, PREFIX, text.encode(), like=target)
    try:
        fresh.replace(target)
    except BaseException:
        drop(fresh)
        raise
    sync(target.parent)


def read(path: Path, most: int) -> bytes | None:
    """Give the content of a regular file, cut behind `most` bytes; None where there is none."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise OSError(errno.EISDIR, "Not a regular file")
        descriptor = os.open(path, _READ)
    except FileNotFoundError:
        return None
    try:
        return _content(descriptor, most)
    finally:
        os.close(descriptor)


def _content(descriptor: int, most: int) -> bytes:
    parts = []
    left = most + 1
    while left > 0 and (part := os.read(descriptor, min(left, _CHUNK))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def temporary(folder: Path, prefix: str, content: bytes, *, like: Path | None) -> Path:
    """Write a new file, down to the disk, that can take the place of another; give its path.

    It has the owner, mode and attributes of that other file, or those of a new file there; it is
    the user's alone where it is like none.
    """
    path = unused(folder, prefix)
    descriptor = os.open(path, _CREATE, 0o600)
    try:
        try:
            _write(descriptor, content)
            if like is not None:
                _liken(descriptor, like)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        drop(path)
        raise
    return path


def unused(folder: Path, prefix: str) -> Path:
    """Give a path in a folder that nothing has."""
    return folder / f"{prefix}{os.urandom(8).hex()}"


def _write(descriptor: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(descriptor, left) :]


def _liken(descriptor: int, like: Path) -> None:
    if not hasattr(os, "fchown"):  # Windows
        return
    try:
        model = like.stat()
    except FileNotFoundError:
        _like_new(descriptor, like.parent.stat())
        return
    made = os.fstat(descriptor)
    mode = stat.S_IMODE(model.st_mode) & 0o777
    if (made.st_uid, made.st_gid) != (model.st_uid, model.st_gid) and not _given(descriptor, model):
        mode &= ~0o070 | (mode & 0o007) << 3  # another group is not to read what it could not
    _copy_attributes(like, descriptor)
    os.fchmod(descriptor, mode)


def _like_new(descriptor: int, folder: os.stat_result) -> None:
    """Give a new file the mode that the user's mask says, and the group of a shared folder."""
    if folder.st_mode & stat.S_ISGID:
        with suppress(OSError):
            os.fchown(descriptor, -1, folder.st_gid)
    mask = os.umask(0o077)
    os.umask(mask)
    os.fchmod(descriptor, 0o666 & ~mask)


def _given(descriptor: int, model: os.stat_result) -> bool:
    """Keep owner and group, or at least the group; tell whether the group is kept."""
    for owner in (model.st_uid, -1):
        with suppress(OSError):
            os.fchown(descriptor, owner, model.st_gid)
            return True
    return False


def _copy_attributes(path: Path, descriptor: int) -> None:
    """Keep what access lists and labels say, as far as the user may."""
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(path):
                with suppress(OSError):
                    os.setxattr(descriptor, name, os.getxattr(path, name))


def put(fresh: Path, target: Path, *, new: bool) -> None:
    """Move a temporary file to its place; FileExistsError where it is new and one is there."""
    if not new:
        fresh.replace(target)
        return
    try:
        target.hardlink_to(fresh)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        with suppress(FileNotFoundError):
            target.lstat()
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        fresh.rename(target)
    else:
        drop(fresh)


def sync(folder: Path) -> None:
    """See to it that the names in a folder outlive a power cut, where the disk can do so."""
    if not hasattr(os, "O_DIRECTORY"):  # Windows
        return
    try:
        descriptor = os.open(folder, _FOLDER)
    except PermissionError:  # it may be written and not listed
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
    finally:
        os.close(descriptor)


def drop(path: Path) -> None:
    """Delete a temporary file, if that can be done."""
    with suppress(OSError):
        path.unlink()
