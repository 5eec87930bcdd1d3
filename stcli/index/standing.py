"""How a task stands, as one number of a column."""

from __future__ import annotations

from typing import Final

from stcli.states import State

BY_LAST_DAY: Final = 0
REQUESTED: Final = 1 << 4
"""Set where associations are asked for the task."""

STATES: Final = (None, *State)
"""The states by their numbers, of which the first is told by the last day."""

_NUMBERS: Final = {state: number for number, state in enumerate(STATES)}


def standing(state: State | None, *, requested: bool) -> int:
    """Give the number that stands for a state, `None` for what the last day tells."""
    return _NUMBERS[state] | (REQUESTED if requested else 0)
