"""References as they are typed: a directive, a task after `#`, a period after `@`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.completing import office
from stcli.completing.candidates import Candidate
from stcli.deadlines import Every
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.completing.tree import Tree
    from stcli.model import Directive


def directives(typed: str, tree: Tree) -> Iterator[Candidate]:
    """Give the directives; behind `@` also the years by which one may be told from others."""
    references = tree.references
    number, at, _ = typed.partition("@")
    for one in references.directives:
        yield Candidate(references.name(one), one.title)
    if at:
        for one in references.written(number):
            yield Candidate(f"{number}@{one.issued.year}", one.title)


def references(typed: str, tree: Tree) -> Iterator[Candidate]:
    """Give the directives, and where a `#` has been typed, the tasks of the one before it."""
    number, hash_, task = typed.partition("#")
    if not hash_:
        for one in directives(typed, tree):
            yield one
            yield Candidate(
                f"{one.text}#", say("tasks of {directive}", directive=one.text), goes_on=True
            )
        return
    for directive in tree.references.typed(number):
        if "@" in task:
            yield from _periods(number, task, directive, tree)
        else:
            yield from _tasks(number, directive, tree)


def _tasks(number: str, directive: Directive, tree: Tree) -> Iterator[Candidate]:
    for task in office.tasks(tree.document(directive.path)):
        id_, title = "".join(office.texts(task, "id")), "".join(office.texts(task, "title"))
        if id_:
            yield Candidate(f"{number}#{id_}", title)
        if id_ and _recurs("".join(office.texts(task, "due"))):
            yield Candidate(f"{number}#{id_}@", say("periods of {task}", task=id_), goes_on=True)


def _recurs(due: str) -> bool:
    """Tell whether a deadline reads as one that comes back; whether it is right is not asked."""
    return "".join(due.split()[:1]) in set(Every)


def _periods(number: str, task: str, directive: Directive, tree: Tree) -> Iterator[Candidate]:
    """Give the periods of a task; behind a second `@`, or without periods, its members."""
    depth = task.count("@")
    for name in tree.task_names(directive.path):
        own = name.partition("#")[2]
        if own.count("@") == depth:
            yield Candidate(f"{number}#{own}")
