"""The environment of all tests, pinned before anything reads it, and the golden files."""

from __future__ import annotations

import atexit
import os
import signal
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# typer and rich read these when they are imported, and conftest.py is imported before them.
_SPOKEN_BY_TERMINALS = {
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLORTERM",
    "COLUMNS",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "GITHUB_STEP_SUMMARY",
    "LANGUAGE",
    "LC_ALL",
    "LC_CTYPE",
    "LC_MESSAGES",
    "LINES",
    "NO_COLOR",
    "PYTHONIOENCODING",
    "PY_COLORS",
    "TERM",
    "TERMINAL_WIDTH",
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
}
for _name in tuple(os.environ):
    if _name in _SPOKEN_BY_TERMINALS or _name.startswith(("STCLI_", "_TYPER_", "_STCLI_")):
        del os.environ[_name]


def _is_for_tests(folder: Path) -> bool:
    """Tell whether there is room for what the tests write, and their scripts can run there."""
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        return False
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize > _ROOM and not disk.f_flag & os.ST_NOEXEC


# The tests make and delete some hundred thousand files, for each of which a disk may keep them
# waiting; in memory none does. Who names another folder has it.
_MEMORY = Path("/dev/shm")  # noqa: S108 - nothing here depends on its being there
_ROOM = 1 << 30  # bytes, many times what they take at once
if "TMPDIR" not in os.environ and _is_for_tests(_MEMORY):
    os.environ["TMPDIR"] = str(_MEMORY)
    tempfile.tempdir = None  # it is looked for anew

_STATE = tempfile.TemporaryDirectory(prefix="stcli-tests-")
atexit.register(_STATE.cleanup)
os.environ |= {"LANG": "C.UTF-8", "TZ": "UTC", "XDG_STATE_HOME": _STATE.name}
os.environ["XDG_CACHE_HOME"] = f"{_STATE.name}/cache"

# The tests start the program about a thousand times, which must not compile it as often.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
if hasattr(time, "tzset"):  # not on Windows
    time.tzset()

# Who runs the tests in the background has the key for interrupting ignored, and so would every
# program that the tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)

GOLDEN = Path(__file__).parent / "golden"


# No test depends on the speed of a machine, or on how busy it is.
settings.register_profile("no clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no clock")


@pytest.fixture(scope="session", autouse=True)
def _described_once() -> Iterator[None]:
    """Let all runs within this process share what typer is told of the program.

    To describe it takes longer than most commands take to answer. A help page is put into a
    language within the description, so that the next run after it gets a new one.
    """
    from typer import main, testing  # noqa: PLC0415 - after the environment is pinned

    from stcli.cli import usage  # noqa: PLC0415

    described = cache(main.get_command)
    translate_help = usage.translate_help

    def translate_and_forget(*arguments: Any) -> None:
        described.cache_clear()
        translate_help(*arguments)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(testing, "_get_command", described)
        patched.setattr(usage, "translate_help", translate_and_forget)
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="rewrite the golden files; the diff is the review"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of a name, or write it there with `--update`."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"no golden file {name}: run pytest --update and review it"
        assert text == path.read_bytes().decode("utf-8")

    return compare
