"""Rules about what directives say of one another."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.numbers import comparison_key
from stcli.references import split
from stcli.rules.circles import circles
from stcli.rules.mentions import issued, references_made
from stcli.rules.registry import Finding, Survey, rule
from stcli.spelling import search_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from stcli.documents.document import Route
    from stcli.messages import Message
    from stcli.model import Directive
    from stcli.references import References

MOST_SHOWN = 5
"""Candidates and members named in one sentence."""

WHOLE = -1
"""In place of the position of a task: the directive itself."""

Node = tuple[int, int]
"""A directive by its position, and a task of it by its own."""


@rule(Severity.WARNING)
def unknown_reference(survey: Survey) -> Iterator[Finding]:
    """Every document and task that a directive refers to is among the files.

    Else the cascade from a directive to those that carry it out has a gap. Add a file for the
    document, its number, title, issuer and day are enough. It is a warning, as documents refer to
    many others: allow it on the line, or set `unknown-reference: off` in `stcli.yaml`.

    Wrong:

        # directives/2023/25-CT-TTg.yaml
        number: 25/CT-TTg
        # directives/2023/3772-UBND-KGVX.yaml
        number: 3772/UBND-KGVX
        implements: 25/CT-TTG@2022

    Right:

        # directives/2023/25-CT-TTg.yaml
        number: 25/CT-TTg
        # directives/2023/3772-UBND-KGVX.yaml
        number: 3772/UBND-KGVX
        implements: 25/CT-TTg@2023
    """
    find_task = _task_finder()
    missing: list[tuple[str, Route, str]] = []
    for directive in survey.tracker.directives:
        for route, text, _ in references_made(directive):
            found = survey.references.written(text)
            if not found:
                missing.append((directive.path, route, text))
            elif len(found) == 1 and "#" in text and find_task(found[0], text) is None:
                yield _no_task(directive.path, route, text, found[0])
    slips = _slips(survey) if missing else {}
    for path, route, text in missing:
        if comparison_key(split(text).number) not in survey.unread:
            yield _no_document(path, route, text, survey.references, slips)


@rule(Severity.WARNING)
def ambiguous_reference(survey: Survey) -> Iterator[Finding]:
    """A reference means one directive.

    Numbers repeat every year and in every office. Where several files have one number, add the
    year or the day of issue to the reference: `25/CT-TTg@2023`, `25/CT-TTg@2023-10-05`. Where even
    the day is the same, give one directive another name under `aliases` and refer to that.

    Wrong:

        # directives/2022/25-CT-TTg.yaml
        number: 25/CT-TTg
        issued: 2022-12-12
        # directives/2023/25-CT-TTg.yaml
        number: 25/CT-TTg
        issued: 2023-10-05
        # directives/2023/3772-UBND-KGVX.yaml
        number: 3772/UBND-KGVX
        issued: 2023-11-01
        implements: 25/CT-TTg

    Right:

        # directives/2022/25-CT-TTg.yaml
        number: 25/CT-TTg
        issued: 2022-12-12
        # directives/2023/25-CT-TTg.yaml
        number: 25/CT-TTg
        issued: 2023-10-05
        # directives/2023/3772-UBND-KGVX.yaml
        number: 3772/UBND-KGVX
        issued: 2023-11-01
        implements: 25/CT-TTg@2023
    """
    references = survey.references
    for directive in survey.tracker.directives:
        for route, text, _ in references_made(directive):
            found = references.written(text)
            if len(found) > 1:
                yield Finding(
                    directive.path,
                    route,
                    say("`{reference}` can mean {count} directives", reference=text, count=len(found)),
                    _choice(found, references),
                    related=tuple(
                        (say("it may be this one"), one.path, ("number",))
                        for one in found[:MOST_SHOWN]
                    ),
                )


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


def _no_document(
    path: str, route: Route, text: str, references: References, slips: Mapping[str, str]
) -> Finding:
    reference = split(text)
    others = references.written(reference.number)
    near = slips.get(_slip_key(reference.number))
    message = say("no file has the number `{number}`", number=reference.number)
    if not reference.number:
        message = say("`{reference}` names no document", reference=text)
        remedy = say("write the number of the directive before the #")
    elif others:
        message = say(
            "no `{number}` of {issued} is among the files",
            number=reference.number,
            issued=reference.issued,
        )
        remedy = _meant(" / ".join(references.name(one) for one in others[:MOST_SHOWN]))
    elif near is not None:
        remedy = _meant(near)
    else:
        remedy = say("add a file for it, or allow it on this line if it is kept elsewhere")
    return Finding(path, route, message, remedy)


def _meant(near: str) -> Message:
    return say("did you mean `{near}`?", near=near)


def _no_task(path: str, route: Route, text: str, directive: Directive) -> Finding:
    ids = [task.id for task in directive.tasks[: MOST_SHOWN + 1]]
    shown = ", ".join(ids[:MOST_SHOWN]) + (", ..." if len(ids) > MOST_SHOWN else "")
    return Finding(
        path,
        route,
        say("`{number}` has no task `{task}`", number=directive.number, task=split(text).task),
        say("its tasks are: {ids}", ids=shown)
        if ids
        else say("no task was entered in its file yet; write the reference without #"),
        related=((say("the directive"), directive.path, ("number",)),),
    )


def _choice(found: tuple[Directive, ...], references: References) -> Message:
    names = dict.fromkeys(references.name(one) for one in found)
    if len(names) < len(found):
        return say("give one of them a name of its own under `aliases`, and refer to that")
    return say("write {names}", names=" / ".join(tuple(names)[:MOST_SHOWN]))


def _slips(survey: Survey) -> dict[str, str]:
    """Give the references to all directives by the key of their numbers, the first of each."""
    return {
        _slip_key(number): survey.references.name(directive)
        for directive in reversed(survey.tracker.directives)
        for number in (*directive.aliases, directive.number)
    }


def _slip_key(number: str) -> str:
    """Give what slips of the finger leave as it is: the digits, and the letters in any order.

    No diacritics, signs or capitals. Another digit or letter is another document: no one can
    guess between 25/CT-TTg and 26/CT-TTg.
    """
    key = search_key(number)
    digits = "".join(sign for sign in key if sign.isdecimal()).lstrip("0")
    return digits + "".join(sorted(sign for sign in key if sign.isalpha()))


def _task_finder() -> Callable[[Directive, str], int | None]:
    """Give a function from a directive and a reference to the position of the task it means."""
    known: dict[str, dict[str, int]] = {}

    def find(directive: Directive, text: str) -> int | None:
        positions = known.get(directive.path)
        if positions is None:
            ids = [(task.id, position) for position, task in enumerate(directive.tasks)]
            positions = {search_key(one): position for one, position in reversed(ids)}
            known[directive.path] = positions = positions | dict(reversed(ids))
        wanted = split(text).task
        return positions.get(wanted, positions.get(search_key(wanted)))

    return find


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
    find_task = _task_finder()
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
