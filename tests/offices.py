"""Small offices on disk that change: texts of files, edits in a row, and what is asked of them."""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from typer.testing import CliRunner

from stcli.cli import start
from stcli.cli.app import app

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PATHS = tuple(f"directives/{name}.yaml" for name in ("a", "b", "2025/c", "2025/d", "Z/e"))

_NUMBERS = st.sampled_from(("1/CT-X", "2/CT-X", "01/ct-x", "3/QĐ-Y"))
_DAYS = st.sampled_from(("2024-12-30", "2025-01-05", "2025-01-06", "2025-03-01", "2026-02-28"))
_DUE = st.sampled_from(
    (
        "2025-01-05",
        "2025-01-05 16:00",
        "before 2025-03-01",
        "2025-02",
        "5 working days",
        "3 days from task 2",
        "10 days from 1/CT-X#1",
        "3 days from 3/QĐ-Y@2025#2",
        "monthly by 5",
        "weekly by friday",
        "ongoing",
        "2025..2026",
    )
)
_AGENCIES = st.sampled_from(("a", "b", "c", "tap-the"))
_WORDS = st.sampled_from(
    (
        "tags: [x, y]",
        "product: Đề án “mới”",
        'notes: "một\\tĐỀ án"',
        "officer: Nguyễn Văn An",
        "quote: giao Sở – lập đề án.",
    )
)
"""What is in no column of an index."""


@st.composite
def tasks(draw: st.DrawFn) -> str:
    lines = [f"  - id: {draw(st.sampled_from('123'))}"]
    title = draw(st.sampled_from(("Lập đề án", "Báo cáo – “quý”", "xem ﾊ", "x [red] ::x", "<b>")))
    lines += [f"    title: '{title}'", f"    lead: {draw(_AGENCIES)}", f"    due: {draw(_DUE)}"]
    if draw(st.booleans()):
        lines.append(f"    done: {draw(_DAYS)}")
    if draw(st.booleans()):
        by = f"date: {draw(_DAYS)}, by: 2/CT-X"
        what = draw(st.sampled_from(("due: 2026-02-27", "lead: b", "replaced_by: 2", "title: Mới")))
        lines.append(f"    changes: [{{{by}, {what}}}]")
    if draw(st.integers(0, 2)) == 0:
        lines.append(f"    {draw(_WORDS)}")
    if draw(st.integers(0, 3)) == 0:
        lines.append(f"    cancelled: {{date: {draw(_DAYS)}}}")
    if draw(st.integers(0, 3)) == 0:
        lines.append("    periods: [{for: 2025-02, done: 2025-02-04}]")
    return "\n".join(lines)


@st.composite
def directives(draw: st.DrawFn) -> str:
    lines = [
        f"number: {draw(_NUMBERS)}",
        f"title: {draw(st.sampled_from(('Về việc', 'Kế hoạch năm 2025')))}",
        f"issuer: {draw(_AGENCIES)}",
        f"issued: {draw(_DAYS)}",
    ]
    lines += [
        f"{key}: {draw(_NUMBERS)}"
        for key in ("amends", "replaces", "implements")
        if draw(st.integers(0, 4)) == 0
    ]
    if draw(st.integers(0, 4)) == 0:
        lines.append(f"aliases: [{draw(_NUMBERS)}]")
    found = draw(st.lists(tasks(), max_size=3))
    return "\n".join([*lines, "tasks:" if found else "", *found]) + "\n"


AGENCIES = """\
agencies:
  - {id: a, name: Cơ quan A}
  - {id: b, name: Cơ quan B, kind: association}
  - {id: c, name: Cơ quan C, short: C}
  - {id: tap-the, name: Các cơ quan, kind: collective, members: [a, c]}
"""
HEIRS = AGENCIES.replace(
    "Cơ quan A}", "Cơ quan A, successors: [{agency: c, from: 2025-03-01, basis: 1/QĐ}]}"
)
BROKEN = ("number: [", "title: only\n", "number: 1/CT-X\nissued: never\n", "\x00", "")

texts = directives() | directives() | directives() | st.sampled_from(BROKEN)
offices = st.sampled_from(
    (
        ("directives/agencies.yaml", AGENCIES),
        ("directives/agencies.yaml", HEIRS),
        ("directives/agencies.yaml", "agencies: none\n"),
        ("stcli.yaml", "due_soon: 3\nlanguage: vi\n"),
        ("stcli.yaml", "before: inclusive\nroll: next-working-day\n"),
        ("stcli.yaml", "due_soon: soon\n"),
        (
            "directives/calendar.yaml",
            "days_off: [{date: 2025-01-06, name: nghỉ, document: 1/TB}]\n",
        ),
    )
)
edits = (
    st.tuples(st.just("write"), st.sampled_from(PATHS), texts)
    | st.tuples(st.just("write"), st.sampled_from(PATHS), texts)
    | st.tuples(st.just("remove"), st.sampled_from((*PATHS, "stcli.yaml")), st.just(""))
    | st.tuples(st.just("touch"), st.sampled_from(PATHS), st.just(""))
    | st.tuples(st.just("swap"), st.sampled_from(PATHS), st.just(""))
    | st.tuples(st.just("link"), st.sampled_from(PATHS), st.just(""))
    | offices.map(lambda one: ("write", *one))
)
"""What happens to a file: its kind, its path, and the text it gets."""

