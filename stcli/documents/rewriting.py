"""Values and keys written anew in place: the edit of a text that changes one of them alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stcli.diagnostics import Edit, Fix

if TYPE_CHECKING:
    from stcli.diagnostics import Rewriting
    from stcli.documents.data import Data, Route
    from stcli.documents.document import Document

_PLAIN = re.compile(r"[^\W_][\w./@+-]*(?: [\w./@+-]+)*(?: \d\d:\d\d)?")
"""Texts that mean themselves without quotes, inside of brackets too."""


def concrete(
    document: Document,
    route: Route,
    span: tuple[int, int],
    wanted: Rewriting | None,
    *,
    key: bool = False,
) -> Fix | None:
    """Give the fix that writes the value of a route, or its key, anew; None where none is certain.

    `span` is where it stands. A key is not written where its mapping has the new one already, and
    nothing where a key stands twice: the data has only one of the two.
    """
    if wanted is None or any(one.rule == "duplicate-key" for one in document.problems):
        return None
    value = _value(document.data, route[:-1] if key else route)
    fits = isinstance(value, dict) and wanted.text not in value if key else isinstance(value, str)
    edit = rewritten(document.text, *span, wanted.text) if fits else None
    return Fix(wanted.title, (edit,), wanted.safe) if edit else None


def rewritten(text: str, start: int, end: int, value: str) -> Edit | None:
    """Give the edit that puts another value in place of one on a single line, quoted as it was.

    None for values over several lines, whose indentation and line ends belong to them.
    """
    raw = text[start:end]
    if not raw or "\n" in raw or raw[0] in "|>":
        return None
    return Edit(start, end, written(value, raw[0]))


def written(value: str, quote: str = "") -> str:
    """Give a value as YAML, in the quotes it had, else in some only where it needs them."""
    if quote == "'":
        return "'" + value.replace("'", "''") + "'"
    if quote != '"' and _PLAIN.fullmatch(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _value(data: Data, route: Route) -> Data:
    """Give the value of a route, or of the deepest part of it that exists."""
    for step in route:
        match data:
            case dict() if step in data:
                data = data[str(step)]
            case list() if isinstance(step, int) and step < len(data):
                data = data[step]
            case _:
                break
    return data
