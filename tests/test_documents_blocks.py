"""Blocks are the text they were cut from, and each has what belongs to it."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_layouts import Writer
from test_documents_reader import ENTRIES, YAML_LIKE

from stcli.documents import reader
from stcli.documents.blocks import Block, cut
from stcli.documents.data import Data

DATA = st.dictionaries(st.text("abcđ", min_size=1, max_size=3), ENTRIES, min_size=1, max_size=4)


def blocks_of(text: str) -> Block:
    found = cut(reader.read("f.yaml", text.encode()))
    assert found is not None
    assert found.text == text.removeprefix("\ufeff")
    return found


def at(block: Block, *route: str | int) -> Block:
    for step in route:
        (block,) = (part for part in block.parts if part.step == step)
    return block


def said(block: Block) -> Data:
    """Give the data that the parts of a block say, to be held against its own."""
    match block.data:
        case dict() if block.parts:
            return {str(part.step): said(part) for part in block.parts}
        case list() if block.parts:
            return [said(part) for part in block.parts]
        case _:
            return block.data


@given(DATA, st.integers(0, 1 << 32).map(Random))
def test_any_layout_is_cut_and_put_together_again(data: dict[str, Data], chance: Random) -> None:
    text = Writer(chance).document(data)
    document = reader.read("f.yaml", text.encode())
    assert not document.problems
    root = blocks_of(text)
    assert said(root) == root.data == document.data
    assert root.in_lines


@given(YAML_LIKE | st.text(), st.booleans())
def test_any_text_that_is_read_is_cut(text: str, crlf: bool) -> None:  # noqa: FBT001
    text = text.replace("\n", "\r\n") if crlf else text
    document = reader.read("f.yaml", text.encode("utf-8", "surrogatepass"))
    root = cut(document)
    if document.data is not None and not document.problems:
        assert root is not None
    if root is not None:
        assert root.text == document.text
        assert said(root) == document.data


TEXT = """\
# the file

# of the number
number: 1/A   # trailing
  # deeper, so of the number
title: x

# of the tasks
tasks:
  # of the first
  - id: 1
    title: |
      long

    # the end of the first
  # of the second

  - {id: 2, with: [a, "b # no comment"]}   # also of the second
    # below the second
  # the end of the list

# the end of the file
"""


def test_comments_belong_to_what_they_stand_with() -> None:
    root = blocks_of(TEXT)
    first, second = at(root, "tasks", 0), at(root, "tasks", 1)
    assert root.above == "# the file\n\n"
    assert at(root, "number").text == (
        "# of the number\nnumber: 1/A   # trailing\n  # deeper, so of the number\n"
    )
    assert at(root, "title").text == "title: x\n"
    assert at(root, "tasks").above == "\n# of the tasks\n"
    assert at(root, "tasks").below == "  # the end of the list\n"
    assert (first.above, first.below) == (
        "  # of the first\n", "\n    # the end of the first\n",
    )  # fmt: skip
    assert at(first, "id").text == "id: 1\n"
    assert at(first, "title").text == "    title: |\n      long\n"
    assert (second.above, second.rest, second.below) == (
        "  # of the second\n\n", "   # also of the second\n", "    # below the second\n",
    )  # fmt: skip
    assert at(second, "with", 1).value == '"b # no comment"'
    assert root.below == "\n# the end of the file\n"


def test_parts_of_a_line() -> None:
    block = at(blocks_of("a:\n  - {b: 1 , c: [x]}  # d\n"), "a", 0)
    assert (block.column, block.indent, block.head, block.gap) == (2, "  ", "-", " ")
    assert (block.value, block.close, block.rest) == ("{", "}", "  # d\n")
    first, second = block.parts
    assert (first.head, first.gap, first.value, first.rest) == ("b:", " ", "1", " , ")
    assert (second.head, second.value, second.close, second.rest) == ("c:", "[", "]", "")


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("? a\n: b\n", ()),
        ("{a: b}\n", ()),
        ("x:\n  ? a\n  : b\n", ("x",)),
        ("x:\n  - - a\n    - b\n", ("x", 0)),
        ("x: [a: b]\n", ("x",)),
        ("x: {a, b}\n", ("x",)),
    ],
)
def test_other_layouts_are_not_cut(text: str, route: tuple[str | int, ...]) -> None:
    block = at(blocks_of(text), *route)
    assert block.parts == ()
    assert block.value.strip()


@pytest.mark.parametrize("text", ["a: 1\na: 2\n", "a: &x 1\n", "[a]\n", "a: [\n", ""])
def test_what_is_not_read_for_certain_is_not_cut(text: str) -> None:
    assert cut(reader.read("f.yaml", text.encode())) is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("a: |+\n  x\n\nb: 1\n", "a: |+\n  x\n\n"),
        ("a: >\n  x\n\nb: 1\n", "a: >\n  x\n"),
        ("a: |2-  # c\n   x\n\nb: 1\n", "a: |2-  # c\n   x\n"),
        ("a:  # c\n  x\n  y\nb: 1\n", "a:  # c\n  x\n  y\n"),
        ("a:\nb: 1\n", "a:\n"),
        ("a:\n- x\n- y\n# c\nb: 1\n", "a:\n- x\n- y\n"),
        ("a:\n  -\n    x: 1\n\n\nb: 1\n", "a:\n  -\n    x: 1\n"),
        ("'a: b' : 1\nb: 1\n", "'a: b' : 1\n"),
        ("a: x", "a: x"),
    ],
)
def test_where_a_key_ends(text: str, first: str) -> None:
    assert blocks_of(text).parts[0].text == first
