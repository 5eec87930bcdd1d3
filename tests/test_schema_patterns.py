"""The patterns of JSON Schema and the parsers take the same texts."""

from __future__ import annotations

import re
from itertools import product

import pytest
import regress
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic_core import SchemaValidator, ValidationError

from stcli.days import FIRST_YEAR, LAST_YEAR
from stcli.deadlines import (
    DeadlineProblem,
    Every,
    Unit,
    Weekday,
    grammar,
    parse,
    parse_day,
    period_name,
)
from stcli.schema import patterns
from stcli.schema.fields import LONGEST_NUMBER
from stcli.schema.kinds import IDENTIFIER, IDENTIFIER_PATTERN, TEXT, TEXT_PATTERN, Kind
from stcli.schema.kinds import whole_number as whole_numbers

YEARS = range(FIRST_YEAR - 2, LAST_YEAR + 4)
SPACES = " \t\n\u00a0\u2003\u3000"
"""White space that a file can hold; others are refused before anything is read."""


def matcher(pattern: str) -> regress.Regex:
    return regress.Regex(pattern, "u")


DAY, PERIOD, DEADLINE = map(matcher, (patterns.DAY, patterns.PERIOD, patterns.DEADLINE))


def matches(pattern: regress.Regex, text: str) -> bool:
    return pattern.find(text) is not None


def is_day(text: str) -> bool:
    try:
        parse_day(text)
    except DeadlineProblem:
        return False
    return True


def is_deadline(text: str) -> bool:
    """Tell whether a text is a deadline, or of the grammar with years that run backwards."""
    try:
        parse(text)
    except DeadlineProblem:
        return runs_backwards(" ".join(text.split()))
    return True


def runs_backwards(words: str) -> bool:
    try:
        grammar.read(words)
    except DeadlineProblem as problem:
        if problem.message.template == "{text} runs backwards":
            rest = words.partition(" from ")[0]  # what the years stand behind, unless they are all
            return rest == words or is_deadline(rest)
    return False


def test_every_day_and_no_other() -> None:
    for year, month, day in product(YEARS, range(14), (0, 1, 9, 10, 27, 28, 29, 30, 31, 32)):
        text = f"{year}-{month:02}-{day:02}"
        assert matches(DAY, text) == is_day(text), text
    for text in (
        "",
        " 2024-01-01",
        "2024-01-01 ",
        "2024-01-01\n",
        "2024-1-1",
        "20240101",
        "٢٠٢٤-01-01",
    ):
        assert not matches(DAY, text)
        assert not is_day(text)


def test_every_period_and_no_other() -> None:
    parts = (
        *("", "-", "-Q0", "-q1", "-Q4", "-Q5", "-h1", "-H2", "-H3", "-W00", "-W1", "-w01", "-W54"),
        *("-00", "-01", "-12", "-13", "-1", "-W52", "-W53", "-01-31", "-02-28", "-02-29", "-02-30"),
        *("-04-31", "-12-31", "-12-32"),
    )
    for year, part in product(YEARS, parts):
        text = f"{year}{part}"
        assert matches(PERIOD, text) == (period_name(text) is not None), text
        assert matches(PERIOD, f" \n{text}\t") == matches(PERIOD, text)


