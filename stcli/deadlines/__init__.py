"""Deadlines: how they are written, and the last day they give."""

from __future__ import annotations

from stcli.deadlines.counting import (
    BY_LAW,
    Bases,
    Reckoning,
    in_working_days,
    last_day,
    missing_base,
    reckon,
    rolled,
    rolls,
    start,
)
from stcli.deadlines.kinds import (
    Ahead,
    Anchor,
    Base,
    Before,
    Completion,
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
from stcli.deadlines.occurrences import Occurrence, occurrences, period_name, reporting_span
from stcli.deadlines.parsing import parse, parse_day
from stcli.deadlines.problems import DeadlineProblem
from stcli.deadlines.writing import write

__all__ = [
    "BY_LAW",
    "Ahead",
    "Anchor",
    "Base",
    "Bases",
    "Before",
    "Completion",
    "Count",
    "Day",
    "Deadline",
    "DeadlineProblem",
    "Every",
    "MonthDay",
    "Occurrence",
    "Ongoing",
    "Period",
    "Reckoning",
    "Series",
    "Span",
    "Unit",
    "Weekday",
    "in_working_days",
    "last_day",
    "missing_base",
    "occurrences",
    "parse",
    "parse_day",
    "period_name",
    "reckon",
    "reporting_span",
    "rolled",
    "rolls",
    "start",
    "write",
]
