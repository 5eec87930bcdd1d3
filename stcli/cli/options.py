"""The options that mean the same in every command, before the command or after it.

A flag wins over the environment (`STCLI_*`), that over `stcli.yaml`, that over the default.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from typer.core import TyperOption


class Shared(NamedTuple):
    """What was asked for by the shared options; `None` where nothing was said."""

    root: str | None = None
    as_of: str | None = None
    rev: str | None = None
    format: tuple[str, ...] | None = None
    output: str | None = None
    lang: str | None = None
    color: str | None = None
    quiet: bool | None = None
    no_cache: bool | None = None
    pager: bool | None = None

    def over(self, other: Shared) -> Shared:
        """Give these options, with those of another where these say nothing."""
        said = {name: value for name, value in _items(self) if value is not None}
        return other._replace(**said)


class Manner(NamedTuple):
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

NAMES = Shared._fields


def _items(shared: Shared) -> Iterator[tuple[str, Any]]:
    return ((name, getattr(shared, name)) for name in NAMES)


def taken_from(parameters: dict[str, Any]) -> Shared:
    """Take the shared options out of a command's parameters."""
    taken = {name: parameters.pop(name) for name in NAMES if name in parameters}
    return Shared(**{name: None if value == () else value for name, value in taken.items()})


def manner_from(parameters: dict[str, Any]) -> Manner:
    """Take the options of edits out of a command's parameters."""
    found = {name: parameters.pop(name) for name in Manner._fields if name in parameters}
    return Manner(**found)


def edit_options() -> list[TyperOption]:
    """Give the options of every command that edits files."""
    from typer.core import TyperOption

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
    from typer.core import TyperOption

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


class SharedOption(NamedTuple):
    """An option of every command: its name among the shared ones, how it is typed, its help.

    One without a `metavar` takes no value; the flags of `off` say the opposite.
    """

    name: str
    flags: tuple[str, ...]
    help: str
    metavar: str | None = None
    envvar: str | None = None
    multiple: bool = False
    off: tuple[str, ...] = ()


SHARED: Final = (
    SharedOption(
        "root",
        ("--root", "-C"),
        "The folder that holds directives/; else the nearest one upwards.",
        metavar="FOLDER",
        envvar="STCLI_ROOT",
    ),
    SharedOption(
        "as_of",
        ("--as-of",),
        "Answer as of this day (2025-06-30); else today in the office's time zone.",
        metavar="DAY",
        envvar="STCLI_AS_OF",
    ),
    SharedOption(
        "rev",
        ("--rev",),
        "The files as they are in a git revision; the day stays that of --as-of.",
        metavar="REVISION",
    ),
    SharedOption(
        "format",
        ("--format", "-f"),
        "table, json, csv or markdown; text for explain; for check see what it is for.",
        metavar="FORMAT",
        envvar="STCLI_FORMAT",
        multiple=True,
    ),
    SharedOption(
        "output",
        ("--output", "-o"),
        "Write the answer to this file instead of standard output.",
        metavar="FILE",
    ),
    SharedOption(
        "lang",
        ("--lang",),
        "The language of the program's words.",
        metavar="en|vi",
        envvar="STCLI_LANG",
    ),
    SharedOption(
        "color",
        ("--color",),
        "When to use colour; auto means on a terminal and without NO_COLOR.",
        metavar="auto|always|never",
        envvar="STCLI_COLOR",
    ),
    SharedOption(
        "quiet",
        ("--quiet", "-q"),
        "No hints and no summary on standard error.",
    ),
    SharedOption(
        "no_cache",
        ("--no-cache",),
        "Read every file anew; neither use nor write the index in the user's cache.",
        envvar="STCLI_NO_CACHE",
    ),
    SharedOption(
        "pager",
        ("--pager",),
        "Whether a long answer on a terminal goes through STCLI_PAGER, PAGER or less.",
        off=("--no-pager",),
    ),
)
"""The options of every command, in the order of their help."""


def shared_options() -> list[TyperOption]:
    """Give the shared options as parameters of a command."""
    from typer.core import TyperOption

    return [
        TyperOption(
            param_decls=[one.name, *_declared(one)],
            metavar=one.metavar,
            envvar=one.envvar,
            multiple=one.multiple,
            is_flag=one.metavar is None,
            default=None,
            help=one.help,
        )
        for one in SHARED
    ]


def _declared(option: SharedOption) -> tuple[str, ...]:
    """Give the flags of an option as typer is told of them."""
    if not option.off:
        return option.flags
    return tuple(f"{on}/{off}" for on, off in zip(option.flags, option.off, strict=True))
