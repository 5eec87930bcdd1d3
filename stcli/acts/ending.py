"""`cancel` and `return`: a task that nobody has to do any more, or that went back to its giver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.acts import parts
from stcli.acts.act import Act, happened, still_open, still_wanted, whole_task
from stcli.editing import Append, Put
from stcli.messages import say

if TYPE_CHECKING:
    from datetime import date

    from stcli.acts.act import Office, Target
    from stcli.documents.data import Data
    from stcli.editing import Change
    from stcli.messages import Message


def cancel(target: Target, day: date, by: str | None, reason: str | None, office: Office) -> Act:
    """Record that a task, or one occurrence of it, was cancelled on a day: by what, and why.

    Raises StcliError where it has ended already, and where that day cannot be.
    """
    record = _record(day, by, reason)
    if target.period and not target.member:
        change = _of_period(target, record, office)
    else:
        change = _whole(target, "cancelled", record)
    happened(day, target, office)
    said = say("{task} is cancelled, on {day}", task=target.name, day=day)
    return Act(target.path, (change,), said, _notes(by, reason))


def return_(target: Target, day: date, by: str | None, reason: str | None, office: Office) -> Act:
    """Record that a task was sent back to its giver on a day, by which document and why.

    Raises StcliError where it has ended already, and where that day cannot be.
    """
    change = _whole(target, "returned", _record(day, by, reason))
    happened(day, target, office)
    said = say("{task} is returned, on {day}", task=target.name, day=day)
    return Act(target.path, (change,), said, _notes(by, reason))


def _of_period(target: Target, record: Data, office: Office) -> Change:
    parts.require_fitting(target, office)
    still_wanted(target)
    route, entry = parts.entry_of(target)
    if entry is None:
        return Append(route, {**dict(parts.names(target)), "cancelled": record})
    parts.require_open(target, entry)
    return Put((*route, "cancelled"), record)


def _whole(target: Target, key: str, record: Data) -> Change:
    whole_task(target)
    still_open(target)
    return Put(target.at(key), record)


def _record(day: date, by: str | None, reason: str | None) -> Data:
    named = (("date", day.isoformat()), ("by", by), ("reason", reason))
    return {name: text for name, text in named if text}


def _notes(by: str | None, reason: str | None) -> tuple[Message, ...]:
    if by or reason:
        return ()
    return (say("neither a document nor a reason is named: --by, --reason"),)
