"""How the files of an office are called below its root."""

from __future__ import annotations

from typing import Final

SETTINGS: Final = "stcli.yaml"
FOLDER: Final = "directives"
AGENCIES: Final = f"{FOLDER}/agencies.yaml"
CALENDAR: Final = f"{FOLDER}/calendar.yaml"
OF_THE_OFFICE: Final = (SETTINGS, AGENCIES, CALENDAR)
"""The files that are no directives, and on which what is worked out of all others rests."""

ENDINGS: Final = (".yaml", ".yml")
