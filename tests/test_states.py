from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from builders import (
    SETTINGS,
    change,
    day,
    days,
    directive,
    directives,
    ending,
    rows,
    task,
    tracker,
)
from hypothesis import given
from hypothesis import strategies as st

from stcli import shipped
from stcli.calendar import Calendar, Certainty
from stcli.settings import Settings
from stcli.states import CLOSED, Standing, State, Terms, standing, terms_on

if TYPE_CHECKING:
    from datetime import date

    from stcli.model import Directive, Task


def stands(one: Task, on: str, settings: Settings = SETTINGS) -> Standing:
    return standing(directive("3/NQ-CP", one, issued="2025-01-09"), one, day(on), settings)


@pytest.mark.parametrize(
    ("due", "done", "on", "state", "late"),
    [
        ("2025-06-30", "", "2025-06-22", State.OPEN, 0),
        ("2025-06-30", "", "2025-06-23", State.DUE_SOON, 0),
        ("2025-06-30", "", "2025-06-30", State.DUE_SOON, 0),
        ("2025-06-30", "", "2025-07-01", State.OVERDUE, 1),
        ("2025-06", "", "2025-07-10", State.OVERDUE, 10),
        ("2025-06-30", "2025-06-30", "2025-08-01", State.DONE, 0),
        ("2025-06-30", "2025-07-01", "2025-08-01", State.DONE_LATE, 1),
        ("2025-06-30", "2025-07-05", "2025-07-04", State.OVERDUE, 4),
        ("2025-06-30", "2025-07-05", "2025-07-05", State.DONE_LATE, 5),
        ("2025-06-30", "2025-06-20", "2025-06-19", State.OPEN, 0),
        ("", "", "2099-01-01", State.ONGOING, 0),
        ("ongoing", "", "2099-01-01", State.ONGOING, 0),
        ("monthly by 25", "", "2099-01-01", State.ONGOING, 0),
        ("2 weeks from received", "", "2099-01-01", State.ONGOING, 0),
        ("", "2025-02-01", "2025-02-01", State.DONE, 0),
        ("ongoing", "2025-02-01", "2025-02-01", State.DONE, 0),
        ("15 days", "", "2025-01-24", State.DUE_SOON, 0),
        ("15 days", "", "2025-01-25", State.OVERDUE, 1),
    ],
)
def test_state_on_a_day(due: str, done: str, on: str, state: State, late: int) -> None:
    found = stands(task(due=due, done=done), on)
    assert (found.state, found.days_late) == (state, late)


def test_days_until_due_soon_are_the_office_s_choice() -> None:
    one = task(due="2025-06-30")
    assert stands(one, "2025-06-27", Settings(due_soon=3)).state is State.DUE_SOON
    assert stands(one, "2025-06-26", Settings(due_soon=3)).state is State.OPEN
    assert stands(one, "2025-06-30", Settings(due_soon=0)).state is State.DUE_SOON


def test_before_a_day_may_include_it() -> None:
    one = task(due="before 2025-06-30")
    assert stands(one, "2025-06-30").state is State.OVERDUE
    assert stands(one, "2025-06-30", Settings(before_inclusive=True)).state is State.DUE_SOON
    assert stands(one, "2025-07-01", Settings(before_inclusive=True)).days_late == 1


@pytest.mark.parametrize("due", ["", "2025-06-30"])
@pytest.mark.parametrize("done", ["", "2025-03-01"])
def test_an_ending_closes_a_task_from_its_day_on(due: str, done: str) -> None:
    cancelled = task(due=due, done=done, cancelled=ending("2025-05-01"))
    returned = task(due=due, done=done, returned=ending("2025-05-01"))
    assert stands(cancelled, "2025-05-01").state is State.CANCELLED
    assert stands(returned, "2025-05-01").state is State.RETURNED
    assert stands(cancelled, "2025-04-30").state not in {State.CANCELLED, State.RETURNED}
    assert stands(returned, "2025-04-30").state not in {State.CANCELLED, State.RETURNED}


def test_a_task_cancelled_after_it_was_returned_is_cancelled() -> None:
    both = task(cancelled=ending("2025-05-02"), returned=ending("2025-05-01"))
    assert stands(both, "2025-05-01").state is State.RETURNED
    assert stands(both, "2025-05-02").state is State.CANCELLED


