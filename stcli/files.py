"""Directives on disk: found below a root and read as sources, each file or why it was not read."""

from __future__ import annotations

import os
import stat
from array import array
from contextlib import suppress
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from stcli.errors import StcliError
from stcli.filenames import ENDINGS, FOLDER, SETTINGS
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from os import PathLike
    from typing import TypeAlias

    from stcli.messages import Message
    from stcli.sources import Reading, Source, Stock

    Folder: TypeAlias = str | PathLike[str]
    """A folder on disk; `pathlib` is not loaded for an answer from the index."""

    _Listed: TypeAlias = tuple[str, str, Message | None]
    """A file by its name below the root and its path, or why it is not to be opened."""


class Seen(NamedTuple):
    """What a look at the files below a root tells.

    `stamps` are four numbers for each of the regular files: its size, when it changed, which it
    is on its disk, and when that was noted. `others` are links, and what cannot be read.
    """

    paths: list[str]
    stamps: array[int]
    others: tuple[_Listed, ...]


class _Folder(NamedTuple):
    """A folder: how the names below it begin, its regular files, and what else is to be read."""

    start: str
    regular: list[os.DirEntry[str]]
    others: list[_Listed]


_LARGEST_MARK = (1 << 63) - 1
_BY_DESCRIPTOR = os.scandir in os.supports_fd
"""Whether a folder can be looked into without going all the way to it for each of its files."""
_FOLDER_FLAGS = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


def find_root(start: str) -> str:
    """Give the nearest folder upwards that holds `stcli.yaml` or `directives/`.

    Raises StcliError when there is none.
    """
    folder, above = start, os.path.dirname(start)
    while not _is_root(folder):
        if above == folder:
            raise _no_root(start)
        folder, above = above, os.path.dirname(above)
    return folder


def _no_root(start: str) -> StcliError:
    return StcliError(
        say(
            "neither `{folder}/` nor `{file}` is in {start} or above it",
            folder=FOLDER,
            file=SETTINGS,
            start=start,
        ),
        say("go to the folder that holds them, name it with --root, or make them: stcli init"),
    )


def check_root(folder: str) -> str:
    """Give a folder that was named as the root, or raise StcliError when it is none."""
    try:
        found = os.path.realpath(folder, strict=True)
    except (OSError, ValueError):
        raise StcliError(say("there is no folder {folder}", folder=folder)) from None
    if not _is_root(found):
        raise StcliError(
            say(
                "{folder} holds neither `{name}/` nor `{file}`",
                folder=folder,
                name=FOLDER,
                file=SETTINGS,
            ),
            say("name the folder that has `{name}/` in it", name=FOLDER),
        )
    return found


def sources(root: Folder) -> Iterator[Source]:
    """Give the settings and every YAML file below `directives/`, hidden ones left out.

    What cannot be entered or read is given too, with the reason.
    """
    return map(_source, _listed(root))


def source(root: Folder, name: str) -> Source:
    """Give one file by its name below the root, or why it could not be read."""
    path = os.path.join(root, name)
    if not _is_inside(root, path):
        return _refused(name, say("this link leads out of the root"))
    return _source((name, path, None))


def named(root: Folder, names: Iterable[str]) -> Iterator[Source]:
    """Give those files of some names below the root that there are."""
    for name in names:
        if os.path.lexists(os.path.join(root, name)):
            yield source(root, name)


def begin(root: Folder, processors: int) -> Reading[_Listed]:
    """Begin to read everything below a root."""
    from stcli.sources import Reading  # noqa: PLC0415 - not to look at files

    return Reading(stock(root), processors)


def stock(root: Folder) -> Stock[_Listed]:
    """Give everything below a root, to be read."""
    return _stock_of(_listed(root))


def begin_some(root: Folder, paths: Iterable[str], processors: int) -> Reading[_Listed]:
    """Begin to read regular files below a root that were just seen."""
    from stcli.sources import Reading  # noqa: PLC0415 - the same

    return Reading(_stock_of((one, f"{root}/{one}", None) for one in paths), processors)


def _stock_of(listed: Iterable[_Listed]) -> Stock[_Listed]:
    from stcli.sources import Stock  # noqa: PLC0415 - the same

    return Stock(tuple(listed), itemgetter(0), _source)


def regular(root: Folder, path: str) -> Source:
    """Give a regular file below a root that was just seen."""
    return _source((path, f"{root}/{path}", None))


def begin_others(listed: Iterable[_Listed]) -> Iterator[Source]:
    """Give what was seen to be no regular file: links are followed, the rest is not opened."""
    return map(_source, listed)


