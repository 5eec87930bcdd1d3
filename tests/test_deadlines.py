from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stcli.days import FIRST_YEAR, LAST_YEAR
from stcli.deadlines import (
    Ahead,
    Anchor,
    Base,
    Before,
    Completion,
    Count,
    Day,
    Deadline,
    DeadlineProblem,
    Every,
    MonthDay,
    Ongoing,
    Period,
    Series,
    Span,
    Unit,
    Weekday,
    parse,
    write,
)

FRIDAY = Weekday.FRIDAY
TWICE = (MonthDay(6, 15), MonthDay(12, 1))
MONTHLY = Series(Every.MONTH, (5,), strict=False, first=None, last=None)
WEEKLY = Series(Every.WEEK, (FRIDAY,), strict=False, first=None, last=None)
QUARTERLY = Series(Every.QUARTER, (15,), strict=True, first=None, last=None, following=True)
YEARLY = Series(Every.YEAR, (MonthDay(1, 10),), strict=False, first=None, last=None)

CANONICAL: dict[str, Deadline] = {
    "2024-06-30": Day(date(2024, 6, 30)),
    "2024-02-29": Day(date(2024, 2, 29)),
    "1900-01-01": Day(date(1900, 1, 1)),
    "2200-12-31": Day(date(2200, 12, 31)),
    "2024-06-30 16:00": Day(date(2024, 6, 30), time(16, 0)),
    "2024-06-30 00:00": Day(date(2024, 6, 30), time(0, 0)),
    "2024-06-30 23:59": Day(date(2024, 6, 30), time(23, 59)),
    "before 2024-06-30": Before(date(2024, 6, 30)),
    "2024-06": Period(date(2024, 6, 1), date(2024, 6, 30), Span.MONTH),
    "2024-02": Period(date(2024, 2, 1), date(2024, 2, 29), Span.MONTH),
    "2025-02": Period(date(2025, 2, 1), date(2025, 2, 28), Span.MONTH),
    "2100-02": Period(date(2100, 2, 1), date(2100, 2, 28), Span.MONTH),
    "2024-12": Period(date(2024, 12, 1), date(2024, 12, 31), Span.MONTH),
    "2024-Q1": Period(date(2024, 1, 1), date(2024, 3, 31), Span.QUARTER),
    "2024-Q2": Period(date(2024, 4, 1), date(2024, 6, 30), Span.QUARTER),
    "2024-Q3": Period(date(2024, 7, 1), date(2024, 9, 30), Span.QUARTER),
    "2024-Q4": Period(date(2024, 10, 1), date(2024, 12, 31), Span.QUARTER),
    "2024-H1": Period(date(2024, 1, 1), date(2024, 6, 30), Span.HALF_YEAR),
    "2024-H2": Period(date(2024, 7, 1), date(2024, 12, 31), Span.HALF_YEAR),
    "2024": Period(date(2024, 1, 1), date(2024, 12, 31), Span.YEAR),
    "2025..2026": Period(date(2025, 1, 1), date(2026, 12, 31), Span.YEARS),
    "1 day": Count(1, Unit.DAY, Base.ISSUED),
    "15 days": Count(15, Unit.DAY, Base.ISSUED),
    "36500 days": Count(36_500, Unit.DAY, Base.ISSUED),
    "1 working day": Count(1, Unit.WORKING_DAY, Base.ISSUED),
    "15 working days": Count(15, Unit.WORKING_DAY, Base.ISSUED),
    "3 weeks from received": Count(3, Unit.WEEK, Base.RECEIVED),
    "24 months from effective": Count(24, Unit.MONTH, Base.EFFECTIVE),
    "1 year from 2024-01-05": Count(1, Unit.YEAR, date(2024, 1, 5)),
    "100 years": Count(100, Unit.YEAR, Base.ISSUED),
    "15 days from task 2": Count(15, Unit.DAY, Completion("#2")),
    "1 month from 25/CT-TTg@2023#3.1": Count(1, Unit.MONTH, Completion("25/CT-TTg@2023#3.1")),
    "3 working days before 2026-05-07": Ahead(3, Unit.WORKING_DAY, date(2026, 5, 7)),
    "1 day before effective": Ahead(1, Unit.DAY, Base.EFFECTIVE),
    "2 weeks before issued": Ahead(2, Unit.WEEK, Base.ISSUED),
    "6 months before received": Ahead(6, Unit.MONTH, Base.RECEIVED),
    "ongoing": Ongoing(None),
    "2025..": Ongoing(2025),
    "weekly by friday": Series(Every.WEEK, (FRIDAY,), strict=False, first=None, last=None),
    "weekly by saturday": Series(
        Every.WEEK, (Weekday.SATURDAY,), strict=False, first=None, last=None
    ),
    "weekly before friday from 2024": Series(
        Every.WEEK, (FRIDAY,), strict=True, first=2024, last=None
    ),
    "monthly by 25": Series(Every.MONTH, (25,), strict=False, first=None, last=None),
    "monthly by 31": Series(Every.MONTH, (31,), strict=False, first=None, last=None),
    "monthly before 25 until 2030": Series(Every.MONTH, (25,), strict=True, first=None, last=2030),
    "quarterly by 20 from 2024 until 2030": Series(
        Every.QUARTER, (20,), strict=False, first=2024, last=2030
    ),
    "quarterly by 1 from 2024 until 2024": Series(
        Every.QUARTER, (1,), strict=False, first=2024, last=2024
    ),
    "half-yearly by 06-15, 12-01": Series(
        Every.HALF_YEAR, TWICE, strict=False, first=None, last=None
    ),
    "half-yearly before 06-15, 12-01": Series(
        Every.HALF_YEAR, TWICE, strict=True, first=None, last=None
    ),
    "yearly": Series(Every.YEAR, (), strict=False, first=None, last=None),
    "yearly from 2024 until 2030": Series(Every.YEAR, (), strict=False, first=2024, last=2030),
    "yearly by 12-15": Series(Every.YEAR, (MonthDay(12, 15),), strict=False, first=None, last=None),
    "yearly before 02-29": Series(
        Every.YEAR, (MonthDay(2, 29),), strict=True, first=None, last=None
    ),
    "monthly by 10, 25": replace(MONTHLY, anchors=(10, 25)),
    "weekly before monday, friday": replace(WEEKLY, anchors=(Weekday.MONDAY, FRIDAY), strict=True),
    "quarterly by 10, 20, 31": Series(
        Every.QUARTER, (10, 20, 31), strict=False, first=None, last=None
    ),
    "yearly by 03-01, 06-01": replace(YEARLY, anchors=(MonthDay(3, 1), MonthDay(6, 1))),
    "weekly by friday 16:00": replace(WEEKLY, hour=time(16, 0)),
    "half-yearly by 06-15, 12-01 08:30 from 2024": Series(
        Every.HALF_YEAR, TWICE, strict=False, first=2024, last=None, hour=time(8, 30)
    ),
    "weekly by friday of next week": replace(WEEKLY, following=True),
    "monthly by 5 of next month": replace(MONTHLY, following=True),
    "quarterly before 15 of next month": QUARTERLY,
    "yearly by 01-10 of next year": replace(YEARLY, following=True),
    "monthly by 5, 10 of next month 16:00 from 2024 until 2030": Series(
        Every.MONTH,
        (5, 10),
        strict=False,
        first=2024,
        last=2030,
        hour=time(16, 0),
        following=True,
    ),
}


