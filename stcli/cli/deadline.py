"""`deadline`: what the words of a document mean as a last day, and why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from stcli.cli.answers import Answer, give
from stcli.cli.session import Session, asked_day

if TYPE_CHECKING:
    from stcli.views.explanations import Explanation


def deadline(
    context: typer.Context,
    words: Annotated[
        str,
        typer.Argument(
            metavar="WORDS",
            help='Words of a document, "trong quý III năm 2026", or what stands under `due`.',
        ),
    ],
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="DAY",
            help="The day that the words were said on, or of the event they count from.",
        ),
    ] = None,
) -> None:
    """Say how words are read as a deadline, which last day they give, and why, step by step.

    Days off and the office's settings are those of the nearest directives, as for any task. What
    the words leave open is said: whether "trước ngày" includes the day, what is counted from.

    Examples: stcli deadline "trong quý III năm 2026"; stcli deadline "trước ngày 30/8/2026";
    stcli deadline "15 ngày làm việc kể từ ngày nhận được văn bản" --from 2026-05-04.

    Exit status: 0; 1 for words that give no deadline; 2 for a day that is none.
    """
    session = Session(context)
    from stcli.views.explanations import explain_words

    said_on = None if from_ is None else asked_day(from_)
    shown = explain_words(words, said_on, session.settings, session.day)
    give_explanation(session, shown)
    if shown.reading is None:
        raise typer.Exit(1)


def give_explanation(
    session: Session, shown: Explanation, incomplete: tuple[str, ...] = ()
) -> None:
    """Write an explanation where and how the user wants it."""
    from stcli.render import deadline_records
    from stcli.render.pages.deadline import deadline_page

    give(
        session,
        Answer(
            page=partial(deadline_page, shown, incomplete),
            record=partial(deadline_records.explained, shown, incomplete),
            fields=deadline_records.STEP_FIELDS,
            records=partial(deadline_records.steps, shown),
        ),
    )
