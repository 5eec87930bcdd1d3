"""Changes as values, and the data that they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stcli.editing.kinds import Kind
from stcli.editing.unsafe import Misplaced
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stcli.documents.data import Data, Route


@dataclass(frozen=True, slots=True)
class Put:
    """The value at a route: instead of what is there, or as a new key of its mapping."""

    route: Route
    value: Data


@dataclass(frozen=True, slots=True)
class Append:
    """A new entry at the end of the list at a route; the list begins if there is none.

    Of a key that may hold one text or a list of them, and holds one text, it makes a list of both.
    """

    route: Route
    value: Data


@dataclass(frozen=True, slots=True)
class Remove:
    """The key or entry at a route goes, with the comments that belong to it alone.

    A list or mapping that it leaves empty goes too, or stays as `[]` where its key is required.
    """

    route: Route


Change = Put | Append | Remove


def intended(data: Data, changes: Iterable[Change]) -> Data:
    """Give the data after changes, each made on the result of the last.

    Raises StcliError where a change is of a part that is not there. A file without content is an
    empty mapping.
    """
    for change in changes:
        data = {} if data is None else data
        simple = simplified(data, change)
        data = data if simple is None else done(data, simple)
    return data


def simplified(data: Data, change: Change) -> Change | None:
    """Give the change that says the same in terms of what is there; None where all is so already.

    A list that begins is a key that is put; what is the last of its kind goes with what held it;
    a key of an empty value is the first of a mapping. Raises Misplaced.
    """
    route = change.route
    found = lookup(data, route)
    match change:
        case Put(value=value):
            if found == (value,):
                return None
            if (
                len(route) > 1
                and isinstance(route[-1], str)
                and lookup(data, route[:-1]) == (None,)
            ):
                return Put(route[:-1], {route[-1]: value})
            _check_place(data, route, found)
            return change
        case Append(value=value):
            if found and isinstance(found[0], list) and found[0]:
                return change
            return simplified(data, Put(route, _begun(data, route, found, value)))
        case Remove():
            if not found or not route:
                raise Misplaced(route, say("there is nothing to take away here"))
            return _remaining(data, route)


def _check_place(data: Data, route: Route, found: tuple[Data, ...]) -> None:
    """Raise Misplaced where neither a value stands nor a key can come."""
    holder = lookup(data, route[:-1]) if route else ()
    if found and route:
        return
    if (
        not route
        or not isinstance(route[-1], str)
        or not isinstance(next(iter(holder), None), dict)
    ):
        raise Misplaced(route, say("nothing can be written here"))


def _begun(data: Data, route: Route, found: tuple[Data, ...], value: Data) -> list[Data]:
    """Give the list that a first entry makes of what is at a route."""
    there = found[0] if found else None
    if there is None or there == []:
        return [value]
    kind = Kind.of(data, route[:1]).at(route[:-1])
    both = isinstance(there, str) and isinstance(value, str)
    if both and kind.takes_one_or_several(str(route[-1])):
        return [there, value]
    raise Misplaced(route, say("no list stands here, and none can"))


def _remaining(data: Data, route: Route) -> Change:
    """Give what goes with a part that may be the only one of what holds it."""
    file = Kind.of(data, route[:1])
    while len(route) > 1:
        holder = route[:-1]
        held = lookup(data, holder)[0]
        if not isinstance(held, dict | list) or len(held) > 1:
            break
        if isinstance(holder[-1], str) and file.at(holder[:-1]).requires(holder[-1]):
            return Put(holder, [] if isinstance(held, list) else {})
        route = holder
    if len(route) == 1 and isinstance(data, dict) and len(data) == 1:
        raise Misplaced(route, say("it is all that the file holds"), say("delete the file: git rm"))
    return Remove(route)


def lookup(data: Data, route: Route) -> tuple[Data, ...]:
    """Give what is at a route, in a tuple of one; nothing where the route leads nowhere."""
    for step in route:
        match data:
            case dict() if isinstance(step, str) and step in data:
                data = data[step]
            case list() if isinstance(step, int) and 0 <= step < len(data):
                data = data[step]
            case _:
                return ()
    return (data,)


def done(data: Data, change: Change) -> Data:
    """Give the data after a simple change; what it does not touch is shared with the old."""
    return _done(data, change, change.route)


def _done(data: Data, change: Change, route: Route) -> Data:
    if not route:
        if isinstance(change, Append):
            return [*(data if isinstance(data, list) else ()), change.value]
        return change.value if isinstance(change, Put) else data
    step, *rest = route
    gone = not rest and isinstance(change, Remove)
    match data:
        case dict() if isinstance(step, str):
            if gone:
                return {name: value for name, value in data.items() if name != step}
            return {**data, step: _done(data.get(step), change, tuple(rest))}
        case list() if isinstance(step, int):
            after = [] if gone else [_done(data[step], change, tuple(rest))]
            return [*data[:step], *after, *data[step + 1 :]]
        case _:
            return data
