"""What stands in brackets: on one line, or opened into lines of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from stcli.documents.rewriting import written
from stcli.layout.comments import trailing
from stcli.layout.texts import BLOCKS, QUOTES, as_block, within_brackets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stcli.documents.blocks import Block
    from stcli.documents.data import Data

LONGEST: Final = 100
"""Columns up to which what was on several lines is put on one."""

_BETWEEN: Final = " \t,"


def key(block: Block) -> str:
    """Give the key of a block with its colon, without quotes where none are needed; or the dash."""
    if isinstance(block.step, int):
        return "-"
    raw = block.head[:-1].rstrip()
    plain = written(block.step) if raw[:1] in QUOTES else raw
    return f"{raw if plain[:1] in QUOTES else plain}:"


def on_one_line(block: Block) -> str:
    """Give the value of a block in brackets, or of one of its items, on one line."""
    if not block.in_brackets:
        return within_brackets(block.value, block.data if isinstance(block.data, str) else None)
    opening, closing = "{}" if isinstance(block.data, dict) else "[]"
    return f"{opening}{', '.join(map(_item, block.parts))}{closing}"


def _item(part: Block) -> str:
    value = on_one_line(part)
    return f"{key(part)} {value}" if isinstance(part.step, str) else value


def arranged(block: Block, column: int) -> Block:
    """Give a block at a column in brackets or in lines, as it is to stand.

    What stands on one line stays there, and what stands in lines stays in lines. But of a list of
    mappings each has a line, a list of texts is put on one line if it fits there, and so is what
    stands in brackets on several lines; where it does not fit, it gets lines of its own. A text
    of several lines becomes a block.
    """
    start = column + len(key(block)) + 1
    texts = _texts(block.data)
    if block.in_brackets:
        if _lists_mappings(block.data):
            return opened(block)
        if "\n" not in _inside(block):
            return block
        line = _list(texts) if texts else on_one_line(block)
        return block if start + len(line) <= LONGEST else opened(block)
    if texts and _is_bare(block) and start + len(_list(texts)) <= LONGEST:
        return _closed(block)
    if isinstance(block.data, str):
        text = as_block(block.value, block.data, trailing(block.rest))
        return block if text is None else replace(block, value=text, rest="")
    return block


def _lists_mappings(data: Data) -> bool:
    return isinstance(data, list) and all(one and isinstance(one, dict) for one in data)


def _texts(data: Data) -> list[str]:
    """Give the texts of a list that holds nothing but texts of one line; else none."""
    texts = [one for one in data if isinstance(one, str)] if isinstance(data, list) else []
    fit = len(texts) == len(data or ()) and not any("\n" in one for one in texts)
    return texts if fit else []


def _list(texts: Iterable[str]) -> str:
    """Give a list of texts as it is measured: the same however it stands in the file."""
    return f"[{', '.join(map(written, texts))}]"


def _inside(block: Block) -> str:
    return "".join((block.value, *(part.text for part in block.parts), block.close))


def _is_bare(block: Block) -> bool:
    """Tell whether a list in lines has nothing between its texts, not even a blank line."""
    if not block.in_lines or f"{block.gap}{block.parts[0].above}".strip():
        return False
    return not any(
        f"{part.gap}{part.rest}{part.below}".strip() or part.value[:1] in BLOCKS
        for part in block.parts
    ) and not any(part.above for part in block.parts[1:])


def _closed(block: Block) -> Block:
    """Give a list of texts in lines as one in brackets."""
    items = tuple(
        replace(part, above="", indent="", head="", gap="", rest="", value=written(str(part.data)))
        for part in block.parts
    )
    return replace(block, gap=" ", value="[", parts=items, close="]")


def parted(block: Block) -> Block:
    """Give a block with all brackets opened that have comments between them."""
    if block.in_brackets and _commented(block):
        block = opened(block)
    return replace(block, parts=tuple(map(parted, block.parts)))


def _commented(block: Block) -> bool:
    """Tell whether a comment stands somewhere between two brackets."""
    between = (block.value[1:], block.close, *(part.rest + part.gap for part in block.parts))
    return any("#" in one for one in between) or any(
        part.in_brackets and _commented(part) for part in block.parts
    )


def opened(block: Block) -> Block:
    """Give what stands in brackets as lines of their own, each comment with what it is behind.

    One behind the opening bracket stays on the line of the key, and so does one behind the closing
    bracket, if there is room.
    """
    if not block.parts:
        return block
    behind_key, _, above_value = block.gap.partition("\n")
    behind_bracket, _, above_items = block.value[1:].partition("\n")
    behind = (one.strip() for one in (behind_key, behind_bracket, block.rest))
    on_line = [*filter(None, behind)]
    is_entry = isinstance(block.step, int)
    parts, left = _in_lines(block, [*_comments(above_value), *_comments(above_items)])
    return replace(
        block,
        above=block.above + _lines(on_line if is_entry else ()),
        gap="\n" if is_entry or not on_line else f"  {on_line[0]}\n",
        value="",
        parts=tuple(parts),
        close="",
        rest="",
        below=_lines([*left, *(() if is_entry else on_line[1:])]) + block.below,
    )


def _in_lines(block: Block, above: list[str]) -> tuple[list[Block], list[str]]:
    """Give the items between brackets as parts in lines, and the comments below the last one."""
    parts = []
    for part in block.parts:
        separator = block.close[:-1] if part is block.parts[-1] else part.rest
        behind, *others = separator.split("\n")
        parts.append(
            replace(
                part,
                above=_lines(above),
                head=part.head or "-",
                gap=part.gap or " ",
                rest=f"{trailing(behind.lstrip(_BETWEEN))}\n",
            )
        )
        above = [one for other in others for one in _comments(other)]
    return parts, above


def _comments(text: str) -> Iterator[str]:
    """Give the comments between items, where a line may begin with a comma."""
    for line in text.split("\n"):
        comment = line.strip(_BETWEEN)
        if comment:
            yield comment


def _lines(comments: Iterable[str]) -> str:
    return "".join(f"{comment}\n" for comment in comments)
