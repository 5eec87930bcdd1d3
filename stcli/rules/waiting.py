"""Rules about tasks that wait for other tasks, or are handed on to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.rules.circles import circles
from stcli.rules.registry import Finding, Survey, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.rules.mentions import Citation

    Node = tuple[str, int]


@rule(Severity.ERROR)
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
    for citation in survey.citations:
        if citation.task is not None and {"due", "replaced_by"}.intersection(citation.route):
            task = citation.route[1]
            if isinstance(task, int):
                further = steps.setdefault((citation.directive.path, task), {})
                further.setdefault((citation.found[0].path, citation.task), citation)
    for nodes in circles(steps):
        first = nodes.index(min(nodes))
        turned = (*nodes[first:], *nodes[:first], nodes[first])
        citation = steps[turned[0]][turned[1]]
        named = {one.path: one for one in survey.tracker.directives}
        names = (f"{named[path].number}#{named[path].tasks[task].id}" for path, task in turned)
        yield Finding(
            citation.directive.path,
            citation.route,
            say(
                "the tasks wait for each other or replace each other: {circle}",
                circle=" → ".join(names),
            ),
            say("correct one of them; what comes first waits for no other"),
        )
