"""Texts that people write as deadlines and days, and what to say of those that are none.

The grammar knows what is right; here what is not is put to the recogniser of phrases, so that a
remedy can name what was meant. Nothing of a remedy is ever taken for what was written.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from stcli.deadlines.days import read_day
from stcli.deadlines.grammar import read
from stcli.deadlines.kinds import Day
from stcli.deadlines.problems import DeadlineProblem, shortened
from stcli.deadlines.writing import write
from stcli.messages import say

if TYPE_CHECKING:
    from datetime import date

    from stcli.deadlines.kinds import Deadline
    from stcli.deadlines.phrases import Recognition
    from stcli.messages import Message

FORMS = say(
    "write a day ({day}), a period ({period}), a count ({count}), a series ({series}) or {ongoing}",
    day="2025-06-30",
    period="2025-Q2",
    count="15 days",
    series="monthly by 25",
    ongoing="ongoing",
)
"""What a deadline is, to whoever wrote something else."""

_CACHED = 16_384
_REASONS = frozenset({"impossible", "no-day"})
"""Doubts about words that say better what is wrong than that the words are no deadline."""
_SETTLED_BY_WRITING = frozenset({"before", "horizon", "no-start", "no-month", "silence", "daily"})
"""Doubts that whoever writes the deadline that is proposed settles by it."""


@lru_cache(maxsize=_CACHED)
def parse(text: str) -> Deadline:
    """Give the deadline that a text means; a DeadlineProblem with a remedy for any other text.

    Beyond the canonical text that `write` gives, it allows what cannot change the day: spaces,
    `1 days`, `15 day`, `q2`, a leading zero in an amount or a day of the month, `from issued`,
    `before` an hour of a day, which leaves that day, `from #2` for `from task 2`.
    """
    words = " ".join(text.split())
    deadline = read(words)
    if deadline is None:
        raise _problem(words)
    return deadline


@lru_cache(maxsize=_CACHED)
def parse_day(text: str) -> date:
    """Give the day that a text means, as `read_day` has it.

    Any other text raises a DeadlineProblem that names the day which was probably meant.
    """
    day = read_day(text)
    if day is None:
        raise _no_day(text)
    return day


def _problem(words: str) -> DeadlineProblem:
    """Give what to say of words of no known form: what they mean, or why they mean nothing."""
    from stcli.deadlines.phrases import recognise  # noqa: PLC0415 - only a mistake pays for it

    meant = recognise(words)
    for doubt in meant.doubts:
        if doubt.kind in _REASONS:
            return DeadlineProblem(doubt.message, doubt.help)
    message = say("`{text}` is not a deadline", text=shortened(words))
    kinds = {doubt.kind for doubt in meant.doubts}
    if meant.deadline is not None and kinds <= _SETTLED_BY_WRITING:
        written = write(meant.deadline)
        remedy = say("write {deadline}", deadline=written)
        return DeadlineProblem(message, remedy, instead=written, sure=not kinds)
    return DeadlineProblem(message, _remedy(meant))


def _remedy(meant: Recognition) -> Message:
    """Give what to do where the words give no deadline, or one that nobody can guess."""
    if meant.deadline is None and all(doubt.kind == "vague" for doubt in meant.doubts):
        return say("leave due out where no day is stated, and keep the words in due_text")
    return FORMS


def _no_day(text: str) -> DeadlineProblem:
    """Give what to say of a text of another form: the day that it means, or what a day is."""
    from stcli.deadlines.phrases import recognise  # noqa: PLC0415 - only a mistake pays for it

    meant = recognise(text)
    for doubt in meant.doubts:
        if doubt.kind == "impossible":
            return DeadlineProblem(doubt.message, doubt.help)
    message = say("`{text}` is not a day", text=shortened(text))
    if isinstance(meant.deadline, Day) and meant.deadline.hour is None and not meant.doubts:
        written = meant.deadline.day.isoformat()
        remedy = say("write {text}", text=written)
        return DeadlineProblem(message, remedy, instead=written, sure=True)
    return DeadlineProblem(
        message, say("write it as year-month-day, such as {example}", example="2025-06-30")
    )
