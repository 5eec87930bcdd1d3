"""The state of a task on a day: one pure function that everything which counts or colours uses."""

from __future__ import annotations

from enum import StrEnum
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

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
    `original` is what was reckoned before any change, and `days_late_originally` counts from it.
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
    original: Reckoning | None = None
    days_late_originally: int = 0
    evidence: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()

    @property
    def original_due(self) -> date | None:
        """The last day as written before any change."""
        return self.original and self.original.last

    @property
    def extended(self) -> bool:
        """Whether lateness against the first deadline is another than against the last."""
        return self.original is not None and self.original.effective != self.effective_due


class Record(NamedTuple):
    """What was recorded by a day: of a task, of one occurrence, or of a member of a collective.

    `ended` is the state of what was given up, `on` the day of it, and `replaced_by` the tasks that
    took its place.
    """

    done: date | None = None
    evidence: tuple[str, ...] = ()
    ended: State | None = None
    on: date | None = None
    replaced_by: tuple[str, ...] = ()


def standing(directive: Directive, task: Task, day: date, settings: Settings) -> Standing:
    """Give how a task stands on a day. On that day nothing dated after it has happened."""
    return standing_from(directive.bases, task, day, settings)


def standing_from(bases: Bases, task: Task, day: date, settings: Settings) -> Standing:
    """Give the same, with the days from which its directive's periods are counted."""
    terms = given(task)
    first = reckoning(terms.deadline, bases, settings)
    course = Course(first, first)
    for change in changes_until(task, day):
        if change.period is None:
            terms = amended(terms, change)
            if change.due is not None:
                course = course.then(reckoning(terms.deadline, bases, settings))
    return stand(terms, course, recorded(task, day), day, settings)


class Course(NamedTuple):
    """What was reckoned of a deadline: at first, in the end, and how often it was put off."""

    original: Reckoning | None
    found: Reckoning | None
    extensions: int = 0

    def then(self, later: Reckoning | None) -> Course:
        """Give the course after a change of the deadline."""
        before = self.found
        put_off = before is not None and later is not None and before.last < later.last
        return Course(self.original, later, self.extensions + put_off)


def stand(terms: Terms, course: Course, record: Record, day: date, settings: Settings) -> Standing:
    """Give the standing that follows from the terms, the days reckoned and what is recorded."""
    original, found, extensions = course
    effective = found and found.effective
    state = record.ended or _state(day, effective, record.done, settings.due_soon)
    late = _days_late(state, effective, record, day)
    return Standing(
        state,
        terms.title,
        terms.leads,
        terms.coordinating,
        terms.product,
        terms.deadline,
        terms.due_text,
        found and found.last,
        effective,
        late,
        record.done,
        extensions,
        certainty(found, settings),
        original,
        late if original is found else _days_late_originally(original, record, day),
        record.evidence,
        record.replaced_by,
    )


def by_record(standing: Standing, record: Record, day: date, settings: Settings) -> Standing:
    """Give the same task as it stands for somebody of whom something else is recorded."""
    effective = standing.effective_due
    state = record.ended or _state(day, effective, record.done, settings.due_soon)
    return standing._replace(
        state=state,
        done=record.done,
        days_late=_days_late(state, effective, record, day),
        days_late_originally=_days_late_originally(standing.original, record, day),
        evidence=record.evidence,
        replaced_by=record.replaced_by,
    )


def recorded(task: Task, day: date) -> Record:
    """Give what is recorded of a task itself by a day."""
    done = task.done if task.done is not None and task.done <= day else None
    early = task.done is not None and done is None
    evidence = () if early else task.evidence
    if task.cancelled is not None and task.cancelled.day <= day:
        return Record(done, evidence, State.CANCELLED, task.cancelled.day)
    if task.returned is not None and task.returned.day <= day:
        return Record(done, evidence, State.RETURNED, task.returned.day)
    if task.changes and done is None:
        for change in changes_until(task, day):
            if change.replaced_by and change.period is None:
                return Record(None, evidence, State.CANCELLED, change.day, change.replaced_by)
    return Record(done, evidence)


def given(task: Task) -> Terms:
    """Give the terms of the directive, before any change."""
    return Terms(task.title, task.leads, task.coordinating, task.product, task.due, task.due_text)


def terms_on(task: Task, day: date) -> Terms:
    """Give the terms on a day, after all changes until then."""
    whole = (change for change in changes_until(task, day) if change.period is None)
    return reduce(amended, whole, given(task))


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
    from stcli.deadlines import last_day  # noqa: PLC0415 - as in `reckoning`

    inclusive = settings.before_inclusive
    return last_day(terms.deadline, bases, settings.calendar, before_inclusive=inclusive)


def reckoning(deadline: Deadline | None, bases: Bases, settings: Settings) -> Reckoning | None:
    """Give what an office makes of a deadline; None where there is no last day."""
    if deadline is None:
        return None
    # Who only counts states, as an answer from the index does, counts no days.
    from stcli.deadlines import reckon  # noqa: PLC0415

    return reckon(
        deadline,
        bases,
        settings.calendar,
        before_inclusive=settings.before_inclusive,
        roll=settings.roll,
    )


def certainty(found: Reckoning | None, settings: Settings) -> Certainty | None:
    """Tell whether the days off that a last day rests on are decided; None if it rests on none."""
    if found is None or found.since is None:
        return None
    return settings.calendar.certainty(found.since, found.effective)


def _days_late(state: State, due: date | None, record: Record, day: date) -> int:
    return ((record.done or day) - due).days if due and state in _LATE else 0


def _days_late_originally(original: Reckoning | None, record: Record, day: date) -> int:
    if original is None or record.ended is not None:
        return 0
    return max(((record.done or day) - original.effective).days, 0)


def _state(day: date, due: date | None, done: date | None, due_soon: int) -> State:
    if done is not None:
        return State.DONE if due is None or done <= due else State.DONE_LATE
    if due is None:
        return State.ONGOING
    if day > due:
        return State.OVERDUE
    return State.DUE_SOON if (due - day).days <= due_soon else State.OPEN
