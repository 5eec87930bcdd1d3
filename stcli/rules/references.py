"""Rules about what directives say of one another."""

# ruff: noqa: D401 - the first line of a rule is its law

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.numbers import comparison_key
from stcli.references import split
from stcli.rules.registry import Finding, Scope, Survey, rule
from stcli.spelling import search_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stcli.messages import Message
    from stcli.model import Directive
    from stcli.references import References
    from stcli.rules.mentions import Citation

MOST_SHOWN = 5
"""Candidates and members named in one sentence."""


@rule(Severity.WARNING, Scope.ALL)
def unknown_reference(survey: Survey) -> Iterator[Finding]:
    """Every document and task that a directive refers to is among the files.

    Else the cascade from a directive to those that carry it out has a gap. Add a
    file for the document, its number, title, issuer and day are enough. It is a
    warning, as documents refer to many others: allow it on the line, or set
    `unknown-reference: off` in `stcli.yaml`.

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
    missing: list[Citation] = []
    for citation in survey.citations:
        if not citation.found:
            missing.append(citation)
        elif citation.task is None and len(citation.found) == 1 and "#" in citation.text:
            yield _no_task(citation)
    slips = _slips(survey) if missing else {}
    for citation in missing:
        if comparison_key(split(citation.text).number) not in survey.unread:
            yield _no_document(citation, survey.references, slips)


@rule(Severity.WARNING, Scope.ALL)
def ambiguous_reference(survey: Survey) -> Iterator[Finding]:
    """A reference means one directive.

    Numbers repeat every year and in every office. Where several files have one
    number, add the year of issue to the reference, `25/CT-TTg@2023`; where that is
    not enough the day, `25/CT-TTg@2023-10-05`, or the issuer,
    `01/QĐ-UBND@ubnd-kon-tum`.

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
    for directive, route, text, _, found, _ in survey.citations:
        different = _different(found) if len(found) > 1 else ()
        if len(different) > 1:
            yield Finding(
                directive.path,
                route,
                say(
                    "`{reference}` can mean {count} directives",
                    reference=text,
                    count=len(different),
                ),
                say("write {names}", names=_any_of(different, survey.references)),
                related=tuple(
                    (say("it may be this one"), one.path, ("number",))
                    for one in different[:MOST_SHOWN]
                ),
            )


def _no_document(citation: Citation, references: References, slips: Mapping[str, str]) -> Finding:
    reference = split(citation.text)
    others = references.written(reference.number)
    near = slips.get(_slip_key(reference.number))
    message = say("no file has the number `{number}`", number=reference.number)
    if not reference.number:
        message = say("`{reference}` names no document", reference=citation.text)
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
    return Finding(citation.directive.path, citation.route, message, remedy)


def _meant(near: str) -> Message:
    return say("did you mean `{near}`?", near=near)


def _no_task(citation: Citation) -> Finding:
    directive, wanted = citation.found[0], split(citation.text).task
    ids = [task.id for task in directive.tasks[: MOST_SHOWN + 1]]
    shown = ", ".join(ids[:MOST_SHOWN]) + (", ..." if len(ids) > MOST_SHOWN else "")
    return Finding(
        citation.directive.path,
        citation.route,
        say("`{number}` has no task `{task}`", number=directive.number, task=wanted),
        say("its tasks are: {ids}", ids=shown)
        if ids
        else say("no task was entered in its file yet; write the reference without #"),
        related=((say("the directive"), directive.path, ("number",)),),
    )


def _different(found: tuple[Directive, ...]) -> tuple[Directive, ...]:
    """Leave out files that hold the same document again, which is a fault of its own."""
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
