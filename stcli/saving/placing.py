"""All changes of an edit made, or none of them."""

from __future__ import annotations

import signal
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from stcli.errors import StcliError, why
from stcli.messages import say
from stcli.saving import replacement, temporaries
from stcli.saving.changes import Change, Revision, change, unchanged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path


class HalfDone(StcliError):
    """Some files of an edit have changed, and could not be put back."""


def changes_of(root: Path, revisions: Iterable[Revision]) -> list[Change]:
    """Give the changes that are to be made, each of a file that is as it was read."""
    changes = [change(root, one) for one in revisions]
    met: set[Path] = set()
    for one in changes:
        one.check()
        if one.target in met:
            raise unchanged(one.revision.path, say("one edit names it twice"))
        met.add(one.target)
    return [one for one in changes if one.revision.before != one.revision.after]


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let what would end the program wait until files have changed, all of them."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    waiting = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, waiting)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def prepared(home: Path | None, changes: Sequence[Change]) -> Iterator[None]:
    """Have all temporary files at hand, and none when it is over."""
    for folder in {one.target.parent for one in changes}:
        temporaries.sweep(folder)
    shelf = temporaries.Shelf(home)
    try:
        for one in changes:
            try:
                one.prepare(shelf.place)
            except OSError as error:
                raise unchanged(one.revision.path, why(error)) from None
        yield
    finally:
        for one in changes:
            one.tidy()


def place(changes: Sequence[Change]) -> None:
    """Make all changes, or none; HalfDone where not even that can be."""
    try:
        for one in changes:
            make(one)
    except BaseException:
        left = [one.revision.path for one in reversed(changes) if not _taken_back(one)]
        if left:
            raise HalfDone(
                say(
                    "a part of the edit is in {paths} and could not be put back",
                    paths=", ".join(left),
                ),
                say("see by git diff what has changed, and take it back"),
            ) from None
        raise


def make(change: Change) -> None:
    """Make one change, down to the disk."""
    try:
        change.place()
        replacement.sync(change.target.parent)
    except OSError as error:
        raise unchanged(change.revision.path, why(error)) from None


def _taken_back(change: Change) -> bool:
    with suppress(OSError, StcliError):
        change.take_back()
        return True
    return False


def remove_emptied(root: Path, changes: Sequence[Change]) -> None:
    """Delete folders that a change has emptied, as git does, but those right below the root."""
    for one in changes:
        if one.revision.after is None:
            folder = one.target.parent
            with suppress(OSError):
                while root not in {folder, folder.parent}:
                    folder.rmdir()
                    folder = folder.parent
