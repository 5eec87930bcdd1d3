"""How the files of an office are called below its root."""

from __future__ import annotations

from typing import Final

SETTINGS: Final = "stcli.yaml"
FOLDER: Final = "directives"
AGENCIES: Final = f"{FOLDER}/agencies.yaml"
CALENDAR: Final = f"{FOLDER}/calendar.yaml"
ENDINGS: Final = (".yaml", ".yml")
