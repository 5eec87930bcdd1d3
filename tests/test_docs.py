"""What the documents promise is what happens."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stcli.cli.app import app

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
TOUR = re.compile(r"(?<=<!-- tour -->\n```console\n)(.*?)(?=```\n)", re.DOTALL)


def replayed(block: re.Match[str]) -> str:
    lines: list[str] = []
    for line in block.group().splitlines():
        if line.startswith("$ stcli "):
            result = CliRunner().invoke(app, shlex.split(line)[2:])
            assert result.exit_code == 0, line
            lines += ["", line] if lines else [line]
            lines += [one.rstrip() for one in result.stdout.splitlines()]
    return "\n".join(lines) + "\n"


def test_the_tour_of_the_readme_is_what_comes_back(
    monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    monkeypatch.chdir(ROOT)
    text = README.read_text(encoding="utf-8")
    found = TOUR.sub(replayed, text)
    if pytestconfig.getoption("--update"):
        README.write_text(found, encoding="utf-8")
    assert found == text
    assert text.count("$ stcli ") >= 8


def test_pictures_and_links_of_the_documents_exist() -> None:
    for document in ROOT.glob("*.md"):
        text = re.sub(r"`[^`\n]*`", "", document.read_text(encoding="utf-8"))
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            assert "://" in target or (ROOT / target).exists(), f"{document.name}: {target}"


def commands() -> list[str]:
    help_page = CliRunner().invoke(app, ["--help"]).stdout
    return re.findall(r"^  ([a-z]+)  ", help_page.partition("Commands:")[2], re.MULTILINE)


def test_every_command_has_a_page_with_purpose_examples_and_exit_statuses() -> None:
    assert len(commands()) >= 8
    for command in commands():
        page = CliRunner().invoke(app, [command, "--help"]).stdout
        assert "Examples: stcli " in page, command
        assert "Exit status: 0" in page, command


def test_no_text_names_a_registry() -> None:
    tracked = [*ROOT.glob("[A-Za-z]*.*"), *ROOT.glob(".ci/*"), *ROOT.glob("stcli/**/*.py")]
    for path in tracked:
        if path.is_file() and path.suffix in {".md", ".toml", ".txt", ".py", ""}:
            text = path.read_text(encoding="utf-8")
            assert "pypi.org" not in text, path
