"""Rules about the cascade: which directive carries out which."""

# ruff: noqa: D401 - the first line of a rule is its law

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.rules.circles import MOST_NAMED, circles, shown
from stcli.rules.registry import Finding, Scope, Survey, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.documents.data import Route
    from stcli.model import Directive
    from stcli.references import References
    from stcli.rules.mentions import Citation

WHOLE = -1
"""In place of the position of a task: the directive itself."""

Node = tuple[int, int]
"""A directive by its position, and a task of it by its own."""


@rule(Severity.ERROR, Scope.ALL)
def reference_cycle(survey: Survey) -> Iterator[Finding]:
    """No directive and no task carries out itself, directly or through others.

    `implements` leads from a directive up to the one it carries out, which is
    always older. In a circle one of the references points the wrong way, or at the
    document of another year.

    Wrong:

        # directives/2023/25-CT-TTg.yaml
        number: 25/CT-TTg
        issued: 2023-10-05
        implements: 3772/UBND-KGVX
        # directives/2023/3772-UBND-KGVX.yaml
        number: 3772/UBND-KGVX
        issued: 2023-11-01
        implements: 25/CT-TTg

    Right:

        # directives/2023/25-CT-TTg.yaml
        number: 25/CT-TTg
        issued: 2023-10-05
        # directives/2023/3772-UBND-KGVX.yaml
        number: 3772/UBND-KGVX
        issued: 2023-11-01
        implements: 25/CT-TTg
    """
    directives, references = survey.tracker.directives, survey.references
    found = tuple(_circles(survey))
    following = _graph(survey) if found else {}
    for nodes in found:
        names = [_name(node, directives, references) for node in nodes]
        first, *others = (
            (
                say("{reference} carries out {other}", reference=name, other=other),
                directives[node[0]].path,
                following[node][up],
            )
            for (node, up), (name, other) in zip(pairwise(nodes), pairwise(names), strict=True)
        )
        yield Finding(
            first[1],
            first[2],
            say("this makes a circle: {circle}", circle=shown(names)),
            say("a directive carries out older ones: delete or correct one of these references"),
            related=tuple(others[:MOST_NAMED]),
        )


@rule(Severity.WARNING, Scope.ALL)
def reference_to_later(survey: Survey) -> Iterator[Finding]:
    """A directive refers to documents that were issued before it.

    A number repeats every year: where only the file of a later year is there, a
    reference without a year finds that one. Add the year to the reference,
    `25/CT-TTg@2022`, or correct the day. A change, a cancellation and a return are
    not older than the document behind them either.

    Wrong:

        # directives/2023/25-CT-TTg.yaml
        number: 25/CT-TTg
        issued: 2023-10-05
        # directives/2023/812-UBND-KGVX.yaml
        number: 812/UBND-KGVX
        issued: 2023-03-20
        cites: 25/CT-TTg

    Right:

        # directives/2023/25-CT-TTg.yaml
        number: 25/CT-TTg
        issued: 2023-10-05
        # directives/2023/3812-UBND-KGVX.yaml
        number: 3812/UBND-KGVX
        issued: 2023-11-20
        cites: 25/CT-TTg
    """
    late = [
        one
        for one in survey.citations
        if len(one.found) == 1
        and one.directive.issued <= one.day < one.found[0].issued <= survey.today
    ]
    in_circles = {step for nodes in _circles(survey) for step in pairwise(nodes)} if late else ()
    positions = _positions(survey)
    for citation in late:
        directive, route, text, day, (found, *_), _ = citation
        if not _is_step_up(citation) or _step(citation, positions) not in in_circles:
            yield Finding(
                directive.path,
                route,
                say(
                    "`{reference}` was issued on {issued}, after {day}",
                    reference=text,
                    issued=found.issued,
                    day=day,
                ),
                say("add the year if that of another year is meant, or correct the day"),
                related=((say("its day of issue"), found.path, ("issued",)),),
            )


def _circles(survey: Survey) -> Iterator[tuple[Node, ...]]:
    """Give the circles, each from its oldest member, which refers to a later one, back to that."""
    ups = (one for one in survey.citations if _is_step_up(one))
    if all(one.found[0].issued < one.directive.issued for one in ups):
        return  # who only carries out older documents never comes back to the first
    directives = survey.tracker.directives
    for nodes in circles(_graph(survey)):
        oldest = min(nodes, key=lambda node: (directives[node[0]].issued, node))
        first = nodes.index(oldest)
        yield (*nodes[first:], *nodes[:first], oldest)


def _graph(survey: Survey) -> dict[Node, dict[Node, Route]]:
    """Give what carries out what, with the places of the references: directives, and tasks."""
    positions = _positions(survey)
    following: dict[Node, dict[Node, Route]] = {}
    for one in survey.citations:
        if _is_step_up(one):
            node, up = _step(one, positions)
            following.setdefault(node, {}).setdefault(up, one.route)
    return following


def _positions(survey: Survey) -> dict[int, int]:
    return {id(one): position for position, one in enumerate(survey.tracker.directives)}


def _is_step_up(one: Citation) -> bool:
    """Tell a clear reference from a directive, or a task, to the one that it carries out."""
    of_task = one.task is not None and one.route[-1] == "implements"
    return len(one.found) == 1 and (of_task or one.route[0] == "implements")


def _step(one: Citation, positions: dict[int, int]) -> tuple[Node, Node]:
    node = other = WHOLE
    if one.task is not None and one.route[0] == "tasks":
        node, other = int(one.route[1]), one.task
    return (positions[id(one.directive)], node), (positions[id(one.found[0])], other)


def _name(node: Node, directives: tuple[Directive, ...], references: References) -> str:
    directive = directives[node[0]]
    if node[1] == WHOLE:
        return references.name(directive)
    return references.task_name(directive, directive.tasks[node[1]])
