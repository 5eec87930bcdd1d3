"""Commands worth running next, written so that they can be copied."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from stcli.render.page import Hint

if TYPE_CHECKING:
    from stcli.messages import Message

_PLAIN: Final = re.compile(r"[\w/.@:+][\w/.@:+#-]*")
"""What every shell takes as it is; a # inside of a word starts no comment."""


def show(reference: str, text: Message) -> Hint:
    """Give the command that shows a directive, task or agency."""
    return Hint(f"stcli show {_argument(reference)}", text)


def explain_deadline(reference: str, text: Message) -> Hint:
    """Give the command that explains the last day of a task."""
    return Hint(f"stcli explain --deadline {_argument(reference)}", text)


def _quoted(text: str) -> str:
    import shlex  # noqa: PLC0415 - hardly any reference needs quotes

    return shlex.quote(text)


def _argument(reference: str) -> str:
    argument = reference if _PLAIN.fullmatch(reference) else _quoted(reference)
    end_of_options = "-- " if reference.startswith("-") else ""
    return end_of_options + argument