def seen(root: Folder) -> Seen:
    """Look at everything below a root that `sources` would read, and open nothing."""
    paths: list[str] = []
    marks: list[int] = []
    others: list[_Listed] = []
    for folder in _folders(root):
        others += folder.others
        for entry in folder.regular:
            try:
                found = entry.stat(follow_symlinks=False)
            except OSError:  # deleted just now
                others.append(_named(root, folder, entry))
                continue
            paths.append(folder.start + entry.name)
            marks += found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns
    for listed in _settings(root):
        with suppress(OSError):
            found = os.lstat(listed[1])
            if stat.S_ISREG(found.st_mode):
                paths.append(listed[0])
                marks += found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns
                break
        others.append(listed)
    try:
        stamps = array("q", marks)
    except OverflowError:  # times before 1677 or after 2262, inodes of some network disks
        stamps = array("q", (one & _LARGEST_MARK for one in marks))
    return Seen(paths, stamps, tuple(others))


def _listed(root: Folder) -> Iterator[_Listed]:
    """Give what is to be read, without opening it, and what cannot be."""
    yield from _settings(root)
    for folder in _folders(root):
        for entry in folder.regular:
            yield _named(root, folder, entry)
        yield from folder.others


def _named(root: Folder, folder: _Folder, entry: os.DirEntry[str]) -> _Listed:
    name = folder.start + entry.name
    return name, f"{root}/{name}", None


def _settings(root: Folder) -> Iterator[_Listed]:
    settings = os.path.join(root, SETTINGS)
    if os.path.lexists(settings):
        yield SETTINGS, settings, None


def _folders(root: Folder) -> Iterator[_Folder]:
    """Give each folder; its files can be asked for their marks until the next one is asked for."""
    waiting = [FOLDER]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        path = os.path.join(root, name)
        real = os.path.realpath(path)
        if real in seen or not os.path.lexists(path):
            continue
        seen.add(real)
        try:
            folder = os.open(path, _FOLDER_FLAGS) if _BY_DESCRIPTOR else -1
        except OSError as error:
            yield _Folder("", [], [(name, real, _why(error))])
            continue
        try:
            with os.scandir(folder if _BY_DESCRIPTOR else path) as entries:
                listed = [entry for entry in entries if not entry.name.startswith(".")]
            yield _sorted_out(root, name, listed, waiting)
        except OSError as error:
            yield _Folder("", [], [(name, real, _why(error))])
        finally:
            if _BY_DESCRIPTOR:
                os.close(folder)


def _sorted_out(
    root: Folder, name: str, listed: Iterable[os.DirEntry[str]], waiting: list[str]
) -> _Folder:
    """Tell files from what only looks like them, and let the folders in a folder wait."""
    regular: list[os.DirEntry[str]] = []
    others: list[_Listed] = []
    for entry in listed:
        fits = entry.name.endswith(ENDINGS) or entry.name.lower().endswith(ENDINGS)
        if entry.is_file(follow_symlinks=False):
            if fits:
                regular.append(entry)
            continue
        below = f"{name}/{entry.name}"
        path = os.path.join(root, below)
        leads_out = _leads_out(root, entry, path)
        if entry.is_dir() and not leads_out:
            waiting.append(below)
        if fits or (leads_out and entry.is_dir()):
            others.append((below, path, _unlike_a_file(entry, leads_out=leads_out)))
    return _Folder(f"{name}/", regular, others)


def _unlike_a_file(entry: os.DirEntry[str], *, leads_out: bool) -> Message | None:
    if leads_out:
        return say("this link leads out of the root")
    return say("this is a folder named like a file") if entry.is_dir() else None


def _leads_out(root: Folder, entry: os.DirEntry[str], path: str) -> bool:
    """Tell whether an entry is a link to somewhere outside the root."""
    return entry.is_symlink() and not _is_inside(root, path)


def _is_inside(root: Folder, path: str) -> bool:
    """Tell whether a path leads to somewhere inside the root, whatever links are on its way."""
    from pathlib import Path  # noqa: PLC0415 - only for links, and single files

    return Path(os.path.realpath(path)).is_relative_to(root)


def _source(listed: _Listed) -> Source:
    """Read one file: a regular one, and not more of it than may be parsed."""
    from stcli.sources import Source  # noqa: PLC0415 - the same

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


def _is_root(folder: str) -> bool:
    return os.path.isfile(f"{folder}/{SETTINGS}") or os.path.isdir(f"{folder}/{FOLDER}")


def _content(descriptor: int) -> bytes:
    """Read a file to its end, which a part shorter than asked for tells, or to the limit."""
    from stcli.documents.characters import LARGEST_FILE  # noqa: PLC0415 - not to look at files

    content = part = os.read(descriptor, _CHUNK)
    while len(part) == _CHUNK and len(content) <= LARGEST_FILE:
        part = os.read(descriptor, _CHUNK)
        content += part
    return content[: LARGEST_FILE + 1]


_CHUNK = 1 << 17


def _refused(name: str, why: Message) -> Source:
    from stcli.diagnostics import Problem  # noqa: PLC0415 - rarely needed
    from stcli.sources import Source  # noqa: PLC0415 - the same

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