def test_a_change_is_in_force_on_its_day_and_not_before() -> None:
    one = task(
        "1",
        "bo-tttt",
        "2025-06",
        due_text="6/2025",
        coordinating=("vtv",),
        product="Quyết định",
        changes=(
            change(
                "2025-04-01",
                "2025-04",
                "bo-khcn",
                title="khác",
                product="Báo cáo",
                coordinating=(),
            ),
        ),
    )
    before, after = stands(one, "2025-03-31"), stands(one, "2025-04-01")
    assert (before.due, before.leads, before.title) == (day("2025-06-30"), ("bo-tttt",), "việc 1")
    assert (before.product, before.coordinating) == ("Quyết định", ("vtv",))
    assert before.due_text == "6/2025"
    assert (after.due, after.leads, after.title) == (day("2025-04-30"), ("bo-khcn",), "khác")
    assert (after.product, after.coordinating, after.due_text) == ("Báo cáo", (), None)


def test_a_change_leaves_what_it_does_not_name() -> None:
    one = task("1", "a", "2025-06", due_text="6/2025", product="x", changes=(change("2025-02-01"),))
    assert stands(one, "2025-03-01") == stands(one, "2025-01-31")


def test_new_words_of_a_deadline_stand_without_a_new_day() -> None:
    one = task(due_text="sớm", changes=(change("2025-02-01", due_text="kịp thời"),))
    assert stands(one, "2025-02-01").due_text == "kịp thời"


def test_changes_apply_in_the_order_of_their_days() -> None:
    one = task(
        due="2025-03", changes=(change("2025-06-01", "2025-12"), change("2025-02-01", "2025-04"))
    )
    assert stands(one, "2025-07-01").due == day("2025-12-31")
    assert stands(one, "2025-03-01").due == day("2025-04-30")


def test_of_two_changes_of_a_day_the_later_in_the_file_stands() -> None:
    one = task(changes=(change("2025-02-01", "2025-04"), change("2025-02-01", "2025-05")))
    assert stands(one, "2025-02-01").due == day("2025-05-31")


@pytest.mark.parametrize(
    ("dues", "extensions"),
    [
        (("2025-06", "2025-05"), 0),
        (("2025-06", "2025-07"), 1),
        (("2025-06", "2025-07", "2025-05", "2025-06"), 2),
        (("2025-06", "2025-06-30"), 0),
        (("", "2025-07"), 0),
        (("2025-06", "ongoing", "2025-12"), 0),
    ],
)
def test_only_a_later_last_day_is_an_extension(dues: tuple[str, ...], extensions: int) -> None:
    first, *others = dues
    changes = tuple(change(f"2025-02-{n + 1:02}", due) for n, due in enumerate(others))
    assert stands(task(due=first, changes=changes), "2025-03-01").extensions == extensions


def test_an_extension_saves_a_task_only_from_its_day_on() -> None:
    one = task(due="2025-03-31", changes=(change("2025-04-10", "2025-06"),))
    assert stands(one, "2025-04-09").state is State.OVERDUE
    assert stands(one, "2025-04-10").state is State.OPEN


def test_terms_of_a_day_are_those_it_stands_by() -> None:
    one = task("1", "a", "2025-06", changes=(change("2025-02-01", lead="b"),))
    assert terms_on(one, day("2025-01-31")).leads == ("a",)
    assert terms_on(one, day("2025-02-01")).leads == ("b",)


ROLLING = Settings(roll=True, calendar=Calendar(shipped=shipped.listing))


@pytest.mark.parametrize(
    ("due", "done", "on", "state", "late"),
    [
        ("2025-01", "", "2025-02-03", State.DUE_SOON, 0),
        ("2025-01", "", "2025-02-04", State.OVERDUE, 1),
        ("2025-01", "2025-02-03", "2025-03-01", State.DONE, 0),
        ("2025-01", "2025-02-05", "2025-03-01", State.DONE_LATE, 2),
        ("2025-01", "", "2025-01-26", State.OPEN, 0),
        ("2025-01", "", "2025-01-27", State.DUE_SOON, 0),
    ],
)
def test_lateness_counts_from_the_day_a_last_day_off_work_moves_to(
    due: str, done: str, on: str, state: State, late: int
) -> None:
    found = stands(task(due=due, done=done), on, ROLLING)
    assert (found.due, found.effective_due) == (day("2025-01-31"), day("2025-02-03"))
    assert (found.state, found.days_late) == (state, late)
    still = stands(task(due=due), on)
    assert still.due == still.effective_due == day("2025-01-31")


