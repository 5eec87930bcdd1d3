"""Answers as plain data, the contract with programs: the fields of JSON, the columns of CSV.

Fields are only ever added within a format. The program's own texts are English here, days are
ISO 8601, states and kinds the words of the format; the names of agencies stand beside their ids.
"""

from __future__ import annotations

from datetime import time
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from stcli.deadlines import Day, Series, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from stcli.deadlines import Deadline
    from stcli.render.page import Label
    from stcli.views.status import Counts, Status
    from stcli.views.tasks import TaskRow
    from stcli.views.tree import TreeRow


Record: TypeAlias = dict[str, object]


class Parts(NamedTuple):
    """Records that are made some at a time, and written where they are made.

    They have the same fields, none of which holds a record. `written` takes what makes a text of
    some records, and gives the texts of all, none of them empty.
    """

    written: Callable[[Callable[[Iterable[Record]], str]], Iterable[str]]


COUNT_FIELDS = (
    "total",
    "done",
    "done-late",
    "open",
    "due-soon",
    "overdue",
    "ongoing",
    "cancelled",
    "returned",
)
STATUS_FIELDS = ("key", "title", "issued", "path", *COUNT_FIELDS, "requested", "depth", "parent")
TASK_FIELDS = (
    "id",
    "directive",
    "title",
    "state",
    "lead",
    "responsible",
    "with",
    "due",
    "effective_due",
    "days_late",
    "done",
    "evidence",
    "path",
    "line",
    "lead_names",
    "responsible_names",
    "officer",
    "deadline",
    "due_text",
    "extensions",
    "product",
    "tags",
    "issuer",
    "issued",
    "calendar",
    "task",
    "period",
    "member",
    "hour",
    "original_due",
    "days_late_originally",
    "requested",
    "suspect",
    "replaced_by",
)
TREE_FIELDS = ("depth", "parent", "kind", "id", "title", "repeated", "state", *COUNT_FIELDS)


def status(answer: Status, incomplete: tuple[str, ...]) -> Record:
    """Give the record of `status`."""
    return {
        "format": "stcli.status/1",
        "as_of": answer.as_of.isoformat(),
        "by": answer.grouping.value,
        "totals": counts(answer.totals),
        "requested": answer.totals.requested,
        "rows": list(status_rows(answer)),
        "incomplete": list(incomplete),
    }


def tasks(listed: Parts | Iterator[Record], as_of: date, incomplete: tuple[str, ...]) -> Record:
    """Give the record of `list`, `overdue` and `upcoming`."""
    return {
        "format": "stcli.tasks/1",
        "as_of": as_of.isoformat(),
        "tasks": listed,
        "incomplete": list(incomplete),
    }


def tree(rows: Iterable[TreeRow], as_of: date, incomplete: tuple[str, ...]) -> Record:
    """Give the record of `tree`: its rows from top to bottom."""
    return {
        "format": "stcli.tree/1",
        "as_of": as_of.isoformat(),
        "rows": list(tree_rows(rows)),
        "incomplete": list(incomplete),
    }


def status_rows(answer: Status) -> Iterator[Record]:
    """Give the rows of a status, each with exactly the `STATUS_FIELDS`."""
    for row in answer.rows:
        yield {
            "key": row.key,
            "title": row.title,
            "issued": day(row.issued),
            "path": row.path,
            **counts(row.counts),
            "requested": row.counts.requested,
            "depth": row.depth,
            "parent": row.parent,
        }


def task_list(rows: Iterable[TaskRow], label: Label) -> Iterator[Record]:
    """Give tasks, each with exactly the `TASK_FIELDS`."""
    return (task(row, label) for row in rows)


def tree_rows(rows: Iterable[TreeRow]) -> Iterator[Record]:
    """Give the rows of a tree, each with exactly the `TREE_FIELDS`.

    `parent` is the position of the row that one stands below; positions count from 0.
    """
    above: list[int] = []
    for position, row in enumerate(rows):
        del above[row.depth :]
        numbers = dict.fromkeys(COUNT_FIELDS) if row.counts is None else counts(row.counts)
        yield {
            "depth": row.depth,
            "parent": above[-1] if above else None,
            "kind": row.kind.value,
            "id": row.reference,
            "title": row.title or None,
            "repeated": row.repeated,
            "state": row.task and row.task.state.value,
            **numbers,
        }
        above.append(position)


def counts(of: Counts) -> Record:
    """Give the numbers by state; `due-soon` is part of `open`."""
    numbers = (
        of.total,
        of.done,
        of.done_late,
        of.open,
        of.due_soon,
        of.overdue,
        of.ongoing,
        of.cancelled,
        of.returned,
    )
    return dict(zip(COUNT_FIELDS, numbers, strict=True))


def task(row: TaskRow, label: Label) -> Record:
    """Give one task."""
    standing = row.standing
    return {
        "id": row.reference,
        "directive": row.directive_reference,
        "title": standing.title,
        "state": standing.state.value,
        "lead": list(standing.leads),
        "responsible": list(row.responsible),
        "with": list(standing.coordinating),
        "due": day(standing.due),
        "effective_due": day(standing.effective_due),
        "days_late": standing.days_late,
        "done": day(standing.done),
        "evidence": list(row.evidence),
        "path": row.path,
        "line": row.line,
        "lead_names": [label(agency) for agency in standing.leads],
        "responsible_names": [label(agency) for agency in row.responsible],
        "officer": row.task.officer,
        "deadline": deadline(standing.deadline),
        "due_text": standing.due_text,
        "extensions": standing.extensions,
        "product": standing.product,
        "tags": list(row.tags),
        "issuer": row.directive.issuer,
        "issued": day(row.directive.issued),
        "calendar": standing.calendar and standing.calendar.value,
        "task": row.task_reference,
        "period": row.period,
        "member": row.member,
        "hour": hour(standing.deadline),
        "original_due": day(standing.original_due),
        "days_late_originally": standing.days_late_originally,
        "requested": row.requested,
        "suspect": row.suspect and row.suspect.by,
        "replaced_by": list(row.replaced_by),
    }


@lru_cache(4096)  # many tasks have the same days
def day(day: date | None) -> str | None:
    """Give a day as ISO 8601, or null."""
    return None if day is None else day.isoformat()


def hour(deadline: Deadline | None) -> str | None:
    """Give the hour until which a last day lasts, as ISO 8601, or null for midnight."""
    match deadline:
        case Day(hour=time() as found) | Series(hour=time() as found):
            return f"{found:%H:%M}"
        case _:
            return None


def deadline(deadline: Deadline | None) -> str | None:
    """Give a deadline as it is written in the files, in its canonical form, or null."""
    return None if deadline is None else write(deadline)
