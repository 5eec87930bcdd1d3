"""An act, and the task that something is done to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stcli.errors import StcliError
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from stcli.documents.data import Route
    from stcli.editing import Change
    from stcli.messages import Message
    from stcli.model import Agency, Directive, Task
    from stcli.settings import Settings


@dataclass(frozen=True, slots=True)
class Target:
    """A task that something is done to; `whole` is the reference of the task as a whole.

    `period` is that of one occurrence of a recurring task, `member` an agency of the collective
    that leads it; both are empty where the task as a whole is meant. `position` is that of the
    task in its file, counted from 0.
    """

    whole: str
    directive: Directive
    task: Task
    position: int
    period: str = ""
    member: str = ""

    @property
    def name(self) -> str:
        """The reference of what is meant: the task, one occurrence of it, or a member's part."""
        return "@".join(filter(None, (self.whole, self.period, self.member)))

    @property
    def path(self) -> str:
        """The file it stands in."""
        return self.directive.path

    @property
    def route(self) -> Route:
        """The way to it in its file."""
        return "tasks", self.position

    def at(self, *steps: str | int) -> Route:
        """Give the way to a part of it."""
        return (*self.route, *steps)


@dataclass(frozen=True, slots=True)
class Office:
    """What an act has to know beside its target: the day it is, the agencies, the settings."""

    today: date
    agencies: Mapping[str, Agency]
    settings: Settings


@dataclass(frozen=True, slots=True)
class Act:
    """One thing done to one file: what changes in it, and what is said of it.

    `notes` are what somebody should know who did it. An act that changes nothing, as what it
    records is recorded already, has no changes. One that is about the text of the file, and not
    about what it says, has the whole new `text` instead, as one that `begins` its file has; several
    such acts on a file have the same.
    """

    path: str
    changes: tuple[Change, ...]
    said: Message
    notes: tuple[Message, ...] = ()
    text: str | None = None
    begins: bool = False

    @property
    def changes_file(self) -> bool:
        """Whether its file is another one afterwards."""
        return bool(self.changes) or self.text is not None


@dataclass(frozen=True, slots=True)
class Left:
    """A file that stays as it is: which line of it somebody should look at, and why."""

    path: str
    line: int
    reason: Message


def whole_task(target: Target) -> None:
    """Refuse a reference to one occurrence or one member where only a task can be meant."""
    if target.period or target.member:
        raise StcliError(
            say("this is recorded of a task as a whole, not of `{name}`", name=target.name),
            say("write {example}", example=target.whole),
        )


def happened(day: date, target: Target, office: Office, option: str = "--on") -> None:
    """Refuse a day on which nothing can have happened to a task: to come, or before it was given.

    `option` is by which the day is named. The rules `event-in-future`, `done-in-future`,
    `event-before-issued` and `done-before-issued` find the same in the files.
    """
    if day > office.today:
        raise StcliError(
            say("{day} is yet to come: today is {today}", day=day, today=office.today),
            say("record it when it has happened, or name another day with {option}", option=option),
        )
    if day < target.directive.issued:
        raise StcliError(
            say(
                "{day} is before {task} was given: the directive is of {issued}",
                day=day,
                task=target.name,
                issued=target.directive.issued,
            ),
            say("look at the year, or name another day with {option}", option=option),
        )


def still_open(target: Target) -> None:
    """Refuse a task that is done, cancelled, returned or replaced already."""
    task, again = target.task, say("take that back first: stcli reopen {task}", task=target.name)
    if task.done is not None:
        raise StcliError(say("{task} was done on {day}", task=target.name, day=task.done), again)
    still_wanted(target)


def still_wanted(target: Target) -> None:
    """Refuse a task that is cancelled, returned or replaced already."""
    task, again = target.task, say("take that back first: stcli reopen {task}", task=target.name)
    if task.cancelled is not None:
        day = task.cancelled.day
        raise StcliError(say("{task} was cancelled on {day}", task=target.name, day=day), again)
    if task.returned is not None:
        day = task.returned.day
        raise StcliError(say("{task} was returned on {day}", task=target.name, day=day), again)
    for change in task.changes:
        if change.replaced_by and change.period is None:
            raise StcliError(
                say(
                    "{task} was replaced on {day} by {others}",
                    task=target.name,
                    day=change.day,
                    others=", ".join(change.replaced_by),
                ),
                say("record it of the task that took its place"),
            )