@pytest.mark.parametrize(
    ("due", "calendar"),
    [
        ("15 working days", Certainty.DECIDED),
        ("15 working days from 2026-12-01", Certainty.DECIDED),
        ("15 working days from 2026-12-20", Certainty.EXPECTED),
        ("2025-06-30", Certainty.DECIDED),
        ("2028", Certainty.EXPECTED),
        ("ongoing", None),
        ("", None),
    ],
)
def test_a_standing_says_whether_the_days_off_it_rests_on_are_decided(
    due: str, calendar: Certainty | None
) -> None:
    assert stands(task(due=due), "2025-02-01", ROLLING).calendar is calendar


def test_a_day_that_needs_no_calendar_rests_on_none() -> None:
    assert stands(task(due="2028"), "2025-02-01").calendar is None


def test_extensions_count_by_the_days_as_written() -> None:
    moved = task(due="2025-01-31", changes=(change("2025-01-20", "2025-02-03"),))
    assert stands(moved, "2025-02-01", ROLLING).extensions == 1


def expected(one: Task, due: date | None, on: date, soon: int) -> set[State]:
    """Say each state's own condition, as the table of states does."""
    done = one.done is not None and one.done <= on
    cancelled = one.cancelled is not None and one.cancelled.day <= on
    returned = one.returned is not None and one.returned.day <= on
    whole = (change for change in one.changes if change.day <= on and change.period is None)
    replaced = not done and not returned and any(change.replaced_by for change in whole)
    cancelled = cancelled or replaced
    live = not cancelled and not returned
    late = due is not None and one.done is not None and one.done > due
    near = due is not None and due - on <= timedelta(days=soon)
    conditions = {
        State.CANCELLED: cancelled,
        State.RETURNED: returned and not cancelled,
        State.DONE: live and done and not late,
        State.DONE_LATE: live and done and late,
        State.ONGOING: live and not done and due is None,
        State.OVERDUE: live and not done and due is not None and on > due,
        State.DUE_SOON: live and not done and due is not None and on <= due and near,
        State.OPEN: live and not done and due is not None and on <= due and not near,
    }
    return {state for state, holds in conditions.items() if holds}


offices = st.builds(
    Settings,
    before_inclusive=st.booleans(),
    roll=st.booleans(),
    due_soon=st.integers(0, 10),
    calendar=st.just(ROLLING.calendar),
)


@given(directives, days, offices)
def test_every_task_is_in_exactly_one_state(one: Directive, on: date, office: Settings) -> None:
    for each in one.tasks:
        found = standing(one, each, on, office)
        assert expected(each, found.effective_due, on, office.due_soon) == {found.state}
        assert (found.days_late > 0) == (found.state in {State.OVERDUE, State.DONE_LATE})
        assert Terms(
            found.title,
            found.leads,
            found.coordinating,
            found.product,
            found.deadline,
            found.due_text,
        ) == terms_on(each, on)


@given(directives, days)
def test_nothing_dated_after_the_day_has_happened(one: Directive, on: date) -> None:
    for each in one.tasks:
        known = replace(
            each,
            changes=tuple(change for change in each.changes if change.day <= on),
            done=each.done if each.done and each.done <= on else None,
            evidence=() if each.done and each.done > on else each.evidence,
            cancelled=each.cancelled if each.cancelled and each.cancelled.day <= on else None,
            returned=each.returned if each.returned and each.returned.day <= on else None,
        )
        assert standing(one, each, on, SETTINGS) == standing(one, known, on, SETTINGS)


@given(directives, days)
def test_what_is_closed_stays_closed(one: Directive, on: date) -> None:
    unchanged = (replace(each, changes=()) for each in one.tasks)
    for each in unchanged:
        today = standing(one, each, on, SETTINGS)
        tomorrow = standing(one, each, on + timedelta(days=1), SETTINGS)
        assert today.state not in CLOSED or tomorrow.state in CLOSED


def test_a_directive_issued_after_the_day_has_no_tasks_yet() -> None:
    of = tracker(directive("3/NQ-CP", task(), issued="2025-01-09"))
    assert not rows(of, "2025-01-08")
    assert [row.reference for row in rows(of, "2025-01-09")] == ["3/NQ-CP#1"]
