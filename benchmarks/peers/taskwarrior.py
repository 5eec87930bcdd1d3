"""Taskwarrior: one file of pending tasks and one of completed ones, written by `task import`."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from peers.peer import Listing, Peer, Words
from peers.programs import OnPath
from peers.tree import Tree, name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    import naive

RC = """\
data.location=.task
confirmation=off
verbose=nothing
color=off
defaultwidth=1000
"""


def write(tree: Tree, folder: Path) -> None:
    """Write what is to be imported: the lead agency is the project, the directive a tag."""
    (folder / ".taskrc").write_text(RC, encoding="utf-8")
    tasks = [entry(directive, task) for directive, task in tree.tasks()]
    text = json.dumps(tasks, ensure_ascii=False)
    (folder / "tasks.json").write_text(text, encoding="utf-8")


def entry(directive: naive.Directive, task: naive.Task) -> dict[str, Any]:
    """Give a task as it is imported."""
    said = {
        "description": f"{name(directive, task)} {task.title}",
        "project": task.lead,
        "entry": moment(directive.issued),
        "status": "completed" if task.done else "pending",
    }
    last = task.last_day()
    if last is not None:
        said["due"] = moment(last)
    if task.done is not None:
        said["end"] = moment(task.done)
    return said


def moment(day: date) -> str:
    """Give the first moment of a day, as the local time has it, in UTC."""
    return datetime.combine(day, time()).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def prepare(program: str, _tree: Tree, _folder: Path) -> Sequence[Words]:
    """Give the import, and a first listing, which files the completed ones away."""
    return ((program, "import", "tasks.json"), (program, "list"))


def listing(program: str, tree: Tree, _folder: Path) -> Words:
    """Give the command that lists what is overdue."""
    return (program, f"due.before:{tree.day}", "list")


PEER = Peer(
    name="Taskwarrior",
    program=OnPath("taskwarrior", "task"),
    files="its own data files, filled by `task import`",
    write=write,
    prepare=prepare,
    listing=Listing(listing, "`task due.before:DAY list`"),
)
