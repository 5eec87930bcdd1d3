"""What of a directive the rules about other directives ask for.

An outline is a directive with nothing but its names, the ids of its tasks, and its references.
Rules of `Scope.ALL` find in it, and in others that refer to it, what they find in the whole; but
not whether a task of it is suspect, for which all of its tasks have to be known.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from stcli.deadlines import parse, write
from stcli.model import Change, Contribution, Directive, Ending, Task
from stcli.rules.mentions import awaited

if TYPE_CHECKING:
    from stcli.deadlines import Deadline

    Texts: TypeAlias = tuple[str, ...]
    _Ended: TypeAlias = tuple[int, str | None] | None
    _Changed: TypeAlias = tuple[int, str | None, str, Texts, str | None]
    _Delivered: TypeAlias = tuple[str, int, str | None]
    _Referring: TypeAlias = tuple[
        int, str | None, str, int, tuple[_Delivered, ...], tuple[_Changed, ...], _Ended, _Ended
    ]
    Outline: TypeAlias = tuple[
        str, str, str, int, Texts, tuple[Texts, ...], Texts, tuple[_Referring, ...]
    ]
    """What is left of a directive, as data that `marshal` knows, which no named tuple is.

    Its path, number, issuer and day of issue as an ordinal, its aliases and references, the ids of
    its tasks, and those tasks that have references, each with its position and the day on which it
    was done, 0 for none, also by each member that has an entry; of their deadlines those that are
    counted from other tasks, and what changes made of them, as they are written.
    """


def outline(directive: Directive) -> Outline:
    """Give what is left of a directive, to be passed between processes."""
    return (
        directive.path,
        directive.number,
        directive.issuer,
        directive.issued.toordinal(),
        directive.aliases,
        (directive.implements, directive.cites, directive.amends, directive.replaces),
        tuple([task.id for task in directive.tasks]),
        tuple(
            [
                _referring(position, task)
                for position, task in enumerate(directive.tasks)
                if _refers(task)
            ]
        ),
    )


def outlined(data: Outline) -> Directive:
    """Give the directive of an outline that a process of our own has made."""
    path, number, issuer, issued, aliases, references, names, referring = data
    tasks = [*map(_named, names)]
    for one in referring:
        tasks[one[0]] = _task(names[one[0]], one)
    implements, cites, amends, replaces = references
    return Directive(
        number,
        "",
        issuer,
        date.fromordinal(issued),
        implements=implements,
        cites=cites,
        amends=amends,
        replaces=replaces,
        aliases=aliases,
        tasks=tuple(tasks),
        path=path,
    )


def _refers(task: Task) -> bool:
    return bool(
        task.changes
        or task.implements
        or task.cancelled
        or task.returned
        or awaited(task.due) is not None
    )


def _referring(position: int, task: Task) -> _Referring:
    changes = tuple(
        [
            (
                one.day.toordinal(),
                one.by,
                "" if one.due is None else write(one.due),
                one.replaced_by,
                one.period,
            )
            for one in task.changes
        ]
    )
    members = tuple([(one.agency, _ordinal(one.done), one.period) for one in task.members])
    ended = _ended(task.cancelled), _ended(task.returned)
    due, done = _waiting(task.due), _ordinal(task.done)
    return position, task.implements, due, done, members, changes, *ended


def _task(name: str, referring: _Referring) -> Task:
    _, implements, due, done, members, changes, cancelled, returned = referring
    return Task(
        name,
        "",
        implements=implements,
        due=_deadline(due),
        done=_day(done),
        members=tuple([Contribution(one, done=_day(on), period=of) for one, on, of in members]),
        changes=tuple(
            [
                Change(
                    date.fromordinal(day),
                    by=by,
                    due=_deadline(until),
                    replaced_by=others,
                    period=period,
                )
                for day, by, until, others, period in changes
            ]
        ),
        cancelled=_ending(cancelled),
        returned=_ending(returned),
    )


@lru_cache(maxsize=1024)
def _named(name: str) -> Task:
    """Give a task without references; many directives share one that is called the same."""
    return Task(name, "")


def _ended(ending: Ending | None) -> _Ended:
    return None if ending is None else (ending.day.toordinal(), ending.by)


def _ending(ended: _Ended) -> Ending | None:
    return None if ended is None else Ending(date.fromordinal(ended[0]), ended[1])


def _ordinal(day: date | None) -> int:
    return 0 if day is None else day.toordinal()


def _day(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if ordinal else None


def _waiting(deadline: Deadline | None) -> str:
    """Give a deadline that is counted from another task as it is written, "" for another one."""
    return "" if deadline is None or awaited(deadline) is None else write(deadline)


def _deadline(text: str) -> Deadline | None:
    return parse(text) if text else None
