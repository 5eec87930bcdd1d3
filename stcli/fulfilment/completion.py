"""The days from which the deadlines of a directive count, those of other tasks included."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stcli.fulfilment.collectives import common_record
from stcli.fulfilment.recurrence import deliveries
from stcli.references import find_tasks, split
from stcli.states import Record, recorded, terms_on

if TYPE_CHECKING:
    from datetime import date

    from stcli.deadlines import Bases
    from stcli.model import Directive
    from stcli.references import References


def bases_on(directive: Directive, references: References, day: date) -> Bases:
    """Give the days that the tasks of a directive count from, as they are known on a day."""

    def completed(text: str) -> date | None:
        return completed_on(text, directive, references, day)

    return replace(directive.bases, completed=completed)


def completed_on(text: str, directive: Directive, references: References, day: date) -> date | None:
    """Give the day on which the task of a reference was completed, `None` until then.

    `#2` is a task of the directive itself. Nothing is given where a reference may mean several.
    """
    wanted = split(text)
    found = [
        task
        for one in ((directive,) if not wanted.number else references.written(text))
        for task in find_tasks(one, wanted.task)
    ]
    if len(found) != 1:
        return None
    (task,) = found
    record = recorded(task, day)
    if wanted.period:
        record = deliveries(task, day).get(wanted.period, Record())
    if record.done is None and record.ended is None and task.members:
        leads = terms_on(task, day).leads
        record = (
            common_record(task, leads, wanted.period or None, references.agencies, day) or record
        )
    return record.done
