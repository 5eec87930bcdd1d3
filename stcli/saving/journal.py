"""The journal of edits: what each file was before, kept to undo edits and to end broken ones.

One file an edit, numbered; that of an edit under way has a name of its own. Journals hold data
in JSON and are believed in nothing: a damaged one is said, and nothing is done by it.
"""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from stcli.errors import StcliError, why
from stcli.messages import say
from stcli.saving import places, replacement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from stcli.saving.changes import Revision

FORMAT: Final = "stcli.edit/1"
MOST_EDITS: Final = 50
MOST_BYTES: Final = 20_000_000

_PENDING: Final = "pending.json"
_PREFIX: Final = ".new-"
_NUMBERED: Final = re.compile(r"([0-9]{1,15})\.json", re.ASCII)
_DIGEST: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of an edit: what it was before, and how to know what it became."""

    path: str
    before: bytes | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """An edit in the journal: what it was called, and its files."""

    title: str
    files: tuple[Kept, ...]


def entry(title: str, revisions: Sequence[Revision]) -> Entry:
    """Give the entry for an edit."""
    files = (Kept(one.path, one.before, digest(one.after)) for one in revisions)
    return Entry(title, tuple(files))


def digest(content: bytes | None) -> str | None:
    """Give what a content is known by; None for no file."""
    return None if content is None else sha256(content).hexdigest()


def begin(home: Path, entry: Entry) -> None:
    """Write down an edit before its first file changes; OSError where that cannot be."""
    written = json.dumps(
        {
            "format": FORMAT,
            "title": entry.title,
            "files": [
                {"path": one.path, "before": _encoded(one.before), "after": one.after}
                for one in entry.files
            ],
        }
    ).encode()
    if len(written) > MOST_BYTES:
        raise OverflowError
    pending = home / _PENDING
    fresh = replacement.temporary(home, _PREFIX, written, like=None)
    try:
        fresh.replace(pending)
        replacement.sync(home)
    except OSError:
        replacement.drop(fresh)
        replacement.drop(pending)
        raise


def pending(home: Path) -> Entry | None:
    """Give the edit that was under way when its process ended, if there is one."""
    path = home / _PENDING
    try:
        path.lstat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unread(path, error) from None
    return _read(path)


def conclude(home: Path) -> None:
    """Put the edit under way on top of those that can be undone, and drop the oldest."""
    with suppress(OSError):  # it stays under way, and the next edit concludes it
        number = max(_numbers(home), default=0) + 1
        (home / _PENDING).rename(_path(home, number))
        _prune(home)


def abandon(home: Path) -> None:
    """Forget the edit under way."""
    replacement.drop(home / _PENDING)


def last(home: Path) -> Entry | None:
    """Give the last edit that can be undone."""
    try:
        number = max(_numbers(home), default=None)
    except OSError as error:
        raise _unread(home, error) from None
    return None if number is None else _read(_path(home, number))


def reopen(home: Path) -> None:
    """Make the last edit the one under way; OSError where that cannot be."""
    _path(home, max(_numbers(home))).rename(home / _PENDING)
    replacement.sync(home)


def sweep(home: Path) -> None:
    """Delete what a killed process had begun to write."""
    with suppress(OSError):
        for path in home.iterdir():
            if path.name.startswith(_PREFIX):
                replacement.drop(path)


def _numbers(home: Path) -> Iterator[int]:
    for path in home.iterdir():
        if found := _NUMBERED.fullmatch(path.name):
            yield int(found[1])


def _path(home: Path, number: int) -> Path:
    return home / f"{number:08}.json"


def _prune(home: Path) -> None:
    left = MOST_BYTES
    for position, number in enumerate(sorted(_numbers(home), reverse=True)):
        path = _path(home, number)
        left -= path.lstat().st_size
        if position >= MOST_EDITS or left < 0:
            path.unlink()


def _encoded(content: bytes | None) -> str | None:
    return None if content is None else b64encode(content).decode("ascii")


def _read(path: Path) -> Entry:
    """Read an entry; StcliError where it is damaged, not ours, or cannot be read."""
    try:
        content = replacement.read(path, MOST_BYTES) if places.own(path.lstat()) else None
        return _understood(json.loads(content or b""))
    except OSError as error:
        raise _unread(path, error) from None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise StcliError(
            say("{path} is damaged: by it nothing can be undone", path=str(path)),
            say("see by git status what has changed, then delete that file"),
        ) from None


def _unread(path: Path, error: OSError) -> StcliError:
    return StcliError(say("{path} was not read: {reason}", path=str(path), reason=why(error)))


def _understood(data: dict[str, object]) -> Entry:
    """Give the entry that data of JSON mean; ValueError, TypeError or KeyError if none."""
    title, files = data["title"], data["files"]
    if data["format"] != FORMAT or not isinstance(title, str) or not isinstance(files, list):
        raise ValueError
    return Entry(title, tuple(map(_kept, files)))


def _kept(data: dict[str, object]) -> Kept:
    path, before, after = data["path"], data["before"], data["after"]
    if not isinstance(path, str):
        raise TypeError
    if after is not None and not (isinstance(after, str) and _DIGEST.fullmatch(after)):
        raise ValueError
    if before is None:
        return Kept(path, None, after)
    if not isinstance(before, str):
        raise TypeError
    return Kept(path, b64decode(before, validate=True), after)
