"""Rules about the deadlines of tasks."""

# ruff: noqa: D401 - the first line of a rule is its law

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.deadlines import (
    Series,
    in_working_days,
    last_day,
    missing_base,
    occurrences,
    rolled,
    rolls,
    write,
)
from stcli.deadlines.agreement import contradiction
from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.rules.registry import Finding, Survey, rule
from stcli.sources import CALENDAR
from stcli.states import reckoning

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from stcli.deadlines import Bases, Deadline, Reckoning
    from stcli.documents.data import Route
    from stcli.model import Directive, Task


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
    for directive, (route, deadline, day) in survey.deadlines:
        bases = survey.bases(directive)
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
    for directive, (route, deadline, _) in survey.deadlines:
        base = missing_base(deadline, survey.bases(directive))
        if base is not None:
            yield Finding(
                directive.path,
                route,
                say("`{due}` needs the day under `{base}`", due=write(deadline), base=str(base)),
                say("add `{base}: ...` to the directive, or count from a day", base=str(base)),
            )


@rule(Severity.WARNING)
def series_without_occurrence(survey: Survey) -> Iterator[Finding]:
    """A recurring task falls due once at least.

    What would have been due before its directive was issued was never asked for,
    so that a series which ends before that has nothing left. The task is listed
    without a day. Mostly a year is mistyped.

    Wrong:

        issued: 2023-10-05
        tasks:
          - id: 1
            title: Báo cáo tình hình thực hiện
            lead: so-khcn
            due: quarterly by 20 until 2022

    Right:

        issued: 2023-10-05
        tasks:
          - id: 1
            title: Báo cáo tình hình thực hiện
            lead: so-khcn
            due: quarterly by 20 until 2025
    """
    inclusive = survey.settings.before_inclusive
    for directive, (route, deadline, day) in survey.deadlines:
        if isinstance(deadline, Series) and directive.issued <= survey.today:
            found = occurrences(deadline, day, before_inclusive=inclusive)
            if next(found, None) is None:
                yield Finding(
                    directive.path,
                    route,
                    say("`{due}` never falls due after {day}", due=write(deadline), day=day),
                    say("correct its years, or the day on which it was set"),
                )


@rule(Severity.WARNING)
def due_text_mismatch(survey: Survey) -> Iterator[Finding]:
    """`due` and the words of the document under `due_text` mean the same day.

    One of the two is mistyped, or `due` was chosen where the words leave it open:
    then write the words without the part that was decided, or allow it on the line.
    Words of which the program cannot tell a day are not compared;
    `stcli deadline "..."` says how it reads them.

    Wrong:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            due: 2024-Q3
            due_text: trong quý II năm 2024

    Right:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            due: 2024-Q2
            due_text: trong quý II năm 2024
    """
    calendar = survey.settings.calendar
    for directive in survey.tracker.directives:
        bases = survey.bases(directive)
        for route, deadline, text, day in _worded(directive):
            meant = contradiction(deadline, text, day, bases, calendar)
            if meant is not None:
                yield Finding(
                    directive.path,
                    (*route, "due"),
                    say(
                        "`{due}` is not what the words say, `{meant}`",
                        due=write(deadline),
                        meant=write(meant),
                    ),
                    say("write `{meant}`, or correct the words", meant=write(meant)),
                    related=((say("the words"), directive.path, (*route, "due_text")),),
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
    for directive in survey.issued:
        bases = survey.bases(directive)
        for position, task in enumerate(directive.tasks):
            deadline, route = _in_force(task)
            if deadline is None or not (settings.roll or in_working_days(deadline)):
                continue
            found = _reckoned(deadline, bases, survey)
            # Of the last days that may move, only those are doubted that did: another one is a
            # working day by law, and could only be taken off by a swap.
            if found is None or found.since is None:
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


def _worded(directive: Directive) -> Iterator[tuple[Route, Deadline, str, date]]:
    """Give the deadlines that stand beside words of a document, with the day they were said."""
    for position, task in enumerate(directive.tasks):
        if task.due is not None and task.due_text is not None:
            yield ("tasks", position), task.due, task.due_text, directive.issued
        if task.changes:
            for place, change in enumerate(task.changes):
                if change.due is not None and change.due_text is not None:
                    route: Route = ("tasks", position, "changes", place)
                    yield route, change.due, change.due_text, change.day


def _reckoned(deadline: Deadline | None, bases: Bases, survey: Survey) -> Reckoning | None:
    """Give what is reckoned for a deadline, of a series for what falls due next."""
    settings = survey.settings
    if not isinstance(deadline, Series):
        return reckoning(deadline, bases, settings)
    if not (settings.roll and rolls(deadline)):
        return None
    found = occurrences(deadline, survey.today, before_inclusive=settings.before_inclusive)
    following = next(found, None)
    return following and rolled(following.due, settings.calendar)


def _in_force(task: Task) -> tuple[Deadline | None, Route]:
    """Give the deadline that counts after all changes, and the rest of the route to it."""
    if task.changes:
        for number, change in reversed(tuple(enumerate(task.changes))):
            if change.due is not None and change.period is None:
                return change.due, ("changes", number, "due")
    return task.due, ("due",)
