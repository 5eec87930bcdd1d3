"""Collectives: the members a task is given to by one name, and what each has delivered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.responsibility import responsible
from stcli.states import Record

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from datetime import date

    from stcli.model import Agency, Task


def members(
    leads: Iterable[str], agencies: Mapping[str, Agency], day: date
) -> dict[str, str | None]:
    """Give those who lead, with the members of collectives in place of them, each one once.

    Beside each member stands the lead that it is a member of; `None` beside a lead that is
    no collective, or whose members are not listed. Members that are not there yet on the day are
    left out; what ended since is kept, as its successors answer for it.
    """
    found: dict[str, str | None] = {}
    for lead in leads:
        listed = _leaves(lead, agencies, day)
        for one in listed or (lead,):
            found.setdefault(one, lead if listed else None)
    return found


def record_of(  # noqa: PLR0913 - a member among all, on a day
    task: Task,
    member: str,
    sharing: Container[str],
    period: str | None,
    *,
    agencies: Mapping[str, Agency],
    day: date,
) -> Record | None:
    """Give what one member has delivered by a day, itself or by those that took over from it.

    Of those that took over, what stands under the name of one that shares the task itself is its
    own. On a recurring task it is what was delivered for the period; `None` where nothing was.
    """
    heirs = responsible((member,), task.tags, day, agencies)
    names = {member, *(one for one in heirs if one not in sharing)}
    for one in task.members:
        if one.agency in names and one.period == period and one.done and one.done <= day:
            return Record(one.done, one.evidence)
    return None


def common_record(
    task: Task, leads: Iterable[str], period: str | None, agencies: Mapping[str, Agency], day: date
) -> Record | None:
    """Give the record of a task that all of its leads and their members have delivered.

    It is done on the day of the last of them, by the evidence of all; `None` before that.
    """
    records: list[Record] = []
    sharing = members(leads, agencies, day)
    for one in sharing:
        record = record_of(task, one, sharing, period, agencies=agencies, day=day)
        if record is None:
            return None
        records.append(record)
    if not records:
        return None
    evidence = dict.fromkeys(text for record in records for text in record.evidence)
    return Record(max(one.done for one in records if one.done), tuple(evidence))


def _leaves(lead: str, agencies: Mapping[str, Agency], day: date) -> tuple[str, ...]:
    """Give the members of a collective, those of members in their place, each looked at once."""
    found: list[str] = []
    seen = {lead}
    waiting = [lead]
    while waiting:
        name = waiting.pop()
        known = agencies.get(name)
        if known is not None and known.members:
            new = [one for one in known.members if one not in seen]
            seen.update(new)
            waiting += reversed(new)
        elif name != lead and (known is None or known.since is None or known.since <= day):
            found.append(name)
    return tuple(found)