COMMANDS = (
    "status",
    "status --by agency",
    "status -f json",
    "status 1/CT-X",
    "overdue",
    "overdue --exit-code",
    "overdue -f json",
    "overdue lead:a",
    "upcoming lead:c --within 400",
    "status lead:a",
    "status --by agency --tree",
    "status --by agency -f json lead:a,c",
    "status --by issuer de state:open",
    "status --by year --expand",
    "status --by tag -f csv",
    "status --by officer tag:x",
    "status --by tag 1/CT-X",
    "status --by tag lead:nobody",
    "overdue --sort due",
    "upcoming",
    "upcoming --within 400",
    "upcoming -f csv",
    "list",
    "list state:overdue,open lead:a",
    "list -lead:a,c -state:done",
    "list agency:c due<2026",
    "list late>0 title:xem",
    "list directive:1/CT-X responsible:c",
    "list issuer:b year:2025 issued>=2025-01-06",
    "list done:2025 with:none",
    "list mới state:overdue",
    "list directive:1/CT-X#1 -f json",
    "list directive:1#1,9/CT-X#1",
    "list de an",
    "list -đề -mới -f csv",
    "list so state:open",
    "list tag:x,z",
    "list tag:none product:đề",
    "list -f json",
    "list officer:an --sort -late -f csv",
    "list is:suspect,recurring -f json",
    "list late>0 --sort lead -f json",
    "overdue tag:x -f json",
    "overdue --sort -directive --exit-code -f csv",
    "upcoming --within 400 --sort state -f json",
    "list lead:a -f csv",
    "list lead:nobody",
    "list colour:red",
    "list state:open --sort -due",
    "list lead:c --expand",
    "list --expand -f json",
    "list is:suspect",
    "show 1/CT-X",
    "show 1/CT-X#1",
    "show 9/CT-X",
    "show 1",
    "show a",
    "tree",
    "tree -f json",
    "tree --tasks",
    "tree 1/CT-X --no-tasks",
    "tree 2",
    "calendar 2025-01",
    "explain --deadline 1/CT-X#1",
    "check",
    "check -f json",
)
questions = st.tuples(
    st.sampled_from(COMMANDS),
    st.sampled_from(("2025-01-04", "2025-01-05", "2025-01-06", "2025-02-28", "2025-03-01", "")),
    st.sampled_from(("en", "vi", "")),
)


def edit(root: Path, kind: str, path: str, text: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    match kind:
        case "remove":
            file.unlink(missing_ok=True)
        case "touch" if file.exists():
            os.utime(file)
        case "swap" if file.is_file():
            swapped(file)
        case "link" if not file.exists():
            other = root / PATHS[0]
            if other != file and not file.is_symlink():
                file.symlink_to(other)
        case "write":
            file.unlink(missing_ok=True) if file.is_symlink() else None
            file.write_text(text, encoding="utf-8")
        case _:
            pass


def swapped(file: Path) -> None:
    """Change a file so that its size, its time and its inode stay what they were."""
    before = file.stat()
    content = file.read_bytes()
    for old, new in ((b"2025", b"2026"), (b"2026", b"2025")):
        if old in content:
            with file.open("r+b") as stream:
                stream.write(content.replace(old, new))
            os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
            return


def words_of(question: tuple[str, str, str], root: Path) -> list[str]:
    command, day, language = question
    words = [*command.split(), "-C", str(root)]
    words += ["--as-of", day] if day else []
    return words + (["--lang", language] if language else [])


def asked(words: list[str], environment: Mapping[str, str]) -> tuple[int, str, str]:
    """What the program says to a line: status, standard output, standard error."""
    out, said = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in "12")
    old = dict(os.environ)
    os.environ.update(environment)
    try:
        with redirect_stdout(out), redirect_stderr(said):
            status = start.answered(words, os.environ)
        if status is not None:
            return status, _written(out), _written(said)
        assert (_written(out), _written(said)) == ("", "")
        result = CliRunner().invoke(app, words, env=dict(environment))
        return result.exit_code, result.stdout, result.stderr
    finally:
        os.environ.clear()
        os.environ.update(old)
        assert sys.stdout is not out


def _written(stream: io.TextIOWrapper) -> str:
    """What was written to a stream, whose bytes stay in memory."""
    stream.seek(0)
    return stream.read()
