"""The files below a root, read only as far as completion asks, and not where the index tells."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from stcli.cli import terminal
from stcli.cli.names import Names
from stcli.completing.tree import Tree
from stcli.index.calling import Calling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from stcli.cli.session import Session
    from stcli.documents.document import Document
    from stcli.heads.lines import AgencyLine, TaskLine
    from stcli.load import Loaded
    from stcli.references import References


class KnownTree(Tree):
    """What can be offered, from the index where it tells."""

    def __init__(self, partial: Partial) -> None:
        super().__init__(partial)
        self._partial = partial

    def directives(self) -> Iterable[tuple[str, str]]:
        """Give the names of the directives and their titles, in the order of the files."""
        found = self._partial.names.ask(Calling.names)
        return super().directives() if found is None else found

    def years(self, number: str) -> Iterable[tuple[int, str]]:
        """Give the years in which directives with a whole number were issued, and their titles."""
        found = self._partial.names.ask(lambda known: known.years(number))
        return super().years(number) if found is None else found

    def meant(self, number: str) -> Iterable[str]:
        """Give the files of the directives that a person may mean by a part of a number."""
        found = self._partial.names.ask(lambda known: known.meant(number))
        return super().meant(number) if found is None else found

    def tasks(self, path: str) -> Iterable[TaskLine]:
        """Give the tasks of a file."""
        found = self._partial.names.ask(lambda known: known.tasks(path))
        return super().tasks(path) if found is None else found

    def agencies(self) -> Iterable[AgencyLine]:
        """Give the agencies that are listed."""
        found = self._partial.names.ask(Calling.agencies)
        return super().agencies() if found is None else found


class Partial:
    """Files of which each is read when it is asked for, by what `completing` needs of them."""

    def __init__(self, session: Session, as_of: str) -> None:
        self._session = session
        self._as_of = as_of

    @cached_property
    def names(self) -> Names:
        """What is called how."""
        return Names(self._session.root, from_files=not self._session.may_recall)

    @cached_property
    def references(self) -> References:
        """The directives by their names."""
        from stcli.heads import naming as heads

        return heads.references_of(self.names.named().directives)

    @cached_property
    def agencies(self) -> Document:
        """The file of the agencies."""
        from stcli.sources import AGENCIES

        return self.document(AGENCIES)

    def document(self, path: str) -> Document:
        """Give one file."""
        from stcli import files
        from stcli.sources import read

        return read(files.source(self._session.root, path))

    def documents(self) -> Iterable[Document]:
        """Give all files, read by as many processes as that pays for."""
        from stcli import files
        from stcli.workers import processors

        return files.begin(self._session.root, processors()).documents()

    def task_names(self, path: str) -> Iterator[str]:
        """Give the references of the tasks of one file with all their periods and members."""
        from stcli.load import assemble
        from stcli.sources import OF_THE_OFFICE
        from stcli.views.tasks import task_rows

        needed = (*OF_THE_OFFICE, path)
        loaded = assemble(one for one in map(self.document, needed) if one.data is not None)
        tracker, references, settings = loaded.tracker, loaded.references, loaded.settings
        day = self._day(loaded)
        for expand in (False, True):
            for row in task_rows(tracker, references, settings, day, expand=expand):
                yield row.reference

    def _day(self, loaded: Loaded) -> date:
        from stcli.deadlines import parse_day

        return parse_day(self._as_of) if self._as_of else terminal.today(loaded.settings.timezone)
