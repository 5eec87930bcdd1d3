"""What people do to directives, tasks and agencies: each act as the changes that record it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stcli.acts.act import Act, Left, Office, Target
    from stcli.acts.adding import Assigned, add
    from stcli.acts.agencies import Handover, Listing, end_agency, list_agency, merge_agency
    from stcli.acts.altering import Alteration, change
    from stcli.acts.beginning import Beginning, begin
    from stcli.acts.confirming import confirm, confirm_directive
    from stcli.acts.ending import cancel, return_
    from stcli.acts.finishing import done, reopen
    from stcli.acts.noting import percentage, progress

__all__ = [
    "Act",
    "Alteration",
    "Assigned",
    "Beginning",
    "Handover",
    "Left",
    "Listing",
    "Office",
    "Target",
    "add",
    "begin",
    "cancel",
    "change",
    "confirm",
    "confirm_directive",
    "done",
    "end_agency",
    "list_agency",
    "merge_agency",
    "percentage",
    "progress",
    "reopen",
    "return_",
]

_MODULES = {
    "Act": "act",
    "Left": "act",
    "Office": "act",
    "Target": "act",
    "Assigned": "adding",
    "add": "adding",
    "Handover": "agencies",
    "Listing": "agencies",
    "end_agency": "agencies",
    "list_agency": "agencies",
    "merge_agency": "agencies",
    "Alteration": "altering",
    "change": "altering",
    "Beginning": "beginning",
    "begin": "beginning",
    "confirm": "confirming",
    "confirm_directive": "confirming",
    "cancel": "ending",
    "return_": "ending",
    "done": "finishing",
    "reopen": "finishing",
    "percentage": "noting",
    "progress": "noting",
}
"""Where each stands: an edit does one act, and need not load what makes the others."""


def __getattr__(name: str) -> object:
    """Give what is asked for of the modules of this room."""
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(name)
    return getattr(import_module(f"stcli.acts.{module}"), name)
