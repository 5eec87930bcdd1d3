"""Rules about the number of a directive, its year and its type."""

# ruff: noqa: D401 - the first line of a rule is its law

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from stcli import numbers
from stcli.diagnostics import Severity
from stcli.messages import say
from stcli.numbers import NumberProblem
from stcli.rules.registry import Finding, Survey, rule
from stcli.spelling import same, search_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.messages import Message
    from stcli.model import Directive
    from stcli.numbers import DocumentNumber

_TYPES: Final = tuple(numbers.TYPES.values())


@rule(Severity.ERROR)
def malformed_number(survey: Survey) -> Iterator[Finding]:
    """A directive's number has a number and a symbol, as they stand in the document.

    Directives are found, counted and referred to by it (Decree 30/2020/NĐ-CP,
    article 15). Write the number, `/` and the symbol, without the words "số" or
    "ngày". Only the documents of the Party have another order: `57-NQ/TW`.

    Wrong:

        number: "3772"

    Right:

        number: 3772/UBND-KGVX
    """
    for directive in survey.tracker.directives:
        try:
            numbers.parse(directive.number)
        except NumberProblem as problem:
            yield Finding(directive.path, ("number",), problem.message, problem.help)


@rule(Severity.WARNING)
def doubtful_number(survey: Survey) -> Iterator[Finding]:
    """A directive's number is in the usual spelling.

    Letters without their strokes, fixed spaces and long dashes come from copied
    text; a symbol in an unusual form is mostly a slip. Compare it with the signed
    document. Where the document itself is so, allow it on the line: `# stcli: allow
    doubtful-number`.

    Wrong:

        number: 1298/QD-UBND

    Right:

        number: 1298/QĐ-UBND
    """
    for directive, number in _read(survey):
        messages = number.doubts or ((_respelled(number),) if number.respelled else ())
        for message in messages:
            yield Finding(directive.path, ("number",), message, _remedy(number))


@rule(Severity.ERROR)
def number_year_mismatch(survey: Survey) -> Iterator[Finding]:
    """A year inside a number is the year of issue.

    Numbers start again on 1 January, so that the year in `42/2014/QĐ-TTg` tells
    when it was signed. Compare both with the document: either the number or the day
    is mistyped.

    Wrong:

        number: 42/2014/QĐ-TTg
        issued: 2015-07-27

    Right:

        number: 42/2014/QĐ-TTg
        issued: 2014-07-27
    """
    for directive, number in _read(survey):
        if (
            number.year is not None
            and number.year != directive.issued.year
            and directive.issued <= survey.today
        ):
            yield Finding(
                directive.path,
                ("number",),
                say(
                    "the number says {year}, but the directive was issued on {issued}",
                    year=str(number.year),
                    issued=directive.issued,
                ),
                say("compare the number and `issued` with the document, and correct one of them"),
                related=((say("the day of issue"), directive.path, ("issued",)),),
            )


@rule(Severity.WARNING)
def type_mismatch(survey: Survey) -> Iterator[Finding]:
    """A directive's type is the one that its symbol names.

    `CT` is a chỉ thị, `KH` a kế hoạch (Decree 30/2020/NĐ-CP, appendix III), and a
    symbol without a type is that of a letter. Leave `type:` out where the symbol
    tells it; else one of the two is mistyped.

    Wrong:

        number: 25/CT-TTg
        type: công văn

    Right:

        number: 25/CT-TTg
    """
    for directive, number in _read(survey):
        if directive.type is not None and _contradicts(directive.type, number):
            yield Finding(
                directive.path,
                ("type",),
                say(
                    "`{number}` is the number of a {names}",
                    number=number.normal,
                    names=" / ".join(numbers.type_names(number)),
                ),
                say("delete `type` where the symbol is right, or correct the number"),
                related=((say("the number"), directive.path, ("number",)),),
            )


def _read(survey: Survey) -> Iterator[tuple[Directive, DocumentNumber]]:
    """Give the directives whose numbers can be read."""
    for directive in survey.tracker.directives:
        try:
            number = numbers.parse(directive.number)
        except NumberProblem:
            continue
        yield directive, number


def _respelled(number: DocumentNumber) -> Message:
    if same(number.raw) == number.normal:
        return say(
            "`{number}` holds letters, dashes or spaces that only look like the usual ones",
            number=number.raw,
        )
    return say("`{number}` is not in the usual spelling", number=number.raw)


def _remedy(number: DocumentNumber) -> Message:
    if number.respelled:
        return say("write {number}", number=number.normal)
    return say("compare it with the document; where it is so there, allow it on this line")


def _contradicts(given: str, number: DocumentNumber) -> bool:
    """Tell whether a type is another one than the symbol's.

    A `kế hoạch phối hợp` is a `kế hoạch`. Whether a type that no symbol stands for may go with a
    symbol without a type is not known.
    """
    names = numbers.type_names(number)
    if not names or _is_one_of(given, names):
        return False
    return number.type is not None or _is_one_of(given, _TYPES)


@lru_cache(maxsize=1024)
def _is_one_of(given: str, names: tuple[str, ...]) -> bool:
    """Tell whether a type is one of some; there are few, and each is given again and again."""
    key = f"{search_key(given)} "
    return any(key.startswith(f"{search_key(name)} ") for name in names)
