from __future__ import annotations

from builders import SETTINGS, day, directive, ending, rows, task, tracker

from stcli.fulfilment.completion import completed_on
from stcli.model import Contribution, Delivery
from stcli.references import References
from stcli.states import State

OTHER = directive(
    "25/CT-TTg",
    task("1", "a", done="2024-03-01"),
    task("2", "a", "monthly by 25", periods=(Delivery("2024-03", day("2024-03-20")),)),
    task("3", "a, b", members=(Contribution("a", None, day("2024-03-05")),)),
    task("4", "a", done="2024-03-01", cancelled=ending("2024-02-01")),
    issued="2023-10-05",
)
FILES = tracker(
    OTHER,
    directive("1/A-B", task("1", "a", "15 days from task 2"), task("2", "a", done="2024-05-02")),
    directive("2/A-B", task("1", "a", "15 days from 25/CT-TTg#1"), issued="2024-01-01"),
    directive("9/A-B", issued="2020-01-01"),
    directive("9/A-B", issued="2021-01-01"),
)
NAMES = References(FILES)


def completed(text: str, on: str) -> str | None:
    found = completed_on(text, OTHER, NAMES, day(on))
    return None if found is None else found.isoformat()


def test_a_task_is_completed_from_its_day_on() -> None:
    assert completed("25/CT-TTg#1", "2024-02-29") is None
    assert completed("25/CT-TTg#1", "2024-03-01") == "2024-03-01"
    assert completed("#1", "2024-03-01") == "2024-03-01"


def test_a_period_and_what_all_leads_delivered_are_completed_too() -> None:
    assert completed("#2@2024-03", "2024-03-19") is None
    assert completed("#2@2024-03", "2024-03-20") == "2024-03-20"
    assert completed("#2@2024-04", "2024-12-31") is None
    assert completed("#3", "2024-12-31") is None  # one of the two leads has not
    whole = task("3", "a, b", members=tuple(Contribution(x, None, day("2024-03-05")) for x in "ab"))
    of = tracker(directive("25/CT-TTg", whole))
    assert completed_on("#3", of.directives[0], References(of), day("2024-12-31")) == day(
        "2024-03-05"
    )


def test_what_may_be_several_or_none_is_not_completed() -> None:
    assert completed("9/A-B#1", "2024-12-31") is None
    assert completed("#9", "2024-12-31") is None
    assert completed("8/A-B#1", "2024-12-31") is None


def test_a_deadline_counts_from_the_completion_of_another_task() -> None:
    first, _, other = rows(FILES, "2024-05-01")[-3:]
    assert (first.state, first.standing.due) == (State.ONGOING, None)
    assert other.standing.due == day("2024-03-16")
    first, *_ = (row for row in rows(FILES, "2024-05-02") if row.directive_reference == "1/A-B")
    assert (first.state, first.standing.due) == (State.OPEN, day("2024-05-17"))
    assert first.standing.deadline is not None
    assert SETTINGS.roll is False
