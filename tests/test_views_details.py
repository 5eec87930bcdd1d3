from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import (
    SETTINGS,
    agency,
    change,
    day,
    days,
    directive,
    heir,
    rows,
    task,
    tracker,
    trackers,
)
from hypothesis import given

from stcli.errors import StcliError
from stcli.references import Assignment, References, find
from stcli.states import CLOSED, State
from stcli.views.details import AgencyDetail, DirectiveDetail, TaskDetail, detail
from stcli.views.relations import Link, Relation, RelationKind, directive_link, task_link
from stcli.views.status import count

if TYPE_CHECKING:
    from datetime import date

    from stcli.model import Tracker

FILES = tracker(
    agency("chinh-phu"),
    agency("bo-tttt", heir("bo-khcn", "2025-03-01"), until=day("2025-02-28"), parent="chinh-phu"),
    agency("bo-khcn", short="Bộ KH&CN", parent="chinh-phu"),
    agency("bo-cu", heir("bo-khcn", "2027-01-01"), parent="khong-co"),
    directive(
        "25/CT-TTg",
        task("1", "bo-tttt", "2025-06"),
        task("2", "bo-khcn", "2025-03", "2025-03-01"),
        task("3", "bo-ca", "2024-12-31", coordinating=("bo-khcn", "bo-tttt")),
        task("4", "bo-khcn", "2025-05"),
        task("5", "bo-khcn", "2025-05", "2025-09-01", coordinating=("bo-tttt",)),
        issued="2023-10-05",
    ),
    directive(
        "3772/UBND-KGVX",
        task("1", "bo-ca", implements="25/CT-TTg#1"),
        task("2", "bo-ca", implements="25/CT-TTg"),
        issued="2023-11-01",
        implements=("25/CT-TTg",),
        cites=("3232/KH-UBND", "25/CT-TTg"),
    ),
    directive("71/NQ-CP", issued="2025-04-01", amends=("25/CT-TTg@2023",), replaces=("1/A-B",)),
    directive("1/A-B", issued="2020-01-01"),
    directive("1/A-B", issued="2021-01-01"),
)
NAMES = References(FILES)
DAY = "2025-05-20"


def shown(text: str, on: str = DAY) -> DirectiveDetail | TaskDetail | AgencyDetail:
    return detail(find(text, FILES, NAMES), FILES, NAMES, SETTINGS, day(on))


def test_a_directive_with_its_tasks_and_what_it_is_tied_to() -> None:
    found = shown("25/CT-TTg")
    assert isinstance(found, DirectiveDetail)
    assert (found.reference, found.directive) == ("25/CT-TTg", FILES.directives[0])
    assert (found.types, found.as_of) == (("chỉ thị",), day(DAY))
    assert [row.reference for row in found.rows] == [f"25/CT-TTg#{n}" for n in range(1, 6)]
    assert found.counts == count(found.rows)
    title = "văn bản 3772/UBND-KGVX"
    assert found.relations == (
        Relation(RelationKind.IMPLEMENTED_BY, (Link("25/CT-TTg", "3772/UBND-KGVX", title),)),
        Relation(RelationKind.CITED_BY, (Link("25/CT-TTg", "3772/UBND-KGVX", title),)),
        Relation(
            RelationKind.AMENDED_BY, (Link("25/CT-TTg@2023", "71/NQ-CP", "văn bản 71/NQ-CP"),)
        ),
    )


def test_what_is_issued_after_the_day_is_not_tied_to_it_yet() -> None:
    found = shown("25/CT-TTg", "2025-03-31")
    assert isinstance(found, DirectiveDetail)
    kinds = [one.kind for one in found.relations]
    assert kinds == [RelationKind.IMPLEMENTED_BY, RelationKind.CITED_BY]


def test_on_the_day_of_issue_it_is_there_and_tied() -> None:
    later, earlier = shown("71/NQ-CP", "2025-04-01"), shown("25/CT-TTg", "2025-04-01")
    assert isinstance(later, DirectiveDetail)
    assert isinstance(earlier, DirectiveDetail)
    assert RelationKind.AMENDED_BY in {one.kind for one in earlier.relations}


def test_an_agency_has_its_predecessors_from_the_day_of_succession() -> None:
    before, after = shown("bo-khcn", "2025-02-28"), shown("bo-khcn", "2025-03-01")
    assert isinstance(before, AgencyDetail)
    assert isinstance(after, AgencyDetail)
    assert (len(before.predecessors), len(after.predecessors)) == (0, 1)


def test_what_a_directive_refers_to_may_be_in_no_file_or_in_several() -> None:
    found = shown("3772")
    assert isinstance(found, DirectiveDetail)
    parent = Link("25/CT-TTg", "25/CT-TTg", "văn bản 25/CT-TTg")
    assert found.relations == (
        Relation(RelationKind.IMPLEMENTS, (parent,)),
        Relation(RelationKind.CITES, (Link("3232/KH-UBND", None, None), parent)),
    )
    found = shown("71/NQ-CP")
    assert isinstance(found, DirectiveDetail)
    assert found.relations[1] == Relation(RelationKind.REPLACES, (Link("1/A-B", None, None),))
    found = shown("1/A-B@2020")
    assert isinstance(found, DirectiveDetail)
    assert [one.kind for one in found.relations] == [RelationKind.REPLACED_BY]


