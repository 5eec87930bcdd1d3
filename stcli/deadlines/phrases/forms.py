"""Deadlines made by way of the text that the format has for them, so that all of them can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.deadlines.grammar import read
from stcli.deadlines.phrases import doubts
from stcli.deadlines.problems import DeadlineProblem
from stcli.deadlines.writing import write

if TYPE_CHECKING:
    from stcli.deadlines.kinds import Deadline


def formed(text: str) -> Deadline:
    """Give the deadline of a text in the format; a DeadlineProblem where there is none."""
    found = read(text)
    if found is None:
        doubt = doubts.unfit()
        raise DeadlineProblem(doubt.message, doubt.help)
    return found


def possible(found: Deadline) -> Deadline:
    """Give a deadline back; a DeadlineProblem if the format has no such amount or day."""
    return formed(write(found))
