"""How a file is written: its indentations, and what in it stands in brackets."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stcli.documents.data import walk
from stcli.editing import lines

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from stcli.documents.data import Data, Route
    from stcli.documents.document import Document

    _Seen: TypeAlias = defaultdict[str, Counter[int]]


@dataclass(frozen=True, slots=True)
class Habits:
    """What is usual in a file; the defaults are those of the documents of this project.

    All but the last are columns: from a key to the keys, the dashes or the block of text below it,
    and from a dash to what it holds, on its line or on the next. `bracketed` says of the keys
    that hold lists or mappings, and of the entries of such lists (`key[]`), how these are written.
    """

    keys: int = 2
    dashes: int = 2
    texts: int = 2
    behind_dash: int = 2
    on_dash_line: bool = True
    bracketed: Mapping[str, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> Habits:
        """Give what is most common in a document, and the defaults where it has no case."""
        seen: _Seen = defaultdict(Counter)
        bracketed: _Seen = defaultdict(Counter)
        for node, route, value in walk(document.data):
            if route and value is not None and value != []:
                _note(document, (node, route, value), seen, bracketed)
        usual = {name: counted.most_common(1)[0][0] for name, counted in seen.items()}
        return cls(
            keys=usual.get("keys", cls().keys),
            dashes=usual.get("dashes", cls().dashes),
            texts=usual.get("texts", usual.get("keys", cls().texts)),
            behind_dash=usual.get("behind_dash", cls().behind_dash),
            on_dash_line=bool(usual.get("on_dash_line", cls().on_dash_line)),
            bracketed={name: bool(one.most_common(1)[0][0]) for name, one in bracketed.items()},
        )


def place_name(route: Route) -> str:
    """Give the name under which the habits know what is at a route: its key, or `key[]`."""
    last = route[-1]
    return last if isinstance(last, str) else f"{route[-2]}[]" if len(route) > 1 else "[]"


def _note(document: Document, at: tuple[int, Route, Data], seen: _Seen, bracketed: _Seen) -> None:
    text, marks = document.text, document.marks
    node, route, value = at
    start = marks[2 * node]
    sign = text[start]
    key = marks[2 * node - 2] if isinstance(route[-1], str) else None
    if isinstance(value, str):
        if sign in "|>" and key is not None:
            body = lines.next_line(text, start)
            while body < len(text) and lines.is_blank(text, body):
                body = lines.next_line(text, body)
            seen["texts"][lines.indentation(text, body) - lines.column(text, key)] += 1
        return
    bracketed[place_name(route)][sign in "[{"] += 1
    if sign in "[{":
        return
    if key is not None:
        kind = "dashes" if isinstance(value, list) else "keys"
        seen[kind][lines.column(text, start) - lines.column(text, key)] += 1
    if isinstance(value, list) and value[0] is not None:
        entry = marks[2 * node + 2]
        seen["on_dash_line"]["\n" not in text[start:entry]] += 1
        seen["behind_dash"][lines.column(text, entry) - lines.column(text, start)] += 1
