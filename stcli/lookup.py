"""How what a person types finds documents: by a whole number, its beginning, or any part of it.

It needs nothing of a document but its keys, the spellings by which its numbers are equal, and what
tells apart those that share one. So it is done alike to what was read and to what is kept of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeVar

from stcli.spelling import comparison_key, same, search_key

if TYPE_CHECKING:
    from collections.abc import Iterable

Document = TypeVar("Document")

_WITH_SYMBOL: Final = re.compile("[0-9]+[/-]")


def parted(text: str) -> tuple[str, str]:
    """Give the number in a reference, and what stands behind its `@`; a task is left out."""
    number, _, issued = text.partition("#")[0].partition("@")
    return number.strip(), issued.strip()


def keys(number: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """Give the keys of a document by its number and by others that it is known by."""
    return tuple(dict.fromkeys(map(comparison_key, (number, *aliases))))


def part_key(number: str) -> str:
    """Give what a key has to hold of which a number is a part; case and diacritics do not count."""
    return search_key(comparison_key(number))


def qualifiers(issued: str, issuer: str) -> tuple[str, str, str]:
    """Give the year, day and issuer by which documents with one number are told apart.

    The day is as in `2023-10-05`.
    """
    return issued[:4], issued, same(issuer).casefold()


def is_issued_so(known: tuple[str, str, str], wanted: str) -> bool:
    """Tell whether what stands behind `@` is a year, day or issuer, or are several, of those."""
    return all(part.strip() in known for part in same(wanted).casefold().split("@"))


def best(wanted: str, keyed: Iterable[tuple[tuple[str, ...], Document]]) -> tuple[Document, ...]:
    """Give the documents whose keys a part of a number fits best.

    A whole key wins over a beginning, a beginning at a boundary over any other part. What begins
    with a whole number is no part of a longer one: `9/CT-TTg` is not in `19/CT-TTg`.
    """
    listed = [(tuple(map(search_key, own)), one) for own, one in keyed]
    for fits in (_equal, _starts_at_boundary, str.startswith, _is_part):
        found = tuple(one for own, one in listed if any(fits(key, wanted) for key in own))
        if found:
            return found
    return ()


def _equal(key: str, wanted: str) -> bool:
    return key == wanted


def _is_part(key: str, wanted: str) -> bool:
    start = key.find(wanted)
    if _WITH_SYMBOL.match(wanted):
        while start > 0 and key[start - 1].isdecimal():
            start = key.find(wanted, start + 1)
    return start >= 0


def _starts_at_boundary(key: str, wanted: str) -> bool:
    return key.startswith(wanted) and not key[len(wanted) : len(wanted) + 1].isalnum()
