"""Rules about recurring tasks, and about what members of collectives deliver."""

# ruff: noqa: D401 - the first line of a rule is its law

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.deadlines import Ongoing
from stcli.diagnostics import Severity
from stcli.fulfilment.collectives import members
from stcli.fulfilment.recurrence import is_recurring, unmatched
from stcli.messages import say
from stcli.responsibility import responsible
from stcli.rules.registry import Finding, Survey, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.documents.data import Route
    from stcli.model import Task


@rule(Severity.ERROR)
def unknown_period(survey: Survey) -> Iterator[Finding]:
    """What is recorded for a period is recorded for one in which the task falls due.

    Otherwise it counts for nothing, and the task becomes overdue although it was
    delivered. `stcli show` lists the periods of a task. A task with one last day
    has none: use `done` and `evidence`. One that goes on without a day takes any.

    Wrong:

        tasks:
          - id: 1
            title: Báo cáo tình hình thực hiện
            lead: so-khcn
            due: quarterly by 20
            periods:
              - {for: 2024-03, done: 2024-03-18, evidence: 412/BC-SKHCN}

    Right:

        tasks:
          - id: 1
            title: Báo cáo tình hình thực hiện
            lead: so-khcn
            due: quarterly by 20
            periods:
              - {for: 2024-Q1, done: 2024-03-18, evidence: 412/BC-SKHCN}
    """
    for directive in survey.issued:
        for position, task in enumerate(directive.tasks):
            recorded = task.periods or task.members or task.changes
            named = tuple(_named(position, task)) if recorded else ()
            if not named:
                continue
            unknown = frozenset(period for _, period in named)
            remedy = say("record it under `done` and `evidence`, or correct `due`")
            if is_recurring(task):
                unknown = unmatched(directive, task, unknown, survey.today, survey.settings)
                remedy = say("write a period in which it falls due: stcli show lists them")
            elif isinstance(task.due, Ongoing | None):
                continue
            for route, period in named:
                if period in unknown:
                    message = say("the task does not fall due for {period}", period=period)
                    yield Finding(directive.path, (*route, "for"), message, remedy)


@rule(Severity.ERROR)
def duplicate_period(survey: Survey) -> Iterator[Finding]:
    """A period of a recurring task, or a member of a collective, has one entry.

    Of two only the first would count. Put all evidence into one list.

    Wrong:

        tasks:
          - id: 1
            title: Báo cáo tình hình thực hiện
            lead: so-khcn
            due: quarterly by 20
            periods:
              - {for: 2024-Q1, done: 2024-03-18, evidence: 412/BC-SKHCN}
              - {for: 2024-Q1, done: 2024-03-28, evidence: 455/BC-SKHCN}

    Right:

        tasks:
          - id: 1
            title: Báo cáo tình hình thực hiện
            lead: so-khcn
            due: quarterly by 20
            periods:
              - for: 2024-Q1
                done: 2024-03-18
                evidence: [412/BC-SKHCN, 455/BC-SKHCN]
    """
    for directive in survey.tracker.directives:
        for position, task in enumerate(directive.tasks):
            if task.periods or task.members:
                first: dict[tuple[str | None, ...], Route] = {}
                for route, key in _entries(position, task):
                    known = first.setdefault(key, route)
                    if known != route:
                        yield Finding(
                            directive.path,
                            route,
                            say("{entry} has another entry", entry=" ".join(filter(None, key))),
                            say("put both into one"),
                            related=((say("it is here first"), directive.path, known),),
                        )


