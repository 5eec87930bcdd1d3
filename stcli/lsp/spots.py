"""What an offset points at: the key or value there, and what it stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from stcli.documents.data import walk
from stcli.lsp.cursor import read_cursor
from stcli.lsp.meanings import Meaning, keys_of, meaning
from stcli.sources import SETTINGS

if TYPE_CHECKING:
    from stcli.documents.data import Route
    from stcli.documents.document import Document

_TO_END: Final = re.compile(r"[^\r\n#,\]}]*")
_ALLOWANCE: Final = re.compile(r"#[ \t]*stcli:[ \t]*allow[ \t]+[^\r\n#]*")
_NAME: Final = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Spot:
    """A value by the keys that lead to it, where it stands, and what it stands for.

    `at` is how far into its text the cursor is. `route` leads to it where the file is YAML; in one
    that is not, there is none.
    """

    keys: tuple[str, ...]
    text: str
    start: int
    end: int
    meaning: Meaning | None
    at: int
    route: Route | None = None

    @property
    def before_hash(self) -> bool:
        """Whether the cursor is in the number of a reference to a task, and not in its id."""
        return self.at <= self.text.find("#")


def spot(document: Document, offset: int) -> Spot | None:
    """Give the value or key at an offset; a rule where the name of one stands there."""
    rule = _rule(document, offset)
    if rule is not None:
        return rule
    if document.data is None:
        return _guessed(document, offset)
    for node, route, value in walk(document.data):
        key = route[-1] if route else 0
        if isinstance(key, str):  # a key stands right before its value
            start, end = document.marks[2 * node - 2 : 2 * node]
            if start <= offset <= end:
                return Spot(keys_of(route), key, start, end, Meaning.KEY, 0, route)
        if not isinstance(value, str):
            continue
        start, end = document.marks[2 * node : 2 * node + 2]
        if start <= offset <= end:
            keys = keys_of(route)
            quoted = document.text[start : start + 1] in {"'", '"'}
            at = max(0, offset - start - quoted)
            return Spot(keys, value, start, end, meaning(document.path, keys), at, route)
        if start > offset:
            break
    return None


def _guessed(document: Document, offset: int) -> Spot | None:
    """Give the value at an offset of a file that is not YAML, as its lines let guess."""
    rest = _TO_END.match(document.text, offset)
    end = offset + len(rest[0].rstrip()) if rest else offset
    cursor = read_cursor(document.text, end)
    if cursor is None or not cursor.typed or offset < cursor.start:
        return None
    text = cursor.typed.strip("\"'")
    found = meaning(document.path, cursor.path)
    at = max(0, offset - cursor.start - (text != cursor.typed))
    return Spot(cursor.path, text, cursor.start, end, found, at)


def _rule(document: Document, offset: int) -> Spot | None:
    """Give the rule that a comment allows, or that the settings weigh."""
    text = document.text
    start = text.rfind("\n", 0, offset) + 1
    line = text[start : _line_end(text, start)]
    for comment in _ALLOWANCE.finditer(line):
        allowed = comment[0].index("allow") + len("allow")
        for name in _NAME.finditer(line, comment.start() + allowed, comment.end()):
            if name.start() <= offset - start <= name.end():
                place = start + name.start(), start + name.end()
                return Spot((), name[0], *place, Meaning.RULE, offset - place[0])
    if document.path == SETTINGS and document.data is not None:
        return _weighed(document, offset)
    return None


def _weighed(document: Document, offset: int) -> Spot | None:
    severities = (document.data or {}).get("severity")
    for name in severities if isinstance(severities, dict) else ():
        place = document.place(("severity", name), key=True)
        if place.start <= offset <= place.end:
            return Spot(("severity",), name, place.start, place.end, Meaning.RULE, 0)
    return None


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end
