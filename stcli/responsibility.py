"""Who answers for a task on a day: the agency named, or those that took over from it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
        found.update(dict.fromkeys(_heirs(lead, wanted, day, agencies)))
    return tuple(found)


def in_force(
    successors: Iterable[Succession], tags: frozenset[str], day: date
) -> tuple[Succession, ...]:
    """Give the successions by which tasks with certain tags have left an agency by a day."""
    begun = [one for one in successors if one.since <= day]
    by_tag = tuple(one for one in begun if tags.intersection(one.tags))
    return by_tag or tuple(one for one in begun if not one.tags)


def _heirs(
    lead: str, tags: frozenset[str], day: date, agencies: Mapping[str, Agency]
) -> tuple[str, ...]:
    """Follow the successions from an agency to those at their ends.

    Every agency is looked at once. Where the way comes back to one that it has passed, a later
    succession has returned the tasks, and any other is a mistake and does not count.
    """
    found: dict[str, None] = {}
    seen: set[str] = set()
    way: set[str] = set()
    waiting: list[tuple[str, date | None]] = [(lead, date.min)]
    while waiting:
        agency, arrived = waiting.pop()
        if arrived is None:
            way.remove(agency)
        elif agency not in seen:
            seen.add(agency)
            way.add(agency)
            waiting.append((agency, None))
            taken = [
                one
                for one in _in_force(agency, tags, day, agencies)
                if one.agency not in way or (one.since > arrived and one.agency != agency)
            ]
            for one in reversed(taken):
                if one.agency not in way:
                    waiting.append((one.agency, max(arrived, one.since)))
                elif _keeps(one, tags, day, agencies):
                    found[one.agency] = None
            if not taken:
                found[agency] = None
    return tuple(found) or (lead,)


def _keeps(
    returned: Succession, tags: frozenset[str], day: date, agencies: Mapping[str, Agency]
) -> bool:
    """Whether an agency that got its tasks back has not lost them again since."""
    following = _in_force(returned.agency, tags, day, agencies)
    return all(one.since < returned.since for one in following)


def _in_force(
    agency: str, tags: frozenset[str], day: date, agencies: Mapping[str, Agency]
) -> tuple[Succession, ...]:
    known = agencies.get(agency)
    return in_force(known.successors, tags, day) if known else ()
