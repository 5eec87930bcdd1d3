"""The model as plain data that JSON knows, and back, without the files it came from.

What stands in an index may have been damaged, or written by somebody else: nothing but texts,
numbers and days of the kinds expected is built of it, and anything else is a `Damaged`.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from stcli.calendar import Certainty, DayOff, Listing, Swap
from stcli.deadlines import DeadlineProblem, parse, write
from stcli.diagnostics import Diagnostic, Place, Severity
from stcli.index.damage import Damaged
from stcli.messages import Message
from stcli.model import (
    Agency,
    AgencyKind,
    Change,
    Contribution,
    Delivery,
    Directive,
    Ending,
    Progress,
    Succession,
    Task,
)
from stcli.settings import Extensions, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from stcli.deadlines import Deadline
    from stcli.index.plain import Plain


class _Kind(NamedTuple):
    """How a value is packed and read back; `None` for what is plain already."""

    pack: Callable[[Any], Plain] | None
    read: Callable[[Plain], Any]


def packed(record: Any) -> Plain:  # noqa: ANN401 - any record of the model
    """Give a record of the model as plain data: its fields that say anything, by name."""
    found = {}
    for name, default, kind in _shape(record.__class__):
        value = getattr(record, name)
        if value != default:
            found[name] = kind.pack(value) if kind.pack else value
    return found


def directive(data: Plain, path: str) -> Directive:
    """Give the directive of plain data, as it stands in the file of a path."""
    if data.__class__ is not dict:
        raise Damaged
    data["path"] = path
    found: Directive = _record(Directive)(data)
    return found


def agencies(data: Plain) -> tuple[Agency, ...]:
    """Give the agencies of plain data."""
    return _several(_record(Agency))(data)


def settings(data: Plain) -> Settings:
    """Give the settings of plain data; the calendar is not among them."""
    found: Settings = _record(Settings)(data)
    return found


def listing(data: Plain) -> Listing:
    """Give the days off and swaps of plain data."""
    found: Listing = _record(Listing)(data)
    return found


def diagnostic(data: Plain) -> Diagnostic:
    """Give the finding of plain data: what is wrong, where, and what to do about it."""
    found: Diagnostic = _record(Diagnostic)(data)
    return found


@cache
def _record(cls: Any) -> Callable[[Plain], Any]:  # noqa: ANN401 - any class of the model
    """Give what builds records of a class."""
    readers = {name: kind.read for name, _, kind in _shape(cls) if kind is not _TEXT}

    def read(data: Plain) -> Any:  # noqa: ANN401 - the class is the caller's
        if data.__class__ is not dict:
            raise Damaged
        for name, value in data.items():
            reader = readers.get(name)
            if reader is not None:
                data[name] = reader(value)
            elif value.__class__ is not str:
                raise Damaged
        try:
            return cls(**data)
        except TypeError:
            raise Damaged from None

    return read


def _text(data: Plain) -> str:
    if data.__class__ is not str:
        raise Damaged
    return str(data)


def _number(data: Plain) -> int:
    if data.__class__ is not int or not 0 <= data < _LARGEST:
        raise Damaged
    return int(data)


def _flag(data: Plain) -> bool:
    if data.__class__ is not bool:
        raise Damaged
    return bool(data)


def _day(data: Plain) -> date:
    return _day_of(_text(data))


@cache
def _day_of(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Damaged from None


def _deadline(data: Plain) -> Deadline:
    return _deadline_of(_text(data))


@cache
def _deadline_of(text: str) -> Deadline:
    try:
        return parse(text)
    except DeadlineProblem:
        raise Damaged from None


def _several(read: Callable[[Plain], Any]) -> Callable[[Plain], tuple[Any, ...]]:
    def read_all(data: Plain) -> tuple[Any, ...]:
        if data.__class__ is not list:
            raise Damaged
        return tuple(map(read, data))

    return read_all


def _word(of: type) -> Callable[[Plain], Any]:
    def read(data: Plain) -> Any:  # noqa: ANN401 - the enumeration is the caller's
        try:
            return of(data)
        except ValueError:
            raise Damaged from None

    return read


def _pack_all(values: tuple[object, ...]) -> Plain:
    return [packed(one) for one in values]


def _pack_message(message: Message) -> Plain:
    return [message.template, [[name, _pack_value(value)] for name, value in message.values]]


def _pack_value(value: object) -> Plain:
    """Give a value of a sentence: a text, a number, a day, a sentence, or several of them."""
    match value:
        case Message():
            return {"say": _pack_message(value)}
        case date():
            return {"day": value.isoformat()}
        case tuple():
            return [_pack_value(one) for one in value]
        case str():
            return str(value)
        case int():
            return int(value)
        case _:
            raise Damaged  # nothing else has a way back; such a file is read each time


def _message(data: Plain) -> Message:
    match data:
        case [str(template), list(values)]:
            found = tuple(_named_value(one) for one in values)
        case _:
            raise Damaged
    message = Message(template, found)
    try:
        str(message)
    except (ValueError, LookupError, AttributeError, TypeError):
        raise Damaged from None
    return message


def _named_value(data: Plain) -> tuple[str, object]:
    match data:
        case [str(name), value]:
            return name, _value(value)
        case _:
            raise Damaged


def _value(data: Plain) -> object:
    match data:
        case str() | int():
            return data
        case list():
            return tuple(map(_value, data))
        case {"say": message}:
            return _message(message)
        case {"day": day}:
            return _day(day)
        case _:
            raise Damaged


def _weights(data: Plain) -> Mapping[str, Severity]:
    if data.__class__ is not dict:
        raise Damaged
    read = _word(Severity)
    return {_text(name): read(weight) for name, weight in data.items()}


_LARGEST: Final = 1 << 40
_TEXT: Final = _Kind(None, _text)
_TEXTS: Final = _Kind(list, _several(_text))
_NUMBER: Final = _Kind(None, _number)
_FLAG: Final = _Kind(None, _flag)
_DAY: Final = _Kind(date.isoformat, _day)
_DEADLINE: Final = _Kind(write, _deadline)
_MESSAGE: Final = _Kind(_pack_message, _message)
_LEFT_OUT: Final = _Kind(lambda _: None, lambda _: None)


def _one(of: type) -> _Kind:
    return _Kind(packed, lambda data: _record(of)(data))  # noqa: PLW0108 - looked up when read


def _many(of: type) -> _Kind:
    return _Kind(_pack_all, lambda data: _several(_record(of))(data))  # noqa: PLW0108 - the same


def _enumerated(of: type) -> _Kind:
    return _Kind(str, _word(of))


_KINDS: Final[Mapping[type, Mapping[str, _Kind]]] = {
    Directive: {
        **dict.fromkeys(("issued", "received", "effective", "confirmed"), _DAY),
        **dict.fromkeys(
            ("implements", "cites", "amends", "replaces", "aliases", "source", "tags"), _TEXTS
        ),
        "tasks": _many(Task),
        "line": _NUMBER,
    },
    Task: {
        **dict.fromkeys(("leads", "coordinating", "evidence", "tags"), _TEXTS),
        **dict.fromkeys(("done", "confirmed"), _DAY),
        **dict.fromkeys(("cancelled", "returned"), _one(Ending)),
        "due": _DEADLINE,
        "changes": _many(Change),
        "progress": _many(Progress),
        "periods": _many(Delivery),
        "members": _many(Contribution),
        "line": _NUMBER,
    },
    Change: {
        **dict.fromkeys(("day", "asked"), _DAY),
        **dict.fromkeys(("leads", "coordinating", "replaced_by"), _TEXTS),
        "due": _DEADLINE,
    },
    Progress: {"day": _DAY, "percent": _NUMBER},
    Ending: {"day": _DAY},
    Delivery: {"done": _DAY, "evidence": _TEXTS, "cancelled": _one(Ending)},
    Contribution: {"done": _DAY, "evidence": _TEXTS},
    Agency: {
        **dict.fromkeys(("aliases", "members"), _TEXTS),
        **dict.fromkeys(("since", "until"), _DAY),
        "kind": _enumerated(AgencyKind),
        "successors": _many(Succession),
        "line": _NUMBER,
    },
    Succession: {"since": _DAY, "tags": _TEXTS},
    Settings: {
        **dict.fromkeys(("before_inclusive", "roll"), _FLAG),
        **dict.fromkeys(("cut_off", "due_soon"), _NUMBER),
        "extensions": _one(Extensions),
        "severities": _Kind(lambda given: {k: str(v) for k, v in given.items()}, _weights),
        "calendar": _LEFT_OUT,
    },
    Extensions: {"limit": _NUMBER},
    Listing: {"days_off": _many(DayOff), "swapped": _many(Swap)},
    DayOff: {"day": _DAY, "certainty": _enumerated(Certainty)},
    Swap: {"rest": _DAY, "work": _DAY, "certainty": _enumerated(Certainty)},
    Diagnostic: {
        "severity": _enumerated(Severity),
        **dict.fromkeys(("message", "help"), _MESSAGE),
        "place": _one(Place),
        **dict.fromkeys(("related", "fix", "subject"), _LEFT_OUT),
    },
    Place: dict.fromkeys(
        ("start", "end", "line", "column", "end_line", "end_column", "excerpt_from"), _NUMBER
    ),
}
"""How each field is packed that is no text."""

_OMITTED: Final = {Directive: {"path"}, Settings: {"calendar"}} | {
    Diagnostic: {"related", "fix", "subject"}
}
"""Fields that are given back by other means, or that no look command asks for."""


@cache
def _shape(cls: Any) -> tuple[tuple[str, object, _Kind], ...]:  # noqa: ANN401 - the same
    """Give the fields of a class, each with its default and how it is packed."""
    kinds, omitted = _KINDS[cls], _OMITTED.get(cls, set())
    return tuple(
        (one.name, _default(one), kinds.get(one.name, _TEXT))
        for one in fields(cls)
        if one.name not in omitted
    )


def _default(field: Any) -> object:  # noqa: ANN401 - a field of any type
    if field.default is not MISSING:
        return field.default
    return MISSING if field.default_factory is MISSING else field.default_factory()
