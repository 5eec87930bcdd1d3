"""What completion asks of the files, of which only as much is read as is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from stcli.heads import lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stcli.documents.document import Document
    from stcli.heads.lines import AgencyLine, TaskLine
    from stcli.references import References


class Files(Protocol):
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


class Tree:
    """What the files below a root hold that can be offered."""

    def __init__(self, files: Files) -> None:
        self.files = files

    def directives(self) -> Iterable[tuple[str, str]]:
        """Give the names of the directives and their titles, in the order of the files."""
        references = self.files.references
        return ((references.name(one), one.title) for one in references.directives)

    def years(self, number: str) -> Iterable[tuple[int, str]]:
        """Give the years in which directives with a whole number were issued, and their titles."""
        return ((one.issued.year, one.title) for one in self.files.references.written(number))

    def meant(self, number: str) -> Iterable[str]:
        """Give the files of the directives that a person may mean by a part of a number."""
        return (one.path for one in self.files.references.typed(number))

    def tasks(self, path: str) -> Iterable[TaskLine]:
        """Give the tasks of a file."""
        return lines.tasks(self.files.document(path).data)

    def agencies(self) -> Iterable[AgencyLine]:
        """Give the agencies that are listed."""
        return lines.agencies(self.files.agencies.data)
