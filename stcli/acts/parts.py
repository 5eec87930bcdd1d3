"""Parts of a task: one occurrence of a recurring one, and what one member of a collective owes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from stcli.errors import StcliError
from stcli.fulfilment.collectives import members
from stcli.fulfilment.recurrence import is_recurring, standings, unmatched
from stcli.messages import say
from stcli.states import CLOSED, terms_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.acts.act import Office, Target
    from stcli.documents.data import Route
    from stcli.messages import Message
    from stcli.model import Contribution, Delivery

_MOST_NAMED: Final = 6


def require_fitting(target: Target, office: Office) -> None:
    """Refuse what is no part of a task: who is no member, a period it has not or lacks."""
    if target.member:
        _require_member(target, office)
    recurring = is_recurring(target.task)
    if target.period and not recurring:
        raise StcliError(
            say("{task} is no recurring task, so it has no periods", task=target.whole),
            say("write {example}", example=target.whole),
        )
    if recurring:
        _require_period(target, office)


def _require_member(target: Target, office: Office) -> None:
    leads = terms_on(target.task, office.today).leads
    sharing = members(leads, office.agencies, office.today)
    if target.member in sharing:
        return
    message = say(
        "`{member}` is neither a period nor a member of {task}",
        member=target.member,
        task=target.whole,
    )
    if is_recurring(target.task) and not target.period:
        raise _periods(target, office, message)
    raise StcliError(
        message,
        say("it is shared by {members}", members=", ".join([*sharing][:_MOST_NAMED]))
        if len(sharing) > 1
        else say("write {example}", example=target.whole),
    )


def _require_period(target: Target, office: Office) -> None:
    directive, task, period = target.directive, target.task, target.period
    if not period:
        message = say("{task} falls due again and again: say for which period", task=target.whole)
        raise _periods(target, office, message)
    if unmatched(directive, task, (period,), office.today, office.settings):
        message = say("{task} has no period {period}", task=target.whole, period=period)
        raise _periods(target, office, message)


def _periods(target: Target, office: Office, message: Message) -> StcliError:
    """Give an error that names the occurrences which wait to be done."""
    rows = standings(
        target.directive,
        target.task,
        target.directive.bases,
        office.today,
        office.settings,
        until=office.today,
    )
    waiting = [
        f"{target.whole}@{one.period}"
        for one, stands in rows
        if one is not None and stands.state not in CLOSED
    ]
    if not waiting:
        return StcliError(message, say("see its periods: stcli show {task}", task=target.whole))
    return StcliError(
        message, say("those that wait are {names}", names=", ".join(waiting[:_MOST_NAMED]))
    )


def entry_of(target: Target) -> tuple[Route, Delivery | Contribution | None]:
    """Give the way to what is recorded of a period or member; to its list where nothing is."""
    task = target.task
    if target.member:
        for position, part in enumerate(task.members):
            if part.agency == target.member and (part.period or "") == target.period:
                return target.at("members", position), part
        return target.at("members"), None
    for position, one in enumerate(task.periods):
        if one.period == target.period:
            return target.at("periods", position), one
    return target.at("periods"), None


def require_open(target: Target, entry: Delivery | Contribution) -> None:
    """Refuse a part of which is recorded already that it was done or cancelled."""
    again = say("take that back first: stcli reopen {task}", task=target.name)
    if entry.done is not None:
        raise StcliError(say("{task} was done on {day}", task=target.name, day=entry.done), again)
    cancelled = getattr(entry, "cancelled", None)
    if cancelled is not None:
        day = cancelled.day
        raise StcliError(say("{task} was cancelled on {day}", task=target.name, day=day), again)


def names(target: Target) -> Iterator[tuple[str, str]]:
    """Give what an entry of a part is known by, as its keys are written."""
    if target.member:
        yield "agency", target.member
    if target.period:
        yield "for", target.period
