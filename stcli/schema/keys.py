"""How a table of the format is written: keys with what they hold, and the class they fill."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING, Any, TypeAlias

from pydantic_core import core_schema

if TYPE_CHECKING:
    from collections.abc import Mapping
    from dataclasses import Field

    from pydantic_core import CoreSchema

    from stcli.messages import Message
    from stcli.schema.kinds import Kind

Example: TypeAlias = "str | int | tuple[str | int, ...]"
"""A value as a reader of YAML with types gives it; several are a list."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key that may stand in a mapping: the kind of its value, and what it says of what.

    `examples` are values as they may be typed, where those of the kind tell nothing of the key.
    `field` is the field of the model that it fills, where that has another name.
    """

    kind: Kind
    says: Message
    examples: tuple[Example, ...] = ()
    field: str = ""
    required: bool = False

    @property
    def inner(self) -> Format | None:
        """The format of the mapping, or of each mapping of the list, that the key holds."""
        return self.kind.shape.format


@dataclass(frozen=True, slots=True)
class Format:
    """A mapping: its keys as people write them, and the class of the model it becomes."""

    makes: type[Any]
    keys: Mapping[str, Key]

    @property
    def schema(self) -> CoreSchema:
        """The engine's schema; fields that no key fills keep the default of the class."""
        defaults = {one.name: _default(one) for one in fields(self.makes)}
        filled = {key.field or name: (name, key) for name, key in self.keys.items()}
        arguments = [
            _argument(name, default, *filled.get(name, (None, None)))
            for name, default in defaults.items()
        ]
        return core_schema.dataclass_schema(
            self.makes,
            core_schema.dataclass_args_schema(
                self.makes.__name__, arguments, extra_behavior="forbid"
            ),
            list(defaults),
            slots=True,
            frozen=True,
        )


def _argument(
    name: str, default: object, written: str | None, key: Key | None
) -> core_schema.DataclassField:
    if key is None:
        unread = core_schema.with_default_schema(core_schema.any_schema(), default=default)
        return core_schema.dataclass_field(name, unread, init=False)
    core = key.kind.core
    if not key.required:
        core = core_schema.with_default_schema(core, default=default)
    return core_schema.dataclass_field(name, core, validation_alias=written, kw_only=True)


def _default(one: Field[Any]) -> object:
    return one.default if one.default_factory is MISSING else one.default_factory()
