"""What a value of a file names, where that is defined, and where else it is named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from stcli.deadlines import Completion, Count, DeadlineProblem, parse
from stcli.lsp.meanings import Meaning
from stcli.model import Agency, Directive
from stcli.references import Assignment, find_tasks, split
from stcli.rules.mentions import agencies_named, citations
from stcli.sources import AGENCIES, SETTINGS
from stcli.spelling import same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.documents.data import Route
    from stcli.load import Loaded
    from stcli.lsp.spots import Spot

Named: TypeAlias = Agency | Directive | Assignment

_REFERENCES = (Meaning.DIRECTIVE, Meaning.TASK, Meaning.TASK_BESIDE)


class Value(NamedTuple):
    """A value by its file and the route to it there."""

    path: str
    route: Route


def named(spot: Spot, path: str, loaded: Loaded) -> tuple[Named, ...]:
    """Give what a value of a file names: several where a reference is ambiguous."""
    match spot.meaning:
        case Meaning.AGENCY | Meaning.AGENCY_ID:
            agency = loaded.tracker.agencies.get(same(spot.text))
            return (agency,) if agency else ()
        case Meaning.NUMBER:
            return _own(path, loaded)
        case Meaning.TASK_ID:
            return _tasks(same(spot.text), _own(path, loaded))
        case Meaning.DEADLINE:
            awaited = _awaited(spot.text)
            return _referred(awaited, path, loaded) if awaited else ()
        case Meaning.TASK_BESIDE if "#" not in spot.text:
            return _tasks(same(spot.text), _own(path, loaded))
        case meaning if meaning in _REFERENCES:
            reference = spot.text.partition("#")[0] if spot.before_hash else ""
            return _referred(reference or spot.text, path, loaded)
        case _:
            return ()


def definition(one: Named, loaded: Loaded) -> Iterator[Value]:
    """Give the values that define something: the id of an agency or task, or a number."""
    match one:
        case Agency():
            for place, agency in enumerate(loaded.tracker.listed):
                if agency.id == one.id:
                    yield Value(AGENCIES, ("agencies", place, "id"))
        case Assignment(directive, task):
            yield Value(directive.path, ("tasks", directive.tasks.index(task), "id"))
        case Directive():
            yield Value(one.path, ("number",))


def uses(one: Named, loaded: Loaded) -> Iterator[Value]:
    """Give the values that name something besides its definition."""
    match one:
        case Agency():
            yield from _uses_of_agency(one.id, loaded)
        case Assignment(directive, task):
            position = directive.tasks.index(task)
            for each in citations(loaded.tracker, loaded.references):
                if each.task == position and each.found == (directive,):
                    yield Value(each.directive.path, each.route)
        case Directive():
            for each in citations(loaded.tracker, loaded.references):
                if each.found == (one,) and not each.text.startswith("#"):
                    yield Value(each.directive.path, each.route)
            yield from _bases(one, loaded)


def qualified(agency: str, loaded: Loaded) -> Iterator[tuple[Value, str]]:
    """Give the references that name an agency behind a `@`, with their texts."""
    wanted = same(agency).casefold()
    for each in citations(loaded.tracker, loaded.references):
        parts = [part.strip() for half in each.text.split("#") for part in half.split("@")[1:]]
        if any(same(part).casefold() == wanted for part in parts):
            yield Value(each.directive.path, each.route), each.text


def _uses_of_agency(agency: str, loaded: Loaded) -> Iterator[Value]:
    for place, one in enumerate(loaded.tracker.listed):
        route: Route = ("agencies", place)
        if one.parent == agency:
            yield Value(AGENCIES, (*route, "parent"))
        for number, heir in enumerate(one.successors):
            if heir.agency == agency:
                yield Value(AGENCIES, (*route, "successors", number, "agency"))
        for number, member in enumerate(one.members):
            if member == agency:
                yield Value(AGENCIES, (*route, "members", number))
    others = frozenset(loaded.tracker.agencies) - {agency}
    for directive in loaded.tracker.directives:
        for route, name, _ in agencies_named(directive, others):
            if name == agency:
                yield Value(directive.path, route)


def _bases(directive: Directive, loaded: Loaded) -> Iterator[Value]:
    """Give where agencies and settings rest on a directive."""
    for place, one in enumerate(loaded.tracker.listed):
        for number, heir in enumerate(one.successors):
            if heir.basis and loaded.references.written(heir.basis) == (directive,):
                yield Value(AGENCIES, ("agencies", place, "successors", number, "basis"))
    extensions = loaded.settings.extensions
    if extensions and loaded.references.written(extensions.basis) == (directive,):
        yield Value(SETTINGS, ("extensions", "basis"))


def _own(path: str, loaded: Loaded) -> tuple[Directive, ...]:
    return tuple(one for one in loaded.tracker.directives if one.path == path)


def _awaited(text: str) -> str | None:
    try:
        read = parse(text)
    except DeadlineProblem:
        return None
    match read:
        case Count(base=Completion(reference)):
            return reference
        case _:
            return None


def _referred(text: str, path: str, loaded: Loaded) -> tuple[Named, ...]:
    reference = split(text)
    found = loaded.references.written(text) if reference.number else _own(path, loaded)
    if not reference.task:
        return found
    found_tasks = _tasks(reference.task, found)
    return tuple(
        replace(one, period=reference.period, member=reference.member) for one in found_tasks
    )


def _tasks(id: str, directives: tuple[Directive, ...]) -> tuple[Assignment, ...]:
    return tuple(Assignment(one, task) for one in directives for task in find_tasks(one, id)[:1])
