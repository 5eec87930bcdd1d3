"""The manual page holds what help says, and is of roff that every `man` reads."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from catalogue import help_texts
from hypothesis import given
from hypothesis import strategies as st

from stcli.cli.manual import manual
from stcli.messages import Message
from stcli.query.terms import KEYS
from stcli.render.roff import Item, Section, Text, page
from stcli.words import Language, translate

if TYPE_CHECKING:
    from stcli.render.roff import Block

ROOT = Path(__file__).parent.parent
PAGES = {Language.ENGLISH: "docs/stcli.1", Language.VIETNAMESE: "docs/vi/stcli.1"}
READERS = {
    "mandoc": ("-Tlint", "-W", "warning"),
    "groff": ("-man", "-Kutf8", "-Tutf8", "-ww", "-b", "-z"),
}
REQUEST = re.compile(r"\.(TH|SH|SS|PP|TP|nh|ad)( |$)")
ESCAPE = re.compile(r"\\(e|-|&|\((?:aq|dq|ha|ti|ga)|f[BR])")
MEANT = {
    r"\e": "\\", r"\-": "-", r"\&": "", r"\(aq": "'", r"\(dq": '"', r"\(ha": "^", r"\(ti": "~",
    r"\(ga": "`",
}  # fmt: skip


def shown(text: str) -> str:
    """Give the text of a page as a reader sees it, in one line, without bold type."""
    lines = [re.sub(r'^\.S[HS] "(.*)"$', r"\1", line) for line in text.splitlines()]
    plain = " ".join(line for line in lines if not line.startswith("."))
    return " ".join(ESCAPE.sub(lambda found: MEANT.get(found[0], ""), plain).split())


@pytest.mark.parametrize("language", Language)
def test_the_page_is_the_one_in_the_repository(
    language: Language, pytestconfig: pytest.Config
) -> None:
    path, text = ROOT / PAGES[language], manual(language)
    if pytestconfig.getoption("--update"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.read_bytes().decode() == text, "build it anew: pytest --update"


@pytest.mark.parametrize("language", Language)
def test_the_page_says_what_help_says(language: Language) -> None:
    text = shown(manual(language))
    said = [translate(Message(one), language) for one in help_texts()]
    left_out = {translate(Message("Show this message and exit."), language)}
    left_out.add(
        translate(Message("Directives, the tasks they assign, and what is overdue."), language)
    )
    assert not [one for one in said if one.replace("`", "") not in text and one not in left_out]
    assert all(translate(about, language) in text for about in KEYS.values())
    assert ("Usage:" in text, "[OPTIONS]" in text) == (False, language is Language.ENGLISH)


@pytest.mark.parametrize("language", Language)
def test_the_page_is_well_formed(language: Language) -> None:
    lines = manual(language).splitlines()
    assert lines[0].startswith(".TH STCLI 1 20")
    for before, line in pairwise(lines):
        assert line, before
        assert not line.startswith(".") or REQUEST.match(line), line
        assert "\\" not in ESCAPE.sub("", line), line
        assert not (before.startswith((".SH", ".SS")) and line == ".PP")


@pytest.mark.parametrize("language", Language)
def test_readers_of_manuals_that_are_here_warn_of_nothing(language: Language) -> None:
    for name, options in READERS.items():
        if shutil.which(name):
            command = (name, *options, str(ROOT / PAGES[language]))
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            assert (done.stdout, done.stderr) == ("", ""), name


def test_the_page_is_printed_by_its_module() -> None:
    for words, language in (((), Language.ENGLISH), (("vi",), Language.VIETNAMESE)):
        done = subprocess.run(
            (sys.executable, "-m", "stcli.cli.manual", *words),
            capture_output=True, check=True, cwd=ROOT,
        )  # fmt: skip
        assert done.stdout.decode() == manual(language)


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="`", exclude_categories=["C", "Z"]), min_size=1
)


@given(st.lists(TEXTS, min_size=1))
def test_any_text_is_shown_as_it_stands(words: list[str]) -> None:
    text = " ".join(words)
    lines = page(("X", "1", "2026-11-25"), [Text(text)]).splitlines()[3:]
    assert lines.pop(0) == ".PP"
    assert not [line for line in lines if line.startswith((".", "'"))]
    assert shown("\n".join(lines)) == text


def test_blocks() -> None:
    blocks: list[Block] = [
        Section("A-b"),
        Text("x `y-z` .w"),
        Section("C", part=True),
        Item("-q", ".d 'e'"),
    ]
    head = ("X", "1", "2026-11-25", "x 1", 'the "x"')
    assert page(head, blocks).splitlines() == [
        r'.TH X 1 2026-11-25 "x 1" "the \(dqx\(dq"', ".nh", ".ad l", r'.SH "A\-b"',
        r"x \fBy\-z\fR .w", '.SS "C"', ".TP", r"\fB\-q\fR", r"\&.d \(aqe\(aq",
    ]  # fmt: skip
