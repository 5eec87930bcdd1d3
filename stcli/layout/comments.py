"""The comments of a text: between its values, and on lines of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from stcli.documents.data import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.documents.document import Document

_BLOCK_HEADER: Final = re.compile(r"[|>][-+0-9]*[ \t]+#([^\n]*)")
_COMMENT: Final = re.compile(r"#([^\n]*)")


def comments(document: Document) -> Iterator[tuple[int, str]]:
    """Give every comment of a document that was read, with where it starts, in no given order."""
    text, marks = document.text, document.marks
    spans = [(marks[2 * node], marks[2 * node + 1]) for node in _scalars(document)]
    last = 0
    for start, end in [*sorted(spans), (len(text), len(text))]:
        for found in _COMMENT.finditer(text, last, start):
            yield found.start(), found[1].strip()
        header = _BLOCK_HEADER.match(text, start, end)
        if header:
            yield header.start(1) - 1, header[1].strip()
        last = max(last, end)


def _scalars(document: Document) -> Iterator[int]:
    """Give the numbers of all nodes that are texts; a key is a node right before its value."""
    for node, route, value in walk(document.data):
        if route and isinstance(route[-1], str):
            yield node - 1
        if isinstance(value, str):
            yield node


def own_lines(text: str) -> Iterator[str | None]:
    """Give what stands on whole lines between blocks, without indentation; None for blank ones."""
    for line in text.splitlines():
        yield line.strip() or None


def trailing(rest: str) -> str:
    """Give the comment that ends a line, with the blanks before it; empty where there is none."""
    comment = rest.rstrip()
    return f"  {comment}" if comment.startswith("#") else comment
