"""Rules about what directives say of one another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.numbers import comparison_key
from stcli.references import split
from stcli.rules.circles import circles
from stcli.rules.guesses import guesser
from stcli.rules.mentions import issued, references_made
from stcli.rules.registry import Finding, Survey, rule
from stcli.spelling import search_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from stcli.documents.document import Route
    from stcli.messages import Message
    from stcli.model import Directive
    from stcli.references import References

MOST_SHOWN = 5
"""Candidates and members named in one sentence."""

_SLIP = 0.9
"""Likeness from which a number is a slip: one sign in a symbol of six is another document."""

_LEADING_NUMBER = re.compile(r"[0-9]*")

Node = tuple[int, int]
"""A directive by its position, or a task of it by both positions; -1 for the directive itself."""


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
    tasks = _task_finder()
    guess = _number_guesser(survey)
    for directive in survey.tracker.directives:
        for route, text, _ in references_made(directive):
            found = survey.references.written(text)
            if not found:
                if comparison_key(split(text).number) not in survey.unread:
                    yield _no_document(directive.path, route, text, survey, guess)
            elif len(found) == 1 and "#" in text and tasks(found[0], text) is None:
                yield _no_task(directive.path, route, text, found[0])


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
    path: str, route: Route, text: str, survey: Survey, guess: Callable[[str], str | None]
) -> Finding:
    reference = split(text)
    others = survey.references.written(reference.number)
    near = guess(reference.number)
    if not reference.number:
        message = say("`{reference}` names no document", reference=text)
        help_ = say("write the number of the directive before the #")
    elif others:
        message = say(
            "no `{number}` of {issued} is among the files",
            number=reference.number,
            issued=reference.issued,
        )
        help_ = _meant(" / ".join(survey.references.name(one) for one in others[:MOST_SHOWN]))
    else:
        message = say("no file has the number `{number}`", number=reference.number)
        help_ = (
            _meant(near)
            if near
            else say("add a file for it, or allow it on this line if it is kept elsewhere")
        )
    return Finding(path, route, message, help_)


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


def _number_guesser(survey: Survey) -> Callable[[str], str | None]:
    """Give a function from a number that no file has to one that differs by a slip.

    Only numbers with the same digits in front are compared: no one can guess between 25 and 26.
    """
    groups: dict[str, dict[str, str]] = {}
    for directive in survey.tracker.directives:
        for number in (*directive.aliases, directive.number):
            spellings = groups.setdefault(_leading(number), {})
            spellings[search_key(number)] = survey.references.name(directive)
    guessers = {leading: guesser(names, cutoff=_SLIP) for leading, names in groups.items()}

    def guess(number: str) -> str | None:
        known = guessers.get(_leading(number))
        return known(number) if known else None

    return guess
