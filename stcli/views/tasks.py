"""Tasks as rows: each with its directive, its names, and how it stands on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from stcli.responsibility import responsible
from stcli.states import CLOSED, Standing, State, standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stcli.model import Directive, Task, Tracker
    from stcli.references import References
    from stcli.settings import Settings


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task on one day. `responsible` are those who answer for it on that day."""

    reference: str
    directive_reference: str
    directive: Directive
    task: Task
    standing: Standing
    responsible: tuple[str, ...]

    @property
    def state(self) -> State:
        """Its state on the day."""
        return self.standing.state

    @property
    def path(self) -> str:
        """The file it stands in."""
        return self.directive.path


def task_rows(
    tracker: Tracker, references: References, settings: Settings, day: date
) -> Iterator[TaskRow]:
    """Give the tasks of all directives issued by a day, in the order of the files."""
    for directive in tracker.directives:
        if directive.issued > day:
            continue
        name = references.name(directive)
        for task in directive.tasks:
            stands = standing(directive, task, day, settings)
            yield TaskRow(
                reference=f"{name}#{task.id}",
                directive_reference=name,
                directive=directive,
                task=task,
                standing=stands,
                responsible=responsible(stands.leads, task.tags, day, tracker.agencies),
            )


def overdue(rows: Iterable[TaskRow]) -> tuple[TaskRow, ...]:
    """Give the overdue ones, worst first."""
    late = (row for row in rows if row.state is State.OVERDUE)
    return tuple(sorted(late, key=lambda row: (-row.standing.days_late, row.reference)))


def upcoming(rows: Iterable[TaskRow], day: date, within: int) -> tuple[TaskRow, ...]:
    """Give the open ones whose last day is at most so many days ahead, nearest first."""
    horizon = day + timedelta(days=min(within, (date.max - day).days))
    near = (
        row
        for row in rows
        if row.state not in CLOSED and row.standing.due and day <= row.standing.due <= horizon
    )
    return tuple(sorted(near, key=lambda row: (row.standing.due or date.max, row.reference)))