@rule(Severity.WARNING)
def done_without_period(survey: Survey) -> Iterator[Finding]:
    """What is delivered of a recurring task is recorded for its period.

    `done` on the task itself ends the whole series: the period that was running on
    that day counts as done, and none comes after it. Write it under `periods`. To
    end the series, add the year to its deadline, `until 2025`, or cancel the task.

    Wrong:

        tasks:
          - id: 1
            title: Báo cáo tình hình thực hiện
            lead: so-khcn
            due: quarterly by 20
            done: 2024-03-18
            evidence: 412/BC-SKHCN

    Right:

        tasks:
          - id: 1
            title: Báo cáo tình hình thực hiện
            lead: so-khcn
            due: quarterly by 20
            periods:
              - {for: 2024-Q1, done: 2024-03-18, evidence: 412/BC-SKHCN}
    """
    for directive in survey.tracker.directives:
        for position, task in enumerate(directive.tasks):
            if task.done is not None and is_recurring(task):
                yield Finding(
                    directive.path,
                    ("tasks", position, "done"),
                    say("`done` ends the series of task `{task}`", task=task.id),
                    say("record it under `periods`, with the period under `for`"),
                    at_key=True,
                )


@rule(Severity.ERROR)
def unknown_member(survey: Survey) -> Iterator[Finding]:
    """What a member delivers is recorded for one of those that lead the task.

    These are the leads and, of a collective, the agencies under `members` in
    `directives/agencies.yaml`, or who took over from them. What another one
    delivers counts for nothing.

    Wrong:

        # directives/agencies.yaml
        agencies:
          - {id: thu-tuong, name: Thủ tướng Chính phủ}
          - {id: bo-khcn, name: Bộ Khoa học và Công nghệ}
          - {id: bo-tai-chinh, name: Bộ Tài chính}
          - {id: cac-bo, name: Các bộ, kind: collective, members: [bo-tai-chinh]}
        # directives/2023/25-CT-TTg.yaml
        issuer: thu-tuong
        tasks:
          - id: 1
            title: Ban hành kế hoạch
            lead: cac-bo
            members:
              - {agency: bo-khcn, done: 2024-03-18, evidence: 412/KH-BKHCN}

    Right:

        # directives/agencies.yaml
        agencies:
          - {id: thu-tuong, name: Thủ tướng Chính phủ}
          - {id: bo-khcn, name: Bộ Khoa học và Công nghệ}
          - {id: bo-tai-chinh, name: Bộ Tài chính}
          - id: cac-bo
            name: Các bộ
            kind: collective
            members: [bo-tai-chinh, bo-khcn]
        # directives/2023/25-CT-TTg.yaml
        issuer: thu-tuong
        tasks:
          - id: 1
            title: Ban hành kế hoạch
            lead: cac-bo
            members:
              - {agency: bo-khcn, done: 2024-03-18, evidence: 412/KH-BKHCN}
    """
    agencies = survey.tracker.agencies if survey.agencies_read else {}
    for directive in survey.issued:
        for position, task in enumerate(directive.tasks):
            if not task.members or not agencies:
                continue
            leads = (*task.leads, *(one for change in task.changes for one in change.leads or ()))
            known = tuple(members(leads, agencies, survey.today))
            tags = (*task.tags, *directive.tags)
            heirs = {*leads, *known, *responsible(known, tags, survey.today, agencies)}
            for place, one in enumerate(task.members):
                if one.agency not in heirs and one.agency in agencies:
                    yield Finding(
                        directive.path,
                        ("tasks", position, "members", place, "agency"),
                        say(
                            "`{agency}` neither leads the task nor is a member of who does",
                            agency=one.agency,
                        ),
                        say("correct the agency, or list it under `members` of the collective"),
                    )


def _named(position: int, task: Task) -> Iterator[tuple[Route, str]]:
    """Give the periods that a task names, with the routes to the entries."""
    for place, delivery in enumerate(task.periods):
        yield ("tasks", position, "periods", place), delivery.period
    for place, contribution in enumerate(task.members):
        if contribution.period is not None:
            yield ("tasks", position, "members", place), contribution.period
    for place, change in enumerate(task.changes):
        if change.period is not None:
            yield ("tasks", position, "changes", place), change.period


def _entries(position: int, task: Task) -> Iterator[tuple[Route, tuple[str | None, ...]]]:
    for place, delivery in enumerate(task.periods):
        yield ("tasks", position, "periods", place, "for"), (delivery.period,)
    for place, one in enumerate(task.members):
        yield ("tasks", position, "members", place, "agency"), (one.agency, one.period)
