"""Which files are missing from an answer, for standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.render.paint import paint
from stcli.render.sentences import incomplete
from stcli.render.sinks import safe_line, terminal_text
from stcli.render.style import Tone
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from stcli.diagnostics import Diagnostic
    from stcli.render.style import Style

MOST_NAMED = 20
"""Files named one by one; beyond them the rest is counted."""


def draw(
    paths: Sequence[str], findings: Sequence[Diagnostic], style: Style, stream: TextIO
) -> None:
    """Name the files that could not be read, each with the first thing wrong in it."""
    first = {one.place.path: one for one in reversed(findings) if one.severity is Severity.ERROR}
    head = translate(incomplete(tuple(paths)), style.language)
    stream.write(f"{paint(head, Tone.BAD, style)}\n")
    for path in paths[:MOST_NAMED]:
        one = first[path]
        where = f"{terminal_text(path)}:{one.place.line}:{one.place.column}"
        said = terminal_text(translate(one.message, style.language))
        stream.write(f"  {safe_line(where)}: {said}\n")
    if len(paths) > MOST_NAMED:
        more = say("and {count} more", count=len(paths) - MOST_NAMED)
        stream.write(f"  {translate(more, style.language)}\n")
