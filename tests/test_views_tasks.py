from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from agendas import overdue, upcoming
from builders import (
    SETTINGS,
    agency,
    day,
    days,
    directive,
    ending,
    heir,
    rows,
    task,
    tracker,
    trackers,
)
from hypothesis import given
from hypothesis import strategies as st

from stcli.errors import StcliError
from stcli.query import parse, predicate
from stcli.references import References
from stcli.responsibility import responsible
from stcli.states import CLOSED, State, standing
from stcli.views.orders import ORDERS, natural, sort
from stcli.views.tasks import task_rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from stcli.model import Tracker
    from stcli.views.tasks import TaskRow


def ids(found: Iterable[TaskRow]) -> str:
    return " ".join(row.task.id for row in found)


def test_rows_stand_in_the_order_of_the_files() -> None:
    of = tracker(
        directive("2/A-B", task("2"), task("1"), issued="2025-01-02"),
        directive("1/A-B", task("3"), issued="2025-01-01"),
    )
    assert [row.reference for row in rows(of, "2025-01-02")] == ["2/A-B#2", "2/A-B#1", "1/A-B#3"]
    assert [row.reference for row in rows(of, "2025-01-01")] == ["1/A-B#3"]
    assert rows(of, "2024-12-31") == ()


def test_a_row_knows_its_names_place_tags_and_who_answers() -> None:
    of = tracker(
        agency(
            "bo-tttt", heir("bo-khcn", "2025-03-01"), heir("bo-vhttdl", "2025-03-01", "bao-chi")
        ),
        directive("1/A-B", task("1", "bo-tttt", tags=("p", "q"), line=9), tags=("q", "bao-chi")),
        directive("1/A-B", task("1", "bo-tttt", tags=("p",)), issued="2024-01-01"),
        directive("2/A-B", task("1", "bo-tttt"), tags=("bao-chi",)),
    )
    first, second, third = rows(of, "2025-03-01")
    assert (first.reference, first.directive_reference) == ("1/A-B@2023#1", "1/A-B@2023")
    assert (first.path, first.line) == ("directives/2023/1-A-B.yaml", 9)
    assert first.tags == ("p", "q", "bao-chi")
    assert (second.tags, third.tags) == (("p",), ("bao-chi",))
    answers = [row.responsible for row in (first, second, third)]
    assert answers == [("bo-vhttdl",), ("bo-khcn",), ("bo-vhttdl",)]


def test_evidence_is_there_from_the_day_of_completion() -> None:
    of = tracker(
        directive(
            "1/A-B",
            task("1", done="2025-01-05", evidence=("1/BC-A",)),
            task("2", evidence=("2/BC-A",)),
        )
    )
    assert [row.evidence for row in rows(of, "2025-01-04")] == [(), ("2/BC-A",)]
    assert [row.evidence for row in rows(of, "2025-01-05")] == [("1/BC-A",), ("2/BC-A",)]


MANY = tracker(
    directive(
        "10/A-B",
        task("1", "c", due="2025-01-10"),
        task("2", "a", due="2025-01-05"),
        task("3", "b", due="2025-01-05"),
        task("4", due="2025-02-01"),
        issued="2024-01-01",
    ),
    directive(
        "9/A-B",
        task("5", "a, b", due="2025-01-20"),
        task("6", "a"),
        task("7", due="2025-01-12", done="2025-01-14"),
        task("8", due="2025-01-15", cancelled=ending("2025-01-01")),
        task("9", due="2025-01-15"),
        issued="2024-06-01",
    ),
)
ON = "2025-01-15"


def test_overdue_is_worst_first_and_equally_late_in_the_order_of_files() -> None:
    assert ids(overdue(rows(MANY, ON))) == "2 3 1"


def test_upcoming_is_nearest_first_and_ends_with_the_last_day_asked_for() -> None:
    found = rows(MANY, ON)
    assert ids(upcoming(found, day(ON), 0)) == "9"
    assert ids(upcoming(found, day(ON), 4)) == "9"
    assert ids(upcoming(found, day(ON), 5)) == "9 5"
    assert ids(upcoming(found, day(ON), 10**12)) == "9 5 4"


