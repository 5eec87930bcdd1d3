"""Rules about how deadlines are put off, and by whose leave."""

# ruff: noqa: D401 - the first line of a rule is its law

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.rules.registry import Finding, Survey, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


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
    for extension in survey.extensions:
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
    for extension in survey.extensions:
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
    for extension in survey.extensions:
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
