"""The Vietnamese sentences by their English templates; one module here for each that speaks."""

from __future__ import annotations

from typing import Final

from stcli.words.vietnamese.calendar import CALENDAR
from stcli.words.vietnamese.findings import FINDINGS
from stcli.words.vietnamese.pages import PAGES
from stcli.words.vietnamese.states import STATES

CATALOGUE: Final[dict[str, str]] = {**STATES, **PAGES, **FINDINGS, **CALENDAR}
