"""Changes that put a last day off, as several rules look at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stcli.fulfilment.recurrence import known_occurrences, occurrence_reckoning
from stcli.states import Course, reckoning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from stcli.deadlines import Bases, Reckoning
    from stcli.documents.data import Route
    from stcli.model import Change, Directive, Task
    from stcli.settings import Settings


class Extension(NamedTuple):
    """A change that gives a later last day: its place, what was before, the how manieth it is."""

    path: str
    route: Route
    change: Change
    before: Reckoning
    number: int


def extensions(
    directives: Iterable[Directive],
    bases: Callable[[Directive], Bases],
    settings: Settings,
    day: date,
) -> Iterator[Extension]:
    """Give the extensions of all tasks by a day, those of single periods among them."""
    for directive in directives:
        for position, task in enumerate(directive.tasks):
            if task.changes:
                for place, before, number in _of(directive, task, bases(directive), settings, day):
                    route: Route = ("tasks", position, "changes", place)
                    yield Extension(directive.path, route, task.changes[place], before, number)


def _of(
    directive: Directive, task: Task, bases: Bases, settings: Settings, day: date
) -> Iterator[tuple[int, Reckoning, int]]:
    """Give the place of each extension of a task, what was before, and the how manieth it is."""
    first = reckoning(task.due, bases, settings)
    courses: dict[str | None, Course] = {None: Course(first, first)}
    in_order = sorted(enumerate(task.changes), key=lambda one: one[1].day)
    for place, change in in_order:
        if change.due is None or change.day > day:
            continue
        course = courses.get(change.period)
        if course is None:
            first = _of_period(directive, task, change, settings)
            course = Course(first, first)
        later = courses[change.period] = course.then(reckoning(change.due, bases, settings))
        if course.found is not None and later.extensions > course.extensions:
            yield place, course.found, later.extensions


def _of_period(
    directive: Directive, task: Task, change: Change, settings: Settings
) -> Reckoning | None:
    """Give what is reckoned for one occurrence before any change of its own."""
    period = str(change.period)
    for occurrence, span in known_occurrences(directive, task, change.day, settings):
        if occurrence.period == period:
            return occurrence_reckoning(occurrence, span.series, settings)
        if occurrence.period > period:
            break
    return None
