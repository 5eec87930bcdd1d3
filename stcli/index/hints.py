"""What must stand in the text of a directive for a task of it to fit a query.

A directive is kept as JSON, of which the letters can be searched in a small part of the time that
it takes to make the model of it. Where they do not tell, the directive has to be looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from stcli.query import Named, Search
from stcli.references import names
from stcli.spelling import search_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stcli.model import Agency
    from stcli.query import Query

_WRITTEN: Final = frozenset({"id", "officer", "tag", "title", "product", "evidence"})
"""Keys of a query that ask for texts which stand in the file as they are."""


def hint(query: Query, agencies: Sequence[Agency]) -> Callable[[str], bool] | None:
    """Give the test whether a task may fit, by the text of its directive; None where all may."""
    needed = [*_needed(query, agencies)]
    if not needed:
        return None

    def may_fit(text: str) -> bool:
        if "\\" in text:
            return True  # a letter may be spelt out
        key = search_key(text)
        return all(any(one in key for one in some) for some in needed)

    return may_fit


def _needed(query: Query, agencies: Sequence[Agency]) -> Iterator[tuple[str, ...]]:
    """Give for each term that tells it the keys of which one has to be in the text."""
    for term in query.terms:
        match term:
            case Search(text, negated=False):
                key = search_key(text)
                if not any(key in search_key(one) for one in _called(agencies)):
                    yield (key,)
            case Named(key, values, negated=False) if key in _WRITTEN and None not in values:
                yield tuple(search_key(one) for one in values if one is not None)
            case _:
                pass


def _called(agencies: Sequence[Agency]) -> Iterator[str]:
    """Give what agencies are called that a task may have without naming them."""
    for agency in agencies:
        yield "\0".join(names(agency))
        yield from agency.members
        yield from (one.agency for one in agency.successors)
