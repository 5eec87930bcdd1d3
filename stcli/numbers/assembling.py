"""A number put together from its parts, and its symbol in the usual capitals."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias

from stcli.messages import say
from stcli.numbers.doubts import doubts_of_parts
from stcli.numbers.number import DocumentNumber, NumberProblem, NumberShape
from stcli.numbers.symbols import (
    HEADS,
    ISSUERS,
    JOINT,
    LEGAL,
    LICENCES,
    TYPES,
    spellings,
    strokeless,
    usual_words,
)

if TYPE_CHECKING:
    from stcli.messages import Message

_Parts: TypeAlias = tuple[str | None, str | None, str | None]  # type, agency, unit

LONGEST: Final = 200  # characters of a number; the longest joint circulars have some 50
_LETTER: Final = "A-Za-zĐđĂăÂâÊêÔôƠơƯư"
_COUNT: Final = r"[0-9]{1,8}(?:\.[0-9]{1,3})?(?:bis|[A-Za-zĐđ])?"
_WORD: Final = rf"[{_LETTER}][{_LETTER}0-9]*(?:(?:\.|&[{_LETTER}])[{_LETTER}0-9]+|&[{_LETTER}])*"
_JOINERS: Final = r"[&,;+-]"
_PAIRS: Final = r"T[hrg]|[CKNPG]h|Ng|Gi|Q[uy]"  # one sound in two letters: GDTrH, SNgV
_ASSEMBLY: Final = r"(?:UBTV)?QH[0-9]{1,2}"
_MAY_BE_LEGAL: Final = frozenset(LEGAL) | {"CT", "NQ", "PL", "QĐ", "QyĐ"}


@cache
def number_pattern() -> re.Pattern[str]:
    """Give the pattern of a number without surroundings; compiled for the first that is read."""
    return re.compile(
        rf"({_COUNT}(?:[&,;+-]{_COUNT})*)"
        rf"(?:/(?:((?:19|20)?[0-9]{{2}})/)?|-({_WORD})/)"
        rf"({_WORD}(?:[-/]{_WORD})*)"
    )


def assembled(raw: str, match: re.Match[str]) -> DocumentNumber:
    """Give the number whose parts the pattern found, with the doubts about each of them."""
    count, year, order, symbol = match.groups()
    if not count.strip("0"):
        raise NumberProblem(*blank(raw))
    written = symbol.replace("/", "-").split("-")
    if order is not None:
        written.insert(0, order)
    words, doubts = _spelled(written)
    if words != written:
        usual = iter(words if order is None else words[1:])
        symbol = re.sub(_WORD, lambda _: next(usual), symbol)
    number = count if count.isalnum() else " & ".join(re.split(_JOINERS, count))
    kind, agency, unit = parts = _divided(words, named=order is not None or year is not None)
    before = f"{number}-{words[0]}/" if order else f"{number}/{year}/" if year else f"{number}/"
    found = DocumentNumber(
        raw=raw,
        normal=before + symbol,
        number=number,
        year=None if year is None else _whole_year(year),
        type=kind,
        agency=agency,
        unit=unit,
        shape=_shape(parts, number, dated=year is not None, ordered=order is not None),
    )
    doubts += tuple(doubts_of_parts(found, year, symbol, order))
    return found._replace(doubts=doubts) if doubts else found


def blank(text: str) -> tuple[Message, Message]:
    """Give what to say of a symbol that still waits for its number."""
    return (
        say("the number is blank in `{text}`", text=text),
        say("take the number from the signed document; a draft has none yet"),
    )


def _spelled(written: list[str]) -> tuple[list[str], tuple[Message, ...]]:
    """Give the words of a symbol in their usual capitals, with doubts about what was changed."""
    if all(map(_is_usual, written)):
        return written, ()
    known = any(word.casefold() in spellings() for word in written)
    readings = [_usual(written[0], first=True, unit=False, known=known)]
    agency = int(readings[0][0] in TYPES)
    readings += [
        _usual(word, first=False, unit=at > agency, known=known)
        for at, word in enumerate(written[1:], start=1)
    ]
    return [word for word, _ in readings], tuple(doubt for _, doubt in readings if doubt)


def _is_usual(word: str) -> bool:
    if word in usual_words():
        return True
    key = word.casefold()
    return word.isupper() and key not in spellings() and key not in strokeless()


def _usual(word: str, *, first: bool, unit: bool, known: bool) -> tuple[str, Message | None]:
    """Give a word in its usual capitals; `known` if a word of the symbol is a familiar one."""
    key, doubt = word.casefold(), None
    spelling = spellings().get(key, "")
    meant = strokeless().get(key, "")
    odd = sum(map(str.islower, re.sub(_PAIRS, "", word)))
    # CTR is a programme before the agency, but behind it may be a unit (chất thải rắn).
    if spelling and (first or spelling in ISSUERS or not word.isupper()):
        word = spelling
    elif meant and (first or meant in ISSUERS):
        doubt = say("`{word}` is read as `{meant}`: write it with Đ", word=word, meant=meant)
        word = meant
    elif word.islower() and known:
        doubt = say("`{word}` has no capitals: write `{meant}`", word=word, meant=word.upper())
        word = word.upper()
    elif odd == 1 and unit and not word.islower():  # a drafter's mark behind the unit: KTn
        doubt = say("`{word}` has an unusual small letter: check it with the document", word=word)
    elif odd:
        raise NumberProblem(
            say("`{word}` is not a part of a symbol", word=word),
            say("check it with the document: a symbol is in capitals, as 25/CT-TTg"),
        )
    return word, doubt


def _whole_year(digits: str) -> int:
    """Give the year; documents before 2000 may have two digits of it (1443/97/QĐ-UB)."""
    if len(digits) > len("97"):
        return int(digits)
    return int(f"19{digits}" if digits >= "45" else f"20{digits}")


def _divided(words: list[str], *, named: bool) -> _Parts:
    """Tell type, agency and unit apart; `named` if a type is due before the agency."""
    first, *others = words
    if first in TYPES or (others and first not in ISSUERS and (named or others[0] in HEADS)):
        return (first, others[0] if others else None, "-".join(others[1:]) or None)
    return (None, first, "-".join(others) or None)


def _shape(parts: _Parts, number: str, *, dated: bool, ordered: bool) -> NumberShape:
    """Give the most telling of the shapes that the parts have."""
    kind, agency, unit = parts
    if kind is None:
        assembly = unit is None and re.fullmatch(_ASSEMBLY, agency or "")
        return NumberShape.ASSEMBLY if assembly else NumberShape.LETTER
    if ordered:
        return NumberShape.PARTY
    if kind == "CV":
        return NumberShape.MARKED_LETTER
    if "." in number:
        return NumberShape.DECIMAL
    if kind in LICENCES:
        return NumberShape.LICENCE
    if kind in JOINT:
        return NumberShape.JOINT
    if dated and kind in _MAY_BE_LEGAL:
        return NumberShape.LEGAL
    if number[-1].isalpha():
        return NumberShape.LETTERED
    return NumberShape.NAMED if unit is None else NumberShape.NAMED_UNIT
