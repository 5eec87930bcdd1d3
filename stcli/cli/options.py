"""The options that mean the same in every command, before the command or after it.

A flag wins over the environment (`STCLI_*`), that over `stcli.yaml`, that over the default.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from typer.core import TyperOption

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Shared:
    """What was asked for by the shared options; `None` where nothing was said."""

    root: str | None = None
    as_of: str | None = None
    rev: str | None = None
    format: tuple[str, ...] | None = None
    output: str | None = None
    lang: str | None = None
    color: str | None = None
    quiet: bool | None = None

    def over(self, other: Shared) -> Shared:
        """Give these options, with those of another where these say nothing."""
        said = {name: value for name, value in _items(self) if value is not None}
        return replace(other, **said)


@dataclass(frozen=True, slots=True)
class Manner:
    """How an edit is carried out.

    With `dry_run` it is only shown, with `checks` only told; with `commit` recorded in git too.
    Tasks that the queries of `where` find are edited beside those that are named; unless `yes` was
    said, this is asked about.
    """

    where: tuple[str, ...] = ()
    yes: bool = False
    dry_run: bool = False
    commit: bool = False
    checks: bool = False

    @property
    def writes(self) -> bool:
        """Whether files are written."""
        return not self.dry_run and not self.checks


MANNER = "stcli.manner"
"""Where a command's context keeps how an edit is carried out."""

NAMES = tuple(field.name for field in fields(Shared))


def _items(shared: Shared) -> Iterator[tuple[str, Any]]:
    return ((name, getattr(shared, name)) for name in NAMES)


def taken_from(parameters: dict[str, Any]) -> Shared:
    """Take the shared options out of a command's parameters."""
    taken = {name: parameters.pop(name) for name in NAMES if name in parameters}
    return Shared(**{name: None if value == () else value for name, value in taken.items()})


def manner_from(parameters: dict[str, Any]) -> Manner:
    """Take the options of edits out of a command's parameters."""
    names = (one.name for one in fields(Manner))
    return Manner(**{name: parameters.pop(name) for name in names if name in parameters})


def edit_options() -> list[TyperOption]:
    """Give the options of every command that edits files."""
    return [
        TyperOption(
            param_decls=["dry_run", "--dry-run"],
            is_flag=True,
            default=False,
            help="Show what would change, as a diff, and write nothing.",
        ),
        TyperOption(
            param_decls=["commit", "--commit"],
            is_flag=True,
            default=False,
            help="Commit the files that changed, and nothing else, to git.",
        ),
    ]


def many_options() -> list[TyperOption]:
    """Give the options of commands that edit many tasks at once."""
    return [
        TyperOption(
            param_decls=["where", "--where"],
            metavar="QUERY",
            multiple=True,
            help="Also all tasks that a query finds, as in `stcli list`; several hold together.",
        ),
        TyperOption(
            param_decls=["yes", "--yes", "-y"],
            is_flag=True,
            default=False,
            help="Do not ask before what --where has found is changed.",
        ),
    ]


def shared_options() -> list[TyperOption]:
    """Give the shared options as parameters of a command."""
    return [
        TyperOption(
            param_decls=["root", "--root", "-C"],
            metavar="FOLDER",
            envvar="STCLI_ROOT",
            help="The folder that holds directives/; else the nearest one upwards.",
        ),
        TyperOption(
            param_decls=["as_of", "--as-of"],
            metavar="DAY",
            envvar="STCLI_AS_OF",
            help="Answer as of this day (2025-06-30); else today in the office's time zone.",
        ),
        TyperOption(
            param_decls=["rev", "--rev"],
            metavar="REVISION",
            help="The files as they are in a git revision; the day stays that of --as-of.",
        ),
        TyperOption(
            param_decls=["format", "--format", "-f"],
            metavar="FORMAT",
            multiple=True,
            envvar="STCLI_FORMAT",
            help="table, json, csv or markdown; text for explain; for check see what it is for.",
        ),
        TyperOption(
            param_decls=["output", "--output", "-o"],
            metavar="FILE",
            help="Write the answer to this file instead of standard output.",
        ),
        TyperOption(
            param_decls=["lang", "--lang"],
            metavar="en|vi",
            envvar="STCLI_LANG",
            help="The language of the program's words.",
        ),
        TyperOption(
            param_decls=["color", "--color"],
            metavar="auto|always|never",
            envvar="STCLI_COLOR",
            help="When to use colour; auto means on a terminal and without NO_COLOR.",
        ),
        TyperOption(
            param_decls=["quiet", "--quiet", "-q"],
            is_flag=True,
            default=None,
            help="No hints and no summary on standard error.",
        ),
    ]
