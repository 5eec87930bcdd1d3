"""Findings in SARIF 2.1.0, which code scanning of GitHub and many viewers read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from stcli import __version__
from stcli.diagnostics import Severity
from stcli.messages import Message, say
from stcli.render import json
from stcli.render.diagnostics.fingerprints import fingerprints
from stcli.render.diagnostics.wording import sentences
from stcli.render.sinks import sarif_text, uri_path
from stcli.rules.catalogue import RULES
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from stcli.diagnostics import Diagnostic, Place
    from stcli.render.diagnostics.findings import Findings
    from stcli.render.records import Record
    from stcli.render.style import Style
    from stcli.rules.registry import Rule
    from stcli.words import Language

MOST: Final = 25_000
"""Results of a run that GitHub takes; of a longer one it takes none."""

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_BASE: Final = "%SRCROOT%"
_ROOT: Final = say("the root of the repository")
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.OFF: "none"}


def draw(findings: Findings, style: Style, stream: TextIO) -> Message | None:
    """Write what was found as one run; give the sentence on what had to be left out."""
    language = style.language
    worst = sorted(findings.found, key=lambda one: one.severity is not Severity.ERROR)
    kept = set(map(id, worst[:MOST]))
    found = [one for one in findings.found if id(one) in kept]
    note = _left_out(len(findings.found) - len(found))
    rules = _found_rules(found)
    marked = zip(findings.found, fingerprints(findings.found), strict=True)
    run = {
        "tool": {"driver": _driver(rules.values(), language)},
        "language": language.value,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": translate(_ROOT, language)}}},
        "invocations": [_invocation(note, language)],
        "results": [
            _result(one, mark, list(rules), findings, language)
            for one, mark in marked
            if id(one) in kept
        ],
    }
    whole = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    json.write(whole, stream, opened=("runs", "tool", "driver"))
    return note


def _left_out(count: int) -> Message | None:
    if not count:
        return None
    return say(
        "findings left out of SARIF, as GitHub takes {most} at most: {count}",
        most=MOST,
        count=count,
    )


def _found_rules(found: Iterable[Diagnostic]) -> dict[str, Rule]:
    """Give the rules that found something, in the order of the catalogue."""
    names = {one.rule for one in found}
    return {name: rule for name, rule in RULES.items() if name in names}


def _driver(rules: Iterable[Rule], language: Language) -> Record:
    return {
        "name": "stcli",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(one, language) for one in rules],
    }


def _rule(rule: Rule, language: Language) -> Record:
    text = translate(Message(rule.text), language)
    law, _, rest = text.partition("\n\n")
    wrong = translate(say("Wrong:"), language)
    why = rest.partition(f"{wrong}\n")[0].strip()
    return {
        "id": rule.name,
        "shortDescription": {"text": sarif_text(" ".join(law.split()))},
        "fullDescription": {"text": sarif_text(" ".join((why or law).split()))},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _invocation(note: Message | None, language: Language) -> Record:
    if note is None:
        return {"executionSuccessful": True}
    said = {"level": "warning", "message": {"text": sarif_text(translate(note, language))}}
    return {"executionSuccessful": True, "toolExecutionNotifications": [said]}


def _result(
    one: Diagnostic, mark: str, rules: list[str], findings: Findings, language: Language
) -> Record:
    said = "\n".join(sentences(one, findings, language))
    record: Record = {"ruleId": one.rule}
    if one.rule in rules:
        record["ruleIndex"] = rules.index(one.rule)
    return record | {
        "level": _LEVELS[one.severity],
        "message": {"text": sarif_text(said)},
        "locations": [{"physicalLocation": _location(one.place, findings)}],
        "relatedLocations": [
            {
                "id": number,
                "physicalLocation": _location(related.place, findings),
                "message": {"text": sarif_text(translate(related.message, language))},
            }
            for number, related in enumerate(one.related)
        ],
        "fixes": _fixes(one, findings, language),
        # GitHub compares results by the first, other readers by any.
        "partialFingerprints": {"primaryLocationLineHash": mark, "stcliFinding/v1": mark},
    }


def _fixes(one: Diagnostic, findings: Findings, language: Language) -> list[Record]:
    """Give the fix of a finding; SARIF has a list, as a viewer may offer several."""
    if one.fix is None or not (replacements := findings.replacements(one)):
        return []
    change: Record = {
        "artifactLocation": _artifact(one.place, findings),
        "replacements": [
            {"deletedRegion": _region(place), "insertedContent": {"text": text}}
            for place, text in replacements
        ],
    }
    title = sarif_text(translate(one.fix.title, language))
    return [{"description": {"text": title}, "artifactChanges": [change]}]


def _location(place: Place, findings: Findings) -> Record:
    return {"artifactLocation": _artifact(place, findings), "region": _region(place)}


def _artifact(place: Place, findings: Findings) -> Record:
    return {"uri": uri_path(findings.in_repository(place.path)), "uriBaseId": _BASE}


def _region(place: Place) -> Record:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
