"""Directives that others amend or replace, and the tasks of theirs that nobody has confirmed since.

What the later document leaves of a task has to be looked up in it; until somebody has done so, its
lead and its day may be those of yesterday.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from stcli.references import find_tasks, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from stcli.model import Directive, Task
    from stcli.references import References


class Amendment(NamedTuple):
    """A later document: its day, its reference, and whether it replaces the directive.

    `tasks` are the identities of those it names, `None` where it names none and so speaks of all.
    """

    day: date
    by: str
    path: str
    replaces: bool
    tasks: frozenset[int] | None


def amendments(references: References, day: date) -> Mapping[int, tuple[Amendment, ...]]:
    """Give what amends or replaces each directive by a day, latest first, by its identity."""
    found: dict[int, list[Amendment]] = defaultdict(list)
    for directive in references.directives:
        if directive.issued <= day and (directive.amends or directive.replaces):
            for target, amendment in _of(directive, references):
                if directive.issued >= target.issued and target is not directive:
                    found[id(target)].append(amendment)
    return {
        target: tuple(sorted(several, key=lambda one: one.day, reverse=True))
        for target, several in found.items()
    }


def unconfirmed(
    directive: Directive, task: Task, found: Iterable[Amendment], day: date
) -> Amendment | None:
    """Give the latest amendment after which a task was neither changed nor confirmed by a day."""
    looked_at = [one.day for one in task.changes if one.day <= day]
    looked_at += [one for one in (task.confirmed, directive.confirmed) if one and one <= day]
    latest = max(looked_at, default=None)
    for one in found:
        if one.tasks is None or id(task) in one.tasks:
            return one if latest is None or latest < one.day else None
    return None


def _of(directive: Directive, references: References) -> Iterable[tuple[Directive, Amendment]]:
    name = references.name(directive)
    for texts, replaces in ((directive.amends, False), (directive.replaces, True)):
        for text in texts:
            wanted = split(text).task
            for target in references.written(text):
                tasks = frozenset(map(id, find_tasks(target, wanted))) if wanted else None
                yield target, Amendment(directive.issued, name, directive.path, replaces, tasks)
