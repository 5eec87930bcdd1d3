"""Where the program starts: what is asked many times a day is answered before typer is imported.

Importing typer and telling it of a command takes as long as an answer from the index. Only a line
that is understood to the last word is answered here, with the options that typer is told of too;
any other, and any answer that needs more, goes the usual way. So is what the script of a shell
asks when the key Tab is pressed.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Final, NamedTuple

from stcli.cli.options import SHARED, Shared
from stcli.cli.terminal import answering, talk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SHELLS: Final = ("bash", "zsh", "fish")
"""For which there is a script that completes words."""

_COMMANDS: Final = frozenset({"status", "overdue", "upcoming", "list"})
_EXIT_CODE: Final = "--exit-code"
_UNUSUAL: Final = frozenset({"rev", "format", "output", "no_cache"})
"""Shared options with which there is more to do than to ask the index."""


class Understood(NamedTuple):
    """A line that asks something frequent: the command, the shared options, and `--exit-code`.

    `words` are those of the query of a list.
    """

    command: str
    shared: Shared
    exit_code: bool = False
    words: tuple[str, ...] = ()


class ToComplete(NamedTuple):
    """A line by which a shell asks what may stand at its cursor: what it hands over is `words`."""

    shell: str
    words: tuple[str, ...]
    shared: Shared


def main() -> None:
    """Run the program."""
    # A run is short and its records hold no cycles: the collector would only walk them.
    gc.disable()
    sys.stderr, sys.stdout = talk(), answering(sys.stdout)
    status = answered(sys.argv[1:], os.environ)
    if status is not None:
        # All is written: to take apart what was read would take a tenth of the run.
        os._exit(status)
    from stcli.cli.app import app

    app()


def understood(arguments: Sequence[str], environment: Mapping[str, str]) -> Understood | None:
    """Take a line apart; None where anything in it is not known here, or said twice."""
    flags = {flag: one for one in SHARED for flag in (*one.flags, *one.off)}
    said: dict[str, str | bool] = {}
    command, exit_code = "", False
    query: list[str] = []
    words = iter(arguments)
    for word in words:
        option = flags.get(word)
        if option is not None:
            on = word not in option.off
            value: str | bool = on if option.metavar is None else next(words, "-")
            if option.name in said or (isinstance(value, str) and value.startswith("-")):
                return None
            said[option.name] = value
        elif word in _COMMANDS and not command:
            command = word
        elif word == _EXIT_CODE and command == "overdue" and not exit_code:
            exit_code = True
        elif command == "list" and not word.startswith("-"):
            query.append(word)
        else:
            return None
    said = _surroundings(environment) | said
    if not command or not _UNUSUAL.isdisjoint(said):
        return None
    return Understood(command, Shared(**said), exit_code, tuple(query))  # type: ignore[arg-type]


def to_complete(arguments: Sequence[str], environment: Mapping[str, str]) -> ToComplete | None:
    """Take apart the line by which the script of a shell asks; None where it is another line."""
    match arguments:
        case ["completion", shell, "--", first, *rest] if shell in SHELLS:
            said = _surroundings(environment)
        case _:
            return None
    said.pop("format", None)  # with no format is anything completed in another way
    if not _UNUSUAL.isdisjoint(said):
        return None
    return ToComplete(shell, (first, *rest), Shared(**said))  # type: ignore[arg-type]


def _surroundings(environment: Mapping[str, str]) -> dict[str, str | bool]:
    """Give the shared options that the environment says."""
    named = ((one.name, environment.get(one.envvar)) for one in SHARED if one.envvar)
    return {name: value for name, value in named if value}


def answered(arguments: Sequence[str], environment: Mapping[str, str]) -> int | None:
    """Answer a line from the index; give the exit status, None where that is not to be had."""
    typed = to_complete(arguments, environment)
    if typed is not None:
        from stcli.cli import suggesting

        return suggesting.run(typed)
    asked = understood(arguments, environment)
    if asked is None:
        return None
    from stcli.cli import frequent

    return frequent.run(asked)
