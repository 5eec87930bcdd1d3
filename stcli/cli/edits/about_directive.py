"""What is asked about a directive, each answer judged before the next question."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from stcli.acts.beginning import read_number, refuse_known, written
from stcli.acts.guessing import issuer_of
from stcli.cli import terminal
from stcli.cli.edits.asking import Question, ask, ask_or_skip
from stcli.cli.edits.entering import agencies_offered, day, directives_offered, reference
from stcli.judging import objections
from stcli.messages import say
from stcli.model import Directive, Tracker
from stcli.numbers import type_names
from stcli.references import References
from stcli.rules.registry import Survey

if TYPE_CHECKING:
    from datetime import date

    from stcli.acts import Beginning
    from stcli.cli.edits.workplace import Workplace
    from stcli.words import Language

_WITHOUT_YEAR: Final = re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}")
_UNKNOWN: Final = "?"


def about_directive(known: Beginning, workplace: Workplace, language: Language) -> Beginning:
    """Ask for what is missing of a directive, and for what else is likely to be known.

    What was given by options is judged first, as no answer could mend it.
    """
    _judge_given(known, workplace)
    if not known.number:
        known = replace(known, number=_number(language))
    if not known.title:
        known = replace(known, title=ask(Question(say("what it is about"), str), language))
    issued = known.issued or _issued(known, workplace, language)
    known = replace(known, issued=issued)
    if not known.issuer:
        known = replace(known, issuer=_issuer(known.number, issued, workplace, language))
    if not known.type:
        known = replace(known, type=_type(known.number, language))
    if not known.implements:
        known = replace(known, implements=_implements(workplace, language))
    return known


def _judge_given(known: Beginning, workplace: Workplace) -> None:
    if known.number:
        read_number(known.number)
    if known.issuer:
        workplace.agency_ids((known.issuer,))
    if known.number and known.issued:
        _judge(known, known.issued, workplace)
    for text in (*known.implements, *known.cites):
        reference(text, workplace)


def _number(language: Language) -> str:
    """Ask for the number; where it is doubtful, once more, with the usual spelling proposed."""
    text = say("number and symbol")
    typed = ask(Question(text, _readable), language)
    number = read_number(typed)
    if not number.doubts:
        return typed
    for doubt in number.doubts:
        terminal.note(say("warning: {message}", message=doubt), language)
    return ask(Question(text, _readable, default=number.normal), language)


def _readable(text: str) -> str:
    read_number(text)
    return text


def _issued(known: Beginning, workplace: Workplace, language: Language) -> date:
    year = read_number(known.number).year
    text = say("day of issue") if year is None else say("day of issue in {year}", year=str(year))

    def read(typed: str) -> date:
        if year is not None and _WITHOUT_YEAR.fullmatch(typed):
            typed = f"{typed}{typed.strip('0123456789')}{year}"
        issued = day(typed)
        _judge(known, issued, workplace)
        return issued

    return ask(Question(text, read), language)


def _judge(known: Beginning, issued: date, workplace: Workplace) -> None:
    """Refuse a number and a day of issue that the rules find wrong, alone or together."""
    draft = Directive(written(read_number(known.number)), known.title, _UNKNOWN, issued)
    office = workplace.office
    before, after = (
        Survey(one, References(one), office.settings, office.today, agencies_read=False)
        for one in (Tracker(), Tracker((draft,)))
    )
    objections(before, after, draft.path)


def _issuer(number: str, issued: date, workplace: Workplace, language: Language) -> str:
    there = [one for one in workplace.agencies if one.exists_on(issued)]
    likely = issuer_of(read_number(number), there, workplace.known.references.directives)

    def read(typed: str) -> str:
        (issuer,) = workplace.agency_ids((typed,))
        refuse_known(number, issuer, issued, workplace.known.references)
        return issuer

    offered = agencies_offered(workplace, issued)
    return ask(Question(say("issuer"), read, likely, offered), language)


def _type(number: str, language: Language) -> str | None:
    """Ask what it is, where its symbol leaves that open."""
    names = type_names(read_number(number))
    if len(names) == 1:
        return None
    return ask_or_skip(Question(say("type of document"), str, "".join(names[:1])), language)


def _implements(workplace: Workplace, language: Language) -> tuple[str, ...]:
    def read(typed: str) -> tuple[str, ...]:
        return (reference(typed, workplace),)

    offered = directives_offered(workplace)
    return ask_or_skip(Question(say("what it carries out"), read, offers=offered), language) or ()
