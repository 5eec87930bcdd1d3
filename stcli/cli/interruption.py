"""What the key for interrupting does: it ends a look at once, and an edit at its end.

What only looks has nothing to bring to an end; an exception would be swallowed by libraries that
are being imported or validate a file, and show as a traceback or as findings that are none.
"""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

INTERRUPTED = 130
"""The exit status of a run that was interrupted."""

AT_THE_END: list[Callable[[], object]] = []
"""What is still done when an interruption ends the run at once."""


def end_at_once() -> None:
    """Let an interruption end the run, until `end_in_order`."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _leave)


def end_in_order() -> None:
    """Let an interruption be an exception again, for what has to be brought to an end."""
    if signal.getsignal(signal.SIGINT) is _leave:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _leave(*_: object) -> None:
    try:
        for act in AT_THE_END:
            act()
    finally:
        os._exit(INTERRUPTED)
