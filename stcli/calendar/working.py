"""Working days: whether a day is one, which is the next, and so many of them on or back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import accumulate, chain
from typing import TYPE_CHECKING, TypeAlias

from stcli.calendar import law
from stcli.calendar.days import Certainty, DayOff, Listing, Swap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Row: TypeAlias = DayOff | Swap

NOTHING = Listing()


@dataclass(frozen=True, slots=True)
class _Year:
    """One year, counted once: its rows, its working days, and how many come before each day.

    `start` is the ordinal of its first day. `before` has a number more than the year has days: all
    of its working days.
    """

    rows: tuple[Row, ...]
    decided: bool
    start: int
    working: tuple[date, ...]
    before: tuple[int, ...]


class Calendar:
    """The working days of every year: as an office lists them, as is shipped, or as by law.

    A year of which the office lists days off is the office's alone; swaps without days off are
    added to what is shipped. Saturdays and Sundays are off by rule. Years are counted when they
    are first asked for, and kept.
    """

    __slots__ = ("_office", "_own", "_shipped", "_years")

    def __init__(
        self,
        office: Listing = NOTHING,
        shipped: Callable[[int], Listing] = lambda _: NOTHING,
    ) -> None:
        self._office = office
        self._own = frozenset(one.day.year for one in office.days_off)
        self._shipped = shipped
        self._years: dict[int, _Year] = {}

    @property
    def office(self) -> Listing:
        """What the office lists itself."""
        return self._office

    def is_working(self, day: date) -> bool:
        """Tell whether a day is a working day."""
        year = self._years.get(day.year) or self._counted(day.year)
        place = day.toordinal() - year.start
        return year.before[place] < year.before[place + 1]

    def next_working(self, day: date) -> date:
        """Give the first working day after a day."""
        return self.add_working_days(day, 1)

    def on_or_after(self, day: date) -> date:
        """Give the day itself if it is a working day, else the next one."""
        return day if self.is_working(day) else self.add_working_days(day, 1)

    def add_working_days(self, day: date, count: int) -> date:
        """Give the last of so many working days after a day, before it for a negative count.

        The day itself is not counted (article 147 of the Civil Code 91/2015/QH13); with a count
        of 0 it is what is given, working day or not.
        """
        if count == 0:
            return day
        number = day.year
        year = self._years.get(number) or self._counted(number)
        place = day.toordinal() - year.start
        wanted = year.before[place + 1] + count - 1 if count > 0 else year.before[place] + count
        while wanted >= len(year.working):
            wanted -= len(year.working)
            number += 1
            year = self._years.get(number) or self._counted(number)
        while wanted < 0:
            number -= 1
            year = self._years.get(number) or self._counted(number)
            wanted += len(year.working)
        return year.working[wanted]

    def decided(self, year: int) -> bool:
        """Tell whether all days off of a year are listed and decided."""
        return self._year(year).decided

    def undecided(self, first: date, last: date) -> tuple[int, ...]:
        """Give the years from one day to another that are not decided."""
        years = range(first.year, last.year + 1)
        return tuple(year for year in years if not self._year(year).decided)

    def certainty(self, first: date, last: date) -> Certainty:
        """Tell what a count from one day to another rests on."""
        return Certainty.EXPECTED if self.undecided(first, last) else Certainty.DECIDED

    def rows(self, year: int) -> tuple[Row, ...]:
        """Give what is listed of a year, or expected by law; a swap if one of its days is in it."""
        return self._year(year).rows

    def working_days(self, first: date, last: date) -> int:
        """Count the working days from one day to another of the same year, both included."""
        year = self._year(first.year)
        places = (last.toordinal() + 1 - year.start, first.toordinal() - year.start)
        return year.before[places[0]] - year.before[places[1]]

    def _year(self, number: int) -> _Year:
        return self._years.get(number) or self._counted(number)

    def _counted(self, number: int) -> _Year:
        """Count a year, and keep it."""
        days_off = self._days_off(number)
        swapped = tuple(self._swapped(number))
        rows: tuple[Row, ...] = (*(days_off or law.days_off(number)), *swapped)
        off = {row.day for row in rows if isinstance(row, DayOff)} | {one.rest for one in swapped}
        worked = {one.work for one in swapped}
        start, following = date(number, 1, 1).toordinal(), date(number + 1, 1, 1).toordinal()
        days = [date.fromordinal(one) for one in range(start, following)]
        work = [
            day in worked or (day not in off and day.weekday() < law.FIRST_SATURDAY) for day in days
        ]
        year = self._years[number] = _Year(
            rows,
            bool(days_off) and all(row.certainty is Certainty.DECIDED for row in rows),
            start,
            tuple(day for day, is_one in zip(days, work, strict=True) if is_one),
            (0, *accumulate(work)),
        )
        return year

    def _days_off(self, year: int) -> tuple[DayOff, ...]:
        listing = self._office if year in self._own else self._shipped(year)
        return tuple(one for one in listing.days_off if one.day.year == year)

    def _swapped(self, year: int) -> Iterator[Swap]:
        """Give the swaps that touch a year; those around its ends are listed with either year."""
        shipped = chain.from_iterable(
            self._shipped(near).swapped for near in (year - 1, year, year + 1)
        )
        moved = {day for one in self._office.swapped for day in (one.rest, one.work)}
        for one in shipped:
            known = one.rest.year in self._own or not moved.isdisjoint({one.rest, one.work})
            if not known and year in {one.rest.year, one.work.year}:
                yield one
        for one in self._office.swapped:
            if year in {one.rest.year, one.work.year}:
                yield one
