"""Rules about tasks that wait for other tasks, or are handed on to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.rules.circles import around, circles, shown
from stcli.rules.registry import Finding, Scope, Survey, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.rules.mentions import Citation

    Node = tuple[str, int]


@rule(Severity.ERROR, Scope.ALL)
def task_cycle(survey: Survey) -> Iterator[Finding]:
    """No task waits for itself, and none is replaced by itself, also through others.

    A deadline counted `from task 2` begins when that task is completed. Where that
    one waits for this, neither is ever due; where tasks replace each other, nobody
    has to do any of them. One of the references is mistyped.

    Wrong:

        tasks:
          - {id: 1, title: Thẩm định, lead: bo-tai-chinh, due: 15 days from task 2}
          - {id: 2, title: Báo cáo, lead: bo-khcn, due: 10 days from task 1}

    Right:

        tasks:
          - {id: 1, title: Thẩm định, lead: bo-tai-chinh, due: 15 days from task 2}
          - {id: 2, title: Báo cáo, lead: bo-khcn, due: 2026-06-30}
    """
    steps: dict[Node, dict[Node, Citation]] = {}
    names: dict[Node, str] = {}
    for citation in survey.citations:
        position, directive = _position(citation), citation.directive
        if position is not None and citation.task is not None:
            node = directive.path, position
            names[node] = f"{directive.number}#{directive.tasks[position].id}"
            steps.setdefault(node, {}).setdefault((citation.found[0].path, citation.task), citation)
    for nodes in circles(steps):
        turned = around(nodes, min(nodes))
        citation = steps[turned[0]][turned[1]]
        yield Finding(
            citation.directive.path,
            citation.route,
            say(
                "the tasks wait for each other or replace each other: {circle}",
                circle=shown([names[one] for one in turned]),
            ),
            say("correct one of them; what comes first waits for no other"),
        )


def _position(citation: Citation) -> int | None:
    """Give the position of the task that waits for the one cited, or is replaced by it."""
    match citation.route:
        case ("tasks", int(position), *_, "due") | ("tasks", int(position), *_, "replaced_by", _):
            return position
        case _:
            return None
