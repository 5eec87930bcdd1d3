"""Findings for GitHub Actions: annotations on the lines of a pull request.

A runner shows so many annotations of a kind for a step and drops the rest in silence; so the worst
are annotated, and what is left over is listed in the log.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.render.diagnostics import concise
from stcli.render.diagnostics.wording import sentences
from stcli.render.sinks import annotation_data, annotation_property
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from stcli.diagnostics import Diagnostic
    from stcli.messages import Message
    from stcli.render.diagnostics.findings import Findings
    from stcli.render.style import Style

MOST: Final = 10
"""Annotations of one kind that a runner shows for a step."""

_KINDS: Final = (Severity.ERROR, Severity.WARNING)


def draw(findings: Findings, style: Style, stream: TextIO) -> None:
    """Write annotations, errors first, and after them what is only in the log."""
    weighed = [findings.weighing(kind) for kind in _KINDS]
    annotated = chain.from_iterable(found[:MOST] for found in weighed)
    stream.writelines(f"{_annotation(one, findings, style)}\n" for one in annotated)
    note = left_over(findings)
    if note is not None:
        stream.write(f"::notice title=stcli::{annotation_data(translate(note, style.language))}\n")
        concise.write(chain.from_iterable(found[MOST:] for found in weighed), style, stream)


def left_over(findings: Findings) -> Message | None:
    """Give the sentence on what is not annotated, if there is any."""
    count = sum(len(findings.weighing(kind)[MOST:]) for kind in _KINDS)
    if not count:
        return None
    return say(
        "findings without an annotation, as a step has {most} of a kind at most: {count};"
        " the log lists them",
        most=MOST,
        count=count,
    )


def _annotation(one: Diagnostic, findings: Findings, style: Style) -> str:
    said = "\n".join(sentences(one, findings, style.language))
    properties = ",".join(f"{name}={value}" for name, value in _properties(one, findings))
    return f"::{one.severity.value} {properties}::{annotation_data(said)}"


def _properties(one: Diagnostic, findings: Findings) -> Iterator[tuple[str, str | int]]:
    place = one.place
    yield "file", annotation_property(findings.in_repository(place.path))
    yield "line", place.line
    yield "endLine", place.end_line
    if place.line == place.end_line:  # runners refuse columns of a stretch of several lines
        yield "col", place.column
        yield "endColumn", place.end_column
    yield "title", annotation_property(one.rule)
