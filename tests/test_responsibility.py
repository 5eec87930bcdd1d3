from __future__ import annotations

from typing import TYPE_CHECKING

from builders import IDS, agencies, agency, day, days, heir, ids, tags, tracker
from hypothesis import given
from hypothesis import strategies as st

from stcli.responsibility import responsible

if TYPE_CHECKING:
    from datetime import date

    from stcli.model import Agency, Tracker


def answers(of: Tracker, *leads: str, on: str = "2026-01-01", tags: tuple[str, ...] = ()) -> str:
    return ", ".join(responsible(leads, tags, day(on), of.agencies))


def test_an_agency_without_successor_answers_itself() -> None:
    of = tracker(agency("bo-cong-an"), agency("bo-cu", until=day("2020-01-01")))
    assert answers(of, "bo-cong-an") == "bo-cong-an"
    assert answers(of, "bo-cu") == "bo-cu"
    assert answers(of, "bo-la") == "bo-la"
    assert answers(of) == ""


def test_a_successor_answers_from_its_day_on() -> None:
    of = tracker(agency("bo-tttt", heir("bo-khcn", "2025-03-01")), agency("bo-khcn"))
    assert answers(of, "bo-tttt", on="2025-02-28") == "bo-tttt"
    assert answers(of, "bo-tttt", on="2025-03-01") == "bo-khcn"


def test_two_leads_that_merged_answer_once() -> None:
    of = tracker(agency("bo-tttt", heir("bo-khcn", "2025-03-01")))
    assert answers(of, "bo-tttt", "bo-khcn") == "bo-khcn"
    assert answers(of, "bo-cong-an", "bo-tttt") == "bo-cong-an, bo-khcn"


def test_a_successor_for_a_tag_takes_the_tasks_that_carry_it() -> None:
    of = tracker(
        agency(
            "bo-tttt",
            heir("bo-khcn", "2025-03-01"),
            heir("bo-vhttdl", "2025-03-01", "bao-chi", "xuat-ban"),
        )
    )
    assert answers(of, "bo-tttt") == "bo-khcn"
    assert answers(of, "bo-tttt", tags=("khcn",)) == "bo-khcn"
    assert answers(of, "bo-tttt", tags=("khcn", "bao-chi")) == "bo-vhttdl"


def test_an_agency_keeps_what_no_successor_takes() -> None:
    of = tracker(agency("bo-a", heir("bo-b", "2025-03-01", "p")))
    assert answers(of, "bo-a", tags=("p",)) == "bo-b"
    assert answers(of, "bo-a") == "bo-a"


def test_a_task_may_be_split_between_successors() -> None:
    of = tracker(agency("bo-a", heir("bo-b", "2025-03-01"), heir("bo-c", "2025-03-01")))
    assert answers(of, "bo-a") == "bo-b, bo-c"


def test_successions_follow_each_other() -> None:
    of = tracker(
        agency("bo-a", heir("bo-b", "2025-03-01")),
        agency("bo-b", heir("bo-c", "2025-07-01")),
    )
    assert answers(of, "bo-a", on="2025-06-30") == "bo-b"
    assert answers(of, "bo-a", on="2025-07-01") == "bo-c"


def test_a_successor_that_was_gone_before_passes_on_too() -> None:
    of = tracker(
        agency("bo-a", heir("bo-b", "2025-07-01")),
        agency("bo-b", heir("bo-c", "2025-03-01")),
    )
    assert answers(of, "bo-a") == "bo-c"


def test_of_two_successors_one_may_join_the_other() -> None:
    of = tracker(
        agency("bo-a", heir("bo-b", "2025-03-01"), heir("bo-c", "2025-03-01")),
        agency("bo-b", heir("bo-c", "2025-07-01")),
    )
    assert answers(of, "bo-a", on="2025-06-01") == "bo-b, bo-c"
    assert answers(of, "bo-a") == "bo-c"


def test_an_agency_that_is_founded_again_gets_its_tasks_back() -> None:
    of = tracker(
        agency("bo-a", heir("bo-b", "2021-01-01"), heir("bo-c", "2023-06-01", "p")),
        agency("bo-b", heir("bo-a", "2023-01-01")),
    )
    assert answers(of, "bo-a", on="2022-01-01") == "bo-b"
    assert answers(of, "bo-a", on="2023-01-01") == "bo-a"
    assert answers(of, "bo-b", on="2023-01-01") == "bo-a"


def test_what_came_back_may_leave_again() -> None:
    of = tracker(
        agency("bo-a", heir("bo-b", "2021-01-01"), heir("bo-c", "2025-01-01")),
        agency("bo-b", heir("bo-a", "2023-01-01")),
    )
    assert answers(of, "bo-a", on="2024-01-01") == "bo-a"
    assert answers(of, "bo-a", on="2025-01-01") == "bo-c"


def test_what_came_back_may_leave_on_the_same_day() -> None:
    of = tracker(
        agency("bo-a", heir("bo-b", "2021-01-01"), heir("bo-c", "2023-01-01")),
        agency("bo-b", heir("bo-a", "2023-01-01")),
    )
    assert answers(of, "bo-a", on="2023-01-01") == "bo-c"


def test_a_circle_of_one_day_ends_somewhere() -> None:
    of = tracker(
        agency("bo-a", heir("bo-b", "2025-03-01")),
        agency("bo-b", heir("bo-a", "2025-03-01")),
        agency("bo-c", heir("bo-c", "2025-03-01")),
    )
    assert answers(of, "bo-a") == "bo-b"
    assert answers(of, "bo-b") == "bo-a"
    assert answers(of, "bo-c") == "bo-c"


def test_hundreds_of_agencies_that_all_follow_each_other_are_looked_at_once() -> None:
    names = [f"bo-{number}" for number in range(200)]
    of = tracker(*(agency(one, *(heir(other, "2025-03-01") for other in names)) for one in names))
    assert answers(of, "bo-0") == "bo-199"


many_agencies = st.lists(agencies, max_size=4, unique_by=lambda one: one.id)


@given(many_agencies, st.lists(ids, max_size=3), tags, days)
def test_somebody_answers_for_every_lead(
    known: list[Agency], leads: list[str], marks: tuple[str, ...], on: date
) -> None:
    by_id = {one.id: one for one in known}
    found = responsible(leads, marks, on, by_id)
    assert bool(found) == bool(leads)
    assert len(set(found)) == len(found)
    assert set(found) <= set(IDS)
    assert set(found) == {one for lead in leads for one in responsible((lead,), marks, on, by_id)}


@given(many_agencies, st.lists(ids, max_size=3), tags, days)
def test_whoever_answers_at_the_end_has_not_passed_it_on_for_good(
    known: list[Agency], leads: list[str], marks: tuple[str, ...], on: date
) -> None:
    forward = [
        agency(one.id, *(each for each in one.successors if each.agency > one.id)) for one in known
    ]
    by_id = {one.id: one for one in forward}
    for last in responsible(leads, marks, on, by_id):
        assert responsible((last,), marks, on, by_id) == (last,)
