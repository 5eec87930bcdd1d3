"""What tells a finding apart wherever in its file it stands: the same text on every machine."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stcli.diagnostics import Diagnostic


def fingerprint(one: Diagnostic) -> str:
    """Give the fingerprint of a finding: its rule, its file and the names that it speaks of.

    Numbers and days are left out, as those of one task change from day to day.
    """
    names = [value for _, value in one.message.values if isinstance(value, str)]
    parts = (one.rule, one.place.path, one.message.template, *names)
    return sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
