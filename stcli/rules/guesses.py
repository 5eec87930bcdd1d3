"""What a misspelt name was probably meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.spelling import closest, search_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MOST_GUESSED = 100
"""Misspelt names worth a guess in one run; thousands of them are one mistake, made elsewhere."""


def guesser(names: Mapping[str, str]) -> Callable[[str], str | None]:
    """Give a function from a misspelt name to what it may stand for.

    `names` are spellings, as `search_key` gives them, with what each stands for.
    """
    known: dict[str, str | None] = {}

    def guess(name: str) -> str | None:
        if name not in known:
            exact = names.get(search_key(name))
            near = closest(name, names) if exact is None and len(known) < MOST_GUESSED else None
            known[name] = exact if near is None else names[near]
        return known[name]

    return guess
