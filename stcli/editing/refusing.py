"""What cannot be written, what came out otherwise than intended, and how both are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.documents import characters
from stcli.documents.refusals import DEEPEST
from stcli.editing.changes import Append, Put, Remove, lookup
from stcli.editing.unsafe import Risk, Unsafe
from stcli.editing.writing import bracketed
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stcli.diagnostics import Edit
    from stcli.documents.data import Data
    from stcli.documents.document import Document
    from stcli.editing.changes import Change

DOUBTS = frozenset({"text-after-hash"})
"""Findings of reading that are no errors: people write comments in this way."""

_LIMITS = frozenset({"too-large", "too-deep"})


def refusal(before: Document, edits: Sequence[Edit], risk: Risk, change: Change) -> Unsafe:
    """Give a risk, met after some edits of a document, as what people are told of it."""
    at = risk.at
    for edit in reversed(edits):
        if at >= edit.start + len(edit.text):
            at += edit.end - edit.start - len(edit.text)
        else:
            at = min(at, edit.start)
    at = min(at, max(0, len(before.text) - 1))
    place = before.span(at, at)
    if risk.remedy is not None:
        return Unsafe(place, risk.why, "", risk.remedy)
    if isinstance(change, Remove):
        key = "/".join(map(str, change.route))
        return Unsafe(place, risk.why, "", say("take `{key}` away by hand", key=key))
    typed = _typed(before.data, change)
    return Unsafe(place, risk.why, typed, say("write it there by hand: {text}", text=typed))


def _typed(data: Data, change: Put | Append) -> str:
    """Give what somebody can type for a change, on one line."""
    last = change.route[-1] if change.route else 0
    if isinstance(last, int):
        return f"- {bracketed(change.value)}"
    if isinstance(change, Put):
        return bracketed({last: change.value})[1:-1]
    found = lookup(data, change.route)
    if found and isinstance(found[0], list) and found[0]:
        return f"- {bracketed(change.value)}"
    return bracketed({last: [*found, change.value] if found and found[0] else [change.value]})[1:-1]


def check_writable(value: Data, at: int) -> None:
    """Raise Risk for what no file can hold: hidden characters, and more levels than are read."""
    waiting: list[tuple[Data, int]] = [(value, 1)]
    while waiting:
        one, depth = waiting.pop()
        if depth > DEEPEST:
            why = say("lists and mappings are nested more than {limit} levels deep", limit=DEEPEST)
            raise Risk(at, why, say("write less"))
        match one:
            case str():
                _check_characters(one, at)
            case dict():
                waiting += ((held, depth + 1) for pair in one.items() for held in pair)
            case list():
                waiting += ((held, depth + 1) for held in one)
            case None:
                pass


def _check_characters(value: str, at: int) -> None:
    hidden = characters.hidden_in(value)
    if hidden is not None:
        character = characters.name(hidden)
        why = say("{character} may not stand in a file", character=character)
        raise Risk(at, why, say("leave the character out; it cannot be seen"))


def check_result(before: Document, after: Document, wanted: Data, at: int) -> None:
    """Raise Risk where a new text does not say what was intended, or is worse than the old."""
    for one in after.problems:
        if one.rule in _LIMITS:
            raise Risk(at, one.message, say("write less"))
    wrong = any(one.rule not in DOUBTS for one in after.problems)
    if not wrong and len(after.problems) <= len(before.problems) and after.data == wanted:
        return
    if at == len(before.text) and not before.text.endswith("\n"):
        raise Risk(at, say("the block of text above would get a line end at its end"))
    raise Risk(at, say("what stands here cannot be changed without changing something else"))
