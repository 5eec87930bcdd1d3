"""The days off of a year as labour law gives them, for what no notice has decided.

Labour Code 45/2019/QH14, articles 111 and 112, from 2021; Labour Code 10/2012/QH13, article 115,
from 2013; before that the Labour Code of 1994, article 73. Which days of Tết and which day beside
2 September are off is decided for each year. Where that is not known, this gives the days that
the same weekday had in every year from 2016 to 2026.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from stcli.calendar.days import Certainty, DayOff
from stcli.calendar.lunar import lunar_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FIRST_SATURDAY = 5
"""The number of Saturday, from which on a day is of the weekend; Monday is 0."""

_DAY = timedelta(days=1)
_MONDAY, _TUESDAY, _THURSDAY, _SUNDAY = 0, 1, 3, 6
_CODE_OF_2012 = 2013
_CODE_OF_2019 = 2021
_KINGS = 2007
_CULTURE = 2026


def days_off(year: int) -> tuple[DayOff, ...]:
    """Give the days off of a year in their order.

    Those for which the law leaves a choice are expected, the others decided. A day of the weekend
    is made up for on the next working day, but for 24 November (28/2026/QH16, article 2), which is
    not among the days of article 112.1.
    """
    listed = tuple(_listed(year))
    culture = (DayOff(date(year, 11, 24), "Ngày Văn hóa Việt Nam", "28/2026/QH16, điều 2"),)
    found = (*listed, *_made_up(listed, year), *(culture if year >= _CULTURE else ()))
    return tuple(sorted(found, key=lambda one: one.day))


def _listed(year: int) -> Iterator[DayOff]:
    article = _article(year)
    yield DayOff(date(year, 1, 1), "Tết Dương lịch", article)
    for day in _new_year(year):
        yield DayOff(day, "Tết Âm lịch", article, Certainty.EXPECTED)
    if year >= _KINGS:
        yield DayOff(lunar_day(year, 3, 10), "Giỗ Tổ Hùng Vương", article)
    yield DayOff(date(year, 4, 30), "Ngày Chiến thắng", article)
    yield DayOff(date(year, 5, 1), "Ngày Quốc tế lao động", article)
    yield DayOff(date(year, 9, 2), "Quốc khánh", article)
    if year >= _CODE_OF_2019:
        yield DayOff(_beside(date(year, 9, 2)), "Quốc khánh", article, Certainty.EXPECTED)


def _new_year(year: int) -> Iterator[date]:
    """Give the days of Tết: five, and four before 2013.

    The last day of the old year is one of them, and the one before it where the new year begins on
    a Wednesday or later.
    """
    first = lunar_day(year, 1, 1)
    count, before = 5, 1 if first.weekday() in {_MONDAY, _TUESDAY} else 2
    if year < _CODE_OF_2012:
        count, before = 4, 1
    return (first + number * _DAY for number in range(-before, count - before))


def _beside(national_day: date) -> date:
    """Give the day beside 2 September that makes the longer stretch with a weekend."""
    after = national_day.weekday() in {_MONDAY, _THURSDAY, _SUNDAY}
    return national_day + _DAY if after else national_day - _DAY


def _made_up(listed: Iterable[DayOff], year: int) -> Iterator[DayOff]:
    """Give the next working day for each day off on a weekend."""
    taken = {one.day for one in listed}
    for one in listed:
        if one.day.weekday() >= FIRST_SATURDAY:
            day = one.day
            while day in taken or day.weekday() >= FIRST_SATURDAY:
                day += _DAY
            taken.add(day)
            yield DayOff(day, f"nghỉ bù {one.name}", _article_of_rest(year), one.certainty)


def _article(year: int) -> str:
    if year >= _CODE_OF_2019:
        return "45/2019/QH14, điều 112"
    return "10/2012/QH13, điều 115" if year >= _CODE_OF_2012 else "Bộ luật Lao động 1994, điều 73"


def _article_of_rest(year: int) -> str:
    return "45/2019/QH14, điều 111" if year >= _CODE_OF_2019 else _article(year)
