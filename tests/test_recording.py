"""Recording in trees that are against it: odd names, links, doubles, files with errors."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from stcli.cli.app import app
from stcli.cli.edits.workplace import Workplace
from stcli.load import Loaded

ROOT = Path(__file__).parent.parent
AGENCIES = "agencies:\n  - {id: thu-tuong, name: Thủ tướng}\n  - {id: so-khcn, name: Sở KH&CN}\n"
DIRECTIVE = (
    "number: 1/CT-TTg\ntitle: A\nissuer: thu-tuong\nissued: 2025-01-06\ntasks:\n"
    "  - {id: 1, title: A, lead: so-khcn}\n"
)
DONE = ("done", "1/CT-TTg#1", "--on", "2025-02-03", "-e", "1/BC", "--lang", "en")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "An")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "an@example.vn")
    (tmp_path / "directives").mkdir()
    (tmp_path / "directives/agencies.yaml").write_text(AGENCIES, encoding="utf-8")
    (tmp_path / "directives/a.yaml").write_text(DIRECTIVE, encoding="utf-8")
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def git(folder: Path, *words: str, stdin: str = "") -> str:
    done = subprocess.run(
        ("git", *words), cwd=folder, input=stdin, capture_output=True, text=True, check=True
    )
    return done.stdout


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "x")


def run(*words: str) -> Any:
    return CliRunner().invoke(app, words)


@pytest.mark.parametrize(
    "name", ["a b", 'a"b', "a\\b", "a\nb", "a\tb", "::error::x", "a\x1b[31m", "đ"]
)
def test_a_diff_can_be_applied_whatever_a_file_is_called(tree: Path, name: str) -> None:
    (tree / "directives/a.yaml").rename(tree / f"directives/{name}.yaml")
    commit(tree)
    shown = run(*DONE, "--dry-run").stdout
    assert "\x1b" not in shown
    assert not any(line.startswith("::") for line in shown.splitlines())
    git(tree, "apply", stdin=shown)
    done = run(*DONE).stdout
    assert done.startswith("1/CT-TTg#1 has that evidence already")


def test_a_file_is_committed_by_its_own_name(tree: Path) -> None:
    (tree / "data").mkdir()
    (tree / "directives/a.yaml").rename(tree / "data/a.yaml")
    (tree / "directives/a.yaml").symlink_to("../data/a.yaml")
    commit(tree)
    assert run(*DONE, "--commit").exit_code == 0
    assert git(tree, "show", "--format=%s", "--name-only").split("\n\n") == [
        "1/CT-TTg#1 is done, on 2025-02-03",
        "data/a.yaml\n",
    ]


def test_two_files_of_one_directive_are_named(tree: Path) -> None:
    (tree / "directives/b.yaml").write_text(DIRECTIVE, encoding="utf-8")
    assert run(*DONE).stderr == (
        "error: several files hold 1/CT-TTg@2025-01-06@thu-tuong#1: directives/a.yaml,"
        " directives/b.yaml\nhelp: keep one of them\n"
    )


def test_a_directive_that_cannot_be_read_is_not_said_to_be_none(tree: Path) -> None:
    path = tree / "directives/a.yaml"
    path.write_text(DIRECTIVE.replace("01-06", "13-40"), encoding="utf-8")
    assert run(*DONE).stderr.splitlines() == [
        "error: there is no directive `1/CT-TTg` in the files that can be read",
        "help: these cannot: directives/a.yaml; see: stcli check",
    ]
    entered = ("--title", "A", "--issuer", "thu-tuong", "--issued", "2025-01-06")
    refused = run("new", "1/CT-TTg", *entered, "--lang", "en")
    assert refused.stderr.startswith("error: directives/a.yaml cannot be read, and may be this")
    assert refused.exit_code == 2
    assert run("new", "77/CT-TTg", *entered).exit_code == 0


@pytest.mark.parametrize(
    "words",
    [
        ("done", "1/CT-TTg#1", "-e", ""),
        ("done", "1/CT-TTg#1", "-e", "1/BC", "-e", "\u00a0"),
        ("done", ""),
        ("done", "--where", " "),
        ("progress", "1/CT-TTg#1", "--note", " "),
        ("cancel", "1/CT-TTg#1", "--reason", ""),
        ("change", "1/CT-TTg#1", "--title", "\t"),
        ("agency", "add", "x", "--name", ""),
        ("add", "1/CT-TTg", "--title", ""),
    ],
)
def test_an_empty_value_is_a_mistake(tree: Path, words: tuple[str, ...]) -> None:
    refused = run(*words, "--lang", "en")
    assert refused.exit_code == 2
    assert " is given without a value\n" in refused.stderr
    assert git(tree, "status", "--porcelain") == ""


@pytest.mark.parametrize("query", ["-", '"', '""', "- -"])
def test_a_query_that_asks_for_nothing_finds_nothing(tree: Path, query: str) -> None:
    refused = run("done", "--where", query, "-y", "--lang", "en")
    assert refused.stderr.startswith("error: --where asks for nothing")
    assert git(tree, "status", "--porcelain") == ""


def test_a_commit_that_fails_comes_after_what_was_done(tree: Path) -> None:
    hook = tree / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    failed = run(*DONE, "--commit")
    assert failed.exit_code == 2
    assert failed.stdout == "1/CT-TTg#1 is done, on 2025-02-03\n"
    assert "error: the files are changed, but git did not commit them" in failed.stderr
    assert git(tree, "status", "--porcelain") == " M directives/a.yaml\n"
    hook.unlink()
    assert run("undo").exit_code == 0
    assert git(tree, "status", "--porcelain") == ""
    assert "there was nothing to commit" not in run(*DONE, "--commit").stderr
    run("undo")
    assert "there was nothing to commit" in run(*DONE, "--commit").stderr


def shell(tree: Path, line: str) -> tuple[int, str]:
    """Run a line in a shell, where `stcli` is this program; give its status and its errors."""
    program = f"{shlex.quote(sys.executable)} -m stcli"
    done = subprocess.run(
        ("bash", "-c", line.replace("stcli ", f"{program} ")),
        cwd=tree, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    return done.returncode, done.stderr


@pytest.mark.parametrize("line", ["stcli {} >&-", "stcli {} -o none/x", "stcli {} -o directives"])
def test_nothing_is_done_that_could_not_be_told(tree: Path, line: str) -> None:
    status, errors = shell(tree, line.format("done 1/CT-TTg#1 --on 2025-02-03"))
    assert status == 2
    assert errors.startswith("error: ")
    assert git(tree, "status", "--porcelain") == ""


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_what_was_done_and_could_not_be_told_is_said(
    tree: Path, monkeypatch: pytest.MonkeyPatch, unbuffered: str
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    status, errors = shell(tree, "stcli done 1/CT-TTg#1 --on 2025-02-03 > /dev/full")
    assert status == 2
    assert errors == (
        "error: the files are changed, but that could not be told: the disk is full\n"
        "help: to take it back: stcli undo\n"
    )
    assert git(tree, "status", "--porcelain") == " M directives/a.yaml\n"


@pytest.mark.parametrize("closed", ["2>&-", "2>/dev/full"])
def test_nobody_has_to_listen_to_what_is_said_beside(tree: Path, closed: str) -> None:
    assert shell(tree, f"stcli done 1/CT-TTg#1 --on 2025-02-03 {closed}")[0] == 0
    assert shell(tree, f"stcli nosuch {closed}")[0] == 2
    assert shell(tree, f"stcli done 1/CT-TTg#7 {closed}")[0] == 2


@pytest.mark.parametrize(
    "line",
    [
        "stcli undo -o directives/a.yaml",
        "stcli status -o directives/../directives/a.yaml",
        "stcli check -f json=directives/a.yaml",
        "stcli done 1/CT-TTg#1 -o directives/a.yaml",
        "stcli schema -o stcli.yaml",
    ],
)
def test_no_answer_is_written_over_a_file_that_is_read(tree: Path, line: str) -> None:
    (tree / "stcli.yaml").write_text("lang: en\n", encoding="utf-8")
    commit(tree)
    status, errors = shell(tree, line)
    assert status == 2
    assert "is one of the files that are read\n" in errors
    assert git(tree, "status", "--porcelain") == ""


def test_comments_that_go_are_said(tree: Path) -> None:
    ended = "{id: 1, title: A, lead: so-khcn}"
    text = "id: 1\n    title: A # a\n    lead: so-khcn\n    done: 2025-02-03 # d\n    # above\n"
    text += "    evidence: # ev\n      - 1/BC # one\n      # mid\n      - 2/BC\n"
    path = tree / "directives/a.yaml"
    path.write_text(DIRECTIVE.replace(ended, text), encoding="utf-8")
    said = run("reopen", "1/CT-TTg#1", "--lang", "en").stderr
    assert "comments that went too: # d; # ev; # one; # mid\n" in said
    assert "# above" in path.read_text(encoding="utf-8")
    assert "went" not in run(*DONE).stderr


def test_what_changes_while_all_files_are_read_is_not_overwritten(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tree / "directives/a.yaml"
    read = Workplace.all_files

    def reading(self: Workplace) -> Loaded:
        loaded = read(self)
        path.write_text(DIRECTIVE.replace("title: A\n", "title: B\n"), encoding="utf-8")
        return loaded

    monkeypatch.setattr(Workplace, "all_files", reading)
    refused = run("done", "--where", "lead:so-khcn", "-y", "--lang", "en")
    assert refused.exit_code == 2
    assert refused.stderr.startswith("error: directives/a.yaml has changed since it was read\n")
    assert path.read_text(encoding="utf-8") == DIRECTIVE.replace("title: A\n", "title: B\n")
