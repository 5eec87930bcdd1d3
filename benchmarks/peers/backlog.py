"""Backlog.md: a file of Markdown for each task, in a repository of git."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peers.peer import Listing, Peer, Words, unfinished
from peers.programs import FromNpm
from peers.tree import Tree, name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import naive

AUTHOR = ("-c", "user.name=office", "-c", "user.email=office@example.vn")


def write(tree: Tree, folder: Path) -> None:
    """Write the files of tasks."""
    place = folder / "backlog" / "tasks"
    place.mkdir(parents=True)
    for number, (directive, task) in enumerate(tree.tasks(), start=1):
        title = task.title.replace(" ", "-")
        text = "\n".join(entry(number, directive, task)) + "\n"
        (place / f"task-{number} - {title}.md").write_text(text, encoding="utf-8")


def entry(number: int, directive: naive.Directive, task: naive.Task) -> Iterator[str]:
    """Give the lines of a task: the lead agency and the directive are labels."""
    yield "---"
    yield f"id: TASK-{number}"
    yield f"title: '{name(directive, task)} {task.title}'"
    yield f"status: {'Done' if task.done else 'To Do'}"
    yield "assignee: []"
    yield f"created_date: '{directive.issued} 08:00'"
    last = task.last_day()
    if last is not None:
        yield f"due_date: '{last}'"
    yield "labels:"
    yield f"  - {task.lead}"
    yield f"  - {directive.number}"
    yield "dependencies: []"
    yield "---"
    if task.quote:
        yield f"\n## Description\n\n{task.quote}"


def prepare(program: str, _tree: Tree, _folder: Path) -> Sequence[Words]:
    """Give the commands that make a project of it, and commit the files."""
    return (
        ("git", "init", "--quiet", "."),
        (program, "init", "office", "--defaults", "--integration-mode", "none"),
        (program, "config", "set", "remoteOperations", "false"),
        ("git", "add", "--all"),
        ("git", *AUTHOR, "commit", "--quiet", "--message", "tasks"),
    )


def listing(program: str, _tree: Tree, _folder: Path) -> Words:
    """Give the command that lists what is not done, with the days."""
    return (program, "task", "list", "--plain", "--exclude-status", "Done")


def count(output: str) -> int:
    """Count the tasks of a listing, which has headings too."""
    return sum(line.lstrip().startswith("TASK-") for line in output.splitlines())


PEER = Peer(
    name="Backlog.md",
    program=FromNpm("backlog.md", "backlog"),
    files="a file of Markdown for each task",
    write=write,
    prepare=prepare,
    listing=Listing(
        listing,
        "`backlog task list --plain --exclude-status Done`: all that is **not done**, since it "
        "has no filter for days",
        count,
        unfinished,
    ),
)
