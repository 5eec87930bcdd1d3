"""The program as a process: statuses, pipes, terminals, and an environment that is against it."""

from __future__ import annotations

import json
import os
import pty
import resource
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from stcli.cli import terminal
from stcli.errors import StcliError

ROOT = Path(__file__).parent.parent
STCLI = (sys.executable, "-m", "stcli")
PLAIN = {**os.environ, "PYTHONPATH": str(ROOT)}


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        (*STCLI, *words), capture_output=True, check=False, cwd=ROOT, env=PLAIN | environment
    )


def on_a_terminal(columns: int, *words: str, **environment: str) -> str:
    """Run on a real terminal of so many columns and give what it shows."""
    child, screen = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        chosen = {"TERM": "xterm-256color", "COLUMNS": str(columns)} | environment
        os.execvpe(sys.executable, (*STCLI, *words), PLAIN | chosen)  # noqa: S606 - our own
    shown = b""
    try:
        while part := os.read(screen, 65_536):
            shown += part
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(screen)
    os.waitpid(child, 0)
    return shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("width", [80, 200])
@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_terminal_gets_tables_that_fit(width: int, language: str) -> None:
    shown = on_a_terminal(
        width, "status", "--as-of", "2025-05-24", "--lang", language, NO_COLOR="1"
    )
    lines = shown.splitlines()
    assert "\x1b" not in shown
    assert max(len(line) for line in lines) <= width
    assert any("03/NQ-CP" in line and "140" in line and "─" in line for line in lines)
    assert lines[-1].startswith("stcli overdue")


def test_a_terminal_gets_colour_and_a_pipe_does_not() -> None:
    assert "\x1b[" in on_a_terminal(100, "status")
    piped = run("status", TERM="xterm-256color")
    assert b"\x1b" not in piped.stdout
    assert b"stcli overdue" not in piped.stdout
    assert b"\x1b[" in run("check", "directives/2023", "--color", "always").stdout


def test_a_pipe_that_closes_ends_it_quietly() -> None:
    process = subprocess.Popen(
        (*STCLI, "list"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, env=PLAIN
    )
    assert process.stdout is not None
    process.stdout.close()
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, b"")


def test_a_schema_is_the_same_where_the_output_takes_no_letters_but_ascii() -> None:
    plain = run("schema", "--lang", "vi", PYTHONIOENCODING="ascii").stdout
    assert plain.isascii()
    assert json.loads(plain) == json.loads(run("schema", "--lang", "vi").stdout)


def test_an_answer_can_be_sent_to_a_pipe_by_its_name() -> None:
    done = run("schema", "-o", "/dev/stdout")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == run("schema").stdout


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", ["status", "status --no-cache", "list", "list -f json"])
def test_an_answer_of_which_only_a_part_is_taken_is_an_error(
    tmp_path: Path, command: str, unbuffered: str
) -> None:
    largest = 1_000

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    with (tmp_path / "answer").open("wb") as answer:
        done = subprocess.run(
            (*STCLI, *command.split()), stdout=answer, stderr=subprocess.PIPE, check=False,
            cwd=ROOT, env=PLAIN | {"PYTHONUNBUFFERED": unbuffered}, preexec_fn=limit,
        )  # fmt: skip
    assert (tmp_path / "answer").stat().st_size == largest
    assert done.returncode == 2
    assert b"the answer could not be written" in done.stderr


def test_a_full_disk_is_said() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            (*STCLI, "list"), stdout=full, stderr=subprocess.PIPE, check=False, cwd=ROOT, env=PLAIN
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"error: the answer could not be written: ")


def test_an_interruption_ends_it_with_130(tmp_path: Path) -> None:
    (tmp_path / "directives").mkdir()
    script = "import os, time, stcli.files as f; "
    script += "f.find_root = lambda _: (os.kill(0, 2), time.sleep(60)); "
    script += "from stcli.cli.app import main; main()"
    done = subprocess.run(
        (sys.executable, "-c", script, "status"),
        capture_output=True, check=False, cwd=tmp_path, env=PLAIN, start_new_session=True,
    )  # fmt: skip
    assert done.returncode == 130
    assert b"Traceback" not in done.stderr


def test_a_bug_is_one_line_with_how_to_report_it() -> None:
    script = "import stcli.files as f; f.find_root = lambda _: 1 / 0; "
    script += "from stcli.cli.app import main; main()"
    command = (sys.executable, "-c", script, "status")
    done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT, env=PLAIN)
    assert done.returncode == 70
    assert done.stdout == b""
    said = done.stderr.decode().splitlines()
    assert said[0].startswith("error: this is a bug in stcli 0.1.0: ZeroDivisionError in ")
    assert said[1].startswith("help: report it with what it prints when STCLI_TRACEBACK=1")
    told = subprocess.run(
        command, capture_output=True, check=False, cwd=ROOT, env=PLAIN | {"STCLI_TRACEBACK": "1"}
    )
    assert b"Traceback" in told.stderr


