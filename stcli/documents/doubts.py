"""What is only seen once a text has been read: text cut off, characters hidden by escapes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stcli.diagnostics import Problem
from stcli.documents import characters
from stcli.documents.data import walk
from stcli.documents.document import texts, within
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.documents.data import Data


def doubts(text: str, data: Data, marks: list[int]) -> Iterator[Problem]:
    """Give what is only seen with the data at hand; each test is skipped when it cannot apply."""
    if " #" in text or "\t#" in text:
        yield from _cut_by_hash(text, texts(data, marks))
    if "\\" in text:
        yield from _hidden_by_escapes(data, marks)
    if indents := characters.no_break_indents(text):
        values = texts(data, marks)
        yield from (problem for problem in indents if not within(values, problem.start))


def _cut_by_hash(text: str, leaves: list[tuple[int, int]]) -> Iterator[Problem]:
    """Warn where ` #` ends a plain text, and looks as if it had been meant as part of it."""
    ends = {end: start for start, end in leaves}
    for comment in _COMMENT.finditer(text):
        end = comment.start()
        start = ends.get(end)
        if start is None or text[start] in "\"'|>":
            continue
        if _looks_cut(text[start:end], comment):
            yield Problem(
                "text-after-hash",
                say("the text ends before the #; YAML takes the rest for a comment"),
                comment.start(2) - 1,
                -1,
                say("quote the whole text, or put two spaces and `# ` before a comment"),
            )


_COMMENT = re.compile(r"([ \t]+)#(.?)", re.DOTALL)


def cut_by_hash(raw: str, text: str, end: int) -> bool:
    """Tell whether a raw text would look cut off by a comment that stands at an offset."""
    comment = _COMMENT.match(text, end)
    return comment is not None and raw[:1] not in "\"'|>[{" and _looks_cut(raw, comment)


def _looks_cut(raw: str, comment: re.Match[str]) -> bool:
    """Tell whether a comment looks as if it had been meant as part of the text before it."""
    spaces, after = comment.groups()
    prose = " " in raw and len(spaces) == 1
    return after not in {" ", "", "\t", "\r", "\n", "!"} or (prose and after == " ")


def _hidden_by_escapes(data: Data, marks: list[int]) -> Iterator[Problem]:
    for node, _, value in walk(data):
        if isinstance(value, str) and (hidden := characters.hidden_in(value)):
            yield Problem(
                "hidden-character",
                say("an escape gives {character}", character=characters.name(hidden)),
                marks[2 * node],
                marks[2 * node + 1],
                say("delete the escape; such a character may not stand in a value"),
            )
