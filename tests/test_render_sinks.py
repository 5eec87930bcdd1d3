from __future__ import annotations

import csv
import json
import re
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stcli.render import sinks
from stcli.render.json import write as write_json

if TYPE_CHECKING:
    from collections.abc import Callable

HIDDEN = [
    "\x00",
    "\x07",
    "\x08",
    "\x1b",
    "\x7f",
    "\x85",
    "\x9b",
    "\xad",
    "\u061c",
    "\u200b",
    "\u200e",
    "\u2028",
    "\u202e",
    "\u2066",
    "\u2067",
    "\u3164",
    "\ufeff",
    "\ufffe",
    "\ud800",
    "\udc80",
    "\U000e0041",
]
COMMANDS = re.compile(r"^\s*::|##[A-Za-z]*\[", re.MULTILINE)
TEXTS: list[Callable[[str], str]] = [sinks.terminal_text, sinks.markdown_text, sinks.csv_text]


@pytest.mark.parametrize("character", HIDDEN, ids=ascii)
@pytest.mark.parametrize("sink", TEXTS, ids=["terminal", "markdown", "csv"])
def test_what_cannot_be_seen_is_spelt_out(sink: Callable[[str], str], character: str) -> None:
    said = sink(f"a{character}b")
    assert character not in said
    assert f"u{{{ord(character):x}}}" in said.replace("\\", "")


@given(st.text(st.characters() | st.sampled_from(HIDDEN)))
def test_no_sink_lets_anything_hidden_through(text: str) -> None:
    stream = StringIO()
    write_json({"text": text}, stream)
    for said in (*(sink(text) for sink in TEXTS), stream.getvalue()):
        assert not [character for character in HIDDEN if character in said]
        said.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Uỷ ban", "Uỷ ban"),
        ("two\r\nlines\tand a tab", "two lines and a tab"),
        ("\x1b[31mred\x1b]8;;x\x07", r"\u{1b}[31mred\u{1b}]8;;x\u{7}"),
        ("a ##[group]b", r"a \u{23}#[group]b"),
        ("##vso[task.setvariable]", r"\u{23}#vso[task.setvariable]"),
        ("###[x", r"#\u{23}#[x"),
        ("## mục [1]", "## mục [1]"),
        ("[red] :warning: 日本語", "[red] :warning: 日本語"),
    ],
)
def test_a_text_on_a_terminal(text: str, said: str) -> None:
    assert sinks.terminal_text(text) == said


@given(st.text())
def test_characters_make_up_the_text(text: str) -> None:
    characters = sinks.terminal_characters(text)
    assert len(characters) == len(text)
    if not re.search(r"[\t\r\n]", text):
        assert "".join(characters) == sinks.terminal_text(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("::error::x", r"\u{3a}:error::x"),
        ("   ::error::x", r"   \u{3a}:error::x"),
        (":::", r"\u{3a}::"),
        ("a::b", "a::b"),
        (": :", ": :"),
    ],
)
def test_a_finished_line(text: str, said: str) -> None:
    assert sinks.safe_line(text) == said


@given(st.text(st.sampled_from(":# [x\n")))
def test_no_line_is_a_command(text: str) -> None:
    assert not COMMANDS.search(sinks.safe_line(sinks.terminal_text(text)))
    assert not COMMANDS.search(sinks.markdown_text(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Bộ KH&CN, ngày 01/11", "Bộ KH&CN, ngày 01/11"),
        ("a|b", r"a\|b"),
        ("<script>", r"\<script\>"),
        ("*_`~$[x](y)", r"\*\_\`\~\$\[x\](y)"),
        (r"a\|b", r"a\\\|b"),
        ("&lt; & &#60;", r"\&lt; & \&\#60;"),
        ("03/NQ-CP#16 # x", r"03/NQ-CP\#16 # x"),
        ("# heading", r"\# heading"),
        ("- item", r"\- item"),
        ("+ item", r"\+ item"),
        ("  12. item", r"  12\. item"),
        ("12) item", r"12\) item"),
        ("===", r"\==="),
        ("::error::", r"\::<!-- -->error::"),
        ("@all, a@b.vn", "@<!-- -->all, a@b.vn"),
        (":warning: 10:30:45", ":<!-- -->warning: 10:30:45"),
        ("https://example.test/a", "https://example.test/a"),
    ],
)
def test_a_text_in_markdown(text: str, said: str) -> None:
    assert sinks.markdown_text(text) == said


@given(st.text())
def test_every_pipe_of_a_text_in_markdown_is_escaped(text: str) -> None:
    said = sinks.markdown_text(text)
    assert not re.search(r"(?<!\\)(?:\\\\)*\|", said)


FORMULA = re.compile(r"(?:\A|;)\s*[\"']*[=+\-@＝＋－＠]")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("=1+1", "'=1+1"),
        ("+84 28", "'+84 28"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("\t=1", " '=1"),
        ("\r=1", " '=1"),
        ('"=1', "\"'=1"),
        ("a;=1+1;b", "a;'=1+1;b"),
        ("a; -1", "a; '-1"),
        ("::error::", "'::error::"),
        ("1-2", "1-2"),
        ("a=b", "a=b"),
        ("412/BC-SKHCN", "412/BC-SKHCN"),
    ],
)
def test_a_text_in_csv(text: str, said: str) -> None:
    assert sinks.csv_text(text) == said


@given(st.text(st.sampled_from("=+-@;\"' \tax＝")))
def test_no_cell_of_a_spreadsheet_is_a_formula(text: str) -> None:
    stream = StringIO()
    csv.writer(stream).writerow([sinks.csv_text(text), "x"])
    (row,) = csv.reader([stream.getvalue().rstrip("\r\n")])
    for separated in row[0].split(";"):
        assert not re.match(r"\s*[\"]*[=+\-@＝]", separated)


@given(st.recursive(st.none() | st.integers() | st.text(), st.lists))
def test_json_means_the_same(value: object) -> None:
    text = json.dumps(value, ensure_ascii=False)
    assert json.loads(sinks.json_text(text)) == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\u202e", r'"\u202e"'),
        ("\x9b", r'"\u009b"'),
        ("\U000e0041", r'"\udb40\udc41"'),
        ("##[error]", r'"\u0023#[error]"'),
        ("\ud800", '"\ufffd"'),
        ("Ủy ban 日本 😀", '"Ủy ban 日本 😀"'),
    ],
)
def test_a_text_in_json(text: str, said: str) -> None:
    assert sinks.json_text(json.dumps(text, ensure_ascii=False)) == said


def test_the_quick_answer_is_the_right_one() -> None:
    for code in (*range(0x20000), *range(0xE0000, 0xE1000)):
        character = chr(code)
        said = sinks.terminal_text(character)
        careful = sinks.terminal_text(f"{character}\x00").removesuffix(r"\u{0}")
        assert said == careful
