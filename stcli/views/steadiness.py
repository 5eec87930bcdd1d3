"""What of a directive stays as it is from day to day, and from which day to which.

How a task stands changes with the day in two ways. One is told by its last day alone: in time, due
soon, overdue. All else comes from days that are recorded: a change, a completion, a succession.
Between two of those the rest holds, so that it can be kept.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from stcli.deadlines import Ahead, Completion, Count
from stcli.fulfilment.recurrence import is_recurring
from stcli.references import split
from stcli.states import State
from stcli.views.agenda import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from stcli.deadlines import Deadline
    from stcli.model import Agency, Directive, Task
    from stcli.views.agenda import Listed
    from stcli.views.tasks import TaskRow

SETTLED = (State.DONE, State.DONE_LATE, State.ONGOING, State.CANCELLED, State.RETURNED)
"""States that no passing of a last day changes."""

FOREVER = 1 << 30
"""Later than every day, by its ordinal."""


_ONE_DAY = timedelta(days=1)


class Steady(NamedTuple):
    """What holds of a directive from a day on, until another; days by their ordinals.

    `counts` tells how many of its tasks are in each of the `SETTLED` states, and how many of all
    are asked of associations. `open` are those with a last day, `rest` all others.
    """

    since: int
    until: int
    counts: tuple[int, ...]
    open: tuple[Listed, ...]
    rest: tuple[Listed, ...]


def steady(
    directive: Directive,
    rows: Iterable[TaskRow],
    day: date,
    turns: Iterable[date],
    label: Callable[[str], str],
) -> Steady:
    """Give what holds of a directive around a day, on which its tasks stand as in `rows`.

    `turns` are the days on which something changes for all: those of `turns_of`.
    """
    tasks = tuple(rows)
    today = day.toordinal()
    days = [one.toordinal() for one in chain(turns, _turns(directive), _after_occurrences(tasks))]
    since = max((one for one in days if one <= today), default=0)
    until = min((one for one in days if one > today), default=FOREVER)
    if any(map(_is_restarted, directive.tasks)):
        since, until = today, today + 1
    states = [row.state for row in tasks]
    kept = tuple(listed(tasks, label))
    return Steady(
        since,
        until,
        (*map(states.count, SETTLED), sum(row.requested for row in tasks)),
        tuple(one for one in kept if one.state is None),
        tuple(one for one in kept if one.state is not None),
    )


def turns_of(agencies: Mapping[str, Agency]) -> tuple[date, ...]:
    """Give the days on which agencies begin, end, or take over from one another."""
    found: set[date] = set()
    for one in agencies.values():
        found.update(day for day in (one.since, one.until) if day is not None)
        found.update(succession.since for succession in one.successors)
    return tuple(found)


def depends_on(directive: Directive) -> tuple[str, ...]:
    """Give the numbers of other directives, on whose tasks its deadlines depend."""
    found = (
        split(base.reference).number
        for deadline in _deadlines(directive)
        if isinstance(deadline, Count | Ahead) and isinstance(base := deadline.base, Completion)
    )
    return tuple(dict.fromkeys(filter(None, found)))


def recurs(directive: Directive) -> bool:
    """Tell whether any task of a directive falls due again and again."""
    return any(map(is_recurring, directive.tasks))


def _deadlines(directive: Directive) -> Iterator[Deadline | None]:
    for task in directive.tasks:
        yield task.due
        yield from (change.due for change in task.changes)


def _turns(directive: Directive) -> Iterator[date]:
    """Give the days that are recorded of a directive and its tasks, but for deadlines."""
    yield directive.issued
    for task in directive.tasks:
        if task.done is not None:
            yield task.done
        for ending in (task.cancelled, task.returned, *(one.cancelled for one in task.periods)):
            if ending is not None:
                yield ending.day
        for change in task.changes:
            yield change.day
        yield from (one.done for one in task.periods if one.done is not None)
        yield from (one.done for one in task.members if one.done is not None)


def _after_occurrences(rows: Sequence[TaskRow]) -> Iterator[date]:
    """Give the days after which another occurrence is the next one."""
    for row in rows:
        if row.occurrence is not None and row.occurrence.due < date.max:
            yield row.occurrence.due + _ONE_DAY


def _is_restarted(task: Task) -> bool:
    """Tell whether one series follows another, so that their days need not be in order."""
    return is_recurring(task) and any(one.due and one.period is None for one in task.changes)
