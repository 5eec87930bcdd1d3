"""Findings for GitLab: a report of code quality, shown beside the lines of a merge request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from stcli.diagnostics import Severity
from stcli.render import json
from stcli.render.diagnostics.fingerprints import fingerprints
from stcli.render.diagnostics.wording import sentences
from stcli.render.sinks import terminal_lines

if TYPE_CHECKING:
    from typing import TextIO

    from stcli.render.diagnostics.findings import Findings
    from stcli.render.style import Style

_SEVERITIES: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.OFF: "info"}


def draw(findings: Findings, style: Style, stream: TextIO) -> None:
    """Write what was found as one list; findings are told apart by their fingerprints alone."""
    json.write_list(
        [
            {
                "description": terminal_lines("\n".join(sentences(one, findings, style.language))),
                "check_name": one.rule,
                "fingerprint": fingerprint,
                "severity": _SEVERITIES[one.severity],
                "location": {
                    "path": findings.in_repository(one.place.path),
                    "lines": {"begin": one.place.line, "end": one.place.end_line},
                },
            }
            for one, fingerprint in zip(findings.found, fingerprints(findings.found), strict=True)
        ],
        stream,
    )
