"""Findings for editors and searches: one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.render.diagnostics.text import headline, resolved_line
from stcli.render.sinks import safe_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from stcli.diagnostics import Diagnostic
    from stcli.render.diagnostics.findings import Findings
    from stcli.render.style import Style


def draw(findings: Findings, style: Style, stream: TextIO) -> None:
    """Write what was found, and then what was resolved."""
    write(findings.found, style, stream)
    stream.writelines(f"{safe_line(resolved_line(one, style))}\n" for one in findings.resolved)


def write(found: Iterable[Diagnostic], style: Style, stream: TextIO) -> None:
    """Write findings, `path:line:column: severity[rule] message`."""
    stream.writelines(f"{safe_line(headline(one, style))}\n" for one in found)
