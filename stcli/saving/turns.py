"""The queue that edits of one root wait in: a lock that ends with the process that holds it."""

from __future__ import annotations

import errno
import os
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from stcli.errors import StcliError, why
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.messages import Message

LOCKS_FOLDERS: Final = os.name == "posix"
"""Windows locks parts of files, and no folders."""

PATIENCE: Final = 30.0
"""Seconds that an edit waits for one other; it takes some hundredths of one."""

_SHORTEST: Final = 0.005
_LONGEST: Final = 0.02
_BUSY: Final = {errno.EAGAIN} if LOCKS_FOLDERS else {errno.EACCES, errno.EDEADLK}
# NFS locks no folder, as that cannot be opened for writing; others know no such locks at all.
_UNABLE: Final = {errno.EBADF, errno.EINVAL, errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}
_FOLDER: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_FILE: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


@contextmanager
def turn(root: Path, home: Path | None) -> Iterator[None]:
    """Wait until no other edit of a root is under way, and keep others waiting meanwhile.

    The folder itself is locked, so that there is no file to be left behind. Where that cannot
    be, a file in `home` is. StcliError after a patient while, or where nothing can be locked.
    """
    descriptor = _taken(root, _FOLDER) if LOCKS_FOLDERS else None
    if descriptor is None and home is not None:
        descriptor = _taken(home / "lock", _FILE)
    if descriptor is None:
        raise StcliError(
            say("{root} is on a disk where edits cannot be kept apart", root=str(root)),
            say("set XDG_STATE_HOME to a folder on a disk of this machine"),
        )
    try:
        yield
    finally:
        _free(descriptor)


def _taken(path: Path, flags: int) -> int | None:
    """Give a descriptor of what is locked now, or None where it is of a kind that cannot be.

    The system keeps no order among those who wait, so that one may be passed over for long where
    many do; patience ends only where one and the same process keeps them waiting.
    """
    end = time.monotonic() + PATIENCE
    pause = _SHORTEST
    holder: str | None = ""
    while True:
        try:
            descriptor = _attempt(path, flags)
        except OSError as error:
            if error.errno in _UNABLE:
                return None
            raise StcliError(_unlocked(path, error)) from None
        if descriptor is not None:
            return descriptor
        if time.monotonic() > end:
            before, holder = holder, _holder(path)
            if holder is None or (holder and holder == before):
                raise _impatient(holder)
            end = time.monotonic() + PATIENCE
        holder = _holder(path) if holder == "" else holder
        time.sleep(pause)
        pause = min(pause * 1.5, _LONGEST)


def _attempt(path: Path, flags: int) -> int | None:
    """Lock at once and give a descriptor, or None where another has the lock.

    A folder that was put in the place of the one that is locked now has a lock of its own.
    """
    descriptor = os.open(path, flags, 0o600)
    locked = False
    try:
        _lock(descriptor)
        locked = os.path.samestat(os.fstat(descriptor), path.stat())
    except OSError as error:
        if error.errno not in _BUSY:
            raise
    finally:
        if not locked:
            _free(descriptor)
    return descriptor if locked else None


def _unlocked(path: Path, error: OSError) -> Message:
    return say("{path} could not be locked: {reason}", path=str(path), reason=why(error))


def _lock(descriptor: int) -> None:
    """Lock, or raise OSError at once."""
    if LOCKS_FOLDERS:
        import fcntl  # noqa: PLC0415 - Windows has none

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    else:
        import msvcrt  # noqa: PLC0415 - only Windows has it

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # see above


def _free(descriptor: int) -> None:
    """Unlock; closing alone would not, where a forked process still has the descriptor."""
    with suppress(OSError):
        if LOCKS_FOLDERS:
            import fcntl  # noqa: PLC0415 - Windows has none

            fcntl.flock(descriptor, fcntl.LOCK_UN)
    with suppress(OSError):
        os.close(descriptor)


def _impatient(holder: str | None) -> StcliError:
    return StcliError(
        say("another edit has been under way here for {seconds} seconds", seconds=int(PATIENCE))
        if holder is None
        else say(
            "another edit has been under way here for {seconds} seconds: process {process}",
            seconds=int(PATIENCE),
            process=holder,
        ),
        say("wait until it has ended, or end it; nothing was changed"),
    )


def _holder(path: Path) -> str | None:
    """Give the process that has locked something, with its name; empty where none has now.

    None where the system does not tell, as only Linux does.
    """
    with suppress(OSError, ValueError):
        found = path.stat()
        key = f"{os.major(found.st_dev):02x}:{os.minor(found.st_dev):02x}:{found.st_ino}"
        for line in Path("/proc/locks").read_text(encoding="ascii").splitlines():
            words = line.split()
            if words[1:4] == ["FLOCK", "ADVISORY", "WRITE"] and words[5] == key:
                name = Path(f"/proc/{words[4]}/comm").read_text(encoding="utf-8", errors="replace")
                return f"{words[4]} ({name.strip()})"
        return ""
    return None
