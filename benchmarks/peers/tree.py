"""The tree that everybody is given, as its tasks, and small ones with a fault."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import naive
import yaml
from generate import DAY, write_tree

from peers.peer import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

UNKNOWN = "so-khong-co"


@dataclass(frozen=True, slots=True)
class Tree:
    """A folder with directives, and what is in it on its day."""

    folder: Path
    day: date
    agencies: Mapping[str, str]
    directives: tuple[naive.Directive, ...]

    def tasks(self) -> Iterator[tuple[naive.Directive, naive.Task]]:
        """Give every task with its directive."""
        for directive in self.directives:
            for task in directive.tasks:
                yield directive, task


def generated(folder: Path, files: int, tasks: int) -> Tree:
    """Write a tree, and read what is in it."""
    write_tree(folder, files, tasks)
    return read(folder)


def broken(folder: Path, fault: Fault) -> Tree:
    """Write a small tree with one fault, and read what is in it."""
    write_tree(folder, 3, 10)
    path = naive.files(folder)[1]
    head, line, rest = path.read_text(encoding="utf-8").partition("    lead: ")
    agency, tail = rest.split("\n", 1)
    match fault:
        case Fault.UNKNOWN_AGENCY:
            agency = UNKNOWN
        case Fault.DUPLICATE_KEY:
            agency = f"{agency}\n{line}{agency}"
    path.write_text(f"{head}{line}{agency}\n{tail}", encoding="utf-8")
    return read(folder)


def read(folder: Path) -> Tree:
    """Read what is in a tree."""
    directives = tuple(naive.directives(folder, yaml.CSafeLoader))
    return Tree(folder, date.fromisoformat(DAY), naive.agencies(folder), directives)


def name(directive: naive.Directive, task: naive.Task) -> str:
    """Give the name that a task has in all the files."""
    return f"{directive.number}#{task.id}"
