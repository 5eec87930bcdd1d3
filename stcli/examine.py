"""The rules applied to what was loaded: findings with places, weighed and allowed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stcli.diagnostics import Diagnostic, Related, Severity
from stcli.documents.allowances import Allowance, allowances
from stcli.messages import say
from stcli.rules.catalogue import RULES
from stcli.rules.registry import Survey, severity
from stcli.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from stcli.documents.document import Document
    from stcli.load import Loaded
    from stcli.rules.registry import Finding, Rule
    from stcli.settings import Settings


def examine(loaded: Loaded, today: date) -> tuple[Diagnostic, ...]:
    """Give everything wrong with the files on a day: reading, format and rules, sorted."""
    survey = Survey(loaded.tracker, loaded.references, loaded.settings, today)
    found = [*_weighed(loaded.diagnostics, loaded.settings)]
    for rule in RULES.values():
        weight = severity(rule.name, loaded.settings)
        if rule.check is not None and weight is not Severity.OFF:
            found += (
                _placed(rule, weight, finding, loaded.documents) for finding in rule.check(survey)
            )
    found = [*_without_allowed(found, loaded)]
    return tuple(sorted(found, key=lambda one: one.order))


def _weighed(found: Iterable[Diagnostic], settings: Settings) -> Iterator[Diagnostic]:
    for one in found:
        weight = severity(one.rule, settings)
        if weight is not Severity.OFF:
            yield one if weight is one.severity else replace(one, severity=weight)


def _placed(
    rule: Rule, weight: Severity, finding: Finding, documents: Mapping[str, Document]
) -> Diagnostic:
    return Diagnostic(
        rule=rule.name,
        severity=weight,
        message=finding.message,
        place=documents[finding.path].place(finding.route, key=finding.at_key),
        help=finding.help,
        related=tuple(
            Related(message, documents[path].place(route))
            for message, path, route in finding.related
        ),
    )


def _without_allowed(found: list[Diagnostic], loaded: Loaded) -> Iterator[Diagnostic]:
    """Drop what is allowed on its line, and report allowances that allowed nothing."""
    allowed = {
        (path, one.line, one.rule): one
        for path, document in loaded.documents.items()
        for one in allowances(document)
    }
    used = set()
    for one in found:
        key = (one.place.path, one.place.line, one.rule)
        if key in allowed and not RULES[one.rule].fixed:
            used.add(key)
        else:
            yield one
    for key, allowance in allowed.items():
        if key not in used and key[0] not in loaded.invalid:
            yield _unused(loaded.documents[key[0]], allowance, loaded.settings)


def _unused(document: Document, allowance: Allowance, settings: Settings) -> Diagnostic:
    known = RULES.get(allowance.rule)
    if known is None:
        near = closest(allowance.rule, tuple(RULES))
        message = say("there is no rule `{rule}`", rule=allowance.rule)
        help_ = say("did you mean `{near}`?", near=near) if near else say("see: stcli explain")
    elif known.fixed:
        message = say("`{rule}` cannot be allowed", rule=allowance.rule)
        help_ = say("delete the comment; such a file cannot be read at all")
    else:
        message = say("`{rule}` finds nothing on this line", rule=allowance.rule)
        help_ = say("delete the comment; what it allowed is gone")
    return Diagnostic(
        rule="unused-allowance",
        severity=severity("unused-allowance", settings),
        message=message,
        place=document.span(allowance.start, allowance.end),
        help=help_,
    )
