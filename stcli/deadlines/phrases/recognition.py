"""What a phrase was recognised as: a deadline, what is left open, and what else it may mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stcli.deadlines.kinds import Deadline
    from stcli.messages import Message


class DoubtKind(StrEnum):
    """What the words of a document can leave open."""

    BEFORE = "before"
    """Whether `trước ngày` includes the day: no rule settles it, the setting `before` does."""

    EVENT = "event"
    """The count starts from an event, or ends ahead of one, whose day the words do not give."""

    NO_START = "no-start"
    """A count does not say from which day."""

    NO_YEAR = "no-year"
    """A day, month or quarter has no year, or a day no month."""

    NO_MONTH = "no-month"
    """A day of every quarter does not say in which of the three months."""

    NO_CYCLE = "no-cycle"
    """A day of the following month, without a word on whether that is every month."""

    RELATIVE = "relative"
    """The words depend on the day they were said, which is not known, or leave a choice then."""

    SEVERAL = "several"
    """The words state several deadlines."""

    VAGUE = "vague"
    """The words ask for haste, or name an occasion, and no day."""

    HORIZON = "horizon"
    """The end of a programme, not always the day on which a task is due."""

    SILENCE = "silence"
    """Who says nothing until then is taken to agree: late is not overdue."""

    NO_DAY = "no-day"
    """The words speak of time without a last day."""

    DAILY = "daily"
    """Every day, for which there is no series."""

    HOURS = "hours"
    """So many hours, which no deadline counts."""

    IMPOSSIBLE = "impossible"
    """A day, hour or amount that cannot be."""

    UNREAD = "unread"
    """Words that were not understood."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that the words leave open: what to say of it, and perhaps what to do.

    `words` are those of the document that it is about: an event, or what was not understood.
    """

    kind: DoubtKind
    message: Message
    help: Message | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Recognition:
    """The reading of a phrase.

    `deadline` is None where the words give no day, or where it cannot be told. `doubts` are empty
    where the reading is certain. `alternatives` are other deadlines that the words state or may
    mean. Of several deadlines in one phrase none is chosen: all are alternatives.
    """

    deadline: Deadline | None
    doubts: tuple[Doubt, ...] = ()
    alternatives: tuple[Deadline, ...] = ()
