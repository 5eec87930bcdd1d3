"""Several outputs of one `check`: to standard output, into files, and the summary of a step."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pipelines import command, validated
from typer.testing import CliRunner, Result

from stcli.cli import outputs
from stcli.cli.app import app
from stcli.cli.check import FORMATS
from stcli.render.diagnostics.step_summary import LIMIT

DIRECTIVE = """\
number: 25/CT-TTg
title: Phát triển thị trường
issuer: thu-tuong
issued: 2023-10-05
tasks:
  - {id: 1, title: Xây dựng đề án, lead: bo-la}
  - {id: 2, title: Lấy ý kiến}
"""
Check = Callable[..., Result]


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    (tmp_path / "directives").mkdir()
    (tmp_path / "directives" / "a.yaml").write_text(DIRECTIVE, encoding="utf-8")
    listed = "agencies:\n  - {id: thu-tuong, name: Thủ tướng}\n"
    (tmp_path / "directives" / "agencies.yaml").write_text(listed, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Result:
        return CliRunner().invoke(app, ["check", "--as-of", "2024-01-01", *words])

    return run


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()} - {"directives"}


def test_several_formats_at_once(check: Check, tmp_path: Path) -> None:
    result = check("-f", "text", "-f", "sarif=out.sarif", "--format", "junit=report.xml")
    assert result.exit_code == 1
    assert result.stdout.startswith("directives/a.yaml:6:42: error[unknown-agency]")
    assert result.stderr == "1 error, 1 warning in 2 files\n"
    assert names(tmp_path) == {"out.sarif", "report.xml"}
    sarif = validated("sarif", (tmp_path / "out.sarif").read_text(encoding="utf-8"))
    assert len(sarif["runs"][0]["results"]) == 2
    assert 'tests="3"' in (tmp_path / "report.xml").read_text(encoding="utf-8")
    assert result.stdout == check().stdout


def test_files_alone_leave_standard_output_empty(check: Check, tmp_path: Path) -> None:
    result = check("-f", "json=a.json", "-q")
    assert (result.stdout, result.stderr, result.exit_code) == ("", "", 1)
    assert json.loads((tmp_path / "a.json").read_bytes())["summary"]["error"] == 1


def test_the_one_without_a_file_goes_to_output(check: Check, tmp_path: Path) -> None:
    result = check("-f", "concise", "-f", "json=a.json", "-o", "b.txt")
    assert result.stdout == ""
    assert len((tmp_path / "b.txt").read_text(encoding="utf-8").splitlines()) == 2
    assert check("-f", "concise=-", "-f", "json=a.json").stdout.count("\n") == 2


def test_formats_come_from_the_environment_too(
    check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STCLI_FORMAT", "concise gitlab=g.json")
    assert check().stdout.count("\n") == 2
    assert names(tmp_path) == {"g.json"}
    assert check("-f", "json").stdout.startswith("{")


def test_elsewhere_the_last_format_counts(check: Check) -> None:
    assert check is not None
    result = CliRunner().invoke(app, ["status", "-f", "csv", "-f", "json"])
    assert result.stdout.startswith("{")
    result = CliRunner().invoke(app, ["-f", "csv", "status", "-f", "json"])
    assert result.stdout.startswith("{")
    result = CliRunner().invoke(app, ["status", "-f", "json=x.json"])
    assert result.stderr.startswith("error: there is no format `json=x.json` here\n")
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("words", "message", "remedy"),
    [
        (
            "-f text -f json",
            "text and json cannot both go to one place",
            "name a file for one of them: --format json=FILE",
        ),
        ("-f text -f json=-", "text and json cannot both go to one place", "--format json=FILE"),
        ("-f pdf=a.pdf", "there is no format `pdf` here", "text, concise, json, github"),
        ("-f json=a -f pdf", "there is no format `pdf` here", "rdjson"),
        ("-f =a", "there is no format `` here", "rdjson"),
        ("-f json=", "`json=` names no file", "write it as --format json=FILE"),
        ("-f json=a -f sarif=./a", "two formats would go to a", "a file of its own for each"),
        ("-f json=a -f sarif=link", "two formats would go to link", "a file of its own for each"),
        ("-f json=a -f text -o a", "two formats would go to a", "a file of its own for each"),
        ("-f json=a -o b", "--output has nothing to hold", "leave --output out"),
        ("-f json=a -f sarif=directives", "directives could not be written: it is a folder", ""),
        ("-f json=a -f sarif=no/b", "no/b could not be written: there is no such folder", ""),
        ("-o no/b", "no/b could not be written: there is no such folder", ""),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_written(
    check: Check, tmp_path: Path, words: str, message: str, remedy: str
) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "a")
    result = check(*words.split())
    assert result.exit_code == 2
    assert result.stdout == ""
    first, *second = result.stderr.splitlines()
    assert message in first
    assert remedy in "".join(second)
    assert names(tmp_path) == {"link"}


def test_a_file_is_replaced_whole_or_stays(
    check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.json"
    file.write_text("before", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", full)
    result = check("-f", "json=a.json", "-f", "text")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "a.json could not be written" in result.stderr
    assert file.read_text(encoding="utf-8") == "before"
    assert names(tmp_path) == {"a.json"}


def full(descriptor: int) -> None:
    assert descriptor
    raise OSError(28, "No space left on device")


def test_a_link_stays_one_and_leads_to_the_new_text(check: Check, tmp_path: Path) -> None:
    (tmp_path / "real").write_text("before", encoding="utf-8")
    (tmp_path / "link").symlink_to("real")
    check("-f", "json=link", "-q")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8").startswith("{")


def test_a_device_is_written_to_and_stays(check: Check, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert check("-f", "concise=pipe", "-q").exit_code == 1
    assert os.read(reading, 100_000).count(b"\n") == 2
    os.close(reading)
    assert pipe.is_fifo()


def test_a_device_that_is_full_is_said(check: Check) -> None:
    result = check("-f", "concise=/dev/full")
    assert result.exit_code == 2
    assert result.stderr == "error: /dev/full could not be written: the disk is full\n"


def test_paths_start_at_the_top_of_the_repository(check: Check, tmp_path: Path) -> None:
    root = tmp_path / "một nơi"
    root.mkdir()
    (tmp_path / "directives").rename(root / "directives")
    (tmp_path / ".git").mkdir()
    found = command(check("-C", "một nơi", "-f", "github").stdout.splitlines()[0])
    assert found is not None
    assert found.properties["file"] == "một nơi/directives/a.yaml"
    (record, _) = json.loads(check("-C", "một nơi", "-f", "gitlab").stdout)
    assert record["location"]["path"] == "một nơi/directives/a.yaml"
    assert outputs.folder_of(tmp_path) == ""
    (tmp_path / ".git").rmdir()
    assert outputs.folder_of(root) == ""


def test_only_what_is_below_a_path_is_in_a_report(check: Check) -> None:
    assert "a.yaml" not in check("directives/agencies.yaml", "-f", "junit").stdout
    assert 'tests="1"' in check("directives/agencies.yaml", "-f", "junit").stdout


def test_a_report_fails_where_the_run_does(check: Check) -> None:
    assert 'failures="1"' in check("-f", "junit").stdout
    assert 'failures="2"' in check("-f", "junit", "--fail-on", "warning").stdout


def test_the_summary_of_a_step(
    check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "summary.md"
    monkeypatch.setenv(outputs.STEP_SUMMARY, str(file))
    check("-f", "text")
    assert not file.exists()
    check("-f", "text", "-f", "github=log")
    once = file.read_text(encoding="utf-8")
    assert once.startswith("### stcli check\n\n1 error, 1 warning in 2 files\n\n| weight |")
    assert once.count("\n| error |") == once.count("\n| warning |") == 1
    check("-f", "github")
    assert file.read_text(encoding="utf-8") == f"{once}\n{once}"
    file.write_text("x" * (LIMIT - 1_000), encoding="utf-8")
    check("-f", "github")
    assert LIMIT - 1_000 < file.stat().st_size <= LIMIT
    file.write_text("x" * (LIMIT - 10), encoding="utf-8")
    check("-f", "github")
    assert file.stat().st_size == LIMIT - 10


def test_a_summary_that_cannot_be_written_stops_nothing(
    check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(outputs.STEP_SUMMARY, str(tmp_path / "no" / "summary.md"))
    result = check("-f", "github", "-q")
    assert result.exit_code == 1
    assert result.stdout.startswith("::error file=")
    assert result.stderr == (
        "note: the summary of the step was not written: there is no such folder\n"
    )


def test_what_sarif_leaves_out_is_said(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stcli.render.diagnostics.sarif.MOST", 1)
    result = check("-f", "sarif=a.sarif", "-q")
    assert result.stderr == "note: findings left out of SARIF, as GitHub takes 1 at most: 1\n"


README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
PIPELINES = re.compile(r"(?<=<!-- pipelines -->\n)```.*?```", re.DOTALL)
EXAMPLES = re.findall(r"stcli check ((?:-f \S+ ?)+)", "".join(PIPELINES.findall(README)))


@pytest.mark.parametrize("words", EXAMPLES)
def test_the_examples_of_the_readme_run(check: Check, tmp_path: Path, words: str) -> None:
    asked = words.replace(")", "").split()[1::2]
    result = check(*words.replace(")", "").split())
    assert result.exit_code == 1
    assert names(tmp_path) == {word.partition("=")[2] for word in asked if "=" in word}
    assert result.stdout


def test_the_readme_has_all_formats() -> None:
    section = README.partition("## In CI\n")[2].partition("\n## ")[0]
    assert tuple(re.findall(r"^\| `([a-z]+)` \|", section, re.MULTILINE)) == FORMATS
    assert len(EXAMPLES) == 5
    assert {word.partition("=")[0] for one in EXAMPLES for word in one.split()[1::2]} >= {
        "github", "sarif", "gitlab", "junit", "rdjson",
    }  # fmt: skip
