"""The report of what was measured: tables, pictures, and what they do not show, in Markdown."""

from __future__ import annotations

import statistics
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from growth import kept
from machine import described
from measuring import Question, asked
from peers import UNAVAILABLE
from peers.floors import NOTHING
from peers.ours import STCLI
from plot import plot
from timing import ratios

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from measuring import Ready, Table

TEMPLATE = Path(__file__).with_name("report.template.md")


def written(
    path: Path,
    tables: Sequence[Table],
    ready: Sequence[Ready],
    missing: Mapping[str, str],
    said: Mapping[str, str],
) -> None:
    """Write the report, and its pictures beside it."""
    parts = []
    for question in Question:
        chosen = [table for table in tables if table.question is question]
        picture = path.with_name(f"{path.stem.lower()}-{question.name.lower()}.svg")
        picture.write_text(plot(f"{question}: seconds", _medians(chosen)), encoding="utf-8")
        parts += [f"## {question}\n", f"![Medians of the tables below]({picture.name})\n"]
        for table in chosen:
            parts += _table(table)
    least = min(run.memory for table in tables for runs in table.runs.values() for run in runs)
    text = Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        said,
        machine=described(),
        tables="\n".join(parts),
        programs="\n".join([*_programs(ready), *_missing(missing)]),
        floor=f"{least / 1e6:.0f}",
        growth=kept(path),
    )
    path.write_text(text, encoding="utf-8")


def _medians(tables: Sequence[Table]) -> dict[str, dict[int, float]]:
    rows: dict[str, dict[int, float]] = {}
    for table in tables:
        for name, runs in table.runs.items():
            rows.setdefault(name, {})[table.tasks] = statistics.median(r.seconds for r in runs)
    return rows


def _table(table: Table) -> Iterator[str]:
    rounds = len(table.runs[NOTHING])
    before, after = table.load
    yield f"### {table.tasks:,} tasks\n"
    load = f"load average of the machine {before:.1f} before and {after:.1f} after"
    yield f"{table.overdue:,} of them overdue; {rounds} rounds, {load}.\n"
    yield (
        f"| | median s | fastest s | processor s | peak MB | × `{STCLI}` | from | to "
        f"| × {NOTHING} |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    )
    seconds = {name: statistics.median(r.seconds for r in table.runs[name]) for name in table.runs}
    yield "\n".join(_row(table, name) for name in sorted(seconds, key=seconds.__getitem__)) + "\n"
    if once := [name for name, runs in table.runs.items() if len(runs) < rounds]:
        yield f"In the first round only, since they take long: {', '.join(once)}.\n"
    for name, reason in table.unlike.items():
        yield f"Left out: {name} {reason}.\n"


def _row(table: Table, name: str) -> str:
    runs = table.runs[name]
    seconds = [run.seconds for run in runs]
    processor = statistics.median(run.processor for run in runs)
    memory = max(run.memory for run in runs) / 1e6
    least = statistics.median(ratios(runs, table.runs[NOTHING]))
    ours = [1.0] if STCLI not in table.runs else ratios(runs, table.runs[STCLI])
    shown = f"**{name}**" if name == STCLI else name
    return (
        f"| {shown} | {statistics.median(seconds):.3f} | {min(seconds):.3f} | {processor:.3f} "
        f"| {memory:.0f} | {statistics.median(ours):.2f} | {min(ours):.2f} | {max(ours):.2f} "
        f"| {least:.1f} |"
    )


def _programs(ready: Sequence[Ready]) -> Iterator[str]:
    yield "## Programs\n\n| | version | its files | asked |\n| --- | --- | --- | --- |"
    rows = []
    for one in ready:
        ways = [asked(one.peer, question) for question in Question]
        words = "; ".join(way.asked for way in ways if way is not None)
        version = f"{one.peer.program.package} {one.program.version}"
        rows.append(f"| {one.peer.name} | {version} | {one.peer.files} | {words} |")
    yield "\n".join(rows) + "\n"


def _missing(missing: Mapping[str, str]) -> Iterator[str]:
    yield "Not measured:\n"
    rows = [f"- {name}: {reason}." for name, reason in (dict(UNAVAILABLE) | dict(missing)).items()]
    yield "\n".join(rows) + "\n"
