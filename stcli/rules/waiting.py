"""Rules about tasks that wait for other tasks, or are handed on to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.references import split
from stcli.rules.circles import around, circles, shown
from stcli.rules.registry import Finding, Scope, Survey, rule
from stcli.states import State, recorded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from stcli.documents.data import Route
    from stcli.messages import Message
    from stcli.model import Task
    from stcli.rules.mentions import Citation
    from stcli.states import Record

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


@rule(Severity.WARNING, Scope.ALL)
def never_due(survey: Survey) -> Iterator[Finding]:
    """No open task waits for one that nobody will complete.

    A deadline counted `from task 2` begins when that task is completed. One that
    was cancelled, returned or replaced never is: whoever waits for it is never
    overdue, and nobody is reminded. Enter under `changes` the last day that holds
    now, or a count from the task that took its place.

    Wrong:

        # directives/2023/25-CT-TTg.yaml
        number: 25/CT-TTg
        issued: 2023-10-05
        tasks:
          - id: 1
            title: Thẩm định
            lead: bo-tai-chinh
            due: 15 days from task 2
          - id: 2
            title: Lập hồ sơ
            lead: bo-khcn
            cancelled: {date: 2024-03-10, by: 71/NQ-CP}
        # directives/2024/71-NQ-CP.yaml
        number: 71/NQ-CP
        issued: 2024-03-10

    Right:

        # directives/2023/25-CT-TTg.yaml
        number: 25/CT-TTg
        issued: 2023-10-05
        tasks:
          - id: 1
            title: Thẩm định
            lead: bo-tai-chinh
            due: 15 days from task 2
            changes:
              - {date: 2024-03-10, due: 2024-04-30, by: 71/NQ-CP}
          - id: 2
            title: Lập hồ sơ
            lead: bo-khcn
            cancelled: {date: 2024-03-10, by: 71/NQ-CP}
        # directives/2024/71-NQ-CP.yaml
        number: 71/NQ-CP
        issued: 2024-03-10
    """
    for citation in survey.citations:
        directive, route, text, _, found, awaited = citation
        if awaited is None or route[0] != "tasks" or route[-1] != "due" or split(text).period:
            continue  # an occurrence of a series may have ended otherwise than the whole
        own = directive.tasks[int(route[1])]
        record = recorded(found[0].tasks[awaited], survey.today)
        if (
            record.ended is not None
            and record.done is None
            and directive.issued <= survey.today
            and _is_open(own, survey.today)
            and route == _due_in_force(int(route[1]), own, survey.today)
        ):
            yield Finding(
                directive.path,
                route,
                _never_completed(record, text),
                say("enter under `changes` the last day that holds now, with its document"),
                related=((say("the task that is waited for"), found[0].path, ("tasks", awaited)),),
            )


def _is_open(task: Task, day: date) -> bool:
    """Tell whether somebody still has to do a task.

    Nobody has where all members with an entry have: outlines do not say who leads, so that those
    without one are not looked for.
    """
    record = recorded(task, day)
    own = [one.done for one in task.members if one.period is None]
    delivered = bool(own) and all(done is not None and done <= day for done in own)
    return record.done is None and record.ended is None and not delivered


def _due_in_force(position: int, task: Task, day: date) -> Route:
    """Give the place of the deadline that holds on a day."""
    later = [
        (change.day, number)
        for number, change in enumerate(task.changes)
        if change.due is not None and change.period is None and change.day <= day
    ]
    if not later:
        return "tasks", position, "due"
    return "tasks", position, "changes", max(later)[1], "due"


def _never_completed(record: Record, text: str) -> Message:
    """Say what became of the task that is waited for."""
    if record.replaced_by:
        return say("it never begins: `{task}` was replaced on {day}", task=text, day=record.on)
    if record.ended is State.RETURNED:
        return say("it never begins: `{task}` was returned on {day}", task=text, day=record.on)
    return say("it never begins: `{task}` was cancelled on {day}", task=text, day=record.on)


def _position(citation: Citation) -> int | None:
    """Give the position of the task that waits for the one cited, or is replaced by it."""
    match citation.route:
        case ("tasks", int(position), *_, "due") | ("tasks", int(position), *_, "replaced_by", _):
            return position
        case _:
            return None
