"""Edits saved on disk: whole or not at all, one after another, each of which can be undone."""

from __future__ import annotations

from stcli.saving.edits import Lock, Revision, Undone, locked, save, undo
from stcli.saving.replacement import write_whole

__all__ = ["Lock", "Revision", "Undone", "locked", "save", "undo", "write_whole"]
