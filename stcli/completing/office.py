"""What an office has beside directives: its agencies, and the words it marks tasks with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.completing.candidates import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stcli.documents.data import Data
    from stcli.documents.document import Document


def agencies(document: Document) -> Iterator[Candidate]:
    """Give the agencies that a file lists, by their ids."""
    for row in _rows((document.data or {}).get("agencies")):
        match row:
            case {"id": str(id_), "name": str(name)}:
                yield Candidate(
                    id_, name, names=(name, *texts(row, "short"), *texts(row, "aliases"))
                )
            case _:
                pass


def marks(documents: Iterable[Document], key: str) -> tuple[str, ...]:
    """Give what stands under a key of directives and tasks, such as `tags`, each text once."""
    found = {
        text
        for document in documents
        for holder in _holders(document)
        for text in texts(holder, key)
    }
    return tuple(sorted(found))


def tasks(document: Document) -> Iterator[Mapping[str, Data]]:
    """Give the tasks of a directive as they were typed."""
    yield from _rows((document.data or {}).get("tasks"))


def texts(holder: Mapping[str, Data], key: str) -> tuple[str, ...]:
    """Give the texts under a key: one, those of a list, or none."""
    match holder.get(key):
        case str(text):
            return (text,)
        case list(several):
            return tuple(one for one in several if isinstance(one, str))
        case _:
            return ()


def _holders(document: Document) -> Iterator[Mapping[str, Data]]:
    yield document.data or {}
    yield from tasks(document)


def _rows(data: Data) -> Iterator[Mapping[str, Data]]:
    if isinstance(data, list):
        yield from (one for one in data if isinstance(one, dict))
