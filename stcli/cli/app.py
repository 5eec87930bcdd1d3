"""The program `stcli`: its commands, and the one place where an error becomes an exit status.

0 well; 1 findings; 2 the request cannot be met; 3 the answer is incomplete; 70 a bug;
130 interrupted. A pipe closed by its reader ends the run quietly.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from stcli import __version__
from stcli.cli import (
    calendar,
    check,
    completion,
    deadline,
    explain,
    look,
    lsp,
    merge_file,
    schema,
    show,
    usage,
)
from stcli.cli.edits import add, agency, by_hand, init, new, tasks, tidying
from stcli.cli.interruption import INTERRUPTED, end_in_order
from stcli.cli.options import (
    MANNER,
    NAMES,
    edit_options,
    manner_from,
    many_options,
    shared_options,
    taken_from,
)
from stcli.cli.selection import negated
from stcli.cli.terminal import language_of, let_go_of, prepare, report, talk
from stcli.cli.typed import understand
from stcli.errors import StcliError, bug, why
from stcli.messages import say
from stcli.words import Language

CANNOT = 2
BUG = 70

ONLY_LOOK = frozenset(
    {"status", "overdue", "upcoming", "list", "show", "tree", "calendar", "check", "explain"}
    | {"deadline", "completion"}
)
"""Commands that an interruption may end at any moment."""

TRACEBACK = "STCLI_TRACEBACK"
"""Environment variable; when it is set, a bug shows where it is instead of one line."""


class Command(TyperCommand):
    """A command with the shared options beside its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += shared_options()

    def invoke(self, ctx: Any) -> Any:
        """Run the command's function with its own options; the shared ones are in `ctx.obj`."""
        ctx.obj = taken_from(ctx.params).over(ctx.parent.obj)
        if ctx.command.name not in ONLY_LOOK:
            end_in_order()
        try:
            return super().invoke(ctx)
        except StcliError as error:
            error.language = _spoken(ctx)
            raise

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take `-key:value` for a condition turned round, not for a row of short options.

        Behind `--` nothing is taken for options.
        """
        end = args.index("--") if "--" in args else len(args)
        return super().parse_args(ctx, [*map(negated, args[:end]), *args[end:]])

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - typer's signature
        """Give what the command is for, whole; the list of commands breaks it into lines."""
        return " ".join((self.help or "").partition("\n\n")[0].split())

    def get_help(self, ctx: Any) -> str:
        """Give the help in the user's language."""
        language = language_of(sys.argv[1:], os.environ)
        usage.translate_help(self, ctx, language)
        return usage.translate_page(super().get_help(ctx), language)


class EditCommand(Command):
    """A command that edits files; how it does is in `ctx.meta`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params[-len(NAMES) : -len(NAMES)] = self.own_options()

    def own_options(self) -> list[TyperOption]:
        """Give the options that stand before the shared ones."""
        return edit_options()

    def invoke(self, ctx: Any) -> Any:
        """Run the command's function with its own options."""
        _require_values(self.params, ctx.params)
        ctx.meta[MANNER] = manner_from(ctx.params)
        return super().invoke(ctx)


def _require_values(parameters: list[Any], given: dict[str, Any]) -> None:
    """Refuse an empty text: mostly a variable of a shell that is not set, and never meant."""
    for one in parameters:
        value = given.get(one.name)
        texts = value if isinstance(value, (list, tuple)) else (value,)
        if any(isinstance(text, str) and not text.strip() for text in texts):
            name = one.opts[0] if one.param_type_name == "option" else one.metavar.strip("[].")
            raise StcliError(
                say("{name} is given without a value", name=name),
                say("write one behind it, or leave it out"),
            )


class TaskCommand(EditCommand):
    """A command that edits tasks, many of them at once if they are asked for by a query."""

    def own_options(self) -> list[TyperOption]:
        """Give the options that stand before the shared ones."""
        return [*many_options(), *edit_options()]


class Group(TyperGroup):
    """The program itself: shared options before the command, errors to exit statuses."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += shared_options()

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
        sys.exit(merge_file.status_for_git(status) if self._is_driver(arguments) else status)

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


def _spoken(ctx: Any) -> str | None:
    """Give the language of the office; None where it cannot be told."""
    from stcli.cli.session import Session

    with suppress(StcliError):
        return Session(ctx).language
    return None


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


for command in (
    look.status,
    look.overdue,
    look.upcoming,
    look.list_,
    show.show,
    show.tree,
    calendar.calendar,
    check.check,
    explain.explain,
    deadline.deadline,
    schema.schema,
    by_hand.edit,
    by_hand.undo,
    completion.completion,
    merge_file.merge_file,
    lsp.lsp,
):
    app.command(command.__name__.rstrip("_").replace("_", "-"), cls=Command)(command)


for command in (
    tasks.done,
    tasks.reopen,
    tasks.progress,
    tasks.change,
    tasks.cancel,
    tasks.return_,
    tasks.confirm,
):
    app.command(command.__name__.rstrip("_"), cls=TaskCommand)(command)


for edit in (init.init, new.new, add.add, agency.agency, tidying.fmt, tidying.fix):
    app.command(edit.__name__, cls=EditCommand)(edit)


def main() -> None:
    """Run the program, whatever was asked."""
    sys.stderr = talk()
    app()
