from __future__ import annotations

from typing import TYPE_CHECKING

from builders import SETTINGS, day, days, directive, rows, task, tracker, trackers
from hypothesis import given

from stcli.references import References
from stcli.views.cascade import cascade
from stcli.views.status import count
from stcli.views.tasks import task_rows
from stcli.views.tree import NodeKind, tree

if TYPE_CHECKING:
    from datetime import date

    from stcli.model import Tracker
    from stcli.views.tree import TreeRow

DAY = "2025-12-01"


def rows_of(
    of: Tracker, root: int | None = None, on: str = DAY, *, tasks: bool = True
) -> tuple[TreeRow, ...]:
    references = References(of)
    tied = cascade(of, references, day(on))
    start = None if root is None else of.directives[root]
    return tree(rows(of, on), tied, references, start, tasks=tasks)


def drawn(of: Tracker, root: int | None = None, on: str = DAY, *, tasks: bool = True) -> list[str]:
    signs = {NodeKind.MISSING: "?"}
    return [
        "  " * one.depth
        + one.reference
        + signs.get(one.kind, "")
        + ("*" if one.repeated else "")
        + ("." if one.last else "")
        for one in rows_of(of, root, on, tasks=tasks)
    ]


CASCADE = tracker(
    directive("25/CT-TTg", task("1"), task("2"), issued="2023-10-05", implements=("57-NQ/TW",)),
    directive(
        "8/KH-X",
        task("1", implements="25/CT-TTg#2"),
        issued="2024-02-01",
        implements=("25/CT-TTg",),
    ),
    directive(
        "3772/UBND-KGVX",
        task("1", implements="25/CT-TTg#1"),
        task("2", implements="25/CT-TTg#9"),
        task("3", implements="8/KH-X"),
        issued="2023-11-01",
        implements=("25/CT-TTg", "0/A-B"),
    ),
    directive("9/SKHCN-VP", task("1", implements="3772/UBND-KGVX#1"), issued="2024-03-01"),
    directive("1/A-B", issued="2026-01-01"),
)


def test_what_carries_out_stands_below_what_it_carries_out() -> None:
    assert drawn(CASCADE) == [
        "9/SKHCN-VP.",
        "  9/SKHCN-VP#1.",
        "25/CT-TTg.",
        "  25/CT-TTg#1",
        "    3772/UBND-KGVX#1.",
        "      9/SKHCN-VP#1.",
        "  25/CT-TTg#2",
        "    8/KH-X#1.",
        "  3772/UBND-KGVX",
        "    3772/UBND-KGVX#1*",
        "    3772/UBND-KGVX#2",
        "      25/CT-TTg#9?.",
        "    3772/UBND-KGVX#3",
        "    0/A-B?.",
        "  8/KH-X",
        "    8/KH-X#1",
        "    3772/UBND-KGVX#3.",
        "  57-NQ/TW?.",
    ]


def test_a_tree_below_one_directive() -> None:
    assert drawn(CASCADE, 2) == [
        "3772/UBND-KGVX.",
        "  3772/UBND-KGVX#1",
        "    9/SKHCN-VP#1.",
        "  3772/UBND-KGVX#2",
        "    25/CT-TTg#9?.",
        "  3772/UBND-KGVX#3",
        "  0/A-B?.",
    ]


def test_a_tree_of_directives_alone() -> None:
    assert drawn(CASCADE, tasks=False) == [
        "9/SKHCN-VP.",
        "25/CT-TTg.",
        "  3772/UBND-KGVX",
        "    0/A-B?.",
        "  8/KH-X",
        "  57-NQ/TW?.",
    ]


def test_on_an_earlier_day_later_directives_are_not_there() -> None:
    assert drawn(CASCADE, on="2023-11-01", tasks=False) == [
        "25/CT-TTg.",
        "  3772/UBND-KGVX",
        "    0/A-B?.",
        "  57-NQ/TW?.",
    ]


def test_on_the_day_of_issue_a_directive_carries_out_one_of_the_same_day() -> None:
    of = tracker(directive("2/A-B", implements=("1/A-B",)), directive("1/A-B"))
    assert drawn(of, on="2023-10-05") == ["1/A-B.", "  2/A-B."]
    assert drawn(of, on="2023-10-04") == []


def test_a_row_has_what_it_shows() -> None:
    found = {one.reference: one for one in rows_of(CASCADE)}
    whole, part, missing = found["25/CT-TTg"], found["25/CT-TTg#1"], found["57-NQ/TW"]
    assert (whole.kind, whole.title) == (NodeKind.DIRECTIVE, "văn bản 25/CT-TTg")
    assert whole.directive is CASCADE.directives[0]
    assert whole.counts is not None
    assert whole.counts.total == 2
    assert whole.task is None
    assert (part.kind, part.title) == (NodeKind.TASK, "việc 1")
    assert part.task is not None
    assert part.task.reference == "25/CT-TTg#1"
    assert (part.directive, part.counts) == (None, None)
    assert (missing.kind, missing.title) == (NodeKind.MISSING, "")
    assert (missing.directive, missing.counts, missing.task) == (None, None, None)


