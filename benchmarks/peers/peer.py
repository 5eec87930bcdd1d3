"""What a peer is: a program, the same tasks as its files, and the questions that it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from peers.programs import Program
    from peers.tree import Tree

Words = tuple[str, ...]
"""The words of a command."""


class Fault(StrEnum):
    """What is planted into a small tree, to see that a checker does check."""

    UNKNOWN_AGENCY = "an agency that nobody has named"
    DUPLICATE_KEY = "a key that is there twice"


def overdue(tree: Tree) -> int:
    """Give how many tasks are overdue on the day of the tree."""
    return sum(task.overdue(tree.day) for _, task in tree.tasks())


def unfinished(tree: Tree) -> int:
    """Give how many tasks are not done."""
    return sum(task.done is None for _, task in tree.tasks())


def lines(output: str) -> int:
    """Count the lines of an answer that has one for each task."""
    return sum(bool(line.strip()) for line in output.splitlines())


@dataclass(frozen=True, slots=True)
class Listing:
    """How it is asked what is overdue, and how many tasks an answer has."""

    words: Callable[[str, Tree, Path], Words]
    asked: str
    count: Callable[[str], int] = lines
    expected: Callable[[Tree], int] = overdue


@dataclass(frozen=True, slots=True)
class Checking:
    """How it is asked to check the files, and what in its answer shows that it saw the fault."""

    words: Callable[[str, Tree, Path], Words]
    asked: str
    sign: str = "so-khong-co"
    fault: Fault = Fault.UNKNOWN_AGENCY


def writes_nothing(_tree: Tree, _folder: Path) -> None:
    """Write nothing: the program reads the files of the tree."""


def needs_nothing(_program: str, _tree: Tree, _folder: Path) -> Sequence[Words]:
    """Give no commands: the files are ready as they were written."""
    return ()


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that answers one of the questions, or both.

    `write` writes its files, and needs no program for it; `prepare` gives the commands that make
    them what its users have, run once and not measured.
    """

    name: str
    program: Program
    files: str
    write: Callable[[Tree, Path], None] = writes_nothing
    prepare: Callable[[str, Tree, Path], Sequence[Words]] = needs_nothing
    listing: Listing | None = None
    checking: Checking | None = None
