"""The format as JSON Schema, for editors and programs that do not have the engine.

It is made of the same tables. Such programs read YAML with types, stcli reads texts, so that the
schema takes what types make of a text: a number, `true`, nothing. Where the two disagree all the
same is listed in the README, and each case in the tests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias, assert_never, cast

from stcli.messages import say
from stcli.schema import patterns
from stcli.schema.fields import DIGITS, LONGEST_NUMBER
from stcli.schema.formats import AGENCIES, DIRECTIVE
from stcli.schema.office import BASELINE, CALENDAR, SETTINGS
from stcli.schema.texts import TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from stcli.messages import Message
    from stcli.schema.keys import Example, Format, Key
    from stcli.schema.kinds import Shape

Json: TypeAlias = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_VERSION: Final = 1


class File(NamedTuple):
    """A kind of files: its format, its name, and what it is."""

    format: Format
    title: Message
    says: Message


FILES: Final[Mapping[str, File]] = {
    "directive": File(
        DIRECTIVE,
        say("directive"),
        say("a directive with the tasks that it assigns: a file below directives/"),
    ),
    "agencies": File(
        AGENCIES, say("agencies"), say("who can be given a task: the file directives/agencies.yaml")
    ),
    "calendar": File(
        CALENDAR,
        say("calendar"),
        say("days off beside those that the program knows: the file directives/calendar.yaml"),
    ),
    "settings": File(
        SETTINGS, say("settings"), say("the settings of the office: the file stcli.yaml")
    ),
    "baseline": File(
        BASELINE, say("baseline"), say("findings that check lets be, each until its day")
    ),
}
"""The kinds of files by the names that the command takes."""


_TYPES: Final = ("array", "boolean", "null", "number", "object", "string")
_WORDS: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")

_NOTHING: Final = {"not": {"type": ["array", "boolean", "number", "object", "string"]}}
"""Said without the type null: editors would propose the word `null`, which here is a text."""


def json_schema(
    name: str,
    said: Callable[[Message], str],
    agencies: Mapping[str, str],
    rules: Mapping[str, Message],
) -> Json:
    """Give the schema of a kind of files, with what it says in words of `said`.

    `agencies` are the ids that may be named, with the names of the agencies; without any, each
    may. `rules` are the names of rules that can be weighed, with their laws.
    """
    file, writer = FILES[name], _Writer(said, agencies, rules)
    return {
        "$schema": DIALECT,
        "$id": f"urn:stcli:schema:{name}:{_VERSION}",
        "title": said(file.title),
        "description": said(file.says),
        "type": "object",
        **writer.keys(file.format),
        "$defs": dict(sorted(writer.definitions.items())),
    }


@dataclass(frozen=True, slots=True)
class _Writer:
    """What one schema is written with, and the definitions that it has needed so far."""

    said: Callable[[Message], str]
    agencies: Mapping[str, str]
    rules: Mapping[str, Message]
    definitions: dict[str, Json] = field(default_factory=dict)

    def keys(self, format: Format) -> Json:
        """Give the keys of a mapping, and which of them have to be there."""
        required = [name for name, key in format.keys.items() if key.required]
        return {
            "properties": {name: self._key(name, key) for name, key in format.keys.items()},
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def _key(self, name: str, key: Key) -> Json:
        says = {"title": name, "description": self.said(key.says)}
        made = {**says, **self._value(key.kind.shape)}
        if key.kind.shape.default is not None:
            made["default"] = key.kind.shape.default
        if key.examples:
            made["examples"] = _examples(key.examples)
        return made

    def _value(self, shape: Shape) -> Json:
        match shape.form:
            case "text" | "id" | "day" | "period" | "deadline":
                return self._text(shape.form, empty=shape.empty)
            case "agency":
                return self._agency(empty=shape.empty)
            case "texts":
                return self._one_or_several("texts", self._text("text", empty=False))
            case "agencies":
                return self._one_or_several("agency-ids", self._agency(empty=False))
            case "whole":
                return self._whole(shape)
            case "word":
                return self._word(shape)
            case "weights":
                return self._weights(shape)
            case "mapping":
                return self._mapping(shape)
            case "mappings":
                items = {**self._mapping(shape), "type": "object"}
                return {"items": items, **_must_be("array", but=("null",))}
        assert_never(shape.form)

    def _text(self, form: str, *, empty: bool) -> Json:
        kind = TEXTS[form]
        made: Json = {
            "pattern": kind.pattern,
            "patternErrorMessage": self.said(kind.help),
            **_whole_within(kind.bounds),
            **_must_be("string", but=(*kind.typed, *_empty(empty))),
            **({"examples": _examples(kind.examples)} if kind.examples else {}),
        }
        return self._defined(f"optional-{form}" if empty else form, made)

    def _nothing(self) -> Json:
        # A description of its own keeps the language server of YAML from joining those of others.
        says = self.said(say("nothing, as if the key was left out"))
        return self._defined("nothing", {"description": says, **_NOTHING})

    def _agency(self, *, empty: bool) -> Json:
        if not self.agencies:
            return self._text("agency-id", empty=empty)
        listed = {"enum": list(self.agencies), "enumDescriptions": list(self.agencies.values())}
        one = self._defined("agency-id", listed)
        if not empty:
            return one
        return self._defined("optional-agency-id", _any_of(one, self._nothing()))

    def _one_or_several(self, name: str, one: Json) -> Json:
        several = {"type": "array", "items": one}
        return self._defined(name, _any_of(one, several, self._nothing()))

    def _whole(self, shape: Shape) -> Json:
        low, high = shape.bounds
        return {
            "pattern": patterns.whole_number(low, high, digits=LONGEST_NUMBER),
            "patternErrorMessage": self.said(DIGITS),
            **_whole_within(shape.bounds),
            **_must_be("integer", but=("number", "string", *_empty(shape.empty))),
        }

    def _word(self, shape: Shape) -> Json:
        return _any_of({"enum": list(shape.words)}, self._nothing())

    def _weights(self, shape: Shape) -> Json:
        weight = self._defined("weight", self._word(shape))
        rules = {
            name: {"title": name, "description": self.said(law), **weight}
            for name, law in self.rules.items()
        }
        return {
            "properties": rules,
            "additionalProperties": False,
            **_must_be("object", but=("null",)),
        }

    def _mapping(self, shape: Shape) -> Json:
        format = cast("Format", shape.format)
        name = _WORDS.sub("-", format.makes.__name__).lower()
        return self._defined(name, {**self.keys(format), **_must_be("object", but=("null",))})

    def _defined(self, name: str, made: Json) -> Json:
        """Give a reference to a definition, which stands in the schema once."""
        self.definitions[name] = made
        return {"$ref": f"#/$defs/{name}"}


def _examples(examples: Iterable[Example]) -> list[object]:
    return [list(one) if isinstance(one, tuple) else one for one in examples]


def _any_of(*shapes: Json) -> Json:
    return {"anyOf": list(shapes)}


def _whole_within(bounds: tuple[int, int] | None) -> Json:
    """Give what holds of a value that is a number, and says nothing of a text."""
    return {} if bounds is None else {"minimum": bounds[0], "maximum": bounds[1], "multipleOf": 1}


def _empty(allowed: bool) -> tuple[str, ...]:  # noqa: FBT001 - it has no other argument
    return ("null",) if allowed else ()


def _must_be(expected: str, *, but: tuple[str, ...]) -> Json:
    """Give that a value is of one type, or of some others.

    It is not said with `type` alone, as editors propose `null`, `true` and `false` then, which
    are texts here.
    """
    wrong = [one for one in _TYPES if one != expected and one not in but]
    return {"if": {"type": wrong}, "then": {"type": expected}}