def test_links_of_tasks() -> None:
    title = "văn bản 25/CT-TTg"
    assert task_link("25/CT-TTg#2", NAMES) == Link("25/CT-TTg#2", "25/CT-TTg#2", "việc 2")
    assert task_link("25/CT-TTg", NAMES) == Link("25/CT-TTg", "25/CT-TTg", title)
    assert task_link("25/CT-TTg#9", NAMES) == Link("25/CT-TTg#9", None, None)
    assert task_link("1/A-B#1", NAMES) == Link("1/A-B#1", None, None)
    assert directive_link("26/CT-TTg", NAMES) == Link("26/CT-TTg", None, None)


def test_a_task_with_how_it_was_given_and_who_answers_now() -> None:
    found = shown("25#1")
    assert isinstance(found, TaskDetail)
    assert found.first.reference == "25/CT-TTg#1"
    assert found.first.responsible == ("bo-khcn",)
    assert found.first.state is State.OPEN
    assert (found.original.leads, found.original_due) == (("bo-tttt",), day("2025-06-30"))
    assert [event.day for event in found.history] == [day("2025-03-01")]
    assert found.implements is None
    assert found.implemented_by == (Link("25/CT-TTg#1", "3772/UBND-KGVX#1", "việc 1"),)


def test_a_task_that_carries_out_another() -> None:
    found = shown("3772#1")
    assert isinstance(found, TaskDetail)
    assert found.implements == Link("25/CT-TTg#1", "25/CT-TTg#1", "việc 1")
    assert found.implemented_by == ()


def test_the_original_deadline_stays_when_a_change_moves_it() -> None:
    of = tracker(
        directive("1/A-B", task("1", due="2025-06", changes=(change("2025-02-01", "2026"),)))
    )
    (row,) = rows(of, DAY)
    found = detail(Assignment(row.directive, row.task), of, References(of), SETTINGS, day(DAY))
    assert isinstance(found, TaskDetail)
    assert (found.original_due, found.first.standing.due) == (day("2025-06-30"), day("2026-12-31"))


@pytest.mark.parametrize("text", ["71/NQ-CP", "3772#1"])
def test_what_is_issued_later_is_not_there_yet(text: str) -> None:
    with pytest.raises(StcliError, match=r"was issued on .*, after 2020-01-01") as caught:
        shown(text, "2020-01-01")
    assert str(caught.value.help) == "ask for that day or a later one with --as-of"


def test_an_agency_with_what_it_answers_for() -> None:
    found = shown("bo-khcn")
    assert isinstance(found, AgencyDetail)
    assert found.agency is FILES.agencies["bo-khcn"]
    assert found.in_being
    assert found.parent is FILES.agencies["chinh-phu"]
    assert found.parts == ()
    assert [(one.id, by.since) for one, by in found.predecessors] == [
        ("bo-tttt", day("2025-03-01"))
    ]
    assert found.counts.total == 4
    assert [row.task.id for row in found.answers_for] == ["4", "5", "1"]
    assert [row.task.id for row in found.coordinates] == ["3"]
    assert found.passed_on == ()


def test_an_agency_that_has_gone_has_passed_its_tasks_on() -> None:
    found = shown("bo-tttt")
    assert isinstance(found, AgencyDetail)
    assert not found.in_being
    assert (found.counts.total, found.answers_for) == (0, ())
    assert [row.task.id for row in found.passed_on] == ["1"]
    assert [row.task.id for row in found.coordinates] == ["3", "5"]


def test_parents_and_parts_of_an_agency() -> None:
    whole, lost = shown("chinh-phu"), shown("bo-cu")
    assert isinstance(whole, AgencyDetail)
    assert isinstance(lost, AgencyDetail)
    assert (whole.parent, lost.parent) == (None, None)
    assert [one.id for one in whole.parts] == ["bo-tttt", "bo-khcn"]


@given(trackers, days)
def test_details_agree_with_the_rows(of: Tracker, on: date) -> None:
    references = References(of)
    found = rows(of, on.isoformat())
    for one in of.listed:
        about = detail(one, of, references, SETTINGS, on)
        assert isinstance(about, AgencyDetail)
        assert about.counts == count(row for row in found if one.id in row.responsible)
        for row in (*about.answers_for, *about.passed_on, *about.coordinates):
            assert row.state not in CLOSED
    for row in found:
        asked = Assignment(row.directive, row.task, row.period or "")
        of_task = detail(asked, of, references, SETTINGS, on)
        assert isinstance(of_task, TaskDetail)
        alike = tuple(one for one in found if one.task is row.task)
        assert of_task.row == row if row.period or len(alike) == 1 else of_task.rows == alike
