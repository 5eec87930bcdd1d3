"""Directives on disk: found below a root and read as sources, each file or why it was not read."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from stcli.diagnostics import Problem
from stcli.documents.characters import LARGEST_FILE
from stcli.errors import StcliError
from stcli.load import FOLDER, SETTINGS, Source
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.messages import Message

ENDINGS = (".yaml", ".yml")

_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


def find_root(start: Path) -> Path:
    """Give the nearest folder upwards that holds `stcli.yaml` or `directives/`.

    Raises StcliError when there is none.
    """
    for folder in (start, *start.parents):
        if _is_root(folder):
            return folder
    raise StcliError(
        say(
            "neither `{folder}/` nor `{file}` is in {start} or above it",
            folder=FOLDER,
            file=SETTINGS,
            start=str(start),
        ),
        say("go to the folder that holds them, or name it: stcli --root FOLDER"),
    )


def check_root(folder: Path) -> Path:
    """Give a folder that was named as the root, or raise StcliError when it is none."""
    try:
        found = folder.resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        raise StcliError(say("there is no folder {folder}", folder=str(folder))) from None
    if not _is_root(found):
        raise StcliError(
            say(
                "{folder} holds neither `{name}/` nor `{file}`",
                folder=str(folder),
                name=FOLDER,
                file=SETTINGS,
            ),
            say("name the folder that has `{name}/` in it", name=FOLDER),
        )
    return found


def sources(root: Path) -> Iterator[Source]:
    """Give the settings and every YAML file below `directives/`, hidden ones left out.

    What cannot be entered or read is given too, with the reason.
    """
    settings = root / SETTINGS
    if os.path.lexists(settings):
        yield _read(SETTINGS, str(settings))
    waiting = [FOLDER]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        real = os.path.realpath(root / name)
        if real in seen or not os.path.lexists(root / name):
            continue
        seen.add(real)
        try:
            with os.scandir(root / name) as entries:
                listed = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            yield _refused(name, _why(error))
            continue
        for entry in listed:
            below = f"{name}/{entry.name}"
            if entry.is_dir() and not _leads_out(root, entry):
                waiting.append(below)
            if found := _entry(root, below, entry):
                yield found


def _entry(root: Path, name: str, entry: os.DirEntry[str]) -> Source | None:
    """Give the source of a folder's entry; none for a folder to enter or a file of another kind."""
    named_yaml = entry.name.lower().endswith(ENDINGS)
    if _leads_out(root, entry):
        refused = named_yaml or entry.is_dir()
        return _refused(name, say("this link leads out of the root")) if refused else None
    if not named_yaml:
        return None
    if entry.is_dir():
        return _refused(name, say("this is a folder named like a file"))
    return _read(name, entry.path)


def _is_root(folder: Path) -> bool:
    return (folder / SETTINGS).is_file() or (folder / FOLDER).is_dir()


def _leads_out(root: Path, entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a link to somewhere outside the root."""
    return entry.is_symlink() and not Path(os.path.realpath(entry.path)).is_relative_to(root)


def _read(name: str, path: str) -> Source:
    """Read one file: a regular one, and not more of it than may be parsed."""
    try:
        descriptor = os.open(path, _OPEN_FLAGS)
    except OSError as error:
        return _refused(name, _why(error))
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return _refused(name, say("this is not a regular file"))
        return Source(name, _content(descriptor))
    except OSError as error:
        return _refused(name, _why(error))
    finally:
        os.close(descriptor)


def _content(descriptor: int) -> bytes:
    parts = []
    wanted = LARGEST_FILE + 1
    while wanted and (part := os.read(descriptor, min(wanted, _CHUNK))):
        parts.append(part)
        wanted -= len(part)
    return b"".join(parts)


_CHUNK = 1 << 16


def _refused(name: str, why: Message) -> Source:
    problem = Problem(
        "unreadable-file",
        say("the file was not read: {why}", why=why),
        0,
        0,
        say("rename it, delete it, or make it a readable file inside the root"),
    )
    return Source(name, unreadable=problem)


def _why(error: OSError) -> Message:
    match error:
        case FileNotFoundError():
            return say("it is a link to nothing, or was deleted just now")
        case PermissionError():
            return say("permission denied")
        case IsADirectoryError():
            return say("this is a folder named like a file")
        case _:
            return say("{reason}", reason=error.strerror or str(error))
