"""The pages of `list`, `overdue` and `upcoming`: tasks, one a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.messages import say
from stcli.render.page import Column, Columnar, Hint, Page, Table, Tally
from stcli.render.pages.counting import days, tally
from stcli.render.pages.counting import tasks as number_of
from stcli.render.pages.hints import show
from stcli.render.style import Tone
from stcli.repeated import are_equal, changed, different
from stcli.states import State
from stcli.views.agenda import agenda, dated, sheet
from stcli.views.status import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from typing import TypeAlias

    from stcli.render.page import Cell, Label
    from stcli.views.agenda import Agenda, Sheet
    from stcli.views.status import Counts
    from stcli.views.tasks import TaskRow

    _Filled: TypeAlias = tuple[Column, Sequence[Cell]]
    """A column with a cell for each row."""


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
    return late_page(agenda(dated(rows, label)), as_of, incomplete)


def late_page(tasks: Agenda, as_of: date, incomplete: tuple[str, ...] = ()) -> Page:
    """Lay out the same of tasks as they are listed by days."""
    if not tasks.due:
        return Page((Tally(say("nothing is overdue as of {day}", day=as_of)),), (), incomplete)
    late = _days_since(tasks.due, as_of)
    first = _days_since(tasks.first, as_of)
    worst = days(max(different(late)))
    whole = (
        say("1 overdue task as of {day}, by {worst}", day=as_of, worst=worst)
        if len(late) == 1
        else say(
            "{count} overdue tasks as of {day}, the worst by {worst}",
            count=len(late),
            day=as_of,
            worst=worst,
        )
    )
    columns = [*_due_of(tasks), (_DAYS_LATE, late)]
    if not are_equal(first, late):
        columns.append((_LATE_AT_FIRST, _where_other(first, late)))
    return Page((Tally(whole), _by_day(tasks, columns)), _hints(tasks.references[0]), incomplete)


def upcoming_page(
    rows: tuple[TaskRow, ...],
    as_of: date,
    until: date,
    label: Label,
    incomplete: tuple[str, ...] = (),
) -> Page:
    """Lay out the tasks that fall due up to a day, nearest first."""
    return coming_page(agenda(dated(rows, label)), as_of, until, incomplete)


def coming_page(tasks: Agenda, as_of: date, until: date, incomplete: tuple[str, ...] = ()) -> Page:
    """Lay out the same of tasks as they are listed by days."""
    if not tasks.due:
        whole = say("nothing falls due from {day} to {until}", day=as_of, until=until)
        return Page((Tally(whole),), (), incomplete)
    fall = (
        say("1 task falls due from {day} to {until}", day=as_of, until=until)
        if len(tasks.due) == 1
        else say(
            "{count} tasks fall due from {day} to {until}",
            count=len(tasks.due),
            day=as_of,
            until=until,
        )
    )
    left = changed(tasks.due, lambda day: (day - as_of).days)
    table = _by_day(tasks, [*_due_of(tasks), (_DAYS_LEFT, left)])
    return Page((Tally(fall), table), _hints(tasks.references[0]), incomplete)


def _days_since(days: Sequence[date | None], as_of: date) -> Sequence[int]:
    """Give how many days each day is past: 0 for one that is not, and for none."""
    return changed(days, lambda day: max((as_of - day).days, 0) if day else 0)


def _by_day(tasks: Agenda, between: Sequence[_Filled]) -> Table:
    """Give a table of tasks: their names, what it has of their days, who answers, and titles."""
    return _table(
        (
            (_REFERENCE, tasks.references),
            *between,
            (_RESPONSIBLE, tasks.answering),
            (_TASK_TITLE, tasks.titles),
        )
    )


def list_page(
    rows: tuple[TaskRow, ...], as_of: date, label: Label, incomplete: tuple[str, ...] = ()
) -> Page:
    """Lay out any tasks, with their states."""
    return listed_page(sheet(rows, label), count(rows), as_of, incomplete)


def listed_page(
    tasks: Sheet, counts: Counts, as_of: date, incomplete: tuple[str, ...] = ()
) -> Page:
    """Lay out the same of tasks column by column, which are counted already."""
    if not tasks.states:
        whole = say("no task fits, as of {day}", day=as_of)
        return Page((Tally(whole),), (Hint("stcli list", say("all tasks")),), incomplete)
    whole = say("{tasks} as of {day}", tasks=number_of(len(tasks.states)), day=as_of)
    table = _table((*_of_any_state(tasks), (_TASK_TITLE, tasks.titles)))
    return Page((tally(whole, counts), table), _hints(tasks.references[0]), incomplete)


def task_table(rows: tuple[TaskRow, ...], label: Label) -> Table:
    """Give tasks of any state as a table."""
    tasks = sheet(rows, label)
    return _table((*_of_any_state(tasks), (_TASK_TITLE, tasks.titles)))


def part_table(rows: tuple[TaskRow, ...], label: Label) -> Table:
    """Give parts of one task, its occurrences or what is each member's: without its title."""
    return _table(tuple(_of_any_state(sheet(rows, label))))


def _table(filled: Sequence[_Filled]) -> Table:
    return Table(
        tuple(column for column, _ in filled), Columnar(tuple(cells for _, cells in filled))
    )


def _of_any_state(tasks: Sheet) -> Iterator[_Filled]:
    """Give the columns of tasks that may be in any state, but for their titles."""
    yield _REFERENCE, tasks.references
    yield _STATE, tasks.states
    for column, cells in _due_of(tasks):
        yield (column._replace(sparse=True) if column is _DUE else column), cells
    yield _DAYS_LATE._replace(sparse=True, rank=4), [late or None for late in tasks.late]
    if not are_equal(tasks.late_at_first, tasks.late):
        yield _LATE_AT_FIRST, _where_other(tasks.late_at_first, tasks.late)
    yield _DONE, tasks.done
    yield _RESPONSIBLE, tasks.answering


def _due_of(tasks: Agenda | Sheet) -> Iterator[_Filled]:
    """Give the column of the days that count and, where any differs, that of those written."""
    if any(different(tasks.hours)):
        yield (
            _DUE,
            [day and _moment(day, hour) for day, hour in zip(tasks.due, tasks.hours, strict=True)],
        )
    else:
        yield _DUE, tasks.due
    if not are_equal(tasks.written, tasks.due):
        yield _WRITTEN, _where_other(tasks.written, tasks.due)


def _where_other(cells: Sequence[Cell], usual: Sequence[Cell]) -> list[Cell]:
    """Give the cells of a column where they differ from those of another."""
    return [one if one != two else None for one, two in zip(cells, usual, strict=True)]


def _moment(day: date, hour: str) -> Cell:
    return say("{day} {hour}", day=day, hour=hour) if hour else day


def _hints(reference: str) -> tuple[Hint, ...]:
    return (show(reference, say("all about a task")),)
