"""`done`, `reopen`, `progress`, `change`, `cancel`, `return`, `confirm`: what becomes of tasks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from stcli.cli.edits import carrying, many, telling
from stcli.cli.edits.many import On, References
from stcli.cli.edits.plans import Plan
from stcli.cli.options import MANNER
from stcli.cli.session import asked_day
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from stcli.acts import Act, Office, Target
    from stcli.cli.edits.workplace import Workplace
    from stcli.messages import Message

FORMATS = telling.FORMATS

By = Annotated[
    str | None,
    typer.Option("--by", metavar="NUMBER", help="The document that says so: 412/UBND-KGVX."),
]
Reason = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why, in words.")]


def done(
    context: typer.Context,
    references: References = None,
    on: On = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            "--evidence",
            "-e",
            metavar="NUMBER",
            help="The document or address that shows it; may be given several times.",
        ),
    ] = None,
) -> None:
    """Record that tasks were done, and by which documents that is shown.

    Of a recurring task say for which period, of a collective by which member:
    `25/CT-TTg#3@2024-Q1`, `25/CT-TTg#3@so-khcn`. Evidence for what is done already is added to it.

    Examples: stcli done 25/CT-TTg#3 --evidence 412/BC-SKHCN;
    stcli done 3772#1 3772#2 --on 2024-06-12;
    stcli done --where "lead:so-khcn product:báo" --dry-run.

    Exit status: 0; 2 for a task or day that cannot be, and nothing is written; 3 if with --where
    files could not be read.
    """

    def act(target: Target, office: Office) -> Act:
        from stcli import acts

        return acts.done(target, None if on is None else asked_day(on), evidence or (), office)

    many.on_tasks(context, references, act)


def reopen(
    context: typer.Context,
    references: References = None,
) -> None:
    """Take back that tasks were done, cancelled or returned; their evidence goes too.

    Examples: stcli reopen 25/CT-TTg#3; stcli reopen 03/NQ-CP#49@2024.

    Exit status: 0; 2 for a task that is not there or open as it is, and nothing is written; 3 if
    with --where files could not be read.
    """

    def act(target: Target, _: Office) -> Act:
        from stcli import acts

        return acts.reopen(target)

    many.on_tasks(context, references, act)


def progress(
    context: typer.Context,
    references: References = None,
    note: Annotated[
        str | None, typer.Option("--note", "-n", metavar="TEXT", help="What has been done so far.")
    ] = None,
    percent: Annotated[
        str | None, typer.Option("--percent", "-p", metavar="PERCENT", help="How much, 0 to 100.")
    ] = None,
    on: On = None,
) -> None:
    """Record how far tasks have come: a note, a percentage, or both.

    Examples: stcli progress 25/CT-TTg#3 --note "đã gửi hồ sơ thẩm định" --percent 60.

    Exit status: 0; 2 for a task or day that cannot be, and nothing is written; 3 if with --where
    files could not be read.
    """
    from stcli import acts

    share = None if percent is None else acts.percentage(percent)

    def act(target: Target, office: Office) -> Act:
        return acts.progress(target, _day(on, office), note, share, office)

    many.on_tasks(context, references, act)


def change(  # noqa: PLR0913, PLR0917 - each is an option
    context: typer.Context,
    references: References = None,
    due: Annotated[
        str | None,
        typer.Option(
            metavar="DEADLINE", help='The new deadline: 2024-09-30, 2024-Q3, "15 working days".'
        ),
    ] = None,
    due_text: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help="The words of the document; without --due they are read."
        ),
    ] = None,
    lead: Annotated[
        list[str] | None,
        typer.Option(metavar="AGENCY", help="Who leads from then on; may be given several times."),
    ] = None,
    with_: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="AGENCY", help="Who coordinates from then on."),
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="What is asked now.")] = None,
    product: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What is to be handed in now.")
    ] = None,
    by: By = None,
    on: On = None,
    asked: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day on which it was asked for.")
    ] = None,
    reason: Reason = None,
) -> None:
    """Record what a later document changes in tasks: the last day, who leads, what is asked.

    The task stays as its directive gave it; the change stands below it with its document. It
    holds from the day of that document, if it is among the files, else from today or --on.

    Examples: stcli change 25/CT-TTg#3 --due 2024-09-30 --by 412/UBND-KGVX;
    stcli change 03/NQ-CP#16 --lead bo-khcn --by 71/NQ-CP --on 2025-04-01.

    Exit status: 0; 2 for a task, deadline, agency or day that cannot be, and nothing is written;
    3 if with --where files could not be read.
    """

    def plan(workplace: Workplace) -> Plan:
        from stcli import acts

        document = _document(by, workplace)
        day = _day_of_change(workplace, document, on)
        altered = acts.Alteration(
            due=due,
            due_text=due_text,
            leads=workplace.agency_ids(lead or ()),
            coordinating=workplace.agency_ids(with_ or ()),
            title=title,
            product=product,
            by=document,
            asked=None if asked is None else asked_day(asked),
            reason=reason,
        )

        def act(target: Target, office: Office) -> Act:
            return acts.change(target, day, altered, office)

        planned = many.plan_for(context, workplace, references or (), act)
        return replace(planned, notes=tuple(_unknown(document, on, day, workplace)))

    carrying.carry_out(context, plan)


def cancel(
    context: typer.Context,
    references: References = None,
    by: By = None,
    reason: Reason = None,
    on: On = None,
) -> None:
    """Record that tasks need not be done any more, by which document and why.

    Examples: stcli cancel 25/CT-TTg#3 --by 71/NQ-CP;
    stcli cancel 03/NQ-CP#49@2025 --by 71/NQ-CP.

    Exit status: 0; 2 for a task or day that cannot be, and nothing is written; 3 if with --where
    files could not be read.
    """
    from stcli import acts

    _end(context, references, acts.cancel, (by, on, reason))


def return_(
    context: typer.Context,
    references: References = None,
    by: By = None,
    reason: Reason = None,
    on: On = None,
) -> None:
    """Record that tasks went back to those who gave them, by which document and why.

    Examples: stcli return 25/CT-TTg#3 --reason "không đúng chức năng" --by 15/SKHCN-VP.

    Exit status: 0; 2 for a task or day that cannot be, and nothing is written; 3 if with --where
    files could not be read.
    """
    from stcli import acts

    _end(context, references, acts.return_, (by, on, reason))


def confirm(
    context: typer.Context,
    references: References = None,
    on: On = None,
) -> None:
    """Record that tasks still stand after a document amended or replaced their directive.

    The reference of a directive confirms all of its tasks.

    Examples: stcli confirm 03/NQ-CP#16; stcli confirm 03/NQ-CP.

    Exit status: 0; 2 for a task or day that cannot be, and nothing is written; 3 if with --where
    files could not be read.
    """
    whole = [name for name in references or () if "#" not in name]
    tasks = [name for name in references or () if "#" in name]

    def act(target: Target, office: Office) -> Act:
        from stcli import acts

        return acts.confirm(target, _day(on, office), office)

    def plan(workplace: Workplace) -> Plan:
        from stcli import acts

        office = workplace.office
        confirmed = tuple(
            acts.confirm_directive(directive, name, _day(on, office), office)
            for name, directive in workplace.directives(whole)
        )
        if whole and not tasks and not context.meta[MANNER].where:
            return Plan(confirmed)
        rest = many.plan_for(context, workplace, tasks, act)
        return replace(rest, acts=(*confirmed, *rest.acts))

    carrying.carry_out(context, plan)


def _end(
    context: typer.Context,
    references: list[str] | None,
    end: Callable[[Target, date, str | None, str | None, Office], Act],
    said: tuple[str | None, str | None, str | None],
) -> None:
    """Let tasks end in some way, by the document, on the day and for the reason that are said."""
    by, on, reason = said

    def plan(workplace: Workplace) -> Plan:
        document = _document(by, workplace)

        def act(target: Target, office: Office) -> Act:
            return end(target, _day(on, office), document, reason, office)

        return many.plan_for(context, workplace, references or (), act)

    carrying.carry_out(context, plan)


def _document(by: str | None, workplace: Workplace) -> str | None:
    """Give a document as files refer to it: a part of the number of one among them will do."""
    from stcli.cli.edits.entering import reference

    return None if by is None else reference(by, workplace)


def _unknown(
    document: str | None, on: str | None, day: date, workplace: Workplace
) -> Iterator[Message]:
    """Say from when a change holds whose document is not among the files."""
    if (
        document is not None
        and on is None
        and not workplace.known.naming([document]).written(document)
    ):
        yield say(
            "{by} is not among the files: the change holds from today, {day}, if not from --on",
            by=document,
            day=day,
        )


def _day(on: str | None, office: Office) -> date:
    return office.today if on is None else asked_day(on)


def _day_of_change(workplace: Workplace, by: str | None, on: str | None) -> date:
    """Give the day a change holds from: the one named, else that of its document, else today."""
    if on is not None or by is None:
        return _day(on, workplace.office)
    issued = {one.issued for one in workplace.known.naming([by]).written(by)}
    return issued.pop() if len(issued) == 1 else workplace.office.today
