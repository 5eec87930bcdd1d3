"""Edits carried out: planned, shown, asked about, written, and told with what takes them back."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from stcli.cli import terminal
from stcli.cli.options import MANNER
from stcli.cli.session import INCOMPLETE, Session
from stcli.errors import StcliError
from stcli.messages import say
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from stcli.acts import Act, Left, Office, Target
    from stcli.cli.options import Manner
    from stcli.cli.workplace import Workplace
    from stcli.editing import Change
    from stcli.messages import Message
    from stcli.saving import Revision
    from stcli.words import Language

FORMATS = ("text", "json")

References = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[REF]...",
        show_default=False,
        help="Tasks, such as 25/CT-TTg#3; parts of numbers serve where only one fits.",
    ),
]
On = Annotated[
    str | None,
    typer.Option("--on", metavar="DAY", help="The day it happened, if not today: 2025-06-30."),
]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done, and why something is not, where many were asked for.

    `unread` are files that could not be read when tasks were looked for, `left` those to which
    nothing was done. `notes` are about the whole, `nothing` is said where there is nothing to be
    done, and `status` is how the run ends.
    """

    acts: tuple[Act, ...]
    left_out: tuple[StcliError, ...] = ()
    unread: tuple[str, ...] = ()
    left: tuple[Left, ...] = ()
    notes: tuple[Message, ...] = ()
    nothing: Message | None = None
    status: int = 0


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
    _require_editable(session)
    if manner.commit:
        from stcli import history

        history.require_repository(session.root)
    if not manner.writes:
        planned, wanted = _worked_out(session, plan)
        _tell(session, planned, wanted, manner)
        return
    agreed = _agreed(session, plan) if _asks(manner) else None
    with locked(session.root) as lock:
        planned, wanted = _worked_out(session, plan)
        if agreed is not None and wanted != agreed:
            raise StcliError(
                say("the files were changed while you were asked; nothing is written"),
                say("give the command again"),
            )
        lasting = save(lock, wanted, title=_title(planned, session.language)) if wanted else None
        if manner.commit and wanted:
            from stcli import history

            message = _message(planned, session.language)
            history.record(session.root, [one.path for one in wanted], message)
    _tell(session, planned, wanted, manner, lasting or lock.note)


def surveyed(context: typer.Context) -> tuple[Workplace, Language]:
    """Give the files as they are before anything is planned, and the language to ask in."""
    from stcli.cli.workplace import Workplace

    session = Session(context)
    _require_editable(session)
    workplace = Workplace(session)
    session.settings = workplace.settings
    return workplace, session.language


def _require_editable(session: Session) -> None:
    """Refuse to edit what is in a revision, and to tell of edits in a format that they lack."""
    if session.revision_asked:
        raise StcliError(
            say("what is in a revision cannot be changed"), say("leave --rev out to edit the files")
        )
    session.format(FORMATS)


def _asks(manner: Manner) -> bool:
    """Tell whether somebody sits at a terminal and has to be asked."""
    wanted = bool(manner.where) and not manner.yes
    return wanted and sys.stdin.isatty() and sys.stderr.isatty()


def _worked_out(
    session: Session, plan: Callable[[Workplace], Plan]
) -> tuple[Plan, tuple[Revision, ...]]:
    from stcli.cli.workplace import Workplace

    workplace = Workplace(session)
    session.settings = workplace.settings
    planned = plan(workplace)
    return planned, _revisions(workplace, planned.acts)


def _revisions(workplace: Workplace, acts: Sequence[Act]) -> tuple[Revision, ...]:
    """Give each file that acts change, as it is and as it becomes."""
    from stcli.editing import revised
    from stcli.saving import Revision

    acts = tuple(acts)
    texts = {act.path: act.text for act in acts if act.text is not None}
    begun = {act.path for act in acts if act.begins}
    for path, changes in _by_file(acts):
        texts[path] = revised(workplace.document(path), changes)
    found: dict[tuple[Path, str], Revision] = {}
    for path, text in texts.items():
        before = None if path in begun else workplace.source(path).content
        mark = BOM_UTF8 if before and before.startswith(BOM_UTF8) else b""
        # A link within the root is another name of a file, to which the same was done.
        same = (workplace.root / path).resolve(), text
        found.setdefault(same, Revision(path, before, mark + text.encode()))
    return tuple(found.values())


