"""Blocks in another place or order say the same, and keep their comments."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_layouts import Writer
from test_documents_blocks import DATA, at, blocks_of

from stcli.documents import reader
from stcli.documents.blocks import Block, cut
from stcli.documents.data import Data
from stcli.documents.laying import comments, holding, moved

LISTS = st.lists(DATA | st.text("abc", min_size=1) | st.none(), min_size=1, max_size=4)


def comments_in(text: str) -> list[str]:
    """Give the comments of a text that holds no other number sign."""
    return [f"#{one.partition(chr(10))[0]}" for one in text.split("#")[1:]]


@given(DATA, st.integers(0, 1 << 32).map(Random))
def test_parts_in_another_order_say_the_same(data: dict[str, Data], chance: Random) -> None:
    text = Writer(chance).document(data)
    root = blocks_of(text)
    parts = [*root.parts]
    chance.shuffle(parts)
    turned = holding(root, parts).text
    document = reader.read("f.yaml", turned.encode())
    assert (document.data, document.problems) == (root.data, ())
    assert [*(document.data or ())] == [part.step for part in parts]
    assert sorted(comments_in(turned)) == sorted(comments_in(text))


@given(LISTS, st.integers(0, 1 << 32).map(Random))
def test_entries_and_their_keys_in_another_order_say_the_same(
    data: list[Data], chance: Random
) -> None:
    text = Writer(chance).document({"x": data})
    root = blocks_of(text)
    (whole,) = root.parts
    parts = [shuffled(part, chance) for part in whole.parts]
    order = [*range(len(parts))]
    chance.shuffle(order)
    turned = holding(root, [holding(whole, [parts[place] for place in order])])
    found = reader.read("f.yaml", turned.text.encode())
    assert found.data == {"x": [whole.parts[place].data for place in order]}
    if whole.in_lines and all(part.in_lines or not part.parts for part in parts):
        assert sorted(comments(turned)) == sorted(comments(root))


def shuffled(block: Block, chance: Random) -> Block:
    if not isinstance(block.data, dict) or not block.parts:
        return block
    parts = [*block.parts]
    chance.shuffle(parts)
    return holding(block, parts)


@given(DATA, st.integers(0, 1 << 32).map(Random))
def test_blocks_in_another_column_say_the_same(data: dict[str, Data], chance: Random) -> None:
    text = Writer(chance).document({"x": data})
    whole = blocks_of(text).parts[0]
    for part in whole.parts if whole.in_lines else ():
        away = moved(part, part.column + 3)
        found = reader.read("f.yaml", f"x:\n{away.text}".encode())
        assert found.data == {"x": {part.step: part.data}}
        assert moved(away, part.column).data == part.data
        assert [*comments(away)] == [*comments(part)]


@given(DATA, st.integers(0, 1 << 32).map(Random))
def test_comments_are_those_of_the_text(data: dict[str, Data], chance: Random) -> None:
    text = Writer(chance).document(data)
    assert [*comments(blocks_of(text))] == comments_in(text)


@pytest.mark.parametrize(
    ("text", "route", "order", "turned"),
    [
        ("x:\n  - a: 1\n    b: 2\n", ("x", 0), "ba", "x:\n  - b: 2\n    a: 1\n"),
        ("x:\n  - a: 1\n    # c\n    b: 2\n", ("x", 0), "ba", "x:\n    # c\n  - b: 2\n    a: 1\n"),
        ("x:\n  -\n    a: 1\n    b: 2\n", ("x", 0), "ba", "x:\n  -\n    b: 2\n    a: 1\n"),
        ("x: {a: 1,  b: 2, c: 3}\n", ("x",), "ca", "x: {c: 3,  a: 1}\n"),
        ("x: {a: 1, b: 2 }\n", ("x",), "b", "x: {b: 2 }\n"),
        ("x: [1,\n  2,\n  ]  # c\n", ("x",), [1, 0], "x: [2,\n  1,\n  ]  # c\n"),
        ("x: [1,\n  2,\n  ]  # c\n", ("x",), [], "x: [\n  ]  # c\n"),
        ("x:  # c\n  - 1\ny: 2\n", ("x",), [], "x: []  # c\ny: 2\n"),
        ("x:\n  - a: 1\n  - b\n", ("x", 0), "", "x:\n  - {}\n  - b\n"),
    ],
)
def test_layouts(
    text: str, route: tuple[str | int, ...], order: list[str | int], turned: str
) -> None:
    def put(block: Block, route: tuple[str | int, ...]) -> Block:
        if not route:
            return holding(block, [at(block, step) for step in order])
        parts = [put(one, route[1:]) if one.step == route[0] else one for one in block.parts]
        return holding(block, parts)

    assert put(blocks_of(text), route).text == turned


@pytest.mark.parametrize(
    ("parts", "into", "turned"),
    [
        ("x: [a, 'b', [c], {d: 1}]\n", "x:\n - z\n", "x:\n - a\n - 'b'\n - [c]\n - {d: 1}\n"),
        ("x: {a: 1, b: , c: [d]}\n", "x:\n  z: 1\n", "x:\n  a: 1\n  b: \n  c: [d]\n"),
        ("x:\n- a: 1\n  b: [c]\n- d, e\n-\n", "x: []\n", 'x: [{a: 1, b: [c]}, "d, e", ""]\n'),
        ("x:\n  a: |\n    b\n    c\n  d: e\n", "x: {}\n", 'x: {a: "b\\nc\\n", d: e}\n'),
    ],
)
def test_parts_go_from_lines_to_brackets_and_back(parts: str, into: str, turned: str) -> None:
    frame = blocks_of(into).parts[0]
    assert holding(frame, blocks_of(parts).parts[0].parts).text == turned


def test_finished_lines_stay_as_they_are_behind_a_dash_on_a_line_of_its_own() -> None:
    root = blocks_of("x:\n  - a: 1\n    b: 2\n")
    first, second = at(root, "x", 0).parts
    lines = replace(first, head="", gap="", indent="", value="<<<\n", rest="", step="")
    assert holding(at(root, "x", 0), [lines, second]).text == "  - b: 2\n<<<\n"


def test_nothing_is_cut_from_nothing() -> None:
    assert cut(reader.read("f.yaml", b"")) is None
