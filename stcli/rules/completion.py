"""Rules about how tasks end: the day on which they are done, and what shows it."""

# ruff: noqa: D401 - the first line of a rule is its law

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.rules.registry import Finding, Survey, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(Severity.ERROR)
def done_before_issued(survey: Survey) -> Iterator[Finding]:
    """A task is done on the day its directive is issued, or later.

    What was finished before is not an answer to the directive. Mostly the year is
    mistyped.

    Wrong:

        issued: 2023-10-05
        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            done: 2023-01-12
            evidence: 15/TTr-BKHCN

    Right:

        issued: 2023-10-05
        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            done: 2024-01-12
            evidence: 15/TTr-BKHCN
    """
    for directive, (route, done, *_) in survey.completions:
        if done is not None and done < directive.issued <= survey.today:
            yield Finding(
                directive.path,
                (*route, "done"),
                say(
                    "done on {done}, before the directive was issued, on {issued}",
                    done=done,
                    issued=directive.issued,
                ),
                say("correct one of the two days"),
                related=((say("the day of issue"), directive.path, ("issued",)),),
            )


@rule(Severity.ERROR)
def done_in_future(survey: Survey) -> Iterator[Finding]:
    """A task is marked done when it is done, not before.

    A day after today counts for nothing until that day: the task would be open, and
    then done without anybody having looked. "Today" is the day in the office's time
    zone.

    Wrong:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            done: 2124-06-12
            evidence: 15/TTr-BKHCN

    Right:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            done: 2024-06-12
            evidence: 15/TTr-BKHCN
    """
    for directive, (route, done, *_) in survey.completions:
        if done is not None and done > survey.today >= directive.issued:
            yield Finding(
                directive.path,
                (*route, "done"),
                say("done on {done}, after today, {today}", done=done, today=survey.today),
                say("correct the day; a day by which it will be done belongs under `due`"),
            )


@rule(Severity.ERROR)
def done_and_cancelled(survey: Survey) -> Iterator[Finding]:
    """A task that is done is neither cancelled nor returned.

    It would be counted as cancelled, and the work done would be seen by nobody.
    Delete the entry that is not true. Where a task was returned and then done all
    the same, `done` is enough.

    Wrong:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            done: 2024-06-12
            evidence: 15/TTr-BKHCN
            cancelled: {date: 2024-07-01, reason: không còn phù hợp}

    Right:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            cancelled: {date: 2024-07-01, reason: không còn phù hợp}
    """
    for directive in survey.tracker.directives:
        for position, task in enumerate(directive.tasks):
            if task.done is None or (task.cancelled is None and task.returned is None):
                continue
            other = "returned" if task.cancelled is None else "cancelled"
            yield Finding(
                directive.path,
                ("tasks", position, other),
                say("task `{task}` is {other} and done", task=task.id, other=other),
                say("delete `{other}` or `done`, whichever is not true", other=other),
                at_key=True,
                related=((say("it is done here"), directive.path, ("tasks", position, "done")),),
            )


@rule(Severity.WARNING)
def done_without_evidence(survey: Survey) -> Iterator[Finding]:
    """A task that is done names the document that shows it.

    Work is often called done when a draft was submitted, while the product is a
    document that somebody else signs. Give its number, or the address of the
    product, under `evidence`.

    Wrong:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            done: 2024-06-12

    Right:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            done: 2024-06-12
            evidence: 15/TTr-BKHCN
    """
    for directive, (route, done, evidence, _) in survey.completions:
        if done is not None and not evidence:
            yield Finding(
                directive.path,
                (*route, "done"),
                say("nothing shows that it was done"),
                say("add `evidence: ...` with the number of the document, or an address"),
            )


@rule(Severity.WARNING)
def evidence_without_done(survey: Survey) -> Iterator[Finding]:
    """A task with evidence has the day on which it was done.

    Otherwise it stays open and becomes overdue, although the result is there. Add
    `done`; notes on what is there so far belong under `progress`.

    Wrong:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            evidence: 15/TTr-BKHCN

    Right:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            done: 2024-06-12
            evidence: 15/TTr-BKHCN
    """
    for directive, (route, done, evidence, task) in survey.completions:
        ended = task.cancelled is not None or task.returned is not None
        if done is None and evidence and not ended:
            yield Finding(
                directive.path,
                (*route, "evidence"),
                say("there is evidence, but no day on which it was done"),
                say("add `done: ...`, or move it to a note under `progress`"),
                at_key=True,
            )
