"""All rules, in the order in which people read them: importing this fills `RULES`."""

from __future__ import annotations

# The order of these imports is that of the catalogue.
# isort: off
from stcli.rules import declared, weights  # noqa: F401
from stcli.rules import duplicates, numbers, references, cascades  # noqa: F401
from stcli.rules import agencies, successors, leads  # noqa: F401
from stcli.rules import days, deadlines, completion  # noqa: F401
from stcli.rules.registry import RULES
# isort: on

__all__ = ["RULES"]
