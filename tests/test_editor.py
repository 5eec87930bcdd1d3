"""`stcli edit`: an editor on a real terminal, at the right line, and what is said afterwards."""

from __future__ import annotations

import os
import pty
import sys
from pathlib import Path

import pytest
from test_process import PLAIN, STCLI, run

from stcli.cli.edits.by_hand import command

AGENCIES = "agencies:\n  - {id: thu-tuong, name: Thủ tướng}\n  - {id: so-khcn, name: Sở KH&CN}\n"
DIRECTIVE = (
    "number: 1/CT-TTg\ntitle: A\nissuer: thu-tuong\nissued: 2025-01-06\ntasks:\n"
    "  - {id: 1, title: A, lead: so-khcn}\n"
    "  - {id: 2, title: B, lead: so-khcn}\n"
)
EDITOR = """\
import sys
from pathlib import Path

log, line, path = sys.argv[1:]
changes = Path(log).with_name("changes").read_text(encoding="utf-8").splitlines()
with open(log, "a") as stream:
    stream.write(f"{line} {Path(path).name}\\n")
text = Path(path).read_text(encoding="utf-8")
done = Path(log).read_text().count("\\n") - 1
if done < len(changes):
    before, after = changes[done].split("=>")
    assert before in text, text
    Path(path).write_text(text.replace(before, after), encoding="utf-8")
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "directives").mkdir()
    (tmp_path / "directives/agencies.yaml").write_text(AGENCIES, encoding="utf-8")
    (tmp_path / "directives/a.yaml").write_text(DIRECTIVE, encoding="utf-8")
    (tmp_path / "vim").write_text(f"#!{sys.executable}\n{EDITOR}", encoding="utf-8")
    (tmp_path / "vim").chmod(0o755)
    return tmp_path


def edited(
    tree: Path, reference: str, *changes: str, answers: bytes = b"", lang: str = "en"
) -> tuple[int, str, list[str]]:
    """Edit on a real terminal; give the status, what was shown, and what the editor was given."""
    log = tree / "log"
    (tree / "changes").write_text("\n".join(changes), encoding="utf-8")
    editor = f"{tree / 'vim'} {log}"
    child, screen = pty.fork()
    if child == 0:
        words = (*STCLI, "-C", str(tree), "edit", reference, "--lang", lang)
        chosen = {"EDITOR": editor, "NO_COLOR": "1", "COLUMNS": "80"}
        os.execvpe(sys.executable, words, PLAIN | chosen)  # noqa: S606 - our own
    os.write(screen, answers)
    shown = b""
    try:
        while part := os.read(screen, 65_536):
            shown += part
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(screen)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return status, shown.decode(), log.read_text().splitlines() if log.exists() else []


@pytest.mark.parametrize(
    ("reference", "opened"),
    [
        ("1/CT-TTg", "+1 a.yaml"),
        ("1/CT-TTg#2", "+7 a.yaml"),
        ("ct-ttg#1", "+6 a.yaml"),
        ("so khcn", "+3 agencies.yaml"),
        ("directives/a.yaml", "+1 a.yaml"),
        ("directives/a.yaml#2", "+7 a.yaml"),
    ],
)
def test_it_opens_at_the_line(tree: Path, reference: str, opened: str) -> None:
    status, shown, log = edited(tree, reference)
    assert (status, log) == (0, [opened])
    assert "1 file, nothing wrong" in shown


def test_errors_are_shown_and_the_editor_opens_again(tree: Path) -> None:
    changes = ("title: B=>titel: B", "titel: B=>title: C")
    status, shown, log = edited(tree, "1/CT-TTg#2", *changes, answers=b"\n")
    assert status == 0
    assert log == ["+7 a.yaml", "+7 a.yaml"]
    assert "a.yaml:7:13: error[unknown-key] `titel` is not a key of the format" in shown
    assert "open it again? [Y/n]" in shown
    assert "nothing wrong" in shown
    assert "title: C" in (tree / "directives/a.yaml").read_text(encoding="utf-8")


def test_whoever_leaves_errors_is_told_by_the_status(tree: Path) -> None:
    status, shown, log = edited(tree, "1/CT-TTg#2", "title: B=>titel: B", answers=b"k\n", lang="vi")
    assert (status, len(log)) == (1, 1)
    assert "mở lại? [C/k]" in shown
    again = edited(tree, "1/CT-TTg#2", answers=b"n\n")[2]
    assert again[-1] == "+7 a.yaml"  # a file with errors opens at the first of them


def test_a_warning_keeps_nobody(tree: Path) -> None:
    status, shown, _ = edited(tree, "1/CT-TTg#2", "title: B, lead: so-khcn=>title: B")
    assert status == 0
    assert "warning[task-without-lead]" in shown
    assert "again" not in shown
    status, shown, _ = edited(tree, "1/CT-TTg#2", "title: A=>title: C")
    assert status == 0
    assert "nothing new; what was found before: stcli check directives/a.yaml" in shown


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("/nowhere/editor", b"/nowhere/editor could not be started"),
        ("'", b"EDITOR cannot be read as a command"),
        ("false", b"false ended with status 1"),
    ],
)
def test_an_editor_that_does_not_work(tree: Path, editor: str, said: bytes) -> None:
    child, screen = pty.fork()
    if child == 0:
        words = (*STCLI, "-C", str(tree), "edit", "1/CT-TTg", "--lang", "en")
        os.execvpe(sys.executable, words, PLAIN | {"EDITOR": editor})  # noqa: S606 - our own
    shown = b""
    try:
        while part := os.read(screen, 65_536):
            shown += part
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(screen)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 2
    assert said in shown


def test_without_a_terminal_it_says_what_to_do(tree: Path) -> None:
    done = run("-C", str(tree), "edit", "1/CT-TTg", EDITOR="vim")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.splitlines() == [
        b"error: an editor needs a terminal",
        b"help: edit the file itself; where it is: stcli show 1/CT-TTg",
    ]


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("vim", ["vim", "+7", "a.yaml"]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+7", "a.yaml"]),
        ("hx", ["hx", "a.yaml:7"]),
        ("code --wait", ["code", "--wait", "--goto", "a.yaml:7"]),
        ("something", ["something", "a.yaml"]),
    ],
)
def test_editors_are_told_the_line_as_they_take_it(editor: str, words: list[str]) -> None:
    assert command(editor.split(), Path("a.yaml"), 7) == words
