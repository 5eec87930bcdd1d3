"""Edits that a process was killed in, brought to an end: all files of one changed, or none."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from stcli.errors import StcliError, why
from stcli.messages import say
from stcli.saving import journal
from stcli.saving.changes import LARGEST, Revision, content, target_of, unchanged
from stcli.saving.journal import digest
from stcli.saving.placing import changes_of, make, prepared, remove_emptied, undisturbed
from stcli.saving.replacement import read

if TYPE_CHECKING:
    from pathlib import Path

    from stcli.messages import Message
    from stcli.saving.journal import Kept


def settle(root: Path, home: Path | None) -> Message | None:
    """Bring an edit to its end that a killed process has left: all files of it, or none.

    Where all files have changed it was saved; where some have, and the rest are as they were,
    those are put back. Where somebody has changed one since, all are left as they are.
    """
    entry = None if home is None else journal.pending(home)
    if home is None or entry is None:
        return None
    standings = [_standing(root, one) for one in entry.files]
    if _Standing.AFTER not in standings:
        journal.abandon(home)
    elif _Standing.BEFORE not in standings:
        journal.conclude(home)
    elif _Standing.OTHER in standings:
        journal.abandon(home)
        return say(
            "the edit `{title}` was interrupted and its files were changed since: look at {paths}",
            title=entry.title,
            paths=", ".join(one.path for one in entry.files),
        )
    else:
        done = zip(entry.files, standings, strict=True)
        _take_back(root, home, [kept for kept, at in done if at is _Standing.AFTER])
        journal.abandon(home)
        return say("the edit `{title}` was interrupted, and has been taken back", title=entry.title)
    return None


def _take_back(root: Path, home: Path, files: list[Kept]) -> None:
    changes = changes_of(root, [backwards(root, one) for one in files])
    with undisturbed(), prepared(home, changes):
        for one in changes:
            make(one)
    remove_emptied(root, changes)


class _Standing(Enum):
    """How a file stands to an edit."""

    BEFORE = auto()
    AFTER = auto()
    OTHER = auto()


def _standing(root: Path, kept: Kept) -> _Standing:
    try:
        now = read(target_of(root, kept.path), LARGEST)
    except (StcliError, IsADirectoryError):
        return _Standing.OTHER
    except OSError as error:
        raise unchanged(kept.path, why(error)) from None
    if now == kept.before:
        return _Standing.BEFORE
    return _Standing.AFTER if digest(now) == kept.after else _Standing.OTHER


def backwards(root: Path, kept: Kept) -> Revision:
    """Give the revision that takes a file back; StcliError where it has changed since.

    A file that is already as it was, by git or by hand, stays so.
    """
    now = content(kept.path, target_of(root, kept.path))
    if now == kept.before:
        return Revision(kept.path, now, now)
    if digest(now) != kept.after:
        raise StcliError(
            say("{path} has changed since that edit", path=kept.path),
            say("see by git diff what has changed, and change it by hand"),
        )
    return Revision(kept.path, now, kept.before)
