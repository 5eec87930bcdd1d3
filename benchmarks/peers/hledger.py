"""hledger: a journal for each directive, in which a task is a transaction on its last day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from peers.peer import Checking, Listing, Peer, Words
from peers.programs import OnPath
from peers.tree import UNKNOWN, Tree, name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import naive

NEVER = date(9999, 12, 31)


def write(tree: Tree, folder: Path) -> None:
    """Write the journals, and one that names the accounts and includes them."""
    accounts = "".join(f"account {agency}\n" for agency in tree.agencies)
    years = sorted({path.parent.name for path in tree.folder.glob("directives/*/*.yaml")})
    included = "".join(f"include {year}/*.journal\n" for year in years)
    head = f"commodity 1. task\naccount assigned\n{accounts}"
    (folder / "main.journal").write_text(head + included, encoding="utf-8")
    for directive in tree.directives:
        place = folder / str(directive.issued.year)
        place.mkdir(exist_ok=True)
        text = "\n".join(line for task in directive.tasks for line in entry(directive, task))
        file = place / f"{directive.number.replace('/', '-')}.journal"
        file.write_text(f"; {directive.title}\n\n{text}\n", encoding="utf-8")


def entry(directive: naive.Directive, task: naive.Task) -> Iterator[str]:
    """Give the lines of a task: cleared if it is done, else pending."""
    mark = "*" if task.done else "!"
    yield f"{task.last_day() or NEVER} {mark} {name(directive, task)} {task.title}"
    yield f"    {task.lead}  1 task"
    yield "    assigned  -1 task"
    yield ""


def listing(program: str, tree: Tree, folder: Path) -> Words:
    """Give the command that lists the pending transactions before the day."""
    journal = ("-f", str(folder / "main.journal"))
    return (program, *journal, "register", "--pending", "--end", f"{tree.day}", "so-")


def checking(program: str, _tree: Tree, folder: Path) -> Words:
    """Give the command that takes no account or commodity which is not declared."""
    return (program, "-f", str(folder / "main.journal"), "check", "--strict")


PEER = Peer(
    name="hledger",
    program=OnPath("hledger", "hledger"),
    files="a journal for each directive, a transaction for each task",
    write=write,
    listing=Listing(listing, "`hledger register --pending --end DAY`"),
    checking=Checking(checking, "`hledger check --strict`", UNKNOWN),
)
