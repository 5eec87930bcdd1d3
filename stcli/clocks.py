"""The clock by which "today" is told."""

from __future__ import annotations

from typing import Final

TIMEZONE: Final = "Asia/Ho_Chi_Minh"
"""That of every office, as long as its settings name no other."""
