"""The cascade as a tree: directives, the tasks they give, and what carries these out below them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from stcli.model import Directive
from stcli.views.status import Counts, count
from stcli.views.tasks import TaskRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from stcli.model import Task
    from stcli.references import References
    from stcli.views.cascade import Cascade


class Several(NamedTuple):
    """A recurring task with its occurrences, or a task with what is each member's of it."""

    rows: tuple[TaskRow, ...]


Node: TypeAlias = Directive | TaskRow | Several | str
"""What stands in a row: a directive, a task, several in one, or a reference that no file has."""


class NodeKind(StrEnum):
    """What a row of the tree is."""

    DIRECTIVE = "directive"
    TASK = "task"
    SERIES = "series"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One line of the tree, `depth` steps below its root.

    `last` tells that no other child of the same parent follows, as of every root; with it the
    guides can be drawn from top to bottom. What stands below a `repeated` one was shown above.
    A directive has `directive` and `counts`, a task `task`, a recurring task `counts` and its
    occurrences below it; what is missing has none of them, and no title.
    """

    depth: int
    last: bool
    kind: NodeKind
    reference: str
    title: str
    repeated: bool = False
    directive: Directive | None = None
    counts: Counts | None = None
    task: TaskRow | None = None


def tree(
    rows: Iterable[TaskRow],
    tied: Cascade,
    references: References,
    root: Directive | None = None,
    *,
    tasks: bool = True,
) -> tuple[TreeRow, ...]:
    """Give what carries out what, below one directive or below all that carry out none.

    Below a directive come its tasks, then what carries it out in order of issue, then what it
    carries out that no file has; below a task the tasks that carry it out. What carries out two
    things stands below both, but whole only at the first. In a circle of directives that carry
    out each other the oldest is a root, and nothing stands below itself.
    `tasks` shows them; `rows` without some of them leaves these out of tree and counts.
    """
    return _walked(_Walk(rows, tied, references, tasks=tasks), tied, root)


def without_tasks(
    counts: Callable[[Directive], Counts],
    tied: Cascade,
    references: References,
    root: Directive | None = None,
) -> tuple[TreeRow, ...]:
    """Give the same tree of directives alone, whose tasks somebody else has counted."""
    walk = _Walk((), tied, references, tasks=False)
    walk.counts = counts
    return _walked(walk, tied, root)


def _walked(walk: _Walk, tied: Cascade, root: Directive | None) -> tuple[TreeRow, ...]:
    if root is not None:
        return tuple(walk.below(root))
    return tuple(
        row
        for start in (*tied.roots, *tied.directives)
        if not walk.has_shown(start)
        for row in walk.below(start)
    )


class _Walk:
    """One way through the cascade, which remembers what it has shown."""

    def __init__(
        self, rows: Iterable[TaskRow], tied: Cascade, references: References, *, tasks: bool
    ) -> None:
        self._tied = tied
        self._references = references
        self._with_tasks = tasks
        self._given: dict[int, list[TaskRow]] = defaultdict(list)
        of_task: dict[int, list[TaskRow]] = defaultdict(list)
        for row in rows:
            self._given[id(row.directive)].append(row)
            of_task[id(row.task)].append(row)
        self._rows = {task: _node(tuple(several)) for task, several in of_task.items()}
        self._shown: set[int] = set()
        self.counts: Callable[[Directive], Counts] = lambda one: count(self._given.get(id(one), ()))

    def has_shown(self, directive: Directive) -> bool:
        return id(directive) in self._shown

    def below(self, start: Directive) -> Iterator[TreeRow]:
        """Give a directive and all below it; without recursion, as files can nest it deep."""
        above: list[int] = []
        waiting: list[tuple[Node, int, bool]] = [(start, 0, True)]
        while waiting:
            node, depth, last = waiting.pop()
            del above[depth:]
            mark = _mark(node)
            way = {*above, mark}
            children = tuple(one for one in self._children(node) if _mark(one) not in way)
            repeated = bool(children) and mark in self._shown
            yield self._row(node, depth, last=last, repeated=repeated)
            if not repeated:
                self._shown.add(mark)
                above.append(mark)
                for place, child in enumerate(reversed(children)):
                    waiting.append((child, depth + 1, place == 0))

    def _children(self, node: Node) -> Iterator[Node]:
        match node:
            case Directive():
                if self._with_tasks:
                    own = dict.fromkeys(id(row.task) for row in self._given.get(id(node), ()))
                    yield from (self._rows[task] for task in own)
                    yield from self._carrying_out(node)
                yield from self._tied.directives_of(node)
                yield from self._tied.missing_of(node)
            case TaskRow() if self._rows[id(node.task)] is node:
                yield from self._carrying_out(node.task)
                yield from self._tied.missing_of(node.task)
            case Several():
                yield from node.rows
                yield from self._carrying_out(node.rows[0].task)
                yield from self._tied.missing_of(node.rows[0].task)
            case _:
                pass

    def _carrying_out(self, carried_out: Directive | Task) -> Iterator[TaskRow | Several]:
        for one in self._tied.tasks_of(carried_out):
            row = self._rows.get(id(one.task))
            if row is not None:
                yield row

    def _row(self, node: Node, depth: int, *, last: bool, repeated: bool) -> TreeRow:
        match node:
            case Directive():
                return TreeRow(
                    depth,
                    last,
                    NodeKind.DIRECTIVE,
                    self._references.name(node),
                    node.title,
                    repeated,
                    directive=node,
                    counts=self.counts(node),
                )
            case TaskRow():
                kind, title = NodeKind.TASK, node.standing.title
                return TreeRow(depth, last, kind, node.reference, title, repeated, task=node)
            case Several(rows):
                kind, title = NodeKind.SERIES, rows[0].standing.title
                name, counts = rows[0].task_reference, count(rows)
                return TreeRow(depth, last, kind, name, title, repeated, counts=counts)
            case missing:
                return TreeRow(depth, last, NodeKind.MISSING, missing, "")


def _mark(node: Node) -> int:
    """Give what tells a directive or task apart from any other, also in another row."""
    match node:
        case Several(rows):
            return id(rows[0].task)
        case TaskRow(occurrence=None, member=None):
            return id(node.task)
        case _:
            return id(node)


def _node(rows: tuple[TaskRow, ...]) -> TaskRow | Several:
    """Give a task as one row, or several rows below one."""
    first = rows[0]
    return first if first.reference == first.task_reference else Several(rows)
