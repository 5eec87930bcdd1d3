"""What an office has beside directives: its agencies, and the words it marks tasks with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.completing.candidates import Candidate
from stcli.heads.lines import rows, texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stcli.documents.data import Data
    from stcli.documents.document import Document
    from stcli.heads.lines import AgencyLine


def agencies(listed: Iterable[AgencyLine]) -> Iterator[Candidate]:
    """Give agencies by their ids."""
    for one in listed:
        yield Candidate(one.id, one.name, names=(one.name, *one.others))


def marks(documents: Iterable[Document], key: str) -> tuple[str, ...]:
    """Give what stands under a key of directives and tasks, such as `tags`, each text once."""
    found = {
        text
        for document in documents
        for holder in _holders(document)
        for text in texts(holder, key)
    }
    return tuple(sorted(found))


def _holders(document: Document) -> Iterator[Mapping[str, Data]]:
    data = document.data or {}
    yield data
    yield from rows(data.get("tasks"))
