"""Where the parts of a document stand: keys, values and entries, with all that is their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from stcli.documents.data import size
from stcli.editing import lines
from stcli.editing.habits import Habits
from stcli.editing.unsafe import Risk
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.documents.data import Data, Route
    from stcli.documents.document import Document

_HEADER = re.compile(r"[|>](?P<signs>[-+0-9]*)")


@dataclass(frozen=True, slots=True)
class Part:
    """A key with its value, or an entry of a list.

    `begin` is where the key or the dash stands; `opening` is behind the colon or the dash, where
    the value may begin; `start` and `end` are those of the value, without a comment behind it.
    Within brackets an entry begins with its value, and a key without a colon has no opening.
    """

    route: Route
    value: Data
    node: int
    begin: int
    opening: int
    start: int
    end: int

    @property
    def name(self) -> str:
        """The key of the part."""
        return str(self.route[-1])


@dataclass(frozen=True)
class Layout:
    """A document with the places of its parts, found where they are asked for."""

    document: Document
    _known: dict[int, list[Part]] = field(default_factory=dict)

    @cached_property
    def text(self) -> str:
        """The text of the document."""
        return self.document.text

    @cached_property
    def habits(self) -> Habits:
        """How the document is written."""
        return Habits.of(self.document)

    @cached_property
    def root(self) -> Part:
        """The whole of the document, as a part that nothing holds."""
        data = self.document.data
        if data is None:
            end = len(self.text)
            return Part((), {}, 0, end, end, end, end)
        start = self.document.marks[0]
        return Part((), data, 0, start, start, start, self._end(0, data))

    def part(self, route: Route) -> Part:
        """Give the part at a route, which exists."""
        part = self.root
        for step in route:
            part = next(one for one in self.parts(part) if one.route[-1] == step)
        return part

    def parts(self, holder: Part) -> list[Part]:
        """Give the parts of a list or mapping, in the order of the text."""
        known = self._known.get(holder.node)
        if known is None:
            match holder.value:
                case dict() as mapping:
                    known = [*self._keys(holder, mapping)]
                case list() as entries:
                    known = [*self._entries(holder, entries)]
                case _:
                    known = []
            self._known[holder.node] = known
        return known

    def in_brackets(self, part: Part) -> bool:
        """Tell whether the value of a part is a list or mapping in brackets."""
        return isinstance(part.value, dict | list) and self.text[part.start : part.start + 1] in {
            "[",
            "{",
        }

    def extent(self, part: Part, column: int) -> int:
        """Give where the lines of a part end, of which the keys or dashes are at a column.

        Comments below it that are set deeper are its own; blank lines are where such follow.
        """
        extent = lines.next_line(self.text, part.end)
        while True:
            at = lines.after_blanks(self.text, extent)
            comment = lines.comment_column(self.text, at)
            if comment is None or comment <= column:
                return extent
            extent = lines.next_line(self.text, at)

    def comment_below(self, at: int) -> int:
        """Give the column of the comment that is the next below the line of an offset; or -1."""
        at = lines.after_blanks(self.text, lines.next_line(self.text, at))
        comment = lines.comment_column(self.text, at)
        return -1 if comment is None else comment

    def keeps_blanks(self, part: Part, at: int) -> bool:
        """Tell whether blank lines at an offset are taken up by a block that ends a part."""
        last = part.node + size(part.value) - 1
        header = _HEADER.match(self.text, self.document.marks[2 * last])
        keeps = header is not None and "+" in header["signs"]
        return keeps and not self.text[part.end : at].strip()

    def own_line(self, part: Part) -> bool:
        """Tell whether nothing but spaces stands before a part on its line."""
        return not self.text[lines.line_start(self.text, part.begin) : part.begin].strip(" ")

    def comment_in(self, part: Part, start: int) -> int | None:
        """Give where the first comment within a value stands, from an offset on; None without."""
        at = start
        for begin, end in (*self._texts(part.node, size(part.value)), (part.end, part.end)):
            found = self.text.find("#", at, begin)
            header = _HEADER.match(self.text, begin, end)
            if found < 0 and header is not None:
                stop = lines.line_stop(self.text, begin)
                found = self.text.find("#", header.end(), stop)
            if found >= 0:
                return found
            at = max(at, end)
        return None

    def _texts(self, node: int, nodes: int) -> Iterator[tuple[int, int]]:
        """Give where texts and keys stand, from a node on."""
        marks = self.document.marks
        for one in range(node, node + nodes):
            if marks[2 * one + 1] > marks[2 * one]:
                yield marks[2 * one], marks[2 * one + 1]

    def _keys(self, holder: Part, mapping: dict[str, Data]) -> Iterator[Part]:
        marks, node = self.document.marks, holder.node + 1
        for name, value in mapping.items():
            begin, key_end = marks[2 * node], marks[2 * node + 1]
            start = marks[2 * node + 2]
            colon = lines.skip(self.text, key_end)
            opening = colon + 1 if self.text[colon : colon + 1] == ":" else key_end
            if opening > start:
                opening = key_end
            if value is None and self.in_brackets(holder):
                start = opening  # the mark is that of what follows, maybe lines below
            end = start if value is None else self._end(node + 1, value)
            yield Part((*holder.route, name), value, node + 1, begin, opening, start, end)
            node += 1 + size(value)

    def _entries(self, holder: Part, entries: list[Data]) -> Iterator[Part]:
        marks, node, bracketed = self.document.marks, holder.node + 1, self.in_brackets(holder)
        at = holder.start
        for position, value in enumerate(entries):
            start = marks[2 * node]
            begin = start if bracketed else lines.skip(self.text, at)
            opening = begin + (not bracketed)
            end = self._end(node, value)
            yield Part((*holder.route, position), value, node, begin, opening, start, end)
            node += size(value)
            at = end

    def _end(self, node: int, value: Data) -> int:
        marks = self.document.marks
        start = marks[2 * node]
        match value:
            case None:
                return start
            case str():
                return self._end_of_text(start, marks[2 * node + 1])
            case _ if self.text[start] in "[{":
                return self._closing(node, start, size(value))
            case dict() if value:
                last = next(reversed(value.values()))
            case list() if value:
                last = value[-1]
            case _:
                return start
        return self._end(node + size(value) - size(last), last)

    def _closing(self, node: int, start: int, nodes: int) -> int:
        """Give the offset behind the bracket that closes the one at an offset."""
        at, open_brackets = start, 0
        texts = self._texts(node + 1, nodes - 1)
        following = next(texts, None)
        while True:
            at = lines.skip(self.text, at, ",:?")
            if following is not None and at == following[0]:
                at, following = following[1], next(texts, None)
                continue
            open_brackets += 1 if self.text[at] in "[{" else -1
            at += 1
            if not open_brackets:
                return at

    def _end_of_text(self, start: int, end: int) -> int:
        """Give where a text ends; a block without blank lines below that it does not hold."""
        text = self.text
        header = _HEADER.match(text, start)
        if header is None:
            return end
        if "+" in header["signs"]:
            last = end - text.endswith("\n", start, end)
            return last - text.endswith("\r", start, last)
        last = start + len(text[start:end].rstrip(lines.BLANKS))
        below = lines.next_line(text, last)
        if " " in text[below:end]:
            # Blanks beyond the indentation are a part of the text.
            held = _least_indentation(text, lines.next_line(text, start), last)
            wide = (at for at in _lines(text, below, end) if lines.line_stop(text, at) - at > held)
            last = max(wide, default=last)
        return lines.line_stop(text, last)


def _least_indentation(text: str, start: int, end: int) -> int:
    """Give the least number of spaces that lines with content start with."""
    found = (
        lines.indentation(text, at)
        for at in _lines(text, start, end)
        if not lines.is_blank(text, at)
    )
    return min(found, default=end - start)


def _lines(text: str, start: int, end: int) -> Iterator[int]:
    while start < end:
        yield start
        start = lines.next_line(text, start)


def check_implicit(layout: Layout, parts: list[Part]) -> None:
    """Raise Risk where a key of a mapping is written with `?`, or its colon on another line."""
    text = layout.text
    for part in parts:
        before = text[lines.line_start(text, part.begin) : part.begin]
        if before.strip(" -") or "\n" in text[part.begin : part.opening]:
            raise Risk(part.begin, say("the key `{key}` is written with `?`", key=part.name))
