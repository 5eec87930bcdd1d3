"""Edits carried out: planned, shown, asked about, written, and told with what takes them back."""

from __future__ import annotations

import sys
from contextlib import suppress
from errno import EISDIR, ENOENT, EPIPE
from pathlib import Path
from typing import TYPE_CHECKING

from stcli.cli import terminal
from stcli.cli.edits import telling
from stcli.cli.edits.plans import revisions
from stcli.cli.edits.telling import FORMATS
from stcli.cli.options import MANNER
from stcli.cli.session import Session
from stcli.errors import StcliError, why
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable

    import typer

    from stcli.cli.edits.plans import Plan
    from stcli.cli.edits.workplace import Workplace
    from stcli.cli.options import Manner
    from stcli.saving import Revision
    from stcli.words import Language


def carry_out(
    context: typer.Context, plan: Callable[[Workplace], Plan], root: Path | None = None
) -> None:
    """Do what a plan makes of the files as they are, one edit of these files at a time.

    The files are those below a root that is about to become one, else those of the session.

    The plan is made under the lock. Where somebody has to be asked, it is made and shown before
    that, so that nobody waits for the answer, and done only if it is still the same then.
    """
    from stcli.saving import locked, save

    session = Session(context)
    if root is not None:
        session.root = root
    manner: Manner = context.meta[MANNER]
    require_editable(session)
    if manner.commit:
        from stcli import history

        history.require_repository(session.root)
    if not manner.writes:
        planned, wanted = _worked_out(session, plan)
        telling.tell(session, planned, wanted, manner)
        telling.end(planned)
        return
    agreed = _agreed(session, plan) if _asks(manner) else None
    with locked(session.root) as lock:
        planned, wanted = _worked_out(session, plan)
        if agreed is not None and wanted != agreed:
            raise StcliError(
                say("the files were changed while you were asked; nothing is written"),
                say("give the command again"),
            )
        title = telling.title(planned, session.language) if wanted else ""
        try:
            lasting = save(lock, wanted, title=title) if wanted else None
        except KeyboardInterrupt:
            # An edit that has begun is brought to its end first.
            if _is_written(session.root, wanted):
                message = say("interrupted when it was done: {title}", title=title)
                terminal.note(message, session.language)
            raise
        failure = _committed(session, planned, wanted) if manner.commit and wanted else None
    try:
        telling.tell(session, planned, wanted, manner, lasting or lock.note)
    except OSError as error:
        raise _untold(error, session) if wanted else error from None
    if failure is not None:
        raise failure
    telling.end(planned)


def _is_written(root: Path, wanted: tuple[Revision, ...]) -> bool:
    with suppress(OSError):
        return all((root / one.path).read_bytes() == one.after for one in wanted)
    return False


def _untold(error: OSError, session: Session) -> Exception:
    """Give the error that an edit was done of which nobody could be told; a closed pipe is none."""
    if error.errno == EPIPE:
        return error
    terminal.let_go_of(sys.stdout)
    return StcliError(
        say("the files are changed, but that could not be told: {reason}", reason=why(error)),
        say("to take it back: {command}", command=session.line("undo")),
    )


def _committed(session: Session, planned: Plan, wanted: tuple[Revision, ...]) -> StcliError | None:
    """Commit what was written; where git does not, give why, to be said after what was done."""
    from stcli import history

    message = telling.message(planned, session.language)
    root = session.root.resolve()
    # A link is another name of a file, and git knows the file by its own.
    paths = [(root / one.path).resolve().relative_to(root).as_posix() for one in wanted]
    try:
        done = history.record(session.root, paths, message)
    except StcliError as error:
        return error
    if not done:
        note = say("git has these files as they are now: there was nothing to commit")
        terminal.note(note, session.language)
    return None


def surveyed(context: typer.Context) -> tuple[Workplace, Language]:
    """Give the files as they are before anything is planned, and the language to ask in."""
    from stcli.cli.edits.workplace import Workplace

    session = Session(context)
    require_editable(session)
    workplace = Workplace(session)
    session.settings = workplace.settings
    return workplace, session.language


def require_editable(session: Session) -> None:
    """Refuse to edit what is in a revision, and to tell of edits in a format that they lack."""
    if session.revision_asked:
        raise StcliError(
            say("what is in a revision cannot be changed"), say("leave --rev out to edit the files")
        )
    session.format(FORMATS)
    if session.output_file is not None:
        path = session.answer_file(Path(session.output_file))
        if path.is_dir() or not path.absolute().parent.is_dir():
            raise terminal.unwritten(path, OSError(EISDIR if path.is_dir() else ENOENT, ""))


def _asks(manner: Manner) -> bool:
    """Tell whether somebody sits at a terminal and has to be asked."""
    wanted = bool(manner.where) and not manner.yes
    return wanted and sys.stdin.isatty() and sys.stderr.isatty()


def _worked_out(
    session: Session, plan: Callable[[Workplace], Plan]
) -> tuple[Plan, tuple[Revision, ...]]:
    from stcli.cli.edits.workplace import Workplace

    workplace = Workplace(session)
    session.settings = workplace.settings
    planned = plan(workplace)
    return planned, revisions(workplace, planned.acts)


def _agreed(session: Session, plan: Callable[[Workplace], Plan]) -> tuple[Revision, ...] | None:
    """Show what is to be done to many, and give it if that is wanted; typer.Abort if not."""
    planned, wanted = _worked_out(session, plan)
    if not wanted:
        return None
    terminal.note(say("to be recorded:"), session.language)
    for act in planned.acts:
        terminal.note(act.said, session.language)
    terminal.confirm(
        say("do this to {count} tasks?", count=len(planned.acts))
        if len(planned.acts) > 1
        else say("do this?"),
        session.language,
    )
    return wanted
