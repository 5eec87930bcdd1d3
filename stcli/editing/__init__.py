"""Changes to YAML text that leave every other byte alone."""

from __future__ import annotations

from stcli.editing.changes import Append, Change, Put, Remove, intended
from stcli.editing.revision import revised
from stcli.editing.unsafe import Unsafe

__all__ = ["Append", "Change", "Put", "Remove", "Unsafe", "intended", "revised"]
