"""What is answered before typer is imported, and what each command loads to answer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from stcli.cli.app import app
from stcli.cli.options import SHARED, Shared
from stcli.cli.start import SHELLS, understood
from stcli.cli.terminal import today
from stcli.clocks import TIMEZONE

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parent.parent
STCLI = (sys.executable, "-m", "stcli")
HEAVY = {"pydantic", "pydantic_core", "yaml", "sqlite3"}

words = st.lists(
    st.sampled_from(
        (
            *(flag for one in SHARED for flag in (*one.flags, *one.off)),
            *("status", "overdue", "upcoming", "list", "--exit-code", "--by", "--help", "--"),
            *("2025-05-24", "en", "vi", ".", "always", "-x", "", "--lang=vi", "-Cx", "--root"),
        )
    ),
    max_size=6,
)
environments = st.dictionaries(
    st.sampled_from([one.envvar for one in SHARED if one.envvar]),
    st.sampled_from(("", "2025-01-01", "vi", "1")),
    max_size=2,
)


def as_typer_has_it(
    line: Sequence[str], environment: dict[str, str]
) -> tuple[str, Shared, tuple[str, ...]]:
    """The command, the shared options and the query as they reach a command by way of typer."""
    old = dict(os.environ)
    os.environ.update(environment)
    try:
        group: Any = typer.main.get_command(app)
        with group.make_context("stcli", list(line)) as context:
            group_options = start_options(context.params)
            name, command, rest = group.resolve_command(context, context_arguments(context))
            with command.make_context(name, rest, parent=context) as inner:
                options = start_options(inner.params).over(group_options)
                assert inner.params.get("exit_code", False) == ("--exit-code" in line)
                return str(name), options, tuple(inner.params.get("query") or ())
    finally:
        os.environ.clear()
        os.environ.update(old)


def context_arguments(context: Any) -> list[str]:
    return [*context._protected_args, *context.args]  # noqa: SLF001


def start_options(parameters: dict[str, object]) -> Shared:
    taken = {one.name: parameters[one.name] for one in SHARED if one.name in parameters}
    return Shared(**{name: None if v == () else v for name, v in taken.items()})  # type: ignore[arg-type]


@given(words, environments)
def test_a_line_that_is_understood_means_what_typer_says(
    line: list[str], environment: dict[str, str]
) -> None:
    asked = understood(line, environment)
    if asked is not None:
        assert as_typer_has_it(line, environment) == (
            asked.command,
            asked.shared,
            asked.words,
        )
        assert asked.exit_code == ("--exit-code" in line)


@pytest.mark.parametrize(
    ("line", "command", "shared"),
    [
        ("status", "status", Shared()),
        ("-q overdue --as-of 2025-01-01", "overdue", Shared(quiet=True, as_of="2025-01-01")),
        ("--lang vi upcoming -C x", "upcoming", Shared(lang="vi", root="x")),
        ("list state:open -q x", "list", Shared(quiet=True)),
    ],
)
def test_what_is_understood(line: str, command: str, shared: Shared) -> None:
    asked = understood(line.split(), {})
    assert asked is not None
    assert (asked.command, asked.shared) == (command, shared)


@pytest.mark.parametrize(
    "line",
    [
        "", "status status", "status x", "status --by year", "overdue --sort due",
        "list -tag:x", "list --sort due", "list -- x",
        "status -f json",
        "status --rev HEAD", "status -o x", "status --no-cache", "status -q -q", "status --lang",
        "status --lang -q", "status --lang=vi", "status -qC x", "status --exit-code", "--help",
        "status --", "upcoming --within 7d", "overdue --exit-code --exit-code",
    ],
)  # fmt: skip
def test_what_goes_the_usual_way(line: str) -> None:
    assert understood(line.split(), {}) is None


def test_the_environment_counts_too() -> None:
    assert understood(["status"], {"STCLI_NO_CACHE": "1"}) is None
    assert understood(["status"], {"STCLI_FORMAT": "json"}) is None
    asked = understood(["status", "--lang", "en"], {"STCLI_LANG": "vi", "STCLI_AS_OF": ""})
    assert asked is not None
    assert asked.shared == Shared(lang="en")


def loaded(tmp_path: Path, *words: str) -> set[str]:
    """The modules that a run of the program loads."""
    done = subprocess.run(
        (sys.executable, "-X", "importtime", "-m", "stcli", *words),
        capture_output=True, check=True, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(tmp_path)},
    )  # fmt: skip
    lines = done.stderr.decode().splitlines()
    return {line.rsplit("|", 1)[-1].strip() for line in lines if line.startswith("import time:")}


LOOKS = (
    "status", "status --by agency", "status -f json", "overdue", "overdue lead:bo-khcn",
    "overdue -f json", "upcoming", "list", "list chuyen", "show 03/NQ-CP", "show 03/NQ-CP#16",
    "show bo-khcn", "tree", "calendar", "explain --deadline 03/NQ-CP#16",
)  # fmt: skip


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cache")
    assert "yaml" in loaded(folder, "status")
    return folder


@pytest.mark.parametrize("line", LOOKS)
def test_a_look_at_a_fresh_index_loads_neither_yaml_nor_pydantic(index: Path, line: str) -> None:
    assert not loaded(index, *line.split()) & (HEAVY | {"rich", "rich.console"})


def test_the_words_of_a_list_are_its_query() -> None:
    asked = understood(["list", "lead:x", "-C", "y", "công nghệ"], {})
    assert asked is not None
    assert (asked.words, asked.shared) == (("lead:x", "công nghệ"), Shared(root="y"))


@pytest.mark.parametrize(
    "line", ["status", "overdue", "overdue --as-of {today}", "status --lang vi", "list"]
)
def test_what_is_asked_most_loads_no_typer_and_no_model(index: Path, line: str) -> None:
    found = loaded(index, *line.format(today=f"{today(TIMEZONE)}").split())
    assert "stcli.index.kept" in found
    assert not found & {
        "typer", "stcli.cli.app", "stcli.load", "stcli.model", "stcli.references", "stcli.query",
        "stcli.deadlines", "stcli.calendar", "stcli.diagnostics", "json", "hashlib", "zoneinfo",
        "dataclasses", "inspect", "pathlib", "shlex", "stcli.settings", "stcli.sources",
        "stcli.index.entries",
    }  # fmt: skip


FRAME = {
    "app", "commands", "interruption", "options", "selection", "session", "start", "terminal",
    "typed", "usage",
}  # fmt: skip
LOOK = {"answers", "memory"}
EDIT = {
    "carrying", "entering", "asking", "known", "memory", "names", "plans", "telling", "workplace",
}  # fmt: skip
OWN = {
    "--version": set[str](),
    "show 03/NQ-CP": {"show", *LOOK},
    "tree": {"show", *LOOK},
    "list -f json": {"look", "listing", "frequent", *LOOK},
    "calendar -f json": {"calendar", *LOOK},
    "explain --deadline 03/NQ-CP#16": {"explain", "deadline", *LOOK},
    "check": {"check", "inspection", "outputs", "progress"},
    "done 03/NQ-CP#20 --dry-run": {"edits", "tasks", "many", *EDIT},
    "agency add x --name y --dry-run": {"edits", "agency", "entering", *EDIT},
    "fmt --dry-run": {"edits", "tidying", "check", "inspection", "outputs", *EDIT},
}
"""Modules of the command line that a line may load beside the frame of every run."""

NAMES_OF_MODULES = """
import sys
sys.argv[0] = "stcli"
from stcli.__main__ import main
try:
    main()
