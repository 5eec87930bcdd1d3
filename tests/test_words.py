from __future__ import annotations

import re
from datetime import date

import pytest
from catalogue import ROOT, calls, fields, sentences, templates_of
from hypothesis import given
from hypothesis import strategies as st

from stcli import deadlines
from stcli.deadlines import Deadline, Unit
from stcli.messages import say
from stcli.states import State
from stcli.words import (
    Language,
    Share,
    day,
    deadline,
    name,
    number,
    share,
    short_name,
    translate,
)
from stcli.words.translation import LONGEST_LINE, LONGEST_VALUE
from stcli.words.vietnamese import CATALOGUE

EN, VI = Language.ENGLISH, Language.VIETNAMESE


def test_days() -> None:
    assert day(date(2025, 6, 3), EN) == "2025-06-03"
    assert day(date(2025, 6, 3), VI) == "03/06/2025"


@pytest.mark.parametrize(
    ("value", "english", "vietnamese"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (16051, "16,051", "16.051"),
        (1234567, "1,234,567", "1.234.567"),
        (1234.5, "1,234.5", "1.234,5"),
        (-1234, "-1,234", "-1.234"),
    ],
)
def test_numbers(value: float, english: str, vietnamese: str) -> None:
    assert number(value, EN) == english
    assert number(value, VI) == vietnamese


@pytest.mark.parametrize(
    ("part", "base", "vietnamese"),
    [
        (14068, 16274, "86,4%"),
        (2501, 2723, "91,8%"),  # as published for the tasks due by 22/9/2016
        (0, 46, "0%"),
        (46, 46, "100%"),
        (1, 100_000, "0,1%"),  # something is not nothing
        (99_999, 100_000, "99,9%"),  # and not everything is not all
        (1, 8, "12,5%"),
        (1, 16, "6,3%"),  # 6,25: half up
        (2, 3, "66,7%"),
        (1, 4, "25,0%"),
        (0, 0, "–"),
    ],
)
def test_shares(part: int, base: int, vietnamese: str) -> None:
    assert share(part, base, VI) == vietnamese
    assert share(part, base, EN) == vietnamese.replace(",", ".")


@given(st.integers(1, 10_000), st.integers(1, 10_000))
def test_only_nothing_is_0_and_only_everything_is_100_percent(part: int, base: int) -> None:
    part = min(part, base)
    said = share(part, base, EN)
    assert (said == "100%") == (part == base)
    assert said != "0%"
    assert abs(float(said.rstrip("%")) - 100 * part / base) <= 0.1 + 1e-9


@pytest.mark.parametrize(
    ("written", "vietnamese"),
    [
        ("2024-06-30", "30/06/2024"),
        ("before 2024-06-30", "trước ngày 30/06/2024"),
        ("2024-02", "tháng 02 năm 2024"),
        ("2024-03", "tháng 3 năm 2024"),
        ("2024-Q2", "quý II năm 2024"),
        ("2024-Q4", "quý IV năm 2024"),
        ("2024-H1", "6 tháng đầu năm 2024"),
        ("2024-H2", "6 tháng cuối năm 2024"),
        ("2024", "năm 2024"),
        ("2025..2026", "giai đoạn 2025-2026"),
        ("15 days", "15 ngày kể từ ngày ban hành"),
        ("5 working days from received", "05 ngày làm việc kể từ ngày nhận văn bản"),
        ("3 weeks from effective", "03 tuần kể từ ngày có hiệu lực"),
        ("2 months from 2024-01-05", "02 tháng kể từ ngày 05/01/2024"),
        ("1 year", "01 năm kể từ ngày ban hành"),
        ("ongoing", "thường xuyên"),
        ("2025..", "năm 2025 và những năm tiếp theo"),
        ("weekly by friday", "hằng tuần, chậm nhất thứ Sáu"),
        ("monthly before 25", "hằng tháng, trước ngày 25"),
        ("quarterly by 20", "hằng quý, chậm nhất ngày 20 tháng cuối quý"),
        ("half-yearly by 06-15, 12-01", "6 tháng một lần, chậm nhất ngày 15/6 và ngày 01/12"),
        ("yearly", "hằng năm"),
        ("yearly by 02-15 from 2024", "hằng năm, chậm nhất ngày 15/02, từ năm 2024"),
        ("yearly until 2030", "hằng năm, đến năm 2030"),
        (
            "monthly by 5 from 2024 until 2030",
            "hằng tháng, chậm nhất ngày 05, từ năm 2024 đến năm 2030",
        ),
        ("2025-05-25 16:00", "16 giờ 00 ngày 25/05/2025"),
        ("2025-05-25 08:30", "08 giờ 30 ngày 25/05/2025"),
        ("3 working days before 2026-05-07", "ít nhất 03 ngày làm việc trước ngày 07/05/2026"),
        ("15 days before effective", "ít nhất 15 ngày trước ngày có hiệu lực"),
        ("15 days from task 2", "15 ngày kể từ ngày hoàn thành nhiệm vụ 2"),
        ("1 month from 25/CT-TTg#2", "01 tháng kể từ ngày hoàn thành nhiệm vụ 25/CT-TTg#2"),
        ("monthly by 10, 25", "hằng tháng, chậm nhất ngày 10 và ngày 25"),
        ("monthly by 10, 20, 30", "hằng tháng, chậm nhất ngày 10, ngày 20 và ngày 30"),
        ("weekly by monday, friday", "hằng tuần, chậm nhất thứ Hai và thứ Sáu"),
        ("weekly by friday 16:00", "hằng tuần, chậm nhất 16 giờ 00 thứ Sáu"),
        ("weekly by monday of next week", "hằng tuần, chậm nhất thứ Hai tuần sau"),
        ("monthly before 5 of next month", "hằng tháng, trước ngày 05 tháng sau"),
        ("quarterly before 15 of next month", "hằng quý, trước ngày 15 tháng đầu quý sau"),
        ("yearly before 01-10 of next year", "hằng năm, trước ngày 10/01 năm sau"),
    ],
)
def test_deadlines(written: str, vietnamese: str) -> None:
    parsed = deadlines.parse(written)
    assert deadline(parsed, VI) == vietnamese
    assert deadline(parsed, EN) == written


