"""Days of the Vietnamese lunar calendar, which is reckoned at UTC+7.

The moments of new moons are Jean Meeus's (Astronomical Formulae for Calculators, 1982, chapter
32), the longitude of the sun is his too (Astronomical Algorithms, 1998, chapter 25, lower
accuracy); the rules of months and leap months are those that Hồ Ngọc Đức describes for the
Vietnamese calendar. New moons are found to within a few minutes, which is enough where none falls
that near to midnight.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from math import floor, pi, radians, sin

_UTC_PLUS_7 = 7 / 24
_JULIAN = 1_721_425
"""The Julian day number of a day less its ordinal."""

_EPOCH = 2_415_021
_FIRST_NEW_MOON = 2_415_021.076998695
_MONTH = 29.530588853
_SECTORS = 12
_WINTER = 9
"""The sector of 30 degrees of longitude in which the sun stands after the winter solstice."""

_ELEVENTH = 11
_LONGEST_WITHOUT_LEAP = 365


@lru_cache(maxsize=2048)
def lunar_day(year: int, month: int, day: int) -> date:
    """Give the day of a lunar year and month, one of the first ten and not a leap month."""
    before, after = _eleventh_month(year - 1), _eleventh_month(year)
    first = floor(0.5 + (before - _FIRST_NEW_MOON) / _MONTH)
    months = month + _SECTORS - _ELEVENTH
    if after - before > _LONGEST_WITHOUT_LEAP and months >= _leap_month(first):
        months += 1
    return date.fromordinal(_new_moon_day(first + months) + day - 1 - _JULIAN)


def _eleventh_month(year: int) -> int:
    """Give the first day of the lunar month that holds the winter solstice of a year."""
    number = floor((date(year, 12, 31).toordinal() + _JULIAN - _EPOCH) / _MONTH)
    day = _new_moon_day(number)
    return _new_moon_day(number - 1) if _sector(day) >= _WINTER else day


def _leap_month(first: int) -> int:
    """Give how many months after the eleventh the leap one comes: the first without a sector."""
    months = 1
    while _sector(_new_moon_day(first + months)) != _sector(_new_moon_day(first + months + 1)):
        months += 1
    return months


def _new_moon_day(number: int) -> int:
    """Give the Julian day, in Vietnam, of a new moon counted from that of 1 January 1900."""
    return floor(_new_moon(number) + 0.5 + _UTC_PLUS_7)


def _sector(day: int) -> int:
    """Give the twelfth of its way in which the sun stands when a day begins in Vietnam."""
    return floor(_sun_longitude(day - 0.5 - _UTC_PLUS_7) / pi * 6)


@lru_cache(maxsize=2048)
def _new_moon(number: int) -> float:
    """Give the moment of a new moon as a Julian date of Universal Time."""
    centuries = number / 1236.85
    squared = centuries * centuries
    cubed = squared * centuries
    mean = (
        2415020.75933
        + 29.53058868 * number
        + 0.0001178 * squared
        - 0.000000155 * cubed
        + 0.00033 * sin(radians(166.56 + 132.87 * centuries - 0.009173 * squared))
    )
    sun = radians(
        359.2242 + 29.10535608 * number - 0.0000333 * squared - 0.00000347 * cubed
    )  # mean anomaly, as the moon's below
    moon = radians(306.0253 + 385.81691806 * number + 0.0107306 * squared + 0.00001236 * cubed)
    latitude = radians(21.2964 + 390.67050646 * number - 0.0016528 * squared - 0.00000239 * cubed)
    true = (
        (0.1734 - 0.000393 * centuries) * sin(sun)
        + 0.0021 * sin(2 * sun)
        - 0.4068 * sin(moon)
        + 0.0161 * sin(2 * moon)
        - 0.0004 * sin(3 * moon)
        + 0.0104 * sin(2 * latitude)
        - 0.0051 * sin(sun + moon)
        - 0.0074 * sin(sun - moon)
        + 0.0004 * sin(2 * latitude + sun)
        - 0.0004 * sin(2 * latitude - sun)
        - 0.0006 * sin(2 * latitude + moon)
        + 0.0010 * sin(2 * latitude - moon)
        + 0.0005 * sin(2 * moon + sun)
    )
    dynamical = -0.000278 + 0.000265 * centuries + 0.000262 * squared
    return mean + true - dynamical


def _sun_longitude(moment: float) -> float:
    """Give the true longitude of the sun, in radians from 0 to a full turn."""
    centuries = (moment - 2451545.0) / 36525
    squared = centuries * centuries
    anomaly = radians(
        357.52910 + 35999.05030 * centuries - 0.0001559 * squared - 0.00000048 * centuries * squared
    )
    mean = 280.46645 + 36000.76983 * centuries + 0.0003032 * squared
    centre = (
        (1.914600 - 0.004817 * centuries - 0.000014 * squared) * sin(anomaly)
        + (0.019993 - 0.000101 * centuries) * sin(2 * anomaly)
        + 0.000290 * sin(3 * anomaly)
    )
    return radians(mean + centre) % (2 * pi)
