"""Texts laid out: without quotes where none are needed, indented under what they belong to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from stcli.documents.rewriting import in_block, written

if TYPE_CHECKING:
    from collections.abc import Iterator

INDENT: Final = 2
"""Columns by which what belongs to a key or dash stands deeper."""

_HEADER: Final = re.compile(r"([|>])[-+1-9]*([ \t]+#[^\n]*)?[^\n]*\n?")
QUOTES: Final = frozenset({'"', "'"})
BLOCKS: Final = frozenset({"|", ">"})
_TELLS: Final = re.compile(r"[ \t]{2,}#(?: .*)?")


def laid(raw: str, value: str | None, column: int, comment: str) -> list[str]:
    """Give the lines of a text after a key or dash at a column; the first one follows these.

    `comment` is what stands behind it: one that a text without quotes would seem to run into keeps
    the quotes there.
    """
    if raw[:1] in BLOCKS:
        return [*_block(raw, value or "", column)]
    if "\n" in raw:
        *lines, last = _folded(raw, column)
        return [*lines, f"{last}{comment}"]
    if raw[:1] in QUOTES and value and (not comment or _TELLS.fullmatch(comment)):
        return [f"{unquoted(raw, value)}{comment}"]
    return [f"{raw}{comment}"]


def as_block(raw: str, value: str, comment: str) -> str | None:
    """Give a text of several lines that stands in quotes on one as a block; None for others."""
    block = in_block(value) if raw[:1] in QUOTES and "\n" not in raw else None
    if block is None:
        return None
    header, lines = block
    return "\n".join((f"{header}{comment}", *(_indented(line, 0) for line in lines), ""))


def unquoted(raw: str, value: str, *, in_brackets: bool = False) -> str:
    """Give a text on one line without its quotes, or as it is where it needs them."""
    plain = written(value, in_brackets=in_brackets)
    return raw if plain[:1] in QUOTES else plain


def within_brackets(raw: str, value: str | None) -> str:
    """Give a text that stands in brackets on one line."""
    if value is None or (raw[:1] not in QUOTES and "\n" not in raw):
        return raw
    line = written(value, raw[0]) if "\n" in raw else raw
    return unquoted(line, value, in_brackets=True)


def _folded(raw: str, column: int) -> Iterator[str]:
    """Give a text that goes on over several lines, each where it was broken."""
    first, *others = raw.split("\n")
    yield _ended(first)
    for line in others:
        yield _indented(_ended(line.lstrip(" \t")), column)


def _ended(line: str) -> str:
    """Give a line without blanks at its end, but for one that a backslash before it keeps."""
    plain = line.rstrip(" \t")
    return line if plain.endswith("\\") else plain


def _block(raw: str, value: str, column: int) -> Iterator[str]:
    """Give a block of text in its own style, indented by as much as anything else."""
    header = _HEADER.match(raw)
    said = value.strip("\n")
    if header is None or not said:
        yield from raw.removesuffix("\n").split("\n")
        return
    lines = raw[header.end() :].removesuffix("\n").split("\n")
    first = next(line for line in lines if line.strip(" "))
    deeper = len(said) - len(said.lstrip(" "))
    indent = len(first) - len(first.lstrip(" ")) - deeper
    ends = len(value) - len(value.rstrip("\n"))
    chomping = "-" if not ends else "" if ends == 1 else "+"
    depth = str(INDENT) if deeper else ""
    yield f"{header[1]}{depth}{chomping}{(header[2] or '').rstrip()}"
    for line in lines:
        yield _indented(line[indent:], column)


def _indented(line: str, column: int) -> str:
    return f"{' ' * (column + INDENT)}{line}" if line else ""
