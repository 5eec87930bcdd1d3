"""`schema`: the format of the files as JSON Schema, for editors."""

from __future__ import annotations

from functools import partial
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from stcli.cli import terminal
from stcli.cli.outputs import put
from stcli.cli.session import Session
from stcli.errors import StcliError
from stcli.messages import Message, say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

FORMATS: Final = ("json",)
FILES: Final = ("directive", "agencies", "calendar", "settings", "baseline")


def schema(
    context: typer.Context,
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="[KIND]",
            show_default=False,
            help="The files it is for: directive, agencies, calendar, settings or baseline; else "
            "directive.",
        ),
    ] = None,
    all_: Annotated[
        Path | None,
        typer.Option(
            "--all",
            metavar="FOLDER",
            help="Write the schemas of all kinds into this folder, each named KIND.json.",
        ),
    ] = None,
) -> None:
    """Write JSON Schema of the files, with which an editor completes, explains and checks them.

    It knows the agencies of the nearest directives by their ids: write it anew when they change.
    The README says how editors find it, and what only `stcli check` sees.

    Examples: stcli schema --all .schema; stcli schema -o .schema/directive.json;
    stcli schema settings --lang vi.

    Exit status: 0; 2 for a kind of files that is not known; 3 if the agencies could not be read.
    """
    session = Session(context)
    session.format(FORMATS)
    if kind is not None and kind not in FILES:
        raise StcliError(
            say("there is no schema of `{kind}`", kind=kind),
            say("the schemas are: {known}", known=", ".join(FILES)),
        )
    if all_ is None:
        _give(session, kind or FILES[0])
    elif kind is not None or session.output_file is not None:
        raise StcliError(
            say("--all names each file by itself"),
            say("leave out the kind and --output, or leave out --all"),
        )
    else:
        for one in FILES:
            _put(session, one, all_ / f"{one}.json")
    session.finish(session.agencies)


def _give(session: Session, kind: str) -> None:
    if session.output_file is not None:
        _put(session, kind, session.answer_file(Path(session.output_file)))
        return
    with session.output() as stream:
        _write(session, kind, stream)


def _put(session: Session, kind: str, file: Path) -> None:
    """Write a file whole or not at all, in a folder that is made if need be."""
    stream = StringIO()
    _write(session, kind, stream)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise terminal.unwritten(file, error) from None
    put(file, stream.getvalue())


def _write(session: Session, kind: str, stream: TextIO) -> None:
    from stcli.render.json import write_nested
    from stcli.schema.json_schema import json_schema
    from stcli.words import translate

    agencies = {one.id: one.name for one in session.agencies.tracker.listed}
    said = partial(translate, language=session.language)
    write_nested(json_schema(kind, said, agencies, _rules()), stream)


def _rules() -> Mapping[str, Message]:
    """Give the rules that an office can weigh, each with its law."""
    from stcli.rules.catalogue import RULES

    return {one.name: Message(one.summary) for one in RULES.values() if not one.fixed}
