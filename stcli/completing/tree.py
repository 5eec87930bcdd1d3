"""What completion asks of the files, of which only as much is read as is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stcli.documents.document import Document
    from stcli.references import References


class Tree(Protocol):
    """The files below a root, as they are now."""

    @property
    def references(self) -> References:
        """The directives by their names."""

    @property
    def agencies(self) -> Document:
        """The file of the agencies."""

    def document(self, path: str) -> Document:
        """Give one file."""

    def documents(self) -> Iterable[Document]:
        """Give all files."""

    def task_names(self, path: str) -> Iterable[str]:
        """Give the references of the tasks of one file with all their periods and members."""
