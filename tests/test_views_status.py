from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
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

from stcli.model import Tracker
from stcli.references import References
from stcli.states import State
from stcli.views.status import (
    Counts,
    Grouping,
    Status,
    StatusRow,
    alike,
    count,
    grouped,
    status,
)
from stcli.views.tasks import task_rows

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from stcli.views.tasks import TaskRow

FILES = tracker(
    agency("bo-tttt", heir("bo-khcn", "2025-03-01"), short="Bộ TT&TT"),
    agency("bo-khcn", short="Bộ KH&CN"),
    agency("chinh-phu", name="Chính phủ"),
    directive(
        "3/CT-TTg",
        task("1", "bo-ca", "2025-06", cancelled=ending("2025-02-01")),
        task("2", "bo-ca", "2025-06", returned=ending("2025-02-01")),
        issued="2024-05-06",
        tags=("r",),
    ),
    directive("1/A-B", issued="2026-01-01"),
    directive(
        "10/NQ-CP",
        task("1", "bo-tttt", "2025-06", officer="An", tags=("p", "p")),
        task("2", "bo-khcn, bo-ca", "2025-12-31", officer="Bình", tags=("p", "q")),
        task("3", "bo-ca", "2025-06", done="2025-05-01"),
        task("4", "bo-ca", "2025-06", done="2025-07-01"),
        task("5", due="2026-06"),
        task("6", "bo-ca", "ongoing"),
        issued="2025-01-09",
        issuer="chinh-phu",
    ),
    directive("9/CT-TTg", issued="2025-01-09", title="không nhiệm vụ"),
)
DAY = "2025-12-25"


def counted(grouping: Grouping, of: Tracker = FILES, on: str = DAY) -> Status:
    return status(rows(of, on), of, References(of), day(on), grouping)


def test_counts_by_state() -> None:
    totals = counted(Grouping.DIRECTIVE).totals
    expected = Counts(
        done=1,
        done_late=1,
        open=2,
        due_soon=1,
        overdue=1,
        ongoing=1,
        cancelled=1,
        returned=1,
    )
    assert totals == expected
    assert (totals.total, totals.due) == (8, 3)


def test_directives_stand_newest_first_with_and_without_tasks() -> None:
    found = counted(Grouping.DIRECTIVE)
    assert (found.as_of, found.grouping) == (day(DAY), Grouping.DIRECTIVE)
    assert [(row.key, row.counts.total) for row in found.rows] == [
        ("10/NQ-CP", 6),
        ("9/CT-TTg", 0),
        ("3/CT-TTg", 2),
    ]
    last = found.rows[1]
    assert (last.title, last.issued) == ("không nhiệm vụ", day("2025-01-09"))
    assert last.path == "directives/2025/9-CT-TTg.yaml"


def test_a_directive_counts_from_the_day_of_its_issue() -> None:
    assert counted(Grouping.DIRECTIVE, on="2026-01-01").rows[0].key == "1/A-B"
    assert [row.key for row in counted(Grouping.DIRECTIVE, on="2025-01-08").rows] == ["3/CT-TTg"]


def test_a_tracker_of_fewer_directives_asks_for_these_and_those_of_the_rows() -> None:
    only = Tracker(FILES.directives[3:], FILES.listed)
    of_rows = rows(FILES, DAY)[:1]
    found = status(of_rows, only, References(FILES), day(DAY), Grouping.DIRECTIVE)
    assert [row.key for row in found.rows] == ["9/CT-TTg", "3/CT-TTg"]


@pytest.mark.parametrize(
    ("grouping", "expected"),
    [
        (
            Grouping.AGENCY,
            [
                ("bo-khcn", "Bộ KH&CN", 1, 2),
                ("bo-ca", "bo-ca", 0, 6),
                ("", "", 0, 1),
            ],
        ),
        (
            Grouping.ISSUER,
            [("chinh-phu", "Chính phủ", 1, 6), ("thu-tuong", "thu-tuong", 0, 2)],
        ),
        (Grouping.YEAR, [("2025", "2025", 1, 6), ("2024", "2024", 0, 2)]),
        (
            Grouping.OFFICER,
            [("An", "An", 1, 1), ("Bình", "Bình", 0, 1), ("", "", 0, 6)],
        ),
        (
            Grouping.TAG,
            [("p", "p", 1, 2), ("r", "r", 0, 2), ("q", "q", 0, 1), ("", "", 0, 4)],
        ),
    ],
)
def test_groups_stand_worst_first_and_those_without_last(
    grouping: Grouping, expected: list[tuple[str, str, int, int]]
) -> None:
    found = counted(grouping)
    shown = [(row.key, row.title, row.counts.overdue, row.counts.total) for row in found.rows]
    assert shown == expected
    assert found.totals == counted(Grouping.DIRECTIVE).totals
    assert all(row.issued is None and row.path is None for row in found.rows)


