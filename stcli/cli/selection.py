"""Which tasks a command is about: the words that were typed, as conditions on tasks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from stcli.errors import StcliError
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from stcli.cli.session import Session
    from stcli.load import Loaded
    from stcli.views.status import Status
    from stcli.views.tasks import TaskRow


def tasks(
    session: Session, words: Sequence[str], *, until: date | None = None, expand: bool = False
) -> tuple[TaskRow, ...]:
    """Give the tasks of the day that fit all the words of a query.

    Of recurring ones also what falls due until a later day; with `expand` those of collectives
    once for each member.
    """
    if words and not expand:  # what one member owes is in no column
        day, ahead = session.day, until is not None
        session.narrow(lambda index: index.narrowed(day, words, ahead=ahead))
    return fitting(session.loaded, session.day, words, until=until, expand=expand)


def fitting(
    loaded: Loaded,
    day: date,
    words: Sequence[str],
    *,
    until: date | None = None,
    expand: bool = False,
) -> tuple[TaskRow, ...]:
    """Give the same of files that were loaded for another reason than to be looked at."""
    from stcli import query
    from stcli.views.tasks import task_rows

    fits = query.predicate(query.parse(words), loaded.tracker, loaded.references)
    rows = task_rows(
        loaded.tracker, loaded.references, loaded.settings, day, until=until, expand=expand
    )
    return tuple(row for row in rows if fits(row))


def status(
    session: Session, words: Sequence[str], by: str, *, expand: bool = False, tree: bool = False
) -> Status:
    """Count the tasks that words ask for: references to directives, and conditions.

    Without words every directive has a row, with conditions those that have such tasks, and a
    directive that is named has one in any case.
    """
    from stcli.references import find_directive
    from stcli.views.status import Grouping, agency_tree
    from stcli.views.status import status as counted

    if by not in set(Grouping):
        raise StcliError(
            say("there is no grouping `{by}`", by=by),
            say("the groupings are: {known}", known=", ".join(Grouping)),
        )
    if tree and by != Grouping.AGENCY:
        raise StcliError(
            say("only agencies stand below one another"),
            say("write --by agency --tree; for directives see: stcli tree"),
        )
    tracker, references = session.loaded.tracker, session.loaded.references
    conditions = [word for word in words if _is_condition(word)]
    named = [find_directive(word, references) for word in words if word not in conditions]
    rows = tasks(session, conditions, expand=expand)
    if named:
        rows = tuple(row for row in rows if any(row.directive is one for one in named))
        tracker = replace(tracker, directives=tuple(named))
    elif conditions:
        tracker = replace(tracker, directives=())
    if tree:
        return agency_tree(rows, tracker, session.day)
    return counted(rows, tracker, references, session.day, Grouping(by))


def negated(argument: str) -> str:
    """Give an argument `-key:value` as `not:key:value`, which no parser takes for options."""
    if not _LIKE_A_NEGATION.match(argument):
        return argument
    from stcli.query import is_negation

    return f"not:{argument[1:]}" if is_negation(argument) else argument


_LIKE_A_NEGATION = re.compile(r"-[A-Za-z]+[:<>=]")


def _is_condition(word: str) -> bool:
    from stcli import query

    return not all(isinstance(term, query.Search) for term in query.parse([word]).terms)
