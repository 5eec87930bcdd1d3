"""Which tasks a command is about: the words that were typed, as conditions on tasks."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeVar

from stcli.errors import StcliError
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from stcli.cli.session import Session
    from stcli.index.stretches import Stretches
    from stcli.load import Loaded
    from stcli.render.page import Label
    from stcli.views.status import Alike, Grouping, Status
    from stcli.views.tasks import TaskRow

Answer = TypeVar("Answer")

_AT_ONCE: Final = 1_024
"""Tasks of which something is asked together."""


class Chosen:
    """The tasks of the day that fit all the words of a query.

    Of recurring ones also what falls due until a later day; with `expand` those of collectives
    once for each member.
    """

    def __init__(
        self,
        session: Session,
        words: Sequence[str],
        *,
        until: date | None = None,
        expand: bool = False,
    ) -> None:
        self._session = session
        self._words = words
        self._until = until
        self._expand = expand
        self._stretches: Stretches | None = None
        self._found: Iterator[TaskRow] = iter(())

    def rows(self) -> tuple[TaskRow, ...]:
        """Give all of them."""
        if self._words and not self._expand:  # what one member owes is in no column
            day, words, ahead = self._session.day, self._words, self._until is not None
            self._session.narrow(lambda index: index.narrowed(day, words, ahead=ahead))
        return tuple(self._fitting(self._session.loaded))

    def begin(self) -> None:
        """Begin to look for them; what is wrong with the words is said now."""
        memory, day, words = self._session.memory, self._session.day, self._words
        narrow, ahead = bool(words) and not self._expand, self._until is not None
        if memory is not None:
            self._stretches = memory.ask(
                lambda index: index.stretches(day, words, narrow=narrow, ahead=ahead)
            )
        if self._stretches is None:
            self._found = self._fitting(self._session.loaded)

    def each(self, ask: Callable[[Iterable[TaskRow], Label], Iterable[Answer]]) -> Iterator[Answer]:
        """Ask something of some at a time, in the order of the files, once that was begun.

        The answers are plain data: from the index each is made where its directives are unpacked,
        maybe in another process, and nobody holds all. What turns out to be wrong with the index
        in the meantime leaves the rest to the files.
        """
        memory, stretches = self._session.memory, self._stretches
        if memory is None or stretches is None:
            yield from _in_batches(ask, self._found, self._session.loaded)
            return
        last = ""
        found = stretches.asked(lambda some: [*_in_batches(ask, self._fitting(some), some)])
        for path, answers in memory.sound(found):
            yield from answers
            last = path
        if not memory.serves:
            memory.gather()
            left = _after(self._session.loaded, last)
            yield from _in_batches(ask, self._fitting(left), left)

    def _fitting(self, loaded: Loaded) -> Iterator[TaskRow]:
        return fitting(
            loaded, self._session.day, self._words, until=self._until, expand=self._expand
        )


def _in_batches(
    ask: Callable[[Iterable[TaskRow], Label], Iterable[Answer]],
    rows: Iterator[TaskRow],
    loaded: Loaded,
) -> Iterator[Answer]:
    while some := tuple(islice(rows, _AT_ONCE)):
        yield from ask(some, loaded.tracker.agency_label)


def _after(loaded: Loaded, path: str) -> Loaded:
    """Give what was loaded with only the directives behind a path."""
    left = tuple(one for one in loaded.tracker.directives if one.path > path)
    return replace(loaded, tracker=replace(loaded.tracker, directives=left))


def tasks(
    session: Session, words: Sequence[str], *, until: date | None = None, expand: bool = False
) -> tuple[TaskRow, ...]:
    """Give the tasks of the day that fit all the words of a query, as `Chosen` does."""
    return Chosen(session, words, until=until, expand=expand).rows()


def fitting(
    loaded: Loaded,
    day: date,
    words: Sequence[str],
    *,
    until: date | None = None,
    expand: bool = False,
) -> Iterator[TaskRow]:
    """Give the same of what was loaded, one by one; what is wrong with the words is said first."""
    from stcli import query
    from stcli.views.tasks import task_rows

    fits = query.predicate(query.parse(words), loaded.tracker, loaded.references)
    rows = task_rows(
        loaded.tracker, loaded.references, loaded.settings, day, until=until, expand=expand
    )
    return filter(fits, rows)


def status(
    session: Session, words: Sequence[str], by: str, *, expand: bool = False, tree: bool = False
) -> Status:
    """Count the tasks that words ask for: references to directives, and conditions.

    Without words every directive has a row, with conditions those that have such tasks, and a
    directive that is named has one in any case.
    """
    from stcli.views.status import Grouping

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
    asked = _Counting(session, Grouping(by), expand=expand, tree=tree)
    conditions = [word for word in words if _is_condition(word)]
    if asked.grouping is Grouping.DIRECTIVE or len(conditions) < len(words):
        return asked.among([word for word in words if word not in conditions], conditions)
    return asked.of_all(conditions)


class _Counting:
    """Tasks counted by directive or by groups."""

    def __init__(self, session: Session, grouping: Grouping, *, expand: bool, tree: bool) -> None:
        self._session = session
        self.grouping = grouping
        self._expand = expand
        self._tree = tree

    def among(self, names: Sequence[str], conditions: Sequence[str]) -> Status:
        """Count the tasks of the directives that are named, or of all, that fit conditions."""
        from stcli.references import find_directive
        from stcli.views.status import Grouping, alike, grouped
        from stcli.views.status import status as counted

        session, grouping = self._session, self.grouping
        tracker, references = session.loaded.tracker, session.loaded.references
        named = [find_directive(name, references) for name in names]
        rows = tasks(session, conditions, expand=self._expand)
        if named:
            rows = tuple(row for row in rows if any(row.directive is one for one in named))
            tracker = replace(tracker, directives=tuple(named))
        elif conditions:
            tracker = replace(tracker, directives=())
        if grouping is Grouping.DIRECTIVE:
            return counted(rows, tracker, references, session.day, grouping)
        return grouped(alike(rows, grouping), tracker, session.day, grouping, tree=self._tree)

    def of_all(self, conditions: Sequence[str]) -> Status:
        """Count all tasks that fit conditions by groups: by columns, or some at a time."""
        from stcli.views.status import grouped

        session, grouping = self._session, self.grouping
        memory, day = session.memory, session.day
        found, tracker = None, None
        if memory is not None and not self._expand:
            found = memory.ask(lambda index: index.grouped(day, conditions, grouping))
        if found is None:
            found = self._some_at_a_time(conditions)
        if memory is not None:
            tracker = memory.ask(lambda index: index.agencies())
        tracker = session.loaded.tracker if tracker is None else tracker
        return grouped(found, tracker, day, grouping, tree=self._tree)

    def _some_at_a_time(self, conditions: Sequence[str]) -> Iterator[Alike]:
        from stcli.states import State
        from stcli.views.status import Alike, alike

        chosen = Chosen(self._session, conditions, expand=self._expand)
        chosen.begin()

        def ask(rows: Iterable[TaskRow], _: Label) -> Iterable[tuple[Any, int]]:
            found = Counter(
                (one.keys, one.state.value, one.requested) for one in alike(rows, self.grouping)
            )
            return found.items()

        for (keys, state, requested), number in chosen.each(ask):
            yield Alike(keys, State(state), requested, number)


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
