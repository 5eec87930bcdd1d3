"""Long tables as text: made some rows at a time, and by several processes, they stay the same."""

from __future__ import annotations

import os
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stcli import workers
from stcli.messages import say
from stcli.render import cells as cells_of_tables
from stcli.render import text
from stcli.render.cells import cell_text
from stcli.render.page import Column, Columnar, Page, Paragraph, Table
from stcli.render.sinks import safe_line, terminal_text
from stcli.render.style import Style
from stcli.render.width import pad, width
from stcli.repeated import Repeated
from stcli.states import State
from stcli.words import Language, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stcli.render.page import Cell

STYLE = Style(80, color=False, language=Language.VIETNAMESE)
TEXTS = st.one_of(
    st.sampled_from(
        (
            "",
            "Kế hoạch",
            "::error::x",
            " ::y",
            "#" * 3,
            "漢字" * 20,
            "e\u0301" * 30,
            "a\x1b[0m",
            "–",
        )
    ),
    st.text(max_size=4),
)
CELLS = st.one_of(
    TEXTS,
    st.none(),
    st.integers(0, 12_000),
    st.dates(date(2026, 1, 1), date(2026, 1, 9)),
    st.sampled_from(State),
)
KINDS = st.sampled_from((TEXTS, CELLS, st.integers(0, 9), st.sampled_from(("Sở A", "Sở Bình"))))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    count = draw(st.integers(1, 12))
    columns: list[Sequence[Cell]] = []
    for _ in range(draw(st.integers(1, 4))):
        made: Sequence[Cell] = draw(st.lists(draw(KINDS), min_size=count, max_size=count))
        columns.append(Repeated.of(made, lambda one: one) if draw(st.booleans()) else made)
    heads = [
        Column(f"c{at}", say("what is to be done"), right=draw(st.booleans()))
        for at in range(len(columns))
    ]
    return Table(tuple(heads), Columnar(tuple(columns)))


def by_row(table: Table) -> str:
    """A table drawn in the plainest way: row by row, cell by cell."""
    language = STYLE.language
    said = [
        [translate(one.title, language) for one in table.columns],
        *([terminal_text(cell_text(cell, language)) for cell in row] for row in table.rows),
    ]
    rooms = [max(map(width, column)) for column in zip(*said, strict=True)]
    lines = []
    for row in said:
        padded = [
            pad(cell, room, right=column.right)
            for cell, room, column in zip(row, rooms, table.columns, strict=True)
        ]
        if not table.columns[-1].right:
            padded[-1] = row[-1]
        line = "  ".join(padded)
        lines.append(safe_line(line.rstrip()))
    return "\n".join((*lines, ""))


def drawn(page: Page) -> str:
    stream = StringIO()
    text.draw(page, STYLE, stream)
    return stream.getvalue()


@given(tables(), st.integers(1, 5), st.integers(4, 8))
def test_a_table_is_what_it_is_row_by_row(table: Table, at_once: int, sample: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text, "_AT_ONCE", at_once)
        patch.setattr(cells_of_tables, "_SAMPLE", sample)
        assert drawn(Page((table,))) == by_row(table)


def long_page(rows: int) -> Page:
    titles = [
        f"Việc {at} {'rất ' * (at % 7)}{'漢' if at == rows - 3 else 'dài'}" for at in range(rows)
    ]
    names = [f"{at}/CT-UBND#1" for at in range(rows)]
    late = Repeated.of([at % 5 for at in range(rows)], lambda one: one * 100)
    columns = (
        Column("id", say("task")),
        Column("late", say("days late"), right=True),
        Column("title", say("what is to be done")),
    )
    table = Table(columns, Columnar((names, late, titles)))
    return Page((Paragraph("Trước"), table, Paragraph("Sau")))


@settings(max_examples=10, deadline=None)
@given(st.integers(150, 900), st.integers(7, 300))
def test_several_processes_draw_the_same(rows: int, at_once: int) -> None:
    page = long_page(rows)
    expected = drawn(page)
    with pytest.MonkeyPatch.context() as patch:
        made: list[int] = []
        patch.setattr(text, "_WORTH_SHARING", 100)
        patch.setattr(text, "_AT_ONCE", at_once)
        patch.setattr(workers, "WORTH_A_FORK", 1)
        patch.setattr(text, "processors", lambda: 3)
        patch.setattr(os, "fork", counted(made))
        assert drawn(page) == expected
        parts = [*text.encoded(page, STYLE, lambda lines: lines.encode("utf-16-be"))]
    assert b"".join(parts).decode("utf-16-be") == expected
    assert len(parts) >= rows // at_once
    assert len(made) == 4


def counted(made: list[int]) -> object:
    """What forks, and keeps the numbers of the processes that it made."""
    fork = os.fork

    def forked() -> int:
        number = fork()
        if number:
            made.append(number)
        return number

    return forked


def test_who_stops_reading_leaves_no_process_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    monkeypatch.setattr(text, "_WORTH_SHARING", 100)
    monkeypatch.setattr(text, "_AT_ONCE", 10)
    monkeypatch.setattr(workers, "WORTH_A_FORK", 1)
    monkeypatch.setattr(text, "processors", lambda: 2)
    monkeypatch.setattr(os, "fork", counted(made))
    parts = text.encoded(long_page(500), STYLE, str.encode)
    while not made:
        assert next(parts)
    del parts
    (child,) = made
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)