def listed(one: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    commas = st.sampled_from((", ", ",", " , ", " ,", ",, "))
    return st.lists(st.tuples(one, commas), min_size=1, max_size=3).map(
        lambda some: "".join(f"{word}{comma}" for word, comma in some[:-1]) + some[-1][0]
    )


years = st.integers(FIRST_YEAR - 1, LAST_YEAR + 1).map(str) | st.sampled_from(("2024", "2025"))
month_days = st.builds("{:02}-{:02}".format, st.integers(0, 13), st.integers(0, 32))
days = st.builds("{}-{}".format, years, month_days)
hours = st.builds("{:02}:{:02}".format, st.integers(0, 25), st.integers(0, 61))
numbers = st.integers(0, 33).map(str) | st.integers(0, 9).map("0{}".format)
amounts = st.one_of(
    st.integers(0, 200).map(str),
    st.sampled_from([str(most + more) for most in grammar.MOST.values() for more in (-1, 0, 1)]),
    st.integers(0, 99).map("00{}".format),
)
units = st.sampled_from([unit.replace("-", " ") for unit in Unit] + ["working-day", "fortnight"])
lengths = st.builds("{} {}{}".format, amounts, units, st.sampled_from(("", "s")))
tasks = st.sampled_from(("task 2", "#2", "25/CT-TTg#2", "task #2", "25/CT-TTg", "a b#2", "task"))
bases = days | tasks | st.sampled_from(("issued", "received", "effective", "done", "today"))
anchors = listed(st.sampled_from((*Weekday, "sun")) | numbers | month_days)
ends = st.lists(
    st.one_of(
        st.builds("of next {}".format, st.sampled_from(("week", "month", "year", "quarter"))),
        hours,
        st.builds("from {}".format, years),
        st.builds("until {}".format, years),
    ),
    max_size=3,
)
series = st.builds(
    lambda every, by, anchor, more: " ".join((every, by, anchor, *more)),
    st.sampled_from((*Every, "daily")),
    st.sampled_from(("by", "before", "on")),
    anchors,
    ends,
)
FITTING = {
    Every.WEEK: st.sampled_from((*Weekday,)),
    Every.MONTH: numbers,
    Every.QUARTER: numbers,
    Every.HALF_YEAR: month_days,
    Every.YEAR: month_days,
}
fitting = st.sampled_from(Every).flatmap(
    lambda every: st.builds(
        lambda by, anchor, more: " ".join((every, by, anchor, *more)),
        st.sampled_from(("by", "before")),
        listed(FITTING[every]),
        ends,
    )
)
texts = st.one_of(
    days,
    st.builds("{} {}".format, days, hours),
    st.builds("before {}".format, days),
    st.builds("before {} {}".format, days, hours),
    st.builds(
        "{}{}".format, years, st.sampled_from(("", "-Q1", "-q5", "-H2", "-h3", "-06", "-13"))
    ),
    st.builds("{}{}{}".format, years, st.sampled_from(("..", " .. ", "...")), years | st.just("")),
    lengths,
    st.builds("{} {} {}".format, lengths, st.sampled_from(("from", "before", "after")), bases),
    series,
    fitting,
    st.builds("{} {}".format, st.sampled_from((*Every,)), ends.map(" ".join)),
    st.sampled_from(("ongoing", "Ongoing", "yearly", "weekly", "")),
)


@st.composite
def slips(draw: st.DrawFn) -> str:
    """Give a text of the grammar, as it is or with a sign put in, taken out or doubled."""
    text: str = draw(texts)
    at = draw(st.integers(0, len(text)))
    kept = draw(st.integers(at - 1, at + 1))
    put = draw(st.text(f"0129 -,.:#QqHWs{SPACES}", max_size=2))
    slipped: str = text[:at] + put + text[max(kept, 0) :]
    return slipped if draw(st.booleans()) else text


@settings(max_examples=1500)
@given(slips())
@example("monthly by 1" + ", 1" * 40)
@example("15 days from " + "a" * 100 + "#" + "b" * 100)
@example("15 days from " + "a" * 101 + "#1")
@example("15 days from task " + "b" * 101)
@example("half-yearly by 12-01 ,06-15 16:00 from 2024 until 2025")
@example("half-yearly by 06-15, 06-16")
def test_a_text_is_a_deadline_if_it_matches(text: str) -> None:
    assert matches(DEADLINE, text) == is_deadline(text)
    assert matches(DEADLINE, text) == bool(re.search(patterns.DEADLINE, text))


@settings(max_examples=500)
@given(
    st.from_regex(
        patterns.DEADLINE,
        fullmatch=True,
        alphabet=f"{SPACES}#,-./0123456789:HQabcdefghiklmnopqrstuvwy",
    )
)
def test_what_matches_is_a_deadline(text: str) -> None:
    assert matches(DEADLINE, text)
    assert is_deadline(text)


@given(slips())
def test_a_text_is_a_day_or_period_if_it_matches(text: str) -> None:
    assert matches(DAY, text) == is_day(text)
    assert matches(PERIOD, text) == (period_name(text) is not None)


@pytest.mark.parametrize(
    ("pattern", "kind"), [(TEXT_PATTERN, TEXT), (IDENTIFIER_PATTERN, IDENTIFIER)]
)
@given(st.text(st.characters(exclude_categories=["C"]) | st.sampled_from(f"1#/@{SPACES}")))
def test_a_text_is_taken_by_the_engine_if_it_matches(pattern: str, kind: Kind, text: str) -> None:
    assert matches(matcher(pattern), text) == taken(kind, text)


@pytest.mark.parametrize(("low", "high"), [(0, 0), (0, 99), (0, 100), (1, 28), (0, 366), (7, 1205)])
def test_a_whole_number_is_taken_if_it_matches(low: int, high: int) -> None:
    kind = whole_numbers(low, high)
    pattern = matcher(patterns.whole_number(low, high, digits=LONGEST_NUMBER))
    for number in range(1500):
        for text in (f"{number}", f"{number:09}", f"{number:010}", f"0{number}", f"-{number}"):
            assert matches(pattern, text) == taken(kind, text), text
    for text in ("", " 1", "1 ", "1\n", "+1", "1.0", "١", "1_0"):
        assert matches(pattern, text) == taken(kind, text), text


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_between(low: int, high: int, number: int) -> None:
    low, high = sorted((low, high))
    pattern = matcher(f"^(?:{patterns.between(low, high)})$")
    for one in (number, low - 1, low, high, high + 1):
        assert matches(pattern, str(one)) == (low <= one <= high)


def taken(kind: Kind, text: str) -> bool:
    try:
        SchemaValidator(kind.core).validate_python(text)
    except ValidationError:
        return False
    return True
