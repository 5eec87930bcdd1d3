"""What is read of tasks and agencies to offer them, from data as it was typed or as it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from stcli.documents.data import Data

FREQUENCIES: Final = frozenset({"weekly", "monthly", "quarterly", "half-yearly", "yearly"})
"""With which a deadline begins that comes back. Written down here, since all that is known of
deadlines takes longer to load than to complete a word may take."""


class TaskLine(NamedTuple):
    """A task by its id and title; `recurs` tells whether its deadline reads as one that comes back.

    Whether that deadline is right is not asked.
    """

    id: str
    title: str
    recurs: bool


class AgencyLine(NamedTuple):
    """An agency by its id and name, with the short name and the aliases as `others`."""

    id: str
    name: str
    others: tuple[str, ...]


def tasks(data: Mapping[str, Data] | None) -> Iterator[TaskLine]:
    """Give the tasks of a directive that have an id."""
    for row in rows((data or {}).get("tasks")):
        id_, title, due = ("".join(texts(row, key)) for key in ("id", "title", "due"))
        if id_:
            yield TaskLine(id_, title, "".join(due.split()[:1]) in FREQUENCIES)


def agencies(data: Mapping[str, Data] | None) -> Iterator[AgencyLine]:
    """Give the agencies of a list that have an id and a name."""
    for row in rows((data or {}).get("agencies")):
        match row:
            case {"id": str(id_), "name": str(name)}:
                yield AgencyLine(id_, name, (*texts(row, "short"), *texts(row, "aliases")))
            case _:
                pass


def texts(holder: Mapping[str, Data], key: str) -> tuple[str, ...]:
    """Give the texts under a key: one, those of a list, or none."""
    match holder.get(key):
        case str(text):
            return (text,)
        case list(several):
            return tuple(one for one in several if isinstance(one, str))
        case _:
            return ()


def rows(data: Data) -> Iterator[Mapping[str, Data]]:
    """Give the mappings in a list."""
    if isinstance(data, list):
        yield from (one for one in data if isinstance(one, dict))
