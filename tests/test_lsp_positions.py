"""Positions of editors against offsets: in three encodings, over every kind of line end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stcli.lsp.positions import Encoding, Position, Stretch, Text

TEXTS = st.text(st.sampled_from("ab\n\r€ệ\U0001f600\u2028\u0085\x0c é\ufeff"), max_size=30)
ENCODINGS = st.sampled_from(Encoding)
UNITS = {Encoding.UTF_8: ("utf-8", 1), Encoding.UTF_16: ("utf-16-le", 2)}


def units(text: str, encoding: Encoding) -> int:
    """Count as the protocol says, by encoding."""
    if encoding is Encoding.UTF_32:
        return len(text)
    name, width = UNITS[encoding]
    return len(text.encode(name)) // width


def lines(text: str) -> list[str]:
    """Give the lines of a text as the protocol cuts it, without their ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def position(before: str, encoding: Encoding) -> Position:
    """Give the position of the end of a text."""
    cut = lines(before)
    return Position(len(cut) - 1, units(cut[-1], encoding))


@given(TEXTS, ENCODINGS)
def test_an_offset_has_a_position_that_leads_back_to_it(content: str, encoding: Encoding) -> None:
    text = Text(content, encoding)
    inside_break = {place + 1 for place in range(len(content)) if content[place:][:2] == "\r\n"}
    mark = content.startswith("\ufeff")
    for offset in range(len(text.plain) + 1):
        if offset + mark not in inside_break:
            found = text.position(offset)
            assert found == position(content[: offset + mark], encoding)
            assert text.offset(found) == offset


@given(TEXTS, ENCODINGS, st.integers(-3, 40), st.integers(-3, 40))
def test_any_position_is_moved_into_the_text(
    content: str, encoding: Encoding, line: int, character: int
) -> None:
    text = Text(content, encoding)
    assert 0 <= text.offset(Position(line, character)) <= len(text.plain)


@given(TEXTS, ENCODINGS, st.data())
def test_a_change_puts_a_text_in_place_of_a_stretch(
    content: str, encoding: Encoding, data: st.DataObject
) -> None:
    text = Text(content, encoding)
    cuts = [place for place in range(len(content) + 1) if content[place - 1 :][:2] != "\r\n"]
    start, end = sorted((data.draw(st.sampled_from(cuts)), data.draw(st.sampled_from(cuts))))
    stretch = Stretch(position(content[:start], encoding), position(content[:end], encoding))
    assert text.changed(stretch, "x\n").content == content[:start] + "x\n" + content[end:]


@pytest.mark.parametrize(
    ("encoding", "character", "offset"),
    [
        (Encoding.UTF_16, 3, 2),
        (Encoding.UTF_16, 2, 1),  # inside of a pair: before it
        (Encoding.UTF_8, 5, 2),
        (Encoding.UTF_8, 3, 1),
        (Encoding.UTF_32, 2, 2),
        (Encoding.UTF_16, 99, 3),
    ],
)
def test_characters_beyond_the_first_plane(encoding: Encoding, character: int, offset: int) -> None:
    assert Text("a\U0001f600b\nc", encoding).offset(Position(0, character)) == offset


def test_a_byte_order_mark_counts_for_the_editor_and_not_for_offsets() -> None:
    text = Text("\ufeffnumber: 1\n")
    assert text.plain == "number: 1\n"
    assert text.position(0) == (0, 1)
    assert text.offset(Position(0, 1)) == 0
    assert text.offset(Position(0, 0)) == 0
    assert text.encoded == b"\xef\xbb\xbfnumber: 1\n"
    assert text.changed(Stretch(Position(0, 1), Position(0, 7)), "x").content == "\ufeffx: 1\n"


def test_half_a_character_is_kept_as_bytes_that_are_no_text() -> None:
    assert Text("a\ud800").encoded == b"a\xed\xa0\x80"


def test_a_stretch_that_ends_before_it_starts_is_turned_round() -> None:
    text = Text("abc")
    assert text.changed(Stretch(Position(0, 2), Position(0, 1)), "").content == "ac"
    assert text.stretch(2, 1) == ((0, 2), (0, 2))
