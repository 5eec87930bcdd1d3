"""From a query to the words that mean it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, assert_never

from stcli import deadlines
from stcli.query.terms import NONE, Compared, InState, Named, Search

if TYPE_CHECKING:
    from stcli.query.terms import Query, Term, When

_PLAIN_TEXT: Final = re.compile(r"(?!-)[^\s\":<>=]+")
_PLAIN_VALUE: Final = re.compile(r"[^\s\",]+")


def write(query: Query) -> str:
    """Give the text of a query, which reads back as the same: `parse(split(text)) == query`."""
    return " ".join(map(_term, query.terms))


def _term(term: Term) -> str:
    sign = "-" if term.negated else ""
    match term:
        case Search():
            return sign + _quoted(term.text, _PLAIN_TEXT)
        case Named():
            return f"{sign}{term.key}:{','.join(map(_value, term.values))}"
        case InState():
            return f"{sign}state:{','.join(term.states)}"
        case Compared():
            return f"{sign}{term.key}{term.operator}{','.join(map(_when, term.values))}"
    assert_never(term)


def _value(value: str | None) -> str:
    if value is None:
        return NONE
    return f'"{value}"' if value.lower() == NONE else _quoted(value, _PLAIN_VALUE)


def _when(value: When | None) -> str:
    match value:
        case None:
            return NONE
        case int():
            return str(value)
        case _:
            return deadlines.write(value)


def _quoted(text: str, plain: re.Pattern[str]) -> str:
    if plain.fullmatch(text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
