"""Rules about tasks of directives that later ones have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.amendments import amendments, unconfirmed
from stcli.diagnostics import Severity
from stcli.fulfilment.recurrence import is_recurring
from stcli.messages import say
from stcli.rules.registry import Finding, Scope, Survey, rule
from stcli.states import recorded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.amendments import Amendment
    from stcli.messages import Message
    from stcli.model import Directive

_MOST_SINGLE = 10
"""Suspect tasks of one directive that are told one by one; of more there is one finding."""


@rule(Severity.WARNING, Scope.ALL)
def suspect_task(survey: Survey) -> Iterator[Finding]:
    """After its directive is amended or replaced, an open task is looked at again.

    The later document may have given it to another agency, moved its day, or ended
    it. Enter what has changed under `changes`, or cancel the task. Where it stands
    as it was, say so with the day you looked: `confirmed: 2025-04-10`, on the task,
    or on the directive for all of its tasks. Of more than ten tasks of a directive
    the finding is on its number; `stcli list is:suspect` lists them.

    Wrong:

        # directives/2025/03-NQ-CP.yaml
        number: 03/NQ-CP
        issued: 2025-01-09
        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
        # directives/2025/71-NQ-CP.yaml
        number: 71/NQ-CP
        issued: 2025-04-01
        amends: 03/NQ-CP

    Right:

        # directives/2025/03-NQ-CP.yaml
        number: 03/NQ-CP
        issued: 2025-01-09
        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            confirmed: 2025-04-10
        # directives/2025/71-NQ-CP.yaml
        number: 71/NQ-CP
        issued: 2025-04-01
        amends: 03/NQ-CP
    """
    found = amendments(survey.references, survey.today)
    for directive in survey.issued if found else ():
        later = found.get(id(directive), ())
        suspect = tuple(_suspect(directive, later, survey)) if later else ()
        if len(suspect) > _MOST_SINGLE:
            yield _of_many(directive, suspect, survey)
        else:
            for position, amendment in suspect:
                yield Finding(
                    directive.path,
                    ("tasks", position, "id"),
                    _amended(amendment),
                    say("enter what has changed, or add `confirmed: ...` with the day you looked"),
                    related=((say("the later document"), amendment.path, ("number",)),),
                )


def _suspect(
    directive: Directive, later: tuple[Amendment, ...], survey: Survey
) -> Iterator[tuple[int, Amendment]]:
    """Give the open tasks of a directive that nobody has looked at since, by their positions."""
    for position, task in enumerate(directive.tasks):
        record = recorded(task, survey.today)
        over = record.done is not None and not is_recurring(task)
        amendment = unconfirmed(directive, task, later, survey.today)
        if amendment is not None and not over and record.ended is None:
            yield position, amendment


def _of_many(
    directive: Directive, suspect: tuple[tuple[int, Amendment], ...], survey: Survey
) -> Finding:
    """Give one finding for all tasks of a directive: a hundred alike would hide every other."""
    amendment = suspect[0][1]
    name = survey.references.name(directive)
    return Finding(
        directive.path,
        ("number",),
        say(
            "{count} open tasks are not confirmed since `{document}` of {day}",
            count=len(suspect),
            document=amendment.by,
            day=amendment.day,
        ),
        say(
            "see them with `{command}`; enter what has changed, or add `confirmed: ...`",
            command=f"stcli list is:suspect directive:{name}",
        ),
        related=((say("the later document"), amendment.path, ("number",)),),
    )


def _amended(amendment: Amendment) -> Message:
    by, day = amendment.by, amendment.day
    if amendment.replaces:
        return say("`{document}` replaced its directive on {day}", document=by, day=day)
    return say("`{document}` amended its directive on {day}", document=by, day=day)
