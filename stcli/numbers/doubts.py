"""What a person should look at in a number that could be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from stcli.messages import say
from stcli.numbers.number import NumberShape
from stcli.numbers.symbols import JOINT, LEGAL, PARTY, STATE, type_names
from stcli.spelling import search_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.messages import Message
    from stcli.numbers.number import DocumentNumber

_YEARLY: Final = frozenset(LEGAL | JOINT)
_NEVER_UNITS: Final = frozenset({"NQ", "NĐ", "QĐ"})
_YEAR_ALONE: Final = r"(?:19[4-9]|20[0-9])[0-9]"
_GAP: Final = r"\s\s|\t"


def doubts_of_parts(
    found: DocumentNumber, year: str | None, symbol: str, order: str | None
) -> Iterator[Message]:
    """Give the doubts about a number with the year, symbol and Party's type that were written."""
    yield from _doubts_of_number(found, year)
    yield from _doubts_of_symbol(found, symbol, order)


def doubts_of_copy(
    found: DocumentNumber, name: str, rest: str, date: re.Match[str] | None
) -> Iterator[Message]:
    """Give the doubts about a number copied with a type's name before it and a date behind it.

    `rest` is the number as it was copied, with its spaces.
    """
    names = type_names(found)
    if name and names and name not in map(search_key, names):
        yield say("the words before {number} name another type: check both", number=found.normal)
    if re.search(_GAP, rest):
        yield say(
            "the wide space in `{text}` may hide a digit: check it with the document", text=rest
        )
    if date and found.year not in {None, int(date[1])}:
        yield say(
            "the number is of {year} and the date behind it of {other}: check both",
            year=str(found.year),
            other=date[1],
        )


def _doubts_of_number(found: DocumentNumber, year: str | None) -> Iterator[Message]:
    number = found.number
    if "&" in number:
        yield say("`{number}` are several numbers: write each with its own symbol", number=number)
    if "." in number and year is None:
        yield say("the dot in `{number}` is unusual: check it with the document", number=number)
    if year is not None and len(year) == len("97"):
        yield say("`{year}` is read as {meant}: check the year", year=year, meant=str(found.year))


def _doubts_of_symbol(found: DocumentNumber, symbol: str, order: str | None) -> Iterator[Message]:
    kind, agency, unit = found.type, found.agency, found.unit
    if order or agency in PARTY:
        yield from _doubts_of_order(found, order)
    if agency is None:
        yield say("no agency follows `{type}`: check it with the document", type=kind)
    if found.shape is NumberShape.JOINT and agency and unit is None:
        yield say("only one agency follows `{type}`: check it with the document", type=kind)
    if kind is None and unit in _NEVER_UNITS:
        yield say("`{type}` stands last in `{symbol}`: write it first", type=unit, symbol=symbol)
    if "/" in symbol and found.shape is not NumberShape.JOINT:
        yield say("`/` inside `{symbol}` is unusual: write `-` if it is one", symbol=symbol)
    if found.year is None and found.shape is not NumberShape.PARTY:
        yield from _doubts_of_year(found, symbol)


def _doubts_of_order(found: DocumentNumber, order: str | None) -> Iterator[Message]:
    """Ask about a mix of the Party's order, 57-NQ/TW, and the State's, 57/NQ-CP."""
    number, kind = found.number, found.type
    rest = "-".join(word for word in (found.agency, found.unit) if word)
    if order is None and kind is not None:
        yield say(
            "write {meant}: the Party puts `/` after the type", meant=f"{number}-{kind}/{rest}"
        )
    elif order and (kind is None or found.agency in STATE):
        meant = f"{number}/{kind}-{rest}" if kind else f"{number}/{rest}"
        yield say("write {meant}: only the Party puts `/` after the type", meant=meant)


def _doubts_of_year(found: DocumentNumber, symbol: str) -> Iterator[Message]:
    number, kind = found.number, found.type
    if kind == "TT":
        yield say(
            "add the year, which the number of a circular (TT) has, or write TTr for a submission"
        )
    elif kind in _YEARLY or found.shape is NumberShape.ASSEMBLY:
        yield say("add the year between `{number}` and `{symbol}`", number=number, symbol=symbol)
    elif kind is None and found.unit is None and re.fullmatch(_YEAR_ALONE, number):
        yield say("`{number}` may be a year: check the number with the document", number=number)
