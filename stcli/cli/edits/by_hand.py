"""`edit` and `undo`: a file changed in the user's own editor, and an edit taken back."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from stcli.cli import terminal
from stcli.cli.check import FINDINGS
from stcli.cli.edits import carrying
from stcli.cli.edits.telling import FORMATS
from stcli.cli.session import Session
from stcli.errors import StcliError, why
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stcli.render.diagnostics.findings import Findings

_BY_PLUS: Final = frozenset(
    {"vi", "vim", "nvim", "gvim", "view", "ex", "nano", "pico", "emacs", "emacsclient", "micro"}
    | {"joe", "jed", "mg", "ne", "kak", "ed", "mcedit", "gedit", "kate"}
)
"""Editors that take `+LINE FILE`."""

_BY_COLON: Final = frozenset({"hx", "helix", "subl", "zed"})
"""Editors that take `FILE:LINE`."""

_BY_GOTO: Final = frozenset({"code", "codium", "code-insiders", "cursor"})
"""Editors that take `--goto FILE:LINE`."""

_USUAL: Final = ("nano", "vim", "vi")
"""What is looked for where nobody has said which editor they like."""


def edit(
    context: typer.Context,
    reference: Annotated[
        str,
        typer.Argument(
            metavar="REF",
            help="A directive, task or agency, or a file: 25/CT-TTg#3, so-khcn, stcli.yaml.",
        ),
    ],
) -> None:
    """Open a directive, task or agency in your editor at its line, and check the file afterwards.

    The editor is that of $VISUAL or $EDITOR. Errors and new warnings of the file are shown
    afterwards, and it is opened again if you like.

    Examples: stcli edit 25/CT-TTg#3; stcli edit so-khcn; EDITOR="code --wait" stcli edit 3772.

    Exit status: 0; 1 if the file is left with errors; 2 for a reference that does not exist, or
    where there is no editor or terminal.
    """
    session = Session(context)
    if session.revision_asked:
        raise StcliError(
            say("what is in a revision cannot be changed"), say("leave --rev out to edit the files")
        )
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise StcliError(
            say("an editor needs a terminal"),
            say("edit the file itself; where it is: stcli show {reference}", reference=reference),
        )
    from stcli.cli.edits.workplace import Workplace

    path, line = Workplace(session).place(reference)
    before = _examined(session, path)
    while True:
        _open(session.root / path, line)
        findings = _examined(Session(context), path)
        _show(session, path, findings, _worth_showing(findings, before))
        errors = [one for one in findings.found if findings.fails(one)]
        if not errors:
            return
        if not terminal.agrees(say("open it again?"), session.language, default=True):
            raise typer.Exit(FINDINGS)
        line = errors[0].place.line


def undo(context: typer.Context) -> None:
    """Take back the last edit that was not taken back yet, if nothing else has touched its files.

    Given again, it takes back the edit before that. What an editor, git or somebody else has
    written is never overwritten.

    Examples: stcli undo.

    Exit status: 0; 2 if there is no edit, or one of its files was changed since.
    """
    session = Session(context)
    from stcli.cli.edits.workplace import Workplace
    from stcli.render import edits
    from stcli.saving import locked, undo

    carrying.require_editable(session)
    session.settings = Workplace(session).settings
    form = session.format(FORMATS)
    with locked(session.root) as lock:
        undone = undo(lock)
    said = say("taken back: {title}", title=undone.title)
    with session.output() as stream:
        if form == "json":
            edits.write_undone(undone, stream)
        else:
            terminal.tell(stream, said, session.language)
    if not session.quiet:
        for path in undone.paths:
            terminal.note(say("{path} is as it was", path=path), session.language)


def command(editor: Sequence[str], path: Path, line: int) -> list[str]:
    """Give the command that opens a file at a line in an editor, as far as it is known to.

    >>> command(["vim"], Path("a.yaml"), 7)
    ['vim', '+7', 'a.yaml']
    """
    name = Path(editor[0]).name.removesuffix(".exe")
    if name in _BY_PLUS:
        return [*editor, f"+{line}", str(path)]
    if name in _BY_COLON:
        return [*editor, f"{path}:{line}"]
    if name in _BY_GOTO:
        return [*editor, "--goto", f"{path}:{line}"]
    return [*editor, str(path)]


def _open(path: Path, line: int) -> None:
    chosen = _chosen()
    try:
        status = subprocess.run(  # noqa: S603 - what the user has chosen as their editor
            command(chosen, path, line), check=False
        ).returncode
    except OSError as error:
        absent = isinstance(error, FileNotFoundError)
        reason = say("there is no such program") if absent else why(error)
        raise StcliError(
            say("{editor} could not be started: {reason}", editor=chosen[0], reason=reason),
            say("set EDITOR to the name of an editor, such as nano"),
        ) from None
    if not path.exists():
        raise StcliError(
            say("{path} is gone", path=str(path)),
            say("to have it back as it was committed: git restore {path}", path=str(path)),
        )
    if status:
        raise StcliError(
            say("{editor} was stopped by signal {number}", editor=chosen[0], number=str(-status))
            if status < 0
            else say("{editor} ended with status {status}", editor=chosen[0], status=str(status)),
            say("look at the file: {path}", path=str(path)),
        )


def _chosen() -> list[str]:
    for name in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(os.environ.get(name, ""))
        except ValueError:
            raise StcliError(
                say("{name} cannot be read as a command", name=name),
                say("set EDITOR to the name of an editor, such as nano"),
            ) from None
        if words:
            return words
    found = next(filter(shutil.which, _USUAL), None)
    if found is None:
        raise StcliError(
            say("no editor was found"), say("set EDITOR to the name of an editor, such as nano")
        )
    return [found]


def _examined(session: Session, path: str) -> Findings:
    """Give what is wrong with one file, as it is now among the others."""
    from stcli.examine import examine
    from stcli.render.diagnostics.findings import Findings

    loaded = session.loaded
    documents = {path: loaded.documents[path]} if path in loaded.documents else {}
    return Findings(examine(loaded, session.day), 1, documents=documents).below([path])


def _worth_showing(findings: Findings, before: Findings) -> Findings:
    """Leave out the warnings that were there before: whoever edits a line knows of them or not."""
    from stcli.policy.comparing import compare
    from stcli.render.diagnostics.fingerprints import fingerprint

    new = compare(findings.found, before.found, fingerprint).new
    kept = [one for one in findings.found if findings.fails(one) or one in new]
    return replace(findings, found=tuple(kept))


def _show(session: Session, path: str, findings: Findings, shown: Findings) -> None:
    from stcli.render.diagnostics import text

    text.draw(shown, session.style(sys.stdout), sys.stdout)
    sys.stdout.flush()
    if session.quiet:
        return
    if findings.found and not shown.found:
        message = say("nothing new; what was found before: stcli check {path}", path=path)
        terminal.note(message, session.language)
    else:
        sys.stderr.write(f"{text.summary(shown, session.language)}\n")
