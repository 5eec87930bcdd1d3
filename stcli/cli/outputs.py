"""What `check` found in one or several formats: to standard output and into files."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from stcli.cli import terminal
from stcli.cli.session import checked_format
from stcli.errors import StcliError, why
from stcli.messages import say
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from stcli.cli.session import Session
    from stcli.messages import Message
    from stcli.render.diagnostics.findings import Findings

STEP_SUMMARY: Final = "GITHUB_STEP_SUMMARY"
"""Environment variable: the file that GitHub Actions shows as the summary of a step."""


@dataclass(frozen=True, slots=True)
class Output:
    """A format and the file it goes to; None for standard output."""

    format: str
    file: Path | None = None


def asked(session: Session, known: tuple[str, ...]) -> tuple[Output, ...]:
    """Give the outputs asked for; a StcliError where two would meet, or a file cannot be."""
    outputs = tuple(_output(word, known) for word in session.formats(known))
    unfiled = [one.format for one in outputs if one.file is None]
    if len(unfiled) > 1:
        raise StcliError(
            say(
                "{first} and {second} cannot both go to one place",
                first=unfiled[0],
                second=unfiled[1],
            ),
            say("name a file for one of them: --format {second}=FILE", second=unfiled[1]),
        )
    if session.output_file is not None:
        if not unfiled:
            raise StcliError(
                say("--output has nothing to hold, as each format has a file of its own"),
                say("leave --output out, or name a format without a file"),
            )
        file = Path(session.output_file)
        outputs = tuple(one if one.file else Output(one.format, file) for one in outputs)
    _check_files([session.answer_file(one.file) for one in outputs if one.file is not None])
    return outputs


def _output(word: str, known: tuple[str, ...]) -> Output:
    name, separator, file = word.partition("=")
    format = checked_format(name, known)
    if separator and not file:
        raise StcliError(
            say("`{word}` names no file", word=word),
            say("write it as {example}", example=f"--format {name}=FILE"),
        )
    return Output(format, Path(file) if file and file != "-" else None)


def _check_files(files: list[Path]) -> None:
    """See before anything is written that files differ, and that there can be such files."""
    met: set[Path] = set()
    for file in files:
        real = Path(os.path.realpath(file))
        if real in met:
            raise StcliError(
                say("two formats would go to {path}", path=str(file)),
                say("name a file of its own for each"),
            )
        met.add(real)
        if real.is_dir():
            raise terminal.unwritten(file, say("it is a folder"))
        if not real.parent.is_dir():
            raise terminal.unwritten(file, say("there is no such folder"))


def give(session: Session, outputs: tuple[Output, ...], findings: Findings) -> None:
    """Draw findings in each format; files are written once all are drawn, each whole."""
    drawn = [(one, StringIO()) for one in outputs if one.file is not None]
    notes = [note for one, stream in drawn for note in _draw(session, one, findings, stream)]
    for one, stream in drawn:
        if one.file is not None:
            put(one.file, stream.getvalue())
    for one in outputs:
        if one.file is None:
            notes += _draw(session, one, findings, sys.stdout)
    if any(one.format == "github" for one in outputs):
        notes += _summarise(session, findings)
    sys.stdout.flush()
    _say(session, notes)


def _draw(session: Session, one: Output, findings: Findings, stream: TextIO) -> list[Message]:
    """Draw in one format, and give what that format had to leave out."""
    renderer = import_module(f"stcli.render.diagnostics.{one.format}")
    note: Message | None = renderer.draw(findings, session.style(stream), stream)
    return [] if note is None else [note]


def put(file: Path, text: str) -> None:
    """Write a file, whole or not at all; what is no file, such as a pipe, is just written to."""
    from stcli.saving import write_whole

    real = Path(os.path.realpath(file))
    try:
        if real.is_file() or not file.exists():
            write_whole(real, text)
            return
        with file.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise terminal.unwritten(file, error) from None


def _summarise(session: Session, findings: Findings) -> Iterator[Message]:
    """Add findings to the summary of a step of GitHub Actions; give why where that fails.

    The findings are in the log all the same, so that the run goes on.
    """
    from stcli.render.diagnostics.step_summary import LIMIT, step_summary

    name = os.environ.get(STEP_SUMMARY)
    if not name:
        return
    file = Path(name)
    try:
        taken = file.stat().st_size if file.exists() else 0
        text = step_summary(findings, session.language, LIMIT - taken - 1)
        with file.open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(f"\n{text}" if taken and text else text)
    except OSError as error:
        yield say("the summary of the step was not written: {reason}", reason=why(error))


def _say(session: Session, notes: list[Message]) -> None:
    from stcli.render.sinks import terminal_text

    for note in notes:
        said = translate(say("note: {note}", note=note), session.language)
        sys.stderr.write(f"{terminal_text(said)}\n")


def folder_of(root: Path) -> str:
    """Give the folder of a root in its repository; "" where it is the top, or in none."""
    for top in (root, *root.parents):
        if os.path.lexists(top / ".git"):
            return "" if top == root else root.relative_to(top).as_posix()
    return ""
