"""The pages of `explain`: all rules, or one of them whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.messages import Message, say
from stcli.render.page import Column, Fields, Heading, Hint, Page, Paragraph, Table
from stcli.render.style import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stcli.diagnostics import Severity
    from stcli.rules.registry import Rule

_LAW = 30


def rules_page(rules: Sequence[tuple[Rule, Severity]]) -> Page:
    """Lay out every rule with its weight and its law in one line."""
    table = Table(
        columns=(
            Column("rule", say("rule"), Tone.NAME),
            Column("severity", say("severity")),
            Column("law", say("what it wants"), least=_LAW),
        ),
        rows=tuple((rule.name, say(weight), Message(rule.summary)) for rule, weight in rules),
    )
    return Page((table,), (Hint("stcli explain RULE", say("a rule whole, with examples")),))


def rule_page(rule: Rule, weight: Severity) -> Page:
    """Lay out one rule: its law, why and how to obey, and examples."""
    settable = (
        say("this one cannot be set or allowed: such a file cannot be read at all")
        if rule.fixed
        else say(
            "`severity: {{{name}: off}}` in stcli.yaml; `# stcli: allow {name}` on a line",
            name=rule.name,
        )
    )
    return Page(
        (
            Heading(rule.name),
            Paragraph(Message(rule.text)),
            Fields(
                (
                    (say("severity"), say(weight)),
                    (say("to set it"), settable),
                )
            ),
        )
    )
