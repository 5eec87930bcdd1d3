"""The agencies that a value of a query means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.references import find_agencies, unknown_agency
from stcli.spelling import search_key

if TYPE_CHECKING:
    from stcli.model import Tracker


def agency_ids(value: str, tracker: Tracker) -> tuple[str, ...]:
    """Give the ids of the agencies that a name may mean; a StcliError where it fits none.

    What is not listed may still be an id that directives use, in files that have this fault.
    """
    listed = tuple(agency.id for agency in find_agencies(tracker.listed, value))
    if listed:
        return listed
    key = search_key(value)
    used = tuple(one for one in _ids_used(tracker) if key in search_key(one))
    if used:
        return used
    raise unknown_agency(value, tracker)


def _ids_used(tracker: Tracker) -> set[str]:
    used = {directive.issuer for directive in tracker.directives}
    for _, _, task in tracker.tasks():
        used.update(task.leads, task.coordinating)
        for change in task.changes:
            used.update(change.leads or (), change.coordinating or ())
    for agency in tracker.listed:
        used.update(one.agency for one in agency.successors)
    return used
