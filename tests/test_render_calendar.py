"""The page of `calendar`: what is said of a stretch with nothing, and with much, in it."""

from __future__ import annotations

from builders import day, directive, rows, task, tracker

from stcli import shipped
from stcli.calendar import Calendar
from stcli.messages import Message
from stcli.render.page import Page, Table
from stcli.render.pages.calendar import calendar_page
from stcli.settings import Settings
from stcli.views.calendar import stretch

OFFICE = Settings(calendar=Calendar(shipped=shipped.listing))


def page(first: str, last: str, *dues: str) -> Page:
    tasks = (task(str(number), due=due) for number, due in enumerate(dues, 1))
    listed = rows(tracker(directive("1/CT", *tasks)), "2025-01-01", OFFICE)
    return calendar_page(stretch(OFFICE.calendar, listed, day(first), day(last)))


def last_column(of: Page) -> list[str]:
    (*_, table) = (block for block in of.blocks if isinstance(block, Table))
    return [str(row[-1]) for row in table.rows]


def test_a_month_without_anything_has_no_list_of_days() -> None:
    tables = [
        block for block in page("2026-03-01", "2026-03-31").blocks if isinstance(block, Table)
    ]
    assert len(tables) == 1


def test_few_tasks_are_named_and_many_counted() -> None:
    three = page("2026-03-01", "2026-03-31", *["2026-03-10"] * 3)
    assert last_column(three) == ["1/CT#1, 1/CT#2, 1/CT#3"]
    assert last_column(page("2026-03-01", "2026-03-31", *["2026-03-10"] * 4)) == ["4 tasks"]


def test_a_day_in_the_grid_says_how_many_tasks_fall_due() -> None:
    grid = page("2026-03-01", "2026-03-31", "2026-03-10", "2026-03-10").blocks[1]
    assert isinstance(grid, Table)
    assert grid.rows[2][1] == "10 (2)"
    assert grid.rows[0][0] is None


def test_a_deadline_on_a_weekend_is_said_to_be_on_one() -> None:
    table = page("2026-03-01", "2026-03-31", "2026-03-07").blocks[-1]
    assert isinstance(table, Table)
    (row,) = table.rows
    assert isinstance(row[2], Message)
    assert str(row[2]) == "weekend"
