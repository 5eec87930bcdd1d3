"""Where a directive names agencies, refers to documents and records what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from stcli.documents.document import Route
    from stcli.model import Directive, Task
    from stcli.rules.registry import Survey


def agencies_named(directive: Directive) -> Iterator[tuple[Route, str, date]]:
    """Give the agencies that a directive names, each with its place and the day it speaks of."""
    yield ("issuer",), directive.issuer, directive.issued
    for position, task in enumerate(directive.tasks):
        for number, lead in enumerate(task.leads):
            yield ("tasks", position, "lead", number), lead, directive.issued
        for number, other in enumerate(task.coordinating):
            yield ("tasks", position, "with", number), other, directive.issued
        for place, change in enumerate(task.changes):
            for number, lead in enumerate(change.leads or ()):
                yield ("tasks", position, "changes", place, "lead", number), lead, change.day
            for number, other in enumerate(change.coordinating or ()):
                yield ("tasks", position, "changes", place, "with", number), other, change.day


def references_made(directive: Directive) -> Iterator[tuple[Route, str, date]]:
    """Give the references that a directive makes, each with its place and the day it is made on."""
    for key, references in (
        ("implements", directive.implements),
        ("cites", directive.cites),
        ("amends", directive.amends),
        ("replaces", directive.replaces),
    ):
        for number, reference in enumerate(references):
            yield (key, number), reference, directive.issued
    for position, task in enumerate(directive.tasks):
        if task.implements is not None:
            yield ("tasks", position, "implements"), task.implements, directive.issued
        for place, change in enumerate(task.changes):
            if change.by is not None:
                yield ("tasks", position, "changes", place, "by"), change.by, change.day
        for key, ending in (("cancelled", task.cancelled), ("returned", task.returned)):
            if ending is not None and ending.by is not None:
                yield ("tasks", position, key, "by"), ending.by, ending.day


def events(directive: Directive) -> Iterator[tuple[Route, date]]:
    """Give the days on which something happened to the tasks, but for their completion."""
    for position, task in enumerate(directive.tasks):
        for place, change in enumerate(task.changes):
            yield ("tasks", position, "changes", place, "date"), change.day
        for place, progress in enumerate(task.progress):
            yield ("tasks", position, "progress", place, "date"), progress.day
        for key, ending in (("cancelled", task.cancelled), ("returned", task.returned)):
            if ending is not None:
                yield ("tasks", position, key, "date"), ending.day


class Completion(NamedTuple):
    """A task or a period of a task by its route: the day it was done, and what shows it.

    `ended` is a task that was cancelled or returned.
    """

    route: Route
    done: date | None
    evidence: tuple[str, ...]
    ended: bool


def completions(directive: Directive) -> Iterator[Completion]:
    """Give what was completed or proved."""
    for position, task in enumerate(directive.tasks):
        ended = task.cancelled is not None or task.returned is not None
        if task.done is not None or task.evidence:
            yield Completion(("tasks", position), task.done, task.evidence, ended)
        for place, period in enumerate(task.periods):
            route = ("tasks", position, "periods", place)
            yield Completion(route, period.done, period.evidence, ended)


def issued(survey: Survey) -> Iterator[Directive]:
    """Give the directives issued by the day; the others have a wrong day, which is said once."""
    for directive in survey.tracker.directives:
        if directive.issued <= survey.today:
            yield directive


def current_leads(task: Task) -> tuple[str, ...]:
    """Give the leads of a task after all its changes."""
    return next((one.leads for one in reversed(task.changes) if one.leads is not None), task.leads)
