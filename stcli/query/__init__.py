"""Queries: the words a person types, and the test on tasks that they mean."""

from __future__ import annotations

from stcli.query.matching import predicate
from stcli.query.parsing import is_negation, parse, split
from stcli.query.terms import KEYS, Compared, InState, Named, Operator, Query, Search, Term, When
from stcli.query.writing import write

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
