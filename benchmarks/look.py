"""How long look commands and completion take from a fresh index, against a typer that does nothing.

    python benchmarks/look.py [--files 500,10000] [--rounds 9] [--changed 1,10,100]

Each tree is measured in one interleaved run: the answers, a look at all files and the reading of
the index by themselves, and an answer after files have changed beside the parsing of just these.
The index lies in a folder of its own, not in the user's.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from generate import write_tree
from timing import ENVIRONMENT, Command, compare, measured

HERE = Path(__file__).parent
OURS = HERE.parent
STCLI = (sys.executable, "-m", "stcli")
WORD = "chuyển đổi số"
"""Words that are searched for; some tasks have them, and most files some of them."""
TAB = (*STCLI, "completion", "zsh", "--")
CHANGE = """
import sys, pathlib
folder, count, done = pathlib.Path(sys.argv[1]), int(sys.argv[2]), 0
for path in sorted(folder.rglob("*-UBND-KGVX.yaml"))[:count]:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title: ", "title: A", 1), encoding="utf-8")
"""
PARSE = """
import sys
from itertools import islice
from pathlib import Path
from stcli import files
from stcli.load import assemble
from stcli.sources import read
root = Path(sys.argv[1])
names = sorted((root / "directives").rglob("*-UBND-KGVX.yaml"))[: int(sys.argv[2])]
assemble(read(files.source(root, one.relative_to(root).as_posix())) for one in names)
"""


def main() -> None:
    """Measure and print tables in Markdown."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--files", default="500,10000")
    parser.add_argument("--changed", default="1,10,100")
    parser.add_argument("--rounds", type=int, default=9)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(folder, "cache")
        cache.mkdir()
        ENVIRONMENT["XDG_CACHE_HOME"] = os.environ["XDG_CACHE_HOME"] = str(cache)
        print("own directives\n")
        answers(copied(Path(folder)), chosen.rounds, "lead:bo-khcn", "03/NQ-CP")
        for files in map(int, chosen.files.split(",")):
            tree = Path(folder, str(files))
            write_tree(tree, files, 10)
            print(f"\n{files:,} files, {files * 10:,} tasks\n")
            answers(tree, chosen.rounds, "lead:so-5", "100/UBND-KGVX")
        changes(tree, list(map(int, chosen.changed.split(","))), chosen.rounds)


def copied(folder: Path) -> Path:
    """Give a copy of this repository's own directives."""
    shutil.copytree(OURS / "directives", folder / "own" / "directives")
    return folder / "own"


def answers(tree: Path, rounds: int, lead: str, one: str) -> None:
    """Compare the answers on a tree with the floors: all, and what one agency or document has."""
    time.sleep(2.1)  # until then a file could change without a sign, and is read again
    root = ("-C", str(tree))
    number = a_number(tree)
    for _ in range(2):  # the second run writes what is beyond doubt by now
        measured(Command([*STCLI, "status", *root]))
    compare(
        {
            "do nothing": [sys.executable, str(HERE / "do_nothing.py")],
            "look at all files": [sys.executable, str(HERE / "index_pass.py"), "look", str(tree)],
            "read the index": [sys.executable, str(HERE / "index_pass.py"), "read", str(tree)],
            "read it and draw it": [sys.executable, str(HERE / "index_pass.py"), "draw", str(tree)],
            "stcli status": [*STCLI, "status", *root],
            "stcli overdue": [*STCLI, "overdue", *root],
            "stcli list": [*STCLI, "list", *root],
            "complete a directive": [*TAB, *root, "show", number[:2]],
            "complete a task": [*TAB, *root, "show", f"{number}#"],
            "complete an agency": [*TAB, *root, "list", "lead:"],
            "complete a command": [*TAB, "sh"],
            f"stcli list state:overdue {lead}": [*STCLI, "list", "state:overdue", lead, *root],
            "stcli list -f json": [*STCLI, "list", "-f", "json", *root],
            "stcli list -f csv": [*STCLI, "list", "-f", "csv", *root],
            f"stcli list {WORD}": [*STCLI, "list", WORD, *root],
            "stcli status --by agency": [*STCLI, "status", "--by", "agency", *root],
            f"stcli show {one}": [*STCLI, "show", one, *root],
        },
        rounds,
    )


def a_number(tree: Path) -> str:
    """Give the number of a directive in the middle of a tree."""
    paths = sorted((tree / "directives").rglob("*-*.yaml"))
    text = paths[len(paths) // 2].read_text(encoding="utf-8")
    return text.partition("number: ")[2].partition("\n")[0]


def changes(tree: Path, counts: list[int], rounds: int) -> None:
    """Compare answers after so many files have changed with the parsing of these files."""
    heads = ("files changed", "fresh s", "own parse s", "answer s", "extra / parse", "later s")
    print(f"\n| {' | '.join(heads)} |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: |")
    ask = Command([*STCLI, "overdue", "-C", str(tree)])
    python = (sys.executable, "-c")
    for count in counts:
        change = Command([*python, CHANGE, str(tree), str(count)])
        read = Command([*python, PARSE, str(tree), str(count)])
        fresh, parse, answer, later = [], [], [], []
        for _ in range(rounds):
            fresh.append(measured(ask).seconds)
            measured(change)
            parse.append(measured(read).seconds)
            answer.append(measured(ask).seconds)
            time.sleep(2.1)
            measured(ask)  # after which nothing is in doubt
            later.append(measured(ask).seconds)
        middle = [sorted(some)[rounds // 2] for some in (fresh, parse, answer, later)]
        extra = (middle[2] - middle[0]) / middle[1]
        first = " | ".join(f"{one:.3f}" for one in middle[:3])
        print(f"| {count} | {first} | {extra:.2f} | {middle[3]:.3f} |")


if __name__ == "__main__":
    main()
