"""The calendar of an office: read as strictly as other files, and used where it is well."""

from __future__ import annotations

from datetime import date

import pytest

from stcli.calendar import Certainty, DayOff, Swap
from stcli.load import load
from stcli.sources import CALENDAR, Source

OWN = """\
days_off:
  - {date: 2027-02-05, name: Tết Âm lịch, document: 1/TB-BNV}
  - {date: 2027-09-03, name: Quốc khánh, document: 1/TB-BNV, status: expected}
swapped:
  - rest: 2026-11-23
    work: 2026-11-28
    document: 2/TB-BNV
    status:
"""


def test_rows_become_days_off_and_swaps() -> None:
    loaded = load([Source(CALENDAR, OWN.encode())])
    calendar = loaded.settings.calendar
    assert loaded.complete
    assert loaded.diagnostics == ()
    assert calendar.rows(2027) == (
        DayOff(date(2027, 2, 5), "Tết Âm lịch", "1/TB-BNV"),
        DayOff(date(2027, 9, 3), "Quốc khánh", "1/TB-BNV", Certainty.EXPECTED),
    )
    assert calendar.rows(2026)[-1] == Swap(date(2026, 11, 23), date(2026, 11, 28), "2/TB-BNV")
    assert calendar.is_working(date(2026, 11, 28))


@pytest.mark.parametrize(
    ("text", "rule", "line", "column"),
    [
        ("days_off:\n  - {date: 2027-02-30, name: a, document: b}\n", "malformed-date", 2, 12),
        ("days_off:\n  - {date: 2027-02-03, name: a}\n", "missing-key", 2, 5),
        ("days_of:\n  - {date: 2027-02-03}\n", "unknown-key", 1, 1),
        ("swapped:\n  - {rest: 2027-02-03, work: 2027-02-04, document: b}\n",
         "calendar-contradiction", 2, 30),
        ("days_off:\n  - {date: 2027-02-03, name: a, document: b, status: sure}\n",
         "wrong-value", 2, 54),
        ("days_off: [\n", "unclosed-bracket", 1, 11),
    ],
)  # fmt: skip
def test_what_is_wrong_has_its_place_and_the_shipped_calendar_stays(
    text: str, rule: str, line: int, column: int
) -> None:
    loaded = load([Source(CALENDAR, text.encode())])
    (found,) = loaded.diagnostics
    assert (found.rule, found.place.path) == (rule, CALENDAR)
    assert (found.place.line, found.place.column) == (line, column)
    assert loaded.invalid == (CALENDAR,)
    assert not loaded.settings.calendar.is_working(date(2026, 1, 2))


def test_without_a_file_the_shipped_calendar_counts_beside_any_settings() -> None:
    settings = load([Source("stcli.yaml", b"roll: next-working-day\n")]).settings
    assert settings.roll
    assert settings.calendar.decided(2026)
