"""The parts of a file by name, and everything of a tree that is called so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice
from typing import TYPE_CHECKING, Final

from stcli.documents.data import walk
from stcli.heads.lines import texts
from stcli.references import names
from stcli.spelling import search_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.documents.data import Data, Route
    from stcli.documents.document import Document
    from stcli.load import Loaded

MOST: Final = 200
"""Things found of a whole tree; who looks for one types more of its name."""


class Kind(Enum):
    """What a part of a file is."""

    DIRECTIVE = auto()
    TASK = auto()
    AGENCY = auto()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a file: its name, what is said of it, where it stands, and where its name does."""

    kind: Kind
    name: str
    about: str
    start: int
    end: int
    name_start: int
    name_end: int
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A directive, task or agency of a tree, and the value that defines it."""

    kind: Kind
    name: str
    within: str
    path: str
    route: Route


def outline(document: Document) -> tuple[Part, ...]:
    """Give the parts of a file: the directive with its tasks, or the agencies."""
    data = document.data or {}
    tasks = tuple(_entries(document, "tasks", Kind.TASK, "title"))
    number = "".join(texts(data, "number"))
    if number:
        place = document.place(("number",))
        title = "".join(texts(data, "title"))
        whole = (0, len(document.text.rstrip()))
        part = Part(Kind.DIRECTIVE, number, title, *whole, place.start, place.end, tasks)
        return (part,)
    return (*tasks, *_entries(document, "agencies", Kind.AGENCY, "name"))


def _entries(document: Document, key: str, kind: Kind, title: str) -> Iterator[Part]:
    """Give the entries of a list, each from its start to the end of the last text in it."""
    entries: Data = (document.data or {}).get(key)
    if not isinstance(entries, list):
        return
    ends: dict[int, int] = {}
    starts: dict[int, int] = {}
    ids: dict[int, tuple[int, int]] = {}
    for node, route, value in walk(document.data):
        if route[:1] != (key,) or len(route) < 2:  # noqa: PLR2004 - the list, and a place in it
            continue
        place = int(route[1])
        start, end = document.marks[2 * node : 2 * node + 2]
        starts.setdefault(place, start)
        if isinstance(value, str):
            ends[place] = end
            if route[2:] == ("id",):
                ids[place] = (start, end)
    for place, entry in enumerate(entries):
        if isinstance(entry, dict) and place in ids:
            id_, about = "".join(texts(entry, "id")), "".join(texts(entry, title))
            yield Part(kind, id_, about, starts[place], ends[place], *ids[place])


def search(wanted: str, loaded: Loaded) -> Iterator[Found]:
    """Give the directives, tasks and agencies that have a text in a name or title."""
    return islice(_search(search_key(wanted), loaded), MOST)


def _search(key: str, loaded: Loaded) -> Iterator[Found]:
    for place, agency in enumerate(loaded.tracker.listed):
        if any(key in search_key(name) for name in names(agency)):
            route: Route = ("agencies", place, "id")
            yield Found(Kind.AGENCY, f"{agency.id}  {agency.name}", "", agency.path, route)
    for one in loaded.tracker.directives:
        name = loaded.references.name(one)
        if key in search_key(f"{name} {one.title}"):
            yield Found(Kind.DIRECTIVE, f"{name}  {one.title}", "", one.path, ("number",))
        for place, task in enumerate(one.tasks):
            called = f"{name}#{task.id}"
            if key in search_key(f"{called} {task.title}"):
                route = ("tasks", place, "id")
                yield Found(Kind.TASK, f"{called}  {task.title}", one.title, one.path, route)
