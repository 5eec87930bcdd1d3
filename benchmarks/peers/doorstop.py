"""doorstop: a file of YAML for each task, linked to one for its agency, in a repository of git."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peers.peer import Checking, Peer, Words
from peers.programs import FromPip
from peers.tree import Tree, name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

DOCUMENT = """\
settings:
  digits: {digits}
  itemformat: yaml
{parent}  prefix: {prefix}
  sep: ''
"""
ITEM = """\
active: true
derived: false
header: ''
level: 1.{level}
links: {links}
normative: true
ref: ''
reviewed: null
text: |
  {text}
"""
NOBODY = 999
STAND_IN = ".mockvcs"
"""What doorstop takes for a version control that does nothing, until all items are reviewed; with
git it would add the items one by one, twice."""


def write(tree: Tree, folder: Path) -> None:
    """Write a document of agencies, and one of tasks below it."""
    (folder / STAND_IN).mkdir()
    agencies = {agency: number for number, agency in enumerate(tree.agencies, start=1)}
    _document(folder / "agencies", "AGENCY", 3, "")
    for agency, number in agencies.items():
        text = ITEM.format(level=f"1.{number}", links="[]", text=tree.agencies[agency])
        path = folder / "agencies" / f"AGENCY{number:03}.yml"
        path.write_text(text, encoding="utf-8")
    _document(folder / "tasks", "TASK", 6, "  parent: AGENCY\n")
    for number, (directive, task) in enumerate(tree.tasks(), start=1):
        link = f"\n- AGENCY{agencies.get(task.lead, NOBODY):03}: null"
        text = f"{name(directive, task)} {task.title}"
        level = f"{(number - 1) // 10 + 1}.{task.id}"
        item = ITEM.format(level=level, links=link, text=text)
        (folder / "tasks" / f"TASK{number:06}.yml").write_text(item, encoding="utf-8")


def _document(folder: Path, prefix: str, digits: int, parent: str) -> None:
    folder.mkdir()
    text = DOCUMENT.format(digits=digits, parent=parent, prefix=prefix)
    (folder / ".doorstop.yml").write_text(text, encoding="utf-8")


def prepare(program: str, _tree: Tree, _folder: Path) -> Sequence[Words]:
    """Give the commands that take all items and links for reviewed."""
    return (
        (program, "--quiet", "review", "all"),
        (program, "--quiet", "clear", "all"),
        ("rmdir", STAND_IN),
        ("git", "init", "--quiet", "."),
        ("git", "add", "--all"),
    )


def checking(program: str, _tree: Tree, _folder: Path) -> Words:
    """Give the command that checks all items, and does not write and add to git each of them."""
    return (program, "--no-reformat")


PEER = Peer(
    name="doorstop",
    program=FromPip("doorstop", "doorstop"),
    files="a file of YAML for each task, linked to one for its agency",
    write=write,
    prepare=prepare,
    checking=Checking(checking, "`doorstop --no-reformat`", f"AGENCY{NOBODY}"),
)
