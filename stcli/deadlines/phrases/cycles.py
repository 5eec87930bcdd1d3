"""How often something falls due: `hằng quý`, `định kỳ 6 tháng`, `3 tháng một lần`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.deadlines.kinds import Every
from stcli.deadlines.phrases.amounts import amount
from stcli.deadlines.phrases.matching import either
from stcli.deadlines.phrases.parts import Cycle, Following, Found, Mark

if TYPE_CHECKING:
    from stcli.deadlines.phrases.tokens import Words

_REGULARLY = either("định kỳ|theo định kỳ")
_EACH = either(
    "hằng|hàng|mỗi|vào hằng|vào hàng|của hằng|của hàng|của mỗi|định kỳ hằng|định kỳ hàng"
    "|định kỳ mỗi|theo định kỳ hằng|theo định kỳ hàng|định kỳ theo|định kỳ vào|every|each"
)
_BY = either("theo|báo cáo|báo cáo định kỳ")
_REPORT = either("kỳ báo cáo|của kỳ báo cáo|mỗi kỳ báo cáo|của mỗi kỳ báo cáo")
_UNITS = (
    (either("tuần|week"), Every.WEEK),
    (either("quý|quarter"), Every.QUARTER),
    (either("6 tháng|06 tháng|sáu tháng|nửa năm|half year"), Every.HALF_YEAR),
    (either("3 tháng|03 tháng|ba tháng"), Every.QUARTER),
    (either("tháng|month"), Every.MONTH),
    (either("năm|year"), Every.YEAR),
)
_MONTHS = {1: Every.MONTH, 3: Every.QUARTER, 6: Every.HALF_YEAR, 12: Every.YEAR}
_MONTH = either("tháng")
_SINGLE = (
    (either("tuần"), Every.WEEK),
    (either("quý"), Every.QUARTER),
    (either("năm"), Every.YEAR),
)
_ONCE = either("một lần|1 lần|01 lần|/ lần|/ 1 lần|/ 01 lần|mỗi lần")
_DAILY = either("hằng ngày|hàng ngày|mỗi ngày|every day|each day|daily")
_ADVERBS = (
    (either("yearly|annually"), Every.YEAR),
    (either("half - yearly|half yearly|half _ yearly"), Every.HALF_YEAR),
    (either("quarterly"), Every.QUARTER),
    (either("monthly"), Every.MONTH),
    (either("weekly"), Every.WEEK),
)
_OF_NEXT = either("of next")
_STRETCHES = frozenset({"week", "month", "year"})
_JOINS = frozenset({",", "va", "and", "/", "hoac", "+"})
_MAY_FOLLOW = """
truoc cham muon va vao den tu ke tinh gui bao theo thi hoac mot thuong lien by before
"""
_AFTER_UNIT = frozenset(_MAY_FOLLOW.split())
_PART_OF_YEAR = either("đầu|cuối")


def cycle(words: Words, at: int) -> Found:
    """Give how often, or several of them that are listed."""
    if end := _DAILY(words, at):
        return Mark.DAILY, end
    for matches, every in _ADVERBS:
        if end := matches(words, at):
            return Cycle((every,), english=True), end
    if start := _REPORT(words, at):
        return _of_reports(words, start)
    english = words.tokens[at].plain in {"every", "each"}
    start = _EACH(words, at)
    found = start and (_once(words, start) or _unit(words, start))
    if not found:
        start = _REGULARLY(words, at) or _BY(words, at)
        found = start and (_once(words, start) or _unit(words, start, bare=True))
    if not found:
        return None if start else once(words, at)
    everies, end = _listed(words, *found)
    return Cycle(everies, english=english), end


def once(words: Words, at: int) -> Found:
    """Give how often of `6 tháng một lần`, `3 tháng/lần`, `năm một lần`."""
    found = _once(words, at)
    if not found:
        return None
    everies, end = _listed(words, *found)
    return Cycle(everies), end


def following(words: Words, at: int) -> Found:
    """Give the words `of next month` of the format."""
    end = _OF_NEXT(words, at)
    if end and words.tokens[end].plain in _STRETCHES:
        return Following(words.tokens[end].plain), end + 1
    return None


def _of_reports(words: Words, start: int) -> Found:
    """Give the periods listed behind `kỳ báo cáo`; without a list there are none to tell."""
    bracket = words.tokens[start].plain == "("
    found = _unit(words, start + bracket, bare=True)
    if not found:
        return Cycle((), reporting=True), start
    everies, end = _listed(words, *found)
    if bracket and words.tokens[end].plain == ")":
        end += 1
    return Cycle(everies, reporting=True), end


def _listed(words: Words, every: Every, end: int) -> tuple[tuple[Every, ...], int]:
    """Give the cycle with those that are listed behind it: `hằng tháng, quý, năm`."""
    everies = [every]
    while words.tokens[end].plain in _JOINS:
        start = end + 1
        found = _unit(words, _EACH(words, start) or start, bare=not _EACH(words, start))
        if not found:
            break
        everies.append(found[0])
        end = found[1]
    return tuple(dict.fromkeys(everies)), end


def _once(words: Words, at: int) -> tuple[Every, int] | None:
    """Give the cycle of `6 tháng một lần`, `3 tháng/lần`, `mỗi năm một lần`."""
    for number, end in (amount(words, at) or (0, at), (1, at)):
        if (unit := _MONTH(words, end)) and number in _MONTHS and (behind := _ONCE(words, unit)):
            return _MONTHS[number], behind
        if number != 1:
            continue
        for matches, every in _SINGLE:
            if (unit := matches(words, end)) and (behind := _ONCE(words, unit)):
                return every, behind
    return None


def _unit(words: Words, at: int, *, bare: bool = False) -> tuple[Every, int] | None:
    """Give the cycle of a unit; `bare` without `hằng` before it, so that less may follow."""
    for matches, every in _UNITS:
        end = matches(words, at)
        if not end:
            continue
        token = words.tokens[end]
        if token.value >= 0 or _PART_OF_YEAR(words, end):
            return None
        if bare and token.plain and token.plain[0].isalpha() and token.plain not in _AFTER_UNIT:
            return None
        return every, end
    return None
