"""Who has issued a document, as far as its number tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from stcli import numbers
from stcli.numbers import NumberProblem
from stcli.references import names
from stcli.spelling import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from stcli.model import Agency, Directive
    from stcli.numbers import DocumentNumber

_OTHERWISE: Final = {"ttg": "thu tuong", "ctn": "chu tich nuoc"}
"""Offices whose symbol is not made of the first letters of their words."""

_JOINING: Final = "va"
_WORD: Final = re.compile(r"[^\W\d_]+")


def issuer_of(
    number: DocumentNumber, agencies: Iterable[Agency], directives: Sequence[Directive]
) -> str:
    """Give the id of the only agency that fits the symbol of a number; empty where it is not one.

    The symbol is made of the first letters of an agency's name or of their beginning, UBND for
    `Ủy ban nhân dân tỉnh`. Among several that fit it is the one whose directives have that symbol.
    """
    symbol = _symbol(number)
    if not symbol:
        return ""
    listed = tuple(agencies)
    fitting = [one.id for one in listed if any(_is(symbol, name) for name in names(one))]
    fitting = fitting or [one.id for one in listed if any(_begins(symbol, n) for n in names(one))]
    if len(fitting) == 1:
        return fitting[0]
    known = {one.id for one in listed}.intersection(fitting or (one.id for one in listed))
    used = {one.issuer for one in directives if one.issuer in known and _of(one) == symbol}
    return used.pop() if len(used) == 1 else ""


def _symbol(number: DocumentNumber) -> str:
    return search_key("".join(filter(str.isalpha, number.agency or "")))


def _of(directive: Directive) -> str:
    try:
        return _symbol(numbers.parse(directive.number))
    except NumberProblem:
        return ""


def _is(symbol: str, name: str) -> bool:
    return symbol == _initials(name) or search_key(name) == _OTHERWISE.get(symbol)


def _begins(symbol: str, name: str) -> bool:
    other = _OTHERWISE.get(symbol)
    if other is not None:
        return search_key(name).startswith(f"{other} ")
    return _initials(name).startswith(symbol)


def _initials(name: str) -> str:
    """Give the first letters of the words of a name: bkhcn of `Bộ Khoa học và Công nghệ`.

    What is an abbreviation already counts whole: the same of `Bộ KH&CN`.
    """
    words = [word for word in _WORD.findall(name) if search_key(word) != _JOINING]
    letters = (word if word.isupper() and len(word) > 1 else word[0] for word in words)
    return search_key("".join(letters))
