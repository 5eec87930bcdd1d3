"""The files below one root as an editor has them: open ones as typed, the others as on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli import files
from stcli.documents import reader
from stcli.examine import examining, findings
from stcli.load import Part, join, part
from stcli.lsp.moving import moved
from stcli.model import Tracker
from stcli.rules.catalogue import RULES
from stcli.settings import Settings
from stcli.sources import AGENCIES, SETTINGS, Source, read
from stcli.views.tasks import task_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from stcli.diagnostics import Diagnostic
    from stcli.documents.document import Document
    from stcli.load import Loaded
    from stcli.references import References


class Tree:
    """Files by their names below a root; each change costs the reading of the file changed.

    A tree without a root holds a single file that belongs to none: no rules are applied to it.
    `today` gives the day in a time zone.
    """

    def __init__(self, root: Path | None, today: Callable[[str], date]) -> None:
        self.root = root
        self._today = today
        self._parts: dict[str, Part] = {}
        self._sound: dict[str, Document] = {}
        self._open: set[str] = set()
        self._unread: Iterator[Source] = files.sources(root.resolve()) if root else iter(())
        self._all_read = root is None
        self._loaded: Loaded | None = None
        self._steps: Generator[None, None, tuple[Diagnostic, ...]] | None = None
        self._of_rules: dict[str, tuple[tuple[Diagnostic, ...], str]] = {}
        self.examined = root is None

    # Reading

    def read_some(self) -> bool:
        """Read the next file from disk; False when all have been."""
        source = None if self._all_read else next(self._unread, None)
        if source is None:
            self._all_read = True
            return False
        if source.path not in self._open:
            self._put(read(source))
        return True

    def type(self, name: str, content: bytes) -> None:
        """Take the text of an open file."""
        self._open.add(name)
        self._put(read(Source(name, content)))

    def close(self, name: str) -> None:
        """Take a file that was open as it is on disk again."""
        self._open.discard(name)
        self.reread([name])

    def reread(self, names: Iterable[str]) -> None:
        """Read files anew from disk, and forget those that are gone; open ones stay as typed."""
        if self.root is None:
            return
        self._read_all()
        for name in names:
            if name not in self._open:
                self._reread(name, self.root)

    def rescan(self) -> None:
        """Read from disk what has changed, come or gone, wherever it is; open files stay."""
        if self.root is None:
            return
        self._read_all()
        gone = set(self._parts) - self._open
        for source in files.sources(self.root.resolve()):
            gone.discard(source.path)
            if source.path not in self._open:
                self._put_unless_same(source)
        for name in gone:
            self._forget(name)

    def _reread(self, name: str, root: Path) -> None:
        path = root / name
        if path.is_symlink() or path.exists():
            self._put_unless_same(files.source(root.resolve(), name))
        else:
            self._forget(name)

    def _put_unless_same(self, source: Source) -> None:
        known = self._parts.get(source.path)
        if (
            known is None
            or known.document.data is None
            or source.content != known.document.text.encode()
        ):
            self._put(read(source))

    def _put(self, document: Document) -> None:
        self._parts[document.path] = part(document)
        if document.data is not None:
            self._sound[document.path] = document
        self._changed()

    def _forget(self, name: str) -> None:
        if self._parts.pop(name, None) is not None:
            self._sound.pop(name, None)
            self._changed()

    def _changed(self) -> None:
        self._loaded = None
        if self._steps is not None:
            self._steps.close()
            self._steps = None
        self.examined = self.root is None

    def _read_all(self) -> None:
        while self.read_some():
            pass

    # Asking

    @property
    def loaded(self) -> Loaded:
        """Everything below the root, as it is now."""
        if self._loaded is None:
            self._read_all()
            self._loaded = join(self._parts.values())
        return self._loaded

    @property
    def settings(self) -> Settings:
        """What the office has chosen, known before all files have been read."""
        if not self._parts:
            self.read_some()
        one = self._parts.get(SETTINGS)
        return (one and one.settings) or Settings()

    @property
    def day(self) -> date:
        """The day it is on the office's clock."""
        return self._today(self.settings.timezone)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all files."""
        return tuple(self._parts)

    @property
    def references(self) -> References:
        """The directives by their names."""
        return self.loaded.references

    @property
    def agencies(self) -> Document:
        """The file of the agencies."""
        return self.document(AGENCIES)

    def document(self, path: str) -> Document:
        """Give one file as it was when it last could be read, for what is proposed of it."""
        self._read_all()
        return self._sound.get(path) or reader.parse(path, "")

    def documents(self) -> Iterable[Document]:
        """Give all files, as they were when they last could be read."""
        self._read_all()
        return self._sound.values()

    def task_names(self, path: str) -> Iterator[str]:
        """Give the references of the tasks of one file with all their periods and members."""
        loaded, day = self.loaded, self.day
        tracker = loaded.tracker
        own = tuple(one for one in tracker.directives if one.path == path)
        for expand in (False, True):
            for row in task_rows(
                Tracker(own, tracker.listed), loaded.references, loaded.settings, day, expand=expand
            ):
                yield row.reference

    def current(self, name: str) -> Document | None:
        """Give one file as it is, be it broken."""
        found = self._parts.get(name)
        return found.document if found else None

    # Findings

    def examine_some(self) -> bool:
        """Apply the next rule; False when all have been applied to everything as it is now."""
        if self.examined:
            return False
        if self._steps is None:
            self._steps = examining(self.loaded, self.day)
        try:
            next(self._steps)
        except StopIteration as end:
            self._keep(end.value)
            return False
        return True

    def give_up(self) -> None:
        """Examine no further, where that cannot be done, until something changes."""
        self._steps, self.examined = None, True

    def _keep(self, found: Iterable[Diagnostic]) -> None:
        by_name: dict[str, list[Diagnostic]] = {}
        for one in found:
            if RULES[one.rule].check is not None or one.rule == "unused-allowance":
                by_name.setdefault(one.place.path, []).append(one)
        self._of_rules = {
            name: (tuple(some), self._parts[name].document.text) for name, some in by_name.items()
        }
        self._steps, self.examined = None, True

    def findings(self, name: str) -> tuple[Diagnostic, ...]:
        """Give what is wrong with one file: of the rules, what they found when last applied.

        Those findings move with the text around them; what was about a changed text is dropped.
        """
        one = self._parts.get(name)
        if one is None:
            return ()
        own = findings(one, self.settings)
        of_rules, text = self._of_rules.get(name, ((), ""))
        return tuple(sorted((*own, *moved(of_rules, text, one.document)), key=lambda f: f.order))
