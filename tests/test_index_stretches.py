"""Directives gone through some at a time, by several processes, give what all at once give."""

from __future__ import annotations

import os
import subprocess
import sys
from array import array
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from builders import directive, task
from hypothesis import given, settings
from hypothesis import strategies as st
from offices import AGENCIES, asked, edit

from stcli import workers
from stcli.index import making, plain, stretches
from stcli.index.hints import hint
from stcli.index.placing import folder_of
from stcli.index.segment import Segment, written
from stcli.model import Agency, Succession
from stcli.query import Named, Query, Search, parse
from stcli.spelling import search_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from stcli.load import Loaded

ROOT = Path(__file__).parent.parent
COUNT = 40
DAY = ("--as-of", "2025-03-01")
QUESTIONS = (
    ("list", "-f", "json"),
    ("list", "-f", "csv"),
    ("list", "--expand", "-f", "json"),
    ("list", "-f", "json", "--sort", "-late"),
    ("list", "-f", "json", "is:suspect"),
    ("list", "đề án 7"),
    ("list", "-f", "csv", "directive:7/CT-X#2,9/CT-X#1"),
    ("list", "tag:t3"),
    ("list", "directive:99/CT-X#1", "-f", "json"),
    ("tree",),
    ("tree", "7/CT-X", "--no-tasks"),
    ("overdue", "-f", "json"),
    ("upcoming", "-f", "csv", "--within", "90"),
)


def text_of(number: int) -> str:
    """A directive that others amend or count from, or that does so."""
    after = f"3 days from {(number * 7) % COUNT + 1}/CT-X#1" if number % 3 == 0 else "2025-02"
    amends = f"amends: {number - 1}/CT-X\n" if number % 5 == 0 else ""
    amends += f"implements: {number // 2}/CT-X\n" if number % 4 < 2 else ""
    return f"""\
number: {number}/CT-X
title: Về việc {number}
issuer: a
issued: 2025-01-{number % 28 + 1:02}
{amends}tags: [t{number % 4}]
tasks:
  - {{id: 1, title: Lập đề án {number}, lead: tap-the, due: 2025-02-01, done: 2025-01-29}}
  - {{id: 2, title: Báo cáo, lead: b, due: {after}, notes: "xem\\tđề án {number}"}}
  - {{id: 3, title: Rà soát, lead: c, due: monthly by 5}}
"""


class Office:
    """An office with an index of its own, of which a stretch is three directives."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "root"
        self.environment = {"XDG_CACHE_HOME": str(folder / "cache")}
        edit(self.root, "write", "directives/agencies.yaml", AGENCIES)
        for number in range(1, COUNT + 1):
            edit(self.root, "write", f"directives/{number}.yaml", text_of(number))

    def answers(self, *options: str) -> list[tuple[int, str, str]]:
        words = [[*one, *DAY, "-C", str(self.root), *options] for one in QUESTIONS]
        return [asked(one, self.environment) for one in words]

    @property
    def base(self) -> Path:
        return Path(str(folder_of(self.root, self.environment)), "base")

    def spoil(self, name: str, change: Callable[[bytes], bytes]) -> None:
        """Write a section of the index anew."""
        opened = Segment.of(self.base.read_bytes())
        held = {one: opened.whole(one) for one in opened._sections}  # noqa: SLF001
        self.base.write_bytes(written(held | {name: change(held[name])}))


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setattr(stretches, "AT_ONCE", 3)
    monkeypatch.setattr(stretches, "processors", lambda: 3)
    monkeypatch.setattr(workers, "WORTH_A_FORK", 1)
    return Office(tmp_path)


def test_many_stretches_say_what_all_at_once_do(office: Office) -> None:
    expected = office.answers("--no-cache")
    assert office.answers() == expected
    assert office.answers() == expected
    edit(office.root, "write", "directives/12.yaml", text_of(12).replace("đề án", "kế hoạch"))
    edit(office.root, "remove", "directives/20.yaml", "")
    changed = office.answers("--no-cache")
    assert changed != expected
    assert office.answers() == changed


@pytest.mark.parametrize("last", [2, 10, COUNT])
def test_what_is_damaged_further_on_is_told_from_the_files(office: Office, last: int) -> None:
    expected = office.answers("--no-cache")
    assert office.answers() == expected

    def longer(places: bytes) -> bytes:
        found = array("q", places)
        found[last] += 1
        return found.tobytes()

    for number, _ in enumerate(QUESTIONS):
        office.spoil("places", longer)
        words = [*QUESTIONS[number], *DAY, "-C", str(office.root)]
        assert asked(words, office.environment) == expected[number]


def test_a_process_that_dies_changes_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = office.answers("--no-cache")
    assert office.answers() == expected
    parent, real = os.getpid(), stretches.Stretches._loaded  # noqa: SLF001

    def dies(self: stretches.Stretches, some: list[int]) -> Loaded:
        if os.getpid() != parent:
            os._exit(9)
        return real(self, some)

    monkeypatch.setattr(stretches.Stretches, "_loaded", dies)
    assert office.answers() == expected


def test_a_reader_who_has_enough_ends_it_quietly(tmp_path: Path) -> None:
    office = Office(tmp_path)
    for number in range(COUNT + 1, 600):
        edit(office.root, "write", f"directives/{number}.yaml", text_of(number))
    environment = {**os.environ, **office.environment, "PYTHONPATH": str(ROOT)}
    for format in ("json", "csv"):
        words = (sys.executable, "-m", "stcli", "list", "-f", format, "-C", str(office.root))
        with subprocess.Popen(
            words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            assert process.stdout.readline()
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 0


LETTERS = st.text(st.sampled_from('aĐđ ấ"\\\t\nxẮ\u0301–-ﬁß\u00a0Σ'), min_size=1, max_size=6)


@settings(max_examples=300)
@given(LETTERS, LETTERS, st.sampled_from(("", "tag", "officer", "product", "title")))
def test_no_hint_leaves_out_what_fits(before: str, word: str, key: str) -> None:
    said = f"{before}{word}"
    one = task("1", title=said, product=said, officer=said, tags=(said,))
    text = plain.text_of(making.model(directive("1/CT-X", one)))
    may_fit = hint(Query((Named(key, (word,)) if key else Search(word),)), ())
    assert may_fit is not None
    if search_key(word) in search_key(said):
        assert may_fit(text)


def test_a_word_of_an_agency_leaves_nothing_out() -> None:
    heir = Agency("b", "Sở Nội vụ", successors=(Succession("c-moi", None),))  # type: ignore[arg-type]  # the day does not matter
    assert hint(parse(["nội vụ"]), (heir,)) is None
    assert hint(parse(["c-moi"]), (heir,)) is None
    assert hint(parse(["-x", "state:open"]), (heir,)) is None
    may_fit = hint(parse(["x", "tag:y,z"]), (heir,))
    assert may_fit is not None
    assert [may_fit(one) for one in ('"X","Z"', '"x"', '"y","z"', "\\")] == [
        True, False, False, True,
    ]  # fmt: skip
