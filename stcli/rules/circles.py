"""Circles in a graph: whatever leads back to itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence

    Node = TypeVar("Node", bound=Hashable)
else:
    Node = TypeVar("Node")

MOST_NAMED = 5
"""Nodes of a circle that are named in one sentence."""


def circles(following: Mapping[Node, Collection[Node]]) -> Iterator[tuple[Node, ...]]:
    """Give the circles of a graph, each once, as its nodes in order.

    There are as many as it takes to leave none once each is cut somewhere. The graph is walked
    by hand, without recursion: a chain of directives may be longer than Python's stack.
    """
    finished: set[Node] = set()
    for start in following:
        if start in finished:
            continue
        path = {start: iter(following[start])}
        while path:
            node, rest = next(reversed(path.items()))
            step = next((one for one in rest if one in following and one not in finished), None)
            if step is None:
                path.popitem()
                finished.add(node)
            elif step in path:
                nodes = tuple(path)
                yield nodes[nodes.index(step) :]
            else:
                path[step] = iter(following[step])


def around(circle: tuple[Node, ...], start: Node) -> tuple[Node, ...]:
    """Give a circle from one of its nodes until it comes back to it."""
    place = circle.index(start)
    return (*circle[place:], *circle[:place], start)


def shown(names: Sequence[str]) -> str:
    """Give the names along a circle as one text, of a long one only the first ones."""
    first = [*names[:MOST_NAMED], "...", names[0]]
    return " → ".join(first if len(names) > MOST_NAMED + 1 else names)
