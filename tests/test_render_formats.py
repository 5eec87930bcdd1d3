"""Every page in every format against its golden file, and what holds for all of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from drawings import PAGES, drawn

from stcli.messages import Message
from stcli.render import markdown, table, text
from stcli.render.page import Page, Paragraph
from stcli.render.width import width
from stcli.words import Language

if TYPE_CHECKING:
    from collections.abc import Callable

FORMATS = {"text": (text, 80), "markdown": (markdown, 80), "table-80": (table, 80)} | {
    "table-200": (table, 200)
}
COLOR = re.compile("\x1b\\[[0-9]+m([^\x1b]*)\x1b\\[0m")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", FORMATS)
def test_pages(name: str, language: Language, golden: Callable[[str, str], None]) -> None:
    module, columns = FORMATS[name]
    parts = [
        f"=== {title}\n{drawn(page, module.draw, columns, language)}"
        for title, page in PAGES.items()
    ]
    golden(f"{name}.{language}.txt", "\n".join(parts))


def test_pages_in_colour(golden: Callable[[str, str], None]) -> None:
    parts = [
        f"=== {title}\n{drawn(PAGES[title], table.draw, 100, color=True)}"
        for title in ("status", "list", "task", "tree")
    ]
    golden("table-color.en.txt", "\n".join(parts))


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_colour_changes_no_word(page: Page) -> None:
    coloured = drawn(page, table.draw, color=True)
    assert COLOR.sub(r"\1", coloured) == drawn(page, table.draw)
    assert "\x1b" in coloured


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("columns", [80, 81, 100, 120, 160, 200])
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_table_fits_the_terminal(page: Page, columns: int, language: Language) -> None:
    for line in drawn(page, table.draw, columns, language).splitlines():
        # Addresses are never broken, so that they can be copied.
        assert width(line) <= columns or "https://" in line
        assert line == line.rstrip()


@pytest.mark.parametrize("title", ["list", "overdue", "upcoming", "directive with all states"])
def test_even_forty_columns_keep_names_and_days_whole(title: str) -> None:
    said = re.compile(r"^\S+#\S+|\d{4}-\d{2}-\d{2}", re.MULTILINE)
    narrow = drawn(PAGES[title], table.draw, 38)
    assert set(said.findall(drawn(PAGES[title], text.draw))) - {"2025-03-20", "2025-04-15"} <= set(
        said.findall(narrow)
    )
    assert "left out" in narrow


def test_text_is_the_same_whatever_the_width() -> None:
    for page in PAGES.values():
        assert drawn(page, text.draw, 40) == drawn(page, text.draw, 200, color=True)


def test_an_incomplete_answer_says_so_in_each_format() -> None:
    page = Page(PAGES["list"].blocks, (), ("directives/a.yaml", "directives/b.yaml"))
    for module, said in (
        (table, "! incomplete: 2 files could not be read"),
        (text, "\nincomplete: 2 files could not be read"),
        (markdown, "> **incomplete: 2 files could not be read"),
    ):
        assert said in drawn(page, module.draw)


def test_only_a_terminal_gets_hints() -> None:
    assert "stcli show" in drawn(PAGES["list"], table.draw)
    assert "stcli show" not in drawn(PAGES["list"], text.draw)
    assert "stcli show" not in drawn(PAGES["list"], markdown.draw)


def test_examples_in_our_own_texts_are_code_in_markdown_and_other_texts_never() -> None:
    said = Message("A law.\n\nWhy *so*.\n\nWrong:\n\n    tasks:\n      - id: 1 # `x`\n\nEnd.")
    own = drawn(Page((Paragraph(said),)), markdown.draw, 80)
    assert own == (
        "A law.\n\nWhy \\*so\\*.\n\nWrong:\n\n```yaml\ntasks:\n  - id: 1 # `x`\n```\n\nEnd.\n"
    )
    foreign = drawn(Page((Paragraph("a\n\n    ```yaml"),)), markdown.draw, 80)
    assert "\n```" not in foreign
