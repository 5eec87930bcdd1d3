"""Edits that are not made: why, where, and what somebody can type there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from stcli.errors import StcliError
from stcli.messages import say

if TYPE_CHECKING:
    from stcli.diagnostics import Place
    from stcli.documents.data import Route
    from stcli.messages import Message

_LONGEST: Final = 60
"""Characters of the line in question that are shown."""


class Unsafe(StcliError):
    """An edit that cannot be made without a risk to what else stands in the file.

    `typed` is the very text to write by hand at `line` of `path`; empty where something is to be
    deleted, or cannot be written at all.
    """

    def __init__(self, place: Place, why: Message, typed: str, remedy: Message) -> None:
        there = place.excerpt.strip()
        sentence = say(
            "{path}:{line}: `{there}` is not changed: {why}",
            path=place.path,
            line=place.line,
            there=there if len(there) <= _LONGEST else f"{there[:_LONGEST]}…",
            why=why,
        )
        super().__init__(sentence, remedy)
        self.path = place.path
        self.line = place.line
        self.typed = typed


class Misplaced(StcliError):
    """A change of a part that is not there, or is not what the change takes it for."""

    def __init__(self, route: Route, why: Message, remedy: Message | None = None) -> None:
        super().__init__(why, remedy or say("look at what stands there"))
        self.route = route


class Risk(Exception):
    """Why no edit can be made at an offset of a text; it gets a path and a line further up.

    With a remedy of its own it is nothing that can be written by hand either.
    """

    def __init__(self, at: int, why: Message, remedy: Message | None = None) -> None:
        super().__init__(str(why))
        self.at = at
        self.why = why
        self.remedy = remedy
