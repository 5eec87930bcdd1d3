"""Files by their names below a root, with their bytes: what everything is read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stcli.documents import reader
from stcli.settings import PATH as SETTINGS

if TYPE_CHECKING:
    from stcli.diagnostics import Problem
    from stcli.documents.document import Document

__all__ = ["AGENCIES", "CALENDAR", "FOLDER", "SETTINGS", "Source", "read"]

FOLDER = "directives"
AGENCIES = f"{FOLDER}/agencies.yaml"
CALENDAR = f"{FOLDER}/calendar.yaml"


@dataclass(frozen=True, slots=True)
class Source:
    """A file by its path below the root, with its bytes, or why it could not be read."""

    path: str
    content: bytes = b""
    unreadable: Problem | None = None


def read(source: Source) -> Document:
    """Give the document of a source."""
    if source.unreadable is not None:
        return reader.unreadable(source.path, source.unreadable)
    return reader.read(source.path, source.content)
