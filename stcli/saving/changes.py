"""One file of an edit: where it is, whether it is as it was read, and how it changes and back."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from stcli.errors import StcliError, why
from stcli.messages import say
from stcli.saving import replacement
from stcli.saving.replacement import drop, put, read, temporary
from stcli.saving.temporaries import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from stcli.messages import Message

LARGEST: Final = 1 << 26
"""Bytes of a file that are compared; no file of directives is nearly as large."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One file of an edit, by its name below the root: what was read, and what it becomes.

    `before` is None where there must be no such file yet, `after` where it is to go.
    """

    path: str
    before: bytes | None
    after: bytes | None


@dataclass(slots=True)
class Change:
    """A revision on its way to the disk, with the file it is for and those made to get there."""

    revision: Revision
    target: Path
    fresh: Path | None = None
    spare: Path | None = None
    folders: list[Path] = field(default_factory=list)
    begun: bool = False

    def check(self) -> None:
        """Raise StcliError unless the file is as it was read."""
        if content(self.revision.path, self.target) != self.revision.before:
            raise changed(self.revision)

    def prepare(self, shelf: Callable[[Path], Path]) -> None:
        """Write what the change needs, for which the disk may be too full, and touch nothing."""
        before, after = self.revision.before, self.revision.after
        if before is not None and not os.access(self.target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if before is None:
            self._make_folders()
        place = shelf(self.target.parent)
        if after is not None:
            self.fresh = temporary(place, PREFIX, after, like=self.target)
        if before is not None:
            self.spare = self._second_name(place, before)

    def _make_folders(self) -> None:
        missing = [one for one in self.target.parents if not _is_there(one)]
        for one in reversed(missing):
            one.mkdir()
            self.folders.append(one)
            replacement.sync(one.parent)

    def _second_name(self, place: Path, before: bytes) -> Path:
        """Give the old file another name, or copy it where that cannot be, to be put back."""
        spare = replacement.unused(place, PREFIX)
        try:
            spare.hardlink_to(self.target)
        except OSError:
            return temporary(place, PREFIX, before, like=self.target)
        return spare

    def place(self) -> None:
        """Make the change, unless the file is not any more as it was read."""
        self.check()
        self.begun = True
        if self.fresh is None:
            self.target.unlink()
        else:
            self._put(self.fresh, self.revision.after, new=self.revision.before is None)

    def take_back(self) -> None:
        """Bring the old file back, unless the file is not as this change has made it."""
        before, after = self.revision.before, self.revision.after
        if not self.begun or content(self.revision.path, self.target) != after:
            return
        if self.spare is None:
            self.target.unlink()
        else:
            self._put(self.spare, before, new=after is None)

    def _put(self, fresh: Path, content: bytes | None, *, new: bool) -> None:
        try:
            put(fresh, self.target, new=new)
        except FileExistsError:
            raise changed(self.revision) from None
        except OSError as error:
            if error.errno != errno.EXDEV or content is None:
                raise
            # One disk that is mounted twice: only a neighbour of the file can take its place.
            beside = temporary(self.target.parent, PREFIX, content, like=self.target)
            try:
                put(beside, self.target, new=new)
            finally:
                drop(beside)

    def tidy(self) -> None:
        """Delete what was made on the way and is not needed any more."""
        for path in (self.fresh, self.spare):
            if path is not None:
                drop(path)
        with suppress(OSError):
            for folder in reversed(self.folders):
                folder.rmdir()  # not if there is something in it


def change(root: Path, revision: Revision) -> Change:
    """Give the change that a revision of a file below a root is, or raise StcliError."""
    target = target_of(root, revision.path)
    try:
        is_link = (root / revision.path).is_symlink()
    except OSError as error:
        raise unchanged(revision.path, why(error)) from None
    if is_link and revision.before is None:
        raise changed(revision)
    if is_link and revision.after is None:
        raise unchanged(revision.path, say("it is a link: delete it by hand"))
    return Change(revision, target)


def target_of(root: Path, name: str) -> Path:
    """Give the path of the file that a name below a root stands for, links followed within it."""
    parts = name.split("/")
    if any(part in _NO_NAMES or "\0" in part or part.casefold() == ".git" for part in parts):
        raise unchanged(name, say("this is no name of a file below the root"))
    real = Path(os.path.realpath(root.joinpath(*parts)))
    if not real.is_relative_to(root) or ".git" in map(str.casefold, real.parts[len(root.parts) :]):
        raise unchanged(name, say("this link leads out of the root"))
    return real


_NO_NAMES: Final = {"", ".", ".."}


def content(name: str, target: Path) -> bytes | None:
    """Give the content of a file as it is now, None where there is none."""
    try:
        return read(target, LARGEST)
    except IsADirectoryError:
        raise unchanged(name, say("this is not a regular file")) from None
    except OSError as error:
        raise unchanged(name, why(error)) from None


def _is_there(path: Path) -> bool:
    """Tell whether something is there; OSError where that cannot be told."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True


def changed(revision: Revision) -> StcliError:
    """Give the error that a file is not as it was read."""
    again = say("do it again, so that it builds on what is there now")
    if revision.before is None:
        return StcliError(
            say("{path} was not written: there is one now", path=revision.path), again
        )
    return StcliError(say("{path} has changed since it was read", path=revision.path), again)


def unchanged(name: str, reason: Message) -> StcliError:
    """Give the error that an edit of a file was not saved, and why."""
    return StcliError(say("{path} was not changed: {reason}", path=name, reason=reason))
