"""Texts written as YAML: in the quotes they had, in none where none are needed, or in blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stcli.diagnostics import Edit, Fix
from stcli.documents.data import value_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stcli.diagnostics import Rewriting
    from stcli.documents.data import Route
    from stcli.documents.document import Document

_PLAIN = re.compile(r"(?:[^\W_]|[(“‘«…–—§])[^\t\n]*")
_BREAKS_OFF = re.compile(r":(?:[ ]|\Z)|[ ]#|[ ]\Z|[^\S ]\Z")
_MEANT_IN_BRACKETS = re.compile(r"[,\[\]{}?]|:(?![\w/])")
_AS_PEOPLE_WRITE = re.compile(r"0|[1-9][0-9]*|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OF_A_TYPE = re.compile(
    r"y|n|yes|no|on|off|true|false|null|none"
    r"|0x[0-9a-f_]+|0o?[0-7_]+|0b[01_]+"
    r"|[0-9][0-9_]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?"
    r"|[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:t|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}.*)?",
    re.IGNORECASE,
)
"""What other readers of YAML take for a number, a day, a truth value or nothing."""


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
    value = value_at(document.data, route[:-1] if key else route)
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


def written(value: str, quote: str = "", *, in_brackets: bool = True) -> str:
    """Give a value as YAML on one line, in the quotes it had, else in some only where needed.

    Numbers and days stay as people write them. Any other text that readers of YAML with types
    would take for something else is quoted, so that it is a text to everybody.
    """
    if quote == "'" and "\n" not in value:
        return "'" + value.replace("'", "''") + "'"
    if quote != '"' and _means_itself(value, in_brackets=in_brackets):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\t", "\\t") + '"'


def _means_itself(value: str, *, in_brackets: bool) -> bool:
    """Tell whether a text is read as itself without quotes."""
    if not _PLAIN.fullmatch(value) or _BREAKS_OFF.search(value):
        return False
    if in_brackets and _MEANT_IN_BRACKETS.search(value):
        return False
    return bool(_AS_PEOPLE_WRITE.fullmatch(value)) or not _OF_A_TYPE.fullmatch(value)


def in_block(value: str) -> tuple[str, list[str]] | None:
    """Give a text of several lines as the header and the lines of a literal block.

    None where a block cannot hold it in a way that is seen: blanks at its start or alone on a
    line, or line ends at its end.
    """
    lines = value.removesuffix("\n").split("\n")
    if "\n" not in value or not lines[-1] or value[0].isspace():
        return None
    if any(line and line.isspace() for line in lines):
        return None
    return "|" if value.endswith("\n") else "|-", lines


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Give a text after edits, which are in order and do not overlap."""
    parts: list[str] = []
    taken = 0
    for edit in edits:
        parts += (text[taken : edit.start], edit.text)
        taken = edit.end
    return "".join((*parts, text[taken:]))
