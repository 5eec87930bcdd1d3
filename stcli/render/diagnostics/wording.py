"""A finding in sentences, not yet fit for any sink: what formats for pipelines have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.diagnostics import Diagnostic, Place
    from stcli.render.diagnostics.findings import Findings
    from stcli.words import Language

NAMES: Final = {
    Severity.ERROR: say("error"),
    Severity.WARNING: say("warning"),
    Severity.OFF: say("off"),
}


def sentences(one: Diagnostic, findings: Findings, language: Language) -> Iterator[str]:
    """Give what is wrong, the other places that explain it, and the remedy."""
    yield translate(one.message, language)
    for related in one.related:
        yield f"{at(related.place, findings)}: {translate(related.message, language)}"
    if one.help is not None:
        yield f"{translate(say('help:'), language)} {translate(one.help, language)}"


def at(place: Place, findings: Findings) -> str:
    """Give a place as editors read it, in the repository."""
    return f"{findings.in_repository(place.path)}:{place.line}:{place.column}"


def kind(one: Diagnostic, language: Language) -> str:
    """Give how much a finding weighs, and its rule."""
    return f"{translate(NAMES[one.severity], language)}[{one.rule}]"
