"""Completion in real shells on a real terminal: what stands on the line after the key Tab.

bash is always there. zsh and fish are asked where they are installed; what their scripts are
answered is tested without them in test_completing.py, and that these scripts ask so, here.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from stcli.cli.app import app
from stcli.cli.start import SHELLS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
TREE = Path(__file__).parent / "data" / "recurring"
INSTALLED = tuple(shell for shell in SHELLS if shutil.which(shell))
PATIENCE = 30  # seconds, for a machine that does other things too

SHOW_LINE = {
    "bash": r"""bind -x '"\C-t": printf "\n<<%s|%s>>\n" "${READLINE_LINE:0:READLINE_POINT}"'""",
    "zsh": "line() { print; print -r -- \"<<$LBUFFER|>>\" }; zle -N line; bindkey '^T' line",
}
START = {"bash": ("bash", "--norc", "--noprofile", "-i"), "zsh": ("zsh", "-f", "-i")}
PREPARE = {
    "bash": 'eval "$(stcli completion bash)"',
    "zsh": 'autoload -Uz compinit; compinit -u -D; eval "$(stcli completion zsh)"; LISTMAX=9999',
}


class Terminal:
    """A shell on a terminal, to which keys are sent."""

    def __init__(self, shell: str, environment: dict[str, str]) -> None:
        self.child, self.screen = pty.fork()
        if self.child == 0:
            os.chdir(TREE)
            os.execvpe(shell, START[shell], environment)  # noqa: S606 - a shell to be tested
        fcntl.ioctl(self.screen, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 300, 0, 0))
        self.send(f"PS1='$ '; {SHOW_LINE[shell]}; {PREPARE[shell]}; printf '<<%s>>\\n' ready\n")
        self.until(r"<<ready>>")

    def completed(self, typed: str) -> str:
        """Give the line up to the cursor after typing a text and pressing Tab."""
        self.send(f"{typed}\t\x14")
        shown = self.until(r"<<([^\n]*?)\|>>").group(1)
        self.send("\x15\x0b")
        return shown

    def send(self, keys: str) -> None:
        os.write(self.screen, keys.encode())

    def until(self, wanted: str) -> re.Match[str]:
        """Wait for what a pattern describes; what comes until then is on the screen."""
        shown, end = b"", time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if select.select([self.screen], [], [], 0.2)[0]:
                shown += os.read(self.screen, 65_536)
                found = re.search(wanted, shown.decode(errors="replace"))
                if found:
                    return found
        pytest.fail(f"{wanted} never came, but {shown.decode(errors='replace')!r}")

    def close(self) -> None:
        os.close(self.screen)
        os.waitpid(self.child, 0)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give an environment in which `stcli` is this program, and nothing of the user's own."""
    folder = tmp_path_factory.mktemp("home")
    program = folder / "stcli"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m stcli "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    return kept | {
        "HOME": str(folder), "ZDOTDIR": str(folder), "XDG_CONFIG_HOME": str(folder),
        "XDG_DATA_HOME": str(folder), "PATH": f"{folder}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT), "TERM": "dumb", "LC_ALL": "C.UTF-8",
        "STCLI_AS_OF": "2025-07-01", "INPUTRC": "/dev/null",
    }  # fmt: skip


@pytest.fixture(scope="module", params=[shell for shell in INSTALLED if shell in START])
def terminal(request: pytest.FixtureRequest, environment: dict[str, str]) -> Iterator[Terminal]:
    opened = Terminal(request.param, environment)
    yield opened
    opened.close()


LINES = [
    ("stcli sho", "stcli show "),
    ("stcli status --by ag", "stcli status --by agency "),
    ("stcli --lang=v", "stcli --lang=vi "),
    ("stcli list lead:so-kh", "stcli list lead:so-khcn "),
    ("stcli list lead:hiep-hoi,so-kh", "stcli list lead:hiep-hoi,so-khcn "),
    ("stcli list -lead:so-kh", "stcli list -lead:so-khcn "),
    ("stcli list lead:tai", "stcli list lead:so-tai-chinh "),
    ("stcli list lead:hội", "stcli list lead:hiep-hoi "),
    ("stcli list respo", "stcli list responsible:"),
    ("stcli -q show 18", "stcli -q show 18/UBND-TH"),
    ("stcli tree 18", "stcli tree 18/UBND-TH "),
    ("stcli show 15/KH-UBND#3", "stcli show 15/KH-UBND#3 "),
    ("stcli show 15/KH-UBND#1@2025-Q1", "stcli show 15/KH-UBND#1@2025-Q1 "),
    ("stcli explain several-l", "stcli explain several-leads "),
    ("stcli -C dire", "stcli -C directives/"),
    ("stcli check stcli.y", "stcli check stcli.yaml "),
    ("stcli show no-such-thing", "stcli show no-such-thing"),
]


def plain(shown: str) -> str:
    """Give a line without what a shell escapes in it although it need not."""
    return shown.replace("\\#", "#")


@pytest.mark.parametrize(("typed", "expected"), LINES)
def test_a_line_is_completed(terminal: Terminal, typed: str, expected: str) -> None:
    assert plain(terminal.completed(typed)) == expected


def test_a_word_in_quotes_is_completed(terminal: Terminal) -> None:
    assert terminal.completed('stcli list "lead:so-kh').startswith('stcli list "lead:so-khcn"')


def test_errors_stay_out_of_the_line(terminal: Terminal) -> None:
    assert terminal.completed("stcli -C /nowhere show x") == "stcli -C /nowhere show x"
    assert terminal.completed("stcli --as-of never show 15/KH-UBND#1@") == (
        "stcli --as-of never show 15/KH-UBND#1@"
    )


def test_bash_is_here() -> None:
    assert "bash" in INSTALLED


@pytest.mark.parametrize("shell", [shell for shell in INSTALLED if shell == "fish"])
def test_fish_completes(shell: str, environment: dict[str, str]) -> None:
    for typed, expected in LINES:
        if typed == "stcli list lead:hội":
            continue  # fish drops what does not hold the letters that were typed
        script = 'stcli completion fish | source; complete -C "$argv[1]"'
        done = subprocess.run(
            (shell, "-N", "-c", script, typed),
            capture_output=True, text=True, check=True, cwd=TREE, env=environment,
        )  # fmt: skip
        first = done.stdout.partition("\n")[0].partition("\t")[0]
        words = typed.rpartition(" ")[0]
        assert done.stderr == ""
        assert f"{words} {first or typed.rpartition(' ')[2]}" == expected.rstrip(), typed


def script(shell: str) -> str:
    return CliRunner().invoke(app, ["completion", shell]).stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_asks_as_the_answers_are_tested(shell: str) -> None:
    text = script(shell)
    (line,) = [
        one
        for one in text.splitlines()
        if f'command" completion {shell} -- ' in one or (f"$command completion {shell} -- " in one)
    ]
    handed = {
        "bash": '"${COMP_LINE:0:$COMP_POINT}" "$2"',
        "zsh": '"${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}"',
        "fish": '$words "$current"',
    }
    assert f" -- {handed[shell]}" in line
    assert "2>/dev/null </dev/null" in text


@pytest.mark.parametrize("shell", INSTALLED)
def test_a_script_is_well_formed(shell: str, tmp_path: Path) -> None:
    path = tmp_path / "script"
    path.write_text(script(shell), encoding="utf-8")
    done = subprocess.run((shell, "-n", str(path)), capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
