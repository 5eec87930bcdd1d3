"""Words of a query as they are typed: keys, then what a key may have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from stcli.completing import office
from stcli.completing.candidates import Candidate
from stcli.completing.naming import directives
from stcli.query.terms import AGENCIES, KEYS, NONE, OPTIONAL, TRAITS
from stcli.states import State
from stcli.words.states import name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.completing.tree import Tree

_MARKS: Final = {"tag": "tags", "officer": "officer"}
_CONDITION: Final = re.compile(
    r"(?P<start>(?:-|not:)?(?P<key>(?!not:)[A-Za-z]+)(?P<operator>:|=|[<>]=?)(?:.*,)?)(?P<value>[^,]*)",
    re.DOTALL,
)
_NEGATION: Final = re.compile(r"-|not:|")
_SIGNS: Final = re.compile(r'[,"]')


def words(typed: str, tree: Tree) -> Iterator[Candidate]:
    """Give the keys of conditions, or for a key that has been typed the values it may have."""
    found = _CONDITION.fullmatch(typed)
    if found is None:
        negation = _NEGATION.match(typed)
        start = negation[0] if negation else ""
        for key, about in KEYS.items():
            yield Candidate(f"{start}{key}:", about, goes_on=True)
        return
    key, start = found["key"].lower(), found["start"]
    for one in _values(key, found["value"], tree):
        names = (one.text, *one.names)
        yield Candidate(start + _quoted(one.text), one.about, start=start, names=names)
    if key in OPTIONAL and found["operator"] in {":", "="}:  # none is neither before nor after
        yield Candidate(start + NONE, start=start)


def _values(key: str, typed: str, tree: Tree) -> Iterator[Candidate]:
    if key in AGENCIES:
        yield from office.agencies(tree.agencies())
    elif key == "directive":
        yield from directives(typed, tree)
    elif key in _MARKS:
        yield from map(Candidate, office.marks(tree.files.documents(), _MARKS[key]))
    else:
        yield from _fixed(key, tree)


def _fixed(key: str, tree: Tree) -> Iterator[Candidate]:
    """Give the values of keys that have few: states, traits, and what directives have."""
    match key:
        case "state":
            yield from (Candidate(state.value, name(state)) for state in State)
        case "is":
            yield from map(Candidate, TRAITS)
        case "year":
            years = {one.issued.year for one in tree.files.references.directives}
            yield from map(Candidate, map(str, sorted(years)))
        case "type":
            from stcli.references import types  # noqa: PLC0415 - loads how names are found

            found = {one for each in tree.files.references.directives for one in types(each)}
            yield from map(Candidate, sorted(found))
        case _:
            pass


def _quoted(value: str) -> str:
    """Give a value as one word of a query: quoted where a sign in it would mean something."""
    if value.lower() != NONE and not _SIGNS.search(value):
        return value
    doubled = value.replace('"', '""')
    return f'"{doubled}"'
