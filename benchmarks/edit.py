"""How long one edit takes in a large tree, against starting the program and reading that one file.

    python benchmarks/edit.py [--files 10000] [--tasks 10] [--rounds 15]

The edit is a note of progress, on a task that is named by its file, and on the same one named by
its number, for which the first lines of all files are looked at.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from generate import write_tree
from timing import compare

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
        write_tree(Path(folder), chosen.files, chosen.tasks)
        path, number, task = one_open_task(Path(folder))
        edit = ("-C", folder, "progress", "--percent", "50", "--as-of", "2026-11-20", "-q")
        print(f"{chosen.files:,} files, {chosen.files * chosen.tasks:,} tasks\n")
        compare(
            {
                "start and read one file": [sys.executable, "-c", READ, folder, path],
                "edit, by file": [*STCLI, *edit, f"{path}#{task}"],
                "edit, by number": [*STCLI, *edit, f"{number}#{task}"],
            },
            chosen.rounds,
        )


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