@pytest.mark.parametrize(("text", "deadline"), CANONICAL.items(), ids=CANONICAL)
def test_the_canonical_text_is_read_and_written(text: str, deadline: Deadline) -> None:
    assert parse(text) == deadline
    assert hash(parse(text)) == hash(deadline)
    assert write(deadline) == text


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("  2024-06-30 ", "2024-06-30"),
        ("2024-06-30\n", "2024-06-30"),
        ("before\u00a02024-06-30", "before 2024-06-30"),
        ("before   2024-06-30", "before 2024-06-30"),
        ("2024-q2", "2024-Q2"),
        ("2024-h1", "2024-H1"),
        ("2025 .. 2026", "2025..2026"),
        ("2025..2025", "2025"),
        ("2025 ..", "2025.."),
        ("1 days", "1 day"),
        ("15 day", "15 days"),
        ("05 days", "5 days"),
        ("15\tdays", "15 days"),
        ("15 working-days", "15 working days"),
        ("1 working days", "1 working day"),
        ("2 months from issued", "2 months"),
        ("monthly by 05", "monthly by 5"),
        ("before 2024-06-30 16:00", "2024-06-30 16:00"),
        ("weekly before friday 16:00", "weekly by friday 16:00"),
        ("03 working-days before 2026-05-07", "3 working days before 2026-05-07"),
        ("15 day from #2", "15 days from task 2"),
        ("monthly by 25, 10,25", "monthly by 10, 25"),
        ("weekly by friday ,monday", "weekly by monday, friday"),
        ("yearly by 12-01, 03-01", "yearly by 03-01, 12-01"),
        ("half-yearly by 12-01,06-15", "half-yearly by 06-15, 12-01"),
        ("half-yearly by 06-15 , 12-01", "half-yearly by 06-15, 12-01"),
    ],
)
def test_a_harmless_variation_is_read(text: str, canonical: str) -> None:
    assert write(parse(text)) == canonical


