"""How long one edit takes in a large tree, against starting the program and reading that one file.

    python benchmarks/edit.py [--files 10000] [--tasks 10] [--rounds 15]

The edit is a note of progress, on a task that is named by its file, and on the same one named by
its number: with a fresh index, where it is not written; with one that lags behind by the last edit;
and without the index, where all files are looked into. The index lies in a folder of its own.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from generate import write_tree
from timing import ENVIRONMENT, Command, compare, measured

READ = """
import sys
from pathlib import Path
from stcli.cli.app import app
from stcli import files
from stcli.load import assemble
from stcli.sources import read
assemble([read(files.source(Path(sys.argv[1]), sys.argv[2]))])
"""
STCLI = (sys.executable, "-m", "stcli")


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--tasks", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=15)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ENVIRONMENT["XDG_CACHE_HOME"] = folder
        tree, unchanged = Path(folder, "tree"), Path(folder, "unchanged")
        write_tree(tree, chosen.files, chosen.tasks)
        shutil.copytree(tree, unchanged)
        time.sleep(2.1)  # until then a file could change without a sign
        for root in (tree, unchanged):
            measured(Command([*STCLI, "status", "-C", str(root)]))
        print(f"{chosen.files:,} files, {chosen.files * chosen.tasks:,} tasks\n")
        compare(commands(tree, unchanged), chosen.rounds)


def commands(tree: Path, unchanged: Path) -> dict[str, list[str]]:
    """Give the edits of one task, by their names; `unchanged` stays as its index knows it."""
    path, number, task = one_open_task(tree)
    note = ("progress", "--percent", "50", "--as-of", "2026-11-20", "-q")
    edit = [*STCLI, *note, "-C", str(tree)]
    tried = [*STCLI, *note, "-C", str(unchanged), "--dry-run"]
    named = f"{number}#{task}"
    return {
        "start and read one file": [sys.executable, "-c", READ, str(tree), path],
        "edit, by file": [*edit, f"{path}#{task}"],
        "tried, by file": [*tried, f"{path}#{task}"],
        "tried, by number": [*tried, named],
        "edit, by number, after another": [*edit, named],
        "edit, by number, without the index": [*edit, named, "--no-cache"],
    }


def one_open_task(folder: Path) -> tuple[str, str, str]:
    """Give a task that is not done, in the middle of the tree: its file, its number and its id."""
    paths = sorted((folder / "directives").rglob("*.yaml"))
    for path in paths[len(paths) // 2 :]:
        head, *tasks = path.read_text(encoding="utf-8").split("\n  - id: ")
        number = head.partition("number: ")[2].partition("\n")[0]
        for task in tasks:
            if "done:" not in task:
                return path.relative_to(folder).as_posix(), number, task.partition("\n")[0]
    raise SystemExit("every task is done")


if __name__ == "__main__":
    main()
