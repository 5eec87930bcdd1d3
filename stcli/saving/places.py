"""Where the journal of edits and their temporaries lie: out of sight of git and of the reader."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from stcli.errors import StcliError, why
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

POSIX: Final = os.name == "posix"
_NAME: Final = "stcli"
_POINTER: Final = b"gitdir: "
_LONGEST_POINTER: Final = 4096
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)


def home_of(root: Path, environment: Mapping[str, str]) -> Path | None:
    """Give the folder, made where it lacks, that keeps what belongs to the edits of a root.

    It is the user's own: in the repository, which git does not look at, or else in the folder
    for the state of programs. Which one does not depend on what fails today, as an edit that was
    interrupted is looked for there: None where it cannot be made, StcliError where it cannot be
    told.
    """
    key = sha256(os.fsencode(root)).hexdigest()[:16]
    try:
        bases = tuple(_bases(root, environment))
    except OSError as error:
        raise StcliError(
            say("{path} was not read: {reason}", path=str(root), reason=why(error))
        ) from None
    with suppress(OSError):
        for base in bases:
            base.mkdir(0o700, parents=True, exist_ok=True)
            home = base / _NAME / key
            if _private(home.parent) and _private(home):
                return home
    return None


def private(folder: Path) -> Path | None:
    """Give a folder that is the user's own, made where it lacks; None where it cannot be had."""
    with suppress(OSError):
        if _private(folder):
            return folder
    return None


def _bases(root: Path, environment: Mapping[str, str]) -> Iterator[Path]:
    repository = _repository(root)
    if repository is not None:
        yield repository
    state = Path(environment.get("XDG_STATE_HOME" if POSIX else "LOCALAPPDATA", ""))
    home = Path(environment.get("HOME", ""))
    if state.is_absolute():
        yield state
    elif POSIX and home.is_absolute():
        yield home / ".local" / "state"


def _private(folder: Path) -> bool:
    """Make a folder of the user alone, or tell whether what is there is one."""
    try:
        found = folder.lstat()
    except FileNotFoundError:
        with suppress(FileExistsError):  # another process has been quicker
            folder.mkdir(0o700)
        found = folder.lstat()
    if not _own_folder(found):
        return False
    if stat.S_IMODE(found.st_mode) & 0o077:
        folder.chmod(0o700)
    return True


def _own_folder(found: os.stat_result) -> bool:
    return stat.S_ISDIR(found.st_mode) and own(found)


def own(found: os.stat_result) -> bool:
    """Tell whether something on disk belongs to the user; Windows does not say."""
    return not POSIX or found.st_uid == os.geteuid()


def _repository(root: Path) -> Path | None:
    """Give the folder of git for the nearest repository upwards, where it can be trusted.

    git is not asked, as a repository can make it run programs. Links, and what belongs to
    somebody else, are left alone.
    """
    for folder in (root, *root.parents):
        found = folder / ".git"
        try:
            mode = found.lstat().st_mode
        except OSError as error:
            _only_not_there(error)
            continue
        try:
            real = _pointed_to(found) if stat.S_ISREG(mode) else found
            usable = _own_folder(real.lstat()) and stat.S_ISREG((real / "HEAD").lstat().st_mode)
        except ValueError:
            return None
        except OSError as error:
            _only_not_there(error)
            return None
        return real if usable else None
    return None


_NOT_THERE: Final = {
    errno.ENOENT,
    errno.ENOTDIR,
    errno.EACCES,
    errno.EPERM,
    errno.ELOOP,
    errno.ENAMETOOLONG,
}


def _only_not_there(error: OSError) -> None:
    """Raise an error that says nothing about what is there: the next time it may be another."""
    if error.errno not in _NOT_THERE:
        raise error


def _pointed_to(pointer: Path) -> Path:
    """Give the folder that the `.git` file of a worktree or submodule names."""
    descriptor = os.open(pointer, _FLAGS)
    try:
        if not own(os.fstat(descriptor)):
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
        content = os.read(descriptor, _LONGEST_POINTER)
    finally:
        os.close(descriptor)
    if not content.startswith(_POINTER):
        raise ValueError
    named = os.fsdecode(content.removeprefix(_POINTER).rstrip(b"\r\n"))
    return Path(os.path.realpath(pointer.parent / named))
