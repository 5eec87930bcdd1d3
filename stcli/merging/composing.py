"""Blocks of both sides put together: each from the side that changed it, with all comments."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from stcli.documents.blocks import ITEM, Block
from stcli.documents.laying import comments, holding, in_line, moved
from stcli.merging.alignment import aligned, in_order
from stcli.merging.comments import lines_merged, wanted
from stcli.merging.data import ABSENT, entries, key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from stcli.merging.alignment import Identity
    from stcli.merging.data import Way

    Known: TypeAlias = tuple[Sequence[Identity], Sequence[Identity], Sequence[Identity]]
    """What the parts of a block are known by, as it was and as it is on both sides."""

    Versions: TypeAlias = tuple[Block | None, Block, Block]
    """A block as it was, if it was there, and as it is on both sides."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """What both sides changed differently, or one changed and the other took away."""

    way: Way
    base: Block | None
    ours: Block | None
    theirs: Block | None
    column: int


@dataclass(slots=True)
class Composer:
    """Merges blocks; of what the sides disagree on `settle` says what is to stand there."""

    settle: Callable[[Conflict], Block | None]
    in_brackets: bool = False
    conflicts: list[Conflict] = field(default_factory=list)

    def merge(
        self,
        base: Block | None,
        ours: Block | None,
        theirs: Block | None,
        way: Way = (),
        column: int = 0,
    ) -> Block | None:
        """Give the merged block at a way; None where there is none any more.

        `column` is where it will stand.
        """
        if not self.in_brackets:
            base, ours, theirs = (one and _on_a_line(one, column) for one in (base, ours, theirs))
        if ours is None or theirs is None:
            return self._one_sided(base, ours, theirs, way, column)
        before, mine, other = (block and _plain(block) for block in (base, ours, theirs))
        if other in {before, mine}:
            return ours
        if mine == before:
            return theirs
        versions = (base, ours, theirs)
        known = known_parts(versions, way)
        if known is not None:
            return self._list_or_mapping(versions, known, way, column)
        if ours.data == theirs.data or (base and base.data in (ours.data, theirs.data)):
            return _one_value(base, ours, theirs)
        return self._settled(base, ours, theirs, way, column)

    def _settled(
        self,
        base: Block | None,
        ours: Block | None,
        theirs: Block | None,
        way: Way,
        column: int,
    ) -> Block | None:
        conflict = Conflict(way, base, ours, theirs, column)
        self.conflicts.append(conflict)
        return self.settle(conflict)

    def _one_sided(
        self,
        base: Block | None,
        ours: Block | None,
        theirs: Block | None,
        way: Way,
        column: int,
    ) -> Block | None:
        """Give what one side alone has: its addition, or nothing where the other took it away."""
        kept = ours or theirs
        if base is None or kept is None:
            return kept
        said_more = wanted((), comments(kept), ()) - wanted((), comments(base), ())
        if kept.data == base.data and (self.in_brackets or not said_more):
            return None
        return self._settled(base, ours, theirs, way, column)

    def _list_or_mapping(
        self, versions: Versions, known: Known, way: Way, column: int
    ) -> Block | None:
        """Give merged parts in the list or mapping that holds them.

        Between brackets there is no room for what is settled there: then it is settled as a whole.
        """
        base, ours, theirs = versions
        frame = _frame(base, ours, theirs)
        inside = Composer(_of_ours, in_brackets=True) if frame.in_brackets else self
        parts = inside._parts(versions, known, way, _column(frame, column))  # noqa: SLF001
        if inside is not self and inside.conflicts:
            return self._settled(base, ours, theirs, way, column)
        return _with_comments(holding(frame, parts), versions, deep=frame.in_brackets)

    def _parts(self, versions: Versions, known: Known, way: Way, column: int) -> list[Block]:
        """Merge the parts of three blocks, each by what it is known by."""
        before, mine, other = (
            dict(zip(ids, block.parts, strict=True)) if block else {}
            for ids, block in zip(known, versions, strict=True)
        )
        is_mapping = isinstance(versions[1].data, dict)
        merged = (
            self.merge(
                before.get(one),
                mine.get(one),
                other.get(one),
                (*way, one[0] if is_mapping else one),
                column,
            )
            for one in in_order("" if is_mapping else key_of(way), *known)
        )
        return [one for one in merged if one is not None]


def _on_a_line(block: Block, column: int) -> Block:
    """Give a block with room for comments: what stands in brackets on one side as a line."""
    return in_line(block, column) if block.column == ITEM else block


def _of_ours(conflict: Conflict) -> Block | None:
    return conflict.ours


def _column(frame: Block, column: int) -> int:
    """Give where the parts of a list or mapping stand."""
    return frame.parts[0].column if frame.in_lines else column


def _plain(block: Block) -> str:
    """Give the text of a block wherever it stands."""
    if block.column == ITEM:
        return replace(block, rest="").text
    return replace(moved(block, 0), indent="").text


def known_parts(versions: Versions, way: Way) -> Known | None:
    """Give what the parts of three lists or mappings are known by.

    None where they are none, are not all cut into parts, or these cannot be told apart.
    """
    base, ours, theirs = versions
    if any(len(block.parts) != len(block.data or "") for block in versions if block):
        return None
    match base and base.data, ours.data, theirs.data:
        case dict() as before, dict() as mine, dict() as other:
            return [(key,) for key in before], [(key,) for key in mine], [(key,) for key in other]
        case _, list() as mine, list() as other:
            found = entries(base.data if base else ABSENT, mine, other)
            return None if found is None else aligned(key_of(way), found, mine, other)
        case _:
            return None


def _frame(base: Block | None, ours: Block, theirs: Block) -> Block:
    """Give the list or mapping into which the merged parts go: that of the side that changed it.

    One that is empty says nothing about how parts are to be laid out.
    """
    kept = base is not None and _around(base) == _around(ours)
    frame, other = (theirs, ours) if kept else (ours, theirs)
    chosen = other if other.parts and not frame.parts else frame
    return _with_lines_around(chosen, (base, ours, theirs))


def _around(block: Block) -> tuple[object, ...]:
    """Give what stands around the parts of a list or mapping, but for its comments in lines."""
    return block.in_lines, block.head, block.gap, block.value, block.close, block.rest


def _one_value(base: Block | None, ours: Block, theirs: Block) -> Block:
    """Give a value that one side alone changed, or both alike, with the comments of both."""
    if base is None or ours.data != base.data:
        chosen = ours
    elif theirs.data != base.data or _line(ours) == _line(base):
        chosen = theirs
    else:
        chosen = ours
    versions = (base, ours, theirs)
    if base is not None and all(_ends_alike(chosen, one) for one in (base, ours, theirs)):
        rest = theirs.rest if ours.rest == base.rest else ours.rest
        chosen = replace(chosen, rest=rest)
    return _with_comments(_with_lines_around(chosen, versions), versions, deep=True)


def _line(block: Block) -> str:
    """Give the text of a value with its key, but without what stands behind it."""
    return replace(block, above="", indent="", rest="", below="").text


def _ends_alike(one: Block, other: Block) -> bool:
    """Tell whether what stands behind two values can stand behind each of them."""
    return one.rest.endswith("\n") and other.rest.endswith("\n") and not one.in_lines


def _with_lines_around(chosen: Block, versions: Versions) -> Block:
    """Give a block with the lines above and below it that both sides want."""
    if chosen.column == ITEM:
        return chosen
    base, ours, theirs = (block and moved(block, chosen.column) for block in versions)
    if ours is None or theirs is None:
        return chosen
    return replace(
        chosen,
        above=lines_merged(base.above if base else "", ours.above, theirs.above),
        below=lines_merged(base.below if base else "", ours.below, theirs.below),
    )


def _with_comments(block: Block, versions: Versions, *, deep: bool) -> Block:
    """Give a block with the comments of both sides that have lost their place, above it."""
    if block.column == ITEM:
        return block
    needed = wanted(*(_own_comments(one, deep=deep) for one in versions))
    needed.subtract(_own_comments(block, deep=deep))
    missing = "".join(f"{' ' * block.column}{one}\n" for one in (+needed).elements())
    return replace(block, above=block.above + missing) if missing else block


def _own_comments(block: Block | None, *, deep: bool) -> list[str]:
    """Give the comments of a block but those above and below it, and, if not deep, of its parts."""
    if block is None:
        return []
    parts = block.parts if deep else ()
    return [*comments(replace(block, above="", below="", parts=parts))]
