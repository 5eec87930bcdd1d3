"""Tasks as lists show them, column by column: with a last day and by it, or of any state."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
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

    due: date
    written: date | None
    first: date | None
    hour: str
    reference: str
    answering: str
    title: str


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
    """Give tasks column by column."""
    return Agenda(*zip(*tasks, strict=True))


def dated(rows: Iterable[TaskRow], label: Callable[[str], str]) -> tuple[Dated, ...]:
    """Give rows that all have a last day as they are listed by it."""
    return tuple(
        Dated(
            due,
            row.standing.due,
            row.standing.original and row.standing.original.effective,
            hour_of(row.standing.deadline),
            row.reference,
            answering(row, label),
            row.standing.title,
        )
        for row in rows
        if (due := row.standing.effective_due) is not None
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
