"""`explain`: what a rule wants, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from stcli.cli.answers import give_page
from stcli.cli.session import Session


def explain(
    context: typer.Context,
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="[RULE]",
            help="The name that stands in brackets in a finding.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Say what a rule of `check` wants, why, and how to obey it; without a name, list them all.

    Examples: stcli explain; stcli explain task-without-lead.

    Exit status: 0, or 2 for a rule that does not exist.
    """
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