@pytest.mark.parametrize(
    ("key", "order"),
    [
        ("due", "2 3 1 7 8 9 5 4 6"),
        ("-due", "4 5 8 9 7 1 2 3 6"),
        ("late", "7 1 2 3 4 5 6 8 9"),
        ("-late", "2 3 1 7 4 5 6 8 9"),
        ("issued", "1 2 3 4 5 6 7 8 9"),
        ("-issued", "5 6 7 8 9 1 2 3 4"),
        ("lead", "2 6 5 3 1 4 7 8 9"),
        ("-lead", "1 3 5 2 6 4 7 8 9"),
        ("directive", "5 6 7 8 9 1 2 3 4"),
        ("-directive", "1 2 3 4 5 6 7 8 9"),
        ("state", "1 2 3 5 9 4 6 7 8"),
        ("-state", "8 7 6 4 5 9 1 2 3"),
    ],
)
def test_sorting_by_a_key(key: str, order: str) -> None:
    assert ids(sort(rows(MANY, ON), key)) == order


@pytest.mark.parametrize(
    ("key", "message", "help"),
    [
        ("du", "tasks cannot be sorted by `du`", "did you mean `due`?"),
        ("-", "tasks cannot be sorted by ``", f"write one of {', '.join(ORDERS)}"),
        ("--due", "tasks cannot be sorted by `-due`", "did you mean `due`?"),
        ("xyz", "tasks cannot be sorted by `xyz`", f"write one of {', '.join(ORDERS)}"),
    ],
)
def test_an_unknown_order_is_refused(key: str, message: str, help: str) -> None:
    with pytest.raises(StcliError) as caught:
        sort((), key)
    assert (str(caught.value), str(caught.value.help)) == (message, help)


def test_numbers_in_texts_sort_as_numbers() -> None:
    texts = ["10/A", "2/A", "02/B", "a10", "a9", "", "2/A-1", "9" * 5000, "1" * 5000]
    assert sorted(texts, key=natural) == [
        "",
        "2/A",
        "2/A-1",
        "02/B",
        "10/A",
        "1" * 5000,
        "9" * 5000,
        "a9",
        "a10",
    ]


@given(trackers, days)
def test_rows_are_the_tasks_issued_by_the_day_each_as_it_stands(of: Tracker, on: date) -> None:
    found = tuple(task_rows(of, References(of), SETTINGS, on))
    issued = [(id(one), id(each)) for one, _, each in of.tasks() if one.issued <= on]
    assert list(dict.fromkeys((id(row.directive), id(row.task)) for row in found)) == issued
    for row in found:
        if row.occurrence is None and not row.task.members:
            assert row.standing == standing(row.directive, row.task, on, SETTINGS)
        answers = responsible(row.standing.leads, row.tags, on, of.agencies)
        assert row.responsible == answers


@given(trackers, days)
def test_overdue_is_what_the_query_finds(of: Tracker, on: date) -> None:
    references = References(of)
    found = tuple(task_rows(of, references, SETTINGS, on))
    asked = filter(predicate(parse(["state:overdue"]), of, references), found)
    late = overdue(found)
    assert {id(row) for row in late} == {id(row) for row in asked}
    lateness = [row.standing.days_late for row in late]
    assert lateness == sorted(lateness, reverse=True)


@given(trackers, days, st.integers(0, 60))
def test_upcoming_is_open_and_falls_due_in_time(of: Tracker, on: date, within: int) -> None:
    found = tuple(task_rows(of, References(of), SETTINGS, on))
    near = upcoming(found, on, within)
    for row in found:
        due = row.standing.effective_due
        expected = due is not None and 0 <= (due - on).days <= within and row.state not in CLOSED
        assert any(one is row for one in near) == expected
    assert all(row.state in {State.OPEN, State.DUE_SOON} for row in near)


@given(trackers, days, st.sampled_from(sorted(ORDERS)), st.sampled_from(("", "-")))
def test_sorting_keeps_every_row(of: Tracker, on: date, key: str, sign: str) -> None:
    found = tuple(task_rows(of, References(of), SETTINGS, on))
    ordered = sort(found, sign + key)
    assert sorted(map(id, ordered)) == sorted(map(id, found))
    assert sort(ordered, sign + key) == ordered
    values = [ORDERS[key](row) for row in ordered]
    known = [value for value in values if value is not None]
    assert values[len(known) :] == [None] * (len(values) - len(known))
    assert known == sorted(known, reverse=sign == "-")