def _by_file(acts: Iterable[Act]) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """Give the changes of each file in an order in which none moves what another one means."""
    from stcli.editing import Remove

    by_file: dict[str, list[Change]] = {}
    for act in acts:
        by_file.setdefault(act.path, []).extend(act.changes)
    for path, changes in by_file.items():
        kept = [one for one in changes if not isinstance(one, Remove)]
        gone = [one for one in changes if isinstance(one, Remove)]
        gone.sort(key=lambda one: [(isinstance(step, int), step) for step in one.route])
        if changes:
            yield path, (*kept, *reversed(gone))


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


def _title(planned: Plan, language: Language) -> str:
    """Give what was done in one line: the name of an undo, and the subject of a commit."""
    first, *rest = _done(planned, language)
    if not rest:
        return first
    return translate(say("{first}, and {count} more", first=first, count=len(rest)), language)


def _message(planned: Plan, language: Language) -> str:
    """Give the message of a commit: the subject, and below it each act where there are several."""
    done = _done(planned, language)
    title = _title(planned, language)
    return title if len(done) == 1 else "\n".join((title, "", *done))


def _done(planned: Plan, language: Language) -> list[str]:
    return [translate(act.said, language) for act in planned.acts if act.changes_file]


def _tell(
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
    if not session.quiet:
        for note in dict.fromkeys(_notes(planned, wanted, manner, warning)):
            terminal.note(note, session.language)
    if planned.unread or planned.status:
        raise typer.Exit(INCOMPLETE if planned.unread else planned.status)


def _notes(
    planned: Plan, wanted: Sequence[Revision], manner: Manner, warning: Message | None
) -> Iterator[Message]:
    for act in planned.acts:
        yield from act.notes
    yield from (say("left out: {reason}", reason=one.message) for one in planned.left_out)
    for path in planned.unread:
        yield say("no task was looked for in {path}, which has errors: stcli check", path=path)
    yield from map(_left, planned.left)
    yield from planned.notes
    if not planned.acts:
        yield planned.nothing or say("no task fits what --where asks for")
    elif manner.dry_run:
        yield say("nothing is written, as --dry-run was given")
    elif warning is not None:
        yield warning
    elif wanted and manner.writes:
        yield say("to take it back: stcli undo")


def _left(left: Left) -> Message:
    return say(
        "left as it is: {path}:{line}: {reason}",
        path=left.path,
        line=str(left.line),
        reason=left.reason,
    )


def on_tasks(
    context: typer.Context, names: Sequence[str] | None, act: Callable[[Target, Office], Act]
) -> None:
    """Do one act to each task that is named, or that the queries of --where find."""
    carry_out(context, lambda workplace: plan_for(context, workplace, names or (), act))


def plan_for(
    context: typer.Context,
    workplace: Workplace,
    names: Sequence[str],
    act: Callable[[Target, Office], Act],
) -> Plan:
    """Give the plan to do one act to each task that is named, or that the queries find.

    Of those that are named each has to be fit for it; of those that were found some may not be.
    """
    queries = context.meta[MANNER].where
    if not names and not queries:
        raise StcliError(
            say("no task is named"),
            say("write its reference, such as {example}, or --where", example="25/CT-TTg#3"),
        )

    named = {one.name: one for one in workplace.targets(names)}
    acts = [act(one, workplace.office) for one in named.values()]
    left_out: list[StcliError] = []
    found, unread = workplace.found(queries) if queries else ((), ())
    for one in found:
        if one.name not in named:
            try:
                acts.append(act(one, workplace.office))
            except StcliError as error:
                left_out.append(error)
    if not acts and left_out:
        raise left_out[0]
    return Plan(tuple(acts), tuple(left_out), unread)