@pytest.mark.parametrize(
    ("text", "message", "help_"),
    [
        (
            "2025-02-30",
            "there is no 2025-02-30: February 2025 has 28 days",
            "write a day from 2025-02-01 to 2025-02-28",
        ),
        (
            "before 2024-04-31",
            "there is no 2024-04-31: April 2024 has 30 days",
            "write a day from 2024-04-01 to 2024-04-30",
        ),
        (
            "15 days from 2024-02-00",
            "there is no 2024-02-00: February 2024 has 29 days",
            "write a day from 2024-02-01 to 2024-02-29",
        ),
        ("2024-13", "there is no month 13", "write a month from 01 to 12"),
        ("2024-00", "there is no month 00", "write a month from 01 to 12"),
        ("2024-Q5", "there is no Q5 in a year", "write one of Q1, Q2, Q3, Q4"),
        ("2024-q0", "there is no Q0 in a year", "write one of Q1, Q2, Q3, Q4"),
        ("2024-H3", "there is no H3 in a year", "write one of H1, H2"),
        ("1899", "the year 1899 is out of range", "write a year from 1900 to 2200"),
        ("2201", "the year 2201 is out of range", "write a year from 1900 to 2200"),
        ("9999-12-31", "the year 9999 is out of range", "write a year from 1900 to 2200"),
        ("0205..", "the year 0205 is out of range", "write a year from 1900 to 2200"),
        ("2026..2025", "2026..2025 runs backwards", "write 2025..2026"),
        ("0 days", "the amount 0 is out of range", "write from 1 day to 36500 days"),
        ("999999 days", "the amount 999999 is out of range", "write from 1 day to 36500 days"),
        (
            "25001 working days",
            "the amount 25001 is out of range",
            "write from 1 working day to 25000 working days",
        ),
        ("5201 weeks", "the amount 5201 is out of range", "write from 1 week to 5200 weeks"),
        ("1201 months", "the amount 1201 is out of range", "write from 1 month to 1200 months"),
        (
            "101 years from 9999-12-31",
            "the amount 101 is out of range",
            "write from 1 year to 100 years",
        ),
        (
            "before 2024-Q2",
            "before takes a day, not a period",
            "write 2024-03-31, the day before it begins",
        ),
        (
            "before 2025",
            "before takes a day, not a period",
            "write 2024-12-31, the day before it begins",
        ),
        (
            "weekly by fri",
            "`fri` is not a day of the week",
            "write one of monday, tuesday, wednesday, thursday, friday, saturday, sunday",
        ),
        ("monthly by 32", "`32` is not a day of the month", "write a number from 1 to 31"),
        ("monthly by 0", "`0` is not a day of the month", "write a number from 1 to 31"),
        ("quarterly by 03-20", "`03-20` is not a day of the month", "write a number from 1 to 31"),
        ("monthly by 10, 32", "`32` is not a day of the month", "write a number from 1 to 31"),
        (
            "weekly by friday, fri",
            "`fri` is not a day of the week",
            "write one of monday, tuesday, wednesday, thursday, friday, saturday, sunday",
        ),
        ("2024-06-30 24:00", "there is no hour 24:00", "write an hour from 00:00 to 23:59"),
        ("before 2024-06-30 16:60", "there is no hour 16:60", "write an hour from 00:00 to 23:59"),
        ("weekly by friday 25:00", "there is no hour 25:00", "write an hour from 00:00 to 23:59"),
        (
            "2024-02-30 16:00",
            "there is no 2024-02-30: February 2024 has 29 days",
            "write a day from 2024-02-01 to 2024-02-29",
        ),
        (
            "0 days before 2025-06-30",
            "the amount 0 is out of range",
            "write from 1 day to 36500 days",
        ),
        (
            "3 days before 2025-06-31",
            "there is no 2025-06-31: June 2025 has 30 days",
            "write a day from 2025-06-01 to 2025-06-30",
        ),
        (
            "101 years from task 2",
            "the amount 101 is out of range",
            "write from 1 year to 100 years",
        ),
        (
            "monthly by 5 of next week",
            "monthly takes no day of the next week",
            "write of next month",
        ),
        (
            "quarterly by 5 of next year",
            "quarterly takes no day of the next year",
            "write of next month",
        ),
        (
            "half-yearly by 01-10, 07-10 of next year",
            "half-yearly takes days of the same year",
            "write a series of each day: yearly by 01-10, 07-10",
        ),
        (
            "yearly by 02-30",
            "there is no 02-30: February never has more than 29 days",
            "write a day from 02-01 to 02-29",
        ),
        (
            "yearly by 06-00",
            "there is no 06-00: June never has more than 30 days",
            "write a day from 06-01 to 06-30",
        ),
        ("yearly by 13-01", "there is no month 13", "write a month from 01 to 12"),
        (
            "yearly by 15/6",
            "`15/6` is not a day of the year",
            "write month and day, such as 06-15",
        ),
        ("yearly by 6", "`6` is not a day of the year", "write month and day, such as 12-15"),
        (
            "yearly from 2030 until 2024",
            "yearly from 2030 until 2024 runs backwards",
            "write from 2024 until 2030",
        ),
        ("yearly from 1066", "the year 1066 is out of range", "write a year from 1900 to 2200"),
        ("yearly until 9999", "the year 9999 is out of range", "write a year from 1900 to 2200"),
        (
            "weekly",
            "weekly needs the day by which it falls due",
            "write it with its day, such as weekly by friday",
        ),
        (
            "monthly from 2024",
            "monthly needs the day by which it falls due",
            "write it with its day, such as monthly by 31",
        ),
        (
            "quarterly",
            "quarterly needs the day by which it falls due",
            "write it with its day, such as quarterly by 31",
        ),
        (
            "half-yearly",
            "half-yearly needs the day by which it falls due",
            "write it with its day, such as half-yearly by 06-30, 12-31",
        ),
        (
            "half-yearly by 06-15",
            "half-yearly takes two days, one in each half of the year",
            "write both, such as half-yearly by 06-15, 12-15",
        ),
        (
            "half-yearly by 08-31",
            "half-yearly takes two days, one in each half of the year",
            "write both, such as half-yearly by 02-28, 08-31",
        ),
        (
            "half-yearly by 01-15, 06-15",
            "half-yearly takes two days, one in each half of the year",
            "write both, such as half-yearly by 01-15, 07-15",
        ),
    ],
)
def test_what_cannot_be_is_said(text: str, message: str, help_: str | None) -> None:
    with pytest.raises(DeadlineProblem) as caught:
        parse(text)
    assert str(caught.value) == str(caught.value.message) == message
    if help_ is not None:
        assert str(caught.value.help) == help_


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("30/6/2025", "2025-06-30"),
        ("30/06/2025", "2025-06-30"),
        ("3/4/2025", "2025-04-03"),
        ("30/6/25", "2025-06-30"),
        ("30.6.2025", "2025-06-30"),
        ("30-06-2025", "2025-06-30"),
        ("2025/6/3", "2025-06-03"),
        ("2025-6-3", "2025-06-03"),
        ("20250630", "2025-06-30"),
        ("2025-06-30T00:00", "2025-06-30"),
        ("2025-06-30 08:00:00+07:00", "2025-06-30"),
        ("2025\u201306\u201330", "2025-06-30"),
        ("2025-06-30\u200b", "2025-06-30"),
        ("٢٠٢٥-٠٦-٣٠", "2025-06-30"),
        ("２０２５-０６-３０", "2025-06-30"),
        ("ngày 30 tháng 6 năm 2025", "2025-06-30"),
        ("Chậm nhất là ngày 01 tháng 3 năm 2027", "2027-03-01"),
        ("ngày 2025-06-30", "2025-06-30"),
        ("đến hết ngày 28/02/2027", "2027-02-28"),
        ("Ðến ngày 28/02/2027", "2027-02-28"),
        ("by 2025-06-30", "2025-06-30"),
        ("Before 2025-06-30", "before 2025-06-30"),
        ("trước 2025-06-30", "before 2025-06-30"),
        ("trước ngày 30/8/2026", "before 2026-08-30"),
        ("trước ngày 20.7.2020", "before 2020-07-20"),
        ("6/2025", "2025-06"),
        ("06/2025", "2025-06"),
        ("2025/6", "2025-06"),
        ("Tháng 10/2025", "2025-10"),
        ("trong tháng 9 năm 2026", "2026-09"),
        ("Q2/2025", "2025-Q2"),
        ("Q2 2025", "2025-Q2"),
        ("2025Q2", "2025-Q2"),
        ("quý II/2025", "2025-Q2"),
        ("Quý IV - 2025", "2025-Q4"),
        ("trong quý III năm 2012", "2012-Q3"),
        ("quý 1 năm 2025", "2025-Q1"),
        ("H1/2025", "2025-H1"),
        ("năm 2025", "2025"),
        ("đến năm 2030", "2030"),
        ("2025-2026", "2025..2026"),
        ("2025 - 2026", "2025..2026"),
        ("giai đoạn 2021-2025", "2021..2025"),
        ("2025 và những năm tiếp theo", "2025.."),
        ("từ năm 2025", "2025.."),
        ("ongoing from 2025", "2025.."),
        ("thường xuyên", "ongoing"),
        ("thu\u031bo\u031b\u0300ng xuye\u0302n", "ongoing"),
        ("Nhiệm vụ thường xuyên", "ongoing"),
        ("ONGOING", "ongoing"),
        ("15 ngày", "15 days"),
        ("15 Days", "15 days"),
        ("15days", "15 days"),
        ("05 ngày làm việc", "5 working days"),
        ("15 business days", "15 working days"),
        ("3 tuần", "3 weeks"),
        ("trong vòng 24 tháng kể từ ngày có hiệu lực", "24 months from effective"),
        ("1 năm kể từ ngày ban hành", "1 year"),
        ("15 ngày kể từ ngày nhận được văn bản", "15 days from received"),
        ("15 ngày kể từ ngày 5/1/2024", "15 days from 2024-01-05"),
        ("hằng năm", "yearly"),
        ("hàng năm", "yearly"),
        ("annually", "yearly"),
        ("every month by 25", "monthly by 25"),
        ("hằng tuần by friday", "weekly by friday"),
        ("each quarter by 20", "quarterly by 20"),
        ("Half yearly by 06-15, 12-01", "half-yearly by 06-15, 12-01"),
        ("half-yearly by 18/6 và 18/12", "half-yearly by 06-18, 12-18"),
        ("trước ngày 25 hằng tháng", "monthly before 25"),
        ("trước quý 2/2025", "2025-03-31"),
        ("trước 16 giờ 00 ngày 25/5/2025", "2025-05-25 16:00"),
        ("ít nhất 3 ngày làm việc trước ngày 07/5/2026", "3 working days before 2026-05-07"),
        ("ngày 10 và 25 hằng tháng", "monthly by 10, 25"),
        ("hằng tháng, trước ngày 05 của tháng sau", "monthly before 5 of next month"),
        ("trong vòng 10 ngày làm việc (quá hạn coi như đồng ý)", "10 working days"),
        ("6 tháng đầu năm 2025", "2025-H1"),
        ("cuối tháng 6/2025", "2025-06-30"),
        ("15 ngày kể từ ngày hoàn thành nhiệm vụ 2", "15 days from task 2"),
    ],
)
def test_what_was_probably_meant_is_proposed_and_not_taken(text: str, meant: str) -> None:
    with pytest.raises(DeadlineProblem) as caught:
        parse(text)
    assert str(caught.value.message) == f"`{text}` is not a deadline"
    assert str(caught.value.help) == f"write {meant}"
    assert write(parse(meant)) == meant


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "~", "null", "Null", "none", "TBD", "tba", "N/A", "-", "?"),
        *("không", "chưa xác định", "sớm", "kịp thời"),
    ],
)
def test_nothing_is_told_to_be_left_out(text: str) -> None:
    with pytest.raises(DeadlineProblem) as caught:
        parse(text)
    assert str(caught.value.help).startswith("leave due out")


