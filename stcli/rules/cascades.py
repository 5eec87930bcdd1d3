"""Rules about the cascade: which directive carries out which."""

# ruff: noqa: D401 - the first line of a rule is its law

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.rules.circles import circles
from stcli.rules.mentions import issued, references_made
from stcli.rules.references import MOST_SHOWN, task_finder
from stcli.rules.registry import Finding, Survey, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.documents.document import Route
    from stcli.model import Directive
    from stcli.references import References

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
    reported = {(one.path, one.route) for one in _circles(survey)}
    for directive in issued(survey):
        for route, text, day in references_made(directive):
            found = survey.references.written(text)
            if (
                len(found) == 1
                and day < found[0].issued <= survey.today
                and (directive.path, route) not in reported
            ):
                yield Finding(
                    directive.path,
                    route,
                    say(
                        "`{reference}` was issued on {issued}, after {day}",
                        reference=text,
                        issued=found[0].issued,
                        day=day,
                    ),
                    say("add the year if that of another year is meant, or correct the day"),
                    related=((say("its day of issue"), found[0].path, ("issued",)),),
                )


def _circles(survey: Survey) -> Iterator[Finding]:
    """Give the circles, each at the step that leads from the oldest member to a later one."""
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
    find_task = task_finder()
    written = survey.references.written
    positions = {id(one): position for position, one in enumerate(survey.tracker.directives)}
    following: dict[Node, dict[Node, Route]] = {}
    for position, directive in enumerate(survey.tracker.directives):
        for number, text in enumerate(directive.implements):
            found = written(text)
            if len(found) == 1:
                steps = following.setdefault((position, WHOLE), {})
                steps.setdefault((positions[id(found[0])], WHOLE), ("implements", number))
        for number, task in enumerate(directive.tasks):
            if task.implements is None or "#" not in task.implements:
                continue
            found = written(task.implements)
            other = find_task(found[0], task.implements) if len(found) == 1 else None
            if other is not None:
                route: Route = ("tasks", number, "implements")
                following[position, number] = {(positions[id(found[0])], other): route}
    return following


def _name(node: Node, directives: tuple[Directive, ...], references: References) -> str:
    directive = directives[node[0]]
    if node[1] == WHOLE:
        return references.name(directive)
    return references.task_name(directive, directive.tasks[node[1]])
