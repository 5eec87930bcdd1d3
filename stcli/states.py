"""The state of a task on a day: one pure function that everything which counts or colours uses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from stcli.deadlines import last_day

if TYPE_CHECKING:
    from datetime import date

    from stcli.deadlines import Deadline
    from stcli.model import Directive, Task
    from stcli.settings import Settings


class State(StrEnum):
    """Where a task stands on a day; the words are those of the format's contract."""

    DONE = "done"
    DONE_LATE = "done-late"
    OPEN = "open"
    DUE_SOON = "due-soon"
    OVERDUE = "overdue"
    ONGOING = "ongoing"
    CANCELLED = "cancelled"
    RETURNED = "returned"


CLOSED = frozenset({State.DONE, State.DONE_LATE, State.CANCELLED, State.RETURNED})
"""States in which nobody has to do anything more."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A task as it stands on a day: what the document and its changes say, and the state.

    `due` is the last day as written and resolved, `None` where there is none; `effective_due` the
    day by which lateness is counted. `days_late` counts from that day to completion, or to the
    day asked about while the task is overdue; it is 0 for a task that is not late.
    """

    state: State
    title: str
    leads: tuple[str, ...]
    coordinating: tuple[str, ...]
    product: str | None
    deadline: Deadline | None
    due_text: str | None
    due: date | None
    effective_due: date | None
    days_late: int
    done: date | None
    extensions: int


def standing(directive: Directive, task: Task, day: date, settings: Settings) -> Standing:
    """Give how a task stands on a day. On that day nothing dated after it has happened."""
    title, leads, coordinating = task.title, task.leads, task.coordinating
    product, deadline, due_text = task.product, task.due, task.due_text
    extensions = 0
    for change in task.changes:
        if change.day > day:
            continue
        title = change.title or title
        leads = leads if change.leads is None else change.leads
        coordinating = coordinating if change.coordinating is None else change.coordinating
        product = change.product or product
        if change.due is not None:
            deadline, due_text = change.due, change.due_text
            extensions += 1
    due = deadline and last_day(
        deadline, directive.bases, before_inclusive=settings.before_inclusive
    )
    done = task.done if task.done is not None and task.done <= day else None
    state = _state(task, day, due, done, settings.due_soon)
    return Standing(
        state=state,
        title=title,
        leads=leads,
        coordinating=coordinating,
        product=product,
        deadline=deadline,
        due_text=due_text,
        due=due,
        effective_due=due,
        days_late=_days_late(state, done or day, due),
        done=done,
        extensions=extensions,
    )


def _state(task: Task, day: date, due: date | None, done: date | None, due_soon: int) -> State:
    if task.cancelled is not None and task.cancelled.day <= day:
        return State.CANCELLED
    if task.returned is not None and task.returned.day <= day:
        return State.RETURNED
    if done is not None:
        return State.DONE if due is None or done <= due else State.DONE_LATE
    if due is None:
        return State.ONGOING
    if day > due:
        return State.OVERDUE
    return State.DUE_SOON if (due - day).days <= due_soon else State.OPEN


def _days_late(state: State, until: date, due: date | None) -> int:
    late = state in {State.OVERDUE, State.DONE_LATE}
    return (until - due).days if late and due is not None else 0
