"""Months, quarters, halves and years as documents write them, and the days at their edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.deadlines.kinds import Span
from stcli.deadlines.phrases.amounts import amount, spelt_out
from stcli.deadlines.phrases.dates import is_year, month_number, tail
from stcli.deadlines.phrases.matching import either
from stcli.deadlines.phrases.parts import Edge, Found, Onward, Stretch, Week, Years

if TYPE_CHECKING:
    from stcli.deadlines.phrases.tokens import Words

_MONTH, _QUARTER, _YEAR, _WEEK = either("tháng"), either("quý|q"), either("năm"), either("tuần")
_MONTHS_OF_YEAR = (
    (either("tháng đầu năm|tháng đầu của năm"), Edge.START),
    (either("tháng cuối năm|tháng cuối của năm"), Edge.END),
)
_HALVES = ((either("nửa đầu năm"), 1), (either("nửa cuối năm|nửa sau năm"), 2))
_EDGES = (
    (either("đầu"), Edge.START),
    (either("giữa"), Edge.MIDDLE),
    (either("cuối"), Edge.END),
)
_SPANS = ((_MONTH, Span.MONTH), (either("quý"), Span.QUARTER), (_YEAR, Span.YEAR))
_EACH = either("hằng|hàng|mỗi")
_THIS = either("này|nay")
_NEXT = either("sau|tới|tiếp theo|kế tiếp|liền kề|liền sau")
_WHOLE = either("trong|hết|cuối|đầu|giữa")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_TO = either("đến|tới|to")
_AND_ON = either(
    "và những năm tiếp theo|và các năm tiếp theo|và những năm sau|và các năm sau|và năm tiếp theo"
    "|và những năm tới|và các năm tới|và những năm kế tiếp|và các năm kế tiếp|và những năm sau đó"
    "|và các năm sau đó|những năm tiếp theo|các năm tiếp theo"
)
_PROGRAMME = either("giai đoạn|nhiệm kỳ|thời kỳ|cả giai đoạn")
_FROM = either("từ")
_SIGNS = frozenset("/.-")
_HALF, _MONTHS_A_YEAR, _QUARTERS = 6, 12, 4
_EARLIEST, _LATEST = 1900, 2200
_TWO = 2
_DIGIT = 9


def month(words: Words, at: int) -> Found:
    """Give a month: `tháng 6/2025`, `tháng sáu năm nay`, `6/2025`, `2025-06`, `tháng này`."""
    tokens = words.tokens
    if start := _MONTH(words, at):
        found = month_number(words, start)
        if found is None:
            return _unnumbered(words, at, start, Span.MONTH)
        number, end = found
    elif is_year(words, at):
        return _after_year(words, at)
    elif tokens[at].value >= 0 and len(tokens[at].plain) <= _TWO:
        year = at + 2
        if tokens[at + 1].plain not in _SIGNS or not is_year(words, year):
            return None
        if tokens[at + 1].plain != "/" and not (tokens[at + 1].glued and tokens[year].glued):
            return None
        return Stretch(Span.MONTH, tokens[at].value, tokens[year].value), year + 1
    else:
        return None
    return _with_year(words, Span.MONTH, number, end)


def quarter(words: Words, at: int) -> Found:
    """Give a quarter: `Quý II/2025`, `quý 3 năm nay`, `Q2 2025`, `quý này`."""
    start = _QUARTER(words, at)
    if not start:
        return None
    token = words.tokens[start]
    if token.value >= 0:
        if token.value > _DIGIT:
            return None
        number, end = token.value, start + 1
    elif token.plain in _ROMAN:
        number, end = _ROMAN[token.plain], start + 1
    elif token.plain != "sau" and (found := spelt_out(words, start)) and found[0] <= _QUARTERS:
        number, end = found
    else:
        return _unnumbered(words, at, start, Span.QUARTER)
    return _with_year(words, Span.QUARTER, number, end)


def half(words: Words, at: int) -> Found:
    """Give `6 tháng đầu năm 2025`, `nửa cuối năm nay`, `H1/2025`; the end of `9 tháng đầu năm`."""
    for matches, number in _HALVES:
        if end := matches(words, at):
            return _of_year(words, Span.HALF_YEAR, number, end)
    token = words.tokens[at + 1]
    if words.tokens[at].plain == "h" and 0 <= token.value <= _DIGIT:
        return _with_year(words, Span.HALF_YEAR, token.value, at + 2)
    found = amount(words, at)
    if found is None or not 1 <= found[0] <= _MONTHS_A_YEAR:
        return None
    for matches, edge in _MONTHS_OF_YEAR:
        if end := matches(words, found[1]):
            if found[0] == _HALF:
                return _of_year(words, Span.HALF_YEAR, 1 if edge is Edge.START else 2, end)
            number = found[0] if edge is Edge.START else _MONTHS_A_YEAR
            stretch, end = _of_year(words, Span.MONTH, number, end)
            return stretch._replace(edge=Edge.END), end
    return None


def year(words: Words, at: int) -> Found:
    """Give a year or several: `năm 2025`, `2025-2026`, `năm nay`, `2025 và những năm tiếp theo`."""
    start = _YEAR(words, at) or at
    if not is_year(words, start):
        return _unnumbered(words, at, start, Span.YEAR) if start > at else None
    first = words.tokens[start].value
    if start == at and not _EARLIEST <= first <= _LATEST:
        return None
    end = start + 1
    if behind := _AND_ON(words, end) or _dots(words, end):
        if is_year(words, behind):
            return Years(first, words.tokens[behind].value, programme=False), behind + 1
        return Onward(first), behind
    behind = end + 1 if words.tokens[end].plain == "-" else _TO(words, end)
    behind = behind and (_YEAR(words, behind) or behind)
    if behind and is_year(words, behind):
        return Years(first, words.tokens[behind].value, programme=False), behind + 1
    return Stretch(Span.YEAR, None, first), end


def edge(words: Words, at: int) -> Found:
    """Give the day at the edge of a period: `cuối tháng 6/2025`, `giữa năm 2025`, `đầu quý`."""
    for matches, which in _EDGES:
        start = matches(words, at)
        if not start:
            continue
        found = month(words, start) or quarter(words, start) or year(words, start)
        if found is not None and isinstance(found[0], Stretch):
            return found[0]._replace(edge=which), found[1]
        each = _EACH(words, start)
        for span_matches, span in _SPANS:
            end = span_matches(words, each or start)
            if end and words.tokens[end].value < 0:
                repeated = bool(each)
                return Stretch(span, None, None, 0, which, stated=False, repeated=repeated), end
    return None


def programme(words: Words, at: int) -> Found:
    """Give the years of a plan: `2021-2025` of `giai đoạn 2021-2025`."""
    start = _PROGRAMME(words, at)
    found = start and (year(words, start) or _from_to(words, start))
    if found and isinstance(found[0], Years):
        return found[0]._replace(programme=True), found[1]
    return None


def _from_to(words: Words, at: int) -> Found:
    start = _FROM(words, at)
    return year(words, start) if start else None


def week(words: Words, at: int) -> Found:
    """Give this week or the next one; a bare `trong tuần` is this one."""
    start = _WEEK(words, at)
    if not start:
        return None
    if end := _THIS(words, start):
        return Week(0), end
    if end := _NEXT(words, start):
        return Week(1), end
    if at > 0 and words.tokens[at - 1].plain in {"trong", "het"} and words.tokens[start].value < 0:
        return Week(0), start
    return None


def _dots(words: Words, at: int) -> int:
    """Give the position behind the two points of `2025..2026`, and of `2025..` where it is all."""
    first, second, third = words.tokens[at : at + 3]
    if not (first.plain == second.plain == "." and second.glued):
        return 0
    alone = at == 1 and third.plain == ""
    return at + 2 if alone or is_year(words, at + 2) else 0


def _of_year(words: Words, span: Span, number: int, end: int) -> tuple[Stretch, int]:
    """Give a stretch of a year, the word `năm` being the last of those before a position."""
    found = tail(words, end - 1)
    return Stretch(span, number, found.year, found.later), max(found.end, end)


def _with_year(words: Words, span: Span, number: int, end: int) -> tuple[Stretch, int]:
    """Give a numbered stretch with the year behind it, if there is one."""
    found = tail(words, end)
    if found.year is None and found.later is None and (behind := _THIS(words, end)):
        return Stretch(span, number, later=0), behind
    return Stretch(span, number, found.year, found.later), found.end


def _unnumbered(words: Words, at: int, start: int, span: Span) -> Found:
    """Give this or the next month, quarter or year; behind `trong` or `hết` a bare one is this."""
    if end := _THIS(words, start):
        return Stretch(span, later=0), end
    if end := _NEXT(words, start):
        june = span is Span.MONTH and not words.marked and words.tokens[start].plain == "sau"
        return Stretch(span, later=1, stated=not june), end
    if at > 0 and _WHOLE(words, at - 1) and words.tokens[start].value < 0:
        return Stretch(span, later=0, stated=False), start
    return None


def _after_year(words: Words, at: int) -> Found:
    """Give `2025-06`, `2025/6`, `2025Q2`, `2025-H1`."""
    tokens = words.tokens
    year_, sign = tokens[at], tokens[at + 1]
    start = at + 2 if sign.plain in _SIGNS and sign.glued else at + 1
    letter, number = tokens[start : start + 2]
    if letter.plain in {"q", "h"} and 0 <= number.value <= _DIGIT and number.glued:
        span = Span.QUARTER if letter.plain == "q" else Span.HALF_YEAR
        return Stretch(span, number.value, year_.value), start + 2
    if start == at + 2 and letter.value >= 0 and letter.glued and len(letter.plain) <= _TWO:
        return Stretch(Span.MONTH, letter.value, year_.value), start + 1
    return None
