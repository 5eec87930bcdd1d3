"""`confirm`: that a task still stands after another document amended or replaced its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.acts.act import Act, happened, still_wanted, whole_task
from stcli.editing import Put
from stcli.errors import StcliError
from stcli.messages import say

if TYPE_CHECKING:
    from datetime import date

    from stcli.acts.act import Office, Target
    from stcli.model import Directive


def confirm(target: Target, day: date, office: Office) -> Act:
    """Record that somebody saw to it, on a day, that a task stands as it is written."""
    whole_task(target)
    still_wanted(target)
    happened(day, target, office)
    known = target.task.confirmed
    if known is not None and known >= day:
        said = say("{task} was confirmed on {day}", task=target.name, day=known)
        return Act(target.path, (), said)
    said = say("{task} is confirmed, on {day}", task=target.name, day=day)
    return Act(target.path, (Put(target.at("confirmed"), day.isoformat()),), said)


def confirm_directive(directive: Directive, name: str, day: date, office: Office) -> Act:
    """Record the same of all tasks of a directive at once."""
    if day > office.today or day < directive.issued:
        raise StcliError(
            say(
                "{name} was issued on {issued}, and today is {today}",
                name=name,
                issued=directive.issued,
                today=office.today,
            ),
            say("name a day between these with --on"),
        )
    known = directive.confirmed
    if known is not None and known >= day:
        said = say("{task} was confirmed on {day}", task=name, day=known)
        return Act(directive.path, (), said)
    said = say("all tasks of {name} are confirmed, on {day}", name=name, day=day)
    return Act(directive.path, (Put(("confirmed",), day.isoformat()),), said)
