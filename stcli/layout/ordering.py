"""Keys put into the order of the format; entries of lists stay where they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from stcli import sources
from stcli.schema import formats, office

if TYPE_CHECKING:
    from stcli.documents.blocks import Block
    from stcli.schema.keys import Format


_OF_THE_OFFICE: Final = {
    sources.AGENCIES: formats.AGENCIES,
    sources.CALENDAR: office.CALENDAR,
    sources.SETTINGS: office.SETTINGS,
}


def format_of(path: str) -> Format:
    """Give the format of a file by its name below the root."""
    return _OF_THE_OFFICE.get(path, formats.DIRECTIVE)


def ordered(block: Block, format: Format | None) -> Block:
    """Give a block with its keys in the order of a format, and with theirs in that of theirs."""
    if format is None:
        return block
    if not isinstance(block.data, dict):
        return replace(block, parts=tuple(ordered(part, format) for part in block.parts))
    places = {name: place for place, name in enumerate(format.keys)}
    parts = sorted(block.parts, key=lambda part: places.get(str(part.step), len(places)))
    return replace(block, parts=tuple(ordered(part, _inner(part, format)) for part in parts))


def _inner(part: Block, format: Format) -> Format | None:
    key = format.keys.get(str(part.step))
    return key.inner if key else None
