"""Rules about the agencies that directives name, and about the list of agencies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.responsibility import responsible
from stcli.rules.guesses import guesser
from stcli.rules.registry import Finding, Survey, rule
from stcli.spelling import search_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Set
    from datetime import date

    from stcli.documents.document import Route
    from stcli.messages import Message
    from stcli.model import Agency, Directive, Task, Tracker


@rule(Severity.ERROR)
def unknown_agency(survey: Survey) -> Iterator[Finding]:
    """Every agency that is named stands in `directives/agencies.yaml`.

    Tasks are counted by agency, and a mistyped id would start an agency of its own. Name agencies
    by `id`, not by name; list an agency before the first directive that names it.

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
    tracker = survey.tracker
    names = {
        search_key(name): agency.id
        for agency in reversed(tracker.listed)
        for name in (*agency.aliases, agency.short or agency.name, agency.name, agency.id)
    }
    guess = guesser(names)
    for path, route, agency in _unlisted(tracker):
        near = guess(agency)
        yield Finding(
            path,
            route,
            say("no agency has the id `{agency}`", agency=agency),
            say("did you mean `{near}`?", near=near)
            if near
            else say("list it in directives/agencies.yaml, with an id and a name"),
        )


@rule(Severity.WARNING)
def agency_not_in_being(survey: Survey) -> Iterator[Finding]:
    """An agency signs directives and is given tasks only while it is in being.

    The days `from` and `until` of an agency say when that is; what it was given before goes to
    its successors by itself. A later document means the new agency, also where the name stayed.
    It is a warning, as documents do name old agencies for a while: allow it on the line then.

    Wrong:

        issued: 2025-04-01
        tasks:
          - id: 1
            title: Lập chương trình tuyên truyền
            lead: bo-tttt           # until 2025-02-28

    Right:

        issued: 2025-04-01
        tasks:
          - id: 1
            title: Lập chương trình tuyên truyền
            lead: bo-khcn
    """
    limited = {one.id: one for one in survey.tracker.listed if one.since or one.until}
    if not limited:
        return
    for directive in survey.tracker.directives:
        if directive.issued > survey.today:
            continue
        for route, name, day in _named(directive, limited.keys()):
            agency = limited[name]
            if not agency.exists_on(day):
                yield Finding(
                    directive.path,
                    route,
                    _absence(agency, day),
                    _present(agency, day, survey.tracker),
                    related=_limits(agency, day, survey.tracker),
                )


@rule(Severity.WARNING)
def agency_without_successor(survey: Survey) -> Iterator[Finding]:
    """An agency that ended has a successor for every task it left open.

    Else nobody answers for them. Name who took over under `successors`, with the day and the
    document; `for:` limits a successor to tasks with certain tags, and one without it takes
    the rest.

    Wrong:

        # directives/agencies.yaml
        agencies:
          - id: bo-khdt
            name: Bộ Kế hoạch và Đầu tư
            until: 2025-02-28
          - id: bo-tai-chinh
            name: Bộ Tài chính
        # directives/2023/25-CT-TTg.yaml
        issuer: bo-tai-chinh
        tasks:
          - id: 1
            title: Rà soát cơ chế đầu tư
            lead: bo-khdt

    Right:

        # directives/agencies.yaml
        agencies:
          - id: bo-khdt
            name: Bộ Kế hoạch và Đầu tư
            until: 2025-02-28
            successors:
              - {agency: bo-tai-chinh, from: 2025-03-01, basis: 176/2025/QH15}
          - id: bo-tai-chinh
            name: Bộ Tài chính
        # directives/2023/25-CT-TTg.yaml
        issuer: bo-tai-chinh
        tasks:
          - id: 1
            title: Rà soát cơ chế đầu tư
            lead: bo-khdt
    """
    tracker = survey.tracker
    ended = {
        agency.id: position
        for position, agency in reversed(tuple(enumerate(tracker.listed)))
        if agency.until is not None and agency.until < survey.today
    }
    left: dict[str, list[tuple[Directive, int]]] = {}
    for directive, position, task in tracker.tasks() if ended else ():
        if _is_open(task) and directive.issued <= survey.today:
            for agency in responsible(current_leads(task), task.tags, survey.today, tracker.agencies):
                if agency in ended:
                    left.setdefault(agency, []).append((directive, position))
    for agency, tasks in left.items():
        directive, position = tasks[0]
        yield Finding(
            tracker.agencies[agency].path,
            ("agencies", ended[agency], "until"),
            say(
                "`{agency}` left {count} open tasks when it ended",
                agency=agency,
                count=len(tasks),
            ),
            say("name who took them over under `successors`, or cancel the tasks"),
            related=((say("the first of them"), directive.path, ("tasks", position)),),
        )


def current_leads(task: Task) -> tuple[str, ...]:
    """Give the leads of a task after all its changes."""
    return next(
        (one.leads for one in reversed(task.changes) if one.leads is not None), task.leads
    )


def _is_open(task: Task) -> bool:
    return task.done is None and task.cancelled is None and task.returned is None


def _unlisted(tracker: Tracker) -> Iterator[tuple[str, Route, str]]:
    """Give where agencies are named that nobody listed; only the issuers while none is listed."""
    listed = tracker.agencies.keys()
    for directive in tracker.directives:
        if directive.issuer not in listed:
            yield directive.path, ("issuer",), directive.issuer
        for route, name, _ in _named(directive, None) if listed else ():
            if name not in listed and route != ("issuer",):
                yield directive.path, route, name
    for position, agency in enumerate(tracker.listed):
        named: tuple[tuple[Route, str], ...] = (
            *((("parent",), agency.parent) for _ in range(1) if agency.parent),
            *((("members", n), one) for n, one in enumerate(agency.members)),
            *((("successors", n, "agency"), one.agency) for n, one in enumerate(agency.successors)),
        )
        for route, name in named:
            if name not in listed:
                yield agency.path, ("agencies", position, *route), name