@pytest.mark.parametrize(
    "text",
    [
        "2025-W52-1",
        "15 working weeks",
        "15 days from 2024",
        "-5 days",
        "1.5 years",
        "yearly before",
        "weekly by friday from 2024-05",
        "before ongoing",
        "sau ngày 30/6/2025",
        "trước ngày 30/6/2025 hoặc 31/7/2025",
        "quý II/2025 và quý IV/2025",
        "trước ngày 30/8",
        "trong tháng 9 này",
        "15 days from 2#",
        "monthly by 5 of month",
        "15 ngày kể từ ngày nhận đủ hồ sơ",
        "hello {world}",
        "2025-06-30 2025-07-01",
        "1" * 200 + " days",
    ],
)
def test_what_nobody_can_guess_gets_the_forms(text: str) -> None:
    with pytest.raises(DeadlineProblem) as caught:
        parse(text)
    assert str(caught.value.help) == (
        "write a day (2025-06-30), a period (2025-Q2), a count (15 days),"
        " a series (monthly by 25) or ongoing"
    )


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("31/6/2025", "write a day from 2025-06-01 to 2025-06-30"),
        ("06/30/2025", "write a month from 01 to 12"),
        ("hằng quý", "write it with its day, such as quarterly by 31"),
        ("định kỳ hằng tháng", "write it with its day, such as monthly by 31"),
        ("định kỳ 6 tháng", "write it with its day, such as half-yearly by 06-30, 12-31"),
        ("16h75 ngày 30/6/2025", "write an hour from 00:00 to 23:59"),
        ("15 (mười) ngày", "correct the one that is wrong"),
        ("thứ Sáu, ngày 30/8/2026", "correct the one that is wrong"),
    ],
)
def test_what_was_meant_can_be_impossible_too(text: str, help_: str) -> None:
    with pytest.raises(DeadlineProblem) as caught:
        parse(text)
    assert str(caught.value.help) == help_


