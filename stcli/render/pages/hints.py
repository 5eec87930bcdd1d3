"""Commands worth running next, written so that they can be copied."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Final

from stcli.render.page import Hint

if TYPE_CHECKING:
    from stcli.messages import Message

_PLAIN: Final = re.compile(r"[\w/.@:+][\w/.@:+#-]*")
"""What every shell takes as it is; a # inside of a word starts no comment."""


def show(reference: str, text: Message) -> Hint:
    """Give the command that shows a directive, task or agency."""
    argument = reference if _PLAIN.fullmatch(reference) else shlex.quote(reference)
    end_of_options = "-- " if reference.startswith("-") else ""
    return Hint(f"stcli show {end_of_options}{argument}", text)
