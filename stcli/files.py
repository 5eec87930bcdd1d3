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
        yield _read(root, settings)
    waiting = [root / FOLDER]
    seen: set[str] = set()
    while waiting:
        folder = waiting.pop()
        real = os.path.realpath(folder)
        if real in seen or not os.path.lexists(folder):
            continue
        seen.add(real)
        try:
            with os.scandir(folder) as entries:
                listed = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            yield _refused(root, folder, _why(error))
            continue
        for entry in listed:
            if entry.is_dir() and not _leads_out(root, entry):
                waiting.append(folder / entry.name)
            yield from _entry(root, entry)


def _entry(root: Path, entry: os.DirEntry[str]) -> Iterator[Source]:
    """Give the source of a folder's entry; none for a folder to enter or a file of another kind."""
    path = Path(entry.path)
    named_yaml = entry.name.lower().endswith(ENDINGS)
    if _leads_out(root, entry):
        if named_yaml or entry.is_dir():
            yield _refused(root, path, say("this link leads out of the root"))
    elif not named_yaml:
        return
    elif entry.is_dir():
        yield _refused(root, path, say("this is a folder named like a file"))
    else:
        yield _read(root, path)


def _is_root(folder: Path) -> bool:
    return (folder / SETTINGS).is_file() or (folder / FOLDER).is_dir()


def _leads_out(root: Path, entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a link to somewhere outside the root."""
    return entry.is_symlink() and not Path(os.path.realpath(entry.path)).is_relative_to(root)


def _read(root: Path, path: Path) -> Source:
    """Read one file: regular, inside the root, not more of it than may be parsed."""
    try:
        descriptor = os.open(path, _OPEN_FLAGS)
    except OSError as error:
        return _refused(root, path, _why(error))
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return _refused(root, path, say("this is not a regular file"))
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            content = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        return _refused(root, path, _why(error))
    finally:
        os.close(descriptor)
    return Source(_name(root, path), content)


def _refused(root: Path, path: Path, why: Message) -> Source:
    problem = Problem(
        "unreadable-file",
        say("the file was not read: {why}", why=why),
        0,
        0,
        say("rename it, delete it, or make it a readable file inside the root"),
    )
    return Source(_name(root, path), unreadable=problem)


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


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
