"""Columns of shares put together are those of all files at once, byte by byte."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stcli.index.about import DIRECTIVE, DOUBTFUL, About
from stcli.index.damage import Damaged
from stcli.index.entries import Entry, Head, Row, sections
from stcli.index.joining import NEEDED, Joined
from stcli.index.making import NOTHING, about_joined, about_of
from stcli.index.segment import Segment, written
from stcli.model import Directive, Tracker
from stcli.numbers import comparison_key
from stcli.references import References

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stcli.index.joining import Share

ABOUT = About("p", "r", "n", "", 1, 2, 3, 0, 7, "", "")
texts = st.sampled_from(("", "a", "Về việc", "\udc80", "x" * 300))
numbers = st.sampled_from(("1/CT-X", "01/ct-x", "2/CT-X ", "3/QĐ-Y"))
days = st.integers(1, 4).map(lambda month: date(2025, month, 1).toordinal())
some_days = st.just(0) | days
hours = st.sampled_from(("", "", "16:00"))
open_tasks = st.builds(Row, days, *[some_days] * 3, *[st.integers(0, 9)] * 2, hours, *[texts] * 6)
rest = st.builds(Row, *[some_days] * 4, *[st.integers(0, 9)] * 2, hours, *[texts] * 6)


@st.composite
def heads(draw: st.DrawFn) -> Head:
    called = (draw(numbers), *draw(st.lists(numbers, max_size=1)))
    keys = tuple(dict.fromkeys(map(comparison_key, called)))
    mentions = tuple(draw(st.lists(texts, max_size=2)))
    return Head(called[0], draw(texts), draw(texts), called[1:], keys, mentions, draw(days))


@st.composite
def entries(draw: st.DrawFn) -> list[Entry]:
    paths = draw(st.lists(st.text("abZ/é\udc80", min_size=1, max_size=4), max_size=8, unique=True))
    return [draw(_entry(path)) for path in paths]


@st.composite
def _entry(draw: st.DrawFn, path: str) -> Entry:
    stamp = tuple(draw(st.lists(st.integers(0, 9), min_size=4, max_size=4)))
    kind = draw(st.sampled_from((0, DOUBTFUL)))
    made = Entry(path, stamp, bytes(16), kind, found=draw(texts))
    if draw(st.integers(0, 4)) == 0:
        return made
    return made._replace(
        kind=kind | DIRECTIVE,
        head=draw(heads()),
        since=draw(days),
        until=draw(days),
        counts=tuple(draw(st.lists(st.integers(0, 9), min_size=6, max_size=6))),
        open=tuple(draw(st.lists(open_tasks, max_size=4))),
        rest=tuple(draw(st.lists(rest, max_size=4))),
        model=draw(st.binary(max_size=5)),
    )


def share(some: Sequence[Entry]) -> Share:
    made = sections(about_of(some), some, (), "")
    return {name: made[name] for name in NEEDED}


def names(some: Sequence[Entry]) -> list[str]:
    """The names as they are made of all directives."""
    made = [
        Directive(
            one.head.number,
            one.head.title,
            one.head.issuer,
            date.fromordinal(one.head.issued),
            aliases=one.head.aliases,
        )
        if one.kind & DIRECTIVE
        else None
        for one in some
    ]
    references = References(Tracker(tuple(filter(None, made))))
    return [references.name(one) if one else "" for one in made]


@given(entries(), st.lists(st.integers(1, 7)))
def test_joined_shares_are_what_all_files_are_at_once(some: list[Entry], cuts: list[int]) -> None:
    places = sorted({0, *(cut for cut in cuts if cut < len(some))})
    shares = [
        share(some[start:end])
        for start, end in zip(places, [*places[1:], len(some)], strict=True)
        if some
    ]
    joined = Joined(shares, [one.path for one in some])
    made = {name: b"".join(content) for name, content in joined.sections(ABOUT, "office")}
    assert made == dict(sections(ABOUT, some, names(some), "office"))
    known = about_joined(joined, "r", NOTHING)
    assert known._replace(name="") == about_of(some, "r")._replace(name="")
    opened = Segment.of(written(made))
    assert all(opened.whole(name) == content for name, content in made.items())


def test_what_ends_a_text_within_one_is_not_taken_for_its_end() -> None:
    task = Row(5, 0, 5, 0, 0, 0, "", "#1", "a", "one\0two", "", "", "")
    entry = Entry("a", (0,) * 4, bytes(16), DIRECTIVE, Head("1", issued=5), open=(task,))
    with pytest.raises(Damaged):
        [list(one) for _, one in Joined([share([entry])], ["a"]).sections(ABOUT, "")]
