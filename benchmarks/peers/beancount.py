"""beancount: a ledger for each directive, in which a task is a transaction on its last day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peers.hledger import NEVER
from peers.peer import Checking, Peer, Words
from peers.programs import FromPip
from peers.tree import UNKNOWN, Tree, name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import naive

HEAD = """\
2000-01-01 commodity TASK
2000-01-01 open Equity:Assigned TASK
"""


def write(tree: Tree, folder: Path) -> None:
    """Write the ledgers, and one that opens the accounts and includes them."""
    accounts = "".join(f"2000-01-01 open {account(agency)} TASK\n" for agency in tree.agencies)
    years = sorted({directive.issued.year for directive in tree.directives})
    included = "".join(f'include "{year}/*.beancount"\n' for year in years)
    (folder / "main.beancount").write_text(HEAD + accounts + included, encoding="utf-8")
    for directive in tree.directives:
        place = folder / str(directive.issued.year)
        place.mkdir(exist_ok=True)
        text = "\n".join(line for task in directive.tasks for line in entry(directive, task))
        file = place / f"{directive.number.replace('/', '-')}.beancount"
        file.write_text(f"; {directive.title}\n\n{text}\n", encoding="utf-8")


def account(agency: str) -> str:
    """Give the account of an agency."""
    return f"Assets:{agency.title()}"


def entry(directive: naive.Directive, task: naive.Task) -> Iterator[str]:
    """Give the lines of a task: complete if it is done, else incomplete."""
    mark = "*" if task.done else "!"
    yield f'{task.last_day() or NEVER} {mark} "{task.title}"'
    yield f'  task: "{name(directive, task)}"'
    yield f"  {account(task.lead)}  1 TASK"
    yield "  Equity:Assigned  -1 TASK"
    yield ""


def checking(program: str, _tree: Tree, folder: Path) -> Words:
    """Give the command that checks the ledger."""
    return (program, str(folder / "main.beancount"))


PEER = Peer(
    name="beancount",
    program=FromPip("beancount", "bean-check"),
    files="a ledger for each directive, a transaction for each task",
    write=write,
    checking=Checking(
        checking, "`bean-check`, from its cache where it keeps one", account(UNKNOWN)
    ),
)
