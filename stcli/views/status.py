"""Counts by state: of everything, and of each directive, agency, issuer, year, officer or tag."""

from __future__ import annotations

from collections import Counter, defaultdict
from enum import StrEnum
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from stcli.states import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from stcli.model import Agency, Tracker
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


class Counts(NamedTuple):  # a tuple, as is a row: there may be one for each of many directives
    """How many tasks are in each state. `due_soon` is part of `open`; `total` sums the others.

    `requested` tells how many of them, in whatever state, associations are asked for.
    """

    done: int = 0
    done_late: int = 0
    open: int = 0
    due_soon: int = 0
    overdue: int = 0
    ongoing: int = 0
    cancelled: int = 0
    returned: int = 0
    requested: int = 0

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


class StatusRow(NamedTuple):
    """One directive or group with its counts. `issued` and `path` only for a directive.

    `key` is a reference, an agency id, a year, a name or a tag, and empty for the tasks that have
    none. `title` is what people call it: the directive's title, the agency's label. In a tree of
    agencies it stands `depth` steps below the topmost one; `last` tells that no other with the
    same parent follows. Its counts then include those of all below it, each task once.
    """

    key: str
    title: str
    counts: Counts
    issued: date | None = None
    path: str | None = None
    depth: int = 0
    last: bool = True
    parent: str | None = None


class Alike(NamedTuple):
    """So many tasks that stand in the same groups and are in the same state."""

    keys: tuple[str, ...]
    state: State
    requested: bool
    number: int = 1


class Status(NamedTuple):
    """The counts on a day. A task with two leads stands in two rows by agency, once in totals."""

    as_of: date
    grouping: Grouping
    totals: Counts
    rows: tuple[StatusRow, ...]
    tree: bool = False


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
    if grouping is Grouping.DIRECTIVE:
        listed = tuple(rows)
        return Status(day, grouping, count(listed), _by_directive(listed, tracker, references, day))
    return grouped(alike(rows, grouping), tracker, day, grouping)


def alike(rows: Iterable[TaskRow], grouping: Grouping) -> Iterator[Alike]:
    """Give for each row the groups it stands in, which are not directives."""
    groups = _GROUPS[grouping]
    return (Alike(groups(row), row.state, row.requested) for row in rows)


def grouped(
    found: Iterable[Alike], tracker: Tracker, day: date, grouping: Grouping, *, tree: bool = False
) -> Status:
    """Count tasks of a day by their groups, as they come; none of them is kept.

    In a `tree` of agencies each stands below its parent and is counted in it too, worst first
    among those with the same parent.
    """
    totals: Counter[State | str] = Counter()
    states: dict[str, Counter[State | str]] = defaultdict(Counter)
    above = cache(partial(_ancestors, agencies=tracker.agencies))
    for one in found:
        keys = chain.from_iterable(map(above, one.keys)) if tree else one.keys
        for counter in (totals, *(states[key] for key in dict.fromkeys(keys) or ("",))):
            counter[one.state] += one.number
            if one.requested:
                counter[_REQUESTED] += one.number
    label = tracker.agency_label if grouping in _OF_AGENCIES else str
    rows = [StatusRow(key, label(key), counted(of)) for key, of in states.items()]
    if grouping is Grouping.YEAR:
        rows.sort(key=lambda row: row.key, reverse=True)
    else:
        rows.sort(key=_worst_first)
    placed = _walked(_below(rows, above)) if tree else rows
    return Status(day, grouping, counted(totals), tuple(placed), tree=tree)


def _below(
    rows: Iterable[StatusRow], above: Callable[[str], tuple[str, ...]]
) -> Mapping[str | None, list[StatusRow]]:
    """Give what stands below each agency, and below none."""
    below: dict[str | None, list[StatusRow]] = defaultdict(list)
    for row in rows:
        parents = above(row.key)[1:] if row.key else ()
        below[parents[0] if parents else None].append(row)
    return below


def _walked(below: Mapping[str | None, list[StatusRow]]) -> Iterator[StatusRow]:
    """Give the rows from the top down, without recursion, as files can nest them deep."""
    waiting: list[tuple[StatusRow, int, bool, str | None]] = []

    def wait_for(parent: str | None, depth: int) -> None:
        children = below.get(parent, ())
        for place, child in enumerate(reversed(children)):
            waiting.append((child, depth, place == 0, parent))

    wait_for(None, 0)
    while waiting:
        row, depth, last, parent = waiting.pop()
        yield row._replace(depth=depth, last=last, parent=parent)
        if row.key:
            wait_for(row.key, depth + 1)


def _ancestors(agency: str, agencies: Mapping[str, Agency]) -> tuple[str, ...]:
    """Give an agency and those it is a part of, from the nearest up.

    A circle is cut above the first of its ids, so that each of its members has one place.
    """
    found = [agency]
    while (known := agencies.get(found[-1])) and known.parent in agencies:
        parent = str(known.parent)
        if parent in found:
            circle = found[found.index(parent) :]
            return tuple(found[: found.index(min(circle)) + 1])
        found.append(parent)
    return tuple(found)


def _worst_first(row: StatusRow) -> tuple[bool, int, int, str]:
    return not row.key, -row.counts.overdue, -row.counts.total, row.key


def count(rows: Iterable[TaskRow]) -> Counts:
    """Count tasks by state."""
    found: Counter[State | str] = Counter()
    for row in rows:
        _add(found, row)
    return counted(found)


def _add(found: Counter[State | str], row: TaskRow) -> None:
    found[row.standing.state] += 1
    if row.requested:
        found[_REQUESTED] += 1


def counted(found: Mapping[State | str, int], requested: int | None = None) -> Counts:
    """Give the counts of states, and of what associations are asked for."""
    return Counts(
        done=found.get(State.DONE, 0),
        done_late=found.get(State.DONE_LATE, 0),
        open=found.get(State.OPEN, 0) + found.get(State.DUE_SOON, 0),
        due_soon=found.get(State.DUE_SOON, 0),
        overdue=found.get(State.OVERDUE, 0),
        ongoing=found.get(State.ONGOING, 0),
        cancelled=found.get(State.CANCELLED, 0),
        returned=found.get(State.RETURNED, 0),
        requested=found.get(_REQUESTED, 0) if requested is None else requested,
    )


def _by_directive(
    rows: Iterable[TaskRow], tracker: Tracker, references: References, day: date
) -> tuple[StatusRow, ...]:
    known = {id(one): one for one in tracker.directives if one.issued <= day}
    states: dict[int, Counter[State | str]] = defaultdict(Counter)
    for row in rows:
        known.setdefault(id(row.directive), row.directive)
        _add(states[id(row.directive)], row)
    newest_first = sorted(known.items(), key=lambda one: one[1].issued, reverse=True)
    return tuple(
        StatusRow(
            key=references.name(one),
            title=one.title,
            counts=counted(states.get(identity, {})),
            issued=one.issued,
            path=one.path,
        )
        for identity, one in newest_first
    )


_REQUESTED: Final = "requested"
_OF_AGENCIES: Final = frozenset({Grouping.AGENCY, Grouping.ISSUER})
_GROUPS: Final[Mapping[Grouping, Callable[[TaskRow], tuple[str, ...]]]] = {
    Grouping.AGENCY: lambda row: row.responsible,
    Grouping.ISSUER: lambda row: (row.directive.issuer,),
    Grouping.YEAR: lambda row: (str(row.directive.issued.year),),
    Grouping.OFFICER: lambda row: (row.task.officer,) if row.task.officer else (),
    Grouping.TAG: lambda row: row.tags,
}
