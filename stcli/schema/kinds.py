"""The kinds of values that keys take: how the engine reads each, and how JSON Schema shows it.

What reads is a schema of pydantic's engine, `pydantic_core`. The engine builds the model's own
classes, so that nothing is defined or copied twice; DECISIONS.md has the measurements.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from pydantic_core import core_schema

from stcli.documents.characters import hidden_in
from stcli.schema import fields
from stcli.spelling import same

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic_core import CoreSchema

    from stcli.schema.keys import Format

IDENTIFIER_PATTERN: Final = r"^[^\s#/@]+$"
"""In the common part of the languages of the engine's patterns and of JSON Schema's."""

TEXT_PATTERN: Final = r"\S"

Form: TypeAlias = Literal[
    "text",
    "texts",
    "id",
    "agency",
    "agencies",
    "day",
    "period",
    "deadline",
    "whole",
    "word",
    "weights",
    "mapping",
    "mappings",
]


class Shape(NamedTuple):
    """What can be said of a value to those who do not have the engine.

    `empty` tells that nothing may be written, which then stands for the `default` if there is
    one. `format` is that of the mapping, or of each mapping of a list.
    """

    form: Form
    empty: bool = True
    words: tuple[str, ...] = ()
    bounds: tuple[int, int] = (0, 0)
    default: str | int | None = None
    format: Format | None = None


class Kind(NamedTuple):
    """A kind of values: the schema of the engine that reads it, and its shape."""

    core: CoreSchema
    shape: Shape


def is_identifier(text: str) -> bool:
    """Tell whether a text can be the id of a task or an agency."""
    return re.fullmatch(IDENTIFIER_PATTERN, text) is not None and hidden_in(text) is None


def _plain(read: Callable[[object], object], form: Form, *, empty: bool = True) -> Kind:
    return Kind(core_schema.no_info_plain_validator_function(read), Shape(form, empty))


def _or_empty(read: Callable[[object], object], empty: object) -> CoreSchema:
    return core_schema.no_info_plain_validator_function(
        lambda value: empty if value is None else read(value)
    )


def whole_number(low: int, high: int, *, empty: int | None = None) -> Kind:
    """Read a whole number within bounds, inclusive; nothing written gives `empty`."""
    read = partial(fields.read_whole, bounds=(low, high))
    return Kind(_or_empty(read, empty), Shape("whole", bounds=(low, high), default=empty))


def required_whole_number(low: int, high: int) -> Kind:
    """Read a whole number within bounds, which has to be written."""
    read = partial(fields.read_required_whole, bounds=(low, high))
    core = core_schema.no_info_plain_validator_function(read)
    return Kind(core, Shape("whole", empty=False, bounds=(low, high)))


def one_of(words: Mapping[str, object], *, empty: object = None) -> Kind:
    """Read one of a few words, as what it stands for; nothing written gives `empty`."""
    default = next((word for word, meant in words.items() if meant == empty), None)
    read = partial(fields.read_word, words=words)
    return Kind(_or_empty(read, empty), Shape("word", words=tuple(words), default=default))


def weights(words: Mapping[str, object], *, empty: object) -> Kind:
    """Read one of a few words for each name; nothing written gives no name."""
    core = core_schema.dict_schema(core_schema.str_schema(), one_of(words, empty=empty).core)
    return Kind(_if_written(core, {}), Shape("weights", words=tuple(words)))


def text_or(default: str) -> Kind:
    """Read a text; nothing written gives `default`."""
    return Kind(_if_written(TEXT.core, default), Shape("text", default=default))


def _if_written(core: CoreSchema, empty: object) -> CoreSchema:
    return core_schema.no_info_wrap_validator_function(
        lambda value, read: empty if value is None else read(value), core
    )


def one(format: Format) -> Kind:
    """Read a mapping, or nothing."""
    return Kind(core_schema.nullable_schema(format.schema), Shape("mapping", format=format))


def several(format: Format) -> Kind:
    """Read a list of mappings; nothing written gives an empty one."""
    core = core_schema.no_info_before_validator_function(
        lambda value: () if value is None else value,
        core_schema.tuple_variable_schema(format.schema),
    )
    return Kind(core, Shape("mappings", format=format))


def _listed(core: CoreSchema) -> CoreSchema:
    return core_schema.no_info_before_validator_function(
        fields.listed, core_schema.tuple_variable_schema(core)
    )


_TEXT: Final = core_schema.str_schema(pattern=TEXT_PATTERN)
_NAME: Final = core_schema.no_info_after_validator_function(same, _TEXT)
_IDENTIFIER: Final = core_schema.str_schema(pattern=IDENTIFIER_PATTERN)

TEXT: Final = Kind(_TEXT, Shape("text", empty=False))
OPTIONAL_TEXT: Final = Kind(core_schema.nullable_schema(_TEXT), Shape("text"))
TEXTS: Final = Kind(_listed(_TEXT), Shape("texts"))
NAME: Final = Kind(_NAME, Shape("agency", empty=False))
OPTIONAL_NAME: Final = Kind(core_schema.nullable_schema(_NAME), Shape("agency"))
NAMES: Final = Kind(_listed(_NAME), Shape("agencies"))
OPTIONAL_NAMES: Final = Kind(core_schema.nullable_schema(_listed(_NAME)), Shape("agencies"))
IDENTIFIER: Final = Kind(
    core_schema.no_info_after_validator_function(same, _IDENTIFIER), Shape("id", empty=False)
)
DAY: Final = _plain(fields.read_required_day, "day", empty=False)
OPTIONAL_DAY: Final = _plain(fields.read_day, "day")
PERIOD: Final = _plain(fields.read_required_period, "period", empty=False)
OPTIONAL_PERIOD: Final = _plain(fields.read_period, "period")
DEADLINE: Final = _plain(fields.read_deadline, "deadline")
