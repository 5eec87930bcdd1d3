"""Findings for reviewdog, in its own format, rdjson."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from stcli.diagnostics import Severity
from stcli.render import json
from stcli.render.diagnostics.wording import sentences
from stcli.render.sinks import markdown_text

if TYPE_CHECKING:
    from typing import TextIO

    from stcli.diagnostics import Diagnostic, Place
    from stcli.render.diagnostics.findings import Findings
    from stcli.render.records import Record
    from stcli.render.style import Style
    from stcli.words import Language

_SEVERITIES: Final = {
    Severity.ERROR: "ERROR",
    Severity.WARNING: "WARNING",
    Severity.OFF: "UNKNOWN_SEVERITY",
}


def draw(findings: Findings, style: Style, stream: TextIO) -> None:
    """Write what was found as one object."""
    found = [_diagnostic(one, findings, style.language) for one in findings.found]
    json.write({"source": {"name": "stcli"}, "diagnostics": found}, stream)


def _diagnostic(one: Diagnostic, findings: Findings, language: Language) -> Record:
    # Reviewdog posts the message as a comment, which is read as Markdown.
    return {
        "message": "\n\n".join(map(markdown_text, sentences(one, findings, language))),
        "location": {
            "path": findings.in_repository(one.place.path),
            "range": _range(one.place, findings),
        },
        "severity": _SEVERITIES[one.severity],
        "code": {"value": one.rule},
        "suggestions": [
            {"range": _range(place, findings), "text": text}
            for place, text in findings.replacements(one)
        ],
    }


def _range(place: Place, findings: Findings) -> Record:
    """Give where a finding starts and ends; columns count bytes there, so they need the text."""
    start: dict[str, int] = {"line": place.line}
    end: dict[str, int] = {"line": place.end_line}
    document = findings.documents.get(place.path)
    if document is not None:
        start["column"] = _bytes_before(document.text, place.start) + 1
        end["column"] = _bytes_before(document.text, place.end) + 1
    return {"start": start, "end": end}


def _bytes_before(text: str, offset: int) -> int:
    """Give the bytes of a line that stand before an offset."""
    return len(text[text.rfind("\n", 0, offset) + 1 : offset].encode("utf-8", "replace"))
