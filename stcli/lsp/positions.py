"""Positions as editors count them, and the text of an open file with the changes typed into it.

Everywhere else a place is an offset into the text of a document, in characters and without a
byte-order mark. Here lines end at LF, CRLF and a lone CR, as the protocol wants it.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final, NamedTuple

_BREAK: Final = re.compile(r"\r\n?|\n")
_WIDE: Final = re.compile("[\U00010000-\U0010ffff]")
_MARK: Final = "\ufeff"


class Encoding(StrEnum):
    """What a character of a position is: a byte, a unit of UTF-16, or a code point."""

    UTF_8 = "utf-8"
    UTF_16 = "utf-16"
    UTF_32 = "utf-32"


class Position(NamedTuple):
    """A line and a character in it, both counted from 0."""

    line: int
    character: int


class Stretch(NamedTuple):
    """From a position up to another."""

    start: Position
    end: Position


@dataclass(frozen=True)
class Text:
    """The text of a file as an editor has it, with a byte-order mark if it has one."""

    content: str
    encoding: Encoding = Encoding.UTF_16

    def offset(self, position: Position) -> int:
        """Give the offset of a position; one outside of the text is moved to what is nearest."""
        return max(0, self._offset(position) - self._mark)

    def position(self, offset: int) -> Position:
        """Give the position of an offset; one outside of the text is moved into it."""
        at = max(0, min(offset + self._mark, len(self.content)))
        line = bisect_right(self._starts, at) - 1
        before = self.content[self._starts[line] : at]
        return Position(line, _units(before, self.encoding))

    def stretch(self, start: int, end: int) -> Stretch:
        """Give the positions of two offsets."""
        return Stretch(self.position(start), self.position(max(start, end)))

    def changed(self, stretch: Stretch, text: str) -> Text:
        """Give the text with another one in place of a stretch."""
        start, end = sorted((self._offset(stretch.start), self._offset(stretch.end)))
        return Text(self.content[:start] + text + self.content[end:], self.encoding)

    @property
    def plain(self) -> str:
        """The text into which offsets point."""
        return self.content[self._mark :]

    @property
    def encoded(self) -> bytes:
        """The bytes of the file that would be written; half a character stays what it is."""
        return self.content.encode("utf-8", "surrogatepass")

    @property
    def _mark(self) -> int:
        return self.content.startswith(_MARK)

    @cached_property
    def _starts(self) -> array[int]:
        return array("I", (0, *(found.end() for found in _BREAK.finditer(self.content))))

    def _offset(self, position: Position) -> int:
        if position.line < 0:
            return 0
        if position.line >= len(self._starts):
            return len(self.content)
        start = self._starts[position.line]
        following = self._starts[position.line + 1 : position.line + 2]
        line = self.content[start : following[0] if following else len(self.content)]
        return start + _characters(line.rstrip("\r\n"), position.character, self.encoding)


def _units(text: str, encoding: Encoding) -> int:
    """Give how many units of an encoding a text takes."""
    match encoding:
        case Encoding.UTF_32:
            return len(text)
        case Encoding.UTF_16:
            return len(text) + len(_WIDE.findall(text))
        case Encoding.UTF_8:
            return len(text.encode("utf-8", "surrogatepass"))


def _characters(line: str, units: int, encoding: Encoding) -> int:
    """Give how many characters of a line so many units of an encoding are, at most all."""
    if encoding is Encoding.UTF_32 or line.isascii():
        return max(0, min(units, len(line)))
    if encoding is Encoding.UTF_16 and not _WIDE.search(line):
        return max(0, min(units, len(line)))
    taken = 0
    for place, character in enumerate(line):
        taken += _units(character, encoding)
        if taken > units:
            return place
    return len(line)
