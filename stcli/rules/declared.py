"""The rules that reading and the format check themselves: all that loading needs to know."""

from __future__ import annotations

# The order of these imports is that of the catalogue.
# isort: off
from stcli.rules import reading, syntax, format  # noqa: F401
from stcli.rules.registry import RULES
# isort: on

__all__ = ["RULES"]
