"""Findings for the summary of a step of GitHub Actions, in Markdown and within its limit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.render.diagnostics.github import left_over
from stcli.render.diagnostics.text import summary
from stcli.render.diagnostics.wording import NAMES, at, sentences
from stcli.render.sinks import markdown_text
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.diagnostics import Diagnostic
    from stcli.render.diagnostics.findings import Findings
    from stcli.words import Language

LIMIT: Final = 1 << 20
"""Bytes that the summary of a step may have; a longer one is refused whole."""

_RESERVED: Final = 500
"""Bytes kept for the sentence that says what was left out."""


def step_summary(findings: Findings, language: Language, room: int) -> str:
    """Give the summary in so many bytes at most: the worst first, and how many are left out."""
    text = "\n".join(_head(findings, language)) + "\n"
    left = room - len(text.encode()) - _RESERVED
    if left < 0:
        return ""
    rows = list(_rows(findings, language))
    kept = 0
    for row in rows:
        left -= len(row.encode())
        if left < 0:
            break
        text += row
        kept += 1
    if kept < len(rows):
        note = say(
            "left out here, as a summary has no room for them: {count}", count=len(rows) - kept
        )
        text += f"\n{markdown_text(translate(note, language))}\n"
    return text


def _head(findings: Findings, language: Language) -> Iterator[str]:
    yield "### stcli check"
    yield ""
    yield markdown_text(summary(findings, language))
    note = left_over(findings)
    if note is not None:
        yield ""
        yield markdown_text(translate(note, language))
    if findings.found:
        yield ""
        yield _row([translate(title, language) for title in _TITLES])
        yield _row(["---"] * len(_TITLES))


def _rows(findings: Findings, language: Language) -> Iterator[str]:
    for severity in (Severity.ERROR, Severity.WARNING):
        for one in findings.weighing(severity):
            yield f"{_row(_cells(one, findings, language))}\n"


def _cells(one: Diagnostic, findings: Findings, language: Language) -> list[str]:
    said = "<br>".join(map(markdown_text, sentences(one, findings, language)))
    name = translate(NAMES[one.severity], language)
    return [name, markdown_text(at(one.place, findings)), markdown_text(one.rule), said]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


_TITLES: Final = (say("weight"), say("place"), say("rule"), say("what is wrong"))
