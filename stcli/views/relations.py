"""What documents have to do with each other: who carries out, cites, amends or replaces whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from stcli.references import find_tasks, split

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from stcli.model import Directive, Tracker
    from stcli.references import References


@dataclass(frozen=True, slots=True)
class Link:
    """A document or task referred to: the words in the file, and what they mean.

    `reference` and `title` are `None` where no file has it, or where several may be meant.
    """

    text: str
    reference: str | None
    title: str | None


class RelationKind(StrEnum):
    """How a directive is tied to others; the first four are keys of the format."""

    IMPLEMENTS = "implements"
    CITES = "cites"
    AMENDS = "amends"
    REPLACES = "replaces"
    IMPLEMENTED_BY = "implemented-by"
    CITED_BY = "cited-by"
    AMENDED_BY = "amended-by"
    REPLACED_BY = "replaced-by"


@dataclass(frozen=True, slots=True)
class Relation:
    """The documents tied to a directive in one way; there is always one at least."""

    kind: RelationKind
    links: tuple[Link, ...]


def relations(
    directive: Directive, tracker: Tracker, references: References, day: date
) -> tuple[Relation, ...]:
    """Give what a directive refers to, then what refers to it in directives issued by the day."""
    return (
        *_from(directive, references),
        *_to(directive, tracker, references, day),
    )


def mentions(directive: Directive) -> Iterator[str]:
    """Give the references of a directive and its tasks to others that something is made of."""
    for texts in _TEXTS.values():
        yield from texts(directive)
    yield from (task.implements for task in directive.tasks if task.implements is not None)


def directive_link(text: str, references: References) -> Link:
    """Give what a reference to a directive in a file means."""
    match references.written(text):
        case (directive,):
            return Link(text, references.name(directive), directive.title)
        case _:
            return Link(text, None, None)


def task_link(text: str, references: References) -> Link:
    """Give what a reference to a task, or to a whole directive, in a file means."""
    wanted = split(text).task
    match references.written(text):
        case (directive,) if wanted:
            pass
        case _:
            return directive_link(text, references)
    match find_tasks(directive, wanted):
        case (task,):
            return Link(text, references.task_name(directive, task), task.title)
        case _:
            return Link(text, None, None)


def _from(directive: Directive, references: References) -> Iterator[Relation]:
    for kind, texts in _TEXTS.items():
        found = tuple(directive_link(text, references) for text in texts(directive))
        if found:
            yield Relation(kind, found)


def _to(
    directive: Directive, tracker: Tracker, references: References, day: date
) -> Iterator[Relation]:
    others = tuple(one for one in tracker.directives if one.issued <= day)
    for kind, texts in _TEXTS.items():
        found = tuple(
            Link(text, references.name(other), other.title)
            for other in others
            for text in texts(other)
            if any(one is directive for one in references.written(text))
        )
        if found:
            yield Relation(_BACK[kind], found)


_TEXTS: Final[Mapping[RelationKind, Callable[[Directive], tuple[str, ...]]]] = {
    RelationKind.IMPLEMENTS: lambda one: one.implements,
    RelationKind.CITES: lambda one: one.cites,
    RelationKind.AMENDS: lambda one: one.amends,
    RelationKind.REPLACES: lambda one: one.replaces,
}
_BACK: Final = {
    RelationKind.IMPLEMENTS: RelationKind.IMPLEMENTED_BY,
    RelationKind.CITES: RelationKind.CITED_BY,
    RelationKind.AMENDS: RelationKind.AMENDED_BY,
    RelationKind.REPLACES: RelationKind.REPLACED_BY,
}
