from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

import pytest
from builders import SETTINGS, change, day, days, directive, ending, rows, task, tracker
from hypothesis import given
from hypothesis import strategies as st

from stcli import shipped
from stcli.calendar import Calendar, Listing
from stcli.deadlines import Series, occurrences, parse
from stcli.fulfilment.recurrence import is_recurring, known_occurrences, unmatched
from stcli.model import Change, Delivery
from stcli.references import References
from stcli.settings import Settings
from stcli.states import State
from stcli.views.tasks import task_rows

if TYPE_CHECKING:
    from stcli.model import Task

ISSUED = "2024-01-05"


def stand(one: Task, on: str, settings: Settings = SETTINGS, until: str = "") -> str:
    """Say each row of a task as `period state`, the period empty for the task itself."""
    of = tracker(directive("1/A-B", one, issued=ISSUED))
    horizon = day(until) if until else None
    found = task_rows(of, References(of), settings, day(on), until=horizon)
    return ", ".join(f"{row.period or ''} {row.state}".strip() for row in found)


def delivered(period: str, done: str = "", *, cancelled: str = "") -> Delivery:
    return Delivery(
        period,
        day(done) if done else None,
        ("1/BC-A",) if done else (),
        ending(cancelled) if cancelled else None,
    )


QUARTERLY = task("1", "a", "quarterly by 20")


def test_what_fell_due_stays_and_the_next_one_is_shown() -> None:
    assert stand(QUARTERLY, "2024-01-05") == "2024-Q1 open"
    assert stand(QUARTERLY, "2024-03-15") == "2024-Q1 due-soon"
    assert stand(QUARTERLY, "2024-03-20") == "2024-Q1 due-soon"
    assert stand(QUARTERLY, "2024-03-21") == "2024-Q1 overdue, 2024-Q2 open"
    assert stand(QUARTERLY, "2024-09-21") == (
        "2024-Q1 overdue, 2024-Q2 overdue, 2024-Q3 overdue, 2024-Q4 open"
    )


def test_a_late_one_does_not_swallow_the_next() -> None:
    one = replace(
        QUARTERLY,
        periods=(delivered("2024-Q1", "2024-05-02"), delivered("2024-Q2", "2024-06-20")),
    )
    assert stand(one, "2024-04-30") == "2024-Q1 overdue, 2024-Q2 open"
    assert stand(one, "2024-05-02") == "2024-Q1 done-late, 2024-Q2 open"
    assert stand(one, "2024-07-01") == "2024-Q1 done-late, 2024-Q2 done, 2024-Q3 open"


def test_what_is_recorded_ahead_is_shown_and_what_lies_between_is_not() -> None:
    one = replace(QUARTERLY, periods=(delivered("2025-Q1", "2024-02-01"),))
    assert stand(one, "2024-01-31") == "2024-Q1 open"
    assert stand(one, "2024-02-01") == "2024-Q1 open, 2025-Q1 done"


def test_a_period_that_is_cancelled_is_one_nobody_has_to_deliver() -> None:
    one = replace(QUARTERLY, periods=(delivered("2024-Q1", cancelled="2024-03-01"),))
    assert stand(one, "2024-02-28") == "2024-Q1 open"
    assert stand(one, "2024-04-01") == "2024-Q1 cancelled, 2024-Q2 open"


def test_a_later_day_shows_what_falls_due_until_then() -> None:
    assert stand(QUARTERLY, "2024-01-05", until="2024-06-20") == "2024-Q1 open, 2024-Q2 open"
    assert stand(QUARTERLY, "2024-01-05", until="2024-06-19") == "2024-Q1 open"
    assert stand(QUARTERLY, "2024-01-05", until="2020-01-01") == "2024-Q1 open"


@pytest.mark.parametrize(
    ("end", "state"),
    [
        ({"cancelled": ending("2024-07-01")}, "cancelled"),
        ({"returned": ending("2024-07-01")}, "returned"),
        ({"done": day("2024-07-01")}, "done"),
        ({"changes": (Change(day("2024-07-01"), replaced_by=("#2",)),)}, "cancelled"),
    ],
)
def test_the_end_of_the_whole_ends_the_running_period_and_no_other(
    end: dict[str, object], state: str
) -> None:
    one = replace(QUARTERLY, **end)  # type: ignore[arg-type]  # one field of each kind
    assert stand(one, "2024-06-30") == "2024-Q1 overdue, 2024-Q2 overdue, 2024-Q3 open"
    for on in ("2024-07-01", "2026-01-01"):
        assert stand(one, on) == f"2024-Q1 overdue, 2024-Q2 overdue, 2024-Q3 {state}"


