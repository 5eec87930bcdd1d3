"""Changes that put a last day off, as several rules look at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stcli.fulfilment.completion import bases_on
from stcli.fulfilment.recurrence import known_occurrences, occurrence_reckoning
from stcli.states import Course, reckoning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.deadlines import Bases, Reckoning
    from stcli.documents.document import Route
    from stcli.model import Change, Directive, Task
    from stcli.rules.registry import Survey


class Extension(NamedTuple):
    """A change that gives a later last day: its place, what was before, the how manieth it is."""

    path: str
    route: Route
    change: Change
    before: Reckoning
    number: int


def extensions(survey: Survey) -> Iterator[Extension]:
    """Give the extensions of all tasks by the day, those of single periods among them."""
    for directive in survey.issued:
        bases = None
        for position, task in enumerate(directive.tasks):
            if task.changes:
                bases = bases or bases_on(directive, survey.references, survey.today)
                yield from _of(directive, position, task, bases, survey)


def _of(
    directive: Directive, position: int, task: Task, bases: Bases, survey: Survey
) -> Iterator[Extension]:
    settings = survey.settings
    first = reckoning(task.due, bases, settings)
    courses: dict[str | None, Course] = {None: Course(first, first)}
    in_order = sorted(enumerate(task.changes), key=lambda one: one[1].day)
    for place, change in in_order:
        if change.due is None or change.day > survey.today:
            continue
        course = courses.get(change.period)
        if course is None:
            first = _of_period(directive, task, change, survey)
            course = Course(first, first)
        later = courses[change.period] = course.then(reckoning(change.due, bases, settings))
        if course.found is not None and later.extensions > course.extensions:
            route: Route = ("tasks", position, "changes", place)
            yield Extension(directive.path, route, change, course.found, later.extensions)


def _of_period(
    directive: Directive, task: Task, change: Change, survey: Survey
) -> Reckoning | None:
    """Give what is reckoned for one occurrence before any change of its own."""
    settings = survey.settings
    period = str(change.period)
    for occurrence, span in known_occurrences(directive, task, change.day, settings):
        if occurrence.period == period:
            return occurrence_reckoning(occurrence, span.series, settings)
        if occurrence.period > period:
            break
    return None
