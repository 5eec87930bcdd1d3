"""The merge driver as git runs it: real repositories, merges and rebases."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_history import PLAIN, Repository
from typer.testing import CliRunner

from stcli import history
from stcli.cli.app import app
from stcli.cli.merge_file import merge_file
from stcli.documents import reader
from stcli.errors import StcliError

NAME = "directives/2025/1-UBND.yaml"
TEXT = """\
# Ghi chú đầu tệp
number: 1/UBND
title: Thử việc hợp nhất
issuer: ubnd
issued: 2025-01-02
tasks:
  - id: 1
    title: Rà soát
    lead: so-khcn
    due: 2025-03-31
  - id: 2
    title: Báo cáo
    lead: so-tc   # theo công văn
    due: 2025-06-30
"""
SECOND = TEXT[TEXT.index("  - id: 2") :]


@pytest.fixture(autouse=True)
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put this program on the path, for git to find it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "stcli"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m stcli "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    path = f"{folder}:{os.environ['PATH']}"
    monkeypatch.setenv("PATH", path)
    monkeypatch.setitem(PLAIN, "PATH", path)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    folder = tmp_path / "office"
    folder.mkdir()
    found = Repository(folder)
    history.set_merge_driver(folder)
    attributes = "".join(f"{line}\n" for line in history.MERGE_ATTRIBUTES)
    found.commit(**{".gitattributes": attributes, NAME: TEXT})
    return found


def diverge(repository: Repository, ours: str, theirs: str) -> None:
    """Make two branches, `main` with ours and `other` with theirs."""
    repository.git("checkout", "--quiet", "-b", "other")
    repository.commit(**{NAME: theirs})
    repository.git("checkout", "--quiet", "main")
    repository.commit(**{NAME: ours})


def run(repository: Repository, *words: str) -> tuple[int, str, str]:
    """Run git; give its status, what it said, and the file as it then is."""
    identity = ("-c", "user.name=An", "-c", "user.email=an@example.vn")
    done = subprocess.run(
        ("git", *identity, *words),
        cwd=repository.folder, env=PLAIN, capture_output=True, check=False,
    )  # fmt: skip
    text = (repository.folder / NAME).read_bytes().decode()
    return done.returncode, (done.stdout + done.stderr).decode(), text


def put(before: str, after: str, text: str = TEXT) -> str:
    assert text.count(before) == 1
    return text.replace(before, after)


def added(*tasks: str) -> str:
    return TEXT + "".join(f"  - id: {one}\n    title: Việc {one}\n" for one in tasks)


MERGES = {
    "different tasks": (
        put("due: 2025-03-31", "due: 2025-04-15"),
        put("due: 2025-06-30", "due: 2025-07-15"),
        put("due: 2025-06-30", "due: 2025-07-15", put("due: 2025-03-31", "due: 2025-04-15")),
    ),
    "fields on lines that touch": (
        put("lead: so-khcn", "lead: so-nv"),
        put("    due: 2025-03-31\n", "    due: 2025-04-15\n    done: 2025-04-10\n"),
        put("so-khcn\n    due: 2025-03-31\n", "so-nv\n    due: 2025-04-15\n    done: 2025-04-10\n"),
    ),
    "both add at the end of the list": (
        added("3"),
        added("4"),
        added("3", "4"),
    ),
    "a value, and the comment behind it": (
        put("so-tc ", "so-nv "),
        put("# theo công văn", "# theo công văn 2"),
        put("so-tc   # theo công văn", "so-nv   # theo công văn 2"),
    ),
    "the same value": (
        put("due: 2025-03-31", "due: 2025-04-15"),
        put("due: 2025-03-31", "due: 2025-04-15  # gia hạn"),
        put("due: 2025-03-31", "due: 2025-04-15  # gia hạn"),
    ),
    "both report progress": (
        TEXT + "    progress:\n      - {date: 2025-05-02, note: đã gửi}\n",
        TEXT + "    progress:\n      - {date: 2025-04-01, note: đang làm}\n",
        TEXT
        + "    progress:\n      - {date: 2025-04-01, note: đang làm}\n"
        + "      - {date: 2025-05-02, note: đã gửi}\n",
    ),
    "a task moved on one side and changed on the other": (
        put("tasks:\n", f"tasks:\n{SECOND}", put(SECOND, "")),
        put("due: 2025-06-30", "due: 2025-07-15"),
        put("tasks:\n", f"tasks:\n{SECOND.replace('06-30', '07-15')}", put(SECOND, "")),
    ),
    "a task done on one side and removed on neither": (
        put("due: 2025-06-30", "due: 2025-06-30\n    done: 2025-06-01"),
        "# Đầu tệp mới\n" + TEXT,
        "# Đầu tệp mới\n" + put("due: 2025-06-30", "due: 2025-06-30\n    done: 2025-06-01"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("ours", "theirs", "merged"), MERGES.values(), ids=MERGES)
def test_what_does_not_touch_is_merged(
    repository: Repository, ours: str, theirs: str, merged: str
) -> None:
    diverge(repository, ours, theirs)
    status, said, text = run(repository, "merge", "--no-edit", "other")
    assert (status, text) == (0, merged), said
    assert repository.git("status", "--porcelain") == ""


@pytest.mark.parametrize(("ours", "theirs", "merged"), [*MERGES.values()][1:4], ids=[*MERGES][1:4])
def test_a_rebase_merges_alike(repository: Repository, ours: str, theirs: str, merged: str) -> None:
    diverge(repository, theirs, ours)
    repository.git("checkout", "--quiet", "other")
    status, said, text = run(repository, "rebase", "main")
    # In a rebase those are ours onto whose branch the others are put.
    turned = merged.replace(added("3", "4"), added("4", "3"))
    assert (status, text) == (0, turned), said


def test_one_field_changed_differently_is_one_conflict(repository: Repository) -> None:
    ours = put("so-khcn\n    due: 2025-03-31", "so-nv\n    due: 2025-04-15")
    theirs = put("title: Báo cáo", "title: Báo cáo quý", put("due: 2025-03-31", "due: 2025-05-01"))
    diverge(repository, ours, theirs)
    status, said, text = run(repository, "merge", "--no-edit", "other")
    assert status == 1
    assert f"{NAME}:10: tasks/1/due is `2025-04-15` on our side and `2025-05-01` on theirs" in said
    assert text == put(
        "    due: 2025-04-15\n",
        "<<<<<<< ours\n    due: 2025-04-15\n=======\n    due: 2025-05-01\n>>>>>>> theirs\n",
        put("title: Báo cáo", "title: Báo cáo quý", ours),
    )
    assert repository.git("status", "--porcelain") == f"UU {NAME}"


def test_both_sides_are_shown_with_the_base_where_people_want_it(repository: Repository) -> None:
    repository.git("config", "merge.conflictStyle", "diff3")
    diverge(
        repository,
        put("due: 2025-03-31", "due: 2025-04-15"),
        put("    due: 2025-03-31\n", ""),
    )
    status, said, text = run(repository, "merge", "--no-edit", "other")
    assert status == 1
    assert "tasks/1/due was changed on one side and removed on the other" in said
    assert text == put(
        "    due: 2025-03-31\n",
        "<<<<<<< ours\n    due: 2025-04-15\n||||||| base\n    due: 2025-03-31\n=======\n"
        ">>>>>>> theirs\n",
    )


def test_marks_have_the_size_that_git_asks_for(repository: Repository) -> None:
    with (repository.folder / ".gitattributes").open("a", encoding="utf-8") as stream:
        stream.write("*.yaml conflict-marker-size=12\n")
    repository.commit()
    diverge(repository, put("so-khcn", "a"), put("so-khcn", "b"))
    _, _, text = run(repository, "merge", "--no-edit", "other")
    assert f"{'<' * 12} ours\n    lead: a\n{'=' * 12}\n    lead: b\n{'>' * 12} theirs\n" in text


UNSURE = {
    "a side that cannot be read": (
        put("due: 2025-03-31", "due: [2025"), put("due: 2025-06-30", "due: 2025-07-15"),
    ),
    "two line ends in one file": (
        put("due: 2025-03-31", "due: 2025-04-15\r"), put("due: 2025-06-30", "due: 2025-07-15"),
    ),
    "two tasks of one id": (
        put("id: 2", "id: 1", put("so-khcn", "so-nv")), put("due: 2025-06-30", "due: 2025-07-15"),
    ),
    "a side that cannot be read, on lines that both changed": (
        put("due: 2025-03-31", "due: [2025"), put("due: 2025-03-31", "due: 2025-07-15"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("ours", "theirs"), UNSURE.values(), ids=UNSURE)
def test_what_would_be_a_guess_is_merged_by_lines_as_git_does(
    repository: Repository, ours: str, theirs: str
) -> None:
    diverge(repository, ours, theirs)
    before = repository.git("rev-parse", "HEAD")
    status, said, text = run(repository, "merge", "--no-edit", "other")
    assert f"{NAME}: merged by lines, as" in said
    repository.git("reset", "--hard", "--quiet", before)
    (repository.folder / ".git/info/attributes").write_text("*.yaml merge=text\n", "utf-8")
    plain, _, by_git = run(repository, "merge", "--no-edit", "other")
    by_git = by_git.replace("<<<<<<< HEAD", "<<<<<<< ours").replace("> other", "> theirs")
    assert (status, text) == (plain, by_git)


def test_lines_that_fit_but_make_no_file_are_a_conflict(repository: Repository) -> None:
    ours = put("title: Thử", "type: công văn\ntitle: Thử").replace("\n", "\r\n", 1)
    theirs = TEXT + "type: kế hoạch\n"
    diverge(repository, ours, theirs)
    status, said, text = run(repository, "merge", "--no-edit", "other")
    assert status == 1
    assert "what was merged cannot be read: see stcli check" in said
    assert text == ours + "type: kế hoạch\n"


def test_what_is_recorded_of_adjacent_tasks_merges_even_without_the_driver(
    repository: Repository,
) -> None:
    """Commands write a task's keys among its own lines: git needs no driver for other tasks."""
    (repository.folder / ".git/info/attributes").write_text("*.yaml merge=text\n", "utf-8")

    def record(*words: str) -> None:
        done = CliRunner().invoke(app, ["-C", str(repository.folder), *words])
        assert done.exit_code == 0, done.output
        repository.commit()

    repository.git("checkout", "--quiet", "-b", "other")
    record("done", "1/UBND#2", "--on", "2025-06-01", "--evidence", "5/BC")
    repository.git("checkout", "--quiet", "main")
    record("progress", "1/UBND#1", "--note", "đang làm", "--on", "2025-02-03")
    record("done", "1/UBND#1", "--on", "2025-03-30", "--evidence", "4/BC")
    status, said, text = run(repository, "merge", "--no-edit", "other")
    assert status == 0, said
    data = reader.read(NAME, text.encode()).data
    assert data is not None
    tasks = data["tasks"]
    assert isinstance(tasks, list)
    assert [one.get("evidence") for one in tasks if isinstance(one, dict)] == ["4/BC", "5/BC"]