COUNTS = st.builds(
    deadlines.Count, st.integers(1, 99), st.sampled_from(Unit), st.sampled_from(deadlines.Base)
)


@given(COUNTS)
def test_any_count_has_words(count: Deadline) -> None:
    assert re.fullmatch(r"\d\d+ [^\d]+ kể từ ngày [^\d]+", deadline(count, VI))


@pytest.mark.parametrize(
    ("state", "vietnamese"),
    [
        (State.DONE, "hoàn thành đúng hạn"),
        (State.DONE_LATE, "hoàn thành quá hạn"),
        (State.OPEN, "chưa hoàn thành, trong hạn"),
        (State.DUE_SOON, "sắp đến hạn"),
        (State.OVERDUE, "chưa hoàn thành, quá hạn"),
        (State.ONGOING, "thường xuyên"),
        (State.CANCELLED, "bị hủy"),
        (State.RETURNED, "trả lại"),
    ],
)
def test_states_have_their_official_names(state: State, vietnamese: str) -> None:
    assert translate(name(state), VI) == vietnamese


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("naming", [name, short_name])
def test_no_two_states_have_one_name(naming: object, language: Language) -> None:
    assert callable(naming)
    assert len({translate(naming(state), language) for state in State}) == len(State)


def test_values_are_said_in_the_language() -> None:
    message = say(
        "{tasks} as of {day}",
        tasks=say("{count} tasks", count=1234),
        day=date(2025, 6, 3),
    )
    assert translate(message, VI) == "1.234 nhiệm vụ tính đến ngày 03/06/2025"
    assert translate(message, EN) == "1,234 tasks as of 2025-06-03"


def test_any_kind_of_value_can_be_said() -> None:
    message = say(
        "{text}, {state}, {share}, {deadline}, {list}, {number}",
        text="a {b} %s",
        state=State.OVERDUE,
        share=Share(1, 3),
        deadline=deadlines.parse("2024-Q2"),
        list=("x", date(2025, 1, 2)),
        number=2.5,
    )
    assert translate(message, VI) == (
        "a {b} %s, quá hạn, 33,3%, quý II năm 2024, x, 02/01/2025, 2,5"
    )


def test_a_long_value_is_cut() -> None:
    said = translate(say("`{text}` is long", text="á" * 1_000_000), VI)
    assert said == f"`{'á' * LONGEST_VALUE}…` is long"
    exact = "á" * LONGEST_VALUE
    assert translate(say("{text}", text=exact), EN) == exact


def test_a_sentence_without_a_translation_stays_english() -> None:
    assert translate(say("nobody ever said this of {what}", what=5), VI) == (
        "nobody ever said this of 5"
    )


def test_english_needs_no_catalogue() -> None:
    for template in CATALOGUE:
        values = dict.fromkeys(fields(template), "x")
        expected = template.format_map(values) if values else template
        assert translate(say(template, **values), EN) == expected


TEXT = """A task has a lead agency.

An explanation that nobody
has translated: {a: b}.

Wrong:

    - {id: 1, title: x}

    - {id: 2}"""


def test_a_text_is_translated_paragraph_by_paragraph_and_examples_stay() -> None:
    text = say(TEXT)
    assert str(text) == TEXT
    assert translate(text, EN) == TEXT
    assert translate(text, VI) == TEXT.replace("Wrong:", "Sai:").replace(
        "A task has a lead agency.", "Nhiệm vụ phải có cơ quan chủ trì."
    )


def test_a_paragraph_is_found_however_it_is_broken_and_broken_anew() -> None:
    text = say(
        "It would be overdue from its first day. Mostly\nthe year is mistyped. It is a warning,\n"
        "as documents that were signed late do hold such deadlines: allow it on the line then."
    )
    said = translate(text, VI)
    assert said.startswith("Nếu không, nhiệm vụ quá hạn")
    assert len(said.splitlines()) > 1
    assert all(LONGEST_LINE - 20 < len(line) <= LONGEST_LINE for line in said.splitlines()[:-1])
    indented = translate(say(f"x\n\n    {' '.join(text.template.split())}"), VI)
    assert all(line.startswith("    ") for line in indented.splitlines()[2:])
    assert max(map(len, indented.splitlines())) <= LONGEST_LINE


def test_braces_stand_for_themselves_where_nothing_is_filled_in() -> None:
    assert str(say("a {b} {{c}}")) == "a {b} {{c}}"
    assert translate(say("a {b} {{c}}"), VI) == "a {b} {{c}}"
    assert not [text for text in sentences() if "{{" in text and not fields(text)]


def test_the_values_of_a_call_are_the_fields_of_its_template() -> None:
    for path in sorted(ROOT.rglob("*.py")):
        for call in calls(path):
            given_values = {keyword.arg for keyword in call.keywords}
            for template in templates_of(call):
                if None not in given_values:  # say(template, **values): not seen from here
                    where = f"{path.name}:{call.lineno}"
                    assert fields(template) == given_values, where
