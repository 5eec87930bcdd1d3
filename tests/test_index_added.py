"""An index to which something was added is as good as one that stands by itself."""

from __future__ import annotations

import random
import time
from array import array
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from offices import AGENCIES, asked, edit

from stcli.index import comparing, consulting, renewal
from stcli.index.columns import ENDS, dictionary, distinct, in_blocks, repeated
from stcli.index.consulting import Look, consult, expect
from stcli.index.kept import Tasks
from stcli.index.placing import folder_of
from stcli.index.segment import Segment, written
from stcli.index.splicing import spliced
from stcli.repeated import Repeated

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY = ("--as-of", "2025-03-01")
QUESTIONS = ("overdue", "status", "upcoming", "list", "list -f json")
ONE = """\
number: {number}
title: Về việc {name}
issuer: a
issued: 2025-01-{day:02}
tasks:
  - {{id: 1, title: '{name}', lead: {lead}, due: 2025-02-{due:02}}}
  - {{id: 2, title: Báo cáo, lead: b, due: 2025-04-{due:02}}}
"""


class Office:
    """An office of which no file is in doubt, and the index looks ahead however small it is."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.root = folder / "root"
        self.environment = {"XDG_CACHE_HOME": str(folder / "cache")}
        self.chance = random.Random(seed)
        self.paths = [f"directives/{place}/{number}.yaml" for place in "ab" for number in range(5)]
        edit(self.root, "write", "directives/agencies.yaml", AGENCIES)
        for path in self.paths[:7]:
            self.write(path)

    @property
    def index(self) -> Path:
        found = folder_of(self.root, self.environment)
        assert found is not None
        return Path(found)

    def write(self, path: str) -> None:
        chance = self.chance
        text = ONE.format(
            number=f"{chance.randint(1, 12)}/CT-X",
            name=chance.choice(("Lập đề án", "x [red]", "Trình")),
            day=chance.randint(1, 9),
            lead=chance.choice("abc"),
            due=chance.randint(1, 3),
        )
        edit(self.root, "write", path, text)

    def change(self) -> None:
        path = self.chance.choice(self.paths)
        if (self.root / path).exists() and self.chance.random() < 0.4:
            (self.root / path).unlink()
        else:
            self.write(path)

    def answers(self, *options: str) -> list[tuple[int, str, str]]:
        more = (*DAY, "-C", str(self.root), *options)
        return [asked([*one.split(), *more], self.environment) for one in QUESTIONS]


@pytest.fixture(autouse=True)
def without_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "UNSURE_FOR", -(10**18))
    monkeypatch.setattr(consulting, "WORTH_A_FORK", 1)
    monkeypatch.setattr(consulting, "processors", lambda: 2)


def a_clock(_: str) -> date:
    return date(2025, 3, 1)


@pytest.mark.parametrize("seed", range(4))
def test_what_was_added_is_looked_at_no_more(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Office(tmp_path, seed)
    office.answers()
    for _ in range(8):
        for _ in range(office.chance.randint(1, 3)):
            office.change()
        expected = office.answers("--no-cache")
        assert office.answers() == expected
        with monkeypatch.context() as patched:
            patched.setattr(renewal, "with_news", None)
            assert expect(Look(office.root), office.index, a_clock) is not None
            assert consult(Look(office.root), office.index, a_clock) is not None
            assert office.answers() == expected


def test_a_doubt_that_is_over_is_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = Office(tmp_path, 2)
    now = time.time_ns()
    monkeypatch.setattr(comparing, "UNSURE_FOR", 2_000_000_000)
    monkeypatch.setattr(time, "time_ns", time.monotonic_ns)  # long ago: any file may change again
    office.answers()
    assert expect(Look(office.root), office.index, a_clock) is None
    monkeypatch.setattr(time, "time_ns", lambda: now + 10**12)
    expected = office.answers("--no-cache")
    assert office.answers() == expected
    monkeypatch.setattr(renewal, "with_news", None)
    assert expect(Look(office.root), office.index, a_clock) is not None
    assert office.answers() == expected


@pytest.mark.parametrize("gone", [[-1], [10**6], [2**31 - 1]])
def test_places_that_make_no_sense_are_not_believed(tmp_path: Path, gone: list[int]) -> None:
    office = Office(tmp_path, 1)
    office.answers()
    office.write(office.paths[0])
    expected = office.answers()
    path = office.index / "added"
    opened = Segment.opened(path)
    held = {name: opened.whole(name) for name in opened._sections}  # noqa: SLF001
    assert array("i", held["gone"])
    path.write_bytes(written(held | {"gone": array("i", gone).tobytes()}))
    assert office.answers() == expected
    path.write_bytes(written(held | {"gone": b"xyz"}))
    assert office.answers() == expected


PATHS = ["b", "a", "d", "c", "f", "e"]
tasks = st.tuples(st.integers(1, 3), st.sampled_from("xyz"))


@given(
    st.dictionaries(st.integers(0, 5), st.lists(tasks, max_size=4)),
    st.integers(0, 5),
    st.lists(st.booleans(), min_size=6, max_size=6),
    st.slices(9),
)
def test_few_tasks_put_among_many_stand_where_sorting_puts_them(
    files: dict[int, list[tuple[int, str]]], cut: int, live: list[bool], some: slice
) -> None:
    rows = [
        (due, at, due, due, "", f"#{title}", "a", title * 2)
        for at, some in files.items()
        for due, title in some
    ]
    rows.sort(key=lambda row: (row[0], PATHS[row[1]]))
    parts = [columns([row for row in rows if (row[1] < cut) is first]) for first in (True, False)]
    expected = [row for row in rows if live[row[1]]]
    found = spliced(parts, [int(one) for one in live], PATHS)
    assert list(zip(*found, strict=True)) == expected
    for number, column in enumerate(found):
        assert list(column[some]) == [row[number] for row in expected][some]
        assert len(column) == len(expected)
        if expected:
            assert column[-1] == expected[-1][number]
    for column in (found.hours, found.marks, found.answering):
        assert isinstance(column, Repeated)
        assert set(column.values) == set(column.keys)


def columns(rows: Sequence[tuple[int, int, int, int, str, str, str, str]]) -> Tasks:
    """Rows as the columns of a part of an index."""
    due, files, by, first, hours, marks, answering, titles = (
        zip(*rows, strict=True) if rows else [()] * 8
    )
    ends = array("q")
    content = b"".join(in_blocks(map(str.encode, titles), ends))
    segment = Segment.of(
        written(
            {"tasks": content, f"tasks{ENDS}": ends.tobytes()}
            | {
                name: dictionary(texts)
                for name, texts in (("hours", hours), ("marks", marks), ("answering", answering))
            }
        )
    )
    numbers = [array("i", column) for column in (due, files, by, first)]
    few = [repeated(segment, name, len(rows)) for name in ("hours", "marks", "answering")]
    return Tasks._make([*numbers, *few, distinct(segment, "tasks", len(rows), 0, len(rows))])
