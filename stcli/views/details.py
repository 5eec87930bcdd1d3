"""One directive, task or agency whole: what it says, how it stands, and what it is tied to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stcli.deadlines import reporting_span
from stcli.errors import StcliError
from stcli.fulfilment.completion import bases_on
from stcli.messages import say
from stcli.model import Agency, Directive, Tracker
from stcli.references import Assignment, types
from stcli.spelling import search_key
from stcli.states import CLOSED, Terms, given, resolved, terms_on
from stcli.views.cascade import cascade
from stcli.views.history import history
from stcli.views.orders import sort
from stcli.views.relations import Link, relations, task_link
from stcli.views.status import count
from stcli.views.tasks import task_rows

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

_SHOWN = 12
"""Periods or members that are named where another was asked for."""


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

    `rows` are the task itself, or the occurrences of one that recurs. `terms` are those of the
    day, `original` those of the directive, and `original_due` the last day by it. `span` are the
    days that the report of one occurrence covers. `members` are the rows of the members, where
    collectives lead. `implemented_by` are the tasks that carry it out.
    """

    reference: str
    rows: tuple[TaskRow, ...]
    as_of: date
    terms: Terms
    original: Terms
    original_due: date | None
    span: tuple[date, date] | None
    counts: Counts
    members: tuple[TaskRow, ...]
    history: tuple[Event, ...]
    implements: Link | None
    implemented_by: tuple[Link, ...]

    @property
    def first(self) -> TaskRow:
        """The row of the task, or of its first occurrence; they share directive and task."""
        return self.rows[0]

    @property
    def row(self) -> TaskRow | None:
        """The only row, or `None` where the task recurs and was asked for as a whole."""
        return self.first if self.first.reference == self.reference else None


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
    """Give a task, or one occurrence of it; a StcliError where the day does not have it yet."""
    directive, task = found.directive, found.task
    expand = bool(found.member)
    every = _rows_of(directive, tracker, references, settings, day, expand=expand)
    rows = _asked_for(found, tuple(row for row in every if row.task is task))
    first = rows[0]
    whole = not found.period and first.occurrence is not None
    reference = first.task_reference if whole else first.reference
    original, bases = given(task), bases_on(directive, references, day)
    expanded = _rows_of(directive, tracker, references, settings, day, expand=True)
    return TaskDetail(
        reference=reference,
        rows=rows,
        as_of=day,
        terms=terms_on(task, day),
        original=original,
        original_due=resolved(original, bases, settings) if whole else first.standing.original_due,
        span=None if whole else _span(first, settings),
        counts=count(rows),
        members=() if whole or expand else tuple(_members(first, expanded)),
        history=history(
            first,
            bases,
            tracker.agencies,
            settings,
            day,
            period=None if whole else first.period,
            member=first.member,
        ),
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


def _span(row: TaskRow, settings: Settings) -> tuple[date, date] | None:
    return row.occurrence and reporting_span(row.occurrence, settings.cut_off)


def _members(row: TaskRow, expanded: Iterable[TaskRow]) -> Iterator[TaskRow]:
    """Give what is each member's of a task or of an occurrence."""
    for one in expanded:
        if one.task is row.task and one.member is not None and one.period == row.period:
            yield one


def _asked_for(found: Assignment, rows: tuple[TaskRow, ...]) -> tuple[TaskRow, ...]:
    """Give the rows of one period or member; a StcliError where there is none."""
    key = search_key(found.member)
    fitting = tuple(
        row
        for row in rows
        if found.period in {"", row.period} and key in {"", search_key(row.member or "")}
    )
    if fitting:
        return fitting
    known = tuple(
        dict.fromkeys(row.period or row.member or "" for row in rows if row.period or row.member)
    )
    message = say(
        "{task} has no `{part}`",
        task=rows[0].task_reference,
        part="@".join(filter(None, (found.period, found.member))),
    )
    if not known:
        raise StcliError(message, say("it neither recurs nor is led by a collective with members"))
    shown = ", ".join(known[-_SHOWN:])
    raise StcliError(message, say("write one of {choices}", choices=shown))


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


def _rows_of(  # noqa: PLR0913 - what rows are made of
    directive: Directive,
    tracker: Tracker,
    references: References,
    settings: Settings,
    day: date,
    *,
    expand: bool = False,
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
    own = Tracker((directive,), tracker.listed)
    return task_rows(own, references, settings, day, expand=expand)
