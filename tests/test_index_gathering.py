"""An index made of many files by several processes, and answered from at once."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from offices import AGENCIES, asked, edit

from stcli import files, workers
from stcli.index import gathering, placing
from stcli.index.placing import folder_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from stcli.sources import Source

FILES = 48
PARENT = os.getpid()
ONE = """\
number: {number}/CT-X
title: Về việc {number}
issuer: a
issued: 2025-01-0{digit}
aliases: [{alias}/TB-X]
tasks:
  - {{id: 1, title: 'Lập đề án {number}', lead: a, due: 2025-0{digit}-01}}
  - {{id: 2, title: Báo cáo, lead: tap-the, due: monthly by 5}}
  - {{id: 3, title: Trình, lead: b, due: 3 days from {other}/CT-X#1}}
  - {{id: 4, title: Xong, lead: c, due: 2025-0{digit}-11 16:00, done: 2025-01-1{digit}}}
"""
QUESTIONS = (
    ("overdue",),
    ("status",),
    ("upcoming", "--as-of", "2025-03-01"),
    ("list", "--as-of", "2025-03-01", "-f", "json"),
    ("show", "7/CT-X@2025-01-08#3"),
)
Answer = tuple[int, str, str]


class Tree:
    """Enough files for several processes: some broken, linked, or depending on others."""

    def __init__(self, folder: Path) -> None:
        self.root, self.home = folder / "root", folder / "cache"
        self.environment = {"XDG_CACHE_HOME": str(self.home)}
        edit(self.root, "write", "directives/agencies.yaml", AGENCIES)
        edit(self.root, "write", "stcli.yaml", "due_soon: 3\n")
        for number in range(FILES):
            path = f"directives/{number % 7}/{number}.yaml"
            edit(self.root, "write", path, text(number))
        edit(self.root, "write", "directives/broken.yaml", "number: [")
        edit(self.root, "write", "directives/wrong.yaml", text(FILES + 1).replace("due:", "do:"))
        (self.root / "directives/link.yaml").symlink_to(self.root / "directives/1/8.yaml")

    @property
    def base(self) -> Path:
        found = folder_of(self.root, self.environment)
        assert found is not None
        return Path(found, "base")

    def answers(self, *options: str) -> list[Answer]:
        root = ("-C", str(self.root))
        return [asked([*one, *root, *options], self.environment) for one in QUESTIONS]


def text(number: int) -> str:
    """A directive; every ninth number is that of another too, and one in five depends on one."""
    own = number - 1 if number % 9 == 8 else number
    other = "" if number % 5 else number + 3
    alias = number + 1 if number % 11 == 0 else 1_000 + number
    made = ONE.format(number=own, digit=number % 9 + 1, alias=alias, other=other)
    return made if other else made.replace("3 days from /CT-X#1", "3 days")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    monkeypatch.setattr(workers, "WORTH_A_FORK", 10)
    monkeypatch.setattr(workers, "SMALLEST_CHUNK", 3)
    return Tree(tmp_path)


def each_anew(tree: Tree) -> list[Answer]:
    """What is answered to each question by a first run."""
    found = []
    for number in range(len(QUESTIONS)):
        tree.base.unlink(missing_ok=True)
        (tree.base.parent / "added").unlink(missing_ok=True)
        found.append(one(tree, number))
        assert tree.base.is_file()
    return found


def one(tree: Tree, number: int) -> Answer:
    return asked([*QUESTIONS[number], "-C", str(tree.root)], tree.environment)


def test_first_and_later_answers_are_those_without_it(tree: Tree) -> None:
    expected = tree.answers("--no-cache")
    assert {status for status, _, _ in expected} == {3}
    assert "broken.yaml" in expected[0][2]
    assert each_anew(tree) == expected
    assert tree.answers() == expected


def test_a_first_run_reads_each_file_once_and_is_answered_of_columns(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    real = files.regular

    def regular(root: Path, path: str) -> Source:
        with log.open("a") as stream:
            stream.write(f"{path}\n")
        return real(root, path)

    monkeypatch.setattr(files, "regular", regular)
    monkeypatch.setattr(files, "begin", None)
    expected = one(tree, 0)
    assert expected[0] == 3
    read = log.read_text().splitlines()
    assert len(read) == len(set(read)) == FILES + 4


@pytest.mark.parametrize("fault", ["killed", "failed"])
def test_what_a_process_does_not_bring_home_is_read_by_another(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    expected = tree.answers("--no-cache")
    real = files.regular

    def regular(root: Path, path: str) -> Source:
        if os.getpid() != PARENT and path.endswith("7.yaml"):
            if fault == "killed":
                os.kill(os.getpid(), signal.SIGKILL)
            raise ValueError
        return real(root, path)

    monkeypatch.setattr(files, "regular", regular)
    assert each_anew(tree) == expected


def test_where_it_cannot_be_written_all_is_answered_from_memory(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = tree.answers("--no-cache")
    monkeypatch.setattr(placing, "LARGEST", 1_000)
    monkeypatch.setattr(files, "begin", None)
    assert tree.answers() == expected
    assert not tree.base.exists()
    assert list(tree.base.parent.iterdir()) == []


def test_a_file_that_no_index_can_keep_is_read_the_usual_way(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = tree.answers("--no-cache")
    monkeypatch.setattr(gathering, "sections", _without_a_text)
    assert tree.answers() == expected
    assert not tree.base.exists()


def _without_a_text(*given: object) -> dict[str, bytes]:
    from stcli.index.entries import sections  # noqa: PLC0415 - the true one

    real: Callable[..., dict[str, bytes]] = sections  # type: ignore[assignment]  # a mapping
    made = dict(real(*given))
    return made | {"marks": made["marks"].replace(b"\0", b"", 1)}


def test_a_time_zone_that_there_is_not_is_no_matter_of_the_index(tree: Tree) -> None:
    edit(tree.root, "write", "stcli.yaml", "timezone: Mars/Base\n")
    expected = tree.answers("--no-cache")
    assert [status for status, _, _ in expected] == [2, 2, 3, 3, 2]
    assert tree.answers() == expected
    assert not tree.base.exists()


def test_damage_that_is_seen_late_is_mended(tree: Tree) -> None:
    expected = tree.answers()
    content = bytearray(tree.base.read_bytes())
    content[-200] ^= 1
    tree.base.write_bytes(content)
    (tree.base.parent / "added").unlink(missing_ok=True)
    assert tree.answers() == expected
    assert tree.base.read_bytes() != bytes(content)
