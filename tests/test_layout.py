"""The canonical layout: what it changes, what it lets be, and that nothing is ever lost."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_directives import WildWriter, directive
from test_documents_reader import YAML_LIKE

from stcli.documents import reader
from stcli.documents.blocks import cut
from stcli.layout import Refusal, laid_out
from stcli.layout.comments import comments
from stcli.schema import formats

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stcli.documents.blocks import Block
    from stcli.documents.data import Data, Route
    from stcli.schema.keys import Format

HERE = Path(__file__).parent
PATH = "directives/x.yaml"
UNTIDY = HERE / "data" / "untidy" / "directives" / "2025" / "15-KH-UBND.yaml"
OWN = sorted((HERE.parent / "directives").rglob("*.yaml"))
ESCAPED = "\\u0110" * 20
COMMENT = re.compile(r"# c \d+:")


def laid(text: str, path: str = PATH) -> str:
    document = reader.read(path, text.encode())
    assert document.data is not None, document.problems
    found = laid_out(document)
    assert isinstance(found, str), found
    assert reader.read(path, found.encode()).data == document.data
    assert laid_out(reader.read(path, found.encode())) == found
    return found


def refused(text: str) -> Refusal:
    found = laid_out(reader.read(PATH, text.encode()))
    assert isinstance(found, Refusal), found
    return found


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_our_own_directives_are_in_canonical_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert laid(text, path.relative_to(HERE.parent).as_posix()) == text


def test_an_untidy_directive(golden: Callable[[str, str], None]) -> None:
    golden("layout/tidy.yaml", laid(UNTIDY.read_text("utf-8")))


@given(st.integers(0, 1 << 32).map(Random), st.sampled_from([0.05, 0.15, 0.3, 0.5]))
def test_any_layout_becomes_canonical_and_nothing_is_lost(chance: Random, often: float) -> None:
    text = WildWriter(chance, often=often).document(directive(chance))
    if chance.random() < 0.2:
        text = text.replace("\n", "\r\n")
    tidy = laid(text)
    assert sorted(COMMENT.findall(tidy)) == sorted(COMMENT.findall(text))
    assert tidy.count("\r") == (tidy.count("\n") if "\r" in text else 0)
    assert keys_in_order(reader.read(PATH, tidy.encode()).data, formats.DIRECTIVE)
    assert not re.search(r"[ \t]\r?\n", without_texts(tidy))
    assert tidy.endswith("\n")


def keys_in_order(data: Data, format: Format | None) -> bool:
    match data:
        case _ if format is None:
            return True
        case dict():
            names = [name for name in format.keys if name in data]
            inner = ((value, format.keys[name].inner) for name, value in data.items())
            return names == [*data] and all(keys_in_order(*one) for one in inner)
        case list():
            return all(keys_in_order(one, format) for one in data)
        case _:
            return True


def without_texts(text: str) -> str:
    """Give a text without the values in it, as blanks at the end of a line may be theirs."""
    document = reader.read(PATH, text.encode())
    spans = sorted(
        (document.marks[at], document.marks[at + 1]) for at in range(0, len(document.marks), 2)
    )
    for start, end in reversed(spans):
        if end > start:
            text = f"{text[:start]}x{text[end - (text[end - 1] == chr(10)) :]}"
    return text


@given(st.integers(0, 1 << 32).map(Random))
def test_comments_stay_with_what_they_belong_to(chance: Random) -> None:
    text = WildWriter(chance).document(directive(chance))
    before, after = owners(text), owners(laid(text))
    assert before.keys() == after.keys()
    for comment, routes in before.items():
        for was, now in zip(routes, after[comment], strict=True):
            # What is above the first key may be above the entry now, or the whole document. The
            # brackets of what was in them are gone, and with them what stood between two items.
            assert was == now or was[:-1] == now or in_brackets(text, was), (comment, text)


def owners(text: str) -> dict[str, list[Route]]:
    """Give the routes of the blocks that own comments."""
    root = cut(reader.read(PATH, text.encode()))
    assert root is not None
    found: dict[str, list[Route]] = {}
    for route, own in owned(root, ()):
        for comment in COMMENT.findall(own):
            found.setdefault(comment, []).append(route)
    return {comment: sorted(routes, key=str) for comment, routes in found.items()}


def owned(block: Block, route: Route) -> Iterator[tuple[Route, str]]:
    value = block.value.partition("\n")[0] if block.value[:1] in {"|", ">"} else ""
    if block.in_brackets:
        value = f"{block.value}{block.close}"
    yield route, f"{block.above}{block.gap}{value}{block.rest}{block.below}"
    for part in block.parts:
        yield from owned(part, (*route, part.step))


def in_brackets(text: str, route: Route) -> bool:
    block = cut(reader.read(PATH, text.encode()))
    for step in route:
        assert block is not None
        if block.in_brackets:
            return True
        block = next(part for part in block.parts if part.step == step)
    return block is not None and block.in_brackets


@given(YAML_LIKE | st.text(), st.booleans())
def test_any_text_is_laid_out_or_refused(text: str, crlf: bool) -> None:  # noqa: FBT001
    text = text.replace("\n", "\r\n") if crlf else text
    document = reader.read(PATH, text.encode("utf-8", "surrogatepass"))
    if document.data is None:
        return
    found = laid_out(document)
    if isinstance(found, str):
        after = reader.read(PATH, found.encode())
        assert after.data == document.data
        assert laid_out(after) == found
    else:
        assert 1 <= found.line <= text.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "tidy"),
    [
        ("title: x\nnumber: y\n", "number: y\ntitle: x\n"),
        ("number:   x  \n\n\n\ntitle: y\n\n\n", "number: x\n\ntitle: y\n"),
        ("\n\nnumber: x", "number: x\n"),
        ("number :\n  x\n", "number: x\n"),
        ("'number': \"x\"\n", "number: x\n"),
        ('notes: "x: y"\n', 'notes: "x: y"\n'),
        ("notes: 'x: y'\n", "notes: 'x: y'\n"),
        ("notes: 'yes'\n", "notes: 'yes'\n"),
        ("notes: yes\n", "notes: yes\n"),
        ('notes: "2024-01-05"\n', "notes: 2024-01-05\n"),
        ('notes: "\\u0110"\n', "notes: Đ\n"),
        ('notes: "x" #y\n', 'notes: "x" #y\n'),
        ('notes: "x"#y\n', 'notes: "x"  #y\n'),
        ('notes: "x"   # y\n', "notes: x   # y\n"),
        ("notes: x # y  \n", "notes: x # y\n"),
        ('notes: "x\\ny"  # z\n', "notes: |-  # z\n  x\n  y\n"),
        ('notes: "x\\ny\\n"\n', "notes: |\n  x\n  y\n"),
        ('notes: "x \\ny"\n', "notes: |-\n  x \n  y\n"),
        ("notes: 'x\n\n    y'\n", "notes: 'x\n\n  y'\n"),
        ("notes: x\n      y\n", "notes: x\n  y\n"),
        ('notes: "x\\ \n    y"\n', 'notes: "x\\ \n  y"\n'),
        ("notes:  # z\n      x\n", "notes:  # z\n  x\n"),
        ("notes: # z\n\n # a\n  x\n", "notes: # z\n  # a\n  x\n"),
        ("notes: >-\n     x\n     y\n", "notes: >-\n  x\n  y\n"),
        ("notes: |1\n   x\n y\n", "notes: |2\n    x\n  y\n"),
        ("notes: |5-  # z\n     x\n", "notes: |-  # z\n  x\n"),
        ("notes: |+\n    x\n\n\n", "notes: |+\n  x\n\n\n"),
        ("notes: |\n  x", "notes: |-\n  x\n"),
        ("notes: |\n    x\n  # z\ntags: y\n", "tags: y\nnotes: |\n  x\n # z\n"),
        ("notes: |\n\n", "notes: |\n"),
        ("tags:\n- x\n- 'z'\n- yes\n", 'tags: [x, z, "yes"]\n'),
        ("tags:\n- x  # z\n- y\n", "tags:\n  - x  # z\n  - y\n"),
        ("tags:\n- x\n\n- y\n", "tags:\n  - x\n\n  - y\n"),
        ("tags:\n- x, y\n", 'tags: ["x, y"]\n'),
        ("tags:\n- |\n  x\n", "tags:\n  - |\n    x\n"),
        ("tags: [ x,y , ]\n", "tags: [x, y]\n"),
        ("tags: []\n", "tags: []\n"),
        ("tags: [x,\n  y]  # z\n", "tags: [x, y]  # z\n"),
        ("tags: [x, # y\n  z]\n", "tags:\n  - x  # y\n  - z\n"),
        (f"tags:\n  - {'x' * 50}\n  - {'y' * 50}\n", f"tags:\n  - {'x' * 50}\n  - {'y' * 50}\n"),
        (f"tags: [{'x' * 50},\n{'y' * 50}]\n", f"tags:\n  - {'x' * 50}\n  - {'y' * 50}\n"),
        (f"tags: [{'x' * 50}, {'y' * 50}]\n", f"tags: [{'x' * 50}, {'y' * 50}]\n"),
        (f"tags:\n- {'x' * 92}\n", f"tags: [{'x' * 92}]\n"),
        (f"tags:\n- {'x' * 93}\n", f"tags:\n  - {'x' * 93}\n"),
        (f'tags: ["{ESCAPED},",\n  x]\n', f'tags: ["{ESCAPED},", x]\n'),
        ("tasks:\n-   title: x\n    id: 1\n", "tasks:\n  - id: 1\n    title: x\n"),
        ("tasks:\n-\n  # z\n  id: 1\n", "tasks:\n  # z\n  - id: 1\n"),
        ("tasks:\n- title: x  # t\n  # z\n  id: 1\n",
         "tasks:\n  # z\n  - id: 1\n    title: x  # t\n"),
        ("tasks:\n- # z\n  id: 1\n", "tasks:\n  - # z\n    id: 1\n"),
        ("tasks: [{id: 1}, {title: x, id: 2}]\n", "tasks:\n  - {id: 1}\n  - {id: 2, title: x}\n"),
        ("tasks:\n  - id: 1\n\n\n  - id: 2\n", "tasks:\n  - id: 1\n\n  - id: 2\n"),
        ("tasks:\n- id: 1\n # of 1\n# of tasks\n", "tasks:\n  - id: 1\n    # of 1\n# of tasks\n"),
        ("# f\n\n# t\ntitle: x\n# n\nnumber: y\n", "# f\n\n# n\nnumber: y\n# t\ntitle: x\n"),
        ("# f\ntitle: x\n# n\nnumber: y\n", "# f\n\n# n\nnumber: y\ntitle: x\n"),
        ("---   # s\n  number: x\n...\n", "---   # s\nnumber: x\n...\n"),
        ("number: x\r\ntags:\r\n- z\r\n", "number: x\r\ntags: [z]\r\n"),
        ("number: x\r\ntags:\n- z\n", "number: x\ntags: [z]\n"),
    ],
)  # fmt: skip
def test_what_becomes_of(text: str, tidy: str) -> None:
    assert laid(text) == tidy


def test_comments_between_brackets_stand_with_what_they_stood_with() -> None:
    text = "tags: [  # a\n  # b\n  x\n  ,  # c\n  y  # d\n  # e\n]  # f\n"
    assert laid(text) == "tags:  # a\n  # b\n  - x\n  # c\n  - y  # d\n  # e\n  # f\n"
    text = "tasks:\n  - {id: 1,  # a\n     due: , title: x}  # b\n"
    assert laid(text) == "tasks:\n  # b\n  - id: 1  # a\n    title: x\n    due:\n"
    text = "tasks:\n  - cancelled: {by: x,\n     date: }  # b\n    id: 1\n"
    assert laid(text) == "tasks:\n  - id: 1\n    cancelled: {date: , by: x}  # b\n"


@pytest.mark.parametrize(
    ("path", "text", "tidy"),
    [
        ("directives/agencies.yaml", "agencies: [{name: x, id: y}]\n",
         "agencies:\n  - {id: y, name: x}\n"),
        ("directives/calendar.yaml", "swapped: []\ndays_off:\n- {name: x, date: y}\n",
         "days_off:\n  - {date: y, name: x}\nswapped: []\n"),
        ("stcli.yaml", "severity: {b: off, a: off}\nroll: none\n",
         "roll: none\nseverity: {b: off, a: off}\n"),
    ],
)  # fmt: skip
def test_each_kind_of_file_has_its_order(path: str, text: str, tidy: str) -> None:
    assert laid(text, path) == tidy


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{number: x}\n", 1),
        ("number: x\ntags: [a: b]\n", 2),
        ("number: x\ntasks:\n  - ? id\n    : 1\n", 3),
        ("number: x\ntasks:\n  - - a\n", 3),
        ("number: x\ntags: [  # z\n]\n", 2),
        ("notes: |\n  x\n     \ntags: y\n", 1),
        ("number: x\ntitle: x y #  \n", 2),
    ],
)
def test_what_cannot_be_laid_out_is_refused_with_its_line(text: str, line: int) -> None:
    assert refused(text).line == line


def test_a_document_has_these_comments() -> None:
    text = "# a\nx: 'no # b'  # c\ny: |  # d\n  no # e\nz: [1, # f\n 2]#g\n'no #': >-\n  # h\n"
    document = reader.read(PATH, text.encode())
    assert [one for _, one in sorted(comments(document))] == ["a", "c", "d", "f", "g"]
    assert all(text[start] == "#" for start, _ in comments(document))
