from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stcli import shipped
from stcli.calendar import Calendar
from stcli.deadlines import (
    Base,
    Bases,
    Before,
    Count,
    Day,
    Unit,
    last_day,
    missing_base,
    parse,
    reckon,
)

NO_BASES = Bases(issued=None, received=None, effective=None)
BASES = Bases(issued=date(2023, 11, 1), received=date(2023, 11, 2), effective=date(2023, 11, 16))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2024-06-30", date(2024, 6, 30)),
        ("before 2024-06-30", date(2024, 6, 29)),
        ("before 2024-03-01", date(2024, 2, 29)),
        ("before 2025-01-01", date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2012-Q3", date(2012, 9, 30)),
        ("2024-H1", date(2024, 6, 30)),
        ("2025", date(2025, 12, 31)),
        ("2025..2026", date(2026, 12, 31)),
        ("2025..", None),
        ("ongoing", None),
        ("yearly", None),
        ("15 working days", date(2023, 11, 22)),
        ("1 day", date(2023, 11, 2)),
        ("15 days", date(2023, 11, 16)),
        ("15 days from received", date(2023, 11, 17)),
        ("15 days from effective", date(2023, 12, 1)),
        ("3 weeks", date(2023, 11, 22)),
        ("2 months", date(2024, 1, 1)),
        ("1 month from 2025-01-31", date(2025, 2, 28)),
        ("1 month from 2024-01-31", date(2024, 2, 29)),
        ("1 month from 2024-02-29", date(2024, 3, 29)),
        ("1 month from 2024-12-31", date(2025, 1, 31)),
        ("12 months from 2024-12-30", date(2025, 12, 30)),
        ("24 months from 2020-09-15", date(2022, 9, 15)),
        ("36 months from 2025-07-01", date(2028, 7, 1)),
        ("1 year from 2024-02-29", date(2025, 2, 28)),
        ("4 years from 2024-02-29", date(2028, 2, 29)),
        ("76 years from 2024-02-29", date(2100, 2, 28)),
    ],
)
def test_the_last_day(text: str, last: date | None) -> None:
    assert last_day(parse(text), BASES) == last


def test_before_can_be_read_as_that_day() -> None:
    before = parse("before 2024-06-30")
    assert last_day(before, NO_BASES, before_inclusive=True) == date(2024, 6, 30)


def test_before_inclusive_moves_nothing_else() -> None:
    for text in ("2024-06-30", "2024-Q2", "15 days"):
        assert last_day(parse(text), BASES, before_inclusive=True) == last_day(parse(text), BASES)


@pytest.mark.parametrize("base", Base)
@pytest.mark.parametrize("unit", Unit)
def test_a_count_without_its_base_has_no_day(unit: Unit, base: Base) -> None:
    count = Count(15, unit, base)
    assert last_day(count, NO_BASES) is None
    assert missing_base(count, NO_BASES) is base
    assert missing_base(count, BASES) is None


def test_only_its_own_base_can_be_missing() -> None:
    bases = Bases(issued=date(2023, 11, 1), received=None, effective=None)
    assert missing_base(parse("15 days"), bases) is None
    assert missing_base(parse("15 days from received"), bases) is Base.RECEIVED
    assert missing_base(parse("15 days from effective"), bases) is Base.EFFECTIVE
    assert missing_base(parse("15 days from 2024-01-05"), NO_BASES) is None
    assert missing_base(parse("2024-06-30"), NO_BASES) is None


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("36500 days from 2200-12-31", date(2300, 12, 7)),
        ("5200 weeks from 2200-12-31", date(2300, 8, 29)),
        ("1200 months from 2200-12-31", date(2300, 12, 31)),
        ("100 years from 2200-12-31", date(2300, 12, 31)),
    ],
)
def test_the_longest_count_from_the_latest_day_ends(text: str, last: date) -> None:
    assert last_day(parse(text), NO_BASES) == last


DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
AMOUNTS = st.integers(1, 100)
COUNTED = st.sampled_from([unit for unit in Unit if unit is not Unit.WORKING_DAY])


def _end(amount: int, unit: Unit, start: date) -> date:
    last = last_day(Count(amount, unit, start), NO_BASES)
    assert last is not None
    return last


@given(AMOUNTS, DAYS)
def test_so_many_days_end_so_many_days_later(amount: int, start: date) -> None:
    assert _end(amount, Unit.DAY, start) - start == timedelta(days=amount)
    assert _end(amount, Unit.WEEK, start) == _end(7 * amount, Unit.DAY, start)


@given(AMOUNTS, DAYS)
def test_months_end_on_the_corresponding_day_or_the_months_last(amount: int, start: date) -> None:
    last = _end(amount, Unit.MONTH, start)
    passed = 12 * (last.year - start.year) + last.month - start.month
    assert passed == amount
    assert last.day == min(start.day, monthrange(last.year, last.month)[1])
    assert _end(amount, Unit.YEAR, start) == _end(12 * amount, Unit.MONTH, start)


@given(AMOUNTS, COUNTED, DAYS)
def test_one_more_ends_later(amount: int, unit: Unit, start: date) -> None:
    assert start < _end(amount, unit, start) < _end(amount + 1, unit, start)


@given(AMOUNTS, COUNTED, DAYS)
def test_a_later_start_never_ends_earlier(amount: int, unit: Unit, start: date) -> None:
    assert _end(amount, unit, start) <= _end(amount, unit, start + timedelta(days=1))


