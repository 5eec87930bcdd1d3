"""Sessions: what a person types, and everything that comes back.

`tests/sessions/NAME.txt` holds `$ stcli ...` lines, each followed by its whole standard output, the
lines of standard error after `! `, and `? STATUS`. A first line `# tree: NAME` says which of
`tests/data/` it runs in; without one it is this repository. `# copy: NAME` is a copy of it, in a
git repository of its own, that commands may write to; `$ git ...` shows there what they wrote.
`pytest --update` writes what comes back; the diff is what to review.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stcli.cli.app import app

HERE = Path(__file__).parent
SESSIONS = sorted((HERE / "sessions").glob("*.txt"))


def replayed(text: str, room: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tree(text, room))
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("#"):
            lines.append(line)
        if line.startswith("$ "):
            lines += ["", line] if lines and not lines[-1].startswith("#") else [line]
            lines += came_back(shlex.split(line.removeprefix("$ ")))
    return "\n".join(lines) + "\n"


def tree(text: str, room: Path) -> Path:
    kind, _, name = text.partition("\n")[0].partition(": ")
    match kind:
        case "# tree":
            return HERE / "data" / name
        case "# copy":
            copy = shutil.copytree(HERE / "data" / name, room / name)
            for words in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "as it was")):
                subprocess.run(("git", *words), cwd=copy, check=True)
            return copy
        case _:
            return HERE.parent


def came_back(words: list[str]) -> list[str]:
    if words[0] == "git":
        shown = subprocess.run(words, capture_output=True, text=True, check=True).stdout
        return [line.rstrip() for line in shown.splitlines() if not line.startswith("index ")]
    assert words[0] == "stcli"
    result = CliRunner().invoke(app, words[1:])
    out = [line.rstrip() for line in result.stdout.splitlines()]
    said = [f"! {line}".rstrip() for line in result.stderr.splitlines()]
    return [*out, *said, f"? {result.exit_code}"]


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_session(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "An")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "an@example.vn")
    expected = path.read_text(encoding="utf-8")
    found = replayed(expected, tmp_path, monkeypatch)
    if pytestconfig.getoption("--update"):
        path.write_text(found, encoding="utf-8")
    assert found == expected
