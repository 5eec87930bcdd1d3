"""What is kept of a directive holds on every day for which it says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from agendas import overdue
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
from hypothesis import strategies as st

from stcli import deadlines
from stcli.model import AgencyKind, Tracker
from stcli.references import References
from stcli.states import CLOSED, State
from stcli.views.agenda import dated
from stcli.views.status import count
from stcli.views.steadiness import (
    FOREVER,
    SETTLED,
    Steady,
    depends_on,
    recurs,
    steady,
    turns_of,
)
from stcli.views.tasks import task_rows

if TYPE_CHECKING:
    from collections.abc import Sequence


def held(of: Tracker, on: date) -> dict[int, Steady]:
    listed = list(task_rows(of, References(of), SETTINGS, on))
    turns = turns_of(of.agencies)
    return {
        at: steady(one, [row for row in listed if row.directive is one], on, turns, of.agency_label)
        for at, one in enumerate(of.directives)
    }


def alone(of: Tracker, on: str) -> Steady:
    return held(of, day(on))[0]


def span(of: Tracker, on: str) -> tuple[str, str]:
    found = alone(of, on)
    ends = [
        "always" if one in {0, FOREVER} else date.fromordinal(one).isoformat()
        for one in (found.since, found.until)
    ]
    return ends[0], ends[1]


@given(trackers, days, st.lists(st.integers(-60, 500), max_size=8))
def test_what_holds_does_so_until_it_no_longer_says_so(
    of: Tracker, on: date, steps: Sequence[int]
) -> None:
    found = held(of, on)
    for at, one in enumerate(of.directives):
        assert found[at].since <= on.toordinal() < found[at].until
        if depends_on(one):
            continue
        for other in (*(on + timedelta(step) for step in steps), *ends(found[at])):
            if found[at].since <= other.toordinal() < found[at].until:
                there = held(of, other)[at]
                assert there._replace(since=0, until=0) == found[at]._replace(since=0, until=0)


def ends(found: Steady) -> list[date]:
    """The first and the last day of what holds, on which a mistake by one day would show."""
    return [date.fromordinal(one) for one in (found.since, found.until - 1) if 0 < one < 3_000_000]


@given(trackers, days)
def test_states_are_those_of_the_tasks_by_their_last_days(of: Tracker, on: date) -> None:
    listed = list(task_rows(of, References(of), SETTINGS, on))
    found = held(of, on)
    for at, one in enumerate(of.directives):
        own = [row for row in listed if row.directive is one]
        counts = count(own)
        late = [task.shown for task in found[at].open if task.shown.due and task.shown.due < on]
        assert len(late) == counts.overdue
        assert len(found[at].open) == counts.overdue + counts.open
        settled = counts.done, counts.done_late, counts.ongoing, counts.cancelled, counts.returned
        assert found[at].counts == (*settled, counts.requested)
        assert list(dated(overdue(own), of.agency_label)) == sorted(late, key=lambda x: x.due or on)


def test_what_is_recorded_ends_what_holds() -> None:
    of = tracker(
        directive("1/A-B", task("1", due="2025-06-30", done="2025-05-02"), issued="2025-01-05")
    )
    assert span(of, "2025-01-04") == ("always", "2025-01-05")
    assert span(of, "2025-01-05") == ("2025-01-05", "2025-05-02")
    assert span(of, "2025-05-02") == ("2025-05-02", "always")
    changed = tracker(
        directive("1/A-B", task("1", due="2025", changes=(change("2025-03-01", "2026"),)))
    )
    assert span(changed, "2025-02-28") == ("2023-10-05", "2025-03-01")


def test_a_last_day_ends_nothing() -> None:
    of = tracker(directive("1/A-B", task("1", due="2025-06-30"), issued="2025-01-05"))
    assert span(of, "2025-06-30") == span(of, "2030-01-01") == ("2025-01-05", "always")


def test_a_succession_ends_what_holds_of_everything() -> None:
    of = tracker(
        agency("a", heir("b", "2025-03-01"), since=day("2020-01-01"), until=day("2027-02-28")),
        directive("1/A-B", task("1", "a", due="2025-06-30")),
    )
    assert span(of, "2025-01-01") == ("2023-10-05", "2025-03-01")
    assert span(of, "2025-03-01") == ("2025-03-01", "2027-02-28")
    assert alone(of, "2025-03-01").open[0].shown.answering == "cơ quan a → b"


def test_the_next_occurrence_begins_after_the_last_day_of_one() -> None:
    of = tracker(directive("1/A-B", task("1", due="monthly by 5"), issued="2025-01-01"))
    assert span(of, "2025-03-05") == ("2025-02-06", "2025-03-06")
    restarted = task("1", due="monthly by 5", changes=(change("2025-02-01", "weekly by friday"),))
    assert span(tracker(directive("1/A-B", restarted)), "2025-03-05") == (
        "2025-03-05",
        "2025-03-06",
    )


def test_what_recurs_and_what_depends_on_others_is_told() -> None:
    plain = directive("1/A-B", task("1", due="15 days from task 2"), task("2", due="2025"))
    assert (recurs(plain), depends_on(plain)) == (False, ())
    other = replace(plain.tasks[0], due=deadlines.parse("15 days from 25/CT-TTg#2"))
    changed = task("1", changes=(change("2025-01-01", "3 days from 3/A-B@2024#1"),))
    assert depends_on(directive("1/A-B", other, changed)) == ("25/CT-TTg", "3/A-B")
    assert recurs(directive("1/A-B", task("1", due="weekly by friday")))


def test_an_association_is_asked() -> None:
    of = tracker(
        agency("hoi", kind=AgencyKind.ASSOCIATION),
        directive("1/A-B", task("1", "hoi"), task("2", "hoi", done="2024-01-01")),
    )
    assert alone(of, "2024-06-01").counts == (1, 0, 1, 0, 0, 2)


def test_every_state_is_settled_or_told_by_the_last_day() -> None:
    by_day = {State.OPEN, State.DUE_SOON, State.OVERDUE}
    assert set(SETTLED) == set(State) - by_day
    assert set(SETTLED) > CLOSED
    assert rows(tracker(directive("1/A-B", task("1"))), "2025-01-01")[0].state in SETTLED
