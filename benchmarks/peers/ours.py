"""stcli, as it is installed beside this Python, and the script that anybody would write first."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from peers.peer import Checking, Listing, Peer, Words
from peers.programs import Beside

if TYPE_CHECKING:
    from peers.tree import Tree

STCLI = "stcli"
NAIVE = Path(__file__).parent.parent / "naive.py"
FILES = "the files of the tree"


def listing(program: str, tree: Tree, _folder: Path) -> Words:
    """Give the command that lists what is overdue."""
    return (program, "overdue", "-q", "-C", str(tree.folder), "--as-of", f"{tree.day}")


def checking(program: str, tree: Tree, _folder: Path) -> Words:
    """Give the command that checks the tree."""
    return (program, "check", "-C", str(tree.folder), "--as-of", f"{tree.day}")


def uncached_listing(program: str, tree: Tree, folder: Path) -> Words:
    """Give the command that lists what is overdue, from the files alone."""
    return (*listing(program, tree, folder), "--no-cache")


def uncached_checking(program: str, tree: Tree, folder: Path) -> Words:
    """Give the command that checks the tree, from the files alone."""
    return (*checking(program, tree, folder), "--no-cache")


def naive_listing(program: str, tree: Tree, _folder: Path) -> Words:
    """Give the script that lists what is overdue."""
    return (sys.executable, program, "list", str(tree.folder), f"{tree.day}")


def naive_checking(program: str, tree: Tree, _folder: Path) -> Words:
    """Give the script that checks the tree."""
    return (sys.executable, program, "check", str(tree.folder))


def count(output: str) -> int:
    """Count the tasks of a listing: the lines below the heading of the columns."""
    _, _, rows = output.partition("\ntask ")
    return sum("/UBND-KGVX#" in line for line in rows.splitlines())


PEERS = (
    Peer(
        name=STCLI,
        program=Beside("stcli"),
        files=FILES,
        listing=Listing(listing, "`stcli overdue`", count),
        checking=Checking(checking, "`stcli check`, with all its rules"),
    ),
    Peer(
        name="stcli --no-cache",
        program=Beside("stcli", option="--no-cache"),
        files=FILES,
        listing=Listing(uncached_listing, "`stcli overdue --no-cache`", count),
        checking=Checking(uncached_checking, "`stcli check --no-cache`"),
    ),
    Peer(
        name="naive script",
        program=Beside("pydantic", NAIVE),
        files=FILES,
        listing=Listing(naive_listing, "`naive.py list`: PyYAML's SafeLoader, pydantic, a loop"),
        checking=Checking(naive_checking, "`naive.py check`: the same, and agencies by name"),
    ),
)