def test_what_is_too_long_to_be_a_deadline_is_none() -> None:
    longest = f"{15:095} days"
    assert write(parse(longest)) == "15 days"
    with pytest.raises(DeadlineProblem):
        parse(f"0{longest}")
    with pytest.raises(DeadlineProblem):
        parse(f"15 days from {'x' * 101}#2")
    with pytest.raises(DeadlineProblem):
        parse(f"monthly by {', '.join(['5'] * 1_000)}")


def test_a_series_of_many_days_reads_back() -> None:
    month = f"monthly by {', '.join(map(str, range(1, 32)))}"
    assert write(parse(month)) == month
    week = f"weekly by {','.join(Weekday)} of next week from 2024 until 2030"
    assert parse(write(parse(week))) == parse(week)


def test_a_long_text_is_cut_where_it_is_quoted() -> None:
    with pytest.raises(DeadlineProblem) as caught:
        parse("x" * 100_000)
    assert str(caught.value) == "`" + "x" * 60 + "…` is not a deadline"


DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
YEARS = st.integers(FIRST_YEAR, LAST_YEAR)
MONTH_DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(
    lambda day: MonthDay(day.month, day.day)
)


HOURS = st.times().map(lambda hour: hour.replace(second=0, microsecond=0))
REFERENCES = st.builds(
    "{}#{}".format,
    st.sampled_from(("", "25/CT-TTg", "03/NQ-CP@2025", "3772/UBND-KGVX")),
    st.sampled_from(("2", "2.1", "12a")),
)


