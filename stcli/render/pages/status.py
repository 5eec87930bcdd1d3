"""The page of `status`: how many tasks are in which state, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from stcli.messages import say
from stcli.render.page import Column, Hint, Page, Table, Tone
from stcli.render.pages.counting import tally, tasks
from stcli.states import State
from stcli.views.status import Grouping
from stcli.words import short_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.messages import Message
    from stcli.render.page import Cell
    from stcli.views.status import Counts, Status, StatusRow

_BAR = 10
_TITLE = 20


def status_page(status: Status, incomplete: tuple[str, ...] = ()) -> Page:
    """Lay out the counts on a day."""
    whole = say("{tasks} as of {day}", tasks=tasks(status.totals.total), day=status.as_of)
    table = Table(
        columns=_columns(status.grouping),
        rows=tuple(_row(status.grouping, row) for row in status.rows),
        totals=(say("total"), None, *_numbers(status.totals), None)
        if len(status.rows) > 1
        else None,
    )
    counted = tally(whole, status.totals)
    return Page(
        blocks=(counted, table) if status.rows else (counted,),
        hints=tuple(_hints(status)),
        incomplete=incomplete,
    )


def _columns(grouping: Grouping) -> tuple[Column, ...]:
    return (
        Column("key", _heading(grouping), Tone.NAME),
        Column("bar", say("states"), graphic=True, least=_BAR, rank=3),
        Column("total", say("tasks"), right=True),
        _number(State.DONE),
        _number(State.DONE_LATE, rank=5, sparse=True),
        _number(State.OVERDUE),
        _number(State.OPEN),
        _number(State.DUE_SOON, rank=6, sparse=True),
        _number(State.ONGOING, rank=4, sparse=True),
        _number(State.CANCELLED, rank=7, sparse=True),
        _number(State.RETURNED, rank=7, sparse=True),
        Column("title", say("title"), Tone.QUIET, least=_TITLE, lines=1, below=True, sparse=True),
    )


def _number(state: State, *, rank: int = 0, sparse: bool = False) -> Column:
    return Column(state.value, short_name(state), right=True, rank=rank, sparse=sparse, state=state)


def _heading(grouping: Grouping) -> Message:
    match grouping:
        case Grouping.DIRECTIVE:
            return say("directive")
        case Grouping.AGENCY:
            return say("agency")
        case Grouping.ISSUER:
            return say("issuer")
        case Grouping.YEAR:
            return say("year")
        case Grouping.OFFICER:
            return say("officer")
        case Grouping.TAG:
            return say("tag")
    assert_never(grouping)


def _row(grouping: Grouping, row: StatusRow) -> tuple[Cell, ...]:
    """Give a row: a directive by its reference and title, a group by what people call it."""
    if grouping is Grouping.DIRECTIVE:
        return (row.key, row.counts, *_numbers(row.counts), row.title)
    return (row.title or say("none"), row.counts, *_numbers(row.counts), None)


def _numbers(counts: Counts) -> tuple[int, ...]:
    return (
        counts.total,
        counts.done,
        counts.done_late,
        counts.overdue,
        counts.open,
        counts.due_soon,
        counts.ongoing,
        counts.cancelled,
        counts.returned,
    )


def _hints(status: Status) -> Iterator[Hint]:
    if status.totals.overdue:
        yield Hint("stcli overdue", say("the overdue tasks, worst first"))
    elif status.totals.open:
        yield Hint("stcli upcoming", say("what falls due next"))
    if not status.totals.total:
        yield Hint("stcli new", say("write the first directive"))
