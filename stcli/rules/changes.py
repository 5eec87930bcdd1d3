"""Rules about how deadlines are put off, and by whose leave."""

# ruff: noqa: D401 - the first line of a rule is its law

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stcli.diagnostics import Severity
from stcli.fulfilment.completion import bases_on
from stcli.fulfilment.recurrence import known_occurrences, occurrence_reckoning
from stcli.messages import say
from stcli.rules.registry import Finding, Survey, rule
from stcli.states import reckoning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.deadlines import Bases, Reckoning
    from stcli.documents.document import Route
    from stcli.model import Change, Directive, Task


@rule(Severity.WARNING)
def extension_without_basis(survey: Survey) -> Iterator[Finding]:
    """A deadline is put off by a document.

    Who gave the task, or who stands above, grants more time; the agency that owes
    it cannot. Name the document under `by`. A change that shortens, or names
    another lead, is not asked for one here.

    Wrong:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            due: 2024-06
            changes:
              - {date: 2024-05-02, due: 2024-09}

    Right:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            due: 2024-06
            changes:
              - {date: 2024-05-02, by: 25/CT-TTg, due: 2024-09}
    """
    for extension in _extensions(survey):
        if extension.change.by is None:
            yield Finding(
                extension.path,
                (*extension.route, "due"),
                say("no document is named that puts the last day off"),
                say("add `by: ...` with the number of the document that grants it"),
                at_key=True,
            )


@rule(Severity.WARNING)
def extension_after_deadline(survey: Survey) -> Iterator[Finding]:
    """More time is asked for before the deadline has passed.

    Until the day of the change the task was overdue, and reports of those days say
    so. If it was asked for in time and granted later, add that day under `asked`.
    Allow it on the line where it was granted all the same.

    Wrong:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            due: 2024-03
            changes:
              - {date: 2024-05-02, by: 25/CT-TTg, due: 2024-09}

    Right:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            due: 2024-03
            changes:
              - {date: 2024-05-02, asked: 2024-03-20, by: 25/CT-TTg, due: 2024-09}
    """
    for extension in _extensions(survey):
        change, passed = extension.change, extension.before.effective
        asked = change.asked or change.day
        if asked > passed:
            yield Finding(
                extension.path,
                (*extension.route, "asked" if change.asked else "date"),
                say(
                    "more time was asked for on {asked}, after the last day, {passed}",
                    asked=asked,
                    passed=passed,
                ),
                say("correct the day, add `asked: ...` if that was earlier, or allow it here"),
            )


@rule(Severity.WARNING)
def too_many_extensions(survey: Survey) -> Iterator[Finding]:
    """A deadline is put off no more often than the office's rules allow.

    Provinces set such limits in their own regulations (790/QĐ-UBND-HC of Đồng Tháp
    allows one extension for each task). There is none until an office sets it in
    `stcli.yaml`, with the document it rests on.

    Wrong:

        # stcli.yaml
        extensions: {limit: 1, basis: 790/QĐ-UBND-HC}
        # directives/2023/25-CT-TTg.yaml
        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            due: 2024-03
            changes:
              - {date: 2024-03-02, by: 25/CT-TTg, due: 2024-06}
              - {date: 2024-05-02, by: 25/CT-TTg, due: 2024-09}

    Right:

        # stcli.yaml
        extensions: {limit: 1, basis: 790/QĐ-UBND-HC}
        # directives/2023/25-CT-TTg.yaml
        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            due: 2024-03
            changes:
              - {date: 2024-03-02, by: 25/CT-TTg, due: 2024-09}
    """
    allowed = survey.settings.extensions
    if allowed is None:
        return
    for extension in _extensions(survey):
        if extension.number > allowed.limit:
            yield Finding(
                extension.path,
                (*extension.route, "due"),
                say(
                    "this puts the last day off {number} times, {basis} allows {limit}",
                    number=extension.number,
                    basis=allowed.basis,
                    limit=allowed.limit,
                ),
                say("keep to the earlier day, or allow it on this line with the reason"),
                at_key=True,
            )


class _Extension(NamedTuple):
    """A change that gives a later last day: its place, what was before, the how manieth it is."""

    path: str
    route: Route
    change: Change
    before: Reckoning
    number: int


def _extensions(survey: Survey) -> Iterator[_Extension]:
    """Give the extensions of all tasks by the day, those of single periods among them."""
    for directive in survey.issued:
        bases = None
        for position, task in enumerate(directive.tasks):
            if task.changes:
                bases = bases or bases_on(directive, survey.references, survey.today)
                yield from _of(directive, position, task, bases, survey)


def _of(
    directive: Directive, position: int, task: Task, bases: Bases, survey: Survey
) -> Iterator[_Extension]:
    settings = survey.settings
    found: dict[str | None, Reckoning | None] = {None: reckoning(task.due, bases, settings)}
    counted: dict[str | None, int] = {}
    in_order = sorted(enumerate(task.changes), key=lambda one: one[1].day)
    for place, change in in_order:
        if change.due is None or change.day > survey.today:
            continue
        period = change.period
        before = found[period] if period in found else _of_period(directive, task, change, survey)
        after = found[period] = reckoning(change.due, bases, settings)
        if before is not None and after is not None and before.last < after.last:
            counted[period] = counted.get(period, 0) + 1
            route: Route = ("tasks", position, "changes", place)
            yield _Extension(directive.path, route, change, before, counted[period])


def _of_period(
    directive: Directive, task: Task, change: Change, survey: Survey
) -> Reckoning | None:
    """Give what is reckoned for one occurrence before any change of its own."""
    settings = survey.settings
    period = str(change.period)
    for occurrence, span in known_occurrences(directive, task, change.day, settings):
        if occurrence.period == period:
            return occurrence_reckoning(occurrence, span.series, settings)
        if occurrence.period > period:
            break
    return None
