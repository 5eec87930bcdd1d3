"""Fixes done to a text: many at once, and one slip after another where each hides the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from stcli.documents import reader
from stcli.load import found_by_reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeAlias

    from stcli.diagnostics import Diagnostic, Edit

    Wanted: TypeAlias = Callable[[Diagnostic], bool]
    """Tells whether a finding is to be mended, if it carries a fix."""

MOST_READ: Final = 5_000_000
"""Characters that are read again, for one text, to find one slip of syntax behind another."""

_LEAST_WORK: Final = 1_000  # that reading costs wherever it ends


def together(found: Iterable[Diagnostic]) -> dict[str, list[Diagnostic]]:
    """Give the findings that can be mended at once, by their files: no fix touches another."""
    chosen: dict[str, list[Diagnostic]] = {}
    taken: dict[str, list[Edit]] = {}
    for one in found:
        if one.fix is None:
            continue
        edits = taken.setdefault(one.place.path, [])
        if not any(_touch(edit, other) for edit in one.fix.edits for other in edits):
            edits += one.fix.edits
            chosen.setdefault(one.place.path, []).append(one)
    return chosen


def _touch(one: Edit, other: Edit) -> bool:
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end


def fixed(text: str, found: Iterable[Diagnostic]) -> str:
    """Give a text with the fixes of findings in it done, of which none touches another."""
    for edit in reversed(edits_of(found)):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def edits_of(found: Iterable[Diagnostic]) -> list[Edit]:
    """Give the edits of all fixes, in the order of the text."""
    edits = (edit for one in found if one.fix is not None for edit in one.fix.edits)
    return sorted(edits, key=lambda edit: (edit.start, edit.end))


def read_on(path: str, text: str, wanted: Wanted) -> tuple[str, list[Diagnostic]]:
    """Give a text with the slips mended that keep it from being read, and what these were.

    Reading ends at the first one, so that each is found only when those above it are mended.
    """
    mended: list[Diagnostic] = []
    reached, length, work = -1, len(text), 0
    while work < MOST_READ:
        document = reader.read(path, text.encode())
        found = () if document.data is not None else found_by_reader(document)
        chosen = together(one for one in found if wanted(one)).get(path, [])
        start = min((one.place.start for one in chosen), default=-1)
        if start < reached or (start == reached and len(text) >= length):
            break
        edits = edits_of(chosen)
        length = len(text)
        text = fixed(text, chosen)
        mended += chosen
        reached = edits[-1].start + sum(grown(edit) for edit in edits[:-1])
        work += start + _LEAST_WORK
    return text, mended


def grown(edit: Edit) -> int:
    """Give by how much an edit makes a text longer."""
    return len(edit.text) - (edit.end - edit.start)
