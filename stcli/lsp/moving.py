"""Findings that stay where they are while the text around them changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stcli.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stcli.diagnostics import Diagnostic
    from stcli.documents.document import Document


def moved(found: Iterable[Diagnostic], before: str, document: Document) -> Iterator[Diagnostic]:
    """Give findings of a text as they stand in the document that it became.

    Those that touch what has changed are left out: whether they still hold is not known.
    """
    after = document.text
    if before == after:
        yield from found
        return
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    for one in found:
        if one.place.end < head:
            yield _shifted(one, document, 0, (0, head))
        elif one.place.start > len(before) - tail:
            stays = len(before) - tail, len(before)
            yield _shifted(one, document, len(after) - len(before), stays)


def _shifted(one: Diagnostic, document: Document, by: int, stays: tuple[int, int]) -> Diagnostic:
    """Give a finding so many characters on, without what does not lie in the text that stays."""
    low, high = stays
    edits = one.fix.edits if one.fix else ()
    kept = one.fix and all(low <= edit.start and edit.end <= high for edit in edits)
    fix = (
        replace(
            one.fix,
            edits=tuple(Edit(edit.start + by, edit.end + by, edit.text) for edit in edits),
        )
        if one.fix and kept
        else None
    )
    place = document.span(one.place.start + by, one.place.end + by) if by else one.place
    related = tuple(each for each in one.related if each.place.path != document.path)
    return replace(one, place=place, fix=fix, related=related)


def _common(one: str, other: str) -> int:
    """Give how many characters two texts have in common at their start."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
