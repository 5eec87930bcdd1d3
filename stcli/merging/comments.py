"""Comments of both sides: none is lost that the other side did not take away."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

MOST_LINES: Final = 1_000
"""Lines of comments in one place that are compared one by one; finding those shared is slow."""


def wanted(base: Iterable[str], ours: Iterable[str], theirs: Iterable[str]) -> Counter[str]:
    """Give how often each comment has to stand in what was merged."""
    before, mine, other = Counter(base), Counter(ours), Counter(theirs)
    found = {one: _count(before[one], mine[one], other[one]) for one in mine | other}
    return +Counter(found)


def _count(base: int, ours: int, theirs: int) -> int:
    if ours == base:
        return theirs
    if theirs in {base, ours}:
        return ours
    return max(ours, theirs) if min(ours, theirs) > base else min(ours, theirs)


def lines_merged(base: str, ours: str, theirs: str) -> str:
    """Give lines of comments merged; where both sides changed the same, ours and then theirs."""
    if theirs in {base, ours}:
        return ours
    if ours == base:
        return theirs
    sides = [text.splitlines(keepends=True) for text in (base, ours, theirs)]
    is_long = max(map(len, sides)) > MOST_LINES
    return "".join(_hunk(*sides) if is_long else _hunks(*sides))


def _hunks(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> Iterator[str]:
    """Give the lines of both sides between those that all three have."""
    mine, other = _matches(base, ours), _matches(base, theirs)
    shared = [(line, mine[line], other[line]) for line in sorted(mine.keys() & other.keys())]
    ends = ((-1, -1, -1), *shared, (len(base), len(ours), len(theirs)))
    for (b, o, t), (b_end, o_end, t_end) in pairwise(ends):
        if b >= 0:
            yield base[b]
        yield from _hunk(base[b + 1 : b_end], ours[o + 1 : o_end], theirs[t + 1 : t_end])


def _hunk(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> Sequence[str]:
    if theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    # Of a line that one side took away nothing is left to keep; of what they wrote, everything.
    known = {*ours, *base}
    return [*ours, *(line for line in theirs if line not in known)]


def _matches(base: Sequence[str], side: Sequence[str]) -> Mapping[int, int]:
    """Give for each line of the base that a side still has where it stands there."""
    found = SequenceMatcher(None, base, side, autojunk=False).get_matching_blocks()
    return {one.a + more: one.b + more for one in found for more in range(one.size)}
