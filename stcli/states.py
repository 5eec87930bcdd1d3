"""The state of a task on a day: one pure function that everything which counts or colours uses."""

from __future__ import annotations

from enum import StrEnum
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from stcli.deadlines import last_day, reckon

if TYPE_CHECKING:
    from datetime import date

    from stcli.calendar import Certainty
    from stcli.deadlines import Bases, Deadline, Reckoning
    from stcli.model import Change, Directive, Task
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

_LATE = frozenset({State.OVERDUE, State.DONE_LATE})


# Terms and standings are tuples, and not dataclasses as other values are, because one of each is
# made for every task: a frozen dataclass takes several times as long to make.
class Terms(NamedTuple):
    """What is asked at one time: as the directive gave the task, or as a later document left it."""

    title: str
    leads: tuple[str, ...]
    coordinating: tuple[str, ...]
    product: str | None
    deadline: Deadline | None
    due_text: str | None


class Standing(NamedTuple):
    """A task as it stands on a day: what the document and its changes say, and the state.

    `due` is the last day as written and resolved, `None` where there is none; `effective_due` the
    day by which lateness is counted. `days_late` counts from that day to completion, or to the
    day asked about while the task is overdue; it is 0 for a task that is not late. `extensions`
    are the changes that gave a later last day; one that shortens is none. `calendar` says
    whether the days off that the last day rests on are decided, `None` where it rests on none.
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
    calendar: Certainty | None = None


def standing(directive: Directive, task: Task, day: date, settings: Settings) -> Standing:
    """Give how a task stands on a day. On that day nothing dated after it has happened."""
    return standing_from(directive.bases, task, day, settings)


def standing_from(bases: Bases, task: Task, day: date, settings: Settings) -> Standing:
    """Give the same, with the days from which its directive's periods are counted."""
    terms, extensions = given(task), 0
    for change in changes_until(task, day):
        later = amended(terms, change)
        before, after = resolved(terms, bases, settings), resolved(later, bases, settings)
        extensions += before is not None and after is not None and before < after
        terms = later
    done = task.done if task.done is not None and task.done <= day else None
    found = reckoning(terms.deadline, bases, settings)
    effective = found and found.effective
    state = _state(task, day, effective, done, settings.due_soon)
    until = done or day
    return Standing(
        state=state,
        title=terms.title,
        leads=terms.leads,
        coordinating=terms.coordinating,
        product=terms.product,
        deadline=terms.deadline,
        due_text=terms.due_text,
        due=found and found.last,
        effective_due=effective,
        days_late=(until - effective).days if effective and state in _LATE else 0,
        done=done,
        extensions=extensions,
        calendar=_certainty(found, settings),
    )


def given(task: Task) -> Terms:
    """Give the terms of the directive, before any change."""
    return Terms(task.title, task.leads, task.coordinating, task.product, task.due, task.due_text)


def terms_on(task: Task, day: date) -> Terms:
    """Give the terms on a day, after all changes until then."""
    return reduce(amended, changes_until(task, day), given(task))


def changes_until(task: Task, day: date) -> tuple[Change, ...]:
    """Give the changes in force on a day, oldest first in whatever order they were written."""
    if not task.changes:
        return ()
    return tuple(sorted((c for c in task.changes if c.day <= day), key=lambda one: one.day))


def amended(terms: Terms, change: Change) -> Terms:
    """Give the terms that a change leaves. The words of an old deadline go with it."""
    moved = change.due is not None
    return Terms(
        title=change.title or terms.title,
        leads=terms.leads if change.leads is None else change.leads,
        coordinating=terms.coordinating if change.coordinating is None else change.coordinating,
        product=change.product or terms.product,
        deadline=change.due if moved else terms.deadline,
        due_text=change.due_text if moved else change.due_text or terms.due_text,
    )


def resolved(terms: Terms, bases: Bases, settings: Settings) -> date | None:
    """Give the last day of terms as written, or None where no deadline or last day is stated."""
    if terms.deadline is None:
        return None
    inclusive = settings.before_inclusive
    return last_day(terms.deadline, bases, settings.calendar, before_inclusive=inclusive)


def reckoning(deadline: Deadline | None, bases: Bases, settings: Settings) -> Reckoning | None:
    """Give what an office makes of a deadline; None where there is no last day."""
    if deadline is None:
        return None
    return reckon(
        deadline,
        bases,
        settings.calendar,
        before_inclusive=settings.before_inclusive,
        roll=settings.roll,
    )


def _certainty(found: Reckoning | None, settings: Settings) -> Certainty | None:
    if found is None or found.since is None:
        return None
    return settings.calendar.certainty(found.since, found.effective)


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
