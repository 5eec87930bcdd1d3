"""What several commands say of the same tasks agrees, on any day and on any machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from stcli.cli.app import app
from stcli.cli.terminal import today

ROOT = Path(__file__).parent.parent
OFFICE = ROOT / "tests" / "data" / "office"
STATES = ("done", "done-late", "open", "overdue", "ongoing", "cancelled", "returned")
DAYS = st.dates(date(2025, 1, 1), date(2031, 12, 31))


def answer(*words: str, root: Path = ROOT) -> Any:
    result = CliRunner().invoke(app, [*words, "-f", "json", "-C", str(root)])
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


@given(DAYS, st.sampled_from([ROOT, OFFICE]))
@settings(max_examples=15, deadline=None)
def test_overdue_and_the_query_for_it_agree_with_the_totals(day: date, root: Path) -> None:
    as_of = ("--as-of", day.isoformat())
    overdue = answer("overdue", *as_of, root=root)["tasks"]
    listed = answer("list", "state:overdue", *as_of, root=root)["tasks"]
    totals = answer("status", *as_of, root=root)["totals"]
    assert sorted(task["id"] for task in overdue) == sorted(task["id"] for task in listed)
    assert len(overdue) == totals["overdue"]
    assert [task["days_late"] for task in overdue] == sorted(
        (task["days_late"] for task in overdue), reverse=True
    )


@given(DAYS, st.sampled_from(["directive", "year", "issuer"]))
@settings(max_examples=8, deadline=None)
def test_parts_add_up(day: date, by: str) -> None:
    found = answer("status", "--by", by, "--as-of", day.isoformat())
    for counts in (found["totals"], *found["rows"]):
        assert counts["total"] == sum(counts[state] for state in STATES)
        assert counts["due-soon"] <= counts["open"]
    for state in ("total", *STATES, "due-soon"):
        assert found["totals"][state] == sum(row[state] for row in found["rows"])
    assert len(answer("list", "--as-of", day.isoformat())["tasks"]) == found["totals"]["total"]


@pytest.mark.parametrize(("day", "state"), [("2025-06-30", "done"), ("2025-07-02", "done")])
def test_done_on_the_last_day_is_on_time(day: str, state: str) -> None:
    tasks = answer("list", "id:1", "--as-of", day, root=OFFICE)["tasks"]
    assert [task["state"] for task in tasks] == [state]


def test_done_a_day_later_is_late() -> None:
    (before,) = answer("list", "id:2", "--as-of", "2025-06-30", root=OFFICE)["tasks"]
    (after,) = answer("list", "id:2", "--as-of", "2025-07-01", root=OFFICE)["tasks"]
    assert (before["due"], before["state"]) == ("2025-06-30", "due-soon")
    assert (after["state"], after["days_late"]) == ("done-late", 1)


def test_the_day_is_that_of_vietnam_on_every_machine() -> None:
    command = [sys.executable, "-m", "stcli", "status", "-f", "json", "-C", str(ROOT)]
    zones = ("UTC", "Asia/Ho_Chi_Minh", "Pacific/Kiritimati", "America/Los_Angeles")
    before = today("Asia/Ho_Chi_Minh")
    found = {
        subprocess.run(
            command, capture_output=True, check=True, env={**os.environ, "TZ": zone}
        ).stdout
        for zone in zones
    }
    if today("Asia/Ho_Chi_Minh") == before:
        assert len(found) == 1
        assert json.loads(found.pop())["as_of"] == before.isoformat()


def test_an_office_elsewhere_may_have_another_day() -> None:
    assert today("Asia/Ho_Chi_Minh") - today("Pacific/Pago_Pago") >= timedelta(0)
    assert today("UTC") <= today("Asia/Ho_Chi_Minh")