def test_the_readme_and_help_say_what_is_set() -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    driver = history.MERGE_DRIVER["merge.stcli.driver"]
    for key, value in history.MERGE_DRIVER.items():
        assert f'git config {key} "{value}"' in readme
    assert f"echo '{history.MERGE_ATTRIBUTES[0]}' >> .gitattributes" in readme
    help = merge_file.__doc__ or ""
    assert f'`git config merge.stcli.driver "{driver}"`' in help
    assert f"`{history.MERGE_ATTRIBUTES[0]}`" in help


def test_a_merge_of_merges_keeps_marks_that_were_there_before(repository: Repository) -> None:
    """Where branches were merged crosswise, git merges the bases first, with conflicts in them."""
    diverge(repository, put("so-khcn", "a"), put("so-khcn", "b"))
    repository.git("branch", "ours")
    for branch, other, text in (("main", "other", "a"), ("other", "ours", "b")):
        repository.git("checkout", "--quiet", branch)
        run(repository, "merge", "--no-edit", "--no-commit", other)
        repository.commit(**{NAME: put("so-khcn", text)})
    status, _, text = run(repository, "merge", "--no-edit", "main")
    assert status == 1
    assert "<<<<<<< ours\n    lead: b\n=======\n    lead: a\n>>>>>>> theirs\n" in text


