"""One directive, task or agency whole: what it says, how it stands, and what it is tied to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stcli.errors import StcliError
from stcli.messages import say
from stcli.model import Agency, Directive, Tracker
from stcli.references import Assignment, types
from stcli.states import CLOSED, Terms, given, resolved
from stcli.views.cascade import cascade
from stcli.views.history import history
from stcli.views.relations import Link, relations, task_link
from stcli.views.status import count
from stcli.views.tasks import sort, task_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from stcli.model import Succession
    from stcli.references import References
    from stcli.settings import Settings
    from stcli.views.history import Event
    from stcli.views.relations import Relation
    from stcli.views.status import Counts
    from stcli.views.tasks import TaskRow


@dataclass(frozen=True, slots=True)
class DirectiveDetail:
    """A directive on a day, with its tasks. `types` is what it may be, where that is known."""

    reference: str
    directive: Directive
    as_of: date
    types: tuple[str, ...]
    counts: Counts
    rows: tuple[TaskRow, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class TaskDetail:
    """A task on a day: how it stands, how it was given, and what happened in between.

    `original_due` is the last day by the directive itself. `implemented_by` are the tasks that
    carry it out.
    """

    row: TaskRow
    as_of: date
    original: Terms
    original_due: date | None
    history: tuple[Event, ...]
    implements: Link | None
    implemented_by: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AgencyDetail:
    """An agency on a day, with the open tasks that concern it, the next to fall due first.

    `counts` are those of all tasks that it answers for, `answers_for` the open ones of them;
    `passed_on` are open tasks given to it for which others answer now, `coordinates` those in
    which it only takes part. `predecessors` are the agencies it took over from.
    """

    agency: Agency
    as_of: date
    in_being: bool
    parent: Agency | None
    parts: tuple[Agency, ...]
    predecessors: tuple[tuple[Agency, Succession], ...]
    counts: Counts
    answers_for: tuple[TaskRow, ...]
    passed_on: tuple[TaskRow, ...]
    coordinates: tuple[TaskRow, ...]


def detail(
    found: Directive | Assignment | Agency,
    tracker: Tracker,
    references: References,
    settings: Settings,
    day: date,
) -> DirectiveDetail | TaskDetail | AgencyDetail:
    """Give everything about what `references.find` found, as it is on a day.

    A directive issued after the day raises a StcliError: on that day it does not exist.
    """
    match found:
        case Agency():
            return agency_detail(found, tracker, task_rows(tracker, references, settings, day), day)
        case Assignment():
            return task_detail(found, tracker, references, settings, day)
        case _:
            rows = _rows_of(found, tracker, references, settings, day)
            return directive_detail(found, tracker, references, rows, day)


def directive_detail(
    directive: Directive,
    tracker: Tracker,
    references: References,
    rows: Iterable[TaskRow],
    day: date,
) -> DirectiveDetail:
    """Give a directive with its rows of a day."""
    listed = tuple(rows)
    return DirectiveDetail(
        reference=references.name(directive),
        directive=directive,
        as_of=day,
        types=types(directive),
        counts=count(listed),
        rows=listed,
        relations=relations(directive, tracker, references, day),
    )


def task_detail(
    found: Assignment, tracker: Tracker, references: References, settings: Settings, day: date
) -> TaskDetail:
    """Give a task; a StcliError where its directive is issued after the day."""
    directive, task = found.directive, found.task
    rows = _rows_of(directive, tracker, references, settings, day)
    row = next(row for row in rows if row.task is task)
    original = given(task)
    return TaskDetail(
        row=row,
        as_of=day,
        original=original,
        original_due=resolved(original, directive.bases, settings),
        history=history(row, tracker.agencies, settings, day),
        implements=task_link(task.implements, references) if task.implements else None,
        implemented_by=tuple(
            Link(
                str(one.task.implements),
                references.task_name(one.directive, one.task),
                one.task.title,
            )
            for one in cascade(tracker, references, day).tasks_of(task)
        ),
    )


def agency_detail(
    agency: Agency, tracker: Tracker, rows: Iterable[TaskRow], day: date
) -> AgencyDetail:
    """Give an agency with what concerns it among all rows of a day."""
    answers_for: list[TaskRow] = []
    passed_on: list[TaskRow] = []
    coordinates: list[TaskRow] = []
    for row in rows:
        if agency.id in row.responsible:
            answers_for.append(row)
        elif agency.id in row.standing.leads:
            passed_on.append(row)
        elif agency.id in row.standing.coordinating:
            coordinates.append(row)
    return AgencyDetail(
        agency=agency,
        as_of=day,
        in_being=agency.exists_on(day),
        parent=tracker.agencies.get(agency.parent) if agency.parent else None,
        parts=tuple(one for one in tracker.listed if one.parent == agency.id),
        predecessors=tuple(
            (one, succession)
            for one in tracker.listed
            for succession in one.successors
            if succession.agency == agency.id and succession.since <= day
        ),
        counts=count(answers_for),
        answers_for=_open(answers_for),
        passed_on=_open(passed_on),
        coordinates=_open(coordinates),
    )


def _open(rows: Iterable[TaskRow]) -> tuple[TaskRow, ...]:
    return sort((row for row in rows if row.state not in CLOSED), "due")


def _rows_of(
    directive: Directive,
    tracker: Tracker,
    references: References,
    settings: Settings,
    day: date,
) -> Iterator[TaskRow]:
    if directive.issued > day:
        raise StcliError(
            say(
                "{directive} was issued on {issued}, after {day}",
                directive=references.name(directive),
                issued=directive.issued,
                day=day,
            ),
            say("ask for that day or a later one with --as-of"),
        )
    return task_rows(Tracker((directive,), tracker.listed), references, settings, day)
