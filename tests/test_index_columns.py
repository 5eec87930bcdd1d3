"""Columns of texts: each text once, or texts in blocks of which a stretch can be read alone."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stcli.index.columns import (
    BLOCK,
    CODE,
    ENDS,
    coded,
    decoded,
    dictionary,
    distinct,
    in_blocks,
    repeated,
)
from stcli.index.damage import Damaged
from stcli.index.segment import Segment, encoded, written

TEXTS = st.text(st.characters(exclude_characters="\0"), max_size=5)
ALL = 3 * BLOCK + 5


def titles(count: int) -> list[str]:
    return [f"Kế hoạch số {number} {'x' * (number % 90)}" for number in range(count)]


def sections_of(texts: list[str]) -> dict[str, bytes]:
    ends = array("q")
    content = b"".join(in_blocks(map(encoded, texts), ends))
    return {"tasks": content, f"tasks{ENDS}": ends.tobytes()}


def segment_of(texts: list[str]) -> Segment:
    return Segment.of(written(sections_of(texts)))


@given(st.lists(TEXTS), st.slices(9))
def test_texts_kept_once_stand_where_they_stood(texts: list[str], span: slice) -> None:
    segment = Segment.of(written({"marks": dictionary(texts)}))
    assert list(repeated(segment, "marks", len(texts))) == texts
    found = repeated(segment, "marks", len(texts), span)
    assert list(found) == texts[span]
    assert sorted(found.values.values()) == sorted(set(texts[span]))
    if len(set(texts)) > 1:
        with pytest.raises(Damaged):
            repeated(segment, "marks", len(texts) + 1)


def test_a_text_that_stands_in_a_million_places_takes_no_room_for_each() -> None:
    content = dictionary(["Sở A"] * 1_000_000)
    assert len(content) < 100
    known, codes = decoded(content, 1_000_000)
    assert known == ["Sở A"]
    assert len(codes) == 1_000_000


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\1",
        bytes(7),
        b"\xff" * 8,  # longer than there is
        (1).to_bytes(8, "little") + b"\xff",  # no text
        (3).to_bytes(8, "little") + b"a\0b" + bytes(7),  # half of a number
        (3).to_bytes(8, "little") + b"a\0b" + bytes(4),  # one of two numbers
    ],
)
def test_what_is_no_dictionary_is_not_believed(content: bytes) -> None:
    with pytest.raises(Damaged):
        decoded(content, 2)


def test_a_number_without_a_text_is_not_believed() -> None:
    content = (3).to_bytes(8, "little") + b"a\0b" + array(CODE, (0, 2)).tobytes()
    segment = Segment.of(written({"marks": content}))
    with pytest.raises(IndexError):
        repeated(segment, "marks", 2)


def test_what_ends_a_text_cannot_stand_in_one() -> None:
    with pytest.raises(Damaged):
        dictionary(["a", "b\0c"])
    with pytest.raises(Damaged):
        coded({"b\0c": 0}, array(CODE, (0,)))


@pytest.mark.parametrize("count", [0, 1, 2, BLOCK - 1, BLOCK, BLOCK + 1, ALL])
def test_texts_in_blocks_are_the_same_made_at_once_or_one_after_the_other(count: int) -> None:
    texts = titles(count)
    segment = segment_of(texts)
    found = distinct(segment, "tasks", count, 0, count)
    assert list(found) == segment.texts("tasks", count) == texts
    assert len(found) == count
    assert found[::-2] == texts[::-2]
    if count:
        assert (found[0], found[-1], found[:3]) == (texts[0], texts[-1], texts[:3])
        with pytest.raises(IndexError):
            found[count]


@given(st.integers(0, ALL), st.integers(0, ALL), st.slices(ALL))
@example(0, BLOCK, slice(BLOCK, -2 * BLOCK - 5))  # which ends before it begins
def test_a_stretch_of_texts_is_what_stands_there(first: int, last: int, some: slice) -> None:
    found = distinct(LONG, "tasks", ALL, first, last)
    own = LONG_TEXTS[first:last]
    assert list(found) == own
    assert found[some] == own[some]


LONG_TEXTS = titles(ALL)
LONG = segment_of(LONG_TEXTS)


@pytest.mark.parametrize("first", [0, BLOCK, 2 * BLOCK])
def test_no_more_is_read_than_the_blocks_that_are_asked_for(first: int) -> None:
    sections = sections_of(LONG_TEXTS)
    changed = sections["tasks"].replace(b"s\xe1\xbb\x91 1030 ", b"s\xe1\xbb\x92 1030 ")
    assert changed != sections["tasks"]
    segment = Segment.of(written({**sections, "tasks": changed}))
    if first == BLOCK:
        with pytest.raises(Damaged):
            distinct(segment, "tasks", ALL, first, first + 1)
    else:
        assert list(distinct(segment, "tasks", ALL, first, first + 1)) == [LONG_TEXTS[first]]


@given(st.lists(st.integers(-5, 200_000), min_size=8, max_size=8))
def test_ends_that_make_no_sense_are_not_believed(ends: list[int]) -> None:
    sections = sections_of(LONG_TEXTS)
    made = array("q", ends).tobytes()
    if made != sections[f"tasks{ENDS}"]:
        with pytest.raises(Damaged):
            distinct(Segment.of(written({**sections, f"tasks{ENDS}": made})), "tasks", ALL, 0, ALL)


@pytest.mark.parametrize("count", [ALL - 1, ALL + 1, ALL + BLOCK, 1])
def test_another_number_of_texts_is_not_believed(count: int) -> None:
    with pytest.raises(Damaged):
        distinct(LONG, "tasks", count, 0, count)
