"""`done` and `reopen`: that something was delivered, and that it was not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stcli.acts import parts
from stcli.acts.act import Act, happened, still_open, still_wanted
from stcli.editing import Append, Put, Remove
from stcli.errors import StcliError
from stcli.fulfilment.recurrence import standings
from stcli.messages import say
from stcli.model import Delivery
from stcli.states import standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from stcli.acts.act import Office, Target
    from stcli.documents.data import Data, Route
    from stcli.editing import Change
    from stcli.messages import Message
    from stcli.states import Standing


def done(target: Target, on: date | None, evidence: Sequence[str], office: Office) -> Act:
    """Record that a task, an occurrence of it or a member's part was done on a day, or today.

    Evidence for what is done already is added to it, if no other day is named. Raises StcliError
    where that day cannot be, where the task has ended otherwise, and where a period or member does
    not fit the task.
    """
    parts.require_fitting(target, office)
    day = on or office.today
    happened(day, target, office)
    if target.member or target.period:
        still_wanted(target)
        return _entry_done(target, on, evidence, office)
    if target.task.done is not None and evidence and on in {None, target.task.done}:
        return _more_evidence(target, target.route, target.task.evidence, evidence)
    still_open(target)
    changes = (
        Put(target.at("done"), day.isoformat()),
        *_evidence(target.route, target.task.evidence, evidence),
    )
    finished = replace(target.task, done=day, evidence=(*target.task.evidence, *evidence))
    stands = standing(target.directive, finished, office.today, office.settings)
    return Act(target.path, changes, _said(target, day, stands), _missing(target, evidence))


def reopen(target: Target) -> Act:
    """Take back that a task was done, cancelled or returned, or that an entry was delivered.

    The evidence goes too, as it stands for what was not done; what goes is said.
    """
    task = target.task
    if target.period or target.member:
        return _entry_reopened(target)
    keys = [
        key
        for key, ends in (
            ("done", task.done),
            ("evidence", task.evidence),
            ("cancelled", task.cancelled),
            ("returned", task.returned),
        )
        if ends
    ]
    if not set(keys) - {"evidence"}:
        raise StcliError(say("{task} is neither done nor cancelled nor returned", task=target.name))
    on = task.done or (task.cancelled or task.returned).day  # type: ignore[union-attr]
    return Act(
        target.path,
        tuple(Remove(target.at(key)) for key in keys),
        say("{task} is open again; it had ended on {day}", task=target.name, day=on),
        _taken_back(task.evidence),
    )


def _entry_done(target: Target, on: date | None, evidence: Sequence[str], office: Office) -> Act:
    """Record what was delivered for one period, by one member, or both."""
    route, entry = parts.entry_of(target)
    day = on or office.today
    if entry is not None and entry.done is not None and evidence and on in {None, entry.done}:
        return _more_evidence(target, route, entry.evidence, evidence)
    if entry is not None:
        parts.require_open(target, entry)
        changes: tuple[Change, ...] = (
            Put((*route, "done"), day.isoformat()),
            *_evidence(route, entry.evidence, evidence),
        )
    else:
        value: dict[str, Data] = dict(parts.names(target))
        value["done"] = day.isoformat()
        if evidence:
            value["evidence"] = evidence[0] if len(evidence) == 1 else list(evidence)
        changes = (Append(route, value),)
    stands = None if target.member else _occurrence(target, day, office)
    return Act(target.path, changes, _said(target, day, stands), _missing(target, evidence))


def _entry_reopened(target: Target) -> Act:
    route, entry = parts.entry_of(target)
    ended = entry and (entry.done or getattr(entry, "cancelled", None))
    if entry is None or not ended:
        raise StcliError(say("{task} is neither done nor cancelled", task=target.name))
    return Act(
        target.path,
        (Remove(route),),
        say("{task} is open again", task=target.name),
        _taken_back(entry.evidence),
    )


def _occurrence(target: Target, day: date, office: Office) -> Standing | None:
    """Give how an occurrence stands once it is done on a day."""
    task = target.task
    others = tuple(one for one in task.periods if one.period != target.period)
    finished = replace(task, periods=(*others, Delivery(target.period, day)))
    rows = standings(
        target.directive,
        finished,
        target.directive.bases,
        office.today,
        office.settings,
        until=office.today,
    )
    return next((s for one, s in rows if one is not None and one.period == target.period), None)


def _evidence(route: Route, known: Sequence[str], evidence: Sequence[str]) -> Iterator[Change]:
    """Give the changes that add evidence to what is known."""
    if not known and evidence:
        yield Put((*route, "evidence"), evidence[0] if len(evidence) == 1 else list(evidence))
        return
    yield from (Append((*route, "evidence"), one) for one in evidence if one not in known)


def _more_evidence(
    target: Target, route: Route, known: Sequence[str], evidence: Sequence[str]
) -> Act:
    changes = tuple(_evidence(route, known, evidence))
    named = ", ".join(evidence)
    if not changes:
        said = say("{task} has that evidence already: {evidence}", task=target.name, evidence=named)
    else:
        said = say(
            "{task} was done already; evidence added: {evidence}", task=target.name, evidence=named
        )
    return Act(target.path, changes, said)


def _said(target: Target, day: date, stands: Standing | None) -> Message:
    if stands is None or stands.effective_due is None:
        return say("{task} is done, on {day}", task=target.name, day=day)
    late = stands.days_late
    if late == 1:
        return say("{task} is done, on {day}: one day late", task=target.name, day=day)
    if late:
        return say(
            "{task} is done, on {day}: {count} days late", task=target.name, day=day, count=late
        )
    return say(
        "{task} is done, on {day}: in time, as it was due on {due}",
        task=target.name,
        day=day,
        due=stands.effective_due,
    )


def _missing(target: Target, evidence: Sequence[str]) -> tuple[Message, ...]:
    if evidence:
        return ()
    return (
        say(
            "no document shows it yet: stcli done {task} --evidence NUMBER",
            task=target.name,
        ),
    )


def _taken_back(evidence: Sequence[str]) -> tuple[Message, ...]:
    if not evidence:
        return ()
    return (say("its evidence went too: {evidence}", evidence=", ".join(evidence)),)
