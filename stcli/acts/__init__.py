"""What people do to directives, tasks and agencies: each act as the changes that record it."""

from __future__ import annotations

from stcli.acts.act import Act, Left, Office, Target
from stcli.acts.altering import Alteration, change
from stcli.acts.confirming import confirm, confirm_directive
from stcli.acts.ending import cancel, return_
from stcli.acts.finishing import done, reopen
from stcli.acts.noting import progress

__all__ = [
    "Act",
    "Alteration",
    "Left",
    "Office",
    "Target",
    "cancel",
    "change",
    "confirm",
    "confirm_directive",
    "done",
    "progress",
    "reopen",
    "return_",
]
