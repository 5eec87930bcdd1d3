"""Where directives name agencies, refer to documents and record what happened.

Rules look at every task of every file, so nothing is built here for a task that has none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from stcli.deadlines import Completion, Count
from stcli.references import split
from stcli.spelling import search_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from stcli.deadlines import Deadline
    from stcli.documents.data import Route
    from stcli.model import Change, Directive, Task, Tracker
    from stcli.references import References

    Completed: TypeAlias = tuple[Route, date | None, tuple[str, ...], Task]
    """What was completed or proved, a task or a part of it: its place, the day, the evidence."""

    Due: TypeAlias = tuple[Route, Deadline, date]
    """A deadline: its place, and the day on which it was set."""

    Event: TypeAlias = tuple[Route, date]
    """What happened to a task: its place, and the day."""


class Citation(NamedTuple):
    """A reference to a document, in a directive: its place, the day it is made on, what it means.

    `found` has more than one directive where the reference is ambiguous, none where no file has
    it. `task` is the position of the task it names in the only one found, if there is one.
    """

    directive: Directive
    route: Route
    text: str
    day: date
    found: tuple[Directive, ...]
    task: int | None


def citations(tracker: Tracker, references: References) -> Iterator[Citation]:
    """Give all references that directives make."""
    known: dict[str, tuple[Directive, ...]] = {}
    ids: dict[str, dict[str, int]] = {}
    for directive in tracker.directives:
        for route, text, day in _references(directive):
            document, hash_, _ = text.partition("#")
            own = hash_ and not document and {"due", "replaced_by"}.intersection(route)
            found = (directive,) if own else known.get(document)
            if found is None:
                found = known[document] = references.written(document)
            task = _position(found[0], text, ids) if hash_ and len(found) == 1 else None
            yield Citation(directive, route, text, day, found, task)


def _position(directive: Directive, text: str, ids: dict[str, dict[str, int]]) -> int | None:
    """Give the position of a task, as `find_tasks` would, with the ids kept for the next one."""
    positions = ids.get(directive.path)
    if positions is None:
        tasks = [(task.id, position) for position, task in enumerate(directive.tasks)][::-1]
        positions = {search_key(one): position for one, position in tasks} | dict(tasks)
        ids[directive.path] = positions
    wanted = split(text).task
    return positions[wanted] if wanted in positions else positions.get(search_key(wanted))


def _references(directive: Directive) -> Iterator[tuple[Route, str, date]]:
    for key, texts in (
        ("implements", directive.implements),
        ("cites", directive.cites),
        ("amends", directive.amends),
        ("replaces", directive.replaces),
    ):
        for number, text in enumerate(texts):
            yield (key, number), text, directive.issued
    for position, task in enumerate(directive.tasks):
        if task.implements is not None:
            yield ("tasks", position, "implements"), task.implements, directive.issued
        if reference := awaited(task.due):
            yield ("tasks", position, "due"), reference, directive.issued
        if task.changes:
            for place, change in enumerate(task.changes):
                yield from _of_change(("tasks", position, "changes", place), change)
        if task.cancelled is not None and task.cancelled.by is not None:
            yield ("tasks", position, "cancelled", "by"), task.cancelled.by, task.cancelled.day
        if task.returned is not None and task.returned.by is not None:
            yield ("tasks", position, "returned", "by"), task.returned.by, task.returned.day


def _of_change(route: Route, change: Change) -> Iterator[tuple[Route, str, date]]:
    if change.by is not None:
        yield (*route, "by"), change.by, change.day
    if reference := awaited(change.due):
        yield (*route, "due"), reference, change.day
    for number, text in enumerate(change.replaced_by):
        reference = text if "#" in text else f"#{text}"  # an id is that of a task beside it
        yield (*route, "replaced_by", number), reference, change.day


def awaited(deadline: Deadline | None) -> str | None:
    """Give the reference of the task from whose completion a deadline is counted."""
    match deadline:
        case Count(base=Completion(reference)):
            return reference
        case _:
            return None


def agencies_named(
    directive: Directive, besides: frozenset[str]
) -> Iterator[tuple[Route, str, date]]:
    """Give the agencies that a directive names besides some, with the day it speaks of."""
    if directive.issuer not in besides:
        yield ("issuer",), directive.issuer, directive.issued
    for position, task in enumerate(directive.tasks):
        if not (besides.issuperset(task.leads) and besides.issuperset(task.coordinating)):
            yield from _named(("tasks", position, "lead"), task.leads, directive.issued, besides)
            yield from _named(
                ("tasks", position, "with"), task.coordinating, directive.issued, besides
            )
        if task.changes:
            for place, change in enumerate(task.changes):
                route: Route = ("tasks", position, "changes", place)
                yield from _named((*route, "lead"), change.leads or (), change.day, besides)
                yield from _named((*route, "with"), change.coordinating or (), change.day, besides)
        for place, one in enumerate(task.members):
            if one.agency not in besides:
                yield ("tasks", position, "members", place, "agency"), one.agency, directive.issued


def _named(
    route: Route, names: tuple[str, ...], day: date, besides: frozenset[str]
) -> Iterator[tuple[Route, str, date]]:
    for number, name in enumerate(names):
        if name not in besides:
            yield (*route, number), name, day


def events(directive: Directive) -> Iterator[Event]:
    """Give the days on which something happened to the tasks, but for their completion."""
    for position, task in enumerate(directive.tasks):
        if task.changes or task.progress or task.periods:
            for rest, day in _entered(task):
                yield ("tasks", position, *rest), day
        if task.confirmed is not None:
            yield ("tasks", position, "confirmed"), task.confirmed
        if task.cancelled is not None:
            yield ("tasks", position, "cancelled", "date"), task.cancelled.day
        if task.returned is not None:
            yield ("tasks", position, "returned", "date"), task.returned.day


def _entered(task: Task) -> Iterator[tuple[Route, date]]:
    """Give the days of the entries in the lists of a task."""
    for place, change in enumerate(task.changes):
        yield ("changes", place, "date"), change.day
        if change.asked is not None:
            yield ("changes", place, "asked"), change.asked
    for place, progress in enumerate(task.progress):
        yield ("progress", place, "date"), progress.day
    for place, period in enumerate(task.periods):
        if period.cancelled is not None:
            yield ("periods", place, "cancelled", "date"), period.cancelled.day


def deadlines(directive: Directive) -> Iterator[Due]:
    """Give the deadlines of the tasks, each with the day on which it was set."""
    for position, task in enumerate(directive.tasks):
        if task.due is not None:
            yield ("tasks", position, "due"), task.due, directive.issued
        if task.changes:
            for number, change in enumerate(task.changes):
                if change.due is not None:
                    day = max(change.day, directive.issued)
                    yield ("tasks", position, "changes", number, "due"), change.due, day


def completions(directive: Directive) -> Iterator[Completed]:
    """Give what was completed or proved: tasks, periods of them, and parts of members."""
    for position, task in enumerate(directive.tasks):
        if task.done is not None or task.evidence:
            yield ("tasks", position), task.done, task.evidence, task
        if task.periods:
            for place, period in enumerate(task.periods):
                yield ("tasks", position, "periods", place), period.done, period.evidence, task
        if task.members:
            for place, member in enumerate(task.members):
                yield ("tasks", position, "members", place), member.done, member.evidence, task


def current_leads(task: Task) -> tuple[str, ...]:
    """Give the leads of a task after all its changes."""
    if task.changes:
        for change in reversed(task.changes):
            if change.leads is not None:
                return change.leads
    return task.leads
