"""The plain layout read line by line: it says what libyaml says, or it says nothing."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from layouts import Layout
from random_directives import WildWriter, directive
from random_layouts import Writer

from stcli.documents import characters, events, plain, reader
from stcli.documents.doubts import doubts
from stcli.documents.plain import LONGEST, plainly

ROUNDS = int(os.environ.get("PLAIN", "4000"))
HERE = Path(__file__).parent
FILES = sorted({*HERE.parent.glob("directives/**/*.yaml"), *HERE.glob("data/**/*.yaml")})

KEYS = ("title", "due_text", "with", "tasks", "changes")
WORDS = ("2025-06", "25/CT-TTg", "Rà soát", "so-khcn", "a-b/c 1.5", "12:30", "a,b")

PIECES = (
    *": # - ? ! & * | > ' \" % @ ` { } [ ] , ~ \\ = . / é Đ \xa0 \t \r \n".split(" "),
    *(
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        ": ",
        " #",
        "- ",
        "-\n",
        ":\n",
        "|\n",
        "|-\n",
        ">-\n",
        "|2\n",
    ),
    *(
        "---\n",
        "...\n",
        "<<: ",
        "a: ",
        "a:\n",
        "- a\n",
        "- a: b\n",
        "# c\n",
        "[a, b]",
        "[]",
        '""',
        "''",
    ),
    *(
        "\n ",
        " # c\n",
        "\n  ",
        "\n    ",
        "\n      ",
        "null",
        "? a\n",
        "\x85",
        "\u2028",
        "\ufeff",
        "{}",
    ),
)

if TYPE_CHECKING:
    from stcli.diagnostics import Problem
    from stcli.documents.data import Data


def same(text: str) -> bool:
    """Hold what is read plainly against libyaml; tell whether it was read plainly at all."""
    plain = plainly(text)
    if plain is None or characters.decode(text.encode(errors="replace"))[1]:
        return False
    found: list[Problem] = []
    data, marks, entries = events.passed(text, found)
    found += doubts(text, data, marks)
    assert (plain.data, list(plain.entries), []) == (data, entries, found), repr(text)
    assert plain.line == text.count("\n", 0, marks[0]) + 1
    return True


PLAIN = """\
# Công văn
number: 1/UBND-KGVX
title: "Nghị quyết: một"
source: https://vanban.example.vn/1
tags: [khcn, chuyen-doi-so]
notes: |
  Dòng một

    dòng hai: - không phải mục
empty:

tasks:
  - id: 1
    title: Lập kế hoạch - 50%
    with: []
    # của riêng nó
    changes:
    - date: 2020-06-01
      by: 'x'
  - id: 2
    notes: |-
      a

