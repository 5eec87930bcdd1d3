"""Makes the outline of the program of what typer was told; `pytest --update` writes it down.

To have it, typer and the modules of all commands need not be loaded, which would take several times
as long as to complete a word. A test holds what is written down to what typer was told.
"""

from __future__ import annotations

import inspect
import sys
from typing import Any, Final

from stcli.cli import answers
from stcli.cli.outline import Outline, Parameter

_HEAD: Final = '''"""What typer was told of all commands; `pytest --update` writes it down."""

# fmt: off
# ruff: noqa: E501, FBT003, Q000
from __future__ import annotations

from typing import Final

from stcli.cli.outline import Outline, Parameter

'''


def outline_of(program: Any) -> Outline:
    """Give the outline of the program, or of a command, as typer has it."""
    commands = getattr(program, "commands", None)
    return Outline(
        str(program.name),
        _first(program.help),
        bool(program.hidden),
        _formats(program),
        tuple(map(_parameter, program.params)),
        commands and {name: outline_of(one) for name, one in commands.items()},
    )


def written(program: Outline) -> str:
    """Give the text of a module that holds an outline as `PROGRAM`."""
    commands = program.commands or {}
    every = (program, *commands.values())
    known = list(dict.fromkeys(parameter for one in every for parameter in one.params))
    lines = [_HEAD, "_ALL: Final = (\n"]
    lines += (f"    Parameter{tuple(one)!r},\n" for one in known)
    lines.append(")\n\n\ndef _some(*places: int) -> tuple[Parameter, ...]:\n")
    lines.append("    return tuple(_ALL[at] for at in places)\n\n\n")
    lines.append(f"PROGRAM: Final = {_call(program, known)[:-1]}, {{\n")
    lines += (f"    {name!r}: {_call(one, known)},\n" for name, one in commands.items())
    lines.append("})\n")
    return "".join(lines)


def _call(one: Outline, known: list[Parameter]) -> str:
    places = ", ".join(str(known.index(parameter)) for parameter in one.params)
    first = ", ".join(map(repr, (one.name, one.about, one.hidden, one.formats)))
    return f"Outline({first}, _some({places}))"


def _parameter(one: Any) -> Parameter:
    flag = bool(getattr(one, "is_flag", False))
    metavar = (one.metavar or "").strip("[].")
    values = (*map(str, getattr(one.type, "choices", ())), *filter(None, metavar.split("|")))
    return Parameter(
        one.name,
        one.param_type_name,
        tuple(one.opts),
        tuple(one.secondary_opts),
        flag,
        one.nargs,
        bool(one.hidden),
        () if flag else values,
        _first(getattr(one, "help", None)),
    )


def _formats(program: Any) -> tuple[str, ...]:
    """Give the formats of a command: those that its module lists, else those of all answers."""
    module = sys.modules.get(getattr(program.callback, "__module__", ""))
    return tuple(getattr(module, "FORMATS", answers.FORMATS))


def _first(help: str | None) -> str:
    """Give the first paragraph of a help text, in one line, as it is translated."""
    return " ".join(inspect.cleandoc(help or "").partition("\n\n")[0].split())
