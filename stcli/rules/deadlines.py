"""Rules about the deadlines of tasks."""

# ruff: noqa: D401 - the first line of a rule is its law

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.deadlines import last_day, missing_base, uncounted, write
from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.rules.mentions import deadlines, issued
from stcli.rules.registry import Finding, Survey, rule
from stcli.sources import CALENDAR
from stcli.states import reckoning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.deadlines import Deadline
    from stcli.documents.document import Route
    from stcli.model import Task


@rule(Severity.WARNING)
def due_before_issued(survey: Survey) -> Iterator[Finding]:
    """A task is not due before the day on which its deadline is set.

    It would be overdue from its first day. Mostly the year is mistyped. It is a
    warning, as documents that were signed late do hold such deadlines: allow it on
    the line then.

    Wrong:

        issued: 2023-10-05
        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            due: 2023-Q1

    Right:

        issued: 2023-10-05
        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            due: 2024-Q1
    """
    calendar, inclusive = survey.settings.calendar, survey.settings.before_inclusive
    for directive in issued(survey):
        bases = directive.bases
        for route, deadline, day in deadlines(directive):
            last = last_day(deadline, bases, calendar, before_inclusive=inclusive)
            if last is not None and last < day <= survey.today:
                yield Finding(
                    directive.path,
                    route,
                    say(
                        "the last day is {last}, before the day it was set, {day}",
                        last=last,
                        day=day,
                    ),
                    say("correct it; if the document says so, allow it on this line"),
                )


@rule(Severity.ERROR)
def due_without_base(survey: Survey) -> Iterator[Finding]:
    """A deadline that is counted from a day has that day.

    `15 days from received` cannot be counted without `received`, so that the task
    would have no last day. Enter the day on which the directive was received or
    takes effect, or write the day itself: `15 days from 2023-10-12`.

    Wrong:

        issued: 2023-10-05
        tasks:
          - id: 1
            title: Ban hành kế hoạch
            lead: so-khcn
            due: 15 days from received

    Right:

        issued: 2023-10-05
        received: 2023-10-12
        tasks:
          - id: 1
            title: Ban hành kế hoạch
            lead: so-khcn
            due: 15 days from received
    """
    for directive in survey.tracker.directives:
        bases = directive.bases
        for route, deadline, _ in deadlines(directive):
            base = missing_base(deadline, bases)
            if base is not None:
                yield Finding(
                    directive.path,
                    route,
                    say(
                        "`{due}` needs the day under `{base}`", due=write(deadline), base=str(base)
                    ),
                    say("add `{base}: ...` to the directive, or count from a day", base=str(base)),
                )


@rule(Severity.WARNING)
def deadline_not_counted(survey: Survey) -> Iterator[Finding]:
    """Recurring deadlines are read, but not counted in this version.

    The task is listed as ongoing and never becomes overdue. Keep the words of the
    document under `due_text`; where the day is known, write that day. Allow it on
    the line to leave it so.

    Wrong:

        tasks:
          - id: 1
            title: Ban hành kế hoạch
            lead: so-khcn
            due: monthly by 25

    Right:

        tasks:
          - id: 1
            title: Ban hành kế hoạch
            lead: so-khcn
            due: 2023-10-25
            due_text: trước ngày 25 hằng tháng
    """
    for directive in survey.tracker.directives:
        for position, task in enumerate(directive.tasks):
            deadline, route = _in_force(task)
            if deadline is not None and uncounted(deadline):
                yield Finding(
                    directive.path,
                    ("tasks", position, *route),
                    say(
                        "`{due}` is not counted yet: the task has no last day", due=write(deadline)
                    ),
                    say("write the day where it is known, or allow it on this line"),
                )


@rule(Severity.WARNING)
def undecided_calendar(survey: Survey) -> Iterator[Finding]:
    """A day counted by working days rests on days off that are decided.

    Tết, the day beside 2 September and swapped days are decided for each year.
    Until then, and for years that no file lists, the days off are those that law
    and practice let expect: the last day may still move, and is marked
    `expected`. When the notice is out, list the days off in
    `directives/calendar.yaml`.

    Wrong:

        tasks:
          - id: 1
            title: Ban hành kế hoạch
            lead: so-khcn
            due: 15 working days from 2027-08-25

    Right:

        tasks:
          - id: 1
            title: Ban hành kế hoạch
            lead: so-khcn
            due: 15 working days from 2026-08-25
    """
    settings = survey.settings
    for directive in issued(survey):
        for position, task in enumerate(directive.tasks):
            deadline, route = _in_force(task)
            found = reckoning(deadline, directive.bases, settings)
            # Of the last days that may move, only those are doubted that did: another one is a
            # working day by law, and could only be taken off by a swap.
            if deadline is None or found is None or found.since is None:
                continue
            years = settings.calendar.undecided(found.since, found.effective)
            if years and found.since < found.effective:
                yield Finding(
                    directive.path,
                    ("tasks", position, *route),
                    say(
                        "`{due}` gives {day}, by days off of {years} that are not all decided",
                        due=write(deadline),
                        day=found.effective,
                        years=", ".join(map(str, years)),
                    ),
                    say(
                        "list the days off in {file} when they are decided, or allow it on this"
                        " line",
                        file=CALENDAR,
                    ),
                )


def _in_force(task: Task) -> tuple[Deadline | None, Route]:
    """Give the deadline that counts after all changes, and the rest of the route to it."""
    if task.changes:
        for number, change in reversed(tuple(enumerate(task.changes))):
            if change.due is not None:
                return change.due, ("changes", number, "due")
    return task.due, ("due",)
