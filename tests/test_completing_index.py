"""What is offered is the same with and without the index, by way of typer or not."""

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

from stcli.cli import start
from stcli.cli.names import Names
from stcli.cli.options import Shared
from stcli.index.calling import Calling
from stcli.index.placing import folder_of

if TYPE_CHECKING:
    from collections.abc import Sequence

Edit = tuple[str, str, str]
Line = tuple[str, ...]

BEFORE = (
    "show", "done", "tree", "list", "explain --deadline", "change 1/CT-X#1 --by", "add", "status",
    "done 1/CT-X#1", "list --lang vi", "edit", "nothing", "list --", "agency end", "",
)  # fmt: skip
LAST = (
    "", "1", "1/CT-X", "1/CT-X#", "1/ct-x#1", "ct-x#", "3/qd-y#", "3/QĐ-Y@", "1/CT-X@2025",
    "1/CT-X@2025#", "01/CT-X@", "#", "1#2@", "1/CT-X#2@2025", "@a#", "x@2025@b#", "2/CT-X@b#2",
    "directive:1", "directive:2/CT-X@", "lead:", "lead:cơ", "-lead:quan", "year:", "type:", "tag:",
    "--", "-", "-f", "--lang=", "--by", "s",
)  # fmt: skip


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """What the script of a shell hands over, the name of that shell first."""
    before, last = draw(st.sampled_from(BEFORE)).split(), draw(st.sampled_from(LAST))
    shell = draw(st.sampled_from(start.SHELLS))
    if shell != "bash":
        return shell, "--", *before, last
    quote = draw(st.sampled_from(("", "", '"', "'")))
    cut = draw(st.integers(0, len(last)))
    return shell, "--", " ".join(["stcli", *before, quote + last]), last[cut:]


steps = st.lists(
    st.tuples(
        st.lists(edits, max_size=3),
        st.sampled_from(("", "in doubt", "beyond doubt")),
        st.one_of(st.none(), st.none(), st.tuples(st.integers(0), st.integers(0, 7))),
        st.lists(lines(), min_size=1, max_size=4),
    ),
    min_size=1,
    max_size=4,
)


def damaged(index: Path, place: int, bit: int) -> None:
    path = index / "base"
    if path.exists():
        content = bytearray(path.read_bytes())
        content[place % len(content)] ^= 1 << bit
        path.write_bytes(content)


