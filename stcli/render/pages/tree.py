"""The page of `tree`: what carries out what."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from stcli.messages import say
from stcli.render.page import Branch, Column, Page, Table, Tally
from stcli.render.pages.counting import tasks
from stcli.render.pages.hints import show
from stcli.render.style import Tone
from stcli.views.tree import NodeKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from stcli.render.page import Cell
    from stcli.views.tree import TreeRow

_TITLE = 20


def tree_page(rows: tuple[TreeRow, ...], as_of: date, incomplete: tuple[str, ...] = ()) -> Page:
    """Lay out the cascade, each directive and task below what it carries out or belongs to."""
    if not rows:
        return Page((Tally(say("no directive as of {day}", day=as_of)),), (), incomplete)
    table = Table(
        (
            Column("reference", say("directive or task"), Tone.NAME),
            Column("state", say("state")),
            Column("title", say("title or task"), least=_TITLE, lines=1),
        ),
        tuple(_drawn(rows)),
    )
    whole = Tally(say("what carries out what, as of {day}", day=as_of))
    return Page((whole, table), (show(rows[0].reference, say("the whole directive")),), incomplete)


def _drawn(rows: tuple[TreeRow, ...]) -> Iterator[tuple[Cell, ...]]:
    more: list[bool] = []
    for row in rows:
        del more[max(row.depth - 1, 0) :]
        if row.depth:
            more.append(not row.last)
        yield Branch(row.reference, tuple(more)), _state(row), row.title


def _state(row: TreeRow) -> Cell:
    if row.repeated:
        return say("see above")
    match row.kind:
        case NodeKind.TASK:
            return row.task.state if row.task else None
        case NodeKind.MISSING:
            return say("in no file")
        case NodeKind.DIRECTIVE:
            return _counted(row)
        case NodeKind.SERIES:
            return _recurring(row)
    assert_never(row.kind)


def _recurring(row: TreeRow) -> Cell:
    if row.counts is None or not row.counts.overdue:
        return say("recurring")
    return say("recurring, {count} overdue", count=row.counts.overdue)


def _counted(row: TreeRow) -> Cell:
    if row.counts is None or not row.counts.total:
        return None
    whole = tasks(row.counts.total)
    if not row.counts.overdue:
        return whole
    return say("{tasks}, {count} overdue", tasks=whole, count=row.counts.overdue)
