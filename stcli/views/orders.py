"""Tasks in an order: the overdue ones, those that fall due next, and by what a person names."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from stcli.errors import StcliError
from stcli.messages import say
from stcli.spelling import closest
from stcli.states import CLOSED, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from stcli.views.tasks import TaskRow

_DIGITS: Final = re.compile("([0-9]+)")


def overdue(rows: Iterable[TaskRow]) -> tuple[TaskRow, ...]:
    """Give the overdue ones, worst first, equally late ones in the order of the files."""
    late = (row for row in rows if row.state is State.OVERDUE)
    return tuple(sorted(late, key=lambda row: -row.standing.days_late))


def upcoming(rows: Iterable[TaskRow], day: date, within: int) -> tuple[TaskRow, ...]:
    """Give the open ones whose last day is at most so many days ahead, nearest first."""
    horizon = day + timedelta(days=min(within, (date.max - day).days))
    near = (
        (row.standing.effective_due, row)
        for row in rows
        if row.state not in CLOSED
        and row.standing.effective_due is not None
        and day <= row.standing.effective_due <= horizon
    )
    return tuple(row for _, row in sorted(near, key=lambda one: one[0]))


def sort(rows: Iterable[TaskRow], key: str) -> tuple[TaskRow, ...]:
    """Give the rows in the order of a key of `ORDERS`, descending for one with `-` before it.

    Rows without the value (no last day, no lead, not late) come last in either direction; equal
    ones keep their order. An unknown key raises a StcliError.
    """
    name = key.removeprefix("-")
    value = ORDERS.get(name)
    if value is None:
        near = closest(name, ORDERS)
        help_ = (
            say("did you mean `{near}`?", near=near)
            if near
            else say("write one of {choices}", choices=", ".join(ORDERS))
        )
        raise StcliError(say("tasks cannot be sorted by `{key}`", key=name), help_)
    valued = [(value(row), row) for row in rows]
    with_value = [one for one in valued if one[0] is not None]
    with_value.sort(key=lambda one: one[0], reverse=key.startswith("-"))
    return (*(row for _, row in with_value), *(row for known, row in valued if known is None))


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """Give a text as people sort it: `2/CT` before `10/CT`."""
    return tuple(
        (len(part.lstrip("0")), part.lstrip("0")) if place % 2 else (0, part)
        for place, part in enumerate(_DIGITS.split(text))
    )


_URGENCY: Final = {
    state: place
    for place, state in enumerate(
        (
            State.OVERDUE,
            State.DUE_SOON,
            State.OPEN,
            State.ONGOING,
            State.DONE_LATE,
            State.DONE,
            State.RETURNED,
            State.CANCELLED,
        )
    )
}

ORDERS: Final[Mapping[str, Callable[[TaskRow], Any]]] = {  # of each key other comparable values
    "due": lambda row: row.standing.due,
    "late": lambda row: row.standing.days_late or None,
    "issued": lambda row: row.directive.issued,
    "lead": lambda row: row.standing.leads or None,
    "directive": lambda row: natural(row.directive_reference),
    "state": lambda row: _URGENCY[row.state],
}
"""What tasks can be sorted by. States go from the most urgent, overdue, to those closed."""