@st.composite
def anchors(draw: st.DrawFn, every: Every) -> tuple[Anchor, ...]:
    match every:
        case Every.WEEK:
            named = draw(st.sets(st.sampled_from(Weekday), min_size=1))
            return tuple(day for day in Weekday if day in named)
        case Every.MONTH | Every.QUARTER:
            return tuple(sorted(draw(st.sets(st.integers(1, 31), min_size=1, max_size=5))))
        case Every.HALF_YEAR:
            return (
                draw(MONTH_DAYS.filter(lambda day: day.month <= 6)),
                draw(MONTH_DAYS.filter(lambda day: day.month > 6)),
            )
        case Every.YEAR:
            return tuple(sorted(draw(st.sets(MONTH_DAYS, max_size=4))))


@st.composite
def series(draw: st.DrawFn) -> Series:
    every = draw(st.sampled_from(Every))
    days = draw(anchors(every))
    first, last = sorted((draw(YEARS), draw(YEARS)))
    hour = draw(st.none() | HOURS) if days else None
    return Series(
        every,
        days,
        strict=bool(days) and hour is None and draw(st.booleans()),
        first=draw(st.sampled_from((first, None))),
        last=draw(st.sampled_from((last, None))),
        hour=hour,
        following=bool(days) and every is not Every.HALF_YEAR and draw(st.booleans()),
    )


