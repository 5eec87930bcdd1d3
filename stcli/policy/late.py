"""Tasks that are overdue or due soon, as findings on their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.messages import say
from stcli.rules.registry import Finding
from stcli.states import State
from stcli.views.tasks import task_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from stcli.load import Loaded
    from stcli.messages import Message
    from stcli.views.tasks import TaskRow

STATES = (State.OVERDUE, State.DUE_SOON)
"""The states that can be asked for; each is the name of its rule."""


def late_tasks(
    loaded: Loaded, day: date, wanted: frozenset[State], grace: int = 0
) -> Iterator[tuple[str, Finding]]:
    """Give a finding for each task in one of the states wanted, with the name of its rule.

    A task counts as overdue for this when it is more than `grace` days late.
    """
    if not wanted:
        return
    positions = {id(task): place for _, place, task in loaded.tracker.tasks()}
    label = loaded.tracker.agency_label
    for row in task_rows(loaded.tracker, loaded.references, loaded.settings, day):
        if row.state in wanted and row.standing.days_late >= _least(row, grace):
            # A tuple, as names of agencies do not tell findings apart: they change hands.
            named = tuple(map(label, row.responsible)) or (row.directive_reference,)
            yield (
                row.state.value,
                Finding(
                    row.path,
                    ("tasks", positions[id(row.task)], "id"),
                    _said(row, day, named),
                    _remedy(row),
                ),
            )


def _least(row: TaskRow, grace: int) -> int:
    return grace + 1 if row.state is State.OVERDUE else 0


def _said(row: TaskRow, day: date, named: tuple[str, ...]) -> Message:
    due = row.standing.effective_due
    if row.state is State.OVERDUE:
        return say(
            "`{task}` is overdue by {count} days, since {due}: {agencies}",
            task=row.reference,
            count=row.standing.days_late,
            due=due,
            agencies=named,
        )
    left = 0 if due is None else (due - day).days
    return say(
        "`{task}` falls due in {count} days, on {due}: {agencies}",
        task=row.reference,
        count=left,
        due=due,
        agencies=named,
    )


def _remedy(row: TaskRow) -> Message:
    if row.occurrence is None:
        return say("record `done` and `evidence`, or what grants more time under `changes`")
    return say(
        "record it under `periods`, for {period}, or what grants more time under `changes`",
        period=row.occurrence.period,
    )
