"""Deadlines in words: in English as they are typed, in Vietnamese as documents say them."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, assert_never

from stcli.deadlines import (
    Ahead,
    Base,
    Before,
    Completion,
    Count,
    Day,
    Every,
    MonthDay,
    Ongoing,
    Period,
    Series,
    Span,
    Unit,
    Weekday,
    write,
)
from stcli.words.formats import day
from stcli.words.languages import Language

if TYPE_CHECKING:
    from stcli.deadlines import Anchor, Deadline

_QUARTERS = ("I", "II", "III", "IV")
_HALVES = ("đầu", "cuối")
_BASES = {
    Base.ISSUED: "ngày ban hành",
    Base.RECEIVED: "ngày nhận văn bản",
    Base.EFFECTIVE: "ngày có hiệu lực",
}
_UNITS = {
    Unit.DAY: "ngày",
    Unit.WORKING_DAY: "ngày làm việc",
    Unit.WEEK: "tuần",
    Unit.MONTH: "tháng",
    Unit.YEAR: "năm",
}
_CYCLES = {
    Every.WEEK: "hằng tuần",
    Every.MONTH: "hằng tháng",
    Every.QUARTER: "hằng quý",
    Every.HALF_YEAR: "6 tháng một lần",
    Every.YEAR: "hằng năm",
}
_AFTER = {
    Every.WEEK: "tuần sau",
    Every.MONTH: "tháng sau",
    Every.QUARTER: "tháng đầu quý sau",
    Every.YEAR: "năm sau",
}
_WEEKDAYS = dict(
    zip(
        Weekday,
        ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
        strict=True,
    )
)
_FEBRUARY = 2


def deadline(deadline: Deadline, language: Language) -> str:
    """Give a deadline in words; `day` is for the last day it gives."""
    if language is Language.ENGLISH:
        return write(deadline)
    match deadline:
        case Day():
            return _day(deadline)
        case Before(first):
            return f"trước ngày {day(first, language)}"
        case Period():
            return _period(deadline)
        case Count(base=base):
            return f"{_length(deadline)} kể từ {_start(base)}"
        case Ahead(base=base):
            return f"ít nhất {_length(deadline)} trước {_start(base)}"
        case Series():
            return _series(deadline)
        case Ongoing(since):
            return f"năm {since} và những năm tiếp theo" if since else "thường xuyên"
    assert_never(deadline)


def _day(of: Day) -> str:
    last = day(of.day, Language.VIETNAMESE)
    return last if of.hour is None else f"{_hour(of.hour)} ngày {last}"


def _period(period: Period) -> str:
    year, month = period.first.year, period.first.month
    match period.unit:
        case Span.MONTH:
            return f"tháng {_month(month)} năm {year}"
        case Span.QUARTER:
            return f"quý {_QUARTERS[(month - 1) // 3]} năm {year}"
        case Span.HALF_YEAR:
            return f"6 tháng {_HALVES[(month - 1) // 6]} năm {year}"
        case Span.YEAR:
            return f"năm {year}"
        case Span.YEARS:
            return f"giai đoạn {year}-{period.last.year}"
    assert_never(period.unit)


def _length(of: Count | Ahead) -> str:
    return f"{of.amount:02} {_UNITS[of.unit]}"


def _start(base: Base | date | Completion) -> str:
    match base:
        case Base():
            return _BASES[base]
        case Completion(reference):
            return f"ngày hoàn thành nhiệm vụ {reference.removeprefix('#')}"
        case date():
            return f"ngày {day(base, Language.VIETNAMESE)}"
    assert_never(base)


def _series(series: Series) -> str:
    words = _CYCLES[series.every]
    if series.anchors:
        limit = "trước" if series.strict else "chậm nhất"
        hour = f" {_hour(series.hour)}" if series.hour is not None else ""
        words += f", {limit}{hour} {_anchors(series)}"
    if series.first is not None:
        words += f", từ năm {series.first}"
    if series.last is not None:
        words += f" đến năm {series.last}" if series.first else f", đến năm {series.last}"
    return words


def _anchors(series: Series) -> str:
    """Give the days, the month of those of a quarter, and that they lie after the period."""
    *days, last = map(_anchor, series.anchors)
    anchors = f"{', '.join(days)} và {last}" if days else last
    if series.following:
        return f"{anchors} {_AFTER[series.every]}"
    return f"{anchors} tháng cuối quý" if series.every is Every.QUARTER else anchors


def _hour(hour: time) -> str:
    return f"{hour:%H} giờ {hour:%M}"


def _anchor(anchor: Anchor) -> str:
    match anchor:
        case MonthDay(month, day_of_month):
            return f"ngày {day_of_month:02}/{_month(month)}"
        case Weekday():
            return _WEEKDAYS[anchor]
        case int():
            return f"ngày {anchor:02}"
    assert_never(anchor)


def _month(month: int) -> str:
    """Give a month as Decree 30/2020/NĐ-CP wants it: only 1 and 2 take a leading 0."""
    return f"{month:02}" if month <= _FEBRUARY else str(month)
