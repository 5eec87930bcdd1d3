"""What is wrong, where, and what to do about it: values that are collected and never raised."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from stcli.messages import Message


class Severity(StrEnum):
    """How much a finding weighs; an office may set it for each rule in `stcli.yaml`."""

    ERROR = "error"
    WARNING = "warning"
    OFF = "off"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of text in a file.

    Lines and columns count from 1, columns in characters; `start` and `end` are offsets into the
    file's text, without a byte-order mark. `excerpt` is the first line of the stretch, cut to a
    window that starts `excerpt_from` characters into the line.
    """

    path: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str = ""
    excerpt_from: int = 0


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains a finding, such as the first of two equal keys."""

    message: Message
    place: Place


@dataclass(frozen=True, slots=True)
class Edit:
    """A text to stand in place of what is between two offsets; an insertion where they are one."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What takes a finding away when it is done to the text of its file, and changes nothing else.

    It is `safe` where nothing else can be meant; otherwise somebody has to look at it. The edits
    are in order and do not overlap.
    """

    title: Message
    edits: tuple[Edit, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A fix before its place is known: the text that the value or key at fault becomes."""

    title: Message
    text: str
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: the rule it breaks, what is wrong there, the remedy, and a fix where certain.

    `subject` names what it is about, and stays as it is when the file is laid out in another way.
    """

    rule: str
    severity: Severity
    message: Message
    place: Place
    help: Message | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    subject: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[object, ...]:
        """Sorts findings by file, then position, then rule, the same on every machine."""
        return (self.place, self.rule, str(self.message))


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding inside one text, by character offsets, before the text has a path."""

    rule: str
    message: Message
    start: int
    end: int
    help: Message | None = None
    related: tuple[tuple[Message, int, int], ...] = ()
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Tolerated:
    """One finding that is let be: its rule, its file, what tells it apart, and until which day."""

    rule: str
    path: str
    fingerprint: str
    until: date
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Baseline:
    """All findings that are let be."""

    tolerated: tuple[Tolerated, ...] = ()
