"""What the engine found wrong with the data of a file, in people's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from stcli.diagnostics import Rewriting
from stcli.messages import say
from stcli.schema.fields import ValueFault
from stcli.spelling import closest, search_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ValidationError

    from stcli.documents.data import Route
    from stcli.messages import Message
    from stcli.schema.keys import Format

ID_FORM = say("write it without spaces, #, / and @, as 1, 2a or I.3")
NOT_EMPTY = say("write its value, or delete the line if the key may be left out")

MOST_REPORTED = 100
"""Faults shown for one file; beyond them the rest is counted."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault by route; `at_key` when the key itself is at fault, not its value."""

    rule: str
    route: Route
    message: Message
    help: Message | None = None
    at_key: bool = False
    fix: Rewriting | None = None


def faults(error: ValidationError, format: Format) -> Iterator[Fault]:
    """Give the faults of a validation error, the first `MOST_REPORTED` of them."""
    found = error.errors(include_url=False)
    for one in found[:MOST_REPORTED]:
        yield _fault(one, format)
    if len(found) > MOST_REPORTED:
        yield Fault(
            "wrong-value",
            (),
            say("{count} more faults in this file are not shown", count=len(found) - MOST_REPORTED),
        )


def _fault(error: Any, format: Format) -> Fault:  # noqa: ANN401 - the engine's untyped details
    route: Route = error["loc"]
    key = next((step for step in reversed(route) if isinstance(step, str)), "")
    match error["type"]:
        case "value_error" if isinstance(error["ctx"]["error"], ValueFault):
            fault = error["ctx"]["error"]
            return Fault(fault.rule, route, fault.message, fault.help, fix=fault.fix)
        case "missing":
            return Fault(
                "missing-key",
                route[:-1],
                say("`{key}` is missing", key=key),
                say("add a line `{key}: ...`", key=key),
            )
        case "unexpected_keyword_argument":
            return _unknown_key(route, format)
        case "string_pattern_mismatch" if error["input"].strip():
            return Fault(
                "malformed-id",
                route,
                say("`{value}` cannot be an id", value=error["input"]),
                ID_FORM,
            )
        case "string_type" | "string_pattern_mismatch" if not error["input"]:
            return _empty(route, key)
        case "string_pattern_mismatch":
            return _empty(route, key)
        case "string_type":
            return Fault(
                "wrong-value",
                route,
                say("`{key}` takes a text here, not a list or mapping", key=key),
                say("write one text, or quote it if the brackets belong to it"),
            )
        case "tuple_type":
            return Fault(
                "wrong-value",
                route,
                say("`{key}` takes a list", key=key),
                say("start each entry with `- ` on a line of its own"),
            )
        case _:
            return Fault(
                "wrong-value",
                route,
                say("`{key}` takes keys with values here", key=key),
                say("write `key: value` lines, indented below it"),
            )


def _empty(route: Route, key: str) -> Fault:
    return Fault(
        "missing-key",
        route,
        say("`{key}` is empty", key=key),
        NOT_EMPTY,
    )


def _unknown_key(route: Route, format: Format) -> Fault:
    key = str(route[-1])
    known = _keys_at(format, route[:-1])
    near = closest(key, known)
    help_ = (
        say("did you mean `{near}`?", near=near)
        if near
        else say("the keys here are: {known}", known=", ".join(known))
    )
    return Fault(
        "unknown-key",
        route,
        say("`{key}` is not a key of the format", key=key),
        help_,
        at_key=True,
        fix=_respelled(key, near),
    )


def _respelled(key: str, near: str | None) -> Rewriting | None:
    """Give the key that was meant; it is certain where only capitals and signs differ."""
    if near is None:
        return None
    sure = _letters(key) == _letters(near)
    return Rewriting(say("write {text}", text=near), near, safe=sure)


def _letters(key: str) -> str:
    return "".join(filter(str.isalnum, search_key(key)))


def _keys_at(format: Format, route: Route) -> tuple[str, ...]:
    """Give the keys that may stand in the mapping at a route."""
    for step in route:
        key = format.keys.get(step) if isinstance(step, str) else None
        if key is not None and key.inner is not None:
            format = key.inner
    return tuple(format.keys)
