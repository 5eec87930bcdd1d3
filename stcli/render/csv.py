"""Answers for spreadsheets, in CSV: the fields of the records in JSON as columns."""

from __future__ import annotations

import csv
from functools import lru_cache
from io import StringIO
from typing import TYPE_CHECKING, Final

from stcli.render.records import Parts
from stcli.render.sinks import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import TextIO

_REMEMBERED: Final = 4096
"""Texts of cells that are remembered: most are days, agencies and words of the format."""


def write(
    fields: Sequence[str], records: Parts | Iterable[Mapping[str, object]], stream: TextIO
) -> None:
    """Write records as rows under a line with their fields; several texts are set apart by `; `.

    Records that are given one by one, or in parts, are written so.
    """
    csv.writer(stream, lineterminator="\n").writerow(fields)
    match records:
        case Parts(written):
            stream.writelines(written(lambda some: _text_of(fields, some)))
        case _:
            _write_rows(fields, records, stream)


def _text_of(fields: Sequence[str], records: Iterable[Mapping[str, object]]) -> str:
    stream = StringIO()
    _write_rows(fields, records, stream)
    return stream.getvalue()


def _write_rows(
    fields: Sequence[str], records: Iterable[Mapping[str, object]], stream: TextIO
) -> None:
    rows = (
        [
            "" if value is None else _text(value) if value.__class__ is str else _cell(value)
            for value in map(record.__getitem__, fields)
        ]
        for record in records
    )
    csv.writer(stream, lineterminator="\n").writerows(rows)


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
