"""The text of a document cut into blocks: each key and each entry of a list with its own lines.

Put together again, the blocks are the text, byte for byte. So what is moved, dropped or taken from
elsewhere brings along the comments that belong to it. Who owns what stands between two blocks:

- What stands behind a value on its line belongs to it.
- Comments on lines of their own belong to the block below them, and so do blank lines.
- But comments that are indented deeper than the block below belong to the one above, as they do
  at the end of a list or mapping: to the outermost one whose lines are no deeper than they are.
- What stands above the first key of a document belongs to the document; only a last paragraph of
  comments, parted from the others by a blank line, belongs to the key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from stcli.documents.spans import is_in_brackets, is_in_lines, line_start, spanned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.documents.data import Data
    from stcli.documents.document import Document
    from stcli.documents.spans import Spanned

CUTTABLE: Final = frozenset({"text-after-hash", "hidden-character"})
"""Findings of reading after which a text can still be cut: its data is whole, and its own."""

ITEM: Final = -1
"""The column of what stands in brackets."""

_CONTENT: Final = re.compile(r"^[ \t]*([^\s#])", re.MULTILINE)
_LINE: Final = re.compile(r"([ \t]*)([^\n]*)\n?")
_LAST_PARAGRAPH: Final = re.compile(r"\n[ \t\r]*\n(?=(?:[ \t]*#[^\n]*\n)+\Z)")


@dataclass(frozen=True, slots=True)
class Block:
    """One key or one entry of a list, with everything that belongs to it, in the order of the text.

    `above` are whole lines; `indent` stands before `head`, which is the key with its colon, or the
    dash; `gap` is what parts it from its value. A value that is not cut further is `value`. A list
    or mapping in brackets has its opening bracket there, its items in `parts`, each with what
    follows up to the next in `rest`, and the closing bracket in `close`. Others are `parts` alone,
    each on lines of its own; but after a dash the first part may stand on the same line, and has
    no `indent`. `rest` ends the line, `below` are whole lines again. `column` is that of the key
    or dash, or `ITEM`. The document itself is a block too, without a `head`.
    """

    step: str | int
    data: Data
    column: int = 0
    above: str = ""
    indent: str = ""
    head: str = ""
    gap: str = ""
    value: str = ""
    parts: tuple[Block, ...] = ()
    close: str = ""
    rest: str = ""
    below: str = ""

    @property
    def text(self) -> str:
        """The text of the block, byte for byte."""
        parts = "".join(part.text for part in self.parts)
        before = f"{self.above}{self.indent}{self.head}{self.gap}{self.value}"
        return f"{before}{parts}{self.close}{self.rest}{self.below}"

    @property
    def in_lines(self) -> bool:
        """Whether it is cut into parts that stand on lines of their own."""
        return bool(self.parts) and not self.close

    @property
    def in_brackets(self) -> bool:
        """Whether it is cut into the items between its brackets, if there are any."""
        return bool(self.close)


def cut(document: Document) -> Block | None:
    """Give a document as one block, cut as far as its layout goes; None where it was not read."""
    if document.data is None or any(one.rule not in CUTTABLE for one in document.problems):
        return None
    text = document.text
    node = spanned(document)
    if not is_in_lines(text, node):
        return Block("", node.data, value=text)
    begin = _header(text, text.rfind("\n", 0, node.start) + 1)
    parts, end = _parts(text, node, begin, len(text))
    return Block("", node.data, above=text[:begin], parts=parts, below=text[end:])


def _header(text: str, first: int) -> int:
    """Give where what belongs to the document ends; `first` is the line of its first key."""
    found = _LAST_PARAGRAPH.search(text, 0, first)
    return found.end() if found else first


def _parts(text: str, node: Spanned, begin: int, limit: int) -> tuple[tuple[Block, ...], int]:
    """Cut a list or mapping in lines, from `begin`; give its parts, and where the last one ends."""
    column = node.start - line_start(text, node.start)
    parts = []
    starts = [*_starts(text, node, begin), limit]
    for child, start, following in zip(node.children, starts, starts[1:], strict=False):
        end = _owned(text, _line_end(text, child.end), following, column)
        parts.append(_block(text, child, begin, start, end))
        begin = end
    return tuple(parts), begin


def _starts(text: str, node: Spanned, begin: int) -> Iterator[int]:
    """Give where the line of each part starts; or the part itself, where it follows a dash."""
    last = -1
    for child in node.children:
        if child.key is not None:
            yield max(begin, line_start(text, child.key[0]))
        else:
            yield line_start(text, node.start if last < 0 else _content(text, last))
        last = _line_end(text, child.end)


def _content(text: str, start: int) -> int:
    """Give where the next thing stands that is neither blank nor a comment, from a line's start."""
    found = _CONTENT.search(text, start)
    return found.start(1) if found else len(text)


def _owned(text: str, start: int, limit: int, column: int) -> int:
    """Give how far the lines below a part are its own: those that are indented deeper."""
    owned = start
    for found in _LINE.finditer(text, start, limit):
        if found[2].strip():
            if len(found[1]) <= column:
                break
            owned = found.end()
    return owned


def _block(text: str, node: Spanned, begin: int, start: int, end: int) -> Block:
    """Cut one part whose line starts at `start`, between the offsets that bound what it owns."""
    if node.key is None:
        at = _content(text, start)
        after = at + 1
    else:
        at = node.key[0]
        after = text.index(":", node.key[1]) + 1
    whole = Block(
        node.step,
        node.data,
        at - line_start(text, at),
        above=text[begin:start],
        indent=text[start:at],
        head=text[at:after],
    )
    return _filled(whole, text, node, after, end)


def _filled(block: Block, text: str, node: Spanned, after: int, end: int) -> Block:
    """Give a block with its value, which follows its head."""
    if is_in_lines(text, node):
        below = text.find("\n", after) + 1
        first = min(node.start, below)  # a mapping after a dash starts on its line
        parts, last = _parts(text, node, first, end)
        return replace(block, gap=text[after:first], parts=parts, below=text[last:end])
    start = max(after, node.start)
    value_end = max(start, node.end)
    line_end = _line_end(text, value_end)
    return replace(
        _valued(block, text, node, start, value_end),
        gap=text[after:start],
        rest=text[value_end:line_end],
        below=text[line_end:end],
    )


def _valued(block: Block, text: str, node: Spanned, start: int, end: int) -> Block:
    """Give a block with a value that is no list or mapping in lines."""
    if text[start : start + 1] not in {"[", "{"} or not is_in_brackets(text, node):
        return replace(block, value=text[start:end])
    first, last = start + 1, start + 1
    if node.children:
        first, last = node.children[0].first, node.children[-1].end
    items = tuple(_items(text, node))
    return replace(block, value=text[start:first], parts=items, close=text[last:end])


def _items(text: str, node: Spanned) -> Iterator[Block]:
    """Cut what stands in brackets."""
    for place, child in enumerate(node.children, 1):
        first = child.first
        after = text.index(":", child.key[1]) + 1 if child.key is not None else first
        start = max(after, child.start)
        end = max(start, child.end)
        item = Block(child.step, child.data, ITEM, head=text[first:after], gap=text[after:start])
        limit = node.children[place].first if place < len(node.children) else end
        yield replace(_valued(item, text, child, start, end), rest=text[end:limit])


def _line_end(text: str, offset: int) -> int:
    """Give where the line ends on which something ends, unless that took the line end along."""
    if text[offset - 1 : offset] == "\n":
        return offset
    found = text.find("\n", offset)
    return len(text) if found < 0 else found + 1
