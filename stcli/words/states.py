"""The names of the states of a task, as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.messages import say
from stcli.states import State

if TYPE_CHECKING:
    from stcli.messages import Message

_NAMES = {
    State.DONE: say("done on time"),
    State.DONE_LATE: say("done after its last day"),
    State.OPEN: say("not done, still in time"),
    State.DUE_SOON: say("not done, due soon"),
    State.OVERDUE: say("not done, overdue"),
    State.ONGOING: say("ongoing"),
    State.CANCELLED: say("cancelled"),
    State.RETURNED: say("returned"),
}
_SHORT_NAMES = {
    **_NAMES,
    State.DONE: say("done"),
    State.DONE_LATE: say("done late"),
    State.OPEN: say("open"),
    State.DUE_SOON: say("due soon"),
    State.OVERDUE: say("overdue"),
}


def name(state: State) -> Message:
    """Give the whole name of a state, for what is said of one task."""
    return _NAMES[state]


def short_name(state: State) -> Message:
    """Give the shortest name of a state that is not taken for another, for cells and columns."""
    return _SHORT_NAMES[state]
