"""References as they are typed: a directive, a task after `#`, a period after `@`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.completing.candidates import Candidate
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.completing.tree import Tree


def directives(typed: str, tree: Tree) -> Iterator[Candidate]:
    """Give the directives; behind `@` also the years by which one may be told from others."""
    number, at, _ = typed.partition("@")
    for name, title in tree.directives():
        yield Candidate(name, title)
    if at:
        for year, title in tree.years(number):
            yield Candidate(f"{number}@{year}", title)


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
    for path in tree.meant(number):
        if "@" in task:
            yield from _periods(number, task, path, tree)
        else:
            yield from _tasks(number, path, tree)


def _tasks(number: str, path: str, tree: Tree) -> Iterator[Candidate]:
    for one in tree.tasks(path):
        yield Candidate(f"{number}#{one.id}", one.title)
        if one.recurs:
            about = say("periods of {task}", task=one.id)
            yield Candidate(f"{number}#{one.id}@", about, goes_on=True)


def _periods(number: str, task: str, path: str, tree: Tree) -> Iterator[Candidate]:
    """Give the periods of a task; behind a second `@`, or without periods, its members."""
    depth = task.count("@")
    for name in tree.files.task_names(path):
        own = name.partition("#")[2]
        if own.count("@") == depth:
            yield Candidate(f"{number}#{own}")
