"""Counts by state: of everything, and of each directive, agency, issuer, year, officer or tag."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from stcli.states import State

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from stcli.model import Directive, Tracker
    from stcli.views.tasks import TaskRow


class Grouping(StrEnum):
    """What the rows of a status stand for."""

    DIRECTIVE = "directive"
    AGENCY = "agency"
    ISSUER = "issuer"
    YEAR = "year"
    OFFICER = "officer"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many tasks are in each state. `due_soon` is part of `open`; `total` sums the others."""

    done: int = 0
    done_late: int = 0
    open: int = 0
    due_soon: int = 0
    overdue: int = 0
    ongoing: int = 0
    cancelled: int = 0
    returned: int = 0

    @property
    def total(self) -> int:
        """All tasks."""
        return (
            self.done
            + self.done_late
            + self.open
            + self.overdue
            + self.ongoing
            + self.cancelled
            + self.returned
        )

    @property
    def due(self) -> int:
        """The tasks whose last day counts: done or overdue; the base of the share on time."""
        return self.done + self.done_late + self.overdue


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One directive or group with its counts. `issued` and `path` only for a directive."""

    key: str
    title: str
    counts: Counts
    issued: date | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """The counts on a day. A task with two leads stands in two rows by agency, once in totals."""

    as_of: date
    grouping: Grouping
    totals: Counts
    rows: tuple[StatusRow, ...]


def count(rows: Iterable[TaskRow]) -> Counts:
    """Count tasks by state."""
    found = Counter(row.state for row in rows)
    return Counts(
        done=found[State.DONE],
        done_late=found[State.DONE_LATE],
        open=found[State.OPEN] + found[State.DUE_SOON],
        due_soon=found[State.DUE_SOON],
        overdue=found[State.OVERDUE],
        ongoing=found[State.ONGOING],
        cancelled=found[State.CANCELLED],
        returned=found[State.RETURNED],
    )
