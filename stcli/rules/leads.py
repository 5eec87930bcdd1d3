"""Rules about who leads a task."""

# ruff: noqa: D401 - the first line of a rule is its law

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.rules.mentions import current_leads
from stcli.rules.registry import Finding, Survey, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.documents.data import Route
    from stcli.model import Task


@rule(Severity.WARNING)
def task_without_lead(survey: Survey) -> Iterator[Finding]:
    """A task has a lead agency.

    Nobody can be asked about a task that was given to nobody. Where the document
    names a group, list the group as an agency with `kind: collective`; where it
    names nobody, the office decides who answers.

    Wrong:

        tasks:
          - id: 1
            title: Tiếp tục thực hiện Kế hoạch 3232/KH-UBND

    Right:

        tasks:
          - id: 1
            title: Tiếp tục thực hiện Kế hoạch 3232/KH-UBND
            lead: so-khcn
    """
    for directive in survey.tracker.directives:
        for position, task in enumerate(directive.tasks):
            if not current_leads(task):
                yield Finding(
                    directive.path,
                    _route_of_leads(position, task),
                    say("task `{task}` has no lead agency", task=task.id),
                    say("add `lead: ...` with the id of the agency that answers for it"),
                )


@rule(Severity.WARNING)
def several_leads(survey: Survey) -> Iterator[Finding]:
    """A task has one lead agency; the others coordinate.

    Where several lead, each waits for the other (Decree 30/2020/NĐ-CP, article 23,
    asks for the lead and for those that coordinate). Put the others under `with`.
    Documents do name several: keep them then, and allow it on the line. The task
    counts for each of them.

    Wrong:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: [bo-khcn, bo-tai-chinh]

    Right:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            with: bo-tai-chinh
    """
    for directive in survey.tracker.directives:
        for position, task in enumerate(directive.tasks):
            leads = current_leads(task)
            if len(leads) > 1:
                yield Finding(
                    directive.path,
                    _route_of_leads(position, task),
                    say("task `{task}` has {count} lead agencies", task=task.id, count=len(leads)),
                    say(
                        "put all but the one that answers for it under `with`;"
                        " if the document names several, allow it on this line"
                    ),
                    at_key=True,
                )


def _route_of_leads(position: int, task: Task) -> Route:
    """Give where the leads stand that are in force after all changes."""
    for number, change in reversed(tuple(enumerate(task.changes))):
        if change.leads is not None:
            return ("tasks", position, "changes", number, "lead")
    return ("tasks", position, "lead")
