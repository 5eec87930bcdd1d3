"""The languages that the program speaks."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """A language, by the word people type for it."""

    ENGLISH = "en"
    VIETNAMESE = "vi"
