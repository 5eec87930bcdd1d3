from __future__ import annotations

import pytest
from builders import SETTINGS, change, day, directive, ending, rows, task, tracker

from stcli.model import Directive, Task
from stcli.references import Assignment, References
from stcli.views.details import TaskDetail, detail

AMENDING = directive("71/NQ-CP", issued="2025-04-01", amends=("03/NQ-CP",))
REPLACING = directive("90/NQ-CP", issued="2025-06-01", replaces=("03/NQ-CP",))


def suspects(one: Task, on: str, *others: Directive, confirmed: str = "") -> list[str | None]:
    """Give the documents after which each row of a task is to be confirmed."""
    of = tracker(directive("03/NQ-CP", one, issued="2025-01-09"), *(others or (AMENDING,)))
    if confirmed:
        first = directive("03/NQ-CP", one, issued="2025-01-09", confirmed=day(confirmed))
        of = tracker(first, *(others or (AMENDING,)))
    return [row.suspect and row.suspect.by for row in rows(of, on)]


def test_a_task_is_suspect_from_the_day_of_the_later_document_until_somebody_looks() -> None:
    assert suspects(task(), "2025-03-31") == [None]
    assert suspects(task(), "2025-04-01") == ["71/NQ-CP"]
    seen = task(confirmed=day("2025-04-10"))
    assert suspects(seen, "2025-04-09") == ["71/NQ-CP"]
    assert suspects(seen, "2025-04-10") == [None]
    assert suspects(task(), "2025-05-01", confirmed="2025-04-02") == [None]
    assert suspects(task(confirmed=day("2025-03-31")), "2025-05-01") == ["71/NQ-CP"]


def test_a_change_since_shows_that_somebody_looked() -> None:
    assert suspects(task(changes=(change("2025-04-01", lead="b"),)), "2025-05-01") == [None]
    early = task(changes=(change("2025-03-31", lead="b"),))
    assert suspects(early, "2025-05-01") == ["71/NQ-CP"]


@pytest.mark.parametrize("on", ["2025-06-01", "2026-01-01"])
def test_the_latest_document_counts(on: str) -> None:
    seen = task(confirmed=day("2025-04-10"))
    assert suspects(seen, on, AMENDING, REPLACING) == ["90/NQ-CP"]


def test_what_is_over_is_not_suspect() -> None:
    assert suspects(task(done="2025-03-01"), "2025-05-01") == [None]
    assert suspects(task(cancelled=ending("2025-04-20")), "2025-04-19") == ["71/NQ-CP"]
    assert suspects(task(cancelled=ending("2025-04-20")), "2025-04-20") == [None]


def test_a_document_that_names_tasks_speaks_of_these_only() -> None:
    naming = directive("71/NQ-CP", issued="2025-04-01", amends=("03/NQ-CP#2", "03/NQ-CP#3"))
    of = tracker(
        directive("03/NQ-CP", task("1"), task("2"), task("3"), issued="2025-01-09"), naming
    )
    assert [row.suspect is not None for row in rows(of, "2025-05-01")] == [False, True, True]


def test_a_document_of_before_or_the_same_one_amends_nothing() -> None:
    older = directive("71/NQ-CP", issued="2025-01-08", amends=("03/NQ-CP",))
    assert suspects(task(), "2025-05-01", older) == [None]
    of = tracker(directive("03/NQ-CP", task(), issued="2025-01-09", amends=("03/NQ-CP",)))
    assert [row.suspect for row in rows(of, "2025-05-01")] == [None]


def test_a_task_whole_says_so_too() -> None:
    of = tracker(directive("03/NQ-CP", task(), issued="2025-01-09"), REPLACING)
    references = References(of)
    asked = Assignment(of.directives[0], of.directives[0].tasks[0])
    found = detail(asked, of, references, SETTINGS, day("2025-06-01"))
    assert isinstance(found, TaskDetail)
    assert found.first.suspect is not None
    assert found.first.suspect.replaces
