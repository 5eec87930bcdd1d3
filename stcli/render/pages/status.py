"""The page of `status`: how many tasks are in which state, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from stcli.messages import say
from stcli.render.page import Branch, Column, Hint, Page, Paragraph, Table
from stcli.render.pages.counting import tally, tasks
from stcli.render.style import Tone
from stcli.states import State
from stcli.views.status import Grouping
from stcli.words import short_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.messages import Message
    from stcli.render.page import Block, Cell
    from stcli.views.status import Counts, Status

_BAR = 10
_TITLE = 20


def status_page(status: Status, incomplete: tuple[str, ...] = ()) -> Page:
    """Lay out the counts on a day."""
    whole = say("{tasks} as of {day}", tasks=tasks(status.totals.total), day=status.as_of)
    blocks: list[Block] = [tally(whole, status.totals)]
    if status.rows:
        blocks.append(_table(status))
    if status.tree:
        note = say("what an agency is given counts for those above it too")
        blocks.append(Paragraph(note, Tone.QUIET))
    elif sum(row.counts.total for row in status.rows) > status.totals.total:
        note = say("a task can stand in several rows; the total counts it once")
        blocks.append(Paragraph(note, Tone.QUIET))
    return Page(tuple(blocks), tuple(_hints(status)), incomplete)


def _table(status: Status) -> Table:
    """Give the rows: directives by reference and title, groups by what people call them."""
    requested = bool(status.totals.requested)
    if status.grouping is Grouping.DIRECTIVE:
        rows = [(*_row(row.key, row.counts, requested=requested), row.title) for row in status.rows]
        totals = (*_row(say("total"), status.totals, requested=requested), None)
    else:
        names = _branches(status) if status.tree else [row.title for row in status.rows]
        rows = [
            _row(name or say("none"), row.counts, requested=requested)
            for name, row in zip(names, status.rows, strict=True)
        ]
        totals = _row(say("total"), status.totals, requested=requested)
    return Table(_columns(status), tuple(rows), totals if len(rows) > 1 else None)


def _columns(status: Status) -> tuple[Column, ...]:
    grouping = status.grouping
    columns: tuple[Column, ...] = (
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
    )
    if status.totals.requested:
        columns = (*columns, Column("requested", say("requested"), right=True, rank=7))
    if grouping is not Grouping.DIRECTIVE:
        return columns
    title = Column("title", say("title"), Tone.QUIET, least=_TITLE, lines=1, below=True)
    return (*columns, title)


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


def _branches(status: Status) -> Iterator[Branch | None]:
    """Give the names of agencies with the lines that lead to each from what it is a part of."""
    more: list[bool] = []
    for row in status.rows:
        del more[max(row.depth - 1, 0) :]
        if row.depth:
            more.append(not row.last)
        yield Branch(row.title, tuple(more)) if row.title else None


def _row(name: str | Message | Branch, counts: Counts, *, requested: bool) -> tuple[Cell, ...]:
    return (
        name,
        counts,
        counts.total,
        counts.done,
        counts.done_late,
        counts.overdue,
        counts.open,
        counts.due_soon,
        counts.ongoing,
        counts.cancelled,
        counts.returned,
        *((counts.requested,) if requested else ()),
    )


def _hints(status: Status) -> Iterator[Hint]:
    if status.totals.overdue:
        yield Hint("stcli overdue", say("the overdue tasks, worst first"))
    elif status.totals.open:
        yield Hint("stcli upcoming", say("what falls due next"))
    if not status.totals.total:
        yield Hint("stcli check", say("whether anything is wrong with the files"))
