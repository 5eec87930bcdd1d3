"""Answers for spreadsheets, in CSV: the fields of the records in JSON as columns."""

from __future__ import annotations

import csv
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from stcli.render.sinks import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import TextIO

_REMEMBERED: Final = 4096
"""Texts of cells that are remembered: most are days, agencies and words of the format."""


def write(fields: Sequence[str], records: Iterable[Mapping[str, object]], stream: TextIO) -> None:
    """Write records as rows under a line with their fields; several texts are set apart by `; `."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(fields)
    for record in records:
        writer.writerow([_cell(record[field]) for field in fields])


def _cell(value: object) -> str | int:
    match value:
        case str():
            return _text(value)
        case None:
            return ""
        case int():
            return value
        case list() | tuple():
            return _text("; ".join(map(str, value)))
        case _:
            return _text(str(value))


_text: Final = lru_cache(_REMEMBERED)(csv_text)
