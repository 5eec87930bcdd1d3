"""Directives from git: a real repository for each test, some of them hostile."""

from __future__ import annotations

import os
import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stcli import history
from stcli.cli.app import app
from stcli.documents.characters import LARGEST_FILE
from stcli.errors import StcliError

VIETNAM = timezone(timedelta(hours=7))
DIRECTIVE = "number: 25/CT-TTg\ntitle: Thị trường\nissuer: thu-tuong\nissued: 2023-10-05\n"
PLAIN = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}


class Repository:
    """A repository in a folder, with commits at the moments that a test names."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, at: str = "2025-01-01T00:00:00+07:00") -> str:
        named = {"GIT_AUTHOR_NAME": "An", "GIT_AUTHOR_EMAIL": "an@example.vn"}
        named |= {"GIT_COMMITTER_NAME": "An", "GIT_COMMITTER_EMAIL": "an@example.vn"}
        dated = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
        done = subprocess.run(
            ("git", "-c", "commit.gpgsign=false", *arguments),
            cwd=self.folder, env=PLAIN | named | dated, capture_output=True, check=True,
        )  # fmt: skip
        return done.stdout.decode().strip()

    def commit(self, at: str = "2025-01-01T00:00:00+07:00", **files: str) -> str:
        for name, text in files.items():
            path = self.folder / name.replace("__", "/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", "x", at=at)
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def read(folder: Path, revision: str) -> dict[str, bytes | str]:
    """Give each file of a revision with its content, or with why it was not read."""
    found = history.sources(folder, history.commit(folder, revision))
    return {
        one.path: str(one.unreadable.message) if one.unreadable else one.content for one in found
    }


def test_the_files_of_a_revision_are_those_that_would_be_read(repository: Repository) -> None:
    folder = repository.folder
    for name in (
        "directives/2023/25 CT-TTg.yaml",
        "directives/đơn-vị.yml",
        "directives/.an/x.yaml",
        "directives/.x.yaml",
        "directives/đọc.md",
        "other/x.yaml",
        "stcli.yaml",
    ):
        write(folder, name, name)
    repository.commit()
    write(folder, "directives/đơn-vị.yml", "later")
    assert read(folder, "HEAD") == {
        "directives/2023/25 CT-TTg.yaml": b"directives/2023/25 CT-TTg.yaml",
        "directives/đơn-vị.yml": "directives/đơn-vị.yml".encode(),
        "stcli.yaml": b"stcli.yaml",
    }


def test_a_root_below_the_top_of_the_repository_has_its_own_files(repository: Repository) -> None:
    write(repository.folder, "so-a/directives/1.yaml", "a")
    write(repository.folder, "so-b/directives/1.yaml", "b")
    repository.commit()
    assert read(repository.folder / "so-a", "HEAD") == {"directives/1.yaml": b"a"}


def test_contents_are_whole_whatever_they_hold(repository: Repository) -> None:
    folder = repository.folder
    (folder / "directives").mkdir()
    contents = {
        "a.yaml": b"",
        "b.yaml": b"x\nblob 3\n\0\xff\n",
        "c.yaml": b"0123456789abcdef0123456789abcdef01234567 blob 1\n",
        "d.yaml": b"no end of line",
        "e.yaml": b"x" * (3 << 20),
        "f.yaml": b"last\n",
    }
    for name, content in contents.items():
        (folder / "directives" / name).write_bytes(content)
    repository.commit()
    found = read(folder, "main")
    assert {name: found[f"directives/{name}"] for name in "abcdf" for name in [f"{name}.yaml"]} == {
        name: content for name, content in contents.items() if name != "e.yaml"
    }
    cut = found["directives/e.yaml"]
    assert len(cut) == LARGEST_FILE + 1  # more than a file may have, which is then said


def test_links_are_named_and_not_followed(repository: Repository, tmp_path: Path) -> None:
    write(tmp_path, "directives/1.yaml", "x")
    (tmp_path / "directives" / "2.yaml").symlink_to("/etc/passwd")
    repository.commit()
    assert read(tmp_path, "HEAD")["directives/2.yaml"] == (
        "the file was not read: links are not followed in a revision"
    )


@pytest.mark.parametrize("revision", ["nope", "--output=zz", "-h", "HEAD:directives", "", "\n"])
def test_what_is_no_revision_is_said(repository: Repository, revision: str) -> None:
    repository.commit(directives__1="x")
    with pytest.raises(StcliError, match="git knows no revision"):
        history.commit(repository.folder, revision)
    assert not (repository.folder / "zz").exists()


def test_a_branch_named_like_an_option_is_a_branch(repository: Repository) -> None:
    hash_ = repository.commit(stcli="x")
    repository.git("update-ref", "refs/heads/--output=zz", hash_)
    assert history.commit(repository.folder, "refs/heads/--output=zz") == hash_
    assert not (repository.folder / "zz").exists()


def test_no_repository_is_said(tmp_path: Path) -> None:
    with pytest.raises(StcliError, match="is in no git repository"):
        history.commit(tmp_path, "HEAD")


def test_no_git_is_said(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit(stcli="x")
    monkeypatch.setenv("PATH", str(repository.folder))
    with pytest.raises(StcliError, match="git is not installed"):
        history.commit(repository.folder, "HEAD")


def test_nothing_that_a_repository_sets_is_run(repository: Repository, tmp_path: Path) -> None:
    write(tmp_path, "directives/1.yaml", "x")
    repository.commit()
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\nexit 0\n", encoding="utf-8")
    trap.chmod(0o755)
    for key in ("core.fsmonitor", "diff.external", "core.pager", "diff.x.textconv", "core.editor"):
        repository.git("config", key, str(trap))
    write(tmp_path, ".gitattributes", "*.yaml diff=x filter=x\n")
    repository.git("config", "filter.x.smudge", str(trap))
    read(tmp_path, "HEAD")
    history.commit_before(tmp_path, datetime(2026, 1, 1, tzinfo=VIETNAM))
    assert not (tmp_path / "sprung").exists()


def test_variables_do_not_point_git_elsewhere(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hash_ = repository.commit(stcli="x")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    assert history.commit(repository.folder, "HEAD") == hash_


def test_the_last_commit_before_a_moment(repository: Repository) -> None:
    first = repository.commit(at="2025-03-01T08:00:00+07:00", stcli="1")
    second = repository.commit(at="2025-03-02T23:59:59+07:00", stcli="2")
    repository.commit(at="2025-03-04T00:00:00+07:00", stcli="3")

    def before(day: int) -> str | None:
        return history.commit_before(repository.folder, datetime(2025, 3, day, tzinfo=VIETNAM))

    assert [before(day) for day in (1, 2, 3, 4)] == [None, first, second, second]


def test_a_history_that_was_cut_off_is_said(repository: Repository, tmp_path: Path) -> None:
    repository.commit(at="2025-03-01T08:00:00+07:00", stcli="1")
    repository.commit(at="2025-03-05T08:00:00+07:00", stcli="2")
    copy = tmp_path / "copy"
    source = f"file://{repository.folder}"
    subprocess.run(
        ("git", "clone", "--quiet", "--depth=1", source, str(copy)), check=True, env=PLAIN
    )
    with pytest.raises(StcliError, match="does not reach back to 2025-03-03") as caught:
        history.commit_before(copy, datetime(2025, 3, 3, tzinfo=VIETNAM))
    assert "fetch-depth: 0" in str(caught.value.help)
    with pytest.raises(StcliError) as missing:
        history.commit(copy, "HEAD~1")
    assert "fetch-depth: 0" in str(missing.value.help)


def test_every_command_reads_a_revision(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = "tasks:\n  - {id: 1, title: Rà soát, lead: bo-khcn, due: 2024-01-31}\n"
    agencies = "agencies:\n  - {id: thu-tuong, name: Thủ tướng}\n  - {id: bo-khcn, name: Bộ}\n"
    write(repository.folder, "directives/agencies.yaml", agencies)
    write(repository.folder, "directives/1.yaml", DIRECTIVE + task)
    repository.commit()
    done = task.replace("2024-01-31}", "2024-01-31, done: 2024-01-30, evidence: 1/BC-BKHCN}")
    write(repository.folder, "directives/1.yaml", DIRECTIVE + done)
    monkeypatch.chdir(repository.folder)

    def out(*words: str) -> str:
        return CliRunner().invoke(app, [*words, "--as-of", "2024-02-02"]).stdout

    assert out("overdue").startswith("nothing is overdue")
    assert out("overdue", "--rev", "HEAD").startswith("1 overdue task")
    assert "overdue" in out("show", "25#1", "--rev", "main")
    assert "evidence" not in out("check", "--rev", "HEAD")


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> None:
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Bình")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "binh@example.vn")


@pytest.mark.usefixtures("named")
def test_what_is_recorded_is_these_files_alone(repository: Repository) -> None:
    repository.commit(**{"directives__a.yaml": "a", "directives__b.yaml": "b", "c.txt": "c"})
    folder = repository.folder
    for name in ("directives/a.yaml", "directives/--new.yaml", "directives/b.yaml", "c.txt"):
        write(folder, name, "x")
    repository.git("add", "c.txt")
    history.record(folder, ["directives/a.yaml", "directives/--new.yaml"], "-a\n\nhai")
    assert repository.git("log", "-1", "--format=%an|%B") == "Bình|-a\n\nhai"
    changed = repository.git("show", "--format=", "--name-only", "HEAD").split()
    assert changed == ["directives/--new.yaml", "directives/a.yaml"]
    assert repository.git("status", "--porcelain").split("\n") == [
        "M  c.txt",
        " M directives/b.yaml",
    ]


@pytest.mark.usefixtures("named")
def test_hooks_run_for_who_asks_for_a_commit(repository: Repository) -> None:
    repository.commit(**{"directives__a.yaml": "a"})
    hook = repository.folder / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'check says no' >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    write(repository.folder, "directives/a.yaml", "x")
    with pytest.raises(StcliError) as caught:
        history.record(repository.folder, ["directives/a.yaml"], "x")
    assert str(caught.value) == (
        "the files are changed, but git did not commit them: check says no"
    )
    assert repository.git("log", "--format=%s").split("\n") == ["x"]
    assert repository.git("diff", "--cached", "--name-only") == ""
    write(repository.folder, "directives/new.yaml", "x")
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    with pytest.raises(StcliError, match="it ended with status 1, as where a hook refuses"):
        history.record(repository.folder, ["directives/new.yaml"], "x")
    assert repository.git("ls-files").split("\n") == ["directives/a.yaml"]


@pytest.mark.usefixtures("named")
def test_what_git_has_already_is_not_committed(repository: Repository) -> None:
    repository.commit(**{"directives__a.yaml": "a", "directives__b.yaml": "b"})
    write(repository.folder, "directives/b.yaml", "x")
    assert not history.record(repository.folder, ["directives/a.yaml"], "again")
    assert repository.git("log", "--format=%s").split("\n") == ["x"]
    assert history.record(repository.folder, ["directives/b.yaml"], "once")
    assert repository.git("log", "--format=%s").split("\n") == ["once", "x"]
