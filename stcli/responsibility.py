"""Who answers for a task on a day: the agency named, or those that took over from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from stcli.model import Agency, Succession


def responsible(
    leads: Iterable[str], tags: Iterable[str], day: date, agencies: Mapping[str, Agency]
) -> tuple[str, ...]:
    """Give the ids of the agencies that answer on a day for what was given to the leads.

    A succession for certain tags takes the tasks that carry one of them; the one without tags
    takes the rest. An agency without a successor in force keeps its tasks, in being or not.
    """
    wanted = frozenset(tags)
    found: dict[str, None] = {}
    for lead in leads:
        for agency in _heirs(lead, wanted, day, agencies):
            found[agency] = None
    return tuple(found)


def _heirs(
    lead: str, tags: frozenset[str], day: date, agencies: Mapping[str, Agency]
) -> tuple[str, ...]:
    current = (lead,)
    seen = {lead}
    while True:
        following: dict[str, None] = {}
        for agency in current:
            known = agencies.get(agency)
            heirs = _in_force(known.successors, tags, day) if known else ()
            fresh = [heir for heir in heirs if heir not in seen]
            following.update(dict.fromkeys(fresh or [agency]))
        if tuple(following) == current:
            return current
        current = tuple(following)
        seen.update(current)


def _in_force(
    successors: tuple[Succession, ...], tags: frozenset[str], day: date
) -> tuple[str, ...]:
    begun = [one for one in successors if one.since <= day]
    by_tag = tuple(one.agency for one in begun if tags.intersection(one.tags))
    return by_tag or tuple(one.agency for one in begun if not one.tags)
