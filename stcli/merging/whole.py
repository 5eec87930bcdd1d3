"""Two versions of a file merged, by what they were made from; refused where it would be a guess.

Nothing is given that was not read again: it says what the data of both sides say together, and has
every comment that neither side took away.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from stcli.documents import reader
from stcli.documents.blocks import Block, cut
from stcli.documents.laying import comments
from stcli.merging.comments import wanted
from stcli.merging.composing import Composer, known_parts
from stcli.merging.data import DataMerge, Side
from stcli.merging.marks import Marking, numbered_lines
from stcli.merging.telling import Disagreement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stcli.merging.composing import Conflict
    from stcli.merging.marks import Labels

_EVERYTHING: Final = frozenset({"tasks", "agencies"})
_MARK: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Merged:
    """The text of a merged file, in the byte order, line ends and last line end of ours."""

    text: str
    disagreements: tuple[Disagreement, ...] = ()


def merged(base: bytes, ours: bytes, theirs: bytes, labels: Labels) -> Merged | None:
    """Give two versions of a file merged; None where one cannot be read, or it would be a guess."""
    if _is_mixed(ours):
        return None
    before, mine, other = _block(base), _block(ours), _block(theirs)
    if before is None or mine is None or other is None or not (mine.parts and other.parts):
        return None
    roots = before, mine, other
    mark = Marking(labels)
    marked = Composer(mark.settle)
    whole = marked.merge(*roots)
    if whole is None or not keeps_comments(whole, roots):
        return None
    conflicts = marked.conflicts
    if any(map(_is_of_everything, conflicts)) or not all(
        is_right(roots, side, conflicts) for side in Side
    ):
        return None
    text, lines = numbered_lines(whole.text)
    found = [Disagreement(lines[number], one) for number, one in enumerate(conflicts)]
    return Merged(_as_in(text, ours), tuple(sorted(found, key=attrgetter("line"))))


def _is_of_everything(conflict: Conflict) -> bool:
    """Tell whether a conflict would be of all tasks, or agencies, as nobody can tell them apart."""
    if conflict.ours is None or conflict.theirs is None or conflict.way[-1] not in _EVERYTHING:
        return False
    return known_parts((conflict.base, conflict.ours, conflict.theirs), conflict.way) is None


def _block(content: bytes) -> Block | None:
    """Give a version cut into blocks; an empty one is a mapping without keys."""
    if not content.strip():
        return Block("", {})
    lines = content.replace(b"\r\n", b"\n")
    root = cut(reader.read("", lines if lines.endswith(b"\n") else lines + b"\n"))
    return root if root is not None and root.in_lines else None


def _is_mixed(content: bytes) -> bool:
    """Tell whether lines end in two ways, so that nobody can say how a new one is to end."""
    return 0 < content.count(b"\r\n") < content.count(b"\n")


def _as_in(text: str, ours: bytes) -> str:
    """Give a text in the byte order mark, line ends and last line end of our version."""
    if ours and not ours.endswith(b"\n"):
        text = text.removesuffix("\n")
    if b"\r\n" in ours:
        text = text.replace("\n", "\r\n")
    return f"\ufeff{text}" if ours.startswith(_MARK) else text


def is_right(roots: tuple[Block, Block, Block], side: Side, conflicts: Sequence[Conflict]) -> bool:
    """Tell whether the text says what the data of both sides do, with conflicts won by one side."""
    whole = Composer(attrgetter(side.value)).merge(*roots)
    ways = frozenset(one.way for one in conflicts)
    expected = DataMerge(side, ways)
    base, ours, theirs = (one.data for one in roots)
    data = expected.merge(base, ours, theirs)
    found = cut(reader.read("", whole.text.encode())) if whole else None
    said = found.data if found else None
    return said == data and ways.issuperset(expected.conflicts)


def keeps_comments(whole: Block, roots: tuple[Block, Block, Block]) -> bool:
    """Tell whether each comment is there that neither side took away."""
    needed = wanted(*map(comments, roots))
    needed.subtract(Counter(comments(whole)))
    return not +needed


def is_sound(content: bytes) -> bool:
    """Tell whether a file can be read, and says each thing once."""
    return cut(reader.read("", content)) is not None
