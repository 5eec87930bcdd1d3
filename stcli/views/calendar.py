"""A stretch of the calendar: its months, what is off or worked in them, and what falls due."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from stcli.calendar import DayOff, Swap
from stcli.states import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stcli.calendar import Calendar, Certainty
    from stcli.views.tasks import TaskRow

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_DROPPED = frozenset({State.CANCELLED, State.RETURNED})


class DayKind(StrEnum):
    """What a day is; the last two by rule, without a row in any file."""

    DAY_OFF = "day-off"
    SWAPPED_OFF = "swapped-off"
    SWAPPED_WORK = "swapped-work"
    WORKING_DAY = "working-day"
    WEEKEND = "weekend"


_WORKING = frozenset({DayKind.SWAPPED_WORK, DayKind.WORKING_DAY})


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day. `other` is the one it is swapped with; `due` are the tasks that count until it."""

    day: date
    kind: DayKind
    name: str | None = None
    other: date | None = None
    document: str | None = None
    certainty: Certainty | None = None
    due: tuple[TaskRow, ...] = ()

    @property
    def working(self) -> bool:
        """Whether it is a working day."""
        return self.kind in _WORKING

    @property
    def marked(self) -> bool:
        """Whether anything is to be said of it."""
        return self.document is not None or bool(self.due)


@dataclass(frozen=True, slots=True)
class Month:
    """One month: its working days, all its days in order, and the tasks due in it."""

    first: date
    working_days: int
    days: tuple[CalendarDay, ...]

    @property
    def due(self) -> int:
        """How many tasks fall due in it."""
        return sum(len(one.due) for one in self.days)

    @property
    def weeks(self) -> Iterator[tuple[CalendarDay | None, ...]]:
        """Give its weeks from Monday to Sunday, nothing for days of other months."""
        before = self.first.weekday()
        cells = (*(None,) * before, *self.days, *(None,) * (-(before + len(self.days)) % 7))
        return (cells[start : start + 7] for start in range(0, len(cells), 7))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Whole months from one day to another; `undecided` are the years not decided yet."""

    first: date
    last: date
    undecided: tuple[int, ...]
    months: tuple[Month, ...]

    @property
    def working_days(self) -> int:
        """How many working days there are in it."""
        return sum(month.working_days for month in self.months)

    @property
    def marked(self) -> tuple[CalendarDay, ...]:
        """The days of which there is something to say."""
        return tuple(one for month in self.months for one in month.days if one.marked)


def stretch(calendar: Calendar, rows: Iterable[TaskRow], first: date, last: date) -> Stretch:
    """Give the months from one day to another of the same year, and the tasks due in them.

    Tasks that were cancelled or returned are not due.
    """
    due: dict[date, list[TaskRow]] = defaultdict(list)
    for row in rows:
        if row.standing.effective_due is not None and row.state not in _DROPPED:
            due[row.standing.effective_due].append(row)
    listed = {one.day: one for one in _listed(calendar, first.year)}
    days = [
        listed.get(day) or _plain(day)
        for day in map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
    ]
    months: dict[int, list[CalendarDay]] = defaultdict(list)
    for one in days:
        months[one.day.month].append(replace(one, due=tuple(due.get(one.day, ()))))
    return Stretch(
        first,
        last,
        calendar.undecided(first, last),
        tuple(
            Month(held[0].day, sum(one.working for one in held), tuple(held))
            for held in months.values()
        ),
    )


def _plain(day: date) -> CalendarDay:
    weekend = day.weekday() >= _SATURDAY
    return CalendarDay(day, DayKind.WEEKEND if weekend else DayKind.WORKING_DAY)


def _listed(calendar: Calendar, year: int) -> Iterator[CalendarDay]:
    """Give the days of the rows of a year; a swap has two, and wins over a day off."""
    for row in calendar.rows(year):
        match row:
            case DayOff(day, name, document, certainty):
                yield CalendarDay(day, DayKind.DAY_OFF, name, None, document, certainty)
            case Swap(rest, work, document, certainty):
                yield CalendarDay(rest, DayKind.SWAPPED_OFF, None, work, document, certainty)
                yield CalendarDay(work, DayKind.SWAPPED_WORK, None, rest, document, certainty)
            case _:
                assert_never(row)
