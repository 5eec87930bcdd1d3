"""Where the program starts: what is asked many times a day is answered before typer is imported.

Importing typer and describing two dozen commands to it takes several times as long as an answer
from the index. Only a line that is understood to the last word is answered here, with the options
that typer is told of too; any other, and any answer that needs more, goes the usual way.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Final, NamedTuple

from stcli.cli.options import SHARED, Shared
from stcli.cli.terminal import talk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_COMMANDS: Final = frozenset({"status", "overdue", "upcoming"})
_EXIT_CODE: Final = "--exit-code"
_UNUSUAL: Final = frozenset({"rev", "format", "output", "no_cache"})
"""Shared options with which there is more to do than to ask the index."""


class Understood(NamedTuple):
    """A line that asks something frequent: the command, the shared options, and `--exit-code`."""

    command: str
    shared: Shared
    exit_code: bool = False


def main() -> None:
    """Run the program."""
    # A run is short and its records hold no cycles: the collector would only walk them.
    gc.disable()
    sys.stderr = talk()
    status = answered(sys.argv[1:], os.environ)
    if status is not None:
        # All is written: to take apart what was read would take a tenth of the run.
        os._exit(status)
    from stcli.cli.app import app

    app()


def understood(arguments: Sequence[str], environment: Mapping[str, str]) -> Understood | None:
    """Take a line apart; None where anything in it is not known here, or said twice."""
    flags = {flag: one for one in SHARED for flag in one.flags}
    said: dict[str, str | bool] = {}
    command, exit_code = "", False
    words = iter(arguments)
    for word in words:
        option = flags.get(word)
        if option is not None:
            value: str | bool = True if option.metavar is None else next(words, "-")
            if option.name in said or (isinstance(value, str) and value.startswith("-")):
                return None
            said[option.name] = value
        elif word in _COMMANDS and not command:
            command = word
        elif word == _EXIT_CODE and command == "overdue" and not exit_code:
            exit_code = True
        else:
            return None
    for one in SHARED:
        if one.envvar and environment.get(one.envvar):
            said.setdefault(one.name, environment[one.envvar])
    if not command or not _UNUSUAL.isdisjoint(said):
        return None
    return Understood(command, Shared(**said), exit_code)  # type: ignore[arg-type]


def answered(arguments: Sequence[str], environment: Mapping[str, str]) -> int | None:
    """Answer a line from the index; give the exit status, None where that is not to be had."""
    asked = understood(arguments, environment)
    if asked is None:
        return None
    from stcli.cli import frequent

    return frequent.run(asked)
