"""Tasks and agencies by what a person types: all that may be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.spelling import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stcli.model import Agency, Directive, Task


def find_tasks(directive: Directive, wanted: str) -> tuple[Task, ...]:
    """Give the tasks of a directive with an id; case and diacritics do not count."""
    exact = tuple(task for task in directive.tasks if task.id == wanted)
    if exact:
        return exact
    key = search_key(wanted)
    return tuple(task for task in directive.tasks if search_key(task.id) == key)


def find_agencies(agencies: Iterable[Agency], wanted: str) -> tuple[Agency, ...]:
    """Give the agencies a person may mean by an id, a name, a short name, an alias or a part.

    A whole name wins over a part; capitals and diacritics do not count in either.
    """
    listed = tuple(agencies)
    key = search_key(wanted)
    if not _letters(key):
        return ()
    return agencies_called(listed, wanted) or tuple(
        one for one in listed if any(key in search_key(name) for name in names(one))
    )


def agencies_called(agencies: Iterable[Agency], wanted: str) -> tuple[Agency, ...]:
    """Give the agencies with that whole id or name; an id wins over any name.

    Spaces and signs do not count: "bo khcn" is "Bộ KH&CN".
    """
    listed = tuple(agencies)
    letters = _letters(search_key(wanted))
    return tuple(one for one in listed if one.id == wanted.strip()) or tuple(
        one
        for one in listed
        if letters and any(_letters(search_key(name)) == letters for name in names(one))
    )


def names(agency: Agency) -> Iterator[str]:
    """Give all names of an agency: its id, its name, the short one, the aliases."""
    yield agency.id
    yield agency.name
    if agency.short:
        yield agency.short
    yield from agency.aliases


def _letters(key: str) -> str:
    return "".join(filter(str.isalnum, key))
