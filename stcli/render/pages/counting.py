"""Sentences that count tasks by state, with a share that names its base."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.messages import say
from stcli.render.page import Phrase, Tally
from stcli.states import State
from stcli.words import Share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.messages import Message
    from stcli.views.status import Counts


def tally(whole: Message, counts: Counts) -> Tally:
    """Give the sentence on tasks of which `whole` says what they are."""
    return Tally(whole, tuple(_parts(counts)), tuple(_shares(counts)))


def tasks(count: int) -> Message:
    """Give a number of tasks."""
    return say("{count} task", count=count) if count == 1 else say("{count} tasks", count=count)


def days(count: int) -> Message:
    """Give a number of days."""
    return say("{count} day", count=count) if count == 1 else say("{count} days", count=count)


def _shares(counts: Counts) -> Iterator[Message]:
    if counts.requested:
        yield say(
            "asked of associations, not assigned: {part} of {base}",
            part=counts.requested,
            base=counts.total,
        )
    if counts.due:
        yield say(
            "done on time: {share} of those due ({part} of {base})",
            share=Share(counts.done, counts.due),
            part=counts.done,
            base=counts.due,
        )


def _parts(counts: Counts) -> Iterator[Phrase]:
    if counts.done:
        yield Phrase(say("{count} done on time", count=counts.done), State.DONE)
    if counts.done_late:
        yield Phrase(say("{count} done late", count=counts.done_late), State.DONE_LATE)
    if counts.overdue:
        yield Phrase(say("{count} overdue", count=counts.overdue), State.OVERDUE)
    if counts.open:
        yield Phrase(_open(counts), State.OPEN)
    if counts.ongoing:
        yield Phrase(say("{count} ongoing", count=counts.ongoing), State.ONGOING)
    if counts.cancelled:
        yield Phrase(say("{count} cancelled", count=counts.cancelled), State.CANCELLED)
    if counts.returned:
        yield Phrase(say("{count} returned", count=counts.returned), State.RETURNED)


def _open(counts: Counts) -> Message:
    if not counts.due_soon:
        return say("{count} open", count=counts.open)
    return say("{count} open ({near} due soon)", count=counts.open, near=counts.due_soon)
