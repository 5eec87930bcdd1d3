"""Rules about what directives say of one another."""

# ruff: noqa: D401 - the first line of a rule is its law

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.numbers import comparison_key
from stcli.references import split
from stcli.rules.mentions import references_made
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
    find_task = task_finder()
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
    year of issue to the reference, `25/CT-TTg@2023`; where that is not enough the day,
    `25/CT-TTg@2023-10-05`, or the issuer, `01/QĐ-UBND@ubnd-kon-tum`.

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
            found = _different(references.written(text))
            if len(found) > 1:
                yield Finding(
                    directive.path,
                    route,
                    say(
                        "`{reference}` can mean {count} directives",
                        reference=text,
                        count=len(found),
                    ),
                    say("write {names}", names=_any_of(found, references)),
                    related=tuple(
                        (say("it may be this one"), one.path, ("number",))
                        for one in found[:MOST_SHOWN]
                    ),
                )


def task_finder() -> Callable[[Directive, str], int | None]:
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
        remedy = _meant(_any_of(others, references))
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


def _different(found: tuple[Directive, ...]) -> tuple[Directive, ...]:
    """Leave out files that hold the same document again, which is a fault of its own."""
    if len(found) < 2:  # noqa: PLR2004 - one is the usual case
        return found
    documents = {(one.issuer, comparison_key(one.number), one.issued.year): one for one in found}
    return tuple(documents.values())


def _any_of(found: tuple[Directive, ...], references: References) -> str:
    names = [references.name(one) for one in found[:MOST_SHOWN]]
    return " / ".join(names if len(found) <= MOST_SHOWN else [*names, "..."])


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
