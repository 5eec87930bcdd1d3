"""Edits told: in a line each, as a diff or as JSON, with what takes them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from stcli.cli import terminal
from stcli.cli.edits.plans import comments_gone
from stcli.cli.session import INCOMPLETE
from stcli.messages import say
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stcli.acts import Left
    from stcli.cli.edits.plans import Plan
    from stcli.cli.options import Manner
    from stcli.cli.session import Session
    from stcli.messages import Message
    from stcli.saving import Revision
    from stcli.words import Language

FORMATS = ("text", "json")


def title(planned: Plan, language: Language) -> str:
    """Give what was done in one line: the name of an undo, and the subject of a commit."""
    first, *rest = _done(planned, language)
    if not rest:
        return first
    return translate(say("{first}, and {count} more", first=first, count=len(rest)), language)


def message(planned: Plan, language: Language) -> str:
    """Give the message of a commit: the subject, and below it each act where there are several."""
    done = _done(planned, language)
    first = title(planned, language)
    return first if len(done) == 1 else "\n".join((first, "", *done))


def _done(planned: Plan, language: Language) -> list[str]:
    return [translate(act.said, language) for act in planned.acts if act.changes_file]


def tell(
    session: Session,
    planned: Plan,
    wanted: Sequence[Revision],
    manner: Manner,
    warning: Message | None = None,
) -> None:
    """Say what was done, or with a dry run show what would be; a warning comes instead of undo."""
    from stcli.render import edits

    with session.output() as stream:
        if session.format(FORMATS) == "json":
            edits.write_json(planned.acts, planned.left, wanted, stream, written=manner.writes)
        elif manner.dry_run:
            edits.draw_diff(wanted, session.style(stream), stream)
        else:
            edits.draw(planned.acts, session.style(stream), stream)
        stream.flush()
    if not session.quiet:
        for note in dict.fromkeys(_notes(planned, wanted, manner, warning, session.line("undo"))):
            terminal.note(note, session.language)


def end(planned: Plan) -> None:
    """End with the status of a plan, where that is not 0."""
    if planned.unread or planned.status:
        raise typer.Exit(INCOMPLETE if planned.unread else planned.status)


def _notes(
    planned: Plan,
    wanted: Sequence[Revision],
    manner: Manner,
    warning: Message | None,
    again: str,
) -> Iterator[Message]:
    for act in planned.acts:
        yield from act.notes
    yield from (say("left out: {reason}", reason=one.message) for one in planned.left_out)
    for path in planned.unread:
        yield say("no task was looked for in {path}, which has errors: stcli check", path=path)
    gone = comments_gone(wanted) if _takes_away(planned) else ()
    if gone:
        yield say("comments that went too: {comments}", comments="; ".join(f"# {c}" for c in gone))
    yield from map(_left, planned.left)
    yield from planned.notes
    if not planned.acts:
        yield planned.nothing or say("no task fits what --where asks for")
    elif manner.dry_run:
        yield say("nothing is written, as --dry-run was given")
    elif warning is not None:
        yield warning
    elif wanted and manner.writes:
        yield say("to take it back: {command}", command=again)


def _takes_away(planned: Plan) -> bool:
    """Tell whether comments can have gone; what only adds or replaces keeps them all."""
    from stcli.editing import Remove

    return any(isinstance(one, Remove) for act in planned.acts for one in act.changes)


def _left(left: Left) -> Message:
    return say(
        "left as it is: {path}:{line}: {reason}",
        path=left.path,
        line=str(left.line),
        reason=left.reason,
    )
