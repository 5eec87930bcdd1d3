"""Blocks laid out anew: moved to another column, and put together in another order.

Only what has to change does. A block keeps its comments; but between brackets there is no room for
them, so that what is put there from lines of its own comes without.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from stcli.documents.blocks import ITEM, Block
from stcli.documents.rewriting import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from stcli.documents.data import Data

BETWEEN: Final = ", "
"""What parts items in brackets where their list has nothing else."""

_LINE_STARTS: Final = re.compile(r"^(?=[^\n])", re.MULTILINE)
_LAST_COMMA: Final = re.compile(r"^\s*,")
_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#[^\n]*")
_TEXT_HEADER: Final = re.compile(r"[|>][^\n#]*(#[^\n]*)?")


def holding(block: Block, parts: Sequence[Block]) -> Block:
    """Give a list or mapping with other parts, laid out as its own were.

    `block` has parts, or brackets. Parts may come from anywhere. One without a head is a finished
    text of whole lines; it stays as it is, and does not follow a dash on its line.
    """
    if block.in_brackets:
        close = block.close if parts else _LAST_COMMA.sub("", block.close)
        return replace(block, parts=tuple(_in_brackets(block, parts)), close=close)
    if not parts:
        return _emptied(block)
    column = block.parts[0].column
    first, *others = _whole_lines_later(block, parts)
    lines = [in_line(part, column) for part in others]
    if block.gap.endswith("\n") or not block.head or not first.head:
        return replace(block, parts=(in_line(first, column), *lines))
    started = replace(in_line(first, column), above="", indent="")
    above = block.above + in_line(first, column).above
    return replace(block, above=above, parts=(started, *lines))


def moved(block: Block, column: int) -> Block:
    """Give a block with its key or dash in another column, and its lines with it."""
    by = column - block.column
    return block if by == 0 or block.column == ITEM else _shifted(block, by)


def in_line(block: Block, column: int) -> Block:
    """Give a block as a line of its own with the lines that belong to it."""
    if block.column != ITEM:
        return replace(moved(block, column), indent=" " * column if block.head else "")
    value = block.value or block.data is not None
    return replace(
        block,
        column=column,
        indent=" " * column,
        head=block.head or "-",
        gap=block.gap or (" " if value else ""),
        rest="\n",
    )


def comments(block: Block) -> Iterator[str]:
    """Give the comments of a block in order, those of its parts too."""
    yield from _COMMENT.findall(block.above)
    yield from _COMMENT.findall(block.gap)
    yield from _in_value(block)
    for part in block.parts:
        yield from comments(part)
    for text in (block.close, block.rest, block.below):
        yield from _COMMENT.findall(text)


def _in_value(block: Block) -> list[str]:
    """Give the comments behind an opening bracket, or behind the sign of a text in lines."""
    if block.in_brackets:
        return _COMMENT.findall(block.value)
    found = _TEXT_HEADER.match(block.value)
    return [found[1]] if found and found[1] else []


def _shifted(block: Block, by: int) -> Block:
    starts_line = bool(block.indent or (block.head and block.column == 0))
    column = block.column if block.column == ITEM else max(0, block.column + by)
    return replace(
        block,
        column=column,
        above=_indented(block.above, by),
        indent=" " * column if starts_line else "",
        gap=_later_lines(block.gap, by),
        value=_later_lines(block.value, by),
        parts=tuple(_shifted(part, by) for part in block.parts),
        close=_later_lines(block.close, by),
        rest=_later_lines(block.rest, by),
        below=_indented(block.below, by),
    )


def _indented(text: str, by: int) -> str:
    """Give whole lines indented more, or less as far as they are."""
    if by > 0:
        return _LINE_STARTS.sub(" " * by, text)
    return re.sub(rf"^ {{1,{-by}}}", "", text, flags=re.MULTILINE)


def _later_lines(text: str, by: int) -> str:
    """Give a text that starts within a line, with its other lines indented more or less."""
    line, end, others = text.partition("\n")
    return f"{line}{end}{_indented(others, by)}" if others else text


def _whole_lines_later(block: Block, parts: Sequence[Block]) -> Sequence[Block]:
    """Give parts so that, where the first one follows a dash, it is one that can."""
    if block.gap.endswith("\n") or not block.head or parts[0].head or parts[0].column == ITEM:
        return parts
    able = next((part for part in parts if part.head or part.column == ITEM), parts[0])
    return [able, *(part for part in parts if part is not able)]


def _emptied(block: Block) -> Block:
    """Give a list or mapping in lines that has lost all parts: brackets stand in their place."""
    opening, close = "[]" if isinstance(block.data, list) else "{}"
    rest = block.gap if block.gap.endswith("\n") else "\n"
    gap = " " if block.head else ""
    return replace(block, gap=gap, value=opening, parts=(), close=close, rest=rest)


def _in_brackets(block: Block, parts: Sequence[Block]) -> Iterator[Block]:
    """Give parts as items, each with what parted it from the same next one, or all others."""
    followed = {
        (one.text, following.text): one.rest
        for one, following in zip(block.parts, block.parts[1:], strict=False)
    }
    usual = next((one for one in followed.values() if "#" not in one), BETWEEN)
    for place, part in enumerate(parts):
        item = _item(part, is_key=isinstance(block.data, dict))
        last = place == len(parts) - 1
        rest = "" if last else followed.get((part.text, parts[place + 1].text), usual)
        yield replace(item, rest=rest)


def _item(block: Block, *, is_key: bool) -> Block:
    """Give a block as an item between brackets, without its comments."""
    if block.column == ITEM:
        return block
    head, gap = (block.head, " ") if is_key else ("", "")
    return replace(_inline(block), column=ITEM, above="", indent="", head=head, gap=gap, below="")


def _inline(block: Block) -> Block:
    """Give a block whose value can stand between brackets."""
    if block.in_lines:
        is_key = isinstance(block.data, dict)
        opening, close = "{}" if is_key else "[]"
        return holding(
            replace(block, value=opening, parts=(), close=close, gap=" ", rest=""), block.parts
        )
    if block.in_brackets or block.value[:1] in {"'", '"', "[", "{"}:
        return block
    return replace(block, value=written(_text(block.data)))


def _text(data: Data) -> str:
    return data if isinstance(data, str) else ""
