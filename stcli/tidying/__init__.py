"""Files put in order: laid out anew, or mended, each held against what `check` says of it."""

from __future__ import annotations

from stcli.tidying.formatting import Formatted, formatted
from stcli.tidying.mending import Mended, mended

__all__ = ["Formatted", "Mended", "formatted", "mended"]
