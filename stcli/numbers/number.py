"""What reading gives: a number with the parts of its symbol, or why a text is none."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from stcli.spelling import comparison_key

if TYPE_CHECKING:
    from stcli.messages import Message


class NumberShape(StrEnum):
    """How a number is built, which tells what kind of document bears it."""

    NAMED = "named"  # 25/CT-TTg: type and agency
    NAMED_UNIT = "named-unit"  # 15/TTr-SKHCN-QLKHCN: and the unit that wrote it
    LETTERED = "lettered"  # 2074a/QĐ-TTTT: put in between two numbers
    LETTER = "letter"  # 3772/UBND-KGVX: a letter (công văn) has no type, but a unit or field
    MARKED_LETTER = "marked-letter"  # 3087/CV-BCĐ: a letter that says so
    LEGAL = "legal"  # 42/2014/QĐ-TTg: the year inside
    DECIMAL = "decimal"  # 66.18/2026/NQ-CP: one of a numbered group
    JOINT = "joint"  # 29/2014/TTLT-BKHCN-BNV: several agencies
    ASSEMBLY = "assembly"  # 91/2015/QH13: by the term of the National Assembly
    LICENCE = "licence"  # 493/GPMT-BNNMT
    PARTY = "party"  # 57-NQ/TW: the Party's order


class DocumentNumber(NamedTuple):  # a dataclass takes every start a millisecond to build
    """A document's number with the parts of its symbol.

    Of a joint document `agency` is the first and `unit` the others. Where two numbers share a
    symbol, `number` has both. `doubts` say what a person should look at.
    """

    raw: str
    normal: str
    number: str
    year: int | None
    type: str | None
    agency: str | None
    unit: str | None
    shape: NumberShape
    doubts: tuple[Message, ...] = ()

    @property
    def respelled(self) -> bool:
        """Whether the normal spelling differs from what was written."""
        return self.normal != self.raw

    @property
    def key(self) -> str:
        """The spelling by which two numbers are equal."""
        return comparison_key(self.normal)


class NumberProblem(ValueError):
    """A text that is not a document number: what it looks like instead, and what to do."""

    def __init__(self, message: Message, help: Message | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.help = help
