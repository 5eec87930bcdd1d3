"""Blocks drawn as lines, each indented by two columns under what it belongs to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stcli.layout.brackets import arranged, key, on_one_line
from stcli.layout.comments import own_lines, trailing
from stcli.layout.texts import BLOCKS, INDENT, laid

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stcli.documents.blocks import Block

    Lines = Iterator[str | None]
    """Lines without their ends; None for a blank one that stands between others."""


def drawn(root: Block) -> str:
    """Give the text of a document that is cut into lines."""
    first, *others = root.parts
    header = [*own_lines(root.above)]
    if header and first.above.strip():
        header.append(None)
    return _joined((*header, *_all(first, others), *own_lines(root.below)))


def _all(first: Block, others: Iterable[Block]) -> Lines:
    for part in (first, *others):
        yield from _drawn(part, 0)


def _joined(lines: Iterable[str | None]) -> str:
    """Join lines, with one blank line where there are several, and none at either end."""
    text: list[str] = []
    wanted = False
    for line in lines:
        if line is None:
            wanted = bool(text) and bool(text[-1])
            continue
        if wanted:
            text.append("")
            wanted = False
        text.append(line)
    return "".join(f"{line}\n" for line in text)


def _drawn(block: Block, column: int) -> Lines:
    """Give the lines of a block whose key or dash stands at a column."""
    block = arranged(block, column)
    yield from _indented(block.above, column)
    if _begins_on_the_line(block):
        yield from _indented(block.parts[0].above.strip("\n"), column)
    yield from _begun(block, column, " " * column)


def _begins_on_the_line(block: Block) -> bool:
    """Tell whether the first key of a mapping stands behind the dash."""
    is_mapping = isinstance(block.data, dict) and isinstance(block.step, int)
    return is_mapping and block.in_lines and not block.gap.strip()


def _begun(block: Block, column: int, lead: str) -> Lines:
    """Give the lines of a block from its key or dash on, which follows `lead` on its line."""
    head = f"{lead}{key(block)}"
    parts = block.parts
    if not block.in_lines:
        yield from _with_value(block, column, head)
    elif _begins_on_the_line(block):
        yield from _begun(arranged(parts[0], column + INDENT), column + INDENT, f"{head} ")
        parts = parts[1:]
    else:
        yield f"{head}{trailing(block.gap)}"
        parts = (replace(parts[0], above=parts[0].above.lstrip()), *parts[1:])
    if block.in_lines:
        for part in parts:
            yield from _drawn(part, column + INDENT)
    yield from _indented(block.below, column + INDENT - _ends_in_a_block(block))


def _with_value(block: Block, column: int, head: str) -> Lines:
    """Give the lines of a block whose value stands on its own line, or goes on below it."""
    comment = trailing(block.rest)
    if block.in_brackets:
        first, *others = [f"{on_one_line(block)}{comment}"]
    else:
        value = block.data if isinstance(block.data, str) else None
        first, *others = laid(block.value, value, column, comment)
    if "#" in block.gap:
        on_line, _, below = block.gap.partition("\n")
        yield f"{head}{trailing(on_line)}"
        yield from _indented(below.strip(), column + INDENT)
        head = " " * (column + INDENT - 1)
    yield f"{head} {first}" if block.value else f"{head}{first}"
    yield from others


def _indented(text: str, column: int) -> Lines:
    """Give what stands on whole lines between blocks at a column."""
    for line in own_lines(text):
        yield line and f"{' ' * column}{line}"


def _ends_in_a_block(block: Block) -> bool:
    """Tell whether a comment at the column of what is below would become a part of the value."""
    return block.value[:1] in BLOCKS
