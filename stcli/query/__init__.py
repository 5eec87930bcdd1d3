"""Queries: the words a person types, and the test on tasks that they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.query.parsing import is_negation, parse, split
from stcli.query.terms import KEYS, Compared, InState, Named, Operator, Query, Search, Term, When
from stcli.query.writing import write

if TYPE_CHECKING:
    from stcli.model import Tracker
    from stcli.query.matching import Test
    from stcli.references import References

__all__ = [
    "KEYS",
    "Compared",
    "InState",
    "Named",
    "Operator",
    "Query",
    "Search",
    "Term",
    "When",
    "is_negation",
    "parse",
    "predicate",
    "split",
    "write",
]


def predicate(query: Query, tracker: Tracker, references: References) -> Test:
    """Give the test of a query on the tasks of a tracker.

    An agency or directive that the tracker does not know raises a StcliError: a misspelt name
    must not pass for one without tasks.
    """
    from stcli.query.matching import predicate as made  # noqa: PLC0415 - loads what a task is

    return made(query, tracker, references)
