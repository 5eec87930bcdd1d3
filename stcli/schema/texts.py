"""The kinds of texts as JSON Schema shows them: their patterns, and what editors say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from stcli.days import FIRST_YEAR, LAST_YEAR
from stcli.deadlines.parsing import FORMS
from stcli.schema import patterns
from stcli.schema.faults import ID_FORM, NOT_EMPTY
from stcli.schema.fields import DAY_FORM, PERIOD_FORMS
from stcli.schema.kinds import IDENTIFIER_PATTERN, TEXT_PATTERN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stcli.messages import Message
    from stcli.schema.keys import Example


class Text(NamedTuple):
    """A kind of texts: its pattern, what to say to others, and what types may make of it."""

    pattern: str
    help: Message
    typed: tuple[str, ...] = ()
    bounds: tuple[int, int] | None = None
    examples: tuple[Example, ...] = ()


_TYPED: Final = ("boolean", "number")
_YEARS: Final = (FIRST_YEAR, LAST_YEAR)
TEXTS: Final[Mapping[str, Text]] = {
    "text": Text(TEXT_PATTERN, NOT_EMPTY, _TYPED),
    "id": Text(IDENTIFIER_PATTERN, ID_FORM, _TYPED),
    "agency-id": Text(TEXT_PATTERN, NOT_EMPTY, _TYPED, examples=("bo-khcn", "so-khcn")),
    "day": Text(patterns.DAY, DAY_FORM, examples=("2024-05-02", "2025-06-30")),
    "period": Text(
        patterns.PERIOD,
        PERIOD_FORMS,
        ("number",),
        _YEARS,
        ("2024-Q1", "2024-03", "2024-W12", "2024-H1", 2024, "2024-03-20"),
    ),
    "deadline": Text(
        patterns.DEADLINE,
        FORMS,
        ("number",),
        _YEARS,
        (
            "2024-06-30",
            "before 2024-06-30",
            "2024-Q2",
            2024,
            "15 working days from received",
            "3 working days before 2026-05-07",
            "quarterly by 20",
            "yearly by 12-15",
            "ongoing",
        ),
    ),
}
"""By their names in the definitions of a schema."""
