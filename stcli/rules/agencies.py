"""Rules about the agencies that directives name."""

# ruff: noqa: D401 - the first line of a rule is its law

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.diagnostics import Rewriting, Severity
from stcli.messages import say
from stcli.references import names
from stcli.rules.guesses import guesser
from stcli.rules.mentions import agencies_named
from stcli.rules.registry import Finding, Survey, rule
from stcli.spelling import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from stcli.documents.data import Route
    from stcli.messages import Message
    from stcli.model import Agency, Tracker


@rule(Severity.ERROR)
def unknown_agency(survey: Survey) -> Iterator[Finding]:
    """Every agency that is named is listed in `directives/agencies.yaml`.

    Tasks are counted by agency, and a mistyped id would count as an agency of its
    own. Name agencies by `id`, not by name, and list an agency before a directive
    names it.

    Wrong:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: Bộ Khoa học và Công nghệ

    Right:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
    """
    if not survey.agencies_read:
        return
    unlisted = tuple(_unlisted(survey.tracker))
    spellings = _spellings(survey.tracker) if unlisted else {}
    guess = guesser(spellings)
    for path, route, agency in unlisted:
        near = guess(agency)
        yield Finding(
            path,
            route,
            say("no agency has the id `{agency}`", agency=agency),
            say("did you mean `{near}`?", near=near)
            if near
            else say("list it in directives/agencies.yaml, with its id and name"),
            fix=None if near is None else _listed_as(near, sure=search_key(agency) in spellings),
        )


@rule(Severity.WARNING)
def agency_not_in_being(survey: Survey) -> Iterator[Finding]:
    """An agency signs directives and is given tasks only while it is in being.

    `from` and `until` of an agency say when that is. Keep the agency that the
    document names: what it was given in its time goes to its successors by itself.
    A document of a later day means the new agency, even under the old name.
    Documents do name the old one for a while, so this is a warning: allow it on the
    line then.

    Wrong:

        # directives/agencies.yaml
        agencies:
          - {id: chinh-phu, name: Chính phủ}
          - {id: bo-khcn, name: Bộ Khoa học và Công nghệ}
          - id: bo-tttt
            name: Bộ Thông tin và Truyền thông
            until: 2025-02-28
            successors: [{agency: bo-khcn, from: 2025-03-01, basis: 176/2025/QH15}]
        # directives/2025/71-NQ-CP.yaml
        number: 71/NQ-CP
        issuer: chinh-phu
        issued: 2025-04-01
        tasks:
          - id: 1
            title: Lập chương trình tuyên truyền
            lead: bo-tttt

    Right:

        # directives/agencies.yaml
        agencies:
          - {id: chinh-phu, name: Chính phủ}
          - {id: bo-khcn, name: Bộ Khoa học và Công nghệ}
          - id: bo-tttt
            name: Bộ Thông tin và Truyền thông
            until: 2025-02-28
            successors: [{agency: bo-khcn, from: 2025-03-01, basis: 176/2025/QH15}]
        # directives/2025/71-NQ-CP.yaml
        number: 71/NQ-CP
        issuer: chinh-phu
        issued: 2025-04-01
        tasks:
          - id: 1
            title: Lập chương trình tuyên truyền
            lead: bo-khcn
    """
    tracker = survey.tracker
    limited = {name for name, one in tracker.agencies.items() if one.since or one.until}
    if not limited:
        return
    always = frozenset(tracker.agencies.keys() - limited)
    places = {one.id: place for place, one in reversed(tuple(enumerate(tracker.listed)))}
    givers = _givers(tracker)
    for directive in survey.issued:
        for route, name, day in agencies_named(directive, besides=always):
            right_day = directive.issued <= day <= survey.today
            if name in limited and right_day and not tracker.agencies[name].exists_on(day):
                message, others, key = _absence(tracker.agencies[name], day, givers)
                place: Route = ("agencies", places[name], key)
                yield Finding(
                    directive.path,
                    route,
                    message,
                    _instead(others),
                    related=((say("its days are here"), tracker.agencies[name].path, place),),
                )


def _listed_as(near: str, *, sure: bool) -> Rewriting:
    return Rewriting(say("write {text}", text=near), near, safe=sure)


def _spellings(tracker: Tracker) -> dict[str, str]:
    """Give every id, name, short name and alias with the id it stands for; the ids win."""
    named = {search_key(name): one.id for one in reversed(tracker.listed) for name in names(one)}
    return named | {search_key(name): name for name in tracker.agencies}


def _unlisted(tracker: Tracker) -> Iterator[tuple[str, Route, str]]:
    """Give where agencies are named that are not listed; only the issuers while none is."""
    listed = frozenset(tracker.agencies)
    for directive in tracker.directives:
        for route, name, _ in agencies_named(directive, besides=listed):
            if listed or route == ("issuer",):
                yield directive.path, route, name
    for position, agency in enumerate(tracker.listed):
        for route, name in _relatives(agency):
            if name not in listed:
                yield agency.path, ("agencies", position, *route), name


def _relatives(agency: Agency) -> Iterator[tuple[Route, str]]:
    if agency.parent is not None:
        yield ("parent",), agency.parent
    for number, member in enumerate(agency.members):
        yield ("members", number), member
    for number, successor in enumerate(agency.successors):
        yield ("successors", number, "agency"), successor.agency


def _givers(tracker: Tracker) -> dict[str, list[str]]:
    """Give the agencies that handed over to each agency."""
    givers: dict[str, list[str]] = {}
    for one in tracker.listed:
        for heir in one.successors:
            givers.setdefault(heir.agency, []).append(one.id)
    return givers


def _absence(
    agency: Agency, day: date, givers: Mapping[str, list[str]]
) -> tuple[Message, Iterable[str], str]:
    """Give why an agency was not there on a day, who was in its place, and which key says so."""
    if agency.until is not None and agency.until < day:
        message = say(
            "`{agency}` ended on {until}, before {day}",
            agency=agency.id,
            until=agency.until,
            day=day,
        )
        return message, [one.agency for one in agency.successors if one.since <= day], "until"
    message = say(
        "`{agency}` begins on {since}, after {day}", agency=agency.id, since=agency.since, day=day
    )
    return message, givers.get(agency.id, ()), "from"


def _instead(others: Iterable[str]) -> Message:
    agencies = " / ".join(dict.fromkeys(others))
    if agencies:
        return say(
            "if {agencies} is meant, write that; if not, allow it on this line", agencies=agencies
        )
    return say("correct the agency or its days; if both are right, allow it on this line")
