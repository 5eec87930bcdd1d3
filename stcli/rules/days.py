"""Rules about the days of a directive and of what happened to its tasks."""

# ruff: noqa: D401 - the first line of a rule is its law

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.rules.registry import Finding, Survey, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(Severity.ERROR)
def issued_in_future(survey: Survey) -> Iterator[Finding]:
    """No directive is issued after today.

    A document that has not been signed has no number and assigns nothing; its tasks
    would not be counted before that day. "Today" is the day in the office's time
    zone, or the one given with `--as-of`.

    Wrong:

        issued: 2123-10-05

    Right:

        issued: 2023-10-05
    """
    for directive in survey.tracker.directives:
        if directive.issued > survey.today:
            yield Finding(
                directive.path,
                ("issued",),
                say(
                    "the directive is issued on {issued}, after today, {today}",
                    issued=directive.issued,
                    today=survey.today,
                ),
                say("correct the day; until then its tasks are not counted"),
            )


@rule(Severity.ERROR)
def received_before_issued(survey: Survey) -> Iterator[Finding]:
    """A directive is received on the day of issue or later.

    Deadlines such as `15 days from received` are counted from it. It is the day on
    which the document was registered as incoming.

    Wrong:

        issued: 2023-10-05
        received: 2023-10-02

    Right:

        issued: 2023-10-05
        received: 2023-10-12
    """
    for directive in survey.issued:
        if directive.received is not None and directive.received < directive.issued:
            yield Finding(
                directive.path,
                ("received",),
                say(
                    "the directive is received on {received}, before its issue on {issued}",
                    received=directive.received,
                    issued=directive.issued,
                ),
                say("correct one of the two days"),
                related=((say("the day of issue"), directive.path, ("issued",)),),
            )


@rule(Severity.ERROR)
def event_before_issued(survey: Survey) -> Iterator[Finding]:
    """Nothing happens to a task before its directive is issued.

    Changes, progress, cancellation and return come after the directive that gave
    the task. An earlier day is mistyped, or the entry belongs to a task of an older
    directive.

    Wrong:

        issued: 2023-10-05
        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            progress:
              - {date: 2022-11-10, note: đã lấy ý kiến các bộ}

    Right:

        issued: 2023-10-05
        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            progress:
              - {date: 2023-11-10, note: đã lấy ý kiến các bộ}
    """
    for directive, (route, day) in survey.events:
        if day < directive.issued:
            yield Finding(
                directive.path,
                route,
                say(
                    "{day} is before the directive was issued, on {issued}",
                    day=day,
                    issued=directive.issued,
                ),
                say("correct one of the two days"),
                related=((say("the day of issue"), directive.path, ("issued",)),),
            )


@rule(Severity.WARNING)
def event_in_future(survey: Survey) -> Iterator[Finding]:
    """Changes, progress, cancellation and return are entered when they have happened.

    What is dated after today counts for nothing until that day. It is a warning, as
    a document may well change a task from a later day on: allow it on the line
    then.

    Wrong:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            cancelled: {date: 2123-11-10, reason: không còn phù hợp}

    Right:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            cancelled: {date: 2023-11-10, reason: không còn phù hợp}
    """
    for directive, (route, day) in survey.events:
        if day > survey.today:
            yield Finding(
                directive.path,
                route,
                say("{day} is after today, {today}", day=day, today=survey.today),
                say("correct the day, or allow it on this line; until then it does not count"),
            )


@rule(Severity.ERROR)
def changes_out_of_order(survey: Survey) -> Iterator[Finding]:
    """The changes of a task stand in the order of their days, the oldest first.

    They are applied one after the other, so the last one decides who leads and when
    the task is due. Put a change where its day belongs, or correct the day.

    Wrong:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            changes:
              - {date: 2024-09-02, by: 25/CT-TTg, due: 2024-12}
              - {date: 2024-05-02, by: 25/CT-TTg, due: 2024-09}

    Right:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            changes:
              - {date: 2024-05-02, by: 25/CT-TTg, due: 2024-09}
              - {date: 2024-09-02, by: 25/CT-TTg, due: 2024-12}
    """
    for directive in survey.issued:
        for position, task in enumerate(directive.tasks):
            latest = directive.issued
            for number, change in enumerate(task.changes):
                if directive.issued <= change.day < latest:
                    yield Finding(
                        directive.path,
                        ("tasks", position, "changes", number, "date"),
                        say(
                            "the change of {day} stands after one of {latest}",
                            day=change.day,
                            latest=latest,
                        ),
                        say("move it up, so that the oldest change is the first"),
                    )
                elif change.day <= survey.today:
                    latest = max(latest, change.day)
