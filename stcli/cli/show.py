"""`show` and `tree`: one thing whole, and what carries out what."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from stcli.cli.answers import Answer, give
from stcli.cli.session import Session

if TYPE_CHECKING:
    from stcli.model import Directive
    from stcli.views.status import Counts
    from stcli.views.tree import TreeRow


def show(
    context: typer.Context,
    reference: Annotated[
        str,
        typer.Argument(
            metavar="REF",
            help="A directive (3772, 25/CT-TTg@2023), a task (03/NQ-CP#16) or an agency (bo-khcn).",
        ),
    ],
) -> None:
    """Show one directive, task or agency whole, with its history and where it is written.

    Any part of a number or name serves that only one has, without diacritics too.

    Examples: stcli show 3772; stcli show 03/NQ-CP#16; stcli show 1298/qd-ubnd; stcli show bo-tttt.

    Exit status: 0; 2 for a reference that nothing or more than one thing has; 3 if files could
    not be read.
    """
    session = Session(context).recall()
    from stcli.references import find
    from stcli.render import detail_records, records
    from stcli.render.pages.details import detail_page
    from stcli.views.details import detail

    day = session.day
    session.narrow(lambda index: index.around(day, reference))
    loaded = session.loaded
    found = find(reference, loaded.tracker, loaded.references)
    shown = detail(found, loaded.tracker, loaded.references, loaded.settings, day)
    label = loaded.tracker.agency_label
    give(
        session,
        Answer(
            page=partial(detail_page, shown, label, loaded.invalid),
            record=partial(detail_records.show, shown, label, loaded.invalid),
            fields=records.TASK_FIELDS,
            records=partial(records.task_list, detail_records.rows_of(shown), label),
        ),
    )
    session.finish()


def tree(
    context: typer.Context,
    reference: Annotated[
        str | None,
        typer.Argument(
            metavar="[REF]", show_default=False, help="A directive to start from; else all."
        ),
    ] = None,
    tasks: Annotated[
        bool | None,
        typer.Option(
            "--tasks/--no-tasks",
            show_default=False,
            help="With the tasks of each directive; else only where one directive is named.",
        ),
    ] = None,
) -> None:
    """Show what carries out what: directives, their tasks, and the documents that follow.

    Examples: stcli tree; stcli tree 25/CT-TTg; stcli tree --tasks.

    Exit status: 0; 2 for a reference that does not exist; 3 if files could not be read.
    """
    session = Session(context).recall()
    from stcli.render import records
    from stcli.render.pages.tree import tree_page

    with_tasks = reference is not None if tasks is None else tasks
    rows = None if with_tasks else _branches(session, reference)
    if rows is None:
        rows = _whole_tree(session, reference, tasks=with_tasks)
    give(
        session,
        Answer(
            page=partial(tree_page, rows, session.day, session.invalid),
            record=partial(records.tree, rows, session.day, session.invalid),
            fields=records.TREE_FIELDS,
            records=partial(records.tree_rows, rows),
        ),
    )
    session.finish()


def _branches(session: Session, reference: str | None) -> tuple[TreeRow, ...] | None:
    """Give the tree without tasks from the index; None where it does not tell."""
    from stcli.references import References, find_directive
    from stcli.views.cascade import cascade
    from stcli.views.status import Counts
    from stcli.views.tree import without_tasks

    memory, day = session.memory, session.day
    found = None if memory is None else memory.ask(lambda index: index.branches(day))
    if found is None:
        return None
    tracker, counts = found
    references = References(tracker)
    root = None if reference is None else find_directive(reference, references)
    tied = cascade(tracker, references, day)

    def counted(directive: Directive) -> Counts:
        return counts.get(directive.path, Counts())

    return without_tasks(counted, tied, references, root)


def _whole_tree(session: Session, reference: str | None, *, tasks: bool) -> tuple[TreeRow, ...]:
    """Give the tree with everything loaded."""
    from stcli.cli import selection
    from stcli.references import find_directive
    from stcli.views.cascade import cascade
    from stcli.views.tree import tree as grown

    tracker, references = session.loaded.tracker, session.loaded.references
    root = None if reference is None else find_directive(reference, references)
    tied = cascade(tracker, references, session.day)
    return grown(selection.tasks(session, []), tied, references, root, tasks=tasks)