@given(AMOUNTS, COUNTED, DAYS, DAYS, DAYS)
def test_each_base_is_its_own_day(
    amount: int, unit: Unit, issued: date, received: date, effective: date
) -> None:
    bases = Bases(issued=issued, received=received, effective=effective)
    assert last_day(Count(amount, unit, Base.ISSUED), bases) == _end(amount, unit, issued)
    assert last_day(Count(amount, unit, Base.RECEIVED), bases) == _end(amount, unit, received)
    assert last_day(Count(amount, unit, Base.EFFECTIVE), bases) == _end(amount, unit, effective)


@given(DAYS)
def test_before_strictly_is_one_day_earlier_than_inclusively(day: date) -> None:
    strict = last_day(Before(day), NO_BASES)
    inclusive = last_day(Before(day), NO_BASES, before_inclusive=True)
    assert inclusive == day == last_day(Day(day), NO_BASES)
    assert strict == day - timedelta(days=1)


SHIPPED = Calendar(shipped=shipped.listing)


@pytest.mark.parametrize(
    ("text", "last", "effective"),
    [
        ("2025-01", "2025-01-31", "2025-02-03"),
        ("2012-Q2", "2012-06-30", "2012-07-02"),
        ("2012-Q3", "2012-09-30", "2012-10-01"),
        ("2012-Q4", "2012-12-31", "2012-12-31"),
        ("2025-02", "2025-02-28", "2025-02-28"),
        ("2025-05", "2025-05-31", "2025-06-02"),
        ("2025-10", "2025-10-31", "2025-10-31"),
        ("2025-Q2", "2025-06-30", "2025-06-30"),
        ("2026-Q2", "2026-06-30", "2026-06-30"),
        ("2026-Q3", "2026-09-30", "2026-09-30"),
        ("2026-09", "2026-09-30", "2026-09-30"),
        ("2025", "2025-12-31", "2025-12-31"),
        ("2025..2026", "2026-12-31", "2026-12-31"),
        ("2028", "2028-12-31", "2029-01-02"),
        ("2030", "2030-12-31", "2030-12-31"),
        ("2028-07-01", "2028-07-01", "2028-07-03"),
        ("2027-02-28", "2027-02-28", "2027-03-01"),
        ("before 2026-08-30", "2026-08-29", "2026-09-03"),
        ("before 2025-09-15", "2025-09-14", "2025-09-15"),
        ("before 2026-02-05", "2026-02-04", "2026-02-04"),
        ("before 2026-06-12", "2026-06-11", "2026-06-11"),
        ("before 2020-07-20", "2020-07-19", "2020-07-20"),
        ("before 2016-12-15", "2016-12-14", "2016-12-14"),
        ("before 2025-08-15", "2025-08-14", "2025-08-14"),
        ("24 months from 2020-09-15", "2022-09-15", "2022-09-15"),
        ("15 days from 2025-04-15", "2025-04-30", "2025-05-05"),
        ("15 working days from 2026-01-05", "2026-01-23", "2026-01-23"),
        ("10 working days from 2025-04-21", "2025-05-07", "2025-05-07"),
        ("1 working day from 2025-01-24", "2025-02-03", "2025-02-03"),
    ],
)
def test_a_last_day_off_work_moves_where_offices_let_it(
    text: str, last: str, effective: str
) -> None:
    rolled = reckon(parse(text), NO_BASES, SHIPPED, roll=True)
    assert rolled is not None
    assert (rolled.last.isoformat(), rolled.effective.isoformat()) == (last, effective)
    still = reckon(parse(text), NO_BASES, SHIPPED)
    assert still is not None
    assert still.last == still.effective == rolled.last


@pytest.mark.parametrize(
    ("text", "roll", "since"),
    [
        ("5 working days", False, date(2023, 11, 1)),
        ("5 working days from received", True, date(2023, 11, 2)),
        ("5 working days from 2024-01-05", False, date(2024, 1, 5)),
        ("5 days", False, None),
        ("5 days", True, date(2023, 11, 6)),
        ("2024-Q2", False, None),
        ("2024-Q2", True, date(2024, 6, 30)),
    ],
)
def test_a_result_says_from_when_on_the_calendar_was_asked(
    text: str, *, roll: bool, since: date | None
) -> None:
    found = reckon(parse(text), BASES, SHIPPED, roll=roll)
    assert found is not None
    assert found.since == since


@pytest.mark.parametrize("text", ["ongoing", "yearly", "5 working days", "5 days from received"])
def test_without_a_last_day_nothing_moves(text: str) -> None:
    assert reckon(parse(text), NO_BASES, SHIPPED, roll=True) is None


@given(AMOUNTS, DAYS)
def test_working_days_are_never_fewer_than_days(amount: int, start: date) -> None:
    count = Count(amount, Unit.WORKING_DAY, start)
    last = last_day(count, NO_BASES, SHIPPED)
    assert last is not None
    assert SHIPPED.is_working(last)
    assert last >= _end(amount, Unit.DAY, start)


@given(st.sampled_from(["2024-Q2", "9 days", "2 months", "7 working days", "2025"]), DAYS)
def test_a_day_moves_forward_to_a_working_day_and_no_further(text: str, issued: date) -> None:
    bases = Bases(issued=issued, received=None, effective=None)
    found = reckon(parse(text), bases, SHIPPED, before_inclusive=True, roll=True)
    assert found is not None
    assert found.effective == SHIPPED.on_or_after(found.last)
