"""The files that an edit is about: of all of them the names, and whole the few it changes."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from stcli import files
from stcli.acts import Office, Target
from stcli.cli.edits.known import Known
from stcli.cli.names import Names
from stcli.documents.characters import decode
from stcli.errors import StcliError
from stcli.load import assemble
from stcli.messages import say
from stcli.model import Agency, Directive, Tracker
from stcli.references import References, find, find_agency, find_directive, find_task
from stcli.sources import AGENCIES, FOLDER, OF_THE_OFFICE, is_below, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from stcli.cli.session import Session
    from stcli.diagnostics import Diagnostic
    from stcli.documents.document import Document
    from stcli.load import Loaded
    from stcli.settings import Settings
    from stcli.sources import Source
    from stcli.views.tasks import TaskRow
    from stcli.words import Language

_IN_A_FILE: Final = re.compile(r"(?P<file>.+\.ya?ml)(?:#(?P<task>.+))?", re.IGNORECASE)


class Workplace:
    """What an edit asks of the files below a root, each read once and not before it is asked for.

    A directive is found by its name, or at once by that of its file, as in
    `directives/2023/25-CT-TTg.yaml#3`; only that file is read whole.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._sources: dict[str, Source] = {}
        self._documents: dict[str, Document] = {}

    @cached_property
    def known(self) -> Known:
        """The directives by their names; they have no tasks yet."""
        return Known(Names(self.root, from_files=not self._session.may_recall), self.source)

    @property
    def root(self) -> Path:
        """The folder that holds `directives/`."""
        return self._session.root

    @property
    def language(self) -> Language:
        """The language of the office, else that of the session."""
        return self._session.language

    def source(self, path: str) -> Source:
        """Give one file with its bytes, or why it could not be read."""
        if path not in self._sources:
            self._sources[path] = files.source(self.root, path)
        return self._sources[path]

    def is_there(self, path: str) -> bool:
        """Tell whether something has a name below the root, be it a file or not."""
        return os.path.lexists(self.root / path)

    def document(self, path: str) -> Document:
        """Give one file as it was read; a StcliError where it has errors that keep it closed."""
        if path not in self._documents:
            self._documents[path] = read(self.source(path))
        return self._documents[path]

    def require_unchanged(self, path: str) -> None:
        """Refuse a file whose bytes are not those of its document.

        Where all files are read by several processes, the bytes of one are read apart from it.
        """
        if decode(self.source(path).content)[0] != self.document(path).text:
            raise StcliError(
                say("{path} has changed since it was read", path=path),
                say("do it again, so that it builds on what is there now"),
            )

    @cached_property
    def _office(self) -> Loaded:
        return self._assembled(())

    @property
    def day(self) -> date:
        """The day asked about."""
        return self._session.day

    @property
    def settings(self) -> Settings:
        """What the office has chosen."""
        return self._office.settings

    @cached_property
    def office(self) -> Office:
        """The day, the agencies and the settings; a StcliError where these files have errors."""
        self._require_sound(self._office, [one for one in OF_THE_OFFICE if one in self._documents])
        day, today = self._session.day, self._session.today
        if day > today:
            raise StcliError(
                say("{day} is yet to come: today is {today}", day=day, today=today),
                say("what is recorded has happened: leave --as-of out"),
            )
        return Office(day, self._office.tracker.agencies, self.settings)

    @property
    def agencies(self) -> Sequence[Agency]:
        """The agencies as they are listed."""
        return self._office.tracker.listed

    def agency_ids(self, names: Iterable[str]) -> tuple[str, ...]:
        """Give the ids of the agencies that people mean by ids, names or parts of them."""
        self._require_sound(self._office, (AGENCIES,))
        tracker = self._office.tracker
        return tuple(dict.fromkeys(find_agency(name, tracker).id for name in names))

    def directives(self, names: Iterable[str]) -> list[tuple[str, Directive]]:
        """Give the directives that references name, each with its reference."""
        wanted = list(names)
        known, loaded = self._opened(wanted)
        found = []
        for name in wanted:
            directive = self._in_file(name, loaded) or find_directive(name, known)
            found.append((known.name(directive), directive))
        return found

    def place(self, name: str) -> tuple[str, int]:
        """Give the file and the line of a directive, task, agency or file.

        A file with errors is a place too: that of its first error, where a task of it is meant.
        """
        path = self._file(name)
        if "#" not in name:
            return (path, 1) if path else self._place_of(name)
        candidates = [path] if path else self.known.candidates(name, self.known.naming([name]))
        loaded = self._assembled(candidates)
        for one in loaded.diagnostics:
            if one.place.path in candidates and one.place.path in loaded.invalid:
                return one.place.path, one.place.line
        (target,) = self.targets([name])
        return target.path, target.task.line

    def _place_of(self, name: str) -> tuple[str, int]:
        match find(name, self._office.tracker, self.known.naming([name])):
            case Agency() as agency:
                return agency.path, agency.line
            case Directive() as directive:
                return directive.path, max(directive.line, 1)
            case assignment:
                raise AssertionError(assignment)  # a task has a number sign in its name

    def targets(self, names: Iterable[str]) -> list[Target]:
        """Give the tasks that references name; a StcliError as for any reference."""
        wanted = list(names)
        known, loaded = self._opened(wanted)
        return [self._target(name, known, loaded) for name in wanted]

    def found(self, queries: Iterable[str]) -> tuple[list[Target], tuple[str, ...]]:
        """Give the tasks that fit all queries, and the files that could not be read."""
        from stcli.cli import selection
        from stcli.query import split

        words = [word for query in queries for word in split(query)]
        if not any(character.isalnum() for word in words for character in word):
            raise StcliError(
                say("--where asks for nothing, and would find every task"),
                say("write a condition, such as {example}", example="lead:so-khcn"),
            )
        loaded = self.all_files()
        places = {id(task): position for _, position, task in loaded.tracker.tasks()}
        rows = tuple(selection.fitting(loaded, self._session.day, words))
        return [_target_of(row, places[id(row.task)]) for row in rows], loaded.invalid

    @cached_property
    def everything(self) -> Loaded:
        """Give all files, each as it is written back if nobody has changed it meanwhile."""
        for one in files.sources(self.root):
            self._sources.setdefault(one.path, one)
        return assemble(self.document(path) for path in sorted(self._sources))

    def below(self, paths: Sequence[str]) -> tuple[str, ...]:
        """Give the files in certain files and folders, in order; all of them if none is named."""
        every = sorted(self.everything.documents)
        for folder in paths:
            if not any(is_below(path, folder) for path in every):
                raise StcliError(
                    say("no file in {path} is read", path=folder),
                    say("name files and folders below {folder}/, or stcli.yaml", folder=FOLDER),
                )
        return tuple(
            path for path in every if not paths or any(is_below(path, one) for one in paths)
        )

    def all_files(self, instead: Document | None = None) -> Loaded:
        """Give all files as they are now, one of them perhaps as it is to become."""
        from stcli.workers import processors

        documents = files.begin(self.root, processors()).documents()
        read_ = {one.path: self._documents.setdefault(one.path, one) for one in documents}
        return assemble((read_ | ({} if instead is None else {instead.path: instead})).values())

    def alone(self, document: Document) -> Loaded:
        """Give the files of the office with one other document, weighed as by default.

        An office may call it an error that a document is unknown, which cannot be told from here.
        """
        of_office = (self.document(one) for one in self._of_the_office() if one != document.path)
        loaded = assemble((*of_office, document))
        return replace(loaded, settings=replace(loaded.settings, severities={}))

    def surroundings(self, documents: Iterable[Document]) -> Loaded:
        """Give the files of the office, some documents whole, and the names of all the rest.

        A file of the office among the documents is taken as it stands there.
        """
        given = {one.path: one for one in documents}
        of_office = (self.document(one) for one in self._of_the_office() if one not in given)
        loaded = assemble((*of_office, *given.values()))
        rest = (one for one in self.known.references.directives if one.path not in given)
        every = sorted((*loaded.tracker.directives, *rest), key=lambda one: one.path)
        tracker = Tracker(tuple(every), loaded.tracker.listed)
        return replace(loaded, tracker=tracker, references=References(tracker))

    def _target(self, name: str, known: References, loaded: Loaded) -> Target:
        directive = self._in_file(name, loaded)
        if directive is not None:
            name = f"{known.name(directive)}#{name.partition('#')[2]}"
        found = find_task(name, known)
        position = next(at for at, one in enumerate(found.directive.tasks) if one is found.task)
        return Target(
            known.task_name(found.directive, found.task),
            found.directive,
            found.task,
            position,
            found.period,
            self._member(found.member),
        )

    def _member(self, name: str) -> str:
        """Give the id of an agency in its own letters, whatever case it was typed in."""
        known = (one.id for one in self.agencies)
        return next((one for one in known if one.casefold() == name.casefold()), name)

    def _opened(self, names: Iterable[str]) -> tuple[References, Loaded]:
        """Give all directives by their names, those with their tasks that names may mean."""
        paths = {one for name in names if (one := self._file(name))}
        by_number = [name for name in names if not self._file(name)]
        known = self.known.naming(by_number)
        for name in by_number:
            paths.update(self.known.candidates(name, known))
        loaded = self._assembled(paths)
        self._require_sound(loaded, paths)
        whole = {one.path: one for one in loaded.tracker.directives}
        rest = (one for one in known.directives if one.path not in whole)
        every = sorted((*rest, *whole.values()), key=lambda one: one.path)
        return References(Tracker(tuple(every), tuple(self.agencies))), loaded

    def _file(self, name: str) -> str | None:
        """Give the file below the root that a reference names, where it names one."""
        found = _IN_A_FILE.fullmatch(name)
        if found is None:
            return None
        typed = Path(found["file"])
        for path in (typed.absolute(), self.root / typed):
            if path.is_file() and path.resolve().is_relative_to(self.root):
                return path.resolve().relative_to(self.root).as_posix()
        return None

    def _in_file(self, name: str, loaded: Loaded) -> Directive | None:
        path = self._file(name)
        return next((one for one in loaded.tracker.directives if one.path == path), None)

    def _assembled(self, paths: Iterable[str]) -> Loaded:
        return assemble(map(self.document, (*self._of_the_office(), *paths)))

    def _of_the_office(self) -> list[str]:
        return [one for one in OF_THE_OFFICE if (self.root / one).exists()]

    def _require_sound(self, loaded: Loaded, paths: Iterable[str]) -> None:
        for path in paths:
            if path in loaded.invalid:
                raise unsound(path, loaded.diagnostics)


def _target_of(row: TaskRow, position: int) -> Target:
    return Target(
        row.reference.removesuffix("@" + "@".join(filter(None, (row.period, row.member)))),
        row.directive,
        row.task,
        position,
        row.period or "",
        row.member or "",
    )


def unsound(path: str, found: Iterable[Diagnostic]) -> StcliError:
    """Give the error that a file cannot be edited by a command, as it has errors."""
    first = next(one for one in found if one.place.path == path)
    return StcliError(
        say(
            "{path}:{line}: {message}",
            path=path,
            line=str(first.place.line),
            message=first.message,
        ),
        say("a file with errors is edited by hand; all of them: stcli check {path}", path=path),
    )