PERIODS = st.one_of(
    st.builds("{}-{:02}".format, YEARS, st.integers(1, 12)),
    st.builds("{}-Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("{}-H{}".format, YEARS, st.integers(1, 2)),
    YEARS.map(str),
    st.tuples(YEARS, YEARS).map(lambda years: f"{min(years)}..{max(years)}"),
).map(parse)
AMOUNTS = st.integers(1, 100)
UNITS = st.sampled_from(Unit)
BASES = st.sampled_from(Base) | DAYS
COUNTS = st.builds(Count, AMOUNTS, UNITS, BASES | st.builds(Completion, REFERENCES))
DEADLINES = st.one_of(
    st.builds(Day, DAYS, st.none() | HOURS),
    st.builds(Ahead, AMOUNTS, UNITS, BASES),
    st.builds(Before, DAYS),
    PERIODS,
    COUNTS,
    series(),
    st.builds(Ongoing, st.none() | YEARS),
)


@given(DEADLINES)
def test_what_is_written_reads_back(deadline: Deadline) -> None:
    assert parse(write(deadline)) == deadline


TOKENS = """
before by from until , .. - / 0 1 05 15 25 31 99 2024 2025 2025.. ..2026 2025..2026 12-15 06-31
2024-06 2024-Q2 2024-q9 2024-H1 2024-06-30 2024-02-30 30/6/2025 day days working weeks month
months year s issued received effective weekly monthly quarterly half-yearly yearly friday ongoing
trước ngày tháng quý II năm hằng thường xuyên kể từ và
"""
PHRASES = st.lists(st.sampled_from(TOKENS.split()), max_size=9).flatmap(
    lambda words: st.sampled_from(("", " ", "  ", "\u00a0")).map(lambda gap: gap.join(words))
)
TEXTS = st.text() | PHRASES | st.text("0123456789-./ qQhH²٣", max_size=12)


@st.composite
def slips(draw: st.DrawFn) -> str:
    """A deadline's text with a few characters lost, doubled or exchanged."""
    text = write(draw(DEADLINES))
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    return text[:start] + draw(st.text("0123456789-. sqQhHT", max_size=3)) + text[end:]


def _outcome(text: str) -> Deadline | DeadlineProblem:
    try:
        return parse(text)
    except DeadlineProblem as problem:
        return problem


@given(TEXTS)
@example("\ud800")
@example("ﷺ" * 100)
@example("1" * 5000)
@example("{text}")
def test_a_text_is_a_deadline_or_a_problem_with_a_remedy(text: str) -> None:
    match _outcome(text):
        case DeadlineProblem(message=message, help=help_):
            assert str(message)
            assert help_ is not None
            assert str(help_)
            if help_.template == "write {deadline}":
                parse(str(dict(help_.values)["deadline"]))
        case deadline:
            assert parse(write(deadline)) == deadline


@given(slips() | PHRASES)
@example("2025..2025")
@example("015 working-day from  issued")
@example("2024-q2")
def test_nothing_is_read_as_something_else(text: str) -> None:
    match _outcome(text):
        case DeadlineProblem() | Series(every=Every.HALF_YEAR) | Series(anchors=(_, _, *_)):
            pass  # days in another order, or twice
        case Day(hour=time()) | Series(hour=time()) as deadline:
            assert _bare(write(deadline)) == _bare(text).replace("before", "by").removeprefix("by")
        case deadline:
            assert _bare(write(deadline)) == _bare(text)


def _bare(text: str) -> str:
    """The text without the differences that are harmless."""
    bare = re.sub(r"\s", "", text).replace("working-", "working").replace("fromissued", "")
    bare = re.sub(r"(?<![0-9-])0+(?=[0-9])", "", bare)
    bare = re.sub(r"(day|week|month|year)s", r"\1", bare)
    bare = re.sub(r"^([0-9]{4})\.\.\1$", r"\1", bare)
    return re.sub(r"(?<=-)[qh](?=[0-9])", lambda letter: letter[0].upper(), bare)
