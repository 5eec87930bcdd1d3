"""The text of one file with the data read from it and the place of every value."""

from __future__ import annotations

import pickle
import re
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from stcli.diagnostics import Diagnostic, Place, Related, Severity
from stcli.documents.data import Data, Route, size, walk
from stcli.documents.subjects import subject_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stcli.diagnostics import Problem

_NEAR_THE_START = 4_000
"""Offset up to which counting line ends is faster than keeping a list of them."""

Packed = tuple[str, str, dict[str, Data] | None, bytes | None, bytes, int, tuple[int, ...]]
"""A document as data that `marshal` knows."""

EXCERPT_WIDTH = 240
"""Characters of a line kept for showing; longer lines are cut around the finding."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read: its text, its data, and where each node of the data stands.

    `data` is `None` when the text could not be read as one mapping. It starts on its
    `first_line`; `entries` are the lines on
    which the entries of the lists below the root start: the tasks of a directive.
    """

    path: str
    text: str
    data: dict[str, Data] | None
    known_marks: array[int] | None = field(compare=False)
    problems: tuple[Problem, ...] = ()
    first_line: int = 1
    entries: tuple[int, ...] = ()

    @property
    def marks(self) -> array[int]:
        """Two numbers a node, in the order of the text: where it starts and where it ends.

        The end is 0 for a list or mapping. Keys are nodes of their own, before their values. So a
        place costs eight bytes a node, and finding one is a walk over `data` in the same order.
        Of most documents nobody asks for a place, and the marks are found when somebody does.
        """
        found = self.known_marks
        if found is None:
            from stcli.documents import events  # noqa: PLC0415 - see above

            found = events.marks(self.text)
            object.__setattr__(self, "known_marks", found)
        return found

    def packed(self) -> Packed:
        """Give it as plain data, to be passed between processes."""
        problems = pickle.dumps(self.problems) if self.problems else b""
        known = self.known_marks
        marks = None if known is None else known.tobytes()
        return self.path, self.text, self.data, marks, problems, self.first_line, self.entries

    @classmethod
    def unpacked(cls, packed: Packed) -> Document:
        """Give the document of plain data from a process of our own."""
        path, text, data, marks, problems, first_line, entries = packed
        found = pickle.loads(problems) if problems else ()  # noqa: S301 - written by `packed`
        known = None if marks is None else array("I", marks)
        return cls(path, text, data, known, found, first_line, entries)

    def place(self, route: Route, *, key: bool = False) -> Place:
        """Give the place of the value at a route, or of its key.

        Where the route does not exist, the deepest part of it that does is used: a missing key
        is reported on the mapping that lacks it.
        """
        return self.span(*self._offsets(route, key=key))

    def start(self, route: Route) -> int:
        """Give the offset at which the value of a route starts."""
        return self._offsets(route, key=False)[0]

    def line(self, offset: int) -> int:
        """Give the line of an offset, counted from 1."""
        if offset < _NEAR_THE_START:
            return self.text.count("\n", 0, offset) + 1
        return bisect_left(_breaks(self.text), offset) + 1

    def span(self, start: int, end: int) -> Place:
        """Give the place between two offsets; an `end` before `start` means to the line's end."""
        text = self.text
        start = min(start, len(text))
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", start)
        line_end = len(text) if line_end < 0 else line_end
        if end < start:
            end = len(text[line_start:line_end].rstrip()) + line_start
            end = max(end, start)
        end = min(end, len(text))
        line = self.line(start)
        column = start - line_start
        window = max(0, column - EXCERPT_WIDTH // 2) if line_end - line_start > EXCERPT_WIDTH else 0
        excerpt = text[line_start + window : min(line_end, line_start + window + EXCERPT_WIDTH)]
        return Place(
            path=self.path,
            start=start,
            end=end,
            line=line,
            column=column + 1,
            end_line=line + text.count("\n", start, end),
            end_column=end - (text.rfind("\n", 0, end) + 1) + 1,
            excerpt=excerpt.rstrip("\r"),
            excerpt_from=window,
        )

    def diagnostic(self, problem: Problem, severity: Severity) -> Diagnostic:
        """Give a problem of this text as a finding with a path, lines and columns."""
        return Diagnostic(
            rule=problem.rule,
            severity=severity,
            message=problem.message,
            place=self.span(problem.start, problem.end),
            help=problem.help,
            related=tuple(
                Related(message, self.span(start, end)) for message, start, end in problem.related
            ),
            fix=problem.fix,
            subject=subject_at(self.text, problem.start, problem.end),
        )

    def _offsets(self, route: Route, *, key: bool) -> tuple[int, int]:
        node = 0
        value: Data = self.data
        for depth, step in enumerate(route):
            found = _child(value, step, node)
            if found is None:
                break
            node, value, key_node = found
            if key and depth == len(route) - 1 and key_node is not None:
                node = key_node
        if not self.marks:
            return (0, 0)
        return self.marks[2 * node], self.marks[2 * node + 1] or -1


@lru_cache(maxsize=4)
def _breaks(text: str) -> array[int]:
    """Give the offsets of the line ends of a text; many findings of one file ask for them."""
    return array("I", (found.start() for found in _BREAK.finditer(text)))


_BREAK = re.compile("\n")


def _child(parent: Data, step: str | int, node: int) -> tuple[int, Data, int | None] | None:
    """Give the number and value of a child and the number of its key, or None."""
    node += 1
    match parent:
        case dict():
            for name, value in parent.items():
                if name == step:
                    return node + 1, value, node
                node += 1 + size(value)
        case list():
            for position, value in enumerate(parent):
                if position == step:
                    return node, value, None
                node += size(value)
        case _:
            pass
    return None


def texts(document_data: Data, marks: Sequence[int]) -> list[tuple[int, int]]:
    """Give the stretches of a text that are values, in its order: a # starts no comment there."""
    return [
        (marks[2 * node], marks[2 * node + 1])
        for node, _, value in walk(document_data)
        if isinstance(value, str)
    ]


def within(stretches: list[tuple[int, int]], offset: int) -> bool:
    """Tell whether an offset lies in one of stretches that are in order."""
    before = bisect_right(stretches, offset, key=itemgetter(0)) - 1
    return before >= 0 and offset < stretches[before][1]