def test_an_ascii_terminal_gets_escapes_and_the_same_status() -> None:
    done = run("status", "--lang", "vi", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"\\u1ee5" in done.stdout


@cache
def in_json(command: str) -> subprocess.CompletedProcess[bytes]:
    return run(command, "-f", "json", "--as-of", "2025-05-24")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1258", "utf-8"])
@pytest.mark.parametrize("command", ["status", "list", "check"])
def test_json_is_json_in_every_encoding(command: str, encoding: str) -> None:
    as_usual = in_json(command)
    done = run(command, "-f", "json", "--as-of", "2025-05-24", PYTHONIOENCODING=encoding)
    assert done.returncode == as_usual.returncode == 0
    assert json.loads(done.stdout.decode(encoding)) == json.loads(as_usual.stdout)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "cp1258", "ascii"])
def test_an_answer_is_one_text_in_every_encoding(encoding: str) -> None:
    words = ("overdue", "--as-of", "2025-05-24", "--lang", "vi")
    done, wanted = run(*words, PYTHONIOENCODING=encoding), run(*words, PYTHONIOENCODING="utf-8")
    assert done.returncode == wanted.returncode == 0
    text = wanted.stdout.decode()
    assert text.count("\n") > 10
    assert done.stdout == text.encode(encoding, "backslashreplace")


def test_a_poor_environment_changes_nothing() -> None:
    usual = run("status", "--as-of", "2025-05-24").stdout
    for odd in ({"HOME": "/nonexistent"}, {"COLUMNS": "0"}, {"LANG": "C", "LC_ALL": "C"}):
        assert run("status", "--as-of", "2025-05-24", **odd).stdout == usual


def test_the_folder_it_runs_in_may_be_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = f"import os; os.chdir({str(gone)!r}); os.rmdir({str(gone)!r}); "
    script += "from stcli.cli.app import main; main()"
    done = subprocess.run(
        (sys.executable, "-c", script, "status"), capture_output=True, check=False, env=PLAIN
    )
    assert (done.returncode, done.stderr) == (2, b"error: the folder this runs in is gone\n")


@pytest.mark.parametrize("page", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(page: str) -> None:
    done = subprocess.run(
        (sys.executable, "-X", "importtime", "-m", "stcli", page),
        capture_output=True, check=True, cwd=ROOT, env=PLAIN,
    )  # fmt: skip
    loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.decode().splitlines()}
    assert "stcli.cli.app" in loaded
    assert not loaded & {"pydantic", "pydantic_core", "rich", "yaml"}


def test_who_looks_at_tasks_loads_nothing_of_json_schema() -> None:
    done = subprocess.run(
        (sys.executable, "-X", "importtime", "-m", "stcli", "status", "--no-cache"),
        capture_output=True, check=True, cwd=ROOT, env=PLAIN,
    )  # fmt: skip
    loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.decode().splitlines()}
    assert "stcli.schema.kinds" in loaded
    assert not loaded & {"stcli.schema.json_schema", "stcli.schema.patterns", "stcli.schema.texts"}


TASKS = tuple(f"{number} nhiệm vụ" for number in range(148, 300))
"""More each year, as some of them recur."""


def test_languages_by_locale() -> None:
    assert run("status", LANG="vi_VN.UTF-8", LC_ALL="").stdout.decode().startswith(TASKS)
    assert run("status", STCLI_LANG="vi").stdout.decode().startswith(TASKS)
    assert run("status", STCLI_LANG="vi", LANG="vi_VN.UTF-8").returncode == 0


def test_choices_about_the_terminal() -> None:
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        assert terminal.wants_color("always", nowhere, {}) is True
        assert terminal.wants_color("never", nowhere, {}) is False
        assert terminal.wants_color(None, nowhere, {}) is False
        assert terminal.width(nowhere, {"COLUMNS": "120"}) == 120
        assert terminal.width(nowhere, {"COLUMNS": "7"}) == terminal.NARROWEST
        assert terminal.width(nowhere, {"COLUMNS": "x"}) == terminal.WIDEST
        with pytest.raises(StcliError):
            terminal.wants_color("maybe", nowhere, {})
    with pytest.raises(StcliError, match="no time zone"):
        terminal.today("Mars/Olympus")


def test_an_office_is_told_in_its_language(tmp_path: Path) -> None:
    (tmp_path / "directives").mkdir()
    (tmp_path / "stcli.yaml").write_text("lang: vi\n", encoding="utf-8")
    office = ("-C", str(tmp_path))
    said = run(*office, "show", "9/CT").stderr.decode()
    assert said.startswith("lỗi: không có văn bản, nhiệm vụ hay cơ quan nào là `9/CT`\n")
    assert run(*office, "show", "9/CT", "--lang", "en").stderr.startswith(b"error: ")
    assert run(*office, "status", "--lang", "xx").stderr.startswith(b"error: --lang takes")
    assert run("-C", str(tmp_path / "none"), "status").stderr.startswith(b"error: there is no")
    (tmp_path / "stcli.yaml").write_text("lang: [\n", encoding="utf-8")
    assert run(*office, "show", "9/CT").stderr.startswith(b"error: there is no")