def test_agencies_answer_on_the_day_asked_about() -> None:
    assert [row.key for row in counted(Grouping.AGENCY, on="2025-02-28").rows] == [
        "bo-ca",
        "bo-khcn",
        "bo-tttt",
        "",
    ]


def test_nothing_counted_is_nothing() -> None:
    for grouping in Grouping:
        found = counted(grouping, of=tracker())
        assert (found.totals, found.rows) == (Counts(), ())


@given(trackers, days, st.sampled_from(Grouping))
def test_totals_are_the_sums_of_rows(of: Tracker, on: date, grouping: Grouping) -> None:
    references = References(of)
    found = tuple(task_rows(of, references, SETTINGS, on))
    counts = status(found, of, references, on, grouping)
    for name in Counts._fields:
        total: int = getattr(counts.totals, name)
        by_row = [getattr(row.counts, name) for row in counts.rows]
        if grouping in {Grouping.AGENCY, Grouping.TAG}:
            assert total <= sum(by_row)
            assert max(by_row, default=0) <= total
        else:
            assert total == sum(by_row)
    assert len({row.key for row in counts.rows}) == len(counts.rows) or (
        grouping is Grouping.DIRECTIVE
    )


@given(trackers, days)
def test_each_task_is_counted_once_in_the_totals(of: Tracker, on: date) -> None:
    found = tuple(task_rows(of, References(of), SETTINGS, on))
    totals, states = count(found), Counter(row.state for row in found)
    assert totals.total == len(found)
    assert totals.overdue == states[State.OVERDUE]
    assert totals.open == states[State.OPEN] + states[State.DUE_SOON]
    assert totals.due_soon == states[State.DUE_SOON]


@given(trackers, days)
def test_an_agency_counts_all_that_it_answers_for(of: Tracker, on: date) -> None:
    references = References(of)
    found = tuple(task_rows(of, references, SETTINGS, on))
    by_agency = status(found, of, references, on, Grouping.AGENCY)
    for row in by_agency.rows:
        own = [
            one for one in found if (row.key in one.responsible if row.key else not one.responsible)
        ]
        assert row.counts == count(own)


def agency_tree(listed: Iterable[TaskRow], of: Tracker, on: date) -> Status:
    """The counts by agency, each below the one that it is part of."""
    return grouped(alike(listed, Grouping.AGENCY), of, on, Grouping.AGENCY, tree=True)


def below(of: Tracker, on: str) -> list[str]:
    found = agency_tree(rows(of, on), of, day(on))
    return [f"{'  ' * row.depth}{row.key or 'none'} {row.counts.total}" for row in found.rows]


def test_an_agency_is_counted_for_those_above_it_each_task_once() -> None:
    of = tracker(
        agency("tinh"),
        agency("so-a", parent="tinh"),
        agency("phong", parent="so-a"),
        agency("so-b", heir("so-a", "2025-03-01"), parent="tinh"),
        agency("bo", parent="khong-co"),
        directive(
            "1/A-B",
            task("1", "phong", "2025-01-31"),
            task("2", "phong, so-a"),
            task("3", "so-b"),
            task("4", "bo"),
            task("5"),
            task("6", "la"),
            issued="2025-01-02",
        ),
    )
    assert below(of, "2025-02-01") == [
        *("tinh 3", "  so-a 2", "    phong 2", "  so-b 1"),
        *("bo 1", "la 1", "none 1"),
    ]
    assert below(of, "2025-03-01")[:3] == ["tinh 3", "  so-a 3", "    phong 2"]
    found = agency_tree(rows(of, "2025-03-01"), of, day("2025-03-01"))
    assert (found.totals.total, found.tree) == (6, True)
    assert [row.parent for row in found.rows[:3]] == [None, "tinh", "so-a"]
    assert [row.last for row in found.rows[:3]] == [False, True, True]


def test_agencies_in_a_circle_have_one_place_each() -> None:
    of = tracker(
        agency("b", parent="c"),
        agency("c", parent="a"),
        agency("a", parent="b"),
        agency("d", parent="b"),
        agency("e", parent="e"),
        directive("1/A-B", task("1", "c"), task("2", "d"), task("3", "e")),
    )
    assert below(of, "2025-01-02") == ["a 2", "  c 2", "    b 1", "      d 1", "e 1"]


@given(trackers, days)
def test_a_tree_of_agencies_loses_and_invents_no_task(of: Tracker, on: date) -> None:
    found = tuple(task_rows(of, References(of), SETTINGS, on))
    answer = agency_tree(found, of, on)
    assert answer.totals == count(found)
    keys = [row.key for row in answer.rows]
    assert len(set(keys)) == len(keys)
    for row in answer.rows:
        inside = {row.key, *(one.key for one in answer.rows if _is_below(one, row.key, answer))}
        expected = [one for one in found if inside & set(one.responsible or ("",))]
        assert row.counts == count(expected)


def _is_below(row: StatusRow, key: str, answer: Status) -> bool:
    parents = {one.key: one.parent for one in answer.rows}
    above = row.parent
    while above is not None and above != key:
        above = parents[above]
    return above is not None
