"""Rules about the cascade: which directive carries out which."""

# ruff: noqa: D401 - the first line of a rule is its law

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.rules.circles import circles
from stcli.rules.references import MOST_SHOWN
from stcli.rules.registry import Finding, Survey, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.documents.document import Route
    from stcli.model import Directive
    from stcli.references import References
    from stcli.rules.mentions import Citation

WHOLE = -1
"""In place of the position of a task: the directive itself."""

Node = tuple[int, int]
"""A directive by its position, and a task of it by its own."""


@rule(Severity.ERROR)
def reference_cycle(survey: Survey) -> Iterator[Finding]:
    """No directive and no task carries out itself, directly or through others.

    `implements` leads from a directive up to the one it carries out, which is always older. In a
    circle one of the references points the wrong way, or at the document of another year.

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
    yield from _circles(survey)


@rule(Severity.WARNING)
def reference_to_later(survey: Survey) -> Iterator[Finding]:
    """A directive refers to documents that were issued before it.

    A number repeats every year: where only the file of a later year is there, a reference without
    a year finds that one. Add the year to the reference, `25/CT-TTg@2022`, or correct the day.
    A change, a cancellation and a return are not older than the document behind them either.

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
        and one.day < one.found[0].issued <= survey.today
        and one.directive.issued <= survey.today
    ]
    reported = {(one.path, one.route) for one in _circles(survey)} if late else set()
    for directive, route, text, day, (found, *_), _ in late:
        if (directive.path, route) not in reported:
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


def _circles(survey: Survey) -> Iterator[Finding]:
    """Give the circles, each at the step that leads from the oldest member to a later one."""
    if all(one.found[0].issued < one.directive.issued for one in _steps_up(survey)):
        return  # whoever only carries out older documents cannot come back to the first
    directives, references = survey.tracker.directives, survey.references
    following = _graph(survey)
    for nodes in circles(following):
        oldest = min(nodes, key=lambda node: (directives[node[0]].issued, node))
        first = nodes.index(oldest)
        turned = (*nodes[first:], *nodes[:first], oldest)
        steps = tuple(pairwise(turned))
        names = [_name(node, directives, references) for node in turned]
        shown = [*names[:MOST_SHOWN], "..."] if len(names) > MOST_SHOWN + 1 else names
        finding, *related = (
            (
                say("{reference} carries out {other}", reference=name, other=other),
                directives[step[0][0]].path,
                following[step[0]][step[1]],
            )
            for step, (name, other) in zip(steps, pairwise(names), strict=True)
        )
        yield Finding(
            finding[1],
            finding[2],
            say("this makes a circle: {circle}", circle=" → ".join(shown)),
            say("a directive carries out older ones: delete or correct one of these references"),
            related=tuple(related[:MOST_SHOWN]),
        )


def _graph(survey: Survey) -> dict[Node, dict[Node, Route]]:
    """Give what carries out what, with the places of the references: directives, and tasks."""
    positions = {id(one): position for position, one in enumerate(survey.tracker.directives)}
    following: dict[Node, dict[Node, Route]] = {}
    for directive, route, _, _, (found, *_), task in _steps_up(survey):
        node = other = WHOLE
        if route[0] == "tasks" and task is not None:
            node, other = int(route[1]), task
        steps = following.setdefault((positions[id(directive)], node), {})
        steps.setdefault((positions[id(found)], other), route)
    return following


def _steps_up(survey: Survey) -> Iterator[Citation]:
    """Give the references from directive to directive, and from task to task, that are clear."""
    for one in survey.citations:
        of_task = one.task is not None and one.route[-1] == "implements"
        if len(one.found) == 1 and (of_task or one.route[0] == "implements"):
            yield one


def _name(node: Node, directives: tuple[Directive, ...], references: References) -> str:
    directive = directives[node[0]]
    if node[1] == WHOLE:
        return references.name(directive)
    return references.task_name(directive, directive.tasks[node[1]])
