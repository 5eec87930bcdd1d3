"""Which directive carries out which, and which task which: the links of a tree, made once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stcli.references import Assignment, find_tasks, split

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from stcli.model import Directive, Task, Tracker
    from stcli.references import References


@dataclass(frozen=True, slots=True)
class Cascade:
    """The directives issued by a day in order of issue, with what carries out each, by identity.

    A task that names a directive and no task of it carries out the directive. Missing are the
    references to documents or tasks that no file has.
    """

    directives: tuple[Directive, ...]
    roots: tuple[Directive, ...]
    _directives: Mapping[int, list[Directive]]
    _tasks: Mapping[int, list[Assignment]]
    _missing: Mapping[int, list[str]]

    def directives_of(self, directive: Directive) -> tuple[Directive, ...]:
        """Give the directives that carry out a directive."""
        return tuple(self._directives.get(id(directive), ()))

    def tasks_of(self, carried_out: Directive | Task) -> tuple[Assignment, ...]:
        """Give the tasks that carry out a task, or a directive that their own does not."""
        return tuple(self._tasks.get(id(carried_out), ()))

    def missing_of(self, referring: Directive | Task) -> tuple[str, ...]:
        """Give what a directive or task carries out that is in no file."""
        return tuple(self._missing.get(id(referring), ()))


def cascade(tracker: Tracker, references: References, day: date) -> Cascade:
    """Give what carries out what on a day.

    Roots carry out no directive that is in the files, newest first: those are worked on.
    """
    known = sorted(
        (one for one in tracker.directives if one.issued <= day), key=lambda one: one.issued
    )
    directives: dict[int, list[Directive]] = defaultdict(list)
    tasks: dict[int, list[Assignment]] = defaultdict(list)
    missing: dict[int, list[str]] = defaultdict(list)
    roots = []
    for directive in known:
        parents = _parents(directive, references, day, missing)
        for parent in parents.values():
            directives[id(parent)].append(directive)
        if not parents:
            roots.append(directive)
        for task in directive.tasks:
            if task.implements is not None:
                targets = _targets(task.implements, references)
                for target in targets:
                    if id(target) not in parents and target is not directive and target is not task:
                        tasks[id(target)].append(Assignment(directive, task))
                if not targets:
                    missing[id(task)].append(task.implements)
    roots.sort(key=lambda one: one.issued, reverse=True)
    return Cascade(tuple(known), tuple(roots), directives, tasks, missing)


def _parents(
    directive: Directive, references: References, day: date, missing: dict[int, list[str]]
) -> dict[int, Directive]:
    parents: dict[int, Directive] = {}
    for text in directive.implements:
        found = references.written(text)
        parents.update(
            (id(one), one) for one in found if one is not directive and one.issued <= day
        )
        if not found:
            missing[id(directive)].append(text)
    return parents


def _targets(text: str, references: References) -> tuple[Directive, ...] | tuple[Task, ...]:
    found = references.written(text)
    wanted = split(text).task
    return tuple(task for one in found for task in find_tasks(one, wanted)) if wanted else found
