"""What people do to directives, tasks and agencies: each act as the changes that record it."""

from __future__ import annotations

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
