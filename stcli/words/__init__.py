"""The program's words, days and numbers in the language of the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.words.formats import Share, day, number, share
from stcli.words.languages import Language
from stcli.words.states import name, short_name
from stcli.words.translation import translate

if TYPE_CHECKING:
    from stcli.deadlines import Deadline

__all__ = [
    "Language",
    "Share",
    "day",
    "deadline",
    "name",
    "number",
    "share",
    "short_name",
    "translate",
]


def deadline(deadline: Deadline, language: Language) -> str:
    """Give a deadline in words."""
    from stcli.words.deadlines import deadline as worded  # noqa: PLC0415 - loads all of its kinds

    return worded(deadline, language)