@settings(max_examples=120)
@given(steps)
def test_what_is_offered_with_and_without_it_is_the_same(
    steps: Sequence[tuple[Sequence[Edit], str, tuple[int, int] | None, Sequence[Line]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root, home = Path(folder, "root"), {"XDG_CACHE_HOME": str(Path(folder, "cache"))}
        home["STCLI_ROOT"] = str(root)
        index = folder_of(root.resolve(), home)
        assert index is not None
        edit(root, "write", "directives/agencies.yaml", AGENCIES)
        for changes, kept, damage, typed in steps:
            for change in changes:
                edit(root, *change)
            if kept:
                # What has changed just now has changed a while ago by a clock that is ahead.
                now = time.time_ns() + (60 * 10**9 if kept == "beyond doubt" else 0)
                with mock.patch.object(time, "time_ns", return_value=now):
                    asked(["status"], home)
            if damage is not None:
                damaged(Path(index), *damage)
            for line in typed:
                words = ["completion", *line]
                expected = asked(words, home | {"STCLI_NO_CACHE": "1"})
                assert asked(words, home) == expected, line


A = """\
number: 1/CT-X
title: Về việc
issuer: a
issued: 2025-01-05
tasks:
  - {id: 1, title: Lập đề án, due: monthly by 5}
"""
MISTAKEN = {
    "a line in quotes": A + 'notes: "x\nnumber: 9/CT-X\n"\n',
    "a line in a list": A.replace("  - {id: 1, ", "  [{id: 1,\n").replace("án,", "án,\n"),
    "an id in another spelling": A.replace("id: 1", "id: a\u0301"),
    "a deadline in capitals": A.replace("monthly", "Monthly"),
    "a number in quotes": A.replace("1/CT-X", "'1/CT-X'") + 'notes: "x\nnumber: 9/CT-X\n"\n',
}


@pytest.mark.parametrize("text", MISTAKEN.values(), ids=MISTAKEN)
@pytest.mark.parametrize("typed", ["", "1/CT-X#", "9", "9/CT-X#"])
def test_what_a_look_at_lines_takes_for_something_else(
    tmp_path: Path, text: str, typed: str
) -> None:
    home = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "STCLI_ROOT": str(tmp_path / "root")}
    edit(tmp_path / "root", "write", "directives/agencies.yaml", AGENCIES)
    edit(tmp_path / "root", "write", "directives/a.yaml", text)
    asked(["status"], home)
    words = ["completion", "zsh", "--", "show", typed]
    assert asked(words, home) == asked(words, home | {"STCLI_NO_CACHE": "1"})


def tree_with_index(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    root = folder / "root"
    edit(root, "write", "directives/agencies.yaml", AGENCIES)
    edit(root, "write", "directives/a.yaml", A)
    for name in ("agencies", "a"):
        os.utime(root / f"directives/{name}.yaml", (1, 1))
    asked(["status", "-C", str(root)], {})
    return root


def test_the_index_tells_names_tasks_and_agencies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tree_with_index(tmp_path, monkeypatch)
    names = Names(root)
    assert names.ask(Calling.names) == [("1/CT-X", "Về việc")]
    assert names.ask(lambda known: known.years("01/ct-x")) == [(2025, "Về việc")]
    assert names.ask(lambda known: known.meant("ct")) == ["directives/a.yaml"]
    assert names.ask(lambda known: known.meant("1@2024")) == []
    assert names.ask(lambda known: known.tasks("directives/a.yaml")) == [("1", "Lập đề án", True)]
    agencies = names.ask(Calling.agencies)
    assert agencies is not None
    assert [one.id for one in agencies] == ["a", "b", "c", "tap-the"]
    assert names.ask(lambda known: known.tasks("directives/b.yaml")) is None


def test_a_whole_number_is_no_part_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tree_with_index(tmp_path, monkeypatch)
    edit(root, "write", "directives/b.yaml", A.replace("1/CT-X", "11/CT-X"))
    asked(["status", "-C", str(root)], {})
    names = Names(root)
    assert names.ask(lambda known: known.meant("1/CT-X")) == ["directives/a.yaml"]
    assert names.ask(lambda known: known.years("1/CT-X")) == [(2025, "Về việc")]
    assert names.ask(lambda known: known.meant("1/CT")) == ["directives/a.yaml"]
    assert len(names.ask(lambda known: known.meant("ct")) or ()) == 2


def test_a_link_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tree_with_index(tmp_path, monkeypatch)
    edit(root, "write", "other/b.yaml", A.replace("1/CT-X", "2/CT-X"))
    (root / "directives/b.yaml").symlink_to(root / "other/b.yaml")
    asked(["status", "-C", str(root)], {})
    names = Names(root)
    assert names.ask(Calling.names) is None
    assert {one.number for one in names.named().directives} == {"1/CT-X", "2/CT-X"}


@pytest.mark.parametrize("text", ["number: [", A.replace("1/CT-X", "2/CT-X"), "x: 1\n"])
def test_of_what_has_changed_the_index_tells_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    root = tree_with_index(tmp_path, monkeypatch)
    edit(root, "write", "directives/a.yaml", text)
    names = Names(root)
    assert names.ask(Calling.names) is None
    assert names.ask(lambda known: known.tasks("directives/a.yaml")) is None
    found = names.named()
    assert [one.number for one in found.directives] == (["2/CT-X"] if "2/CT-X" in text else [])
    assert names.ask(Calling.agencies) is not None


def test_the_index_is_not_asked_where_that_is_not_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tree_with_index(tmp_path, monkeypatch)
    assert Names(root, from_files=True).ask(Calling.names) is None
    names = Names(root)
    assert names.ask(Calling.names) is not None
    assert names.forget()
    assert names.ask(Calling.names) is None
    assert not names.forget()


@pytest.mark.parametrize(
    ("line", "understood"),
    [
        ("completion bash -- stcli", True),
        ("completion zsh -- -- list", True),
        ("completion bash --", False),
        ("completion bash", False),
        ("completion tcsh -- x", False),
        ("-q completion bash -- x", False),
        ("completion bash -q -- x", False),
        ("status", False),
    ],
)
def test_which_lines_of_scripts_are_understood(line: str, understood: bool) -> None:  # noqa: FBT001
    assert (start.to_complete(line.split(), {}) is not None) == understood


def test_what_the_environment_says_is_heard() -> None:
    words = ["completion", "bash", "--", "x"]
    assert start.to_complete(words, {"STCLI_NO_CACHE": "1"}) is None
    found = start.to_complete(words, {"STCLI_ROOT": "r", "STCLI_FORMAT": "json", "STCLI_LANG": ""})
    assert found == start.ToComplete("bash", ("x",), Shared(root="r"))
