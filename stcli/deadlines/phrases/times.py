"""Hours and days of the week: `16 giờ 00`, `20h00`, `thứ Sáu`, `Chủ nhật tuần sau`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.deadlines.days import parse_hour
from stcli.deadlines.kinds import Weekday
from stcli.deadlines.phrases.matching import either
from stcli.deadlines.phrases.parts import Clock, DayOfWeek, Found

if TYPE_CHECKING:
    from stcli.deadlines.phrases.tokens import Words

_HOUR, _MINUTE = either("giờ|h|g"), either("phút|p")
_AFTERNOON, _MORNING = either("chiều|tối|pm"), either("sáng|am")
_OF_COUNT = either("trong|vòng|hạn|quá|đa|within|in")
_COUNTED = either("kể từ|tính từ|sau khi|làm việc")
_WEEKDAYS = tuple(
    (weekday, either(choices))
    for weekday, choices in zip(
        Weekday,
        (
            "thứ hai|thứ 2|monday",
            "thứ ba|thứ 3|tuesday",
            "thứ tư|thứ 4|wednesday",
            "thứ năm|thứ 5|thursday",
            "thứ sáu|thứ 6|friday",
            "thứ bảy|thứ bẩy|thứ 7|saturday",
            "chủ nhật|chúa nhật|sunday",
        ),
        strict=True,
    )
)
_DAY = either("các ngày|ngày")
_ORDINAL = frozenset({"lan", "ky", "dot", "thang", "nam", "quy", "viec", "phien", "hop", "tuan"})
_WEEK, _OF = either("tuần"), either("của")
_THIS, _NEXT = either("này"), either("sau|tới|tiếp theo|kế tiếp|liền kề")
_HALF_DAY, _WHOLE_DAY = 12, 24
_TWO = 2


def clock(words: Words, at: int) -> Found:
    """Give an hour of the day: `16 giờ 00`, `16h30`, `16:30`, `24h`, `5 giờ chiều`."""
    tokens = words.tokens
    hour = tokens[at]
    if not (0 <= hour.value <= _WHOLE_DAY and len(hour.plain) <= _TWO):
        return None
    end = _HOUR(words, at + 1)
    if tokens[at + 1].plain == ":" and tokens[at + 1].glued and tokens[at + 2].value >= 0:
        end = at + 2
    if not end or (at > 0 and _OF_COUNT(words, at - 1)):
        return None
    minute = 0
    if tokens[end].value >= 0 and len(tokens[end].plain) == _TWO and not _is_day(words, end):
        minute, end = tokens[end].value, end + 1
        end = _MINUTE(words, end) or end
    if _COUNTED(words, end):
        return None
    return _clock(words, hour.value, minute, end)


def weekday(words: Words, at: int) -> Found:
    """Give a day of the week, and whether it is of this week or the next."""
    start = _DAY(words, at) or at
    if start > 0 and words.tokens[start - 1].plain in _ORDINAL:
        return None
    for day, matches in _WEEKDAYS:
        end = matches(words, start)
        if not end:
            continue
        week = _WEEK(words, _OF(words, end) or end)
        if week and (behind := _THIS(words, week)):
            return DayOfWeek(day, 0), behind
        if week and (behind := _NEXT(words, week)):
            return DayOfWeek(day, 1), behind
        return DayOfWeek(day), end
    return None


def _clock(words: Words, hour: int, minute: int, end: int) -> tuple[Clock, int]:
    if behind := _AFTERNOON(words, end):
        hour, end = hour + _HALF_DAY if hour < _HALF_DAY else hour, behind
    elif behind := _MORNING(words, end):
        end = behind
    if (hour, minute) == (_WHOLE_DAY, 0):
        return Clock(None), end
    return Clock(parse_hour(f"{hour:02}:{minute:02}")), end


def _is_day(words: Words, at: int) -> bool:
    """Tell whether a number after an hour begins a day: `16h 30/6/2025`."""
    return words.tokens[at + 1].plain in {"/", "-", "."} and words.tokens[at + 2].value >= 0
