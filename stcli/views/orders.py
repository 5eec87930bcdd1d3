"""Tasks in an order: the overdue ones, those that fall due next, and by what a person names."""

from __future__ import annotations

import re
from datetime import date, timedelta
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from stcli.errors import StcliError
from stcli.messages import say
from stcli.spelling import closest
from stcli.states import CLOSED, State

Thing = TypeVar("Thing")

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from stcli.views.tasks import TaskRow

_DIGITS: Final = re.compile("([0-9]+)")


class Order(NamedTuple):
    """By what tasks are put into an order, plain data that is comparable; `None` comes last."""

    value: Callable[[TaskRow], Any]
    descending: bool = False


def is_overdue(row: TaskRow) -> bool:
    """Tell whether a task is overdue."""
    return row.state is State.OVERDUE


def is_coming(day: date, within: int) -> Callable[[TaskRow], bool]:
    """Give the test whether a task is open and its last day at most so many days ahead."""
    horizon = day + timedelta(days=min(within, (date.max - day).days))

    def test(row: TaskRow) -> bool:
        due = row.standing.effective_due
        return row.state not in CLOSED and due is not None and day <= due <= horizon

    return test


def sort(rows: Iterable[TaskRow], key: str) -> tuple[TaskRow, ...]:
    """Give the rows in the order of a key as `order` takes it."""
    return in_order(rows, order(key))


def in_order(rows: Iterable[TaskRow], order: Order) -> tuple[TaskRow, ...]:
    """Give the rows in an order; equal ones keep theirs."""
    valued = ((order.value(row), row) for row in rows)
    return tuple(arranged(valued, descending=order.descending))


def order(key: str) -> Order:
    """Give the order of a key of `ORDERS`, descending for one with `-` before it.

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
    return Order(value, key.startswith("-"))


def arranged(valued: Iterable[tuple[Any, Thing]], *, descending: bool = False) -> list[Thing]:
    """Give things by their values, those without one last; equal ones keep their order."""
    known = list(valued)
    with_value = [one for one in known if one[0] is not None]
    with_value.sort(key=itemgetter(0), reverse=descending)
    return [*(one for _, one in with_value), *(one for value, one in known if value is None)]


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """Give a text as people sort it: `2/CT` before `10/CT`."""
    return tuple(
        (len(part.lstrip("0")), part.lstrip("0")) if place % 2 else (0, part)
        for place, part in enumerate(_DIGITS.split(text))
    )


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


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

WORST_FIRST: Final = Order(lambda row: -row.standing.days_late)
NEAREST_FIRST: Final = Order(lambda row: _ordinal(row.standing.effective_due))

ORDERS: Final[Mapping[str, Callable[[TaskRow], Any]]] = {  # of each key other comparable values
    "due": lambda row: _ordinal(row.standing.due),
    "late": lambda row: row.standing.days_late or None,
    "issued": lambda row: row.directive.issued.toordinal(),
    "lead": lambda row: row.standing.leads or None,
    "directive": lambda row: natural(row.directive_reference),
    "state": lambda row: _URGENCY[row.state],
}
"""What tasks can be sorted by. States go from the most urgent, overdue, to those closed."""
