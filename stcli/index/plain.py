"""What is kept as JSON, as plain data: whoever needs no more of it needs no model."""

from __future__ import annotations

import json
import zlib
from typing import Any, Final

from stcli.index.damage import Damaged

Plain = Any
"""What JSON knows."""

_LONGEST: Final = 1 << 26
"""Bytes of one directive, unpacked; a file has at most two million."""


def unpacked(model: bytes) -> Plain:
    """Give the plain data of a packed directive; Damaged where it is none."""
    return plain(text_of(model))


def text_of(model: bytes) -> str:
    """Give the text of a packed directive; Damaged where it is none."""
    unpacking = zlib.decompressobj()
    try:
        found = unpacking.decompress(model, _LONGEST)
    except zlib.error:
        raise Damaged from None
    if not unpacking.eof:
        raise Damaged
    return _decoded(found)


def plain(text: bytes | str) -> Plain:
    """Give the plain data of a text; Damaged where it is none."""
    try:
        return json.loads(text if isinstance(text, str) else _decoded(text))
    except (ValueError, RecursionError):
        raise Damaged from None


def _decoded(text: bytes) -> str:
    try:
        return text.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        raise Damaged from None
