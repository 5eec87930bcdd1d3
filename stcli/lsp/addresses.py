"""Addresses of files as editors write them, and the places in trees that they stand for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from stcli import files
from stcli.errors import StcliError
from stcli.sources import ENDINGS, FOLDER, SETTINGS

_DRIVE: Final = re.compile(r"/[A-Za-z]:")


def path_of(uri: str) -> Path | None:
    """Give the path that the address of a file names; None for what is no file on disk."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    path = unquote(parts.path, errors="surrogateescape")
    if parts.scheme != "file" or "\0" in path or not path.startswith("/"):
        return None
    return Path(path[1:] if _DRIVE.match(path) else path)


def last_name(uri: str) -> str:
    """Give the last name in an address, of whatever kind it is."""
    return unquote(uri.rpartition("/")[2])


def root_above(folder: Path) -> Path | None:
    """Give the root that a folder is in, if it is in one."""
    try:
        return Path(files.find_root(str(folder)))
    except (StcliError, OSError, ValueError):
        return None


def name_below(path: Path, root: Path) -> str | None:
    """Give the name of a file below a root, which may have been named by a link."""
    try:
        real = path if path.is_relative_to(root) else path.parent.resolve() / path.name
    except (OSError, RuntimeError):
        return None
    return real.relative_to(root).as_posix() if real.is_relative_to(root) else None


def is_read(name: str) -> bool:
    """Tell whether the program reads a file below a root by its name."""
    if name == SETTINGS:
        return True
    first, *rest = name.split("/")
    hidden = any(one.startswith(".") for one in rest)
    return first == FOLDER and bool(rest) and not hidden and name.lower().endswith(ENDINGS)