def test_tasks_that_were_not_asked_for_are_left_out() -> None:
    references = References(CASCADE)
    some = [row for row in rows(CASCADE, DAY) if row.reference != "3772/UBND-KGVX#1"]
    found = tree(some, cascade(CASCADE, references, day(DAY)), references)
    assert "3772/UBND-KGVX#1" not in {one.reference for one in found}
    (one,) = (one for one in found if one.reference == "3772/UBND-KGVX")
    assert one.counts == count(row for row in some if row.directive is CASCADE.directives[2])


def test_a_circle_of_directives_ends() -> None:
    of = tracker(
        directive("1/A-B", issued="2024-01-01", implements=("3/A-B",)),
        directive("2/A-B", issued="2024-01-02", implements=("1/A-B",)),
        directive("3/A-B", issued="2024-01-03", implements=("2/A-B", "3/A-B")),
        directive("4/A-B", issued="2024-01-04", implements=("4/A-B",)),
    )
    assert drawn(of) == ["4/A-B.", "1/A-B.", "  2/A-B.", "    3/A-B."]
    assert drawn(of, 1) == ["2/A-B.", "  3/A-B.", "    1/A-B."]


def test_a_circle_of_tasks_ends() -> None:
    of = tracker(
        directive("1/A-B", task("1", implements="2/A-B#1"), task("2", implements="1/A-B#2")),
        directive("2/A-B", task("1", implements="1/A-B#1"), task("2", implements="2/A-B")),
    )
    assert drawn(of) == [
        "1/A-B.",
        "  1/A-B#1",
        "    2/A-B#1.",
        "  1/A-B#2.",
        "2/A-B.",
        "  2/A-B#1*",
        "  2/A-B#2.",
    ]


def test_what_carries_out_two_things_is_whole_only_at_the_first() -> None:
    of = tracker(
        directive("1/A-B", issued="2024-01-01"),
        directive("2/A-B", issued="2024-01-02", implements=("1/A-B",)),
        directive("3/A-B", issued="2024-01-03", implements=("1/A-B",)),
        directive("4/A-B", issued="2024-01-04", implements=("2/A-B", "3/A-B")),
        directive("5/A-B", issued="2024-01-05", implements=("4/A-B",)),
    )
    assert drawn(of) == [
        "1/A-B.",
        "  2/A-B",
        "    4/A-B.",
        "      5/A-B.",
        "  3/A-B.",
        "    4/A-B*.",
    ]


def test_layers_that_all_carry_out_each_other_stay_small() -> None:
    layers = [
        directive(
            f"{2 * layer + side}/A-B",
            issued=f"20{layer + 10}-01-01",
            implements=tuple(f"{2 * layer - 2 + other}/A-B" for other in (0, 1) if layer),
        )
        for layer in range(40)
        for side in (0, 1)
    ]
    assert len(rows_of(tracker(*layers), on="2060-01-01")) <= 4 * 40


def test_a_long_chain_needs_no_recursion() -> None:
    chain = [
        directive(f"{n}/A-B", implements=(f"{n - 1}/A-B",) if n else (), issued="2024-01-01")
        for n in range(3000)
    ]
    found = rows_of(tracker(*chain))
    assert [one.depth for one in found] == list(range(3000))


@given(trackers, days)
def test_every_directive_and_task_is_in_the_tree_and_no_node_below_itself(
    of: Tracker, on: date
) -> None:
    references = References(of)
    found = tuple(task_rows(of, references, SETTINGS, on))
    shown = tree(found, cascade(of, references, on), references)
    assert {id(one.directive) for one in shown if one.directive} == {
        id(one) for one in of.directives if one.issued <= on
    }
    assert {id(one.task.task) for one in shown if one.task} == {id(row.task) for row in found}
    way: list[tuple[NodeKind, int]] = []
    for place, one in enumerate(shown):
        assert one.depth <= len(way)
        del way[one.depth :]
        node = one.task.task if one.task else one.directive
        mark = one.kind, id(node)
        assert node is None or mark not in way
        way.append(mark)
        following = [other.depth for other in shown[place + 1 :]]
        next_above = next((d for d in following if d <= one.depth), -1)
        assert one.last == (one.depth == 0 or next_above < one.depth)


@given(trackers, days)
def test_a_tree_is_no_longer_than_its_nodes_and_links(of: Tracker, on: date) -> None:
    references = References(of)
    found = tuple(task_rows(of, references, SETTINGS, on))
    links = sum(len(one.implements) * len(of.directives) for one in of.directives)
    links += sum(len(of.directives) for _, _, each in of.tasks() if each.implements)
    shown = tree(found, cascade(of, references, on), references)
    several = {row.task_reference for row in found if row.occurrence is not None}
    assert len(shown) <= len(of.directives) + len(found) + len(several) + links
