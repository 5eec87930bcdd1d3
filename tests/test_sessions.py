"""Sessions: what a person types, and everything that comes back.

`tests/sessions/NAME.txt` holds `$ stcli ...` lines, each followed by its whole standard output, the
lines of standard error after `! `, and `? STATUS`. A first line `# tree: NAME` says which of
`tests/data/` it runs in; without one it is this repository. `pytest --update` writes what comes
back; the diff is what to review.
"""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stcli.cli.app import app

HERE = Path(__file__).parent
SESSIONS = sorted((HERE / "sessions").glob("*.txt"))


def replayed(text: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tree(text))
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("#"):
            lines.append(line)
        if line.startswith("$ "):
            lines += ["", line] if lines and not lines[-1].startswith("#") else [line]
            lines += came_back(shlex.split(line.removeprefix("$ ")))
    return "\n".join(lines) + "\n"


def tree(text: str) -> Path:
    first = text.partition("\n")[0]
    named = first.removeprefix("# tree: ")
    return HERE.parent if named == first else HERE / "data" / named


def came_back(words: list[str]) -> list[str]:
    assert words[0] == "stcli"
    result = CliRunner().invoke(app, words[1:])
    out = [line.rstrip() for line in result.stdout.splitlines()]
    said = [f"! {line}".rstrip() for line in result.stderr.splitlines()]
    return [*out, *said, f"? {result.exit_code}"]


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_session(path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config) -> None:
    expected = path.read_text(encoding="utf-8")
    found = replayed(expected, monkeypatch)
    if pytestconfig.getoption("--update"):
        path.write_text(found, encoding="utf-8")
    assert found == expected
