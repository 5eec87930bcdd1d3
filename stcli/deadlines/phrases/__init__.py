"""The words of documents about deadlines, read into the kinds of deadlines.

A phrase becomes words (`tokens`), the words parts (`reading`, with one reader for each kind of
part), the parts what they state (`gathering`), and that a deadline with what is left open
(`meaning`). Whatever no reader took is named in a doubt, so that nothing is silently wrong.
"""

from __future__ import annotations

from stcli.deadlines.phrases.meaning import recognise
from stcli.deadlines.phrases.recognition import Doubt, DoubtKind, Recognition

__all__ = ["Doubt", "DoubtKind", "Recognition", "recognise"]
