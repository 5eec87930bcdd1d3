"""Rules about what agencies are to each other: who takes over, who is above, who is a member."""

# ruff: noqa: D401 - the first line of a rule is its law

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.responsibility import responsible
from stcli.rules.circles import around, circles, shown
from stcli.rules.mentions import current_leads
from stcli.rules.registry import Finding, Scope, Survey, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from stcli.model import Agency


@rule(Severity.ERROR, Scope.OFFICE)
def successor_cycle(survey: Survey) -> Iterator[Finding]:
    """What an agency handed over comes back to it only by a later handover.

    Who answers for a task is found by going from successor to successor in the
    order of their days. Where two agencies hand over to each other on one day,
    neither has the tasks. Correct the day, or give each of them tags of its own
    under `for`.

    Wrong:

        # directives/agencies.yaml
        agencies:
          - {id: thu-tuong, name: Thủ tướng Chính phủ}
          - id: so-khcn
            name: Sở Khoa học và Công nghệ
            successors: [{agency: so-tttt, from: 2025-03-01}]
          - id: so-tttt
            name: Sở Thông tin và Truyền thông
            successors: [{agency: so-khcn, from: 2025-03-01}]

    Right:

        # directives/agencies.yaml
        agencies:
          - {id: thu-tuong, name: Thủ tướng Chính phủ}
          - id: so-khcn
            name: Sở Khoa học và Công nghệ
          - id: so-tttt
            name: Sở Thông tin và Truyền thông
            successors: [{agency: so-khcn, from: 2025-03-01}]
    """
    handovers = _handovers(survey)
    if not any(circles(_heirs(handovers))):
        return
    reported: set[frozenset[_Handover]] = set()
    for tag in (None, *dict.fromkeys(tag for one in handovers for tag in one.tags)):
        taken = _taken(handovers, tag)
        for nodes in circles(_heirs(taken)):
            steps = _steps(nodes, taken)
            if frozenset(steps) not in reported and not _returns(steps):
                reported.add(frozenset(steps))
                yield _circle(steps)


@rule(Severity.ERROR, Scope.OFFICE)
def parent_cycle(survey: Survey) -> Iterator[Finding]:
    """No agency is a part of itself, directly or through others.

    `parent` names the agency above, for which the tasks of those below are counted
    too. In a circle none is above the others; one of the parents is mistyped.

    Wrong:

        # directives/agencies.yaml
        agencies:
          - {id: thu-tuong, name: Thủ tướng Chính phủ}
          - {id: so-khcn, name: Sở Khoa học và Công nghệ, parent: ubnd}
          - {id: ubnd, name: Ủy ban nhân dân tỉnh, parent: so-khcn}

    Right:

        # directives/agencies.yaml
        agencies:
          - {id: thu-tuong, name: Thủ tướng Chính phủ}
          - {id: so-khcn, name: Sở Khoa học và Công nghệ, parent: ubnd}
          - {id: ubnd, name: Ủy ban nhân dân tỉnh}
    """
    for agency, position, names in _circles(
        survey, lambda one: (one.parent,) if one.parent else ()
    ):
        yield Finding(
            agency.path,
            ("agencies", position, "parent"),
            say("the parents make a circle: {circle}", circle=shown(names)),
            say("correct one of them; the one at the top has no parent"),
        )


@rule(Severity.WARNING, Scope.OFFICE)
def member_cycle(survey: Survey) -> Iterator[Finding]:
    """No collective is a member of itself, directly or through others.

    A task given to a collective is given to each of its members, and to those of a
    collective among them. One that comes back to itself names nobody by it: the id
    of a member is mistyped, or one collective holds the other the wrong way round.

    Wrong:

        # directives/agencies.yaml
        agencies:
          - {id: thu-tuong, name: Thủ tướng Chính phủ}
          - {id: so-khcn, name: Sở Khoa học và Công nghệ}
          - {id: cac-so, name: Các sở, kind: collective, members: [so-khcn, khac]}
          - {id: khac, name: Các ngành khác, kind: collective, members: [cac-so]}

    Right:

        # directives/agencies.yaml
        agencies:
          - {id: thu-tuong, name: Thủ tướng Chính phủ}
          - {id: so-khcn, name: Sở Khoa học và Công nghệ}
          - {id: cac-so, name: Các sở, kind: collective, members: [so-khcn]}
          - {id: khac, name: Các ngành khác, kind: collective, members: [cac-so]}
    """
    for agency, position, names in _circles(survey, lambda one: one.members):
        yield Finding(
            agency.path,
            ("agencies", position, "members", agency.members.index(names[1])),
            say("the members make a circle: {circle}", circle=shown(names)),
            say("correct one of them; a collective names bodies, or collectives of others"),
        )


