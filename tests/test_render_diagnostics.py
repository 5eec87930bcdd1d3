from __future__ import annotations

import json
import re
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from drawings import DOCUMENT, FINDINGS, TEXT
from hypothesis import given
from hypothesis import strategies as st

from stcli.diagnostics import Diagnostic, Severity
from stcli.documents import reader
from stcli.messages import say
from stcli.render.diagnostics import json as json_format
from stcli.render.diagnostics import text
from stcli.render.diagnostics.excerpt import excerpt
from stcli.render.diagnostics.findings import Findings
from stcli.render.style import Style
from stcli.render.width import width
from stcli.words import Language

if TYPE_CHECKING:
    from collections.abc import Callable

EN, VI = Language.ENGLISH, Language.VIETNAMESE


def drawn(findings: Findings, columns: int = 80, *, color: bool = False) -> str:
    stream = StringIO()
    text.draw(findings, Style(columns, color, EN), stream)
    return stream.getvalue()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("columns", [80, 200])
def test_text(columns: int, language: Language, golden: Callable[[str, str], None]) -> None:
    stream = StringIO()
    text.draw(FINDINGS, Style(columns, color=False, language=language), stream)
    summary = text.summary(FINDINGS, language)
    golden(f"diagnostics-{columns}.{language}.txt", f"{stream.getvalue()}\n{summary}\n")


def test_text_in_colour(golden: Callable[[str, str], None]) -> None:
    coloured = drawn(FINDINGS, color=True)
    golden("diagnostics-color.en.txt", coloured)
    assert re.sub("\x1b\\[[0-9]+m", "", coloured) == drawn(FINDINGS)


def test_json(golden: Callable[[str, str], None]) -> None:
    stream = StringIO()
    json_format.draw(FINDINGS, Style(80, color=True, language=VI), stream)
    golden("diagnostics.json", stream.getvalue())
    record = json.loads(stream.getvalue())
    assert record["summary"] == {"error": 4, "warning": 3, "files": 12}
    assert [one["rule"] for one in record["diagnostics"]] == [one.rule for one in FINDINGS.found]


@pytest.mark.parametrize(
    ("severities", "files", "english", "vietnamese"),
    [
        ((), 1, "1 file, nothing wrong", "1 tệp, không có lỗi"),
        ((), 12, "12 files, nothing wrong", "12 tệp, không có lỗi"),
        ((Severity.ERROR,), 1, "1 error in 1 file", "1 lỗi trong 1 tệp"),
        ((Severity.WARNING,), 2, "1 warning in 2 files", "1 cảnh báo trong 2 tệp"),
        (
            (Severity.ERROR, Severity.ERROR, Severity.WARNING, Severity.WARNING),
            2,
            "2 errors, 2 warnings in 2 files",
            "2 lỗi, 2 cảnh báo trong 2 tệp",
        ),
    ],
)
def test_summary(
    severities: tuple[Severity, ...], files: int, english: str, vietnamese: str
) -> None:
    place = DOCUMENT.span(0, 1)
    found = tuple(Diagnostic("x", severity, say("x"), place) for severity in severities)
    assert text.summary(Findings(found, files), EN) == english
    assert text.summary(Findings(found, files), VI) == vietnamese


def test_findings_below_a_path() -> None:
    place = DOCUMENT.span(0, 1)
    one = Findings((Diagnostic("x", Severity.ERROR, say("x"), place),), 3)
    assert one.below(["directives/2023"]) == one
    assert one.below([place.path]) == one
    assert one.below(["."]) == one
    assert one.below(["directives/20", "directives/2024"]).found == ()


def test_a_path_and_a_message_can_be_no_command() -> None:
    document = reader.read("::error::\x1b[31m.yaml", b"a: ::error::##[group]\n")
    found = Diagnostic("x", Severity.ERROR, say("{text}", text="::x\x1b"), document.span(3, 99))
    said = drawn(Findings((found,), 1))
    assert not re.search(r"^\s*::|##\[|\x1b", said, re.MULTILINE)
    assert said.startswith(r"\u{3a}:error::\u{1b}[31m.yaml:1:4: error[x] ")


def marked(line: str, start: int, end: int, columns: int = 80) -> tuple[str, str]:
    document = reader.read("a.yaml", line.encode())
    ((_, shown, marks),) = excerpt(document.span(start, end), columns)
    return shown, marks


@pytest.mark.parametrize(
    ("line", "start", "end", "shown", "marks"),
    [
        ("due: x", 5, 6, "due: x", "     ^"),
        ("due: x", 5, 5, "due: x", "     ^"),
        ("due: x", 6, 6, "due: x", "      ^"),
        ("日本 x", 3, 4, "日本 x", "     ^"),
        ("日本 x", 0, 2, "日本 x", "^^^^"),
        ("a\tb", 2, 3, "a   b", "    ^"),
        ("\tb", 1, 2, "    b", "    ^"),
        ("e\u0301 x", 3, 4, "e\u0301 x", "  ^"),
        ("e\u0301 x", 1, 2, "e\u0301 x", " ^"),
        ("\x1b x", 2, 3, r"\u{1b} x", "       ^"),
        ("\x1b x", 0, 1, r"\u{1b} x", "^^^^^^"),
        ("##[x", 0, 2, r"\u{23}#[x", "^^^^^^^"),
    ],
)
def test_marks_stand_under_the_characters(
    line: str, start: int, end: int, shown: str, marks: str
) -> None:
    assert marked(line, start, end) == (shown, marks)


def test_an_empty_line_has_no_excerpt() -> None:
    document = reader.read("a.yaml", b"")
    assert list(excerpt(document.span(0, 0), 80)) == []


@pytest.mark.parametrize(
    ("start", "end", "columns", "shown", "marks"),
    [
        (0, 3, 16, "abcdefghij…", "^^^"),
        (10, 12, 16, "…hijklmnopq…", "    ^^"),
        (24, 26, 16, "…qrstuvwxyz", "         ^^"),
        (2, 26, 16, "abcdefghij…", "  ^^^^^^^^"),
        (12, 26, 16, "…jklmnopqrs…", "    ^^^^^^^"),
    ],
)
def test_a_long_line_is_cut_around_the_marks(
    start: int, end: int, columns: int, shown: str, marks: str
) -> None:
    assert marked("abcdefghijklmnopqrstuvwxyz", start, end, columns) == (shown, marks)


LINES = st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), min_size=1)


@given(LINES, st.data(), st.integers(20, 60))
def test_an_excerpt_fits_and_its_marks_are_on_it(
    line: str, data: st.DataObject, columns: int
) -> None:
    start = data.draw(st.integers(0, len(line)))
    document = reader.read("a.yaml", line.encode())
    for number, shown, marks in excerpt(document.span(start, start + 3), columns):
        assert len(number) + 3 + width(shown) <= max(columns, 20)
        assert len(marks) <= width(shown) + 1
        assert marks.strip()


def test_a_very_long_line_shows_that_it_is_cut() -> None:
    shown, marks = marked("x" * 1000 + " here " + "y" * 1000, 1001, 1005, 60)
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert shown[len(marks) - 4 : len(marks)] == "here"


def test_every_finding_lies_in_the_text() -> None:
    for one in FINDINGS.found:
        assert 0 <= one.place.start <= one.place.end <= len(TEXT)
