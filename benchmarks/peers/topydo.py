"""topydo: a line of todo.txt for each task, those that are done in a file of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peers.peer import Listing, Peer, Words
from peers.programs import FromPip
from peers.tree import Tree, name

if TYPE_CHECKING:
    from pathlib import Path

    import naive


def write(tree: Tree, folder: Path) -> None:
    """Write todo.txt and done.txt, as its command `do` would leave them."""
    rows = [(line(directive, task), task.done) for directive, task in tree.tasks()]
    for file, done in (("todo.txt", False), ("done.txt", True)):
        text = "".join(f"{row}\n" for row, day in rows if (day is not None) is done)
        (folder / file).write_text(text, encoding="utf-8")


def line(directive: naive.Directive, task: naive.Task) -> str:
    """Give the line of a task: the lead agency is the context, the directive the project."""
    last = task.last_day()
    due = "" if last is None else f" due:{last}"
    done = "" if task.done is None else f"x {task.done} "
    named = f"{name(directive, task)} {task.title} @{task.lead} +{directive.number}"
    return f"{done}{directive.issued} {named}{due}"


def listing(program: str, tree: Tree, folder: Path) -> Words:
    """Give the command that lists what is overdue."""
    files = ("-t", str(folder / "todo.txt"), "-d", str(folder / "done.txt"))
    return (program, *files, "ls", f"due:<{tree.day}")


PEER = Peer(
    name="topydo",
    program=FromPip("topydo", "topydo"),
    files="todo.txt and done.txt",
    write=write,
    listing=Listing(listing, "`topydo ls 'due:<DAY'`"),
)
