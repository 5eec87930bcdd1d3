"""What an index is that cannot be used."""

from __future__ import annotations


class Damaged(Exception):
    """Something in an index is not what was written there; the answer is found without it."""
