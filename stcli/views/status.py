"""Counts by state: of everything, and of each directive, agency, issuer, year, officer or tag."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from stcli.states import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from stcli.model import Tracker
    from stcli.references import References
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
    """One directive or group with its counts. `issued` and `path` only for a directive.

    `key` is a reference, an agency id, a year, a name or a tag, and empty for the tasks that have
    none. `title` is what people call it: the directive's title, the agency's label.
    """

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


def status(
    rows: Iterable[TaskRow],
    tracker: Tracker,
    references: References,
    day: date,
    grouping: Grouping,
) -> Status:
    """Count rows of a day by directive or by a group.

    Directives stand newest first, because the latest are those being worked on, and years
    likewise; other groups worst first: most overdue, then most tasks, then by key, with those
    that have none last. By directive, each one of the tracker that is issued by the day has a
    row, with tasks or without; a tracker of fewer directives asks for these only.
    """
    listed = tuple(rows)
    groups = _GROUPS.get(grouping)
    if groups is None:
        return Status(day, grouping, count(listed), _by_directive(listed, tracker, references, day))
    found = list(_by_group(listed, groups, tracker, named=grouping in _OF_AGENCIES))
    if grouping is Grouping.YEAR:
        found.sort(key=lambda row: row.key, reverse=True)
    else:
        found.sort(key=lambda row: (not row.key, -row.counts.overdue, -row.counts.total, row.key))
    return Status(day, grouping, count(listed), tuple(found))


def count(rows: Iterable[TaskRow]) -> Counts:
    """Count tasks by state."""
    return _counts(Counter(row.standing.state for row in rows))


def _counts(found: Mapping[State, int]) -> Counts:
    return Counts(
        done=found.get(State.DONE, 0),
        done_late=found.get(State.DONE_LATE, 0),
        open=found.get(State.OPEN, 0) + found.get(State.DUE_SOON, 0),
        due_soon=found.get(State.DUE_SOON, 0),
        overdue=found.get(State.OVERDUE, 0),
        ongoing=found.get(State.ONGOING, 0),
        cancelled=found.get(State.CANCELLED, 0),
        returned=found.get(State.RETURNED, 0),
    )


def _by_directive(
    rows: Iterable[TaskRow], tracker: Tracker, references: References, day: date
) -> tuple[StatusRow, ...]:
    known = {id(one): one for one in tracker.directives if one.issued <= day}
    states: dict[int, Counter[State]] = defaultdict(Counter)
    for row in rows:
        known.setdefault(id(row.directive), row.directive)
        states[id(row.directive)][row.standing.state] += 1
    newest_first = sorted(known.items(), key=lambda one: one[1].issued, reverse=True)
    return tuple(
        StatusRow(
            key=references.name(one),
            title=one.title,
            counts=_counts(states.get(identity, {})),
            issued=one.issued,
            path=one.path,
        )
        for identity, one in newest_first
    )


def _by_group(
    rows: Iterable[TaskRow],
    groups: Callable[[TaskRow], tuple[str, ...]],
    tracker: Tracker,
    *,
    named: bool,
) -> Iterator[StatusRow]:
    states: dict[str, Counter[State]] = defaultdict(Counter)
    for row in rows:
        for key in dict.fromkeys(groups(row)) or ("",):
            states[key][row.standing.state] += 1
    for key, by_state in states.items():
        yield StatusRow(key, tracker.agency_label(key) if named else key, _counts(by_state))


_OF_AGENCIES: Final = frozenset({Grouping.AGENCY, Grouping.ISSUER})
_GROUPS: Final[Mapping[Grouping, Callable[[TaskRow], tuple[str, ...]]]] = {
    Grouping.AGENCY: lambda row: row.responsible,
    Grouping.ISSUER: lambda row: (row.directive.issuer,),
    Grouping.YEAR: lambda row: (str(row.directive.issued.year),),
    Grouping.OFFICER: lambda row: (row.task.officer,) if row.task.officer else (),
    Grouping.TAG: lambda row: row.tags,
}
