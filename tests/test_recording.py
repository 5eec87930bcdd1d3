"""Recording in trees that are against it: odd names, links, doubles, files with errors."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from stcli.cli.app import app

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
