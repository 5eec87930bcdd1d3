"""The one exception people see."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stcli.messages import Message


class StcliError(Exception):
    """A request that cannot be met: no such reference, no such folder, a bad query (exit status 2).

    What is wrong in the files is never raised: it is a Diagnostic, collected and shown.
    """

    def __init__(self, message: Message, help: Message | None = None) -> None:
        super().__init__(str(message))
        self.message = message
        self.help = help
