"""Where each value of a document starts and ends, and how it is laid out, from its marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.documents.data import Data
    from stcli.documents.document import Document

_FIRST: Final = re.compile(r" *(?:-[ \t]+)?")
_LATER: Final = re.compile(r" *")
_COLON: Final = re.compile(r"[ \t]*:")
_KEEPS_BREAKS: Final = re.compile(r"[|>]\d?\+")
_CLOSING: Final = re.compile(r"(?:[\s,:]|(?<=[\s,\[{])#[^\n]*+)*+([\]}])")


@dataclass(frozen=True, slots=True)
class Spanned:
    """A value with the offsets of its key and of itself; its end leaves comments below it out."""

    step: str | int
    data: Data
    key: tuple[int, int] | None
    start: int
    end: int
    children: tuple[Spanned, ...]

    @property
    def first(self) -> int:
        """Where it starts with its key, if it has one."""
        return self.start if self.key is None else self.key[0]


def spanned(document: Document) -> Spanned:
    """Give the data of a document that was read with the offsets of all that is in it."""
    marks = iter(zip(document.marks[::2], document.marks[1::2], strict=True))
    return _node(document.text, marks, document.data, "", None)


def _node(
    text: str,
    marks: Iterator[tuple[int, int]],
    data: Data,
    step: str | int,
    key: tuple[int, int] | None,
) -> Spanned:
    start, end = next(marks)
    match data:
        case dict():
            children = tuple(
                _node(text, marks, value, name, next(marks)) for name, value in data.items()
            )
        case list():
            children = tuple(
                _node(text, marks, value, place, None) for place, value in enumerate(data)
            )
        case _:
            return Spanned(step, data, key, start, _end_of_scalar(text, start, end), ())
    last = children[-1].end if children else start + 1
    return Spanned(step, data, key, start, _end_of_list(text, start, last), children)


def _end_of_scalar(text: str, start: int, end: int) -> int:
    """Give where a scalar ends; blank lines after a block of text are of it only where kept."""
    if text[start : start + 1] not in {"|", ">"} or _KEEPS_BREAKS.match(text, start):
        return end
    content = text[start:end].rstrip(" \t\r\n")
    line_end = text.find("\n", start + len(content), end)
    return end if line_end < 0 else line_end + 1


def _end_of_list(text: str, start: int, last: int) -> int:
    """Give where a list or mapping ends: with its bracket, or with the last thing in it."""
    found = _CLOSING.match(text, last) if text[start] in "[{" else None
    return found.end() if found else last


def is_in_lines(text: str, node: Spanned) -> bool:
    """Tell whether each key or entry has lines of its own, but for the first after one dash."""
    if not node.children or text[node.start] in "[{":
        return False
    if isinstance(node.data, list):
        return _LATER.fullmatch(text, line_start(text, node.start), node.start) is not None
    starts = [child.key for child in node.children if child.key is not None]
    return all(
        (_LATER if place else _FIRST).fullmatch(text, line_start(text, start), start)
        and _COLON.match(text, end)
        for place, (start, end) in enumerate(starts)
    )


def is_in_brackets(text: str, node: Spanned) -> bool:
    """Tell whether each item is a value, or a key with a colon; YAML knows others in brackets."""
    return all(
        _COLON.match(text, child.key[1])
        if child.key is not None
        else not isinstance(child.data, dict) or text[child.start] == "{"
        for child in node.children
    )


def line_start(text: str, offset: int) -> int:
    """Give where the line of an offset starts."""
    return text.rfind("\n", 0, offset) + 1
