from __future__ import annotations

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from stcli.render.style import Style, Tone
from stcli.render.terminal import shortened, terminal, toned, wrapped, write
from stcli.words import Language

TERMINAL = terminal(Style(80, color=False, language=Language.ENGLISH), StringIO())
SENTENCE = "một hai ba, bốn năm"
ADDRESS = "https://example.test/" + "a" * 30
WORDS = st.lists(st.text("aộ日\u0323ế", min_size=1, max_size=9), min_size=1, max_size=12)


def written(text: Text, style: Style) -> str:
    stream = StringIO()
    write(terminal(style, stream), [text])
    return stream.getvalue()


@pytest.mark.parametrize(
    ("columns", "lines", "shown"),
    [
        (40, 2, [SENTENCE]),
        (11, 2, ["một hai ba,", "bốn năm"]),
        (8, 2, ["một hai", "ba, bốn…"]),
        (7, 2, ["một hai", "ba…"]),
        (8, 1, ["một hai…"]),
        (7, 1, ["một…"]),
        (3, 1, ["mộ…"]),
    ],
)
def test_a_text_is_shortened_after_a_word(columns: int, lines: int, shown: list[str]) -> None:
    assert shortened(TERMINAL, SENTENCE, columns, lines) == shown


@pytest.mark.parametrize(
    ("text", "columns", "shown"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
    ],
)
def test_a_word_is_shortened_between_characters(text: str, columns: int, shown: str) -> None:
    assert shortened(TERMINAL, text, columns, 1) == [shown]


def test_a_text_is_wrapped_and_an_address_stays_whole() -> None:
    assert [*wrapped(TERMINAL, SENTENCE, 8)] == ["một hai", "ba, bốn", "năm"]
    assert [*wrapped(TERMINAL, f"xem {ADDRESS} nhé", 20)] == ["xem", ADDRESS, "nhé"]


@given(WORDS, st.integers(4, 30), st.integers(1, 3))
def test_lines_fit_and_lose_nothing_unsaid(words: list[str], columns: int, most: int) -> None:
    text = " ".join(words)
    assert " ".join(wrapped(TERMINAL, text, columns)) == text
    lines = shortened(TERMINAL, text, columns, most)
    assert len(lines) <= most
    assert all(cell_len(line) <= columns for line in lines)
    if "…" not in "".join(lines):
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("terminals", ["dumb", "xterm-256color"])
def test_only_the_style_says_how_wide_and_whether_in_colour(
    terminals: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("TERM", terminals), ("COLUMNS", "20"), ("NO_COLOR", "1")):
        monkeypatch.setenv(name, value)
    coloured = Style(100, color=True, language=Language.ENGLISH)
    assert terminal(coloured, StringIO()).width == 100
    assert written(toned(("late", Tone.BAD)), coloured) == "\x1b[31mlate\x1b[0m\n"
    monkeypatch.setenv("FORCE_COLOR", "1")
    plain = Style(100, color=False, language=Language.ENGLISH)
    assert written(toned(("late", Tone.BAD)), plain) == "late\n"


def test_no_line_is_a_command_or_ends_in_space() -> None:
    style = Style(80, color=True, language=Language.ENGLISH)
    assert written(toned(("  ::error::x ", Tone.PLAIN)), style) == "  \\u{3a}:error::x\n"
    assert written(toned(("a ", Tone.NAME), ("  ", Tone.QUIET)), style) == "\x1b[36ma\x1b[0m\n"
