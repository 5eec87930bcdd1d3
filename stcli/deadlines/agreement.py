"""Whether a deadline is what the words of its document say."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from stcli.deadlines.counting import last_day
from stcli.deadlines.kinds import Before, Count, Series

if TYPE_CHECKING:
    from datetime import date

    from stcli.calendar import Calendar
    from stcli.deadlines.counting import Bases
    from stcli.deadlines.kinds import Deadline
    from stcli.deadlines.phrases import Recognition

_OPEN = frozenset({"event", "no-start"})
"""Doubts about the day that a count starts from, which whoever writes the deadline settles."""

_SAID_ON = frozenset({"relative", "no-year", "event"})
"""Doubts that the day on which words were said may settle."""


def contradiction(
    deadline: Deadline, text: str, said_on: date, bases: Bases, calendar: Calendar
) -> Deadline | None:
    """Give what words said on a day mean, where the deadline written beside them is another.

    Nothing is given where the words leave open what the deadline settles: whether `trước ngày`
    includes the day, from which event a period is counted, which of several days is meant, or
    that the program cannot tell a day from them at all.
    """
    if deadline in _literally(text):
        return None
    from stcli.deadlines.phrases import recognise  # noqa: PLC0415 - only words pay for the import

    # The same words stand in many directives: they are read once, unless the day matters to them.
    read = recognise(text)
    if read.deadline is None and any(doubt.kind in _SAID_ON for doubt in read.doubts):
        read = recognise(text, said_on)
    meant = read.deadline
    if meant is None or deadline == meant or deadline in read.alternatives:
        return None
    if isinstance(meant, Series) or isinstance(deadline, Series):
        return None if _same_series(deadline, meant) else meant
    if any(doubt.kind in _OPEN for doubt in read.doubts):
        return None if _same_length(deadline, meant) else meant
    day = last_day(deadline, bases, calendar)
    if day is None:
        return meant if last_day(meant, bases, calendar) is not None else _never(deadline, meant)
    return None if day in _days(read, bases, calendar) else meant


@lru_cache(maxsize=4096)
def _literally(text: str) -> tuple[Deadline, ...]:
    """Give what words may mean whatever the day; most words stand in many directives."""
    from stcli.deadlines.phrases import recognise  # noqa: PLC0415 - the same

    read = recognise(text)
    return () if read.deadline is None else (read.deadline, *read.alternatives)


def _never(deadline: Deadline, meant: Deadline) -> Deadline | None:
    """Compare two deadlines without a day: counts that start later, or what never ends."""
    return None if deadline.__class__ is meant.__class__ else meant


def _days(read: Recognition, bases: Bases, calendar: Calendar) -> set[date | None]:
    """Give the last days that the words may mean."""
    found = {last_day(one, bases, calendar) for one in (read.deadline, *read.alternatives) if one}
    match read.deadline:
        case Before(day):
            found |= {day, day - timedelta(days=1)}
    return found


def _same_length(deadline: Deadline, meant: Deadline) -> bool:
    """Tell whether a count is as long as the words say; another deadline was worked out by hand."""
    match deadline, meant:
        case Count(amount, unit), Count(other_amount, other_unit):
            return (amount, unit) == (other_amount, other_unit)
        case _:
            return True


def _days_alone(series: Series) -> Series:
    return replace(series, strict=False, first=None, last=None, hour=None)


def _same_series(deadline: Deadline, meant: Deadline) -> bool:
    """Tell whether two series fall due on the same days; a day may be added to words without it."""
    match deadline, meant:
        case Series(), Series():
            same = _days_alone(deadline) == _days_alone(meant)
            return same or (deadline.every is meant.every and not meant.anchors)
        case _:
            return False
