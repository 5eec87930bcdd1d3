"""`init`: a working tree for an office that has none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from stcli.cli import terminal
from stcli.cli.edits import carrying, telling
from stcli.cli.edits.plans import Plan
from stcli.cli.options import MANNER
from stcli.errors import StcliError
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stcli.cli.edits.workplace import Workplace
    from stcli.messages import Message

FORMATS: Final = telling.FORMATS


def init(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[FOLDER]", show_default=False, help="Where; else in this folder."),
    ] = None,
    git: Annotated[
        bool,
        typer.Option("--git", help="Let git merge the files by task and field."),
    ] = False,
) -> None:
    """Make the files that an office starts with: settings, agencies, an example of a directive.

    Comments in them say what may stand there, in the language of --lang. What is there already
    stays as it is, and is named. With --git the repository runs `stcli merge-file` where it
    merges; every clone is told so once.

    Examples: stcli init; stcli init nhiem-vu --lang vi; stcli init --git --dry-run.

    Exit status: 0; 2 for a folder that cannot be written in, or with --git is in no repository, and
    nothing is written.
    """
    dry_run = context.meta[MANNER].dry_run
    root = _made(folder or Path(), dry_run=dry_run)
    attributes: tuple[str, ...] = ()
    if git:
        from stcli import history

        history.require_repository(root)
        attributes = history.MERGE_ATTRIBUTES

    def plan(workplace: Workplace) -> Plan:
        from stcli.acts.founding import found

        made = found(
            workplace.day,
            workplace.language,
            is_there=workplace.is_there,
            merged_as=attributes,
        )
        notes = (*_unmerged(workplace, attributes), *_next(folder))
        return Plan((*made[:-1], replace(made[-1], notes=notes)))

    carrying.carry_out(context, plan, root)
    if git and not dry_run:
        history.set_merge_driver(root)


def _made(folder: Path, *, dry_run: bool) -> Path:
    """Give a folder as the root that it is to become, made where it lacks."""
    if folder.exists() and not folder.is_dir():
        raise StcliError(
            say("{folder} is not a folder", folder=str(folder)),
            say("name one, or nothing for this one"),
        )
    try:
        if not dry_run:
            folder.mkdir(parents=True, exist_ok=True)
        return folder.resolve()
    except OSError as error:
        raise terminal.unwritten(folder, error) from None


def _unmerged(workplace: Workplace, attributes: Sequence[str]) -> Iterator[Message]:
    """Give the lines that the attributes which are there already lack."""
    from stcli.acts.founding import ATTRIBUTES

    if workplace.is_there(ATTRIBUTES):
        known = workplace.source(ATTRIBUTES).content.decode("utf-8", "replace").splitlines()
        for line in attributes:
            if line not in known:
                yield say("add this line to {path} by hand: {line}", path=ATTRIBUTES, line=line)


def _next(folder: Path | None) -> Iterator[Message]:
    """Give the commands to type next."""
    from stcli.render.sinks import bash_text

    place = "" if folder is None else f" -C {bash_text(str(folder), '')}"
    yield say("to see what is in it: {command}", command=f"stcli status{place}")
    yield say("to list your agencies: stcli agency add{place} ID --name NAME", place=place)
    yield say("to enter a directive: {command}", command=f"stcli new{place}")
    schemas = bash_text(str((folder or Path()) / ".schema"), "")
    yield say("to have an editor help: {command}", command=f"stcli schema{place} --all {schemas}")
