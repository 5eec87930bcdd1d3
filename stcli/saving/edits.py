"""Edits: saved whole, taken back whole, and brought to an end where a process died on the way."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from stcli.errors import StcliError, why
from stcli.messages import say
from stcli.saving import journal, places, turns
from stcli.saving.changes import Revision
from stcli.saving.placing import HalfDone, changes_of, place, prepared, remove_emptied, undisturbed
from stcli.saving.settling import backwards, settle
from stcli.saving.temporaries import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stcli.messages import Message
    from stcli.saving.journal import Entry

__all__ = ["Lock", "Revision", "Undone", "locked", "save", "undo"]


@dataclass(slots=True)
class Lock:
    """The right to edit below a root, until it is given back.

    `note` says what became of an edit that had been interrupted, where that is worth saying.
    """

    root: Path
    home: Path | None = None
    note: Message | None = None
    held: bool = True


@dataclass(frozen=True, slots=True)
class Undone:
    """An edit that was taken back: what it was called, and the files that are as before it."""

    title: str
    paths: tuple[str, ...]


@contextmanager
def locked(root: Path) -> Iterator[Lock]:
    """Wait for the turn to edit below a root, and keep it meanwhile.

    What a killed process has left is cleared away first: an edit of several files of which only
    some had changed is taken back. Whoever edits reads the files only now. StcliError where the
    turn does not come.
    """
    real = Path(os.path.realpath(root))
    home = places.home_of(real, os.environ)
    with turns.turn(real, home):
        Shelf(home).sweep(real)
        if home is not None:
            journal.sweep(home)
        lock = Lock(real, home, settle(real, home))
        try:
            yield lock
        finally:
            lock.held = False


def save(lock: Lock, revisions: Sequence[Revision], *, title: str) -> Message | None:
    """Save an edit: all its files or none.

    Gives why it cannot be undone, None where it can. StcliError where a file is not as it was
    read, or cannot be written; then all are as they were.
    """
    root, home = _ready(lock), lock.home
    changes = changes_of(root, revisions)
    if not changes:
        return None
    with undisturbed(), prepared(home, changes):
        reason = _written_down(home, journal.entry(title, [one.revision for one in changes]))
        try:
            place(changes)
        except HalfDone:
            raise
        except BaseException:
            if home is not None:
                journal.abandon(home)
            raise
        if home is not None and reason is None:
            journal.conclude(home)
    remove_emptied(root, changes)
    return None if reason is None else say("this edit cannot be undone: {reason}", reason=reason)


def undo(lock: Lock) -> Undone:
    """Take back the last edit that was not taken back yet.

    StcliError where there is none, or something else has changed one of its files since.
    """
    root, home = _ready(lock), lock.home
    entry = None if home is None else journal.last(home)
    if home is None or entry is None:
        raise StcliError(say("there is no edit to undo"))
    changes = changes_of(root, [backwards(root, one) for one in entry.files])
    with undisturbed(), prepared(home, changes):
        _reopen(home)
        try:
            place(changes)
        except HalfDone:
            raise
        except BaseException:
            journal.conclude(home)
            raise
        journal.abandon(home)
    remove_emptied(root, changes)
    return Undone(entry.title, tuple(one.path for one in entry.files))


def _ready(lock: Lock) -> Path:
    """Give the root of a lock, with no edit left half done below it."""
    if not lock.held:
        raise ValueError(lock)
    lock.note = settle(lock.root, lock.home) or lock.note
    return lock.root


def _reopen(home: Path) -> None:
    try:
        journal.reopen(home)
    except OSError as error:
        raise StcliError(say("the edit was not undone: {reason}", reason=why(error))) from None


def _written_down(home: Path | None, entry: Entry) -> Message | None:
    """Write an edit into the journal, or give why that cannot be; the edit goes on without."""
    if home is None:
        return say("there is no folder to keep it in")
    try:
        journal.begin(home, entry)
    except OverflowError:
        return say("it is too large to be kept")
    except OSError as error:
        return why(error)
    return None
