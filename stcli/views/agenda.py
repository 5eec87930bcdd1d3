"""Tasks as lists show them, column by column: with a last day and by it, or of any state."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, NamedTuple

from stcli.states import CLOSED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from stcli.deadlines import Deadline
    from stcli.states import State
    from stcli.views.tasks import TaskRow


class Dated(NamedTuple):
    """A task with a last day, as lists by days show it: nothing in it changes from day to day.

    `due` is the day that counts and `hour` the hour until which it lasts, "" for midnight;
    `written` is the day as written, `first` that of the first deadline, `None` where there was
    none. `answering` names those who lead and those who took over from them.
    """

    due: date | None
    written: date | None
    first: date | None
    hour: str
    reference: str
    answering: str
    title: str


class Listed(NamedTuple):
    """A task as it is listed, with what lists of any state show besides, and what is asked for.

    `place` counts the tasks of its directive from 0. `state` is `None` where the last day tells
    it. Agencies are told by their ids.
    """

    place: int
    state: State | None
    requested: bool
    done: date | None
    leads: tuple[str, ...]
    coordinating: tuple[str, ...]
    responsible: tuple[str, ...]
    shown: Dated


class Agenda(NamedTuple):
    """Tasks as they are listed by days, column by column, in an order."""

    due: Sequence[date] = ()
    written: Sequence[date | None] = ()
    first: Sequence[date | None] = ()
    hours: Sequence[str] = ()
    references: Sequence[str] = ()
    answering: Sequence[str] = ()
    titles: Sequence[str] = ()


class Sheet(NamedTuple):
    """Tasks of any state as they are listed, column by column, in an order.

    `due` is the day that counts and `written` the day as written; `late` counts days from the
    one, `late_at_first` from that of the first deadline, and both are 0 for what is not late.
    """

    states: Sequence[State]
    due: Sequence[date | None]
    written: Sequence[date | None]
    late: Sequence[int]
    late_at_first: Sequence[int]
    done: Sequence[date | None]
    hours: Sequence[str]
    references: Sequence[str]
    answering: Sequence[str]
    titles: Sequence[str]


def sheet(rows: Sequence[TaskRow], label: Callable[[str], str]) -> Sheet:
    """Give rows column by column."""
    stands = [row.standing for row in rows]
    return Sheet(
        [one.state for one in stands],
        [one.effective_due for one in stands],
        [one.due for one in stands],
        [one.days_late for one in stands],
        [one.days_late_originally for one in stands],
        [one.done for one in stands],
        [hour_of(one.deadline) for one in stands],
        [row.reference for row in rows],
        [answering(row, label) for row in rows],
        [one.title for one in stands],
    )


def agenda(tasks: Iterable[Dated]) -> Agenda:
    """Give tasks that all have a last day column by column."""
    return Agenda(*zip(*tasks, strict=True))


def dated(rows: Iterable[TaskRow], label: Callable[[str], str]) -> tuple[Dated, ...]:
    """Give those of some rows that have a last day, as they are listed by it."""
    return tuple(_shown(row, label) for row in rows if row.standing.effective_due is not None)


def listed(rows: Iterable[TaskRow], label: Callable[[str], str]) -> Iterator[Listed]:
    """Give the rows of a directive as they are listed from day to day."""
    for place, row in enumerate(rows):
        stands = row.standing
        is_open = row.state not in CLOSED and stands.effective_due is not None
        yield Listed(
            place,
            None if is_open else row.state,
            row.requested,
            stands.done,
            stands.leads,
            stands.coordinating,
            row.responsible,
            _shown(row, label),
        )


def _shown(row: TaskRow, label: Callable[[str], str]) -> Dated:
    stands = row.standing
    return Dated(
        stands.effective_due,
        stands.due,
        stands.original and stands.original.effective,
        hour_of(stands.deadline),
        row.reference,
        answering(row, label),
        stands.title,
    )


def hour_of(deadline: Deadline | None) -> str:
    """Give the hour until which a last day lasts, "" for midnight."""
    from stcli.deadlines import Day, Series  # noqa: PLC0415 - what is kept has the hour already

    match deadline:
        case Day(hour=time() as hour) | Series(hour=time() as hour):
            return f"{hour:%H:%M}"
        case _:
            return ""


def answering(row: TaskRow, label: Callable[[str], str]) -> str:
    """Give who was named and, where others took over, who answers now."""
    named = ", ".join(map(label, row.standing.leads))
    if row.responsible == row.standing.leads:
        return named
    return f"{named} → {', '.join(map(label, row.responsible))}"
