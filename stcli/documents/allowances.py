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
    """One rule allowed on one line; offsets are those of the rule's name in the comment.

    `comment` is what goes when the rule goes: its part of the comment, or the whole comment.
    """

    rule: str
    line: int
    start: int
    end: int
    comment: tuple[int, int]


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
            names = [*_NAME.finditer(document.text, comment.start(1), comment.end(1))]
            whole = _whole(document.text, comment.start())
            found += (
                Allowance(
                    name.group(),
                    line,
                    name.start(),
                    name.end(),
                    whole if len(names) == 1 else _part(names, number),
                )
                for number, name in enumerate(names)
            )
    return tuple(found)


_CONTENT = re.compile(r"^[ \t]*[^\s#]", re.MULTILINE)


def _whole(text: str, start: int) -> tuple[int, int]:
    """Give where a comment stands, with the spaces before it; its line too if it stands alone."""
    line_start = text.rfind("\n", 0, start + 1) + 1
    line_end = text.find("\n", start + 1)
    before = text[line_start:start].rstrip(" \t")
    if not before.strip():
        return line_start, len(text) if line_end < 0 else line_end + 1
    line_end = len(text) if line_end < 0 else line_end
    return line_start + len(before), line_end - (text[line_end - 1] == "\r")


def _part(names: list[re.Match[str]], number: int) -> tuple[int, int]:
    """Give where one of several names stands, with what parts it from the next or the last."""
    if number + 1 < len(names):
        return names[number].start(), names[number + 1].start()
    return names[number - 1].end(), names[number].end()


def _line_meant(document: Document, start: int, contents: list[int]) -> int:
    """Give the line of a comment, or of the content that follows one that stands alone."""
    line_start = document.text.rfind("\n", 0, start) + 1
    if document.text[line_start:start].strip():
        return document.line(start)
    following = bisect_left(contents, start)
    return document.line(contents[following] if following < len(contents) else start)
