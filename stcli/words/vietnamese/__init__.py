"""The Vietnamese sentences by their English templates; one module here for each that speaks."""

from __future__ import annotations

from stcli.words.vietnamese.render import RENDER
from stcli.words.vietnamese.states import STATES

CATALOGUE: dict[str, str] = {**STATES, **RENDER}
