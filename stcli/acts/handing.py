"""Open tasks that somebody else answers for, once the list of agencies is another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.responsibility import responsible
from stcli.states import terms_on

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from stcli.model import Agency, Task, Tracker


def handed_over(
    tracker: Tracker, before: Mapping[str, Agency], after: Mapping[str, Agency], day: date
) -> int:
    """Count the tasks open on a day that others answer for by the agencies after than before."""
    count = 0
    for directive, _, task in tracker.tasks():
        if directive.issued > day or not _is_open(task, day):
            continue
        leads, tags = terms_on(task, day).leads, (*task.tags, *directive.tags)
        owners = (responsible(leads, tags, day, listed) for listed in (before, after))
        count += len({*owners}) > 1
    return count


def _is_open(task: Task, day: date) -> bool:
    ends = [
        task.done,
        *(one.day for one in (task.cancelled, task.returned) if one is not None),
        *(one.day for one in task.changes if one.replaced_by and one.period is None),
    ]
    return not any(end is not None and end <= day for end in ends)
