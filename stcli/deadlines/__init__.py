"""Deadlines: how they are written, and the last day they give."""

from __future__ import annotations

from stcli.deadlines.counting import (
    BY_LAW,
    Bases,
    Reckoning,
    last_day,
    missing_base,
    reckon,
    uncounted,
)
from stcli.deadlines.days import FIRST_YEAR, LAST_YEAR, parse_day
from stcli.deadlines.grammar import parse
from stcli.deadlines.kinds import (
    Anchor,
    Base,
    Before,
    Count,
    Day,
    Deadline,
    Every,
    MonthDay,
    Ongoing,
    Period,
    Series,
    Span,
    Unit,
    Weekday,
)
from stcli.deadlines.problems import DeadlineProblem
from stcli.deadlines.writing import write

__all__ = [
    "BY_LAW",
    "FIRST_YEAR",
    "LAST_YEAR",
    "Anchor",
    "Base",
    "Bases",
    "Before",
    "Count",
    "Day",
    "Deadline",
    "DeadlineProblem",
    "Every",
    "MonthDay",
    "Ongoing",
    "Period",
    "Reckoning",
    "Series",
    "Span",
    "Unit",
    "Weekday",
    "last_day",
    "missing_base",
    "parse",
    "parse_day",
    "reckon",
    "uncounted",
    "write",
]
