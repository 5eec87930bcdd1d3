"""Days as documents write them: `30/8/2026`, `ngày 05 tháng 02 năm 2026`, `ngày 25`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stcli.deadlines.days import real_day
from stcli.deadlines.kinds import Span
from stcli.deadlines.phrases.amounts import amount, spelt_out
from stcli.deadlines.phrases.matching import either
from stcli.deadlines.phrases.parts import CalendarDay, Edge, Found, InMonth, QuarterDay, Stretch

if TYPE_CHECKING:
    from stcli.deadlines.phrases.tokens import Words

_DAY = either("các ngày|ngày mồng|ngày mùng|ngày|mồng|mùng")
_DAY_OF_LIST = either("ngày|by|before|trước|nhất|là")
_MONTH, _YEAR = either("tháng"), either("năm")
_UNIT = either("ngày|tuần|tháng|năm|quý|day|days|week|weeks|month|months|year|years|giờ")
_OF = either("của|of|trong")
_THIS = either("này|nay")
_NEXT = either("sau|tới|tiếp theo|kế tiếp|liền kề|liền sau|kế tiếp theo")
_SURELY_NEXT = either("tiếp theo|kế tiếp|liền kề|liền sau|kế tiếp theo")
_LAST_MONTH = either(
    "tháng cuối quý|tháng cuối của quý|tháng cuối cùng của quý|tháng cuối mỗi quý"
    "|tháng cuối cùng mỗi quý|tháng cuối hằng quý|tháng cuối hàng quý|tháng cuối của mỗi quý"
    "|tháng thứ ba của quý"
    "|tháng thứ 3 của quý"
)
_FIRST_MONTH = either(
    "tháng đầu quý|tháng đầu của quý|tháng đầu tiên của quý|tháng đầu mỗi quý"
    "|tháng thứ nhất của quý"
)
_LAST_DAY = either("ngày cuối cùng của|ngày cuối cùng|ngày cuối của|ngày cuối")
_EACH = either("hằng|hàng|mỗi")
_PERIODS = (
    (either("tháng"), Span.MONTH),
    (either("quý"), Span.QUARTER),
    (either("năm"), Span.YEAR),
)
_SIGNS = frozenset("/.-")
_JOINS = frozenset({",", "va", "and"})
_TWO, _FOUR, _EIGHT = 2, 4, 8
_LONGEST_MONTH = 31
_CENTURY = 2000
_JUNE = 6


class Tail(NamedTuple):
    """The year behind a month or quarter, or that it is this or the next one."""

    year: int | None = None
    later: int | None = None
    end: int = 0


def calendar_day(words: Words, at: int) -> Found:
    """Give a day with its month, or one behind `ngày` without."""
    start = _DAY(words, at) or at
    found = _in_digits(words, start) or _in_words(words, start)
    if found is None and start > at:
        found = _alone(words, start)
    return found


def listed_day(words: Words, at: int) -> Found:
    """Give a bare number that goes on a list of days: `by 25`, `ngày 10 và 25`."""
    tokens = words.tokens
    token = tokens[at]
    if not (0 <= token.value <= _LONGEST_MONTH and len(token.plain) <= _TWO):
        return None
    before, most = at - 1, at - 2 * _LONGEST_MONTH
    while before > most and tokens[before].plain in _JOINS and _is_short(words, before - 1):
        before -= 2
    if before < 0 or not _DAY_OF_LIST(words, before):
        return None
    return _alone(words, at)


def last_day_of(words: Words, at: int) -> Found:
    """Give the last day of a period without a number: `ngày cuối cùng của tháng`."""
    end = _LAST_DAY(words, at)
    if not end:
        return None
    each = _EACH(words, end)
    for matches, span in _PERIODS:
        behind = matches(words, each or end)
        if behind and words.tokens[behind].value < 0:
            repeated = bool(each)
            return Stretch(span, None, None, 0, Edge.END, stated=False, repeated=repeated), behind
    return None


def tail(words: Words, at: int) -> Tail:
    """Give the year behind a month: `/2025`, `năm 2025`, `năm nay`, `này`, `sau`."""
    tokens = words.tokens
    start = at + 1 if tokens[at].plain == "," and not tokens[at + 1].plain.isdecimal() else at
    start = _OF(words, start) or start
    if behind := _YEAR(words, start):
        if is_year(words, behind):
            return Tail(tokens[behind].value, None, behind + 1)
        if end := _THIS(words, behind):
            return Tail(None, 0, end)
        if end := _NEXT(words, behind):
            return Tail(None, 1, end)
        return Tail(end=at)
    signed = at + 1 if tokens[at].plain in _SIGNS or tokens[at].plain == "," else at
    if is_year(words, signed) and not _goes_on(words, signed + 1):
        return Tail(tokens[signed].value, None, signed + 1)
    return Tail(end=at)


def is_year(words: Words, at: int) -> bool:
    """Tell whether a number has the four digits of a year."""
    token = words.tokens[at]
    return token.value >= 0 and len(token.plain) == _FOUR


def _in_digits(words: Words, at: int) -> Found:
    tokens = words.tokens
    first, sign, second = tokens[at : at + 3]
    if len(first.plain) == _EIGHT and first.value >= 0 and first.plain[:2] in {"19", "20", "21"}:
        return _day(first.plain[:4], first.plain[4:6], first.plain[6:]), at + 1
    if first.value < 0 or second.value < 0 or sign.plain not in _SIGNS:
        return None
    if tokens[at + 3].plain == sign.plain and tokens[at + 4].value >= 0:
        return None if _goes_on(words, at + 5) else _of_three(words, at)
    if len(first.plain) > _TWO or len(second.plain) > _TWO:
        return None
    return _of_two(words, at)


def _of_three(words: Words, at: int) -> Found:
    """Give the day of three numbers; the day stands first, or a year of four digits does."""
    first, sign, second, _, third = words.tokens[at : at + 5]
    digits = tuple(len(token.plain) for token in (first, second, third))
    if digits[1] > _TWO:
        return None
    if digits[0] == _FOUR and digits[2] <= _TWO:
        return _day(first.plain, second.plain, third.plain), at + 5
    if digits[0] <= _TWO and digits[2] == _FOUR:
        return _day(third.plain, second.plain, first.plain), at + 5
    if digits[0] <= _TWO and digits[2] == _TWO and sign.plain == "/":
        return _day(str(_CENTURY + third.value), second.plain, first.plain), at + 5
    return None


def _day(year: str, month: str, day: str) -> CalendarDay:
    found = real_day(f"{year}-{month:0>2}-{day:0>2}")
    return CalendarDay(found.day, found.month, found.year)


def _of_two(words: Words, at: int) -> Found:
    """Give the day of `15/6`, and with a word before it `15-6`; never that of `3-5 ngày`."""
    first, sign, second = words.tokens[at : at + 3]
    if not (sign.glued and second.glued) or _goes_on(words, at + 3):
        return None
    named = at > 0 and _DAY(words, at - 1)
    if not named and (sign.plain == "." or (first.glued and words.tokens[at - 1].plain.isalpha())):
        return None
    end = tail(words, at + 3)
    unit = _UNIT(words, at + 3)
    if unit and end.end == at + 3 and words.tokens[unit].value < 0:
        return None
    hyphen = sign.plain == "-"
    if end.year is not None:
        return _day(f"{end.year:04}", second.plain, first.plain), end.end
    return CalendarDay(first.value, second.value, None, end.later, hyphen=hyphen), end.end


def _in_words(words: Words, at: int) -> Found:
    """Give the day of `30 tháng 6 năm 2025`, `30 tháng 6`, `05 tháng này`."""
    found = amount(words, at)
    if found is None or found[0] > _LONGEST_MONTH:
        return None
    day, end = found
    end = end + 1 if words.tokens[end].plain == "," else end
    behind = _MONTH(words, end)
    number = behind and month_number(words, behind)
    if not number:
        return None
    month, end = number
    year = tail(words, end)
    if year.year is not None:
        return _day(f"{year.year:04}", str(month), str(day)), year.end
    return CalendarDay(day, month, None, year.later), year.end


def month_number(words: Words, at: int) -> tuple[int, int] | None:
    """Give the number of a month in digits or words; `tháng sau` is the next, not the sixth."""
    token = words.tokens[at]
    if token.value >= 0:
        return (token.value, at + 1) if len(token.plain) <= _TWO else None
    if token.plain == "sau" and not token.marks:
        june = not words.marked and tail(words, at + 1).year is not None
        return (_JUNE, at + 1) if june else None
    return None if _UNIT(words, at) else spelt_out(words, at)


def _alone(words: Words, at: int) -> Found:
    """Give a day of the month, of this or the next one, or of a month of the quarter."""
    token = words.tokens[at]
    if not (0 <= token.value <= _LONGEST_MONTH and len(token.plain) <= _TWO):
        return None
    if _goes_on(words, at + 1) or (_UNIT(words, at + 1) and not _MONTH(words, at + 1)):
        return None
    of = _OF(words, at + 1) or at + 1
    found = _in_quarter(words, token.value, of)
    if found is not None:
        return found
    month = _MONTH(words, of)
    if end := month and _THIS(words, month):
        return CalendarDay(token.value, later=0), end
    if end := month and _NEXT(words, month):
        repeated = of > at + 1 or bool(_SURELY_NEXT(words, month))
        return CalendarDay(token.value, later=1, repeated=repeated), end
    if month and words.tokens[month].value >= 0:
        return None
    return CalendarDay(token.value), at + 1


def _in_quarter(words: Words, day: int, at: int) -> Found:
    """Give the day of the last or first month of a quarter, or of the first of the next."""
    if end := _LAST_MONTH(words, at):
        return QuarterDay(day, InMonth.LAST), end
    end = _FIRST_MONTH(words, at)
    if not end:
        return None
    after = _NEXT(words, end)
    return QuarterDay(day, InMonth.AFTER if after else InMonth.FIRST), after or end


def _goes_on(words: Words, at: int) -> bool:
    """Tell whether another number follows at once, so that this is no day but part of something."""
    sign, number = words.tokens[at : at + 2]
    return sign.plain in _SIGNS and sign.glued and number.glued and number.value >= 0


def _is_short(words: Words, at: int) -> bool:
    token = words.tokens[at]
    return token.value >= 0 and len(token.plain) <= _TWO
