"""The texts that days, periods and deadlines are, as patterns for programs that cannot read them.

The patterns are of ECMA 262, as JSON Schema has them, and use nothing of it that other languages
lack. They say what the parsers of `deadlines/` take, but for what no pattern of a sensible length
says: that a range of years runs forwards, and that a text is not absurdly long.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from datetime import date
from typing import TYPE_CHECKING, Final

from stcli.days import FIRST_YEAR, LAST_YEAR
from stcli.deadlines import Base, Every, Unit, Weekday
from stcli.deadlines.grammar import MOST
from stcli.deadlines.writing import FOLLOWING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ZEROS: Final = "0{0,90}"
_COMMON_YEAR: Final = 2025
_FEBRUARY: Final = 2
_LONGEST_WEEK: Final = 53
_YEARS: Final = range(FIRST_YEAR, LAST_YEAR + 1)
_MONTHS: Final = range(1, 13)


def between(low: int, high: int, *, width: int = 1) -> str:
    """Give the pattern of the whole numbers from `low` to `high`, in at least `width` digits."""
    first, last = str(low).zfill(width), str(high).zfill(width)
    if len(first) < len(last):
        nines = "9" * len(first)
        return f"{_between(first, nines)}|{between(int(nines) + 1, high)}"
    return _between(first, last)


def _between(first: str, last: str) -> str:
    """Give the pattern of numbers of one length."""
    if first == last:
        return first
    if first[0] == last[0]:
        return f"{first[0]}{_group(_between(first[1:], last[1:]))}"
    low, high, rest = int(first[0]), int(last[0]), len(first) - 1
    parts = []
    if first[1:].strip("0"):
        parts.append(f"{low}{_group(_between(first[1:], '9' * rest))}")
        low += 1
    tail = ""
    if last[1:].strip("9"):
        tail = f"{high}{_group(_between('0' * rest, last[1:]))}"
        high -= 1
    if low <= high:
        digit = str(low) if low == high else f"[{low}-{high}]"
        parts.append(digit + ("", "[0-9]", f"[0-9]{{{rest}}}")[min(rest, 2)])
    return "|".join((*parts, tail) if tail else parts)


def _group(pattern: str) -> str:
    return f"(?:{pattern})" if "|" in pattern else pattern


def _any(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


def _some(years: Iterable[int]) -> str:
    """Give the pattern of years, those of each century together."""
    centuries: dict[int, list[str]] = {}
    for year in years:
        centuries.setdefault(year // 100, []).append(f"{year % 100:02}")
    return _any(*(f"{century}{_any(*ends)}" for century, ends in centuries.items()))


def _days_of_months(months: Iterable[int], february: int) -> str:
    """Give the pattern of `06-30`: the days of some months, so many of them in February."""
    lengths: dict[int, list[str]] = {}
    for month in months:
        length = february if month == _FEBRUARY else monthrange(_COMMON_YEAR, month)[1]
        lengths.setdefault(length, []).append(f"{month:02}")
    return _any(
        *(f"{_any(*some)}-{_any(between(1, length, width=2))}" for length, some in lengths.items())
    )


def _length(unit: Unit, most: int) -> str:
    words = unit.replace("-", r"(?:-|\s+)")
    return rf"{_ZEROS}{_any(between(1, most))}\s+{words}s?"


_YEAR: Final = _any(between(FIRST_YEAR, LAST_YEAR))
_DAY: Final = _any(
    f"{_YEAR}-{_days_of_months(_MONTHS, february=28)}", f"{_some(filter(isleap, _YEARS))}-02-29"
)
_HOUR: Final = f"{_any(between(0, 23, width=2))}:{_any(between(0, 59, width=2))}"
_PART: Final = _any(between(1, 12, width=2), "[Qq][1-4]", "[Hh][12]")
_LONG_YEARS: Final = (one for one in _YEARS if date(one, 12, 28).isocalendar()[1] == _LONGEST_WEEK)
_WEEK: Final = _any(
    f"{_YEAR}-[Ww]{_any(between(1, 52, width=2))}", f"{_some(_LONG_YEARS)}-[Ww]{_LONGEST_WEEK}"
)
_AFTER: Final = f"{LAST_YEAR + 1}-{_days_of_months(_MONTHS, february=28)}"
"""A day of the last period may lie in the year after it."""

_LENGTH: Final = _any(*(_length(unit, most) for unit, most in MOST.items()))
_BASE: Final = _any(*Base, _DAY)
_TASK: Final = r"(?:task\s+[^\s#]{1,100}|[^\s#]{0,100}#[^\s#]{1,100})"
_COUNT: Final = rf"{_LENGTH}(?:\s+(?:from|before)\s+{_BASE}|\s+from\s+{_TASK})?"


def _listed(one: str) -> str:
    return rf"{one}(?:\s*,\s*{one})*"


def _halves() -> str:
    first, second = (_days_of_months(months, february=29) for months in (range(1, 7), range(7, 13)))
    return _any(rf"{first}\s*,\s*{second}", rf"{second}\s*,\s*{first}")


_DAY_OF_MONTH: Final = _any("0?[1-9]", between(10, 31))
_ANCHORS: Final = {
    Every.WEEK: _listed(_any(*Weekday)),
    Every.MONTH: _listed(_DAY_OF_MONTH),
    Every.QUARTER: _listed(_DAY_OF_MONTH),
    Every.HALF_YEAR: _halves(),
    Every.YEAR: _listed(_days_of_months(_MONTHS, february=29)),
}


def _series(every: Every) -> str:
    stretch = FOLLOWING.get(every)
    following = rf"(?:\s+of\s+next\s+{stretch})?" if stretch else ""
    days = rf"\s+(?:by|before)\s+{_ANCHORS[every]}{following}(?:\s+{_HOUR})?"
    return f"{every}{f'(?:{days})?' if every is Every.YEAR else days}"


_SERIES: Final = rf"{_any(*map(_series, Every))}(?:\s+from\s+{_YEAR})?(?:\s+until\s+{_YEAR})?"

DAY: Final = f"^{_DAY}$"
PERIOD: Final = rf"^\s*{_any(f'{_YEAR}(?:-{_PART})?', _WEEK, _DAY, _AFTER)}\s*$"
_DEADLINES: Final = (
    rf"(?:before\s+)?{_DAY}(?:\s+{_HOUR})?",
    f"{_YEAR}(?:-{_PART})?",
    rf"{_YEAR}\s*\.\.(?:\s*{_YEAR})?",
    "ongoing",
    _COUNT,
    _SERIES,
)
DEADLINE: Final = rf"^\s*{_any(*_DEADLINES)}\s*$"


def whole_number(low: int, high: int, *, digits: int) -> str:
    """Give the pattern of a whole number in at most so many digits, zeros in front included."""
    return f"^(?=[0-9]{{1,{digits}}}$)0*{_any(between(low, high))}$"
