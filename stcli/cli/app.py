"""The program `stcli`: its commands, and the one place where an error becomes an exit status.

0 well; 1 findings; 2 the request cannot be met; 3 the answer is incomplete; 70 a bug;
130 interrupted. A pipe closed by its reader ends the run quietly.
"""

from __future__ import annotations

import errno
import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from stcli import __version__
from stcli.cli import usage
from stcli.cli.commands import Commands
from stcli.cli.interruption import INTERRUPTED
from stcli.cli.options import shared_options, taken_from
from stcli.cli.terminal import language_of, let_go_of, prepare, report, talk
from stcli.cli.typed import understand
from stcli.errors import StcliError, bug, why
from stcli.messages import say
from stcli.words import Language

CANNOT = 2
BUG = 70

TRACEBACK = "STCLI_TRACEBACK"
"""Environment variable; when it is set, a bug shows where it is instead of one line."""


class Group(TyperGroup):
    """The program itself: shared options before the command, errors to exit statuses."""

    commands: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += shared_options()
        self.commands = Commands()

    def get_help(self, ctx: Any) -> str:
        """Give the help in the user's language."""
        language = language_of(sys.argv[1:], os.environ)
        for command in (self, *self.commands.values()):
            usage.translate_help(command, ctx, language)
        return usage.translate_page(super().get_help(ctx), language)

    def invoke(self, ctx: Any) -> Any:
        """Run the chosen command with the shared options given before it."""
        ctx.obj = taken_from(ctx.params)
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            let_go_of(sys.stdout)
            raise typer.Exit(0) from None

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the program and leave with its exit status; no error ever leaves it otherwise."""
        given = args[0] if args else extra.pop("args", None)
        arguments = sys.argv[1:] if given is None else list(given)
        language = language_of(arguments, os.environ)
        if sys.stdout is None:
            report(say("standard output is closed"), say("send it to a file or a pipe"), language)
            sys.exit(CANNOT)
        prepare(sys.stdout)
        prepare(sys.stderr)
        status = self._status(arguments, language, extra)
        if self._is_driver(arguments):
            from stcli.cli.merge_file import status_for_git

            status = status_for_git(status)
        sys.exit(status)

    def _is_driver(self, arguments: list[str]) -> bool:
        """Tell whether git runs this, which has a meaning of its own for the exit status."""
        name = "merge-file"
        return name in arguments and understand(self, [*arguments, ""]).command.name == name

    def _status(self, arguments: list[str], language: Language, extra: dict[str, Any]) -> int:
        named = extra | {"prog_name": "stcli", "standalone_mode": False}
        try:
            status = super().main(arguments or ["--help"], **named)
            sys.stdout.flush()
        except Exception as error:  # noqa: BLE001 - the one place that turns a bug into a sentence
            return failed(error, language)
        return status if isinstance(status, int) else 0


def failed(error: Exception, language: Language) -> int:
    """Say why the program cannot go on, and give the exit status that says so."""
    match error:
        case StcliError():
            spoken = Language(error.language) if error.language else language
            report(error.message, error.help, spoken)
        case typer.TyperException():
            report(*usage.explained(error), language)
        case typer.Abort():
            return INTERRUPTED
        case OSError():
            return _unwritten(error, language)
        case _:
            return _bug(error, language)
    return CANNOT


def _unwritten(error: OSError, language: Language) -> int:
    """End quietly when the reader of a pipe has gone; else say what could not be written."""
    let_go_of(sys.stdout)
    if error.errno == errno.EPIPE:
        return 0
    report(say("the answer could not be written: {reason}", reason=why(error)), None, language)
    return CANNOT


def _bug(error: Exception, language: Language) -> int:
    """Say in one line that the program has failed, and how to report it."""
    if os.environ.get(TRACEBACK):
        import traceback

        traceback.print_exception(error)
    report(
        bug(error, __version__),
        say("report it with what it prints when {variable}=1 is set", variable=TRACEBACK),
        language,
    )
    return BUG


app = typer.Typer(
    cls=Group,
    name="stcli",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"stcli {__version__}\n")
        raise typer.Exit


@app.callback()
def stcli(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """Directives, the tasks they assign, and what is overdue.

    All is read from plain YAML files, in the nearest folder upwards that holds directives/. The
    options below mean the same in every command, before its name or after it; what else there
    is, `stcli COMMAND --help` says.

    Examples: stcli status; stcli overdue; stcli list state:overdue lead:bo-khcn; stcli check.

    Exit status: 0 well; 1 findings; 2 the request cannot be met; 3 files could not be read;
    70 a bug; 130 interrupted.
    """


def main() -> None:
    """Run the program, whatever was asked."""
    sys.stderr = talk()
    app()
