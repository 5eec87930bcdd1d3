"""One act done to tasks that are named, or that queries find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from stcli.cli.edits.carrying import carry_out
from stcli.cli.edits.plans import Plan
from stcli.cli.options import MANNER
from stcli.errors import StcliError
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from stcli.acts import Act, Office, Target
    from stcli.cli.edits.workplace import Workplace

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
