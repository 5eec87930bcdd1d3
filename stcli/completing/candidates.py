"""Candidates for the word at the cursor, and which of them fit what has been typed of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stcli.spelling import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from stcli.messages import Message


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may stand at the cursor, and what it stands for.

    `goes_on` says that something can follow without a space, as a value after `lead:`. `start` is
    what of the word is no longer in question, `names` are others by which the rest may be sought.
    """

    text: str
    about: str | Message = ""
    goes_on: bool = False
    start: str = ""
    names: tuple[str, ...] = ()

    def is_like(self, typed: str) -> bool:
        """Whether what was typed is a part of it, or of another name of it."""
        key = search_key(typed.removeprefix(self.start).strip('"'))
        own = self.text.removeprefix(self.start)
        return bool(key) and any(key in search_key(name) for name in (own, *self.names))


def fitting(candidates: Iterable[Candidate], typed: str) -> tuple[Candidate, ...]:
    """Give the candidates that what was typed is the beginning of.

    Where it is of none, those that begin so but for case and diacritics, and where there are none
    either, those of which it is a part, or a part of another name.
    """
    listed = tuple({one.text: one for one in candidates}.values())
    exact = tuple(one for one in listed if one.text.startswith(typed))
    if exact:
        return exact
    key = search_key(typed)
    like = tuple(one for one in listed if key and search_key(one.text).startswith(key))
    return like or tuple(one for one in listed if one.is_like(typed))


def only_shown(candidates: Sequence[Candidate], typed: str) -> bool:
    """Tell whether a shell should put in nothing of several candidates.

    It would put in what they have in common, and what was typed would be lost where that is not
    its beginning: where they were found by other names.
    """
    common = search_key(_common_start([one.text for one in candidates]))
    return len(candidates) > 1 and not common.startswith(search_key(typed))


def _common_start(texts: Sequence[str]) -> str:
    first, last = min(texts, default=""), max(texts, default="")
    for position, (one, other) in enumerate(zip(first, last, strict=False)):
        if one != other:
            return first[:position]
    return first
