"""Directives on disk: found below a root and read as sources, each file or why it was not read."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from stcli.diagnostics import Problem
from stcli.documents.characters import LARGEST_FILE
from stcli.errors import StcliError
from stcli.messages import say
from stcli.sources import ENDINGS, FOLDER, SETTINGS, Reading, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeAlias

    from stcli.messages import Message

    _Listed: TypeAlias = tuple[str, str, Message | None]
    """A file by its name below the root and its path, or why it is not to be opened."""

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
        say("go to the folder that holds them, name it with --root, or make them: stcli init"),
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
    return map(_source, _listed(root))


def source(root: Path, name: str) -> Source:
    """Give one file by its name below the root, or why it could not be read."""
    path = root / name
    if not Path(os.path.realpath(path)).is_relative_to(root):
        return _refused(name, say("this link leads out of the root"))
    return _source((name, str(path), None))


def named(root: Path, names: Iterable[str]) -> Iterator[Source]:
    """Give those files of some names below the root that there are."""
    for name in names:
        if os.path.lexists(root / name):
            yield source(root, name)


def begin(root: Path, processors: int) -> Reading[_Listed]:
    """Begin to read everything below a root."""
    return Reading(_source, tuple(_listed(root)), processors)


def _listed(root: Path) -> Iterator[_Listed]:
    """Give what is to be read, without opening it, and what cannot be."""
    settings = root / SETTINGS
    if os.path.lexists(settings):
        yield SETTINGS, str(settings), None
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
            yield name, real, _why(error)
            continue
        for entry in listed:
            below = f"{name}/{entry.name}"
            leads_out = _leads_out(root, entry)
            if entry.is_dir() and not leads_out:
                waiting.append(below)
            if entry.name.lower().endswith(ENDINGS) or (leads_out and entry.is_dir()):
                yield below, entry.path, _unlike_a_file(entry, leads_out=leads_out)


def _unlike_a_file(entry: os.DirEntry[str], *, leads_out: bool) -> Message | None:
    if leads_out:
        return say("this link leads out of the root")
    return say("this is a folder named like a file") if entry.is_dir() else None


def _leads_out(root: Path, entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry is a link to somewhere outside the root."""
    return entry.is_symlink() and not Path(os.path.realpath(entry.path)).is_relative_to(root)


def _source(listed: _Listed) -> Source:
    """Read one file: a regular one, and not more of it than may be parsed."""
    name, path, why = listed
    if why is not None:
        return _refused(name, why)
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


def _is_root(folder: Path) -> bool:
    return (folder / SETTINGS).is_file() or (folder / FOLDER).is_dir()


def _content(descriptor: int) -> bytes:
    """Read a file to its end, which a part shorter than asked for tells, or to the limit."""
    content = part = os.read(descriptor, _CHUNK)
    while len(part) == _CHUNK and len(content) <= LARGEST_FILE:
        part = os.read(descriptor, _CHUNK)
        content += part
    return content[: LARGEST_FILE + 1]


_CHUNK = 1 << 17


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
        case _:
            return say("{reason}", reason=error.strerror or str(error))
