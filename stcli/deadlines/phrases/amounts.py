"""Numbers in digits and in words, and how long they make a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.deadlines.kinds import Unit
from stcli.deadlines.phrases.matching import either
from stcli.deadlines.phrases.parts import Found, Length
from stcli.deadlines.problems import DeadlineProblem
from stcli.messages import say

if TYPE_CHECKING:
    from stcli.deadlines.phrases.tokens import Words

_ONES = tuple(
    (number, either(choices))
    for number, choices in enumerate(
        (
            *("một|mốt", "hai", "ba", "bốn|tư", "năm|lăm|nhăm"),
            *("sáu", "bảy|bẩy", "tám", "chín"),
        ),
        1,
    )
)
_TEN, _TENS = either("mười"), either("mươi")
_HUNDRED, _AND = either("trăm"), either("linh|lẻ")
_UNITS = (
    (either("ngày làm việc|business days|business day|working days|working day"), Unit.WORKING_DAY),
    (either("ngày lịch|ngày|days|day|d"), Unit.DAY),
    (either("tuần lễ|tuần|weeks|week"), Unit.WEEK),
    (either("tháng|months|month"), Unit.MONTH),
    (either("năm|years|year"), Unit.YEAR),
    (either("giờ làm việc|giờ|tiếng|h|hours|hour"), None),
)
_PART_OF_YEAR = either("đầu|cuối|này|nay")
_HALF_MONTH, _HALF_YEAR = either("nửa tháng"), either("nửa năm")
_ANOTHER_YEAR = either("đầu|cuối")
_MONTHS_OF_HALF = 6
_DAYS_OF_HALF_MONTH = 15
_LONGEST = 5


def length(words: Words, at: int) -> Found:
    """Give a number with its unit: `15 ngày`, `07 (bảy) ngày làm việc`, `ba tháng`, `nửa năm`.

    Half a month has 15 days and half a year 6 months (Civil Code 91/2015/QH13, article 146.1).
    """
    if end := _HALF_MONTH(words, at):
        return Length(_DAYS_OF_HALF_MONTH, Unit.DAY), end
    if (end := _HALF_YEAR(words, at)) and not _ANOTHER_YEAR(words, end):
        return Length(_MONTHS_OF_HALF, Unit.MONTH), end
    found = amount(words, at)
    if found is None:
        return None
    number, end = found
    for matches, unit in _UNITS:
        if behind := matches(words, end):
            token = words.tokens[behind]
            if token.value >= 0 or _PART_OF_YEAR(words, behind):
                return None
            return Length(number, unit), behind
    return None


def amount(words: Words, at: int) -> tuple[int, int] | None:
    """Give a number and the position behind it; in digits, in words, or in both in brackets."""
    tokens = words.tokens
    token = tokens[at]
    if token.plain == "(" and tokens[at + 1].value >= 0 and tokens[at + 2].plain == ")":
        return _checked(words, at + 1, at + 3)
    if token.value < 0:
        return spelt_out(words, at)
    return _checked(words, at, at + 1)


def _checked(words: Words, at: int, end: int) -> tuple[int, int] | None:
    """Give a number of digits, after a look at the words in brackets that repeat it."""
    token = words.tokens[at]
    if len(token.plain) > _LONGEST:
        return None
    if words.tokens[end].plain == "(" and (found := spelt_out(words, end + 1)):
        number, behind = found
        if words.tokens[behind].plain == ")":
            if number != token.value:
                raise DeadlineProblem(
                    say(
                        "`{text}` gives two different numbers",
                        text=words.between(at, behind + 1),
                    ),
                    say("correct the one that is wrong"),
                )
            end = behind + 1
    return token.value, end


def spelt_out(words: Words, at: int) -> tuple[int, int] | None:
    """Give a number in words up to 999, and the position behind it."""
    number, end = 0, at
    if (found := _one(words, end)) and (behind := _HUNDRED(words, found[1])):
        number, end = 100 * found[0], behind
        end = _AND(words, end) or end
    if behind := _TEN(words, end):
        number, end = number + 10, behind
    elif (found := _one(words, end)) and (behind := _TENS(words, found[1])):
        number, end = number + 10 * found[0], behind
    if found := _one(words, end):
        # `mười năm` is ten years and `mười lăm` fifteen: a five that could be a year is one.
        if end > at and _is_year(words, end):
            return number, end
        number, end = number + found[0], found[1]
    return (number, end) if end > at else None


def _is_year(words: Words, at: int) -> bool:
    """Tell whether `năm` after a number is the unit and not a five: no unit follows."""
    if words.tokens[at].plain != "nam":
        return False
    return not any(matches(words, at + 1) for matches, _ in _UNITS)


def _one(words: Words, at: int) -> tuple[int, int] | None:
    for number, matches in _ONES:
        if end := matches(words, at):
            return number, end
    return None
