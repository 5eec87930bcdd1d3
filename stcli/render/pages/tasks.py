"""The pages of `list`, `overdue` and `upcoming`: tasks, one a row."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from stcli.deadlines import Day, Series
from stcli.messages import say
from stcli.render.page import Column, Hint, Page, Table, Tally
from stcli.render.pages.counting import days, tally, tasks
from stcli.render.pages.hints import show
from stcli.render.style import Tone
from stcli.states import State
from stcli.views.status import count

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from stcli.render.page import Block, Cell, Label
    from stcli.views.tasks import TaskRow


_LEAD = 18
_TITLE = 24
_REFERENCE = Column("id", say("task"), Tone.NAME)
_STATE = Column("state", say("state"))
_DUE = Column("due", say("due"))
_WRITTEN = Column("written", say("as written"), rank=4)
_DAYS_LATE = Column("days_late", say("days late"), right=True, state=State.OVERDUE)
_LATE_AT_FIRST = Column(
    "days_late_originally", say("late by first day"), right=True, sparse=True, rank=6
)
_DAYS_LEFT = Column("days_left", say("days left"), right=True)
_DONE = Column("done", say("done on"), sparse=True, rank=5)
_RESPONSIBLE = Column("responsible", say("lead"), least=_LEAD, rank=3)
_TASK_TITLE = Column("title", say("what is to be done"), least=_TITLE, below=True)


def overdue_page(
    rows: tuple[TaskRow, ...], as_of: date, label: Label, incomplete: tuple[str, ...] = ()
) -> Page:
    """Lay out the overdue tasks, in the order given: worst first."""
    if not rows:
        return Page((Tally(say("nothing is overdue as of {day}", day=as_of)),), (), incomplete)
    worst = days(max(row.standing.days_late for row in rows))
    whole = (
        say("1 overdue task as of {day}, by {worst}", day=as_of, worst=worst)
        if len(rows) == 1
        else say(
            "{count} overdue tasks as of {day}, the worst by {worst}",
            count=len(rows),
            day=as_of,
            worst=worst,
        )
    )
    table = Table(
        (
            _REFERENCE,
            *_due_columns(rows),
            _DAYS_LATE,
            *_late_columns(rows),
            _RESPONSIBLE,
            _TASK_TITLE,
        ),
        tuple(
            (
                row.reference,
                *due,
                row.standing.days_late,
                *late,
                _responsible(row, label),
                row.standing.title,
            )
            for row, due, late in zip(rows, _due_cells(rows), _late_cells(rows), strict=True)
        ),
    )
    return Page((Tally(whole), table), _hints(rows), incomplete)


def upcoming_page(
    rows: tuple[TaskRow, ...],
    as_of: date,
    until: date,
    label: Label,
    incomplete: tuple[str, ...] = (),
) -> Page:
    """Lay out the tasks that fall due up to a day, nearest first."""
    if not rows:
        whole = say("nothing falls due from {day} to {until}", day=as_of, until=until)
        return Page((Tally(whole),), (), incomplete)
    fall = (
        say("1 task falls due from {day} to {until}", day=as_of, until=until)
        if len(rows) == 1
        else say(
            "{count} tasks fall due from {day} to {until}",
            count=len(rows),
            day=as_of,
            until=until,
        )
    )
    table = Table(
        (_REFERENCE, *_due_columns(rows), _DAYS_LEFT, _RESPONSIBLE, _TASK_TITLE),
        tuple(
            (
                row.reference,
                *due,
                (row.standing.effective_due - as_of).days if row.standing.effective_due else None,
                _responsible(row, label),
                row.standing.title,
            )
            for row, due in zip(rows, _due_cells(rows), strict=True)
        ),
    )
    return Page((Tally(fall), table), _hints(rows), incomplete)


def list_page(
    rows: tuple[TaskRow, ...], as_of: date, label: Label, incomplete: tuple[str, ...] = ()
) -> Page:
    """Lay out any tasks, with their states."""
    if not rows:
        whole = say("no task fits, as of {day}", day=as_of)
        return Page((Tally(whole),), (Hint("stcli list", say("all tasks")),), incomplete)
    whole = say("{tasks} as of {day}", tasks=tasks(len(rows)), day=as_of)
    return Page((tally(whole, count(rows)), task_table(rows, label)), _hints(rows), incomplete)


def task_table(rows: tuple[TaskRow, ...], label: Label) -> Block:
    """Give tasks of any state as a table."""
    table = part_table(rows, label)
    titles = (row.standing.title for row in rows)
    return Table(
        (*table.columns, _TASK_TITLE),
        tuple((*cells, title) for cells, title in zip(table.rows, titles, strict=True)),
    )


def part_table(rows: tuple[TaskRow, ...], label: Label) -> Table:
    """Give parts of one task, its occurrences or what is each member's: without its title."""
    return Table(
        (
            _REFERENCE,
            _STATE,
            *_due_columns(rows, sparse=True),
            replace(_DAYS_LATE, sparse=True, rank=4),
            *_late_columns(rows),
            _DONE,
            _RESPONSIBLE,
        ),
        tuple(
            (
                row.reference,
                row.state,
                *due,
                row.standing.days_late or None,
                *late,
                row.standing.done,
                _responsible(row, label),
            )
            for row, due, late in zip(rows, _due_cells(rows), _late_cells(rows), strict=True)
        ),
    )


def _due_columns(rows: tuple[TaskRow, ...], *, sparse: bool = False) -> tuple[Column, ...]:
    """Give the column of the days that count and, where any differs, that of those written."""
    due = replace(_DUE, sparse=True) if sparse else _DUE
    return (due, _WRITTEN) if any(map(_moved, rows)) else (due,)


def _due_cells(rows: tuple[TaskRow, ...]) -> Iterator[tuple[Cell, ...]]:
    both = any(map(_moved, rows))
    for row in rows:
        written = row.standing.due if _moved(row) else None
        yield (_due_cell(row), written) if both else (_due_cell(row),)


def _due_cell(row: TaskRow) -> Cell:
    """Give the day that counts, with the hour until which it lasts where one is stated."""
    day = row.standing.effective_due
    match row.standing.deadline:
        case Day(hour=time() as hour) | Series(hour=time() as hour) if day is not None:
            return say("{day} {hour}", day=day, hour=f"{hour:%H:%M}")
        case _:
            return day


def _late_columns(rows: tuple[TaskRow, ...]) -> tuple[Column, ...]:
    """Give the column of lateness by the first deadline, where changes make it another anywhere."""
    return (_LATE_AT_FIRST,) if any(map(_late_otherwise, rows)) else ()


def _late_cells(rows: tuple[TaskRow, ...]) -> Iterator[tuple[Cell, ...]]:
    shown = any(map(_late_otherwise, rows))
    for row in rows:
        late = row.standing.days_late_originally if _late_otherwise(row) else None
        yield (late,) if shown else ()


def _late_otherwise(row: TaskRow) -> bool:
    return row.standing.days_late_originally != row.standing.days_late


def _moved(row: TaskRow) -> bool:
    return row.standing.due != row.standing.effective_due


def _responsible(row: TaskRow, label: Label) -> Cell:
    """Give who was named and, where others took over, who answers now."""
    named = ", ".join(label(agency) for agency in row.standing.leads)
    if row.responsible == row.standing.leads:
        return named
    return f"{named} → {', '.join(label(agency) for agency in row.responsible)}"


def _hints(rows: tuple[TaskRow, ...]) -> tuple[Hint, ...]:
    return (show(rows[0].reference, say("all about a task")),)
