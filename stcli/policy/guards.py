"""What a change set may not do: the files as they were against the files as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from stcli.deadlines import write
from stcli.diagnostics import Diagnostic, Related
from stcli.documents.subjects import subject
from stcli.messages import say
from stcli.numbers import comparison_key
from stcli.rules.mentions import completions
from stcli.rules.registry import severity
from stcli.spelling import same

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterator, Mapping

    from stcli.documents.data import Route
    from stcli.load import Loaded
    from stcli.messages import Message
    from stcli.model import Directive, Task


class _Breach(NamedTuple):
    """Something a change set did: where in the files as they are, and where it was before.

    Without a path it is gone, and only the place before is left; what is new has none before.
    """

    path: str | None
    route: Route
    message: Message
    help: Message
    before: tuple[str, Route] | None = None


class _Sides(NamedTuple):
    """The files as they are and as they were, and the paths of those that are the same on both."""

    now: Loaded
    before: Loaded
    unchanged: Container[str]

    def both(self) -> Iterator[tuple[Directive, Directive]]:
        """Give the directives that are on both sides, in the order of the files as they are.

        What stands in a file that is the same on both is left out.
        """
        known = _by_identity(self.before)
        for directive in self.now.tracker.directives:
            old = _counterpart(directive, known)
            if old is not None and not self.is_same(directive, old):
                yield self.now.entire(directive), self.before.entire(old)

    def is_same(self, directive: Directive, old: Directive) -> bool:
        """Tell whether two directives stand in one file that has not changed."""
        return directive.path == old.path and directive.path in self.unchanged


class _Pair(NamedTuple):
    """A task before and after, with its directives and positions."""

    directive: Directive
    position: int
    task: Task
    old_directive: Directive
    old_position: int
    old: Task


def guarded(
    now: Loaded, before: Loaded, names: Collection[str], unchanged: Container[str] = ()
) -> tuple[Diagnostic, ...]:
    """Give what the files do against the guards named, compared with the files of before.

    A directive is the same by issuer, number and year of issue, wherever its file is, else by its
    file; a task by its id. Files that could not be read on either side are not compared; those
    that are `unchanged` need not be, and may be there in outline, as any other.
    """
    sides = _Sides(now, before, unchanged)
    found = (
        _diagnostic(name, breach, now, before)
        for name in GUARDS
        if name in names
        for breach in GUARDS[name](sides)
    )
    return tuple(sorted(found, key=lambda one: one.order))


def _diagnostic(name: str, breach: _Breach, now: Loaded, before: Loaded) -> Diagnostic:
    standing = [] if breach.path is None else [(now, breach.path, breach.route)]
    if breach.before is not None:
        standing.append((before, *breach.before))
    places = [loaded.documents[path].place(route) for loaded, path, route in standing]
    loaded, path, route = standing[-1]
    return Diagnostic(
        rule=name,
        severity=severity(name, now.settings),
        message=breach.message,
        place=places[0],
        help=breach.help,
        related=tuple(Related(say("as it was"), place) for place in places[1:]),
        subject=subject(loaded.documents[path].data, route),
    )


def _moved(sides: _Sides) -> Iterator[_Breach]:
    for pair in _pairs(sides):
        old, new = pair.old.due, pair.task.due
        if old is not None and old != new:
            route: Route = ("tasks", pair.position, "due")
            yield _Breach(
                pair.directive.path,
                route,
                say(
                    "the deadline was `{old}` and is `{new}` now, without an entry for it",
                    old=write(old),
                    new="" if new is None else write(new),
                ),
                say("put `{old}` back, and the new day under `changes`", old=write(old)),
                (pair.old_directive.path, ("tasks", pair.old_position, "due")),
            )


def _removed(sides: _Sides) -> Iterator[_Breach]:
    remedy = say("put it back; what nobody has to do is cancelled or returned")
    kept = _by_identity(sides.now)
    for old in sides.before.tracker.directives:
        new = _counterpart(old, kept)
        if new is not None and sides.is_same(new, old):
            continue
        if new is None and old.path not in sides.now.invalid:
            message = say("`{number}` is in no file any more", number=old.number)
            yield _Breach(None, (), message, remedy, (old.path, ("number",)))
        for position, task in enumerate(old.tasks if new else ()):
            if new is not None and all(same(one.id) != same(task.id) for one in new.tasks):
                yield _Breach(
                    new.path,
                    ("tasks",),
                    say("task `{task}` of `{number}` is gone", task=task.id, number=new.number),
                    remedy,
                    (old.path, ("tasks", position, "id")),
                )


def _unproved(sides: _Sides) -> Iterator[_Breach]:
    known = _by_identity(sides.before)
    for one in sides.now.tracker.directives:
        before = _counterpart(one, known)
        if before is not None and sides.is_same(one, before):
            continue
        directive, old = sides.now.entire(one), before and sides.before.entire(before)
        marked = {_mark(route, old) for route, done, *_ in completions(old) if done} if old else ()
        for route, done, evidence, _ in completions(directive):
            if done is not None and not evidence and _mark(route, directive) not in marked:
                yield _Breach(
                    directive.path,
                    (*route, "done"),
                    say("nothing shows that it was done"),
                    say("add `evidence: ...` with the number of the document, or an address"),
                )


def _rewritten(sides: _Sides) -> Iterator[_Breach]:
    remedy = say("put it back; what was wrong is corrected by an entry of its own")
    for pair in _pairs(sides):
        for key in ("changes", "progress", "periods", "members"):
            kept = getattr(pair.task, key)
            for place, entry in enumerate(getattr(pair.old, key)):
                if entry not in kept:
                    yield _Breach(
                        pair.directive.path,
                        ("tasks", pair.position, key),
                        say("an entry of `{key}` is gone or altered", key=key),
                        remedy,
                        (pair.old_directive.path, ("tasks", pair.old_position, key, place)),
                    )
        for key in ("done", "cancelled", "returned"):
            old = getattr(pair.old, key)
            if old is not None and getattr(pair.task, key) != old:
                yield _Breach(
                    pair.directive.path,
                    ("tasks", pair.position, key),
                    say("`{key}` is gone or altered", key=key),
                    remedy,
                    (pair.old_directive.path, ("tasks", pair.old_position, key)),
                )


def _pairs(sides: _Sides) -> Iterator[_Pair]:
    """Give the tasks that are in both, in the order of the files as they are."""
    for directive, old in sides.both():
        places = {same(task.id): place for place, task in enumerate(old.tasks)}
        for position, task in enumerate(directive.tasks):
            place = places.get(same(task.id))
            if place is not None:
                yield _Pair(directive, position, task, old, place, old.tasks[place])


def _by_identity(loaded: Loaded) -> dict[object, Directive]:
    """Give the directives by what they are and, for those whose number was mended, by file."""
    directives = loaded.tracker.directives
    by_path: dict[object, Directive] = {one.path: one for one in directives}
    return by_path | {_identity(one): one for one in directives}


def _counterpart(directive: Directive, others: Mapping[object, Directive]) -> Directive | None:
    """Give the same directive among those of the other side, or the one in its file."""
    return others.get(_identity(directive)) or others.get(directive.path)


def _identity(directive: Directive) -> tuple[str, str, int]:
    return directive.issuer, comparison_key(directive.number), directive.issued.year


def _mark(route: Route, directive: Directive) -> tuple[object, ...]:
    """Give what tells a completion apart: its task, and the period or member it is for."""
    task = directive.tasks[int(route[1])]
    match route[2:]:
        case ("periods", int(place)):
            return task.id, task.periods[place].period
        case ("members", int(place)):
            return task.id, task.members[place].agency, task.members[place].period
        case _:
            return (task.id,)


GUARDS: Final[Mapping[str, Callable[[_Sides], Iterator[_Breach]]]] = {
    "deadline-moved": _moved,
    "task-removed": _removed,
    "unproved-completion": _unproved,
    "history-rewritten": _rewritten,
}
"""What can be guarded, each by the name of its rule."""
