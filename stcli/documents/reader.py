"""Texts read strictly: typeless data, what is wrong with them, and the place of every value.

Most files are in the plain layout, and are read without libyaml; where one is not, or where
somebody asks for a place, `events` reads it.
"""

from __future__ import annotations

from array import array
from itertools import islice
from typing import TYPE_CHECKING

from stcli.documents import characters
from stcli.documents.document import Document
from stcli.documents.doubts import doubts
from stcli.documents.plain import plainly

if TYPE_CHECKING:
    from stcli.diagnostics import Problem


def read(path: str, content: bytes) -> Document:
    """Give the document of a file's bytes; what is wrong with it is in `problems`."""
    if len(content) > characters.LARGEST_FILE:
        return _refused(path, "", (characters.too_large(),))
    text, problems = characters.decode(content)
    problems += characters.conflicts(text)
    if problems:
        return _refused(path, text, problems)
    return parse(path, text)


def parse(path: str, text: str) -> Document:
    """Give the document of a text that holds no forbidden character."""
    plain = plainly(text)
    if plain is not None:
        return Document(path, text, plain.data, None, first_line=plain.line, entries=plain.entries)
    from stcli.documents import events  # noqa: PLC0415 - libyaml is not needed for most files

    found: list[Problem] = []
    data, marks, entries = events.passed(text, found)
    found += islice(doubts(text, data, marks), events.MOST_REPORTED)
    stands = all(one.rule in _DATA_STANDS for one in found)
    usable = data if isinstance(data, dict) and stands else None
    line = text.count("\n", 0, marks[0]) + 1 if marks else 1
    return Document(path, text, usable, array("I", marks), tuple(found), line, tuple(entries))


def unreadable(path: str, problem: Problem) -> Document:
    """Give the document of a file that could not be opened."""
    return _refused(path, "", (problem,))


def _refused(path: str, text: str, problems: tuple[Problem, ...]) -> Document:
    return Document(path, text, None, array("I"), problems)


_DATA_STANDS = frozenset(
    {"text-after-hash", "duplicate-key", "hidden-character", "several-documents", "yaml-directive"}
)
"""Findings after which the rest of the data still means what it says, and is worth checking."""
