"""The page of `deadline` and of `explain --deadline`: a last day, and the steps that lead to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.calendar import Certainty
from stcli.deadlines import Count, write
from stcli.messages import say
from stcli.render.page import Column, Fields, Heading, Page, Paragraph, Table
from stcli.render.style import Tone
from stcli.views.reasons import length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.deadlines import Deadline
    from stcli.messages import Message
    from stcli.render.page import Block, Cell
    from stcli.views.explanations import Explanation

_LEAST = 30


def deadline_page(explanation: Explanation, incomplete: tuple[str, ...] = ()) -> Page:
    """Lay out a deadline with the way to its last day."""
    return Page(tuple(_blocks(explanation)), (), incomplete)


def _blocks(explanation: Explanation) -> Iterator[Block]:
    yield Heading(explanation.subject)
    yield Fields(tuple(_fields(explanation)))
    if explanation.doubts:
        yield Heading(say("what the words leave open"))
        for doubt in explanation.doubts:
            yield Paragraph(doubt)
    if explanation.steps:
        yield Heading(say("step by step"))
        yield _steps(explanation)
    if explanation.falls_due:
        yield Heading(say("falls due"))
        yield _falls_due(explanation)


def _fields(explanation: Explanation) -> Iterator[tuple[Message, Cell]]:
    reading = explanation.reading
    if reading is None:
        yield say("read as"), say("no deadline that can be told")
    elif explanation.of_task:
        yield say("due"), say("{deadline}", deadline=reading)
    elif explanation.complete:
        yield say("to be entered as"), write(reading)
    else:
        yield say("read as"), _read(reading)
    for one in explanation.others:
        yield say("or as"), write(one)
    yield say("last day"), explanation.due
    if explanation.effective_due != explanation.due:
        yield say("counts until"), explanation.effective_due
    elif explanation.moved != explanation.due:
        yield say("by article 148.5"), explanation.moved
    if explanation.certainty is Certainty.EXPECTED:
        yield say("days off"), say("expected: those of a year are not all decided yet")


def _read(reading: Deadline) -> Message:
    if isinstance(reading, Count):
        return say("{length} from an event", length=length(reading))
    return say("{deadline}", deadline=reading)


def _steps(explanation: Explanation) -> Table:
    columns = (
        Column("step", say("step"), least=_LEAST, lines=20),
        Column("date", say("day"), sparse=True),
        Column("rests_on", say("by"), Tone.QUIET, sparse=True),
    )
    return Table(columns, tuple((one.text, one.day, one.rests_on) for one in explanation.steps))


def _falls_due(explanation: Explanation) -> Table:
    moved = any(one.due != day for one, day in explanation.falls_due)
    columns = (
        Column("period", say("period"), Tone.NAME),
        Column("due", say("last day")),
        Column("effective_due", say("counts until"), sparse=True),
    )
    return Table(
        columns,
        tuple((one.period, one.due, day if moved else None) for one, day in explanation.falls_due),
    )
