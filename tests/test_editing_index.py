"""An edit finds its directive by the index, and does as without it, whatever has changed."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from offices import AGENCIES, asked, edit, edits

from stcli import files
from stcli.index.calling import Calling
from stcli.index.segment import Segment, written

if TYPE_CHECKING:
    from collections.abc import Sequence

Edit = tuple[str, str, str]

REFERENCES = (
    "1/CT-X#1", "1#1", "ct-x#2", "01/ct-x#1", "2/CT-X#3", "3/QĐ-Y#1", "3/qd-y@2025#2", "x#1",
    "1/CT-X@a#1", "2/CT-X@2024#1", "9/Z#1", "#1", "3#1@2025-02", "directives/a.yaml#1", "1/CT-X",
)  # fmt: skip
NUMBERS = ("1/CT-X", "2", "3/qđ", "9/BC-Z", "ct-x@2025")
ACTS = (
    "done {ref} --on 2025-04-01 -e {number}",
    "progress {ref} -p 50",
    "progress {ref} 2/CT-X#1 -p 50",
    "change {ref} --due 2026-01-01 --by {number}",
    "cancel {ref} --by {number}",
    "return {ref} --reason x",
    "confirm {ref}",
    "add {number} --title Mới --lead a",
    "new {number} --title Mới --issuer a --issued 2025-02-03 --cites {number}",
)
lines = st.tuples(st.sampled_from(ACTS), st.sampled_from(REFERENCES), st.sampled_from(NUMBERS)).map(
    lambda one: one[0].format(ref=one[1], number=one[2]).split()
)
steps = st.lists(
    st.tuples(
        st.lists(edits, max_size=3),
        st.sampled_from(("", "in doubt", "beyond doubt")),
        st.one_of(st.none(), st.none(), st.integers(0)),
        st.lists(lines, min_size=1, max_size=3),
    ),
    min_size=1,
    max_size=4,
)


def damaged(home: Path, place: int) -> None:
    for path in home.rglob("base"):
        content = bytearray(path.read_bytes())
        content[place % len(content)] ^= 1 << place % 8
        path.write_bytes(content)


@settings(max_examples=100)
@given(steps)
def test_an_edit_with_and_without_it_does_the_same(
    steps: Sequence[tuple[Sequence[Edit], str, int | None, Sequence[list[str]]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root, home = Path(folder, "root"), Path(folder, "cache")
        environment = {"XDG_CACHE_HOME": str(home), "XDG_STATE_HOME": f"{folder}/state"}
        edit(root, "write", "directives/agencies.yaml", AGENCIES)
        for changes, kept, place, acts in steps:
            for change in changes:
                edit(root, *change)
            if kept:
                # What has changed just now has changed a while ago by a clock that is ahead.
                now = time.time_ns() + (60 * 10**9 if kept == "beyond doubt" else 0)
                with mock.patch.object(time, "time_ns", return_value=now):
                    asked(["status", "-C", str(root)], environment)
            if place is not None:
                damaged(home, place)
            for act in acts:
                words = [*act, "-C", str(root), "--as-of", "2025-06-01", "--lang", "en"]
                expected = asked([*words, "--dry-run", "--no-cache"], environment)
                assert asked([*words, "--dry-run"], environment) == expected, act
                asked(words, environment)  # done, so that the index lags behind


A = """\
number: 1/CT-X
title: Về việc
issuer: a
issued: 2025-01-05
tasks:
  - {id: 1, title: Lập đề án}
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("STCLI_LANG", "en")
    made = tmp_path / "root"
    edit(made, "write", "directives/agencies.yaml", AGENCIES)
    edit(made, "write", "directives/a.yaml", A)
    edit(made, "write", "directives/b.yaml", A.replace("1/CT-X", "25/CT-X"))
    with mock.patch.object(time, "time_ns", return_value=time.time_ns() + 60 * 10**9):
        asked(["status", "-C", str(made)], {})
    return made


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files of which the content is read."""
    found: list[str] = []
    read = files._source  # noqa: SLF001 - every file goes by this way

    def watched(listed: tuple[str, str, None]) -> object:
        found.append(listed[0])
        return read(listed)

    monkeypatch.setattr(files, "_source", watched)
    return found


def progress(root: Path, reference: str, *more: str) -> tuple[int, str, str]:
    return asked(["progress", reference, "-p", "50", "-C", str(root), *more], {})


def test_no_other_file_is_opened(root: Path, opened: list[str]) -> None:
    status, said, _ = progress(root, "25/CT-X#1")
    assert (status, "25/CT-X#1" in said) == (0, True)
    assert set(opened) == {"directives/b.yaml", "directives/agencies.yaml"}


def test_without_the_index_all_are(root: Path, opened: list[str]) -> None:
    assert progress(root, "25/CT-X#1", "--no-cache")[0] == 0
    assert "directives/a.yaml" in opened


def without_a_sign(monkeypatch: pytest.MonkeyPatch, root: Path, name: str, text: str) -> None:
    """Change a file so that no mark of it tells."""
    marks = files.seen(root)
    edit(root, "write", name, text)
    monkeypatch.setattr(files, "seen", lambda _: marks)


def test_a_file_that_was_renumbered_without_a_sign_is_not_edited_by_its_old_number(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_a_sign(monkeypatch, root, "directives/b.yaml", A.replace("1/CT-X", "26/CT-X"))
    before = (root / "directives/b.yaml").read_bytes()
    status, _, said = progress(root, "25/CT-X#1")
    assert (status, said.splitlines()[0]) == (2, "error: there is no directive `25/CT-X#1`")
    assert (root / "directives/b.yaml").read_bytes() == before
    assert progress(root, "26/CT-X#1")[0] == 0


def test_a_file_that_took_another_place_is_found(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(root, "write", "directives/c.yaml", A.replace("1/CT-X", "7/CT-X"))
    without_a_sign(monkeypatch, root, "directives/a.yaml", A.replace("1/CT-X", "25/CT-X"))
    edit(root, "write", "directives/b.yaml", A)
    before = (root / "directives/b.yaml").read_bytes()
    assert progress(root, "25/CT-X#1")[0] == 0
    assert "percent: 50" in (root / "directives/a.yaml").read_text(encoding="utf-8")
    assert (root / "directives/b.yaml").read_bytes() == before


def test_a_new_file_with_the_same_number_is_seen(root: Path) -> None:
    edit(root, "write", "directives/new.yaml", A.replace("1/CT-X", "025/ct-x"))
    status, _, said = progress(root, "25/CT-X#1")
    assert (status, "025/ct-x" in said) == (2, True)


def test_a_name_that_the_index_has_wrong_is_written_nowhere(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_a_sign(monkeypatch, root, "directives/b.yaml", A.replace("1/CT-X", "25/QĐ-Y"))
    words = ["cancel", "1/CT-X#1", "--by", "25", "-C", str(root), "--dry-run"]
    assert "by: 25/QĐ-Y}" in asked(words, {})[1]


SECTIONS = (
    "about", "paths", "stamps", "kinds", "order", "numbers", "titles", "issuers", "aliases", "keys",
    "names", "issued", "office", "places", "models",
)  # fmt: skip
ASKED = (
    "progress 25/CT-X#1 -p 50 --dry-run", "progress 9/Z#1 -p 50 --dry-run",
    "cancel 1/CT-X#1 --by 25 --dry-run", "completion zsh -- show 25/CT-X",
    "completion zsh -- show 25/CT-X#", "completion zsh -- show x@a#",
    "completion zsh -- show 25/CT-X@", "completion zsh -- list lead:",
)  # fmt: skip


@pytest.mark.parametrize("damage", ["turned", "empty", "nonsense"])
@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_that_is_damaged_or_makes_no_sense(
    root: Path, monkeypatch: pytest.MonkeyPatch, name: str, damage: str
) -> None:
    monkeypatch.setenv("STCLI_ROOT", str(root))
    lines = [one.split() for one in ASKED]
    expected = [asked(one, {"STCLI_NO_CACHE": "1"}) for one in lines]
    (path,) = Path(os.environ["XDG_CACHE_HOME"]).rglob("base")
    content = path.read_bytes()
    segment = Segment.of(content)
    held = {one: segment.whole(one) for one in segment._sections}  # noqa: SLF001
    if damage == "turned":
        at = segment._sections[name][0]  # noqa: SLF001
        path.write_bytes(content[:at] + bytes((content[at] ^ 1,)) + content[at + 1 :])
    elif damage == "empty":
        path.write_bytes(written(held | {name: b""}))
    else:
        path.write_bytes(written(held | {name: b"\xff" * len(held[name])}))
    assert [asked(one, {}) for one in lines] == expected


def test_an_index_that_makes_no_sense_is_asked_no_more(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def senseless(_: Calling, __: object) -> None:
        raise IndexError

    monkeypatch.setattr(Calling, "directives", senseless)
    assert progress(root, "25/CT-X#1")[0] == 0
