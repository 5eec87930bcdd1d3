"""Answers for programs, in JSON: one field a line, and in lists of records one record a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from stcli.render.records import Parts
from stcli.render.sinks import json_text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from typing import TextIO

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False)
_ASCII_ENCODER = json.JSONEncoder(allow_nan=False, check_circular=False)
"""For streams that cannot take every letter: JSON has an escape of its own for each."""


def write(record: Mapping[str, object], stream: TextIO, opened: Collection[str] = ()) -> None:
    """Write an answer as one object.

    A record a line is what `git diff` and `grep` show best, and a quarter of the time that the
    standard library's indentation takes. The members that are `opened` are objects, or the only
    one in a list, that are written like the whole. Records that are given one by one, or in parts,
    are written so, and none of them is kept.
    """
    _write_object(record, stream, opened, "")
    stream.write("\n")


def write_list(records: Sequence[object], stream: TextIO) -> None:
    """Write an answer as one list, a record a line."""
    _write_records(records, stream, "")
    stream.write("\n")


def write_nested(record: Mapping[str, object], stream: TextIO) -> None:
    """Write an answer that is deep rather than long, a value a line."""
    text = json.dumps(record, ensure_ascii=not _takes_all(stream), allow_nan=False, indent=2)
    stream.write(f"{json_text(text)}\n")


def _write_object(
    record: Mapping[str, object], stream: TextIO, opened: Collection[str], indent: str
) -> None:
    separator = "{"
    for name, value in record.items():
        stream.write(f'{separator}\n{indent}  "{name}": ')
        match value:
            case dict() if name in opened:
                _write_object(value, stream, opened, f"{indent}  ")
            case [dict() as only] if name in opened:
                stream.write("[")
                _write_object(only, stream, opened, f"{indent}  ")
                stream.write("]")
            case [{}, *_] | Iterator():
                _write_records(value, stream, f"{indent}  ")
            case Parts(written):
                _write_parts(written, stream, f"{indent}  ")
            case _:
                stream.write(_text(value, stream))
        separator = ","
    stream.write(f"\n{indent}}}")


def _write_records(records: Iterable[object], stream: TextIO, indent: str) -> None:
    separator = "["
    for record in records:
        stream.write(f"{separator}\n{indent}  {_text(record, stream)}")
        separator = ","
    stream.write("[]" if separator == "[" else f"\n{indent}]")


def _write_parts(
    written: Callable[[Callable[[Iterable[Mapping[str, object]]], str]], Iterable[str]],
    stream: TextIO,
    indent: str,
) -> None:
    encoder = _ENCODER if _takes_all(stream) else _ASCII_ENCODER

    def text(records: Iterable[Mapping[str, object]]) -> str:
        some = [*records]
        # Encoded together they take half of the time. As no record holds another, and a quote in a
        # text is escaped, the first field behind a bracket is where one follows another.
        start = f'{{"{next(iter(some[0]))}": '
        whole = json_text(encoder.encode(some)[1:-1])
        return whole.replace(f"}}, {start}", f"}},\n{indent}  {start}")

    separator = "["
    for part in written(text):
        stream.write(f"{separator}\n{indent}  {part}")
        separator = ","
    stream.write("[]" if separator == "[" else f"\n{indent}]")


def _text(value: object, stream: TextIO) -> str:
    return json_text((_ENCODER if _takes_all(stream) else _ASCII_ENCODER).encode(value))


def _takes_all(stream: TextIO) -> bool:
    return (stream.encoding or "utf-8").lower().startswith("utf")
