"""Rules about what may stand only once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.numbers import comparison_key
from stcli.rules.registry import Finding, Scope, Survey, rule
from stcli.spelling import same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.model import Directive


@rule(Severity.ERROR, Scope.ALL)
def duplicate_directive(survey: Survey) -> Iterator[Finding]:
    """One issuer gives a number once a year.

    Issuer, number and year of issue tell which document is meant (Decree
    30/2020/NĐ-CP, article 15). The same document in two files is counted twice:
    keep one of them. Two documents with one number have a mistyped number, issuer
    or day.

    Wrong:

        # directives/2023/25-CT-TTg.yaml
        number: 25/CT-TTg
        title: Phát triển thị trường khoa học và công nghệ
        # directives/2023/copy.yaml
        number: 25/CT-TTg
        title: Phát triển thị trường khoa học và công nghệ

    Right:

        # directives/2023/25-CT-TTg.yaml
        number: 25/CT-TTg
        title: Phát triển thị trường khoa học và công nghệ
    """
    first: dict[tuple[str, str, int], Directive] = {}
    for directive in survey.tracker.directives:
        key = directive.issuer, comparison_key(directive.number), directive.issued.year
        known = first.setdefault(key, directive)
        if known is not directive:
            yield Finding(
                directive.path,
                ("number",),
                say(
                    "`{number}` of {year} by `{issuer}` is in another file already",
                    number=directive.number,
                    year=str(directive.issued.year),
                    issuer=directive.issuer,
                ),
                say("keep one of the files, or correct the number, the issuer or the day"),
                related=((say("it is here first"), known.path, ("number",)),),
            )


@rule(Severity.ERROR)
def duplicate_task(survey: Survey) -> Iterator[Finding]:
    """Every task of a directive has an id of its own.

    A task is referred to by it, as `25/CT-TTg#2`. Give the tasks the numbers they
    have in the document, with a letter where one point holds several tasks: `2a`,
    `2b`.

    Wrong:

        tasks:
          - id: 1
            title: Rà soát kinh nghiệm quốc tế
            lead: bo-khcn
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn

    Right:

        tasks:
          - id: 1a
            title: Rà soát kinh nghiệm quốc tế
            lead: bo-khcn
          - id: 1b
            title: Xây dựng đề án
            lead: bo-khcn
    """
    for directive in survey.tracker.directives:
        first: dict[str, int] = {}
        for position, task in enumerate(directive.tasks):
            known = first.setdefault(same(task.id), position)
            if known != position:
                yield Finding(
                    directive.path,
                    ("tasks", position, "id"),
                    say("another task has the id `{id}`", id=task.id),
                    say("give each task its own id; letters tell parts of one point apart: 2a, 2b"),
                    related=((say("it is here first"), directive.path, ("tasks", known, "id")),),
                )


@rule(Severity.ERROR, Scope.OFFICE)
def duplicate_agency(survey: Survey) -> Iterator[Finding]:
    """Every agency has an id of its own.

    Directives name agencies by id, and only the first of two with one id would ever
    be found. A new agency under an old name gets a new id, so that old tasks stay
    with the old one.

    Wrong:

        # directives/agencies.yaml
        agencies:
          - id: so-khcn
            name: Sở Khoa học và Công nghệ
          - id: so-khcn
            name: Sở Khoa học và Công nghệ tỉnh Quảng Ngãi

    Right:

        # directives/agencies.yaml
        agencies:
          - id: so-khcn
            name: Sở Khoa học và Công nghệ
          - id: so-khcn-quang-ngai
            name: Sở Khoa học và Công nghệ tỉnh Quảng Ngãi
    """
    first: dict[str, int] = {}
    for position, agency in enumerate(survey.tracker.listed):
        known = first.setdefault(same(agency.id), position)
        if known != position:
            yield Finding(
                agency.path,
                ("agencies", position, "id"),
                say("another agency has the id `{id}`", id=agency.id),
                say("delete one of the two, or give the new agency an id of its own"),
                related=((say("it is here first"), agency.path, ("agencies", known, "id")),),
            )
