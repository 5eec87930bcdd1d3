"""`add`: tasks of a directive, from options and from what is asked on a terminal."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Final

import typer

from stcli.cli import terminal
from stcli.cli.edits import asking, carrying, telling
from stcli.cli.edits.adding import Adding
from stcli.messages import say

if TYPE_CHECKING:
    from stcli.acts import Assigned

FORMATS: Final = telling.FORMATS


def add(  # noqa: PLR0913, PLR0917 - each is an option
    context: typer.Context,
    reference: Annotated[str, typer.Argument(metavar="REF", help="The directive: 25/CT-TTg.")],
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="What is to be done.")] = None,
    lead: Annotated[
        list[str] | None,
        typer.Option(metavar="AGENCY", help="Who answers for it: an id, a name, or a part of one."),
    ] = None,
    with_: Annotated[
        list[str] | None,
        typer.Option("--with", metavar="AGENCY", help="Who coordinates; may be given again."),
    ] = None,
    due: Annotated[
        str | None,
        typer.Option(
            metavar="DEADLINE", help='2024-09-30, 2024-Q3, "15 working days"; none for none.'
        ),
    ] = None,
    due_text: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT", help="The words of the document; without --due they are read."
        ),
    ] = None,
    product: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What is to be handed in.")
    ] = None,
    id_: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Its id, if not the next one: 2a, I.3.")
    ] = None,
    officer: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who follows it in the office.")
    ] = None,
    quote: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The sentence that it comes from.")
    ] = None,
    implements: Annotated[
        str | None, typer.Option(metavar="REF", help="The task that it carries out: 25/CT-TTg#2.")
    ] = None,
    tag: Annotated[
        list[str] | None,
        typer.Option(metavar="TAG", help="A mark to find it by; may be given several times."),
    ] = None,
    notes: Annotated[str | None, typer.Option(metavar="TEXT", help="What else to know.")] = None,
) -> None:
    """Add a task to a directive, with the id that follows those it has.

    The words of a document on the deadline are read as `stcli deadline` reads them. On a terminal
    what is missing is asked for, one task after another; Tab completes agencies.

    Examples: stcli add 25/CT-TTg; stcli add 3772 --title "Báo cáo kết quả" --lead so-khcn
    --due 2024-Q2; stcli add 3772 --title "Báo cáo kết quả" --lead so-khcn
    --due-text "trước ngày 15/12/2023".

    Exit status: 0; 2 for what is missing, cannot be, or is there already, and nothing is
    written; 130 if a question is left with Ctrl-C.
    """
    from stcli import acts

    known = acts.Assigned(
        id=id_ or "",
        title=title or "",
        leads=tuple(lead or ()),
        coordinating=tuple(with_ or ()),
        officer=officer,
        quote=quote,
        implements=implements,
        due_text=due_text,
        product=product,
        tags=tuple(tag or ()),
        notes=notes,
    )
    adding = Adding(reference, due)
    if (known.title and known.leads) or not asking.possible():
        carrying.carry_out(context, lambda workplace: adding.plan(known, workplace))
    else:
        _one_after_another(context, adding, known)


def _one_after_another(context: typer.Context, adding: Adding, given: Assigned) -> None:
    """Ask about a task and add it, as long as there is another one."""
    from stcli.cli.edits.about_task import about_task

    while True:
        workplace, language = carrying.surveyed(context)
        known, due = about_task(given, adding, workplace, language)
        answered = replace(adding, due=due)
        carrying.carry_out(context, lambda workplace: answered.plan(known, workplace))  # noqa: B023
        sys.stdout.flush()
        if not terminal.agrees(say("another task?"), language, default=False):
            return
        given = replace(given, id="", title="")
