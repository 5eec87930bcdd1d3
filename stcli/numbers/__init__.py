"""Numbers of documents (số, ký hiệu): read, compared, put into normal spelling, doubted."""

from __future__ import annotations

from stcli.numbers.number import DocumentNumber, NumberProblem, NumberShape
from stcli.numbers.reading import parse
from stcli.numbers.symbols import TYPES, type_name, type_names
from stcli.spelling import comparison_key

__all__ = [
    "TYPES",
    "DocumentNumber",
    "NumberProblem",
    "NumberShape",
    "comparison_key",
    "parse",
    "type_name",
    "type_names",
]
