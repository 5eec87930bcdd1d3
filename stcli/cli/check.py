"""`check`: everything that is wrong with the files, all at once."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from stcli.cli import inspection, outputs
from stcli.cli.session import Session
from stcli.errors import StcliError
from stcli.messages import say

FINDINGS = 1
FORMATS = ("text", "concise", "json", "github", "gitlab", "sarif", "junit", "rdjson")


def check(  # noqa: PLR0913, PLR0917 - each is an option
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
            metavar="WHAT",
            help="End with status 1 at error, warning, overdue or due-soon; several with commas. "
            "Tasks in a state that is named are findings too.",
        ),
    ] = "error",
    grace: Annotated[
        str | None,
        typer.Option(metavar="DAYS", help="Let be what is overdue by so many days or less, as 3d."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="REV|DAY",
            help="Only what is new since a git revision or a day: 2026-11-24, yesterday, 7d.",
        ),
    ] = None,
    guard: Annotated[
        str | None,
        typer.Option(
            metavar="NAMES",
            help="With --since, also what a change set may not do: deadline-moved, task-removed, "
            "unproved-completion, history-rewritten, or all.",
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Let be what this file lists, each finding until its day."
        ),
    ] = None,
    write_baseline: Annotated[
        str | None,
        typer.Option(
            metavar="DAY", help="Write everything found into --baseline, let be until this day."
        ),
    ] = None,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="End with status 0 whatever is found.")
    ] = False,
) -> None:
    """Say everything that is wrong with the files: where, why, and how to mend it.

    Each finding names its rule; `stcli explain RULE` says what the rule wants. A comment
    `# stcli: allow RULE` lets a finding on its line be.

    Since a revision means what the change of the files since then brings, as it looks today;
    since a day, what has become so since the end of that day, tasks that fell overdue included.

    Formats are text, concise (a line each), json, and for pipelines github, gitlab, sarif, junit
    and rdjson. -f may be given several times, as FORMAT or FORMAT=FILE.

    Examples: stcli check; stcli check directives/2025; stcli check --fail-on warning -f json;
    stcli check --fail-on error,overdue --grace 3d; stcli check --since origin/main --guard all;
    stcli check --since yesterday --fail-on overdue;
    stcli check --baseline known.yaml --write-baseline 2027-06-30.

    Exit status: 0 nothing found at or above --fail-on; 1 something found; 2 no such path, or a
    revision, guard or baseline that cannot be used.
    """
    session = Session(context)
    from stcli.render.diagnostics.findings import Findings
    from stcli.render.diagnostics.text import summary

    failing = inspection.fail_on(fail_on)
    below = [below_root(session.root, path) for path in paths or []]
    asked = outputs.asked(session, FORMATS)
    found = inspection.inspect(session, failing, grace=grace, since=since, guards=guard)
    found, notes = inspection.tolerate(session, found, baseline, write_baseline)
    documents = found.documents
    whole = Findings(found.found, len(documents), found.resolved, since, documents)
    whole = replace(
        whole, paths=tuple(documents), folder=outputs.folder_of(session.root), fails=failing.fails
    )
    shown = whole.below(below) if below else whole
    outputs.give(session, asked, shown)
    if not session.quiet:
        sys.stderr.write(f"{summary(shown, session.language)}\n")
        sys.stderr.writelines(f"{one}\n" for one in notes)
    if any(map(failing.fails, shown.found)) and not exit_zero:
        raise typer.Exit(FINDINGS)


def below_root(root: Path, path: Path) -> str:
    """Give a path that was named as it stands below the root, or raise StcliError."""
    try:
        return path.resolve(strict=True).relative_to(root).as_posix()
    except (OSError, RuntimeError):
        raise StcliError(say("there is no {path}", path=str(path))) from None
    except ValueError:
        raise StcliError(
            say("{path} is not below {root}", path=str(path), root=str(root))
        ) from None
