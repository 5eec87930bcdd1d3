"""What a document says, without its text: data, the ways to its parts, and their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Route = tuple[str | int, ...]
"""The way from the root of a document to a value: keys and positions, as `("tasks", 2, "due")`."""

Data = dict[str, "Data"] | list["Data"] | str | None
"""What YAML says without types: texts, lists and mappings; `None` where nothing was written."""


def size(value: Data) -> int:
    """Give the number of nodes a value takes: itself, and the keys and values in it."""
    total = 0
    waiting: list[Data] = [value]
    while waiting:
        total += 1
        match waiting.pop():
            case dict() as mapping:
                total += len(mapping)
                waiting.extend(mapping.values())
            case list() as items:
                waiting.extend(items)
            case _:
                pass
    return total


def walk(data: Data) -> Iterator[tuple[int, Route, Data]]:
    """Give every value with its node number and route, in the order of the text."""
    node = 0
    waiting: list[tuple[Route, Data, bool]] = [((), data, False)]
    while waiting:
        route, value, has_key = waiting.pop()
        node += has_key
        yield node, route, value
        node += 1
        match value:
            case dict():
                waiting.extend(((*route, k), v, True) for k, v in reversed(value.items()))
            case list():
                waiting.extend(((*route, i), value[i], False) for i in reversed(range(len(value))))
            case _:
                pass


def value_at(data: Data, route: Route) -> Data:
    """Give the value of a route, or of the deepest part of it that exists."""
    for step in route:
        match data:
            case dict() if step in data:
                data = data[str(step)]
            case list() if isinstance(step, int) and step < len(data):
                data = data[step]
            case _:
                break
    return data
