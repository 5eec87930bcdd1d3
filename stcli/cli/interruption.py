"""What the key for interrupting does: it ends a look at once, and an edit at its end.

What only looks has nothing to bring to an end; an exception would be swallowed by libraries that
are being imported or validate a file, and show as a traceback or as findings that are none.
"""

from __future__ import annotations

import os
import signal

INTERRUPTED = 130
"""The exit status of a run that was interrupted."""


def end_at_once() -> None:
    """Let an interruption end the run, until `end_in_order`."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _leave)


def end_in_order() -> None:
    """Let an interruption be an exception again, for what has to be brought to an end."""
    if signal.getsignal(signal.SIGINT) is _leave:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _leave(*_: object) -> None:
    os._exit(INTERRUPTED)
