"""Tasks as rows: each with its directive, its names, and how it stands on a day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from stcli.errors import StcliError
from stcli.messages import say
from stcli.responsibility import responsible
from stcli.spelling import closest
from stcli.states import CLOSED, Standing, State, standing_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from stcli.model import Directive, Task, Tracker
    from stcli.references import References
    from stcli.settings import Settings

_DIGITS: Final = re.compile("([0-9]+)")


class TaskRow(NamedTuple):  # a tuple for the same reason as Standing
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

    @property
    def line(self) -> int:
        """The line of the file on which it starts."""
        return self.task.line

    @property
    def tags(self) -> tuple[str, ...]:
        """Its own tags, then those of its directive, which every task of it has too."""
        return _tags(self.directive, self.task)

    @property
    def evidence(self) -> tuple[str, ...]:
        """The proofs of completion, none before the day on which it was completed."""
        early = self.task.done is not None and self.standing.done is None
        return () if early else self.task.evidence


def task_rows(
    tracker: Tracker, references: References, settings: Settings, day: date
) -> Iterator[TaskRow]:
    """Give the tasks of all directives issued by a day, in the order of the files."""
    # Few leads and tags come in many tasks, so who answers is found once for each of them.
    answering: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, ...]] = {}
    for directive in tracker.directives:
        if directive.issued > day:
            continue
        name, bases = references.name(directive), directive.bases
        for task in directive.tasks:
            stands = standing_from(bases, task, day, settings)
            given = stands.leads, _tags(directive, task)
            answers = answering.get(given)
            if answers is None:
                answers = answering[given] = responsible(*given, day, tracker.agencies)
            yield TaskRow(f"{name}#{task.id}", name, directive, task, stands, answers)


def overdue(rows: Iterable[TaskRow]) -> tuple[TaskRow, ...]:
    """Give the overdue ones, worst first, equally late ones in the order of the files."""
    late = (row for row in rows if row.state is State.OVERDUE)
    return tuple(sorted(late, key=lambda row: -row.standing.days_late))


def upcoming(rows: Iterable[TaskRow], day: date, within: int) -> tuple[TaskRow, ...]:
    """Give the open ones whose last day is at most so many days ahead, nearest first."""
    horizon = day + timedelta(days=min(within, (date.max - day).days))
    near = (
        (row.standing.effective_due, row)
        for row in rows
        if row.state not in CLOSED
        and row.standing.effective_due is not None
        and day <= row.standing.effective_due <= horizon
    )
    return tuple(row for _, row in sorted(near, key=lambda one: one[0]))


def sort(rows: Iterable[TaskRow], key: str) -> tuple[TaskRow, ...]:
    """Give the rows in the order of a key of `ORDERS`, descending for one with `-` before it.

    Rows without the value (no last day, no lead, not late) come last in either direction; equal
    ones keep their order. An unknown key raises a StcliError.
    """
    name = key.removeprefix("-")
    value = ORDERS.get(name)
    if value is None:
        near = closest(name, ORDERS)
        help_ = (
            say("did you mean `{near}`?", near=near)
            if near
            else say("write one of {choices}", choices=", ".join(ORDERS))
        )
        raise StcliError(say("tasks cannot be sorted by `{key}`", key=name), help_)
    valued = [(value(row), row) for row in rows]
    with_value = [one for one in valued if one[0] is not None]
    with_value.sort(key=lambda one: one[0], reverse=key.startswith("-"))
    return (*(row for _, row in with_value), *(row for known, row in valued if known is None))


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """Give a text as people sort it: `2/CT` before `10/CT`."""
    return tuple(
        (len(part.lstrip("0")), part.lstrip("0")) if place % 2 else (0, part)
        for place, part in enumerate(_DIGITS.split(text))
    )


def _tags(directive: Directive, task: Task) -> tuple[str, ...]:
    if not directive.tags:
        return task.tags
    if not task.tags:
        return directive.tags
    return tuple(dict.fromkeys(task.tags + directive.tags))


_URGENCY: Final = {
    state: place
    for place, state in enumerate(
        (
            State.OVERDUE,
            State.DUE_SOON,
            State.OPEN,
            State.ONGOING,
            State.DONE_LATE,
            State.DONE,
            State.RETURNED,
            State.CANCELLED,
        )
    )
}

ORDERS: Final[Mapping[str, Callable[[TaskRow], Any]]] = {  # of each key other comparable values
    "due": lambda row: row.standing.due,
    "late": lambda row: row.standing.days_late or None,
    "issued": lambda row: row.directive.issued,
    "lead": lambda row: row.standing.leads or None,
    "directive": lambda row: natural(row.directive_reference),
    "state": lambda row: _URGENCY[row.state],
}
"""What tasks can be sorted by. States go from the most urgent, overdue, to those closed."""
