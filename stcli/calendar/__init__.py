"""The working calendar: days off, swapped working days, and counting by them."""

from __future__ import annotations

from stcli.calendar.days import Certainty, DayOff, Listing, Swap
from stcli.calendar.working import Calendar

__all__ = ["Calendar", "Certainty", "DayOff", "Listing", "Swap"]
