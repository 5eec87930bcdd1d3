"""`change`: what a later document altered in a task: its last day, who leads, what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stcli.acts import parts
from stcli.acts.act import Act, happened, still_wanted
from stcli.acts.timing import stated
from stcli.deadlines import write
from stcli.editing import Append
from stcli.errors import StcliError
from stcli.messages import say
from stcli.states import reckoning, terms_on

if TYPE_CHECKING:
    from datetime import date

    from stcli.acts.act import Office, Target
    from stcli.deadlines import Deadline
    from stcli.documents.data import Data
    from stcli.messages import Message


@dataclass(frozen=True, slots=True)
class Alteration:
    """What a change alters, as its keys are written in the file; `None` leaves it as it was.

    `by` is the document that alters it, `asked` the day on which it was asked for.
    """

    due: str | None = None
    due_text: str | None = None
    leads: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    title: str | None = None
    product: str | None = None
    by: str | None = None
    asked: date | None = None
    reason: str | None = None


def change(target: Target, day: date, altered: Alteration, office: Office) -> Act:
    """Record a change that a document made on a day.

    Raises StcliError where nothing is altered, the deadline cannot be read or moves nothing, the
    task has ended, or that day cannot be.
    """
    if target.member:
        raise StcliError(
            say("a change is of a task or one period of it, not of a member"),
            say("write {example}", example=target.whole),
        )
    if target.period:
        parts.require_fitting(target, office)
    still_wanted(target)
    happened(day, target, office)
    if altered.asked is not None:
        happened(altered.asked, target, office, "--asked")
    deadline = stated(altered.due, altered.due_text, day)
    _alters(target, day, altered, deadline)
    record = _record(target, day, altered, deadline)
    _in_order(target, day)
    notes = () if altered.by else (say("no document is named that changes it: --by NUMBER"),)
    changes = (Append(target.at("changes"), record),)
    return Act(target.path, changes, _said(target, day, deadline, office), notes)


def _alters(target: Target, day: date, altered: Alteration, deadline: Deadline | None) -> None:
    """Refuse a change that finds the task done, and one that leaves the deadline as it is."""
    done = target.task.done
    if done is not None and done <= day and not target.period:
        raise StcliError(
            say("{task} was done on {day}", task=target.name, day=done),
            say("a change counts from its day on; name an earlier one with --on"),
        )
    terms = terms_on(target.task, day)
    asked = (
        (altered.leads, terms.leads),
        (altered.coordinating, terms.coordinating),
        (altered.title, terms.title),
        (altered.product, terms.product),
        (deadline, terms.deadline),
    )
    given = [(new, known) for new, known in asked if new]
    if given and not target.period and all(new == known for new, known in given):
        raise StcliError(
            say("{task} is so already, from before {day}", task=target.name, day=day),
            say("see what holds: stcli show {task}", task=target.name),
        )


def _record(
    target: Target, day: date, altered: Alteration, deadline: Deadline | None
) -> dict[str, Data]:
    """Give the entry of the change, its keys in the order of the format."""
    held: dict[str, Data] = {
        "due": None if deadline is None else write(deadline),
        "due_text": altered.due_text,
        "lead": _one_or_list(altered.leads),
        "with": list(altered.coordinating) or None,
        "title": altered.title,
        "product": altered.product,
    }
    said = {name: value for name, value in held.items() if value}
    if not said:
        raise StcliError(
            say("nothing is changed of {task}", task=target.name),
            say("say what is: --due, --lead, --with, --title, --product"),
        )
    before: dict[str, Data] = {
        "date": day.isoformat(),
        "by": altered.by,
        "for": target.period,
        "asked": altered.asked.isoformat() if altered.asked else None,
    }
    return {
        **{name: value for name, value in before.items() if value},
        **said,
        **({"reason": altered.reason} if altered.reason else {}),
    }


def _one_or_list(leads: tuple[str, ...]) -> Data:
    return leads[0] if len(leads) == 1 else list(leads) or None


def _in_order(target: Target, day: date) -> None:
    """Refuse a change that is older than the last one: the file lists them oldest first."""
    later = [one.day for one in target.task.changes if one.day > day]
    if later:
        raise StcliError(
            say("{task} was changed later, on {day}", task=target.name, day=later[0]),
            say(
                "changes stand oldest first: put this one before it with stcli edit {task}",
                task=target.whole,
            ),
        )


def _said(target: Target, day: date, deadline: Deadline | None, office: Office) -> Message:
    """Say from when to when the last day moves, where it is the task's own and both have one."""
    if deadline is None or target.period:
        return say("{task} is changed, from {day} on", task=target.name, day=day)
    bases = target.directive.bases
    before = reckoning(terms_on(target.task, day).deadline, bases, office.settings)
    after = reckoning(deadline, bases, office.settings)
    if before is None or after is None or before.effective == after.effective:
        return say(
            "{task} is changed, from {day} on: due {due}",
            task=target.name,
            day=day,
            due=write(deadline),
        )
    return say(
        "{task} is due {after}, and no longer {before}, from {day} on",
        task=target.name,
        after=after.effective,
        before=before.effective,
        day=day,
    )
