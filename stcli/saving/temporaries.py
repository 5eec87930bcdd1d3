"""Where the temporary files of an edit are written, and how those of killed processes go."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from stcli.saving import places
from stcli.saving.replacement import PREFIX as HIDDEN
from stcli.saving.replacement import drop
from stcli.sources import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIX: Final = f"{HIDDEN}edit-"
"""How their names begin; whatever begins so is swept up by whoever has the lock."""

_WORK: Final = "work"


class Shelf:
    """Gives the folder for the temporary files of a file: one out of sight, if on the same disk.

    A file can only take the place of one on its own disk; else it is written beside it.
    """

    __slots__ = ("_device", "_work")

    def __init__(self, home: Path | None) -> None:
        self._work = None if home is None else places.private(home / _WORK)
        self._device = None if self._work is None else _device(self._work)

    def place(self, folder: Path) -> Path:
        """Give where to write what is to go into a folder."""
        if self._work is not None and self._device == _device(folder) is not None:
            return self._work
        return folder

    def sweep(self, root: Path) -> None:
        """Delete all temporary files of edits below a root, which nobody needs any more."""
        if self._work is not None:
            sweep(self._work)
        if self.place(root) == root:
            for folder in _folders(root):
                sweep(folder)


def _device(folder: Path) -> int | None:
    with suppress(OSError):
        return folder.stat().st_dev
    return None


def sweep(folder: Path) -> None:
    """Delete the temporary files of edits in a folder."""
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name.startswith(PREFIX):
                drop(path)


def _folders(root: Path) -> Iterator[Path]:
    """Give the folders in which files are edited, without following links."""
    yield root
    for folder, below, _ in os.walk(root / FOLDER):
        below[:] = [name for name in below if not name.startswith(".")]
        yield Path(folder)
