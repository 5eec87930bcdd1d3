"""What the rules say of a file as an edit would leave it, before it is written."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.errors import StcliError
from stcli.messages import say
from stcli.rules.catalogue import RULES
from stcli.rules.registry import severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.messages import Message
    from stcli.rules.registry import Finding, Survey


def objections(
    before: Survey, after: Survey, path: str, *, only_errors: bool = False
) -> tuple[Message, ...]:
    """Give what the rules warn of in a file after an edit, and did not before it.

    Raises StcliError with the first thing that is an error; with `only_errors` no other rules are
    applied, of which some are slow.
    """
    known = Counter(_key(one) for _, one in _findings(before, path, only_errors=only_errors))
    warnings = []
    for weight, one in _findings(after, path, only_errors=only_errors):
        if known[_key(one)]:
            known[_key(one)] -= 1
        elif weight is Severity.ERROR:
            raise StcliError(one.message, one.help)
        else:
            warnings.append(_warning(one))
    return tuple(warnings)


def _findings(
    survey: Survey, path: str, *, only_errors: bool
) -> Iterator[tuple[Severity, Finding]]:
    for rule in RULES.values():
        weight = severity(rule.name, survey.settings)
        applies = weight is Severity.ERROR or (weight is Severity.WARNING and not only_errors)
        if rule.check is not None and applies:
            yield from ((weight, one) for one in rule.check(survey) if one.path == path)


def _key(finding: Finding) -> tuple[Message, object]:
    """Give what tells a finding from others: entries keep their positions where some are added."""
    return finding.message, finding.route


def _warning(finding: Finding) -> Message:
    if finding.help is None:
        return say("warning: {message}", message=finding.message)
    return say("warning: {message}; {remedy}", message=finding.message, remedy=finding.help)
