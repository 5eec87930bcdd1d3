"""What a text is instead of a document number, and what to write."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from stcli.messages import say
from stcli.numbers.assembling import assembled, blank, number_pattern
from stcli.numbers.number import NumberProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.messages import Message

_EXAMPLE: Final = say("write the number, `/` and the symbol, as 3772/UBND-KGVX or 25/CT-TTg")


def too_long(text: str) -> NumberProblem:
    """Give what to say of a text that is far longer than any number."""
    message = say("a text of {length} characters is not a document number", length=len(text))
    return NumberProblem(message, _EXAMPLE)


def refusal(text: str, plain: str, squeezed: str) -> NumberProblem:
    """Give what a text is instead of a document number, and the number that may be meant."""
    for lookalike, message, remedy in _lookalikes(text):
        if re.search(lookalike, plain):
            return NumberProblem(message, remedy)
    meant = _meant(plain, squeezed)
    remedy = say("write {number} if that is meant", number=meant) if meant else _EXAMPLE
    stranger = next(filter(_is_strange, plain), None)
    if stranger is not None:
        code = f"U+{ord(stranger):04X} {unicodedata.name(stranger, '')}".rstrip()
        message = say("`{text}` holds {code}, which no number has", text=text, code=code)
    elif len(number_pattern().findall(squeezed)) > 1:
        message = say("`{text}` holds several numbers", text=text)
        remedy = say("write each number by itself, several as a list")
    elif "/" not in plain:
        message = say("`{text}` has no `/` between number and symbol", text=text)
    else:
        message = say("`{text}` is not a document number", text=text)
    return NumberProblem(message, remedy)


def _lookalikes(text: str) -> Iterator[tuple[str, Message, Message]]:
    """Give patterns of what is no number, and what to say of each; the first that fits counts."""
    yield r"(?i)^(?:.*\bs[ốo]\b)?[\s:._…?xX*()\[\]-]*/", *blank(text)
    yield from _other_things(text)
    yield from _incomplete(text)


def _other_things(text: str) -> Iterator[tuple[str, Message, Message]]:
    yield (
        r"^[0-9][0-9.,\s]*[%‰]",
        say("`{text}` is a percentage, not a document number", text=text),
        _EXAMPLE,
    )
    yield (
        r"(?<![A-ZĐ])(?:[QT]CVN|[QT]CXDVN|TCXD|QCĐP|TCN|TCCS|ISO|IEC)\b|[0-9]:[0-9]{4}",
        say("`{text}` names a technical standard, not a document", text=text),
        say("write the number of the document that issued the standard, as 10/2016/TT-BTTTT"),
    )
    yield (
        r"[#@]",
        say("`{text}` points into a document or at a year, a number does not", text=text),
        say("write the number without `#` and `@`"),
    )
    yield (
        r"(?i)_|://|^www\.|\.(?:aspx?|html?|php|pdf|docx?|xlsx?|ya?ml|md|txt)$",
        say("`{text}` is a file name or a web address", text=text),
        say("write the number as it stands in the document, and an address under source"),
    )
    yield (
        r"^(?:[A-Z0-9]+\.)*[A-Z0-9]+-[0-9]{6}-[0-9]+$|^[A-Z][0-9]{2}(?:\.[A-Z0-9]+){3,}$",
        say("`{text}` is the electronic code of a file or procedure", text=text),
        _EXAMPLE,
    )
    yield (
        r"^(?:[0-9]{1,2}[/.-]){1,2}[0-9]{4}$|^[0-9]{4}(?:[/-][0-9]{2}){1,2}$",
        say("`{text}` is a date, not a document number", text=text),
        _EXAMPLE,
    )


def _incomplete(text: str) -> Iterator[tuple[str, Message, Message]]:
    yield (
        r"^[0-9][0-9.,\s]*[a-zđ]?$",
        say("`{text}` has no symbol", text=text),
        say("write the symbol too, as 3772/UBND-KGVX: the number alone repeats in every office"),
    )
    yield r"^[0-9].*[-/&]$", say("`{text}` breaks off", text=text), _EXAMPLE
    yield (
        r"^[0-9]+[a-zđ]?/(?!(?:19|20)[0-9]{2}/)[0-9]{3,}/[^0-9]",
        say("`{text}` has a year that cannot be", text=text),
        say("write the year in four digits, as 42/2014/QĐ-TTg"),
    )
    yield r"^$", say("the number is empty"), _EXAMPLE


def _is_strange(letter: str) -> bool:
    """Tell a letter of another script, a digit of another form, or a character without a shape."""
    if letter.isascii():
        return False
    latin = unicodedata.name(letter, "").startswith("LATIN ")
    return not latin and unicodedata.category(letter)[0] in "CLMN"


def _meant(plain: str, squeezed: str) -> str | None:
    """Give the number of which a text is a likely slip: 25-CT-TTg, 57 NQ/TW, fullwidth digits."""
    visible = "".join(letter for letter in plain if unicodedata.category(letter) != "Cf")
    compact = unicodedata.normalize("NFKC", "".join(visible.split())).replace("\\", "/")
    start = number_pattern().match(squeezed)
    for slip in (
        compact,
        "-".join(plain.split()),
        compact.replace("-", "/", 1),
        "/".join(compact.rsplit("-", 1)),
        start[0] if start and squeezed[start.end()] in " ,;(" else "",
    ):
        if (number := _undoubted(slip)) is not None:
            return number
    return None


def _undoubted(text: str) -> str | None:
    match = number_pattern().fullmatch(text)
    try:
        found = assembled(text, match) if match else None
    except NumberProblem:
        return None
    return found.normal if found and not found.doubts else None
