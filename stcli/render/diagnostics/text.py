"""Findings for people: where, what, the line with the place marked, and the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.render.diagnostics.excerpt import excerpt
from stcli.render.diagnostics.wording import kind
from stcli.render.paint import paint
from stcli.render.sinks import safe_line, terminal_text
from stcli.render.style import Tone
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from stcli.diagnostics import Diagnostic, Place
    from stcli.messages import Message
    from stcli.render.diagnostics.findings import Findings
    from stcli.render.style import Style
    from stcli.words import Language

_INDENT = "  "
_TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.NEAR, Severity.OFF: Tone.QUIET}


def draw(findings: Findings, style: Style, stream: TextIO) -> None:
    """Write what was found to a stream; sentences are never broken, so that editors can read them.

    `summary` is for the end of it.
    """
    for position, one in enumerate(findings.found):
        if position:
            stream.write("\n")
        stream.writelines(f"{safe_line(line)}\n" for line in _lines(one, style))
    if findings.found and findings.resolved:
        stream.write("\n")
    for one in findings.resolved:
        stream.write(f"{safe_line(resolved_line(one, style))}\n")


def summary(findings: Findings, language: Language) -> str:
    """Give how much was found, in one sentence."""
    return translate(counted(findings), language)


def counted(findings: Findings) -> Message:
    """Give how much was found, in one sentence that is not translated yet."""
    files = _files(findings.files)
    counts = tuple(
        count(number)
        for count, number in (
            (_errors, findings.count(Severity.ERROR)),
            (_warnings, findings.count(Severity.WARNING)),
        )
        if number
    )
    if findings.since is None:
        return (
            say("{counts} in {files}", counts=counts, files=files)
            if counts
            else say("{files}, nothing wrong", files=files)
        )
    return say(
        "new since {since}: {counts}; resolved: {resolved}",
        since=findings.since,
        counts=counts or say("nothing"),
        resolved=len(findings.resolved),
    )


def _lines(one: Diagnostic, style: Style) -> Iterator[str]:
    language, tone = style.language, _TONES[one.severity]
    yield headline(one, style)
    for number, line, marks in excerpt(one.place, style.width - len(_INDENT)):
        blank = " " * len(number)
        yield f"{_INDENT}{paint(f'{number} |', Tone.QUIET, style)} {line}".rstrip()
        yield f"{_INDENT}{paint(f'{blank} |', Tone.QUIET, style)} {paint(marks, tone, style)}"
    for related in one.related:
        yield f"{_INDENT}{_at(related.place)}: {_said(related.message, language)}"
    if one.help is not None:
        label = paint(translate(say("help:"), language), Tone.NAME, style)
        yield f"{_INDENT}{label} {_said(one.help, language)}"


def headline(one: Diagnostic, style: Style) -> str:
    """Give where a finding is, how much it weighs, its rule and what is wrong, in one line."""
    language, tone = style.language, _TONES[one.severity]
    place = paint(_at(one.place), Tone.TITLE, style)
    weight = paint(kind(one, language), tone, style)
    return f"{place}: {weight} {_said(one.message, language)}"


def resolved_line(one: Diagnostic, style: Style) -> str:
    """Give a finding that is no more in one line."""
    state = paint(f"{translate(say('resolved'), style.language)}[{one.rule}]", Tone.GOOD, style)
    return f"{_at(one.place)}: {state} {_said(one.message, style.language)}"


def _at(place: Place) -> str:
    return f"{terminal_text(place.path)}:{place.line}:{place.column}"


def _said(message: Message, language: Language) -> str:
    return terminal_text(translate(message, language))


def _errors(count: int) -> Message:
    return say("{count} error", count=count) if count == 1 else say("{count} errors", count=count)


def _warnings(count: int) -> Message:
    if count == 1:
        return say("{count} warning", count=count)
    return say("{count} warnings", count=count)


def _files(count: int) -> Message:
    return say("{count} file", count=count) if count == 1 else say("{count} files", count=count)
