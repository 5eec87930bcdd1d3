"""A text read as a document number."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from stcli.numbers.assembling import LONGEST, assembled, number_pattern

if TYPE_CHECKING:
    from stcli.numbers.number import DocumentNumber


@lru_cache(maxsize=2**14)
def parse(text: str) -> DocumentNumber:
    """Give the number that a text is; raise NumberProblem where it is none.

    How numbers and symbols are built: Decree 30/2020/NĐ-CP, article 15 and appendix I.
    """
    plain = number_pattern().fullmatch(text) if len(text) <= LONGEST else None
    if plain:
        return assembled(text, plain)
    from stcli.numbers.repairing import repaired  # noqa: PLC0415 - most texts are plain numbers

    return repaired(text)
