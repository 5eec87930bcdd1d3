"""`new`: a directive entered, from options and from what is asked on a terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Final

import typer

from stcli.cli.edits import asking, carrying, telling
from stcli.cli.edits.plans import Plan
from stcli.cli.session import asked_day
from stcli.errors import StcliError
from stcli.messages import say

if TYPE_CHECKING:
    from datetime import date

    from stcli.acts import Beginning
    from stcli.cli.edits.workplace import Workplace

FORMATS: Final = telling.FORMATS


def new(  # noqa: PLR0913, PLR0917 - each is an option
    context: typer.Context,
    number: Annotated[
        str | None,
        typer.Argument(
            metavar="[NUMBER]", show_default=False, help="Its number and symbol: 25/CT-TTg."
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What it is about, in its own words.")
    ] = None,
    issuer: Annotated[
        str | None,
        typer.Option(metavar="AGENCY", help="Who issued it: an id, a name, or a part of one."),
    ] = None,
    issued: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day it was issued: 2025-01-09.")
    ] = None,
    type_: Annotated[
        str | None,
        typer.Option("--type", metavar="WORDS", help="What it is, if its symbol does not tell."),
    ] = None,
    received: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day it arrived at the office.")
    ] = None,
    effective: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day from which it is in force.")
    ] = None,
    implements: Annotated[
        list[str] | None,
        typer.Option(metavar="REF", help="What it carries out; may be given several times."),
    ] = None,
    cites: Annotated[
        list[str] | None,
        typer.Option(metavar="REF", help="What else it refers to; may be given several times."),
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(metavar="TEXT", help="Where it was read; may be given several times."),
    ] = None,
    tag: Annotated[
        list[str] | None,
        typer.Option(metavar="TAG", help="A mark to find it by; may be given several times."),
    ] = None,
) -> None:
    """Enter a directive: begin its file, named after its year and number.

    On a terminal what is missing of number, title, day of issue and issuer is asked for, with
    what its number tells proposed; Tab completes agencies and references. Elsewhere the options
    have to say it. Tasks are added with `stcli add`.

    Examples: stcli new; stcli new 3772/UBND-KGVX --implements 25/CT-TTg;
    stcli new 25/CT-TTg --title "Phát triển thị trường khoa học" --issuer thu-tuong
    --issued 2023-10-05.

    Exit status: 0; 2 for what is missing, cannot be, or is there already, and nothing is
    written; 130 if a question is left with Ctrl-C.
    """
    from stcli import acts

    known = acts.Beginning(
        number=number or "",
        title=title or "",
        issuer=issuer or "",
        issued=_day(issued),
        type=type_,
        received=_day(received),
        effective=_day(effective),
        implements=tuple(implements or ()),
        cites=tuple(cites or ()),
        source=tuple(source or ()),
        tags=tuple(tag or ()),
    )
    if known.missing and asking.possible():
        from stcli.cli.edits.about_directive import about_directive

        workplace, language = carrying.surveyed(context)
        known = about_directive(known, workplace, language)
    carrying.carry_out(context, lambda workplace: plan(known, workplace))


def plan(known: Beginning, workplace: Workplace) -> Plan:
    """Give the plan to enter a directive, its agency and references as files have them."""
    from stcli import acts
    from stcli.cli.edits.entering import judged, references

    written = replace(
        known,
        issuer=next(iter(workplace.agency_ids(filter(None, (known.issuer,)))), ""),
        implements=references(known.implements, workplace),
        cites=references(known.cites, workplace),
    )
    unread = workplace.known.unnamed([known.number])
    if unread:
        raise StcliError(
            say("{path} cannot be read, and may be this directive", path=unread[0]),
            say("mend it first, or take the number out of it: stcli check {path}", path=unread[0]),
        )
    act = acts.begin(written, workplace.known.references, is_there=workplace.is_there)
    return Plan((judged(act, workplace),))


def _day(text: str | None) -> date | None:
    return None if text is None else asked_day(text)
