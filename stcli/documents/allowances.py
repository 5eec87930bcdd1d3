"""`# stcli: allow RULE` in a file: what somebody looked at and decided to let be."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stcli.documents.document import texts, within

if TYPE_CHECKING:
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
    values = texts(document.data, document.marks)
    contents = [found.end() - 1 for found in _CONTENT.finditer(document.text)]
    found: list[Allowance] = []
    for comment in _COMMENT.finditer(document.text):
        if not within(values, comment.start(1)):
            line = _line_meant(document, comment.start(), contents)
            found += (
                Allowance(name.group(), line, name.start(), name.end())
                for name in _NAME.finditer(document.text, comment.start(1), comment.end(1))
            )
    return tuple(found)


_CONTENT = re.compile(r"^[ \t]*[^\s#]", re.MULTILINE)


def _line_meant(document: Document, start: int, contents: list[int]) -> int:
    """Give the line of a comment, or of the content that follows one that stands alone."""
    line_start = document.text.rfind("\n", 0, start) + 1
    if document.text[line_start:start].strip():
        return document.line(start)
    following = bisect_left(contents, start)
    return document.line(contents[following] if following < len(contents) else start)
