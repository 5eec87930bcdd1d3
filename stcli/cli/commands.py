"""The commands as typer is told of them, each imported and described when it is asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from typing import Any, Final, NamedTuple

import typer
from typer.core import TyperCommand, TyperOption

from stcli.cli import usage
from stcli.cli.interruption import end_in_order
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
from stcli.cli.terminal import language_of
from stcli.errors import StcliError
from stcli.messages import say

ONLY_LOOK: Final = frozenset(
    {"status", "overdue", "upcoming", "list", "show", "tree", "calendar", "check", "explain"}
    | {"deadline", "completion"}
)
"""Commands that an interruption may end at any moment."""


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


def _spoken(ctx: Any) -> str | None:
    """Give the language of the office; None where it cannot be told."""
    from stcli.cli.session import Session

    with suppress(StcliError):
        return Session(ctx).language
    return None


class _Place(NamedTuple):
    """Where the function of a command stands, and what kind of command it is."""

    module: str
    function: str
    kind: type[Command]


_PLACES: Final[Mapping[str, _Place]] = {
    "status": _Place("look", "status", Command),
    "overdue": _Place("look", "overdue", Command),
    "upcoming": _Place("look", "upcoming", Command),
    "list": _Place("look", "list_", Command),
    "show": _Place("show", "show", Command),
    "tree": _Place("show", "tree", Command),
    "calendar": _Place("calendar", "calendar", Command),
    "check": _Place("check", "check", Command),
    "explain": _Place("explain", "explain", Command),
    "deadline": _Place("deadline", "deadline", Command),
    "schema": _Place("schema", "schema", Command),
    "edit": _Place("edits.by_hand", "edit", Command),
    "undo": _Place("edits.by_hand", "undo", Command),
    "completion": _Place("completion", "completion", Command),
    "merge-file": _Place("merge_file", "merge_file", Command),
    "lsp": _Place("lsp", "lsp", Command),
    "done": _Place("edits.tasks", "done", TaskCommand),
    "reopen": _Place("edits.tasks", "reopen", TaskCommand),
    "progress": _Place("edits.tasks", "progress", TaskCommand),
    "change": _Place("edits.tasks", "change", TaskCommand),
    "cancel": _Place("edits.tasks", "cancel", TaskCommand),
    "return": _Place("edits.tasks", "return_", TaskCommand),
    "confirm": _Place("edits.tasks", "confirm", TaskCommand),
    "init": _Place("edits.init", "init", EditCommand),
    "new": _Place("edits.new", "new", EditCommand),
    "add": _Place("edits.add", "add", EditCommand),
    "agency": _Place("edits.agency", "agency", EditCommand),
    "fmt": _Place("edits.tidying", "fmt", EditCommand),
    "fix": _Place("edits.tidying", "fix", EditCommand),
}
"""All commands, in the order of their help."""


class Commands(Mapping[str, Any]):
    """The commands by their names.

    To import and describe all of them takes longer than most commands take to answer, so each is
    made when it is asked for; whoever goes through all of them makes all.
    """

    def __init__(self) -> None:
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = _described(name, _PLACES[name])
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in _PLACES

    def __iter__(self) -> Iterator[str]:
        return iter(_PLACES)

    def __len__(self) -> int:
        return len(_PLACES)


def _described(name: str, place: _Place) -> Any:
    """Give a command as typer makes it of a function."""
    function = getattr(import_module(f"stcli.cli.{place.module}"), place.function)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    alone.command(name, cls=place.kind)(function)
    return typer.main.get_command(alone)
