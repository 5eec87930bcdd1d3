"""How `stcli overdue` grows with the number of tasks: a first run, a fresh index, a few changes.

    python benchmarks/growth.py [--tasks 10 100 1000 ... 1000000] [--rounds 5]
                                [--report benchmarks/REPORT.md]

Writes a table and a picture into the report, between two marks; the rest of the report is that of
`suite.py`. All commands of a size run in turn, with an index in a folder of its own.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Final

from curves import curves
from generate import write_tree
from machine import described, revision
from measuring import FILE, YOUTH
from timing import Command, Run, in_turn_apart, ratios

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

HERE: Final = Path(__file__).parent
TEMPLATE: Final = HERE / "growth.template.md"
START, END = "<!-- growth -->", "<!-- end of growth -->"
SIZES: Final = (10, 100, 1_000, 10_000, 100_000, 1_000_000)
CHANGED: Final = 10
"""Files that change between two runs, or all where there are fewer."""

LARGE: Final = 20_000
"""Tasks from which on a first run is measured once, soon after its files were written."""

NOTHING, FIRST, FRESH, JUST, AFTER = (
    "typer, doing nothing",
    "first run",
    "nothing changed",
    f"{CHANGED} files just changed",
    f"{CHANGED} files changed before",
)


def main() -> None:
    """Measure each size, and write what was found into the report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--tasks", type=int, nargs="+", default=SIZES)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--report", type=Path, default=HERE / "REPORT.md")
    chosen = parser.parse_args()
    found = {}
    for tasks in chosen.tasks:
        print(f"{tasks:,} tasks", file=sys.stderr, flush=True)
        found[tasks] = grown(tasks, chosen.rounds)
    written(chosen.report, found, chosen.rounds)


def grown(tasks: int, rounds: int) -> dict[str, list[Run]]:
    """Measure one size in rounds: the runs of each kind by its name."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name).resolve()
        tree, cache = place / "tree", place / "cache"
        write_tree(tree, max(tasks // FILE, 1), min(tasks, FILE))
        time.sleep(YOUTH)
        ask = command("-m", "stcli", "overdue", "-C", str(tree), cache=cache)
        nothing = command(str(HERE / "do_nothing.py"), cache=cache)
        if tasks < LARGE:
            once(ask)  # fills the caches of files and of compiled modules
        runs: dict[str, list[Run]] = {one: [] for one in (NOTHING, FIRST, FRESH, JUST, AFTER)}
        for number in range(rounds):
            runs[NOTHING].append(once(nothing))
            if number == 0 or tasks < LARGE:
                shutil.rmtree(cache, ignore_errors=True)
                runs[FIRST].append(once(ask))
            runs[FRESH].append(once(ask))
            change(tree, CHANGED)
            runs[JUST].append(once(ask))
            time.sleep(YOUTH)
            once(ask)  # after which nothing is in doubt
            runs[AFTER].append(once(ask))
        return runs


def once(command: Command) -> Run:
    """Run a command in a small process, and give what it took."""
    (run,) = in_turn_apart({"": command}, 1, warm=False)[""]
    return run


def command(*words: str, cache: Path) -> Command:
    """Give a command of this Python, whose index lies in a folder of its own."""
    return Command([sys.executable, *words], None, {**os.environ, "XDG_CACHE_HOME": str(cache)})


def change(tree: Path, count: int) -> None:
    """Give the directives of the first files of a tree another title."""
    for path in sorted(tree.rglob("*-UBND-KGVX.yaml"))[:count]:
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("title: ", "title: A", 1), encoding="utf-8")


def written(report: Path, found: Mapping[int, Mapping[str, Sequence[Run]]], rounds: int) -> None:
    """Put the table into the report, and the pictures beside it."""
    pictures = {"seconds": report.with_name("report-growth-seconds.svg")}
    pictures["megabytes"] = report.with_name("report-growth-megabytes.svg")
    shown = {
        name: {tasks: runs[name] for tasks, runs in found.items()}
        for name in (FIRST, JUST, AFTER, FRESH, NOTHING)
    }
    for unit, picture in pictures.items():
        lines = {
            name: {tasks: value(runs, unit) for tasks, runs in row.items()}
            for name, row in shown.items()
        }
        picture.write_text(curves(f"stcli overdue: {unit} by tasks", lines), encoding="utf-8")
    section = Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        {unit: picture.name for unit, picture in pictures.items()},
        table="\n".join(table(found)),
        rounds=rounds,
        changed=CHANGED,
        large=f"{LARGE:,}",
        machine=described(),
        revision=revision(HERE.parent / "stcli"),
    )
    old = report.read_text(encoding="utf-8") if report.exists() else f"{START}\n{END}\n"
    report.write_text(put_in(old, section), encoding="utf-8")


def value(runs: Sequence[Run], unit: str) -> float:
    """Give the median of the seconds of runs, or the megabytes of the largest."""
    if unit == "seconds":
        return statistics.median(run.seconds for run in runs)
    return max(run.memory for run in runs) / 1e6


def table(found: Mapping[int, Mapping[str, Sequence[Run]]]) -> Iterator[str]:
    """Give the lines of the table: a row for each size, with ratios to a command doing nothing."""
    names = (FIRST, FRESH, JUST, AFTER)
    yield "| tasks | " + " | ".join(f"{one}: s | × nothing | MB" for one in names) + " |"
    yield "| ---: " * (1 + 3 * len(names)) + "|"
    for tasks, runs in found.items():
        cells = [f"{tasks:,}"]
        for name in names:
            own = runs[name]
            relative = statistics.median(ratios(own, runs[NOTHING][: len(own)]))
            seconds, memory = value(own, "seconds"), value(own, "megabytes")
            cells += [f"{seconds:.3f}", f"{relative:.2f}", f"{memory:.0f}"]
        yield f"| {' | '.join(cells)} |"


def put_in(report: str, section: str) -> str:
    """Give a report with what is measured here in place of what was."""
    before, start, rest = report.partition(START)
    _, end, after = rest.partition(END)
    if not (start and end):
        before, after = f"{report.rstrip()}\n\n", "\n"
    return f"{before}{START}\n{section.strip()}\n{END}{after}"


def kept(report: Path) -> str:
    """Give what was measured here and stands in a report, with its marks."""
    text = report.read_text(encoding="utf-8") if report.exists() else ""
    _, start, rest = text.partition(START)
    section, end, _ = rest.partition(END)
    return f"{START}{section if start and end else chr(10)}{END}"


if __name__ == "__main__":
    main()