lists:
- một
- "hai"
- [ba, bốn]
"""


def test_the_plain_layout_is_read_without_libyaml() -> None:
    assert same(PLAIN)
    assert same(PLAIN.replace("\n", "\r\n"))
    assert reader.parse("a.yaml", PLAIN).known_marks is None
    read = plainly(PLAIN)
    assert read is not None
    assert read.entries == (13, 20, 27)
    assert read.data["notes"] == "Dòng một\n\n  dòng hai: - không phải mục\n"
    assert read.data["lists"] == ["một", "hai", ["ba", "bốn"]]


def test_places_are_found_when_somebody_asks() -> None:
    document = reader.parse("a.yaml", PLAIN)
    place = document.place(("tasks", 0, "changes", 0, "by"))
    assert (place.line, place.column, PLAIN[place.start : place.end]) == (19, 11, "'x'")
    assert document.marks is document.marks


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files_say_the_same(path: Path) -> None:
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return
    same(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "# nothing\n",
        "- a\n",
        "a: 1",
        "a:: 1\n",
        "a : 1\n",
        "a: b: c\n",
        "a: b:\n",
        "a: b \n",
        "a: \n",
        "a: b\n  c\n",
        "a: b\n  - c\n",
        "a: b\n  c: d\n",
        "a:\n  b\n",
        "a:\n  - b\n c: d\n",
        "a:\n  b: c\n   d: e\n",
        "a:\n  - b: c\n   d: e\n",
        "a:\n- b\n  - c\n",
        "a: 1\na: 2\n",
        "a: |\n",
        "a: |\n\n  b\n",
        "a: |\n   \n  b\n",
        "a: |\n  \n    b\n",
        "a: |\nb: c\n",
        "a: |\n    b\n  c\n",
        "a: |\n  b\n # c\n  d\n",
        "a: |\n  b\n \n",
        "a: b # c\n",
        "a: # b\n",
        "a:  # b\n  c: d\n",
        "a: [b # c]\n",
        "a: [b, , c]\n",
        "a: [b,c]\n",
        "a: [ ]\n",
        "a: [b:c]\n",
        "a: {b: c}\n",
        'a: "b\\n"\n',
        'a: "b" c\n',
        "a: 'b''c'\n",
        "a: \tb\n",
        "\ta: b\n",
        "---\na: b\n",
        "a: b\n...\n",
        "<<: b\n",
        "a: *b\n",
        "a: &b c\n",
        "a: !b c\n",
        "a: -\n",
        "a:\n  -\n    b: c\n",
        "a:\n  - - b\n",
        "a:\n\xa0 b: c\n",
        "a: b\x85c: d\n",
        f"a: {'b' * LONGEST}\n",
        "".join(f"{' ' * depth}a:\n" for depth in range(12)),
    ],
)
def test_what_could_be_taken_in_two_ways_is_left_to_libyaml(text: str) -> None:
    assert plainly(text) is None


def test_documents_of_any_layout_say_the_same() -> None:
    for seed in range(ROUNDS // 4):
        chance = random.Random(seed)
        same(Layout.drawn(chance).document())
        same(WildWriter(chance, often=chance.choice((0, 0.1))).document(directive(chance)))


def test_documents_of_plain_words_say_the_same() -> None:
    read = 0
    for seed in range(ROUNDS // 4):
        chance = random.Random(seed)
        writer = Writer(chance, often=chance.choice((0, 0, 0.02)))
        read += same(writer.document(plain_words(chance, 0)))
    assert read > ROUNDS // 16


def plain_words(chance: random.Random, depth: int) -> dict[str, Data]:
    """Give a mapping of words that need no quotes, lists of them, and of mappings."""

    def value() -> Data:
        match chance.randrange(6 - depth):
            case 0:
                return chance.sample(WORDS, chance.randint(0, 3))
            case 1:
                return chance.choice(("một\nhai\n", "một\n\n  hai", "x"))
            case 2:
                return None
            case 5:
                return [plain_words(chance, depth + 1) for _ in range(chance.randint(1, 3))]
            case 4:
                return plain_words(chance, depth + 1)
            case _:
                return chance.choice(WORDS)

    return {key: value() for key in chance.sample(KEYS, chance.randint(1, len(KEYS)))}


def test_spoilt_documents_say_the_same() -> None:
    texts = [PLAIN, *(path.read_bytes().decode("utf-8", "replace")[:3_000] for path in FILES)]
    read = 0
    for seed in range(ROUNDS):
        chance = random.Random(seed)
        text = chance.choice(texts)
        for _ in range(chance.choice((1, 1, 2, 3))):
            start = chance.randint(0, len(text))
            end = start + chance.choice((0, 0, 1, 1, 2, 5))
            text = text[:start] + chance.choice(PIECES) + text[end:]
        read += same(text)
    assert read > ROUNDS // 10


def test_what_was_met_before_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "_HEADS", {})
    assert not same("a:\n  b\n")  # an entry would be met here first
    assert same("a:\n  - b\nb: c\n")
    assert not same("a: c\nb\n")
    assert not same("a: 1\na\n")
    assert not same("a:: 1\n")
    assert not same("a:: 1\n")


def test_a_line_met_before_means_what_it_means_where_it_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines: dict[str, object] = {}
    monkeypatch.setattr(plain, "_LINES", lines)
    line = "  a: b"
    assert same(f"c:\n{line}\n  d: e\n")
    assert line in lines
    assert same(f"c: |\n{line}\n")
    assert same(f"c:\n  - d: e\n    f: |\n      g\n{'  ' + line}\n")
    assert not same(f"c:\n{line}\n{line}\n")
    assert not same(f"c: d\n{line}\n")
    assert not same(f"{line}\n{line}\n")
    assert same(f"c:\n{line}\nd:\n{line}\n")


def test_no_more_lines_are_kept_than_are_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    lines: dict[str, object] = {}
    monkeypatch.setattr(plain, "_LINES", lines)
    monkeypatch.setattr(plain, "_MOST_LINES", 2)
    long = f"b: {'x' * 40}"
    assert same(f"a: 1\n{long}\nc: 2\nd: 3\n")
    assert list(lines) == ["a: 1", "c: 2"]
