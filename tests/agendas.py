"""What `overdue` and `upcoming` list, of rows that are all at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.views.orders import NEAREST_FIRST, WORST_FIRST, in_order, is_coming, is_overdue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from stcli.views.tasks import TaskRow


def overdue(rows: Iterable[TaskRow]) -> tuple[TaskRow, ...]:
    return in_order(filter(is_overdue, rows), WORST_FIRST)


def upcoming(rows: Iterable[TaskRow], day: date, within: int) -> tuple[TaskRow, ...]:
    return in_order(filter(is_coming(day, within), rows), NEAREST_FIRST)
