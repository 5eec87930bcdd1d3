"""The ids of tasks: what the next one is called where those before it follow an order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FIRST: Final = "1"
_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"
"""The letters of points in documents: the Vietnamese alphabet, without those with a mark."""

_NUMBER: Final = re.compile(r"(?P<before>.*?)(?P<number>[0-9]{1,8})", re.DOTALL)
_LETTER: Final = re.compile(rf"(?P<before>.*[0-9.])(?P<letter>[{_LETTERS}])", re.DOTALL)
_ROMAN: Final = re.compile(r"(?P<before>(?:.*[.-])?)(?P<number>[IVXLC]+)", re.DOTALL)
_NUMERALS: Final = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
    (1, "I"),
)  # fmt: skip


def next_id(known: Sequence[str]) -> str:
    """Give the id of the task that follows those of a directive.

    It goes on from the last one: 1, 2, 3 by 4, I.1, I.2 by I.3, II by III. A letter goes on with
    letters, 2a by 2b, as a letter says that its point holds several tasks; whoever goes on with
    the next point says so. An id in no order is followed by the number of tasks.
    """
    taken = {one.casefold() for one in known}
    return next(one for one in _following(known) if one.casefold() not in taken)


def _following(known: Sequence[str]) -> Iterator[str]:
    """Give ids that may follow, the likeliest first, without end."""
    last = known[-1] if known else ""
    if found := _NUMBER.fullmatch(last):
        yield from _numbered(found["before"], int(found["number"]) + 1)
    elif found := _LETTER.fullmatch(last):
        later = _LETTERS[_LETTERS.index(found["letter"]) + 1 :]
        yield from (found["before"] + letter for letter in later)
    elif (found := _ROMAN.fullmatch(last)) and _roman(_value(found["number"])) == found["number"]:
        start = _value(found["number"]) + 1
        yield from (found["before"] + _roman(number) for number in range(start, start + 100))
    yield from _numbered("", len(known) + 1 if known else int(_FIRST))


def _numbered(before: str, start: int) -> Iterator[str]:
    number = start
    while True:
        yield f"{before}{number}"
        number += 1


def _value(numeral: str) -> int:
    """Give what a Roman numeral stands for; of letters in another order, anything."""
    known = {letters: value for value, letters in _NUMERALS}
    values = [known[letter] for letter in numeral]
    following = (*values[1:], 0)
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def _roman(number: int) -> str:
    written = ""
    for value, letters in _NUMERALS:
        while number >= value:
            written, number = written + letters, number - value
    return written
