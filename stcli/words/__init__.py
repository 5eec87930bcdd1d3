"""The program's words, days and numbers in the language of the reader."""

from __future__ import annotations

from stcli.words.deadlines import deadline
from stcli.words.formats import Share, day, number, share
from stcli.words.languages import Language
from stcli.words.states import name, short_name
from stcli.words.translation import translate

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
