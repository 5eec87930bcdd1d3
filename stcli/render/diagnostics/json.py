"""Findings for programs, in JSON: `stcli.diagnostics/1`, its sentences in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.render import json
from stcli.words import Language, translate

if TYPE_CHECKING:
    from typing import TextIO

    from stcli.diagnostics import Diagnostic, Fix, Place
    from stcli.messages import Message
    from stcli.render.diagnostics.findings import Findings
    from stcli.render.records import Record
    from stcli.render.style import Style


def draw(findings: Findings, style: Style, stream: TextIO) -> None:  # noqa: ARG001 - one shape for all formats
    """Write what was found as one object; the style does not matter."""
    json.write(
        {
            "format": "stcli.diagnostics/1",
            "summary": {
                "error": findings.count(Severity.ERROR),
                "warning": findings.count(Severity.WARNING),
                "files": findings.files,
            },
            "diagnostics": [_diagnostic(one) for one in findings.found],
            "resolved": [_diagnostic(one) for one in findings.resolved],
        },
        stream,
    )


def _diagnostic(one: Diagnostic) -> Record:
    return {
        "rule": one.rule,
        "severity": one.severity.value,
        "message": _said(one.message),
        "help": None if one.help is None else _said(one.help),
        **_place(one.place),
        "related": [
            {"message": _said(related.message), **_place(related.place)} for related in one.related
        ],
        "fix": None if one.fix is None else _fix(one.fix),
    }


def _fix(fix: Fix) -> Record:
    """Give a fix; its offsets count characters of the file's text, without a byte-order mark."""
    return {
        "title": _said(fix.title),
        "safe": fix.safe,
        "edits": [{"start": one.start, "end": one.end, "text": one.text} for one in fix.edits],
    }


def _place(place: Place) -> Record:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def _said(message: Message) -> str:
    return translate(message, Language.ENGLISH)
