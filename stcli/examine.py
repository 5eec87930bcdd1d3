"""The rules applied to what was loaded: findings with places, weighed and allowed."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final, cast

from stcli.diagnostics import Diagnostic, Edit, Fix, Related, Severity
from stcli.documents.allowances import Allowance, allowances
from stcli.documents.data import walk
from stcli.documents.rewriting import concrete
from stcli.documents.subjects import subject, subject_at
from stcli.messages import say
from stcli.numbers import comparison_key
from stcli.rules.catalogue import RULES
from stcli.rules.registry import Scope, Survey, severity
from stcli.sources import AGENCIES
from stcli.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterable, Iterator, Mapping
    from datetime import date

    from stcli.diagnostics import Place
    from stcli.documents.data import Route
    from stcli.documents.document import Document
    from stcli.load import Loaded, Part
    from stcli.rules.registry import Finding, Rule
    from stcli.settings import Settings

_NUMBER: Final = re.compile(r"""^number:[ ]*["']?([^"'#\r\n]+)""", re.MULTILINE)
_MOST_UNUSED: Final = 1_000  # allowances reported; who has more mends these first
_STEP: Final = 200  # findings that are given their places at one go
_FEW: Final = 4  # places that are found faster one by one than by a walk over the whole document


def examine(
    loaded: Loaded, today: date, requested: Iterable[tuple[str, Finding]] = ()
) -> tuple[Diagnostic, ...]:
    """Give everything wrong with the files on a day: reading, format and rules, sorted.

    `requested` are findings of rules that are applied on request, by their names.
    """
    steps = examining(loaded, today, requested)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast("tuple[Diagnostic, ...]", end.value)


def examining(
    loaded: Loaded, today: date, requested: Iterable[tuple[str, Finding]] = ()
) -> Generator[None, None, tuple[Diagnostic, ...]]:
    """Examine in short steps, between which somebody may do something else, or give it up."""
    survey = survey_of(loaded, today)
    whole = survey_of(loaded.whole, today)
    broken = [
        (RULES[name], finding)
        for name, finding in requested
        if severity(name, loaded.settings) is not Severity.OFF
    ]
    for rule in RULES.values():
        if rule.check is not None and severity(rule.name, loaded.settings) is not Severity.OFF:
            looked_at = whole if rule.scope is Scope.EACH else survey
            broken += ((rule, finding) for finding in rule.check(looked_at))
            yield
    places = _places((finding for _, finding in broken), loaded.documents)
    found = [*_weighed(loaded.diagnostics, loaded.settings)]
    for start in range(0, len(broken), _STEP):
        yield
        some = broken[start : start + _STEP]
        found += (_placed(rule, finding, places, loaded) for rule, finding in some)
    yield
    return tuple(sorted(_without_allowed(found, loaded), key=lambda one: one.order))


def findings(part: Part, settings: Settings) -> tuple[Diagnostic, ...]:
    """Give what reading and format find in one document, as an office weighs and allows it."""
    allowed = {(one.line, one.rule) for one in allowances(part.document)}
    return tuple(
        one
        for one in _weighed(part.diagnostics, settings)
        if RULES[one.rule].fixed or (one.place.line, one.rule) not in allowed
    )


def survey_of(loaded: Loaded, today: date) -> Survey:
    """Give what the rules look at, of what was loaded."""
    unread = (_NUMBER.search(loaded.documents[path].text) for path in loaded.invalid)
    return Survey(
        loaded.tracker,
        loaded.references,
        loaded.settings,
        today,
        agencies_read=AGENCIES not in loaded.invalid,
        unread=frozenset(comparison_key(number.group(1)) for number in unread if number),
    )


def _places(
    findings: Iterable[Finding], documents: Mapping[str, Document]
) -> dict[tuple[str, Route, bool], Place]:
    """Give the places of findings, and of what explains them, by path, route and `at_key`."""
    wanted: dict[str, set[tuple[Route, bool]]] = defaultdict(set)
    for finding in findings:
        wanted[finding.path].add((finding.route, finding.at_key))
        for _, path, route in finding.related:
            wanted[path].add((route, False))
    return {
        (path, route, key): place
        for path, routes in wanted.items()
        for route, key, place in _found_in(documents[path], routes)
    }


def _found_in(
    document: Document, routes: set[tuple[Route, bool]]
) -> Iterator[tuple[Route, bool, Place]]:
    """Give the places of routes as `place` does, many of them in one walk."""
    if len(routes) <= _FEW:
        yield from ((route, key, document.place(route, key=key)) for route, key in routes)
        return
    nodes = {route: node for node, route, _ in walk(document.data)}
    for route, key in routes:
        known = route
        while known not in nodes:
            known = known[:-1]
        node = nodes[known]
        if key and known == route:
            node -= 1  # a key stands right before its value
        start, end = document.marks[2 * node : 2 * node + 2]
        yield route, key, document.span(start, end)


def _weighed(found: Iterable[Diagnostic], settings: Settings) -> Iterator[Diagnostic]:
    for one in found:
        weight = severity(one.rule, settings)
        if weight is not Severity.OFF:
            yield one if weight is one.severity else replace(one, severity=weight)


def _placed(
    rule: Rule,
    finding: Finding,
    places: Mapping[tuple[str, Route, bool], Place],
    loaded: Loaded,
) -> Diagnostic:
    place = places[finding.path, finding.route, finding.at_key]
    document, span = loaded.documents[finding.path], (place.start, place.end)
    return Diagnostic(
        rule=rule.name,
        severity=severity(rule.name, loaded.settings),
        message=finding.message,
        place=place,
        help=finding.help,
        related=tuple(
            Related(message, places[path, route, False]) for message, path, route in finding.related
        ),
        fix=concrete(document, finding.route, span, finding.fix, key=finding.at_key),
        subject=subject(document.data, finding.route),
    )


def _without_allowed(found: Iterable[Diagnostic], loaded: Loaded) -> Iterator[Diagnostic]:
    """Drop what is allowed on its line, and report allowances that allow nothing."""
    allowed = {
        (path, one.line, one.rule): one
        for path in loaded.documents
        if path not in loaded.outlined
        for one in allowances(loaded.documents[path])
    }
    used = set()
    left: dict[tuple[str, int], set[str]] = defaultdict(set)
    for one in found:
        path, line = one.place.path, one.place.line
        if (path, line, one.rule) in allowed and not RULES[one.rule].fixed:
            used.add((path, line, one.rule))
        else:
            left[path, line].add(one.rule)
            yield one
    weight = severity("unused-allowance", loaded.settings)
    if weight is not Severity.OFF:
        unused = (
            (key[0], allowance)
            for key, allowance in allowed.items()
            if key not in used and _is_unused(key[0], allowance, loaded)
        )
        for path, allowance in islice(unused, _MOST_UNUSED):
            rules = left.get((path, allowance.line), set())
            yield _unused(loaded.documents[path], allowance, weight, rules)


def _is_unused(path: str, allowance: Allowance, loaded: Loaded) -> bool:
    """Tell whether an allowance that met no finding can go.

    A rule that is off finds nothing, and one that looks across files may find nothing because
    one of the files cannot be read.
    """
    known = RULES.get(allowance.rule)
    if known is None or known.fixed:
        return path not in loaded.invalid
    if known.requested:
        return False
    return loaded.complete and severity(known.name, loaded.settings) is not Severity.OFF


def _unused(
    document: Document, allowance: Allowance, weight: Severity, found: Collection[str]
) -> Diagnostic:
    """Give the finding about an allowance; `found` are the rules that find something there."""
    known, near = RULES.get(allowance.rule), None
    if known is None:
        near = closest(allowance.rule, RULES)
        message = say("there is no rule `{rule}`", rule=allowance.rule)
        help_ = say("did you mean `{near}`?", near=near) if near else say("see: stcli explain")
    elif known.fixed:
        message = say("`{rule}` cannot be allowed", rule=allowance.rule)
        help_ = say("delete the comment; such a file cannot be read at all")
    else:
        message = say("`{rule}` finds nothing on this line", rule=allowance.rule)
        help_ = say("delete the comment; what it allowed is gone")
    fix = None
    if near in found and not RULES[str(near)].fixed:
        edit = Edit(allowance.start, allowance.end, str(near))
        fix = Fix(say("write {text}", text=near), (edit,))
    elif known is not None:
        fix = Fix(say("delete the comment"), (Edit(*allowance.comment, ""),))
    return Diagnostic(
        rule="unused-allowance",
        severity=weight,
        message=message,
        place=document.span(allowance.start, allowance.end),
        help=help_,
        fix=fix,
        subject=subject_at(document.text, allowance.start, allowance.end),
    )
