from __future__ import annotations

from builders import SETTINGS, agency, change, day, directive, heir, rows, task, tracker

from stcli.fulfilment.collectives import members
from stcli.model import AgencyKind, Contribution
from stcli.references import References
from stcli.states import State
from stcli.views.tasks import task_rows

AGENCIES = (
    agency("cac-so", kind=AgencyKind.COLLECTIVE, members=("so-a", "so-b", "so-moi")),
    agency("tat-ca", kind=AgencyKind.COLLECTIVE, members=("cac-so", "so-c", "cac-so", "tat-ca")),
    agency("cac-hoi", kind=AgencyKind.COLLECTIVE),
    agency("so-a"),
    agency("so-b", heir("so-a", "2025-03-01")),
    agency("so-c"),
    agency("so-moi", since=day("2026-01-01")),
    agency("hoi", kind=AgencyKind.ASSOCIATION),
    agency("hoi-tre", kind=AgencyKind.ASSOCIATION),
)


def given(name: str, done: str = "", period: str | None = None) -> Contribution:
    return Contribution(name, period, day(done) if done else None, (f"1/BC-{name}",))


def told(on: str, *contributions: Contribution, lead: str = "cac-so", due: str = "") -> list[str]:
    """Say each member's row as `name: state, responsible`."""
    one = task("1", lead, due or "2025-06-30", members=contributions)
    of = tracker(*AGENCIES, directive("1/A-B", one, issued="2025-01-02"))
    found = task_rows(of, References(of), SETTINGS, day(on), expand=True)
    return [
        f"{row.reference.partition('#')[2]}: {row.state}, {' '.join(row.responsible)}"
        for row in found
    ]


def test_members_of_members_are_found_once_and_circles_end() -> None:
    known = tracker(*AGENCIES).agencies
    found = members(("tat-ca", "hoi", "so-a"), known, day("2025-01-02"))
    assert found == {"so-a": "tat-ca", "so-b": "tat-ca", "so-c": "tat-ca", "hoi": None}
    assert list(members(("cac-so",), known, day("2026-01-01"))) == ["so-a", "so-b", "so-moi"]
    assert members(("cac-hoi", "khong-co"), known, day("2026-01-01")) == {
        "cac-hoi": None,
        "khong-co": None,
    }


def test_each_member_stands_for_itself() -> None:
    assert told("2025-07-10", given("so-a", "2025-06-20"), given("so-b", "2025-07-05")) == [
        "1@so-a: done, so-a",
        "1@so-b: done-late, so-a",
    ]
    assert told("2025-07-01", given("so-a", "2025-07-02")) == [
        "1@so-a: overdue, so-a",
        "1@so-b: overdue, so-a",
    ]


def test_what_a_member_delivers_for_itself_is_not_that_of_the_one_it_took_over() -> None:
    assert told("2025-07-01", given("so-a", "2025-06-20"))[1] == "1@so-b: overdue, so-a"


def test_who_took_over_delivers_for_a_member_that_is_gone() -> None:
    of = tracker(
        agency("cac-so", members=("so-b",)),
        agency("so-b", heir("so-a", "2025-03-01")),
        agency("so-a"),
        directive("1/A-B", task("1", "cac-so", members=(given("so-a", "2025-06-20"),))),
    )
    assert [row.state for row in rows(of, "2025-07-01")] == [State.DONE]


def test_the_whole_is_done_when_all_are() -> None:
    both = (given("so-a", "2025-06-20"), given("so-b", "2025-07-05"))
    one = task("1", "cac-so", "2025-06-30", members=both)
    of = tracker(*AGENCIES, directive("1/A-B", one, issued="2025-01-02"))
    assert [row.state for row in rows(of, "2025-07-04")] == [State.OVERDUE]
    (whole,) = rows(of, "2025-07-05")
    assert (whole.state, whole.standing.done) == (State.DONE_LATE, day("2025-07-05"))
    assert whole.evidence == ("1/BC-so-a", "1/BC-so-b")


def test_what_is_done_as_a_whole_is_done_by_all() -> None:
    one = task("1", "cac-so", "2025-06-30", "2025-06-10", members=(given("so-a", "2025-05-01"),))
    of = tracker(*AGENCIES, directive("1/A-B", one, issued="2025-01-02"))
    found = tuple(task_rows(of, References(of), SETTINGS, day("2025-07-01"), expand=True))
    assert [row.standing.done for row in found] == [day("2025-05-01"), day("2025-06-10")]


def test_members_of_a_recurring_task_deliver_for_each_period() -> None:
    first = (given("so-a", "2025-01-20", "2025-01"), given("so-b", "2025-01-21", "2025-01"))
    assert told("2025-02-01", *first, due="monthly by 25") == [
        "1@2025-01@so-a: done, so-a",
        "1@2025-01@so-b: done, so-b",
        "1@2025-02@so-a: open, so-a",
        "1@2025-02@so-b: open, so-b",
    ]
    one = task("1", "cac-so", "monthly by 25", members=first)
    of = tracker(*AGENCIES, directive("1/A-B", one, issued="2025-01-02"))
    assert [row.state for row in rows(of, "2025-02-01")] == [State.DONE, State.OPEN]


def test_tasks_without_collectives_stay_as_they_are() -> None:
    assert told("2025-07-01", lead="so-c") == ["1: overdue, so-c"]
    assert told("2025-07-01", lead="cac-hoi") == ["1: overdue, cac-hoi"]


def test_who_leads_since_a_change_shares_it() -> None:
    one = task("1", "so-c", "2025-06-30", changes=(change("2025-02-01", lead="cac-so"),))
    of = tracker(*AGENCIES, directive("1/A-B", one, issued="2025-01-02"))
    references = References(of)
    before = task_rows(of, references, SETTINGS, day("2025-01-31"), expand=True)
    after = task_rows(of, references, SETTINGS, day("2025-02-01"), expand=True)
    assert [row.member for row in before] == [None]
    assert [row.member for row in after] == ["so-a", "so-b"]


def test_associations_are_asked_and_not_assigned() -> None:
    of = tracker(
        *AGENCIES,
        directive(
            "1/A-B",
            task("1", "hoi, hoi-tre"),
            task("2", "hoi, so-a"),
            task("3", "so-a"),
            task("4"),
            task("5", "khong-co"),
        ),
    )
    assert [row.requested for row in rows(of, "2025-01-02")] == [True, False, False, False, False]
