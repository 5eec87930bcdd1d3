"""The one text of a deadline, which reads back as the same deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from stcli.deadlines.kinds import (
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
)

if TYPE_CHECKING:
    from stcli.deadlines.kinds import Anchor, Deadline

FOLLOWING = {
    Every.WEEK: "week",
    Every.MONTH: "month",
    Every.QUARTER: "month",
    Every.YEAR: "year",
}
"""What comes after the period of a series, where its days can lie: after a quarter, a month."""


def write(deadline: Deadline) -> str:
    """Give the canonical text: `parse(write(deadline)) == deadline` for all that `parse` gives."""
    match deadline:
        case Day(day, None):
            return day.isoformat()
        case Day(day, hour):
            return f"{day.isoformat()} {hour:%H:%M}"
        case Before(day):
            return f"before {day.isoformat()}"
        case Period():
            return _period(deadline)
        case Count():
            return _count(deadline)
        case Ahead(_, _, base):
            return f"{_length(deadline)} before {base}"
        case Series():
            return _series(deadline)
        case Ongoing(since):
            return "ongoing" if since is None else f"{since}.."
    assert_never(deadline)


def _period(period: Period) -> str:
    year, month = period.first.year, period.first.month
    match period.unit:
        case Span.MONTH:
            return f"{year}-{month:02}"
        case Span.QUARTER:
            return f"{year}-Q{(month + 2) // 3}"
        case Span.HALF_YEAR:
            return f"{year}-H{(month + 5) // 6}"
        case Span.YEAR:
            return f"{year}"
        case Span.YEARS:
            return f"{year}..{period.last.year}"
    assert_never(period.unit)


def _count(count: Count) -> str:
    match count.base:
        case Base.ISSUED:
            return _length(count)
        case Completion(reference):
            # A number sign behind a space starts a comment in YAML, so that `#2` is `task 2`.
            named = f"task {reference[1:]}" if reference.startswith("#") else reference
            return f"{_length(count)} from {named}"
        case base:
            return f"{_length(count)} from {base}"


def _length(of: Count | Ahead) -> str:
    unit = of.unit.replace("-", " ")
    return f"{of.amount} {unit}" if of.amount == 1 else f"{of.amount} {unit}s"


def _series(series: Series) -> str:
    words = [series.every.value]
    if series.anchors:
        words.append("before" if series.strict else "by")
        words.append(", ".join(_anchor(anchor) for anchor in series.anchors))
    if series.following:
        words.append(f"of next {FOLLOWING[series.every]}")
    if series.hour is not None:
        words.append(f"{series.hour:%H:%M}")
    if series.first is not None:
        words.append(f"from {series.first}")
    if series.last is not None:
        words.append(f"until {series.last}")
    return " ".join(words)


def _anchor(anchor: Anchor) -> str:
    match anchor:
        case MonthDay(month, day):
            return f"{month:02}-{day:02}"
        case word_or_number:
            return str(word_or_number)
