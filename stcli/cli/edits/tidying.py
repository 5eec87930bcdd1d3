"""`fmt` and `fix`: files laid out in canonical form, and findings mended by their fixes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stcli.cli.check import FINDINGS, below_root
from stcli.cli.edits.carrying import carry_out
from stcli.cli.edits.plans import Plan
from stcli.cli.edits.telling import FORMATS
from stcli.cli.options import MANNER
from stcli.cli.session import INCOMPLETE
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stcli.acts import Act
    from stcli.cli.edits.workplace import Workplace
    from stcli.diagnostics import Diagnostic
    from stcli.messages import Message
    from stcli.tidying import Mended

__all__ = ["FORMATS", "fix", "fmt"]

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH]...",
        show_default=False,
        help="Only these files and folders; else all below directives/, and stcli.yaml.",
    ),
]


def fmt(
    context: typer.Context,
    paths: Paths = None,
    check: Annotated[
        bool,
        typer.Option(
            "--check", help="Write nothing; end with status 1 if a file is not in canonical form."
        ),
    ] = False,
) -> None:
    """Put files into the canonical order of keys and the canonical layout.

    Nothing that they say changes, every comment stays with what it belongs to, and tasks stay in
    their order. Keys come in the order of the format, indented by two columns; lists of short
    texts stand on one line in brackets; texts are without quotes where none are needed. Long lines
    stay as they are, and so does what stands in braces on one line, or without them on several.

    A file with errors is left as it is, and so is one whose layout is not known; both are named.

    Examples: stcli fmt; stcli fmt --dry-run; stcli fmt directives/2025 --commit;
    stcli fmt --check in a pipeline.

    Exit status: 0; 1 with --check if a file would change; 2 for a path that is not there; 3 if
    files were left as they are.
    """
    context.meta[MANNER] = context.meta[MANNER]._replace(checks=check)

    def plan(workplace: Workplace) -> Plan:
        from stcli.acts import Act
        from stcli.tidying import formatted

        chosen = workplace.below([below_root(workplace.root, path) for path in paths or ()])
        found = formatted(workplace.everything, chosen, workplace.day)
        status = FINDINGS if check and found.texts else 0
        return Plan(
            tuple(
                Act(path, (), _formatted(path, check), text=text)
                for path, text in found.texts.items()
            ),
            left=found.left,
            notes=(say("to lay them out: stcli fmt"),) if status else (),
            nothing=_nothing_changes(len(chosen) - len(found.left)),
            status=INCOMPLETE if found.left else status,
        )

    carry_out(context, plan)


def _formatted(path: str, check: bool) -> Message:
    if check:
        return say("{path} is not in canonical form", path=path)
    return say("{path} is laid out anew", path=path)


def _nothing_changes(count: int) -> Message:
    if count == 0:
        return say("nothing is laid out anew")
    if count == 1:
        return say("1 file is in canonical form")
    return say("{count} files are in canonical form", count=count)


def fix(
    context: typer.Context,
    paths: Paths = None,
    rules: Annotated[
        list[str] | None,
        typer.Option(
            "--rule",
            metavar="RULE",
            help="Only what this rule has found; may be given several times.",
        ),
    ] = None,
    unsafe: Annotated[
        bool,
        typer.Option("--unsafe", help="Do what may be meant otherwise too; look at each of these."),
    ] = False,
) -> None:
    """Mend what `stcli check` has found, where it knows for certain how.

    Each fix changes its place and nothing else. Afterwards the finding is gone and there is no
    error that was not there; else the file is left as it was, and named. What cannot be meant
    otherwise is mended; with --unsafe also what somebody has to look at, such as a name that is
    nearly that of an agency.

    Examples: stcli fix; stcli fix --dry-run; stcli fix --rule malformed-date;
    stcli fix directives/2025 --unsafe.

    Exit status: 0; 1 if errors are left, in the files and of the rules asked for; 2 for a path or
    rule that is not there.
    """

    def plan(workplace: Workplace) -> Plan:
        from stcli.render.diagnostics.findings import is_error
        from stcli.rules.catalogue import find_rule
        from stcli.tidying import mended

        chosen = {*workplace.below([below_root(workplace.root, path) for path in paths or ()])}
        names = {find_rule(name).name for name in rules or ()}

        def asked(one: Diagnostic) -> bool:
            return one.place.path in chosen and (not names or one.rule in names)

        def wanted(one: Diagnostic) -> bool:
            return asked(one) and one.fix is not None and (one.fix.safe or unsafe)

        result = mended(workplace.everything, workplace.day, wanted)
        found = tuple(filter(asked, result.found))
        return Plan(
            tuple(_mended(result)),
            left=result.left,
            notes=tuple(_what_is_left(found, len(chosen), unsafe)),
            nothing=say("nothing was mended"),
            status=FINDINGS if any(map(is_error, found)) else 0,
        )

    carry_out(context, plan)


def _mended(result: Mended) -> Iterator[Act]:
    from stcli.acts import Act

    for one, fix in result.done:
        place = one.place
        said = say(
            "{path}:{line}:{column}: {rule} mended: {title}",
            path=place.path,
            line=str(place.line),
            column=str(place.column),
            rule=one.rule,
            title=fix.title,
        )
        yield Act(place.path, (), said, text=result.texts[place.path])


def _what_is_left(found: Iterable[Diagnostic], files: int, unsafe: bool) -> Iterator[Message]:
    """Give how much is still found, and how much of it could be mended."""
    from stcli.render.diagnostics.findings import Findings
    from stcli.render.diagnostics.text import counted

    found = tuple(found)
    counts = counted(Findings(found, files))
    yield say("left: {counts}", counts=counts) if found else counts
    more = sum(one.fix is not None and not one.fix.safe for one in found)
    if more and not unsafe:
        yield say("with --unsafe {count} more, which somebody has to look at", count=more)