def test_on_its_last_day_a_period_is_still_running() -> None:
    ended = replace(QUARTERLY, cancelled=ending("2024-06-20"))
    assert stand(ended, "2024-07-01") == "2024-Q1 overdue, 2024-Q2 cancelled"
    changed = replace(QUARTERLY, changes=(change("2024-06-20", "2024-12-31"),))
    assert stand(changed, "2024-07-01") == "2024-Q1 overdue, open"


def test_what_was_delivered_for_the_running_period_stays_delivered() -> None:
    one = replace(
        QUARTERLY,
        cancelled=ending("2024-07-01"),
        periods=(delivered("2024-Q3", "2024-06-25"),),
    )
    assert stand(one, "2024-07-01") == "2024-Q1 overdue, 2024-Q2 overdue, 2024-Q3 done"


def test_a_series_that_never_falls_due_is_listed_without_a_day() -> None:
    assert stand(task("1", "a", "quarterly by 20 until 2023"), "2024-05-01") == "ongoing"


def test_a_series_ends_with_its_last_year() -> None:
    one = task("1", "a", "half-yearly by 06-15, 12-01 until 2024")
    assert stand(one, "2030-01-01") == "2024-H1 overdue, 2024-H2 overdue"


def test_a_day_in_place_of_a_series_leaves_what_was_due_before() -> None:
    one = replace(QUARTERLY, changes=(change("2024-05-02", "2024-12-31"),))
    assert is_recurring(one)
    assert stand(one, "2024-05-01") == "2024-Q1 overdue, 2024-Q2 open"
    assert stand(one, "2024-05-02") == "2024-Q1 overdue, open"
    assert stand(one, "2025-01-01") == "2024-Q1 overdue, overdue"


def test_a_series_in_place_of_a_day_begins_with_the_change() -> None:
    one = task("1", "a", "2024-06-30", changes=(change("2024-05-02", "quarterly by 20"),))
    assert stand(one, "2024-05-01") == "open"
    assert stand(one, "2024-05-02") == "2024-Q2 open"


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        # The day of the running period moves to one that is still to come.
        ("monthly by 28", "2024-01 2024-01-25, 2024-02 2024-02-25, 2024-03 2024-03-28"),
        # Its new day has passed: the old one holds for this period.
        ("monthly by 10", "2024-02 2024-02-25, 2024-03 2024-03-25, 2024-04 2024-04-10"),
        # It begins later: until then the old one holds.
        ("monthly by 10 from 2025", "2024-12 2024-12-25, 2025-01 2025-01-10"),
        # Other periods: those of the old one that are not over are dropped.
        ("quarterly by 20", "2024-02 2024-02-25, 2024-Q1 2024-03-20, 2024-Q2 2024-06-20"),
    ],
)
def test_a_change_of_the_series_loses_and_doubles_no_period(later: str, expected: str) -> None:
    one = task("1", "a", "monthly by 25", changes=(change("2024-03-15", later),))
    of = directive("1/A-B", one, issued=ISSUED)
    found = known_occurrences(of, one, day("2024-03-15"), SETTINGS)
    assert expected in ", ".join(f"{known.period} {known.due}" for known, _ in islice(found, 20))


def test_a_new_series_that_ends_at_once_leaves_the_running_period_to_the_old_one() -> None:
    one = task(
        "1", "a", "yearly by 06-30", changes=(change("2025-03-03", "yearly by 01-15 until 2025"),)
    )
    assert stand(one, "2026-05-15") == "2024 overdue, 2025 overdue"


def test_what_was_missed_before_a_change_stays_due_as_it_was() -> None:
    one = task("1", "a", "monthly by 5", changes=(change("2024-03-10", "monthly by 25"),))
    of = directive("1/A-B", one, issued="2024-02-20")
    found = [f"{known.period} {known.due}" for known, _ in islice(known_occurrences(
        of, one, day("2024-03-10"), SETTINGS), 2)]  # fmt: skip
    assert found == ["2024-03 2024-03-05", "2024-04 2024-04-25"]


