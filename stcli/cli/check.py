"""`check`: everything that is wrong with the files, all at once."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from stcli.cli.session import Session
from stcli.diagnostics import Severity
from stcli.errors import StcliError
from stcli.messages import say

FINDINGS = 1
FORMATS = ("text", "json")


def check(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            show_default=False,
            help="Report only what is wrong in these files and folders; all are read all the same.",
        ),
    ] = None,
    fail_on: Annotated[
        str,
        typer.Option(
            metavar="SEVERITY",
            help="End with status 1 at this severity or above: error, or warning.",
        ),
    ] = "error",
) -> None:
    """Say everything that is wrong with the files: where, why, and how to mend it.

    Each finding names its rule; `stcli explain RULE` says what the rule wants. A comment
    `# stcli: allow RULE` lets a finding on its line be.

    Examples: stcli check; stcli check directives/2025; stcli check --fail-on warning -f json.

    Exit status: 0 nothing found at or above --fail-on; 1 something found; 2 no such path.
    """
    session = Session(context).begin()
    from stcli.examine import examine
    from stcli.render.diagnostics.findings import Findings
    from stcli.render.diagnostics.text import summary

    failing = _severities(fail_on)
    below = [_below(session.root, path) for path in paths or []]
    renderer = import_module(f"stcli.render.diagnostics.{session.format(FORMATS)}")
    found = Findings(examine(session.loaded, session.day), len(session.loaded.documents))
    shown = found.below(below) if below else found
    with session.output() as stream:
        renderer.draw(shown, session.style(stream), stream)
    if not session.quiet:
        sys.stdout.flush()
        sys.stderr.write(f"{summary(shown, session.language)}\n")
    if any(shown.count(severity) for severity in failing):
        raise typer.Exit(FINDINGS)


def _severities(words: str) -> frozenset[Severity]:
    """Give what `--fail-on` names; a warning is less than an error, so it means both."""
    known = {"error": {Severity.ERROR}, "warning": {Severity.ERROR, Severity.WARNING}}
    found: set[Severity] = set()
    for word in words.split(","):
        if word.strip() not in known:
            raise StcliError(
                say("--fail-on takes error or warning, not `{word}`", word=word.strip())
            )
        found |= known[word.strip()]
    return frozenset(found)


def _below(root: Path, path: Path) -> str:
    """Give a path that was named as it stands below the root, or raise StcliError."""
    try:
        return path.resolve(strict=True).relative_to(root).as_posix()
    except (OSError, RuntimeError):
        raise StcliError(say("there is no {path}", path=str(path))) from None
    except ValueError:
        raise StcliError(
            say("{path} is not below {root}", path=str(path), root=str(root))
        ) from None
