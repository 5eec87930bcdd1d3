"""`lsp`: the language server, which editors start and talk to."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec

import typer

from stcli.cli import terminal
from stcli.cli.session import Session
from stcli.errors import StcliError
from stcli.messages import say

NEEDED = "pygls>=2.1"

_SWITCH = 0.001
"""Seconds after which the thread that reads may interrupt a rule: what was typed does not wait."""


def lsp(context: typer.Context) -> None:
    """Serve editors: what is wrong while you type, fixes, completion, explanations, renaming.

    An editor starts it and talks to it over standard input and output, in the language server
    protocol; in a terminal there is nothing to see. The README says how editors are set up. It
    reads the files that are open as they are typed, the others from disk, and writes none.

    It needs pygls: python -m pip install 'pygls>=2.1'.

    Examples: stcli lsp; stcli lsp --lang vi; stcli lsp --root ~/chi-dao.

    Exit status: 0 when the editor has said goodbye; 1 when it left without; 2 without pygls.
    """
    if find_spec("pygls") is None:
        raise StcliError(
            say("the language server needs pygls, which is not installed"),
            say("install it: {command}", command=f"python -m pip install '{NEEDED}'"),
        )
    from stcli.lsp.server import Options, serve

    session, shared = Session(context), context.obj
    if shared.rev is not None:
        raise StcliError(say("an editor shows the files as they are: leave out --rev"))
    if sys.stdin is None or sys.stdout is None:
        raise StcliError(say("there is no editor: standard input or output is closed"))
    day = None if shared.as_of is None else session.day
    options = Options(
        today=terminal.today if day is None else lambda _: day,
        root=None if shared.root is None else session.root,
        language=None if shared.lang is None else session.language,
        locale=terminal.locale_language(os.environ) if _says_a_language() else None,
    )
    sys.setswitchinterval(_SWITCH)
    # Without buffers of Python's: a thread that waits in one would keep the program from ending.
    with open(sys.stdin.fileno(), "rb", buffering=0, closefd=False) as stream:
        status = serve(options, stream, sys.stdout.buffer)
    if status:
        raise typer.Exit(status)


def _says_a_language() -> bool:
    """Tell whether the environment names a language; C and POSIX are none."""
    said = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "C")
    return said.partition(".")[0] not in {"C", "POSIX"}
