"""`status`, `overdue`, `upcoming` and `list`: tasks counted and listed."""

from __future__ import annotations

from typing import Annotated

import typer

from stcli.cli.answers import answer_status, answer_tasks
from stcli.cli.session import Session
from stcli.cli.words_of import days_of

FINDINGS = 1

Query = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[QUERY]...",
        help='Words and conditions, all of which hold: lead:so-khcn due<2025-07 -tag:x "công nghệ"',
        show_default=False,
    ),
]


def status(
    context: typer.Context,
    query: Query = None,
    by: Annotated[
        str,
        typer.Option(
            metavar="GROUP", help="directive, agency, issuer, year, officer or tag: a row for each."
        ),
    ] = "directive",
) -> None:
    """Count tasks by state: per directive, or per agency, issuer, year, officer or tag.

    Examples: `stcli status`, `stcli status --by agency`, `stcli status 03/NQ-CP --as-of 2025-06-30`.

    Exit status: 0, or 3 when files could not be read and their tasks are missing.
    """
    session = Session(context)
    answer_status(session, query or [], by)
    session.finish()
