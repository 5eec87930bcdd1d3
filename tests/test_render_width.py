from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stcli.render.bars import bar
from stcli.render.fit import GAP, Extent, fit
from stcli.render.width import pad, width
from stcli.views.status import Counts

VIETNAMESE = "Ủy ban nhân dân tỉnh Quảng Ngãi"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        (VIETNAMESE, 31),
        (unicodedata.normalize("NFD", VIETNAMESE), 31),
        ("日本語", 6),
        ("e\u0301", 1),
        ("━┅░│└ → ✗", 9),
        ("😀", 2),
        ("＝1", 3),
    ],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.text())
def test_the_width_of_parts_adds_up(text: str) -> None:
    assert width(text) == sum(width(character) for character in text)


def test_pad() -> None:
    assert pad("日本", 6) == "日本  "
    assert pad("12", 5, right=True) == "   12"
    assert pad("long", 2) == "long"


def test_columns_that_fit_get_what_they_want() -> None:
    assert fit([Extent(5, 5), Extent(4, 9)], 40) == {0: 5, 1: 9}


def test_room_that_is_left_goes_to_titles_last() -> None:
    assert fit([Extent(3, 3, title=10), Extent(4, 20)], 24) == {0: 3, 1: 19}
    assert fit([Extent(3, 3, title=10), Extent(4, 20)], 25) == {0: 3, 1: 20}
    assert fit([Extent(3, 3, title=10), Extent(4, 20)], 28) == {0: 6, 1: 20}
    assert fit([Extent(3, 3, title=10), Extent(4, 20)], 99) == {0: 10, 1: 20}


def test_the_highest_rank_goes_first() -> None:
    extents = [Extent(10, 10), Extent(10, 10, rank=1), Extent(10, 10, rank=2), Extent(10, 10)]
    assert list(fit(extents, 46)) == [0, 1, 2, 3]
    assert list(fit(extents, 45)) == [0, 1, 3]
    assert list(fit(extents, 33)) == [0, 3]
    assert fit(extents, 5) == {0: 10, 3: 10}


def test_the_least_greedy_leaves_room_to_others() -> None:
    assert fit([Extent(5, 8), Extent(5, 50)], 30) == {0: 8, 1: 20}


EXTENTS = st.lists(
    st.builds(
        lambda least, more, title, rank: Extent(least, least + more, title, rank),
        st.integers(1, 20),
        st.integers(0, 40),
        st.integers(0, 20),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=8,
)


@given(EXTENTS, st.integers(1, 200))
def test_fitted_columns_are_readable_and_never_wider_than_the_room(
    extents: list[Extent], room: int
) -> None:
    widths = fit(extents, room)
    assert all(extents[at].least <= wide for at, wide in widths.items())
    assert all(wide <= max(extents[at].full, extents[at].title) for at, wide in widths.items())
    assert {at for at, one in enumerate(extents) if one.rank == 0} <= set(widths)
    if any(extents[at].rank for at in widths):
        assert sum(widths.values()) + GAP * (len(widths) - 1) <= room


NUMBERS = st.integers(0, 2000)


@given(
    st.builds(Counts, NUMBERS, NUMBERS, NUMBERS, st.just(0), NUMBERS, NUMBERS), st.integers(6, 60)
)
def test_a_bar_is_as_long_as_its_room_and_shows_every_state(counts: Counts, columns: int) -> None:
    drawn = bar(counts, columns)
    shown = (counts.done, counts.done_late, counts.overdue, counts.open, counts.ongoing)
    assert sum(len(text) for text, _ in drawn) == (columns if any(shown) else 0)
    assert len(drawn) == sum(number > 0 for number in shown)


def test_a_bar_is_in_proportion() -> None:
    drawn = bar(Counts(done=5, open=10, due_soon=5), 20)
    assert sorted(len(text) for text, _ in drawn) == [6, 7, 7]
