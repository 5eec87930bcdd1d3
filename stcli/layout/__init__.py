"""The canonical order and layout of a file: nothing it says changes, and every comment stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.documents import reader
from stcli.documents.blocks import cut
from stcli.layout.brackets import parted
from stcli.layout.drawing import drawn
from stcli.layout.ordering import format_of, ordered
from stcli.layout.proof import Refusal, lost
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.documents.blocks import Block
    from stcli.documents.data import Route
    from stcli.documents.document import Document
    from stcli.schema.keys import Format

__all__ = ["Refusal", "laid_out"]


def laid_out(document: Document) -> str | Refusal:
    """Give the text of a file without errors in canonical form, or why it is left as it is.

    Lines end in LF, unless all of them end in CRLF.
    """
    text = document.text
    crlf = "\r\n" in text and text.count("\n") == text.count("\r\n")
    plain = reader.parse(document.path, text.replace("\r\n", "\n"))
    laid = _laid_out(plain, format_of(document.path))
    if isinstance(laid, Refusal):
        return laid
    return laid.replace("\n", "\r\n") if crlf else laid


def _laid_out(document: Document, format: Format) -> str | Refusal:
    root = cut(document)
    unknown = next(_unknown(root), None) if root else ()
    if root is None or unknown is not None:
        reason = say("this layout is not known; give each key and each entry a line of its own")
        return Refusal(document.place(unknown or ()).line, reason)
    text = drawn(ordered(parted(root), format))
    return lost(document, text) or text


def _unknown(block: Block, route: Route = ()) -> Iterator[Route]:
    """Give the ways to lists and mappings that are laid out in a way nothing here can change."""
    if block.data and not block.parts and not isinstance(block.data, str):
        yield route
    for part in block.parts:
        yield from _unknown(part, (*route, part.step))
