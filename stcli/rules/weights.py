"""The rules about rules: what an office lets be, by `# stcli: allow` or in `stcli.yaml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.diagnostics import Rewriting, Severity
from stcli.messages import say
from stcli.rules.registry import RULES, Finding, Scope, Survey, declare_doubt, rule
from stcli.settings import PATH
from stcli.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterator

declare_doubt(
    "unused-allowance",
    """An allowance allows something on its line.

    `# stcli: allow RULE` drops what that rule finds on the line, or on the next one
    if the comment stands alone. Delete it when the fault is gone, so that it hides
    no new one. A reason may follow after another `#`.

    Wrong:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn  # stcli: allow several-leads

    Right:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: [bo-khcn, so-khcn]  # stcli: allow several-leads # như văn bản
    """,
)


@rule(Severity.WARNING, Scope.OFFICE)
def unknown_rule(survey: Survey) -> Iterator[Finding]:
    """Only the names of rules that can be weighed stand under `severity`.

    A mistyped name changes nothing, and nobody would notice. `stcli explain` lists
    the rules. Rules that leave a file unread, such as `syntax`, are errors for
    every office.

    Wrong:

        # stcli.yaml
        severity:
          several-lead: off

    Right:

        # stcli.yaml
        severity:
          several-leads: off
    """
    for name in survey.settings.severities:
        known, fix = RULES.get(name), None
        if known is None:
            near = closest(name, RULES)
            message = say("there is no rule `{rule}`", rule=name)
            help_ = say("did you mean `{near}`?", near=near) if near else say("see: stcli explain")
            if near and not RULES[near].fixed:
                fix = Rewriting(say("write {text}", text=near), near, safe=False)
        elif known.fixed:
            message = say("`{rule}` cannot be weighed", rule=name)
            help_ = say("delete the line; such a file cannot be read at all")
        else:
            continue
        yield Finding(PATH, ("severity", name), message, help_, at_key=True, fix=fix)