def test_a_change_of_one_period_is_that_of_no_other() -> None:
    extended = Change(day("2024-03-01"), "2/CV", "2024-Q1", due=parse("2024-04-15"))
    one = replace(QUARTERLY, changes=(extended,))
    of = tracker(directive("1/A-B", one, issued=ISSUED))
    first, second = rows(of, "2024-04-10")
    assert (first.state, first.standing.due, first.standing.extensions) == (
        State.DUE_SOON,
        day("2024-04-15"),
        1,
    )
    assert first.standing.original_due == day("2024-03-20")
    assert first.standing.days_late_originally == 21
    assert (second.period, second.standing.due) == ("2024-Q2", day("2024-06-20"))
    assert second.standing.extensions == 0


def test_who_leads_later_does_not_get_what_was_delivered_before() -> None:
    one = replace(
        QUARTERLY,
        periods=(delivered("2024-Q1", "2024-03-18"),),
        changes=(change("2024-04-01", lead="b"),),
    )
    of = tracker(directive("1/A-B", one, issued=ISSUED))
    assert [row.standing.leads for row in rows(of, "2024-05-01")] == [("a",), ("b",)]


def test_a_last_day_off_work_moves_where_the_office_wants_it_and_no_hour_is_named() -> None:
    rolling = Settings(roll=True, calendar=Calendar(Listing(), shipped.listing))
    of = tracker(
        directive("1/A-B", task("1", "a", "weekly by sunday"), issued="2026-04-20"),
        directive("2/A-B", task("1", "a", "weekly by sunday 16:00"), issued="2026-04-20"),
    )
    moved, _, kept, _ = rows(of, "2026-04-27", rolling)
    assert (moved.standing.due, moved.standing.effective_due) == (
        day("2026-04-26"),
        day("2026-04-28"),  # the 27th is the day off for Giỗ Tổ
    )
    assert kept.standing.effective_due == kept.standing.due == day("2026-04-26")


def test_names_without_an_occurrence_are_told() -> None:
    one = task("1", "a", "quarterly by 20 until 2025")
    of = directive("1/A-B", one, issued=ISSUED)
    names = ("2024-Q1", "2023-Q4", "2024-03", "2025-Q4", "2026-Q1", "2190-Q1")
    found = unmatched(of, one, names, day("2024-01-05"), SETTINGS)
    assert found == {"2023-Q4", "2024-03", "2026-Q1", "2190-Q1"}


SERIES = st.sampled_from(
    (
        "weekly by friday",
        "weekly before monday",
        "weekly by monday of next week",
        "monthly by 31",
        "monthly before 1",
        "monthly by 5 of next month",
        "monthly by 10, 25",
        "quarterly by 20",
        "quarterly before 1",
        "half-yearly by 06-15, 12-01",
        "yearly",
        "yearly by 02-29",
        "yearly by 01-15, 06-15",
    )
)
CHANGES = st.lists(st.tuples(days, SERIES), max_size=3)


@given(SERIES, CHANGES, days)
def test_no_period_is_there_twice_whatever_is_changed(
    first: str, later: list[tuple[date, str]], on: date
) -> None:
    changes = tuple(Change(set_on, due=parse(due)) for set_on, due in later)
    one = task("1", "a", first, changes=changes)
    of = directive("1/A-B", one, issued="2024-12-25")
    found = list(islice(known_occurrences(of, one, on, SETTINGS), 60))
    names = [known.period for known, _ in found]
    assert len(set(names)) == len(names)


@given(SERIES, days, st.integers(0, 400))
def test_a_later_day_takes_nothing_away(due: str, on: date, later: int) -> None:
    of = tracker(directive("1/A-B", task("1", "a", due), issued="2024-12-25"))
    before = {row.reference for row in task_rows(of, References(of), SETTINGS, on)}
    after = {
        row.reference: row.state
        for row in task_rows(of, References(of), SETTINGS, on + timedelta(days=later))
    }
    assert before <= set(after)
    open_ones = [state for state in after.values() if state is not State.OVERDUE]
    assert len(open_ones) == 1


@given(SERIES, days)
def test_one_series_alone_gives_its_own_occurrences(due: str, on: date) -> None:
    one = task("1", "a", due)
    of = directive("1/A-B", one, issued="2024-12-25")
    series = one.due
    assert isinstance(series, Series)
    known = [each for each, _ in islice(known_occurrences(of, one, on, SETTINGS), 30)]
    assert known == list(islice(occurrences(series, of.issued), 30))
