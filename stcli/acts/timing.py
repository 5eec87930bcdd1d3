"""A deadline as somebody gives it who records a task: in our own words, or in the document's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from stcli.deadlines import DeadlineProblem, parse
from stcli.errors import StcliError
from stcli.messages import say

if TYPE_CHECKING:
    from datetime import date

    from stcli.deadlines import Deadline

_SETTLED: Final = frozenset({"before"})
"""Doubts that the settings of the office settle."""


def stated(due: str | None, words: str | None, said_on: date) -> Deadline | None:
    """Give the deadline that is stated, or that the words of a document said on a day mean.

    Raises StcliError where it cannot be read, and where the words alone leave anything open.
    """
    if due is not None:
        try:
            return parse(due)
        except DeadlineProblem as problem:
            raise StcliError(problem.message, problem.help) from None
    if not words:
        return None
    from stcli.deadlines.phrases import recognise  # noqa: PLC0415 - only words pay for the import

    read = recognise(words, said_on)
    doubts = [one for one in read.doubts if one.kind not in _SETTLED]
    if read.deadline is None or doubts:
        why = doubts[0].message if doubts else say("no deadline was found in them")
        raise StcliError(
            say("`{words}` alone is not enough: {why}", words=words, why=why),
            say("name the deadline too: --due 2024-06-30, 2024-Q2, ..."),
        )
    return read.deadline
