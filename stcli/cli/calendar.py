"""`calendar`: working days, days off and swapped days, with what falls due on them."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from stcli.cli.answers import Answer, give
from stcli.cli.session import Session
from stcli.errors import StcliError
from stcli.messages import say

if TYPE_CHECKING:
    from stcli.deadlines import Period


def calendar(
    context: typer.Context,
    period: Annotated[
        str | None,
        typer.Argument(
            metavar="[YEAR|MONTH]",
            show_default=False,
            help="A year (2026), a part of one (2026-Q2) or a month (2026-04); else this year.",
        ),
    ] = None,
) -> None:
    """Show the working days, the days off and swapped days by which deadlines are counted.

    Each has the law or notice that it rests on, and the tasks that fall due on it. An office
    lists its own days in directives/calendar.yaml.

    Examples: stcli calendar; stcli calendar 2026; stcli calendar 2026-04; stcli calendar -f json.

    Exit status: 0; 2 for what is neither year nor month; 3 if files could not be read.
    """
    session = Session(context).recall()
    from stcli.cli import selection
    from stcli.render import calendar_records
    from stcli.render.pages.calendar import calendar_page
    from stcli.views.calendar import stretch

    asked = _period(period or str(session.day.year))
    rows = selection.tasks(session, [], until=max(asked.last, session.day))
    shown = stretch(session.settings.calendar, rows, asked.first, asked.last)
    invalid = session.loaded.invalid
    give(
        session,
        Answer(
            page=partial(calendar_page, shown, invalid),
            record=partial(calendar_records.calendar, shown, session.day, invalid),
            fields=calendar_records.CALENDAR_FIELDS,
            records=partial(calendar_records.calendar_days, shown),
        ),
    )
    session.finish()


def _period(text: str) -> Period:
    """Give the year, or part of it, that was asked for."""
    from stcli.deadlines import DeadlineProblem, Period, Span, parse

    with suppress(DeadlineProblem):
        match parse(text):
            case Period(unit=unit) as found if unit is not Span.YEARS:
                return found
            case _:
                pass
    raise StcliError(
        say("`{text}` is neither a year nor a month", text=text),
        say("write it as {year} or {month}", year="2026", month="2026-04"),
    )
