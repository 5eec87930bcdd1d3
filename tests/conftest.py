"""The environment of all tests, pinned before anything reads it, and the golden files."""

from __future__ import annotations

import atexit
import os
import signal
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Callable

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
_STATE = tempfile.TemporaryDirectory(prefix="stcli-tests-")
atexit.register(_STATE.cleanup)
os.environ |= {"LANG": "C.UTF-8", "TZ": "UTC", "XDG_STATE_HOME": _STATE.name}
os.environ["XDG_CACHE_HOME"] = f"{_STATE.name}/cache"
if hasattr(time, "tzset"):  # not on Windows
    time.tzset()

# Who runs the tests in the background has the key for interrupting ignored, and so would every
# program that the tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)

GOLDEN = Path(__file__).parent / "golden"


# No test depends on the speed of a machine, or on how busy it is.
settings.register_profile("no clock", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no clock")


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
