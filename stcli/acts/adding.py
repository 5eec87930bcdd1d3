"""`add`: a task of a directive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stcli.acts.act import Act
from stcli.acts.beginning import incomplete, one_or_list
from stcli.acts.numbering import next_id
from stcli.deadlines import write
from stcli.editing import Append
from stcli.errors import StcliError
from stcli.messages import say
from stcli.references import find_tasks
from stcli.states import reckoning

if TYPE_CHECKING:
    from datetime import date

    from stcli.deadlines import Deadline
    from stcli.documents.data import Data
    from stcli.messages import Message
    from stcli.model import Directive
    from stcli.settings import Settings


@dataclass(frozen=True, slots=True)
class Assigned:
    """What a directive says of a task, under the names of the model."""

    id: str = ""
    title: str = ""
    leads: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    officer: str | None = None
    quote: str | None = None
    implements: str | None = None
    due: Deadline | None = None
    due_text: str | None = None
    product: str | None = None
    tags: tuple[str, ...] = ()
    notes: str | None = None


def add(directive: Directive, name: str, task: Assigned, settings: Settings) -> Act:
    """Add a task to a directive of a name, with the next id where it has none of its own.

    Raises StcliError where it has no title, and where the directive has a task with that id.
    """
    if not task.title:
        raise incomplete(("--title",))
    own = task.id or next_id([one.id for one in directive.tasks])
    for known in find_tasks(directive, own):
        raise StcliError(
            say("{name} has a task `{id}`: {title}", name=name, id=known.id, title=known.title),
            say("leave --id out to take the next one, or name another"),
        )
    said = _said(f"{name}#{own}", task.due, last_day(task.due, directive, settings))
    return Act(directive.path, (Append(("tasks",), _entry(own, task)),), said)


def last_day(due: Deadline | None, directive: Directive, settings: Settings) -> date | None:
    """Give the last day of a deadline that a directive sets; None where it gives no single one."""
    found = reckoning(due, directive.bases, settings)
    return found and found.last


def _entry(own: str, task: Assigned) -> dict[str, Data]:
    held: dict[str, Data] = {
        "id": own,
        "title": task.title,
        "lead": one_or_list(task.leads),
        "with": list(task.coordinating),
        "officer": task.officer,
        "quote": task.quote,
        "implements": task.implements,
        "due": None if task.due is None else write(task.due),
        "due_text": task.due_text,
        "product": task.product,
        "tags": list(task.tags),
        "notes": task.notes,
    }
    return {key: value for key, value in held.items() if value}


def _said(task: str, due: Deadline | None, day: date | None) -> Message:
    if due is None:
        return say("{task} is added, without a deadline", task=task)
    if day is None:
        return say("{task} is added, due {due}", task=task, due=due)
    return say("{task} is added, due {due}: the last day is {day}", task=task, due=due, day=day)