def test_the_driver_is_known_when_it_is_set(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    with pytest.raises(StcliError, match="is in no git repository"):
        history.set_merge_driver(folder)
    Repository(folder)
    assert not history.has_merge_driver(folder)
    history.set_merge_driver(folder)
    assert history.has_merge_driver(folder)


def versions(folder: Path, base: bytes, ours: bytes, theirs: bytes) -> list[str]:
    names = []
    for name, content in (("base", base), ("ours", ours), ("theirs", theirs)):
        (folder / name).write_bytes(content)
        names.append(str(folder / name))
    return names


@pytest.mark.parametrize(
    ("ours", "theirs", "merged"),
    [
        (b"a: 1\r\nb: 3\r\n", b"a: 2\nb: 1\n", b"a: 2\r\nb: 3\r\n"),
        (b"a: 1\nb: 3", b"a: 2\nb: 1\n", b"a: 2\nb: 3"),
        (b"\xef\xbb\xbfa: 1\nb: 3\n", b"a: 2\nb: 1\n", b"\xef\xbb\xbfa: 2\nb: 3\n"),
        (b"a: 1\nb: 3\n", b"\xef\xbb\xbfa: 2\r\nb: 1", b"a: 2\nb: 3\n"),
        (b"a: 1\nb: 1\n", b"a: 1\r\nb: 1\r\n", b"a: 1\nb: 1\n"),
    ],
)
def test_bytes_that_say_nothing_are_those_of_ours(
    tmp_path: Path, ours: bytes, theirs: bytes, merged: bytes
) -> None:
    names = versions(tmp_path, b"a: 1\nb: 1\n", ours, theirs)
    result = CliRunner().invoke(app, ["merge-file", *names])
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "ours").read_bytes() == merged


