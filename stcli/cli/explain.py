"""`explain`: what a rule wants, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from stcli.cli.answers import draw_page
from stcli.cli.session import Session


def explain(
    context: typer.Context,
    rule: Annotated[
        str | None,
        typer.Argument(metavar="[RULE]", help="The name that stands in brackets in a finding.", show_default=False),
    ] = None,
) -> None:
    """Say what a rule of `check` wants, why, and how to obey it; without a name, list them all.

    Examples: `stcli explain`, `stcli explain task-without-lead`.

    Exit status: 0, or 2 for a rule that does not exist.
    """
    from stcli.render.pages.rules import rule_page, rules_page  # noqa: PLC0415 - drawing only
    from stcli.rules.catalogue import find_rule, weighed_rules  # noqa: PLC0415 - heavy

    session = Session(context)
    if rule is None:
        draw_page(session, rules_page(weighed_rules(session.settings)))
    else:
        found = find_rule(rule)
        draw_page(session, rule_page(found, weight(found, session.settings)))
