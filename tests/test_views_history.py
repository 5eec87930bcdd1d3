from __future__ import annotations

from typing import TYPE_CHECKING

from builders import (
    SETTINGS,
    agency,
    change,
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

from stcli import deadlines
from stcli.model import Delivery, Progress
from stcli.references import References
from stcli.settings import Settings
from stcli.views.history import Alteration, Event, EventKind, history
from stcli.views.tasks import task_rows

if TYPE_CHECKING:
    from datetime import date

    from stcli.model import Agency, Task, Tracker


def told(
    one: Task, *agencies: Agency, on: str = "2026-01-01", settings: Settings = SETTINGS
) -> tuple[Event, ...]:
    of = tracker(directive("3/NQ-CP", one, issued="2025-01-09"), *agencies)
    row, *_ = rows(of, on, settings)
    return history(row, row.directive.bases, of.agencies, settings, day(on))


def test_nothing_happened() -> None:
    assert told(task("1", "a", "2025-06")) == ()


def test_events_are_told_oldest_first_and_none_after_the_day() -> None:
    one = task(
        "1",
        "a",
        "monthly by 5",
        "2025-09-01",
        evidence=("9/BC-A",),
        cancelled=ending("2025-11-02", "2/QĐ-X", "hết cần"),
        returned=ending("2025-11-01", "1/TB-X", "sai địa chỉ"),
        progress=(
            Progress(day("2025-04-01"), "một nửa", 50),
            Progress(day("2025-03-01"), "mới bắt đầu"),
        ),
        periods=(
            Delivery("2025-02", day("2025-03-05"), ("3/BC-A",)),
            Delivery("2025-03"),
        ),
    )
    expected = (
        Event(day("2025-03-01"), EventKind.PROGRESS, text="mới bắt đầu"),
        Event(day("2025-03-05"), EventKind.DELIVERED, period="2025-02", evidence=("3/BC-A",)),
        Event(day("2025-04-01"), EventKind.PROGRESS, text="một nửa", percent=50),
        Event(day("2025-09-01"), EventKind.DONE, evidence=("9/BC-A",)),
        Event(day("2025-11-01"), EventKind.RETURNED, by="1/TB-X", text="sai địa chỉ"),
        Event(day("2025-11-02"), EventKind.CANCELLED, by="2/QĐ-X", text="hết cần"),
    )
    assert told(one) == expected
    assert told(one, on="2025-09-01") == expected[:4]
    assert told(one, on="2025-08-31") == expected[:3]


def test_a_change_shows_what_was_so_before_and_after() -> None:
    one = task(
        "1",
        "bo-tttt",
        "2025-06",
        due_text="6/2025",
        title="cũ",
        changes=(
            change(
                "2025-05-01", "2025-04-30", by="9/NQ-CP", coordinating=("vtv",), product="Báo cáo"
            ),
            change(
                "2025-04-01", "2025-Q4", "bo-khcn", by="71/NQ-CP", title="mới", reason="gia hạn"
            ),
            change("2025-06-01", due_text="trong tháng 4", lead="bo-khcn"),
            change("2025-07-01", "ongoing"),
        ),
    )
    first, second, third, fourth = told(one)
    assert (first.day, first.kind, first.by) == (day("2025-04-01"), EventKind.CHANGED, "71/NQ-CP")
    assert first.text == "gia hạn"
    assert first.alterations == (
        Alteration("due", ("2025-06",), ("2025-Q4",), day("2025-06-30"), day("2025-12-31")),
        Alteration("lead", ("bo-tttt",), ("bo-khcn",)),
        Alteration("title", ("cũ",), ("mới",)),
    )
    assert second.alterations == (
        Alteration("due", ("2025-Q4",), ("2025-04-30",), day("2025-12-31"), day("2025-04-30")),
        Alteration("with", (), ("vtv",)),
        Alteration("product", (), ("Báo cáo",)),
    )
    assert third.alterations == (Alteration("due_text", (), ("trong tháng 4",)),)
    assert fourth.alterations == (
        Alteration("due", ("2025-04-30",), ("ongoing",), day("2025-04-30"), None),
    )


def test_a_first_deadline_has_nothing_before_it() -> None:
    (event,) = told(task(changes=(change("2025-02-01", "before 2025-04-01"),)))
    assert event.alterations == (
        Alteration("due", (), ("before 2025-04-01",), None, day("2025-03-31")),
    )
    (event,) = told(
        task(changes=(change("2025-02-01", "before 2025-04-01"),)),
        settings=Settings(before_inclusive=True),
    )
    assert event.alterations[0].due_after == day("2025-04-01")


TTTT = agency(
    "bo-tttt",
    heir("bo-khcn", "2025-03-01", basis="176/2025/QH15"),
    heir("bo-vhttdl", "2025-03-01", "bao-chi", basis="175/2025/QH15"),
)


def test_a_handover_names_its_document_and_those_who_answered() -> None:
    (event,) = told(task("1", "bo-tttt"), TTTT)
    assert event == Event(
        day("2025-03-01"),
        EventKind.HANDED_OVER,
        by="176/2025/QH15",
        alterations=(Alteration("responsible", ("bo-tttt",), ("bo-khcn",)),),
    )
    (event,) = told(task("1", "bo-tttt", tags=("bao-chi",)), TTTT)
    assert event.by == "175/2025/QH15"
    assert event.alterations[0].after == ("bo-vhttdl",)


def test_no_handover_before_the_issue_after_the_day_or_of_a_lead_that_is_gone() -> None:
    assert told(task("1", "bo-tttt"), TTTT, on="2025-02-28") == ()
    assert told(task("1", "bo-cu"), agency("bo-cu", heir("bo-moi", "2025-01-09"))) == ()
    moved = task("1", "bo-tttt", changes=(change("2025-02-01", lead="bo-ca"),))
    assert [event.kind for event in told(moved, TTTT)] == [EventKind.CHANGED]
    given_later = task("1", "bo-ca", changes=(change("2025-02-01", lead="bo-tttt"),))
    assert [event.kind for event in told(given_later, TTTT)] == [
        EventKind.CHANGED,
        EventKind.HANDED_OVER,
    ]


def test_handovers_follow_each_other_and_circles_end() -> None:
    chain = (
        agency("a", heir("b", "2025-03-01", basis="1")),
        agency("b", heir("c", "2025-05-01"), heir("a", "2025-05-01", "p")),
    )
    first, second = told(task("1", "a"), *chain)
    assert (first.by, second.by) == ("1", None)
    assert second.alterations == (Alteration("responsible", ("b",), ("c",)),)


def test_a_handover_of_the_day_after_starts_from_the_one_before() -> None:
    chain = agency("a", heir("b", "2025-03-01")), agency("b", heir("c", "2025-03-02"))
    first, second = told(task("1", "a"), *chain, on="2025-03-02")
    assert first.alterations == (Alteration("responsible", ("a",), ("b",)),)
    assert second.alterations == (Alteration("responsible", ("b",), ("c",)),)
    assert told(task("1", "a"), *chain, on="2025-03-01") == (first,)


@given(trackers, days)
def test_history_leads_from_what_was_given_to_how_it_stands(of: Tracker, on: date) -> None:
    for row in task_rows(of, References(of), SETTINGS, on):
        if row.occurrence is not None:
            continue
        events = history(row, row.directive.bases, of.agencies, SETTINGS, on)
        assert [event.day for event in events] == sorted(event.day for event in events)
        assert all(event.day <= on for event in events)
        found = {
            "lead": row.task.leads,
            "with": row.task.coordinating,
            "title": (row.task.title,),
            "product": (row.task.product,) if row.task.product else (),
            "due": (deadlines.write(row.task.due),) if row.task.due else (),
        }
        for event in events:
            for one in event.alterations if event.period is None else ():
                if one.field in found:
                    assert found[one.field] == one.before != one.after
                    found[one.field] = one.after
        stands = row.standing
        assert found["lead"] == stands.leads
        assert found["with"] == stands.coordinating
        assert found["title"] == (stands.title,)
        assert found["product"] == ((stands.product,) if stands.product else ())
        assert found["due"] == ((deadlines.write(stands.deadline),) if stands.deadline else ())
