"""`status`, `overdue`, `upcoming` and `list`: tasks counted and listed."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from stcli.cli import frequent, listing, selection
from stcli.cli.answers import Answer, give, give_page
from stcli.cli.frequent import FINDINGS, UPCOMING
from stcli.cli.session import Session
from stcli.errors import StcliError
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from stcli.render.page import Page
    from stcli.views.orders import Order
    from stcli.views.tasks import TaskRow

Query = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[QUERY]...",
        show_default=False,
        help='Words and conditions that all hold: lead:so-khcn "due<2025-07" -tag:x "công nghệ".',
    ),
]
Sort = Annotated[
    str | None,
    typer.Option(
        metavar="KEY",
        help="Order by due, late, issued, lead, directive or state; -KEY turns it round.",
    ),
]


Expand = Annotated[
    bool,
    typer.Option("--expand", help="A task of a collective once for each of its members."),
]


def status(
    context: typer.Context,
    query: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[REF|QUERY]...",
            show_default=False,
            help="Directives by number or a part of it, and conditions as in `stcli list`.",
        ),
    ] = None,
    by: Annotated[
        str,
        typer.Option(
            metavar="GROUP",
            help="A row for each directive, agency, issuer, year, officer or tag.",
        ),
    ] = "directive",
    tree: Annotated[
        bool,
        typer.Option("--tree", help="With --by agency: each agency below the one it is part of."),
    ] = False,
    expand: Expand = False,
) -> None:
    """Count tasks by state: all of them, and for each directive, agency, issuer, year or tag.

    A recurring task counts once for each time that it has fallen due, and for the next.

    Examples: stcli status; stcli status --by agency --tree; stcli status 03/NQ-CP --expand;
    stcli status 03/NQ-CP --as-of 2025-06-30.

    Exit status: 0; 2 for a reference or group that does not exist, or a query that cannot be
    read; 3 if files could not be read.
    """
    session = Session(context).recall()
    from stcli.render import records
    from stcli.render.pages.status import status_page

    plain = not (query or expand or tree or by != "directive")
    found = (frequent.status(session) if plain else None) or selection.status(
        session, query or [], by, expand=expand, tree=tree
    )
    give(
        session,
        Answer(
            page=partial(status_page, found, session.invalid),
            record=partial(records.status, found, session.invalid),
            fields=records.STATUS_FIELDS,
            records=partial(records.status_rows, found),
        ),
    )
    session.finish()


def overdue(
    context: typer.Context,
    query: Query = None,
    sort: Sort = None,
    expand: Expand = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="End with status 1 if anything is overdue.")
    ] = False,
) -> None:
    """List the overdue tasks, worst first.

    Examples: stcli overdue; stcli overdue lead:bo-khcn; stcli overdue --exit-code in a pipeline.

    Exit status: 0; 1 with --exit-code if there are any; 2 for a query that cannot be read; 3 if
    files could not be read.
    """
    session = Session(context).recall()
    if not (query or sort or expand):
        page, late = frequent.overdue(session)
        if page is not None:
            give_page(session, page)
            session.finish()
            if exit_code and late:
                raise typer.Exit(FINDINGS)
            return
    from stcli.render.pages.tasks import overdue_page
    from stcli.views import orders

    chosen = selection.Chosen(session, query or [], expand=expand)
    wanted = listing.Wanted(chosen, orders.is_overdue, (orders.WORST_FIRST, *_orders(sort)))
    found = listing.give(session, wanted, overdue_page)
    session.finish()
    if exit_code and found:
        raise typer.Exit(FINDINGS)


def upcoming(
    context: typer.Context,
    query: Query = None,
    within: Annotated[
        str, typer.Option(metavar="DAYS", help="How far ahead to look, as 30d or 30.")
    ] = f"{UPCOMING}d",
    sort: Sort = None,
    expand: Expand = False,
) -> None:
    """List what falls due next, nearest first.

    Examples: stcli upcoming; stcli upcoming --within 7d; stcli upcoming responsible:bo-khcn.

    Exit status: 0; 2 for a span or query that cannot be read; 3 if files could not be read.
    """
    session = Session(context).recall()
    from stcli.render.pages.tasks import upcoming_page
    from stcli.views import orders

    days = _days(within)
    known = None if query or sort or expand else frequent.upcoming(session, days)
    if known is not None:
        give_page(session, known)
        session.finish()
        return
    until = session.day + timedelta(days=min(days, (date.max - session.day).days))
    chosen = selection.Chosen(session, query or [], until=until, expand=expand)
    coming = orders.is_coming(session.day, days)
    wanted = listing.Wanted(chosen, coming, (orders.NEAREST_FIRST, *_orders(sort)))

    def page(
        found: tuple[TaskRow, ...], day: date, label: Callable[[str], str], invalid: tuple[str, ...]
    ) -> Page:
        return upcoming_page(found, day, until, label, invalid)

    listing.give(session, wanted, page)
    session.finish()


def list_(
    context: typer.Context, query: Query = None, sort: Sort = None, expand: Expand = False
) -> None:
    """List tasks by a query; without one, all of them.

    Words are searched for in titles, numbers, products and agencies, without regard to case and
    diacritics; conditions are KEY:VALUE[,VALUE...] and KEY<VALUE, <=, >, >=; a dash negates.
    Keys: lead, with, responsible, agency, state, due, original, late, extensions, done, issued,
    year, issuer, directive, type, id, title, product, officer, evidence, tag, period, member, is.

    Examples: stcli list state:overdue,due-soon; stcli list lead:bo-khcn "due<2025-07-01";
    stcli list -tag:muc-I "chuyển đổi số"; stcli list due:2025-Q2 --sort -late.

    Exit status: 0; 2 for a query that cannot be read; 3 if files could not be read.
    """
    session = Session(context).recall()
    known = None if sort or expand else _known_list(session, query or [])
    if known is not None:
        give_page(session, known)
        session.finish()
        return
    from stcli.render.pages.tasks import list_page

    chosen = selection.Chosen(session, query or [], expand=expand)
    wanted = listing.Wanted(chosen, lambda _: True, _orders(sort))
    listing.give(session, wanted, list_page)
    session.finish()


def _known_list(session: Session, words: list[str]) -> Page | None:
    """List what fits words from the index; None where it does not tell, or they are wrong."""
    with suppress(StcliError):
        return frequent.listed(session, words)
    return None


def _orders(sort: str | None) -> tuple[Order, ...]:
    """Give the order that was asked for, if any was."""
    from stcli.views import orders

    return () if sort is None else (orders.order(sort),)


def _days(text: str) -> int:
    digits = text.strip().removesuffix("d")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_SPAN):
        raise StcliError(
            say("--within takes a number of days, not `{text}`", text=text),
            say("write it as 30d or 30"),
        )
    return int(digits)


_LONGEST_SPAN = 5
