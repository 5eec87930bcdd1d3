"""`explain`: what a rule wants, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from stcli.cli.answers import give_page
from stcli.cli.deadline import give_explanation
from stcli.cli.session import Session
from stcli.errors import StcliError
from stcli.messages import say


def explain(
    context: typer.Context,
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="[RULE|REF]",
            help="The name that stands in brackets in a finding; with --deadline, a task.",
            show_default=False,
        ),
    ] = None,
    deadline: Annotated[
        bool,
        typer.Option("--deadline", help="Say how the last day of a task was found, step by step."),
    ] = False,
) -> None:
    """Say what a rule of `check` wants, why, and how to obey it; without a name, list them all.

    With --deadline, say how the last day of a task was found: what each document set, what was
    counted, which days off were left out, by which article or notice.

    Examples: stcli explain; stcli explain task-without-lead;
    stcli explain --deadline 03/NQ-CP#16 --as-of 2025-05-24.

    Exit status: 0; 2 for a rule or task that does not exist; 3 if files could not be read.
    """
    if deadline:
        _explain_deadline(Session(context).recall(), rule)
        return
    from stcli.render.pages.rules import rule_page, rules_page
    from stcli.rules.catalogue import RULES, find_rule
    from stcli.rules.registry import severity

    session = Session(context)
    if rule is None:
        weighed = [(one, severity(one.name, session.settings)) for one in RULES.values()]
        give_page(session, rules_page(weighed))
    else:
        found = find_rule(rule)
        give_page(session, rule_page(found, severity(found.name, session.settings)))


def _explain_deadline(session: Session, reference: str | None) -> None:
    from stcli.references import find_task
    from stcli.views.details import task_detail
    from stcli.views.explanations import explain_task

    if reference is None:
        raise StcliError(
            say("--deadline takes a task"),
            say("write it as {example}", example="stcli explain --deadline 25/CT-TTg#3"),
        )
    day = session.day
    session.narrow(lambda index: index.around(day, reference))
    loaded = session.loaded
    tracker, references, settings = loaded.tracker, loaded.references, loaded.settings
    found = find_task(reference, references)
    detail = task_detail(found, tracker, references, settings, day)
    give_explanation(session, explain_task(detail, references, settings), loaded.invalid)
    session.finish()
