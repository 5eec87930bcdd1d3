"""What is raised for a text that is no deadline: a sentence and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stcli.messages import Message

_SHOWN_LENGTH = 60


class DeadlineProblem(ValueError):
    """A text that is no deadline, or no day: `message` says why, `help` what to write instead.

    `instead` is the whole text to be written where the remedy names one; it is `sure` where
    nothing else can be meant.
    """

    def __init__(
        self,
        message: Message,
        help: Message | None = None,
        *,
        instead: str | None = None,
        sure: bool = False,
    ) -> None:
        super().__init__(str(message))
        self.message = message
        self.help = help
        self.instead = instead
        self.sure = sure


def shortened(text: str) -> str:
    """Give the text as a sentence quotes it: whole, or its first 60 characters and an ellipsis."""
    return text if len(text) <= _SHOWN_LENGTH else text[:_SHOWN_LENGTH] + "…"