def test_a_file_that_both_added_has_what_both_say(tmp_path: Path) -> None:
    names = versions(tmp_path, b"", b"number: 1\ntitle: a\n", b"number: 1\nissuer: b\n")
    result = CliRunner().invoke(app, ["merge-file", *names])
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "ours").read_bytes() == b"number: 1\ntitle: a\nissuer: b\n"


def test_what_cannot_be_merged_is_a_failure_to_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = versions(tmp_path, b"a: 1\n", b"a: [\n", b"a: 2\n")
    missing = [names[0], str(tmp_path / "nope"), names[2]]
    for words in (["merge-file"], ["--quiet", "merge-file", *missing], ["merge-file", "--nope"]):
        assert CliRunner().invoke(app, words).exit_code == 129
    monkeypatch.setenv("PATH", str(tmp_path))
    result = CliRunner().invoke(app, ["merge-file", *names])
    assert (result.exit_code, result.stdout) == (129, "")
    assert "git is not installed" in result.stderr
    assert (tmp_path / "ours").read_bytes() == b"a: [\n"
    # Of other commands with such a word the status stays what it is.
    assert CliRunner().invoke(app, ["explain", "merge-file"]).exit_code == 2


def test_what_is_said_is_in_the_language_asked_for_and_steers_no_terminal(tmp_path: Path) -> None:
    names = versions(tmp_path, b"a: 1\n", b"a: '::x ##[y]'\n", b"a: 2\n")
    result = CliRunner().invoke(app, ["merge-file", *names, "::error::\x1b[31m", "--lang", "vi"])
    assert result.exit_code == 1
    assert result.stderr == (
        "\\u{3a}:error::\\u{1b}[31m:1: a là `::x \\u{23}#[y]` ở bên ta và `2` ở bên kia\n"
    )
    quiet = CliRunner().invoke(
        app, ["merge-file", "-q", *versions(tmp_path, b"a: 1\n", b"a: 3\n", b"a: 2\n")]
    )
    assert (quiet.exit_code, quiet.output) == (1, "")


def test_a_full_disk_leaves_our_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, text: str) -> None:
        raise OSError(28, "No space left on device", str(path), text and None)

    names = versions(tmp_path, b"a: 1\nb: 1\n", b"a: 2\nb: 1\n", b"a: 1\nb: 2\n")
    monkeypatch.setattr("stcli.saving.replacement.write_whole", refuse)
    result = CliRunner().invoke(app, ["merge-file", *names])
    assert (result.exit_code, "the disk is full" in result.stderr) == (129, True)
    assert (tmp_path / "ours").read_bytes() == b"a: 2\nb: 1\n"