@rule(Severity.WARNING)
def agency_without_successor(survey: Survey) -> Iterator[Finding]:
    """An agency that ended has a successor for every task it left open.

    Otherwise nobody answers for them. Name who took over under `successors`, with
    the day and the document. `for:` limits a successor to the tasks with certain
    tags; one without it takes the rest.

    Wrong:

        # directives/agencies.yaml
        agencies:
          - {id: thu-tuong, name: Thủ tướng Chính phủ}
          - {id: bo-tai-chinh, name: Bộ Tài chính}
          - id: bo-khdt
            name: Bộ Kế hoạch và Đầu tư
            until: 2025-02-28
        # directives/2023/25-CT-TTg.yaml
        issuer: thu-tuong
        tasks:
          - id: 1
            title: Rà soát cơ chế đầu tư
            lead: bo-khdt

    Right:

        # directives/agencies.yaml
        agencies:
          - {id: thu-tuong, name: Thủ tướng Chính phủ}
          - {id: bo-tai-chinh, name: Bộ Tài chính}
          - id: bo-khdt
            name: Bộ Kế hoạch và Đầu tư
            until: 2025-02-28
            successors:
              - {agency: bo-tai-chinh, from: 2025-03-01, basis: 176/2025/QH15}
        # directives/2023/25-CT-TTg.yaml
        issuer: thu-tuong
        tasks:
          - id: 1
            title: Rà soát cơ chế đầu tư
            lead: bo-khdt
    """
    agencies = survey.tracker.agencies
    ended = {name for name, one in agencies.items() if one.until and one.until < survey.today}
    left: dict[str, list[tuple[str, int]]] = {}
    known: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, ...]] = {}
    for directive in survey.issued if ended else ():
        for position, task in enumerate(directive.tasks):
            if task.done is not None or task.cancelled is not None or task.returned is not None:
                continue
            key = current_leads(task), (*task.tags, *directive.tags)
            if key not in known:
                known[key] = responsible(*key, survey.today, agencies)
            for name in ended.intersection(known[key]):
                left.setdefault(name, []).append((directive.path, position))
    for position, agency in enumerate(survey.tracker.listed):
        tasks = left.pop(agency.id, None)
        if tasks:
            path, first = tasks[0]
            yield Finding(
                agency.path,
                ("agencies", position, "until"),
                say(
                    "`{agency}` left {count} open tasks to nobody",
                    agency=agency.id,
                    count=len(tasks),
                ),
                say("name who took them over under `successors`, or cancel the tasks"),
                related=((say("the first of them"), path, ("tasks", first)),),
            )


def _circles(
    survey: Survey, following: Callable[[Agency], tuple[str, ...]]
) -> Iterator[tuple[Agency, int, tuple[str, ...]]]:
    """Give the circles that agencies make, each from the first in the list until back to it."""
    listed = survey.tracker.listed
    positions = {one.id: position for position, one in reversed(tuple(enumerate(listed)))}
    for nodes in circles({one.id: following(one) for one in reversed(listed)}):
        first = min(nodes, key=positions.__getitem__)
        yield listed[positions[first]], positions[first], around(nodes, first)


class _Handover(NamedTuple):
    """One entry of an agency's successors."""

    since: date
    agency: int
    number: int
    giver: str
    heir: str
    tags: tuple[str, ...]
    path: str


def _handovers(survey: Survey) -> tuple[_Handover, ...]:
    return tuple(
        _Handover(heir.since, position, number, one.id, heir.agency, heir.tags, one.path)
        for position, one in enumerate(survey.tracker.listed)
        for number, heir in enumerate(one.successors)
    )


def _taken(handovers: tuple[_Handover, ...], tag: str | None) -> tuple[_Handover, ...]:
    """Give who takes over a task with one tag or none, as `responsible` does."""
    tagged = {one.giver for one in handovers if tag in one.tags}
    return tuple(
        one for one in handovers if tag in one.tags or (not one.tags and one.giver not in tagged)
    )


def _heirs(handovers: Iterable[_Handover]) -> dict[str, dict[str, None]]:
    heirs: dict[str, dict[str, None]] = {}
    for one in handovers:
        heirs.setdefault(one.giver, {})[one.heir] = None
    return heirs


def _steps(nodes: tuple[str, ...], handovers: Iterable[_Handover]) -> tuple[_Handover, ...]:
    known = {(one.giver, one.heir): one for one in handovers}
    return tuple(known[step] for step in zip(nodes, (*nodes[1:], nodes[0]), strict=True))


def _returns(steps: tuple[_Handover, ...]) -> bool:
    """Tell a circle whose handovers follow each other in time, so that the last one returns."""
    following = (*steps[1:], steps[0])
    return sum(up.since < one.since for one, up in zip(steps, following, strict=True)) == 1


def _circle(steps: tuple[_Handover, ...]) -> Finding:
    """Give the finding at the last handover of a circle, which made it one."""
    last = max(steps)
    after = steps.index(last) + 1
    names = [step.giver for step in (*steps[after:], *steps[:after])]
    return Finding(
        last.path,
        ("agencies", last.agency, "successors", last.number, "agency"),
        say(
            "the handovers of {day} and before make a circle: {circle}",
            day=last.since,
            circle=shown((*names, names[0])),
        ),
        say("correct the agency or the day, or limit the successors to tags under `for`"),
        related=tuple(
            (
                say("{giver} hands over to {heir}", giver=step.giver, heir=step.heir),
                step.path,
                ("agencies", step.agency, "successors", step.number),
            )
            for step in steps
            if step is not last
        ),
    )
