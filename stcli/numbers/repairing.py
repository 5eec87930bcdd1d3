"""A number taken out of the words and signs that it was copied with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from stcli.numbers.assembling import LONGEST, assembled, number_pattern
from stcli.numbers.doubts import doubts_of_copy
from stcli.numbers.refusals import refusal, too_long
from stcli.numbers.symbols import name_keys
from stcli.spelling import same, search_key

if TYPE_CHECKING:
    from stcli.numbers.number import DocumentNumber

# Each pattern is compiled when a text first needs it.
_WRAPPING: Final = " \t\n*_`\"'“”‘’«»()[]{}<>"
_ESCAPES: Final = r"\\(?=[-/.&*_])"
_BEFORE: Final = r"[^0-9/]*"
_DATE: Final = (
    r"(?i)[\s,;(]+(?:(?:ký\s+)?(?:ngày\s+)?[0-9]{1,2}\s*(?:[/.-]|tháng)\s*[0-9]{1,2}"
    r"\s*(?:[/.-]|năm)\s*|năm\s+)([0-9]{4})$"
)
_AND: Final = r"(\b[0-9]+[a-zđ]?)\s+và\s+(?=[0-9])"
_AROUND: Final = r"\s*([-/&,;+])\s*"


def repaired(text: str) -> DocumentNumber:
    """Give the number of a text; raise NumberProblem where it has none, or has more around it."""
    if len(text) > LONGEST:
        raise too_long(text)
    plain = re.sub(_ESCAPES, "", same(text)).strip(_WRAPPING).removesuffix("./.")
    plain = plain.rstrip(_WRAPPING + ".,;:")
    name, rest = _without_name(plain)
    date = re.search(_DATE, rest)
    rest = rest[: date.start()] if date else rest
    squeezed = _squeezed(rest)
    match = number_pattern().fullmatch(squeezed)
    if match is None:
        raise refusal(text, plain, squeezed)
    found = assembled(text, match)
    doubts = doubts_of_copy(found, name, rest, date)
    return found._replace(doubts=(*found.doubts, *doubts))


def _without_name(plain: str) -> tuple[str, str]:
    """Part "Chỉ thị số 25/CT-TTg" into the type's name, as search key, and the rest."""
    before = re.match(_BEFORE, plain)
    end = before.end() if before else 0
    name = search_key(plain[:end].replace(":", " ")).removesuffix("so").rstrip()
    return (name, plain[end:]) if not name or name in name_keys() else ("", plain)


def _squeezed(plain: str) -> str:
    return re.sub(_AROUND, r"\1", re.sub(_AND, r"\1&", plain))
