"""Acts on tasks: what they write in a file, and what the program then makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stcli import acts
from stcli.acts import Act, Alteration, Office, Target
from stcli.deadlines import parse
from stcli.editing import revised
from stcli.errors import StcliError
from stcli.load import Loaded, load
from stcli.model import Change, Contribution, Delivery, Ending, Progress, Task
from stcli.sources import AGENCIES, Source
from stcli.states import State, standing

PATH = "directives/a.yaml"
TODAY = date(2025, 6, 20)
LISTED = """\
agencies:
  - {id: thu-tuong, name: Thủ tướng Chính phủ}
  - {id: so-khcn, name: Sở Khoa học và Công nghệ}
  - {id: so-tc, name: Sở Tài chính}
  - {id: cac-so, name: Các sở, kind: collective, members: [so-khcn, so-tc]}
"""
HEAD = "number: 1/CT-TTg\ntitle: A\nissuer: thu-tuong\nissued: 2025-01-06\ntasks:\n"


def tree(task: str) -> Loaded:
    return load([Source(PATH, f"{HEAD}  - {task}\n".encode()), Source(AGENCIES, LISTED.encode())])


def office(loaded: Loaded, today: date = TODAY) -> Office:
    return Office(today, loaded.tracker.agencies, loaded.settings)


def target(loaded: Loaded, part: str = "") -> Target:
    (directive,) = loaded.tracker.directives
    period, _, member = part.partition("@") if part[:1].isdigit() else ("", "", part)
    return Target("1/CT-TTg#1", directive, directive.tasks[0], 0, period, member)


def after(loaded: Loaded, act: Act) -> Task:
    """Give the task as it is read once the act is written; nothing must be wrong with the file."""
    text = revised(loaded.documents[PATH], act.changes)
    again = load([Source(PATH, text.encode()), Source(AGENCIES, LISTED.encode())])
    assert not again.diagnostics, again.diagnostics
    return again.tracker.directives[0].tasks[0]


def refused(do: Callable[..., Act], *arguments: object) -> str:
    with pytest.raises(StcliError) as caught:
        do(*arguments)
    assert caught.value.help is not None or "neither" in str(caught.value)
    return str(caught.value)


OPEN = "{id: 1, title: A, lead: so-khcn, due: 2025-06-30}"
QUARTERLY = "{id: 1, title: A, lead: so-khcn, due: quarterly by 20}"
SHARED = "{id: 1, title: A, lead: cac-so, due: 2025-06-30}"
DAY = date(2025, 6, 12)


@given(st.dates(date(2025, 1, 6), TODAY), st.lists(st.sampled_from(["1/BC", "2/BC"]), unique=True))
def test_what_is_done_is_done_and_can_be_reopened(day: date, evidence: list[str]) -> None:
    loaded = tree(OPEN)
    done = after(loaded, acts.done(target(loaded), day, evidence, office(loaded)))
    assert (done.done, done.evidence) == (day, tuple(evidence))
    written = revised(
        loaded.documents[PATH], acts.done(target(loaded), day, evidence, office(loaded)).changes
    )
    again = tree(written.partition("  - ")[2].rstrip("\n"))
    reopened = acts.reopen(target(again))
    assert after(again, reopened) == loaded.tracker.directives[0].tasks[0]
    assert bool(reopened.notes) == bool(evidence)


def test_it_is_said_whether_it_was_in_time() -> None:
    loaded = tree(OPEN.replace("06-30", "06-10"))

    def said(day: int) -> str:
        return str(acts.done(target(loaded), date(2025, 6, day), (), office(loaded)).said)

    assert said(10) == "1/CT-TTg#1 is done, on 2025-06-10: in time, as it was due on 2025-06-10"
    assert said(11) == "1/CT-TTg#1 is done, on 2025-06-11: one day late"
    assert said(13) == "1/CT-TTg#1 is done, on 2025-06-13: 3 days late"
    endless = tree(OPEN.replace(", due: 2025-06-30", ""))
    act = acts.done(target(endless), DAY, ("1/BC",), office(endless))
    assert str(act.said) == "1/CT-TTg#1 is done, on 2025-06-12"
    assert act.notes == ()


def test_evidence_is_added_to_what_is_done() -> None:
    loaded = tree(OPEN.replace("}", ", done: 2025-06-01, evidence: 1/BC}"))
    act = acts.done(target(loaded), None, ("1/BC", "2/BC"), office(loaded))
    assert after(loaded, act).evidence == ("1/BC", "2/BC")
    assert after(loaded, act).done == date(2025, 6, 1)
    again = acts.done(target(loaded), date(2025, 6, 1), ("1/BC",), office(loaded))
    assert again.changes == ()
    assert "on 2025-06-01" in refused(acts.done, target(loaded), TODAY, ("2/BC",), office(loaded))


def test_a_period_and_a_member_have_entries_of_their_own() -> None:
    loaded = tree(QUARTERLY)
    act = acts.done(target(loaded, "2025-Q1"), date(2025, 3, 21), ("1/BC",), office(loaded))
    assert after(loaded, act).periods == (Delivery("2025-Q1", date(2025, 3, 21), ("1/BC",)),)
    assert str(act.said).endswith(": one day late")
    shared = tree(SHARED)
    act = acts.done(target(shared, "so-tc"), DAY, (), office(shared))
    assert after(shared, act).members == (Contribution("so-tc", None, DAY),)
    both = tree(SHARED.replace("2025-06-30", "quarterly by 20"))
    act = acts.done(target(both, "2025-Q1@so-tc"), DAY, ("1/BC",), office(both))
    assert after(both, act).members == (Contribution("so-tc", "2025-Q1", DAY, ("1/BC",)),)


def test_an_entry_that_waits_for_its_day_gets_it() -> None:
    loaded = tree(QUARTERLY.replace("}", ", periods: [{for: 2025-Q1, evidence: 1/BC}]}"))
    act = acts.done(target(loaded, "2025-Q1"), DAY, ("2/BC",), office(loaded))
    assert after(loaded, act).periods == (Delivery("2025-Q1", DAY, ("1/BC", "2/BC")),)
    done = tree(QUARTERLY.replace("}", ", periods: [{for: 2025-Q1, done: 2025-03-01}]}"))
    act = acts.done(target(done, "2025-Q1"), None, ("2/BC",), office(done))
    assert after(done, act).periods == (Delivery("2025-Q1", date(2025, 3, 1), ("2/BC",)),)
    assert "was done on" in refused(acts.done, target(done, "2025-Q1"), DAY, (), office(done))
    assert after(done, acts.reopen(target(done, "2025-Q1"))).periods == ()


def test_a_period_is_cancelled_alone() -> None:
    loaded = tree(QUARTERLY)
    act = acts.cancel(target(loaded, "2025-Q1"), DAY, "2/CV", None, office(loaded))
    ended = Delivery("2025-Q1", None, (), Ending(DAY, "2/CV"))
    assert after(loaded, act).periods == (ended,)
    again = tree(QUARTERLY.replace("}", ", periods: [{for: 2025-Q1, evidence: 1/BC}]}"))
    act = acts.cancel(target(again, "2025-Q1"), DAY, None, "x", office(again))
    assert after(again, act).periods[0].cancelled == Ending(DAY, None, "x")
    gone = tree(
        QUARTERLY.replace("}", ", periods: [{for: 2025-Q1, cancelled: {date: 2025-03-01}}]}")
    )
    assert "was cancelled" in refused(acts.done, target(gone, "2025-Q1"), DAY, (), office(gone))


@pytest.mark.parametrize(
    ("do", "state", "key"),
    [(acts.cancel, State.CANCELLED, "cancelled"), (acts.return_, State.RETURNED, "returned")],
)
def test_what_ended_is_ended(do: Callable[..., Act], state: State, key: str) -> None:
    loaded = tree(OPEN)
    act = do(target(loaded), DAY, "2/CV", "lý do: khác", office(loaded))
    task = after(loaded, act)
    assert getattr(task, key) == Ending(DAY, "2/CV", "lý do: khác")
    directive = replace(loaded.tracker.directives[0], tasks=(task,))
    assert standing(directive, task, TODAY, loaded.settings).state is state
    assert act.notes == ()
    assert do(target(loaded), DAY, None, None, office(loaded)).notes
    ended = tree(OPEN.replace("}", f", {key}: {{date: 2025-06-01}}}}"))
    again, where = target(ended), office(ended)
    for said in (
        refused(do, again, DAY, None, None, where),
        refused(acts.done, again, DAY, (), where),
        refused(acts.progress, again, DAY, "x", None, where),
        refused(acts.confirm, again, DAY, where),
        refused(acts.change, again, DAY, Alteration(due="2026"), where),
    ):
        assert "on 2025-06-01" in said
    assert after(ended, acts.reopen(target(ended))) == loaded.tracker.directives[0].tasks[0]


@pytest.mark.parametrize("day", [TODAY + timedelta(days=1), date(2025, 1, 5)])
def test_nothing_happens_tomorrow_or_before_the_task_was_given(day: date) -> None:
    loaded = tree(OPEN)
    whole, where = target(loaded), office(loaded)
    for said in (
        refused(acts.done, whole, day, (), where),
        refused(acts.progress, whole, day, "x", None, where),
        refused(acts.cancel, whole, day, None, None, where),
        refused(acts.return_, whole, day, None, None, where),
        refused(acts.confirm, whole, day, where),
        refused(acts.change, whole, day, Alteration(due="2026"), where),
    ):
        assert said.startswith(f"{day} is ")
    said = refused(acts.confirm_directive, whole.directive, "1/CT-TTg", day, where)
    assert said == "1/CT-TTg was issued on 2025-01-06, and today is 2025-06-20"


def test_progress_is_a_note_a_percentage_or_both() -> None:
    loaded = tree(OPEN)
    act = acts.progress(target(loaded), DAY, "đã trình: lần 1", 60, office(loaded))
    assert after(loaded, act).progress == (Progress(DAY, "đã trình: lần 1", 60),)
    act = acts.progress(target(loaded), DAY, None, 100, office(loaded))
    assert after(loaded, act).progress == (Progress(DAY, None, 100),)
    assert "stcli done" in str(act.notes[0])
    for note, percent in ((None, None), ("", None)):
        refused(acts.progress, target(loaded), DAY, note, percent, office(loaded))


@pytest.mark.parametrize(
    ("text", "share"), [("0", 0), ("60", 60), (" 60 % ", 60), ("100%", 100), ("007", 7)]
)
def test_a_percentage_is_read(text: str, share: int) -> None:
    assert acts.percentage(text) == share


@pytest.mark.parametrize(
    "text", ["", "%", "101", "-1", "6_0", "６０", "60.5", "abc", "1e9", "60%%"]
)
def test_what_is_no_percentage_is_refused(text: str) -> None:
    with pytest.raises(StcliError, match="is no percentage"):
        acts.percentage(text)


def test_confirmed_once_is_enough() -> None:
    loaded = tree(OPEN.replace("}", ", confirmed: 2025-06-01}"))
    act = acts.confirm(target(loaded), DAY, office(loaded))
    assert after(loaded, act).confirmed == DAY
    assert acts.confirm(target(loaded), date(2025, 6, 1), office(loaded)).changes == ()
    whole = acts.confirm_directive(target(loaded).directive, "1/CT-TTg", DAY, office(loaded))
    text = revised(loaded.documents[PATH], whole.changes)
    assert text.startswith(HEAD.replace("tasks:", "confirmed: 2025-06-12\ntasks:"))


def test_a_change_stands_as_its_keys_are_written() -> None:
    loaded = tree(OPEN)
    altered = Alteration(
        due="2025-09",
        due_text="tháng 9/2025",
        leads=("so-tc",),
        coordinating=("so-khcn",),
        title="B",
        product="C",
        by="2/CV",
        asked=date(2025, 6, 1),
        reason="D: e",
    )
    act = acts.change(target(loaded), DAY, altered, office(loaded))
    assert after(loaded, act).changes == (
        Change(
            DAY, "2/CV", None, date(2025, 6, 1), parse("2025-09"), "tháng 9/2025",
            ("so-tc",), ("so-khcn",), "B", "C", (), "D: e",
        ),
    )  # fmt: skip
    assert str(act.said) == (
        "1/CT-TTg#1 is due 2025-09-30, and no longer 2025-06-30, from 2025-06-12 on"
    )
    assert act.notes == ()


def test_words_of_a_document_are_read_where_they_are_certain() -> None:
    loaded = tree(OPEN)
    act = acts.change(target(loaded), DAY, Alteration(due_text="quý III năm 2025"), office(loaded))
    assert after(loaded, act).changes[0].due == parse("2025-Q3")
    for words in ("khẩn trương", "trong tháng", "15 ngày kể từ ngày họp", "xyz"):
        said = refused(acts.change, target(loaded), DAY, Alteration(due_text=words), office(loaded))
        assert said.startswith(f"`{words}` alone is not enough: ")


def test_a_change_that_changes_nothing_is_refused() -> None:
    loaded = tree(OPEN)
    whole, where = target(loaded), office(loaded)
    assert "nothing is changed" in refused(acts.change, whole, DAY, Alteration(by="2/CV"), where)
    assert "already" in refused(acts.change, whole, DAY, Alteration(due="2025-06-30"), where)
    assert "is not a deadline" in refused(acts.change, whole, DAY, Alteration(due="30.6"), where)
    later = tree(OPEN.replace("}", ", changes: [{date: 2025-06-15, by: 2/CV, due: 2025-07}]}"))
    assert "later, on 2025-06-15" in refused(
        acts.change, target(later), DAY, Alteration(due="2026"), office(later)
    )
    done = tree(OPEN.replace("}", ", done: 2025-06-10}"))
    assert "was done on" in refused(
        acts.change, target(done), DAY, Alteration(due="2026"), office(done)
    )
    before = acts.change(target(done), date(2025, 6, 9), Alteration(due="2026"), office(done))
    assert after(done, before).changes[0].due == parse("2026")


def test_a_part_is_one_of_the_task() -> None:
    plain, series, shared = tree(OPEN), tree(QUARTERLY), tree(SHARED)
    said = refused(acts.done, target(plain, "2025-Q1"), DAY, (), office(plain))
    assert said == "1/CT-TTg#1 is no recurring task, so it has no periods"
    with pytest.raises(StcliError) as caught:
        acts.done(target(series), DAY, (), office(series))
    assert str(caught.value.help) == ("those that wait are 1/CT-TTg#1@2025-Q1, 1/CT-TTg#1@2025-Q2")
    assert "no period 2025-03" in refused(
        acts.done, target(series, "2025-03"), DAY, (), office(series)
    )
    assert "`thu-tuong` is neither" in refused(
        acts.done, target(shared, "thu-tuong"), DAY, (), office(shared)
    )
    for do in (acts.return_, acts.cancel):
        assert "as a whole" in refused(do, target(shared, "so-tc"), DAY, None, None, office(shared))
    assert "not of a member" in refused(
        acts.change, target(shared, "so-tc"), DAY, Alteration(due="2026"), office(shared)
    )
    refused(acts.reopen, target(shared, "so-tc"))
    refused(acts.reopen, target(shared))
