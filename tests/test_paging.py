"""Long answers on a terminal go through a pager, and nothing else about them changes."""

from __future__ import annotations

import os
import pty
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from stcli.cli.paging import pager

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parent.parent
STCLI = (sys.executable, "-m", "stcli")
PAGER = """\
import os, signal, sys
log = open(sys.argv[1], "a", encoding="utf-8")
signal.signal(signal.SIGINT, lambda *_: print("interrupted", file=log, flush=True))
if "leave" in sys.argv:
    print("left after", len(sys.stdin.readline()), file=log)
    sys.exit()
read = sys.stdin.read()
print(os.environ["LESS"], read.count("\\n"), chr(27) in read, file=log, flush=True)
if "wait" in sys.argv:
    open("/dev/tty").readline()
print("done paging", flush=True)
"""
DIRECTIVE = "number: 1/CT-X\ntitle: Về việc\nissuer: a\nissued: 2025-01-05\ntasks:\n"
TASK = "  - {{id: {0}, title: Việc thứ {0}, lead: a, due: 2025-02-01}}\n"
DAY = ("--as-of", "2025-03-01")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    folder = tmp_path / "root" / "directives"
    folder.mkdir(parents=True)
    (folder / "agencies.yaml").write_text("agencies: [{id: a, name: A}]\n", encoding="utf-8")
    tasks = "".join(map(TASK.format, range(1, 61)))
    (folder / "a.yaml").write_text(DIRECTIVE + tasks, encoding="utf-8")
    (tmp_path / "pager.py").write_text(PAGER, encoding="utf-8")
    return tmp_path / "root"


def looked_at(
    tree: Path,
    *words: str,
    how: str = "",
    keys: bytes = b"",
    more: Mapping[str, str] | None = None,
) -> tuple[int, str, list[str]]:
    """Look on a real terminal of 24 lines; give the status, what was shown, and the pager's log."""
    folder = tree.parent
    log = folder / "log"
    log.unlink(missing_ok=True)
    plain = {one: os.environ[one] for one in ("PATH", "HOME") if one in os.environ}
    chosen = {
        **plain,
        "PYTHONPATH": str(ROOT),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "TERM": "xterm",
        "LINES": "24",
        "STCLI_PAGER": f"{sys.executable} {folder / 'pager.py'} {log} {how}",
    } | dict(more or {})
    child, screen = pty.fork()
    if child == 0:
        try:
            os.chdir(folder)
            os.execvpe(sys.executable, (*STCLI, "-C", str(tree), *words), chosen)  # noqa: S606
        finally:
            os._exit(127)
    shown, patience = b"", time.monotonic() + 60
    try:
        while True:
            if keys and log.exists() and "\n" in log.read_text(encoding="utf-8"):
                os.write(screen, keys[:1])
                keys = keys[1:]
                time.sleep(0.2)
                continue
            if keys:
                assert time.monotonic() < patience, "the pager has not begun"
                time.sleep(0.02)
                continue
            shown += os.read(screen, 65_536)
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(screen)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    said = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return status, shown.decode(), said


@pytest.mark.parametrize(
    "words",
    [
        ("overdue",),
        ("list", "lead:a"),
        ("list", "--sort", "-due"),
        ("list", "-f", "json"),
        ("list", "-f", "csv"),
        ("overdue", "-f", "markdown"),
        ("show", "1/CT-X"),
    ],
    ids=" ".join,
)
def test_a_long_answer_is_read_in_the_pager(tree: Path, words: tuple[str, ...]) -> None:
    for _ in range(2):  # without the index, and from it
        status, shown, log = looked_at(tree, *words, *DAY, "--color", "always")
        assert status == 0
        assert "Việc thứ 7" not in shown
        assert "done paging" in shown
        less, count, colored = log[0].split()
        assert less == "FRX"
        assert int(count) > 60
        assert colored == str("-f" not in words)


def test_the_pager_gets_what_would_have_been_shown(tree: Path) -> None:
    _, plain, _ = looked_at(tree, "list", *DAY, "--no-pager", "--color", "never")
    status, shown, _ = looked_at(
        tree, "list", *DAY, "--color", "never", more={"STCLI_PAGER": "tail -n +1"}
    )
    assert (status, shown) == (0, plain)
    assert "Việc thứ 60" in plain


def test_a_short_answer_is_shown(tree: Path) -> None:
    status, shown, log = looked_at(tree, "list", "id:7", *DAY)
    assert (status, log) == (0, [])
    assert "Việc thứ 7" in shown


@pytest.mark.parametrize(
    ("words", "more"),
    [
        (("--no-pager",), {}),
        ((), {"TERM": "dumb"}),
        ((), {"CI": "true"}),
        ((), {"STCLI_PAGER": ""}),
        ((), {"STCLI_PAGER": "cat"}),
        ((), {"STCLI_PAGER": "no-such-program-anywhere"}),
    ],
    ids=str,
)
def test_where_none_is_wanted_all_is_shown(
    tree: Path, words: tuple[str, ...], more: dict[str, str]
) -> None:
    status, shown, log = looked_at(tree, "overdue", *DAY, *words, more=more)
    assert (status, log) == (0, [])
    assert "Việc thứ 7" in shown
    assert "Việc thứ 60" in shown


def test_a_pager_that_is_left_early_keeps_the_status(tree: Path) -> None:
    many = DIRECTIVE + "".join(map(TASK.format, range(1, 601)))  # more than a pipe holds
    (tree / "directives" / "a.yaml").write_text(many, encoding="utf-8")
    for words in (("-f", "json"), ("-f", "markdown"), ("--lang", "vi")):
        status, shown, log = looked_at(tree, "overdue", "--exit-code", *words, *DAY, how="leave")
        assert (status, shown) == (1, ""), shown
        assert log[-1].startswith("left after")


def test_what_is_said_beside_the_answer_comes_after_it(tree: Path) -> None:
    (tree / "directives" / "broken.yaml").write_text("number: [", encoding="utf-8")
    for words in (("overdue",), ("list", "--sort", "due")):
        status, shown, _ = looked_at(tree, *words, *DAY)
        assert status == 3
        assert "broken.yaml" in shown.partition("done paging")[2]


def test_the_key_for_interrupting_is_the_pagers(tree: Path) -> None:
    status, _, log = looked_at(tree, "overdue", "--exit-code", *DAY, how="wait", keys=b"\x03\n")
    assert status == 1
    assert log[-1] == "interrupted"


@pytest.mark.parametrize(
    ("environment", "asked", "command"),
    [
        ({"STCLI_PAGER": "tail -n 3", "PAGER": "cat"}, None, ["tail", "-n", "3"]),
        ({"PAGER": "tail"}, None, ["tail"]),
        ({"PAGER": "cat"}, None, None),
        ({"STCLI_PAGER": "", "PAGER": "tail"}, None, None),
        ({"STCLI_PAGER": "", "PAGER": "tail"}, True, ["tail"]),
        ({"PAGER": "tail", "CI": "1"}, None, None),
        ({"PAGER": "tail", "CI": "1"}, True, ["tail"]),
        ({"PAGER": "tail"}, False, None),
        ({"PAGER": "tail 'x"}, None, None),
        ({"PAGER": "tail", "TERM": "dumb"}, None, None),
        ({"PAGER": "tail", "TERM": ""}, None, ["tail"]),
    ],
)
def test_which_pager(
    environment: dict[str, str],
    asked: bool | None,  # noqa: FBT001 - a parameter of a test
    command: list[str] | None,
) -> None:
    assert pager({"TERM": "xterm", **environment}, asked=asked) == command
