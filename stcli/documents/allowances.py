"""`# stcli: allow RULE` in a file: what somebody looked at and decided to let be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stcli.documents.document import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.documents.document import Document


@dataclass(frozen=True, slots=True)
class Allowance:
    """One rule allowed on one line; offsets are those of the rule's name in the comment."""

    rule: str
    line: int
    start: int
    end: int


_COMMENT = re.compile(r"(?:^|[ \t])#[ \t]*stcli:[ \t]*allow[ \t]+([^\r\n#]+)", re.MULTILINE)
_NAME = re.compile(r"[^\s,]+")


def allowances(document: Document) -> tuple[Allowance, ...]:
    """Give the allowances of a document.

    A comment after a value holds for its line; one that stands alone holds for the next line
    that is neither blank nor a comment.
    """
    if "stcli:" not in document.text:
        return ()
    texts = _texts(document)
    found: list[Allowance] = []
    for comment in _COMMENT.finditer(document.text):
        if any(start < comment.end(1) and comment.start() < end for start, end in texts):
            continue
        line = _line_meant(document, comment.start())
        found += (
            Allowance(name.group(), line, name.start(), name.end())
            for name in _NAME.finditer(document.text, comment.start(1), comment.end(1))
        )
    return tuple(found)


def _texts(document: Document) -> tuple[tuple[int, int], ...]:
    """Give the stretches that are values, where a # starts no comment."""
    marks = document.marks
    return tuple(
        (marks[2 * node], marks[2 * node + 1])
        for node, _, value in walk(document.data)
        if isinstance(value, str)
    )


def _line_meant(document: Document, start: int) -> int:
    text = document.text
    line_start = text.rfind("\n", 0, start) + 1
    line = document.line(start)
    if text[line_start:start].strip():
        return line
    for offset, content in enumerate(_following_lines(text, start)):
        if content.strip() and not content.lstrip().startswith("#"):
            return line + offset + 1
    return line


def _following_lines(text: str, start: int) -> Iterator[str]:
    end = text.find("\n", start + 1)
    while end >= 0:
        line_start, end = end + 1, text.find("\n", end + 1)
        yield text[line_start : end if end >= 0 else len(text)]