finally:
    sys.stderr.write(chr(10).join(sys.modules))
"""


@pytest.mark.parametrize("line", OWN)
def test_a_command_loads_no_other_commands(index: Path, line: str) -> None:
    done = subprocess.run(
        (sys.executable, "-c", NAMES_OF_MODULES, *line.split()),
        capture_output=True, check=False, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(index)},
    )  # fmt: skip
    modules = done.stderr.decode().splitlines()
    found = {one.rpartition(".")[2] for one in modules if one.startswith("stcli.cli.")}
    assert {"app", "commands"} <= found <= FRAME | OWN[line]


@pytest.mark.parametrize(
    "typed",
    [
        "show 25/",
        "done 03/NQ-CP#",
        "tree nq",
        "show 1298#",
        "sh",
        "show --",
        "overdue --color ",
        "-",
    ],
)
@pytest.mark.parametrize("shell", SHELLS)
def test_what_completes_a_word_loads_no_typer_and_no_model(
    index: Path, shell: str, typed: str
) -> None:
    words = (
        [f"stcli {typed}", typed.rsplit(" ", maxsplit=1)[-1]]
        if shell == "bash"
        else typed.split(" ")
    )
    found = loaded(index, "completion", shell, "--", *words)
    assert "stcli.cli.program" in found
    assert not found & HEAVY
    assert not found & {
        "typer", "stcli.cli.app", "stcli.load", "stcli.model", "stcli.references",
        "stcli.deadlines", "stcli.documents", "stcli.numbers", "stcli.calendar", "hashlib",
    }  # fmt: skip


@pytest.mark.parametrize("typed", ["lead:", "lead:bo-k", "state:", "le", "not:agency:bo"])
def test_what_completes_a_condition_loads_no_query_s_test_and_no_model(
    index: Path, typed: str
) -> None:
    found = loaded(index, "completion", "zsh", "--", "list", typed)
    assert "stcli.query.terms" in found
    assert not found & {"typer", "stcli.model", "stcli.references", "stcli.query.matching"}


def test_without_the_index_all_is_read(index: Path) -> None:
    assert {"yaml", "pydantic_core"} <= loaded(index, "status", "--no-cache")


@pytest.mark.parametrize("command", ["status", "list", "check"])
def test_an_interruption_ends_a_look_at_once(command: str) -> None:
    script = "import os, signal, sys; sys.argv = ['stcli', *sys.argv[1:]]; "
    script += "import stcli.files as f; from stcli.__main__ import main; "
    script += "f.find_root = lambda _: os.kill(os.getpid(), signal.SIGINT); main()"
    done = subprocess.run(
        (sys.executable, "-c", script, command),
        capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_an_interruption_of_an_edit_is_brought_to_its_end() -> None:
    script = "import signal, sys; sys.argv = ['stcli', 'done', 'x']; "
    script += "import stcli.cli.edits.carrying as c; "
    script += "c.require_editable = lambda _: print(signal.getsignal(signal.SIGINT).__name__); "
    script += "from stcli.__main__ import main; main()"
    done = subprocess.run(
        (sys.executable, "-c", script),
        capture_output=True, check=False, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stdout == b"default_int_handler\n"
