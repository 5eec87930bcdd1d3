"""One run of a command: the root, the day, the language and the style; the files read once."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

from stcli.cli import terminal
from stcli.days import plain_day
from stcli.errors import StcliError
from stcli.messages import say
from stcli.words import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path
    from types import SimpleNamespace
    from typing import Self, TextIO

    import typer

    from stcli.cli.memory import Memory
    from stcli.cli.options import Shared
    from stcli.cli.progress import Progress, Unseen
    from stcli.diagnostics import Diagnostic
    from stcli.index.about import About
    from stcli.index.consulting import Recollection
    from stcli.load import Loaded
    from stcli.render.style import Style
    from stcli.settings import Settings
    from stcli.skimming import Asked, Known
    from stcli.sources import Reading, Stock

INCOMPLETE = 3
"""Exit status of an answer that lacks files which could not be read."""


class Session:
    """What a command needs from outside; each part is found when it is first asked for."""

    def __init__(self, context: typer.Context | SimpleNamespace) -> None:
        self._shared: Shared = context.obj
        self.memory: Memory | None = None

    @cached_property
    def root(self) -> Path:
        """The folder that holds `directives/`."""
        from pathlib import Path

        return Path(self._root)

    @cached_property
    def _root(self) -> str:
        """The path of the root, for an answer from the index: `pathlib` is not loaded for it."""
        from stcli import files

        if self._shared.root is not None:
            return files.check_root(self._shared.root)
        try:
            here = os.getcwd()
        except OSError:
            raise StcliError(say("the folder this runs in is gone")) from None
        return files.find_root(here)

    def recall(self) -> Self:
        """Let the index serve, one made anew where there is none; else begin to read."""
        return self if self.may_recall and self.recall_only() else self.begin()

    @property
    def may_recall(self) -> bool:
        """Whether the index may serve, if there is one."""
        return not (self._shared.no_cache or self.revision_asked)

    def recall_only(self, *, ahead: bool = False) -> bool:
        """Tell whether an index serves, and read nothing but for making it.

        `ahead` lets it serve before it is known whether the files are still the same.
        """
        from stcli.cli.memory import Memory

        self.memory = Memory(self._root, self._follow, ahead=ahead)
        return self.memory.serves or self.memory.gather()

    def begin(self) -> Self:
        """Let other processes start reading, while this one imports what it needs next."""
        _ = self._reading
        return self

    @cached_property
    def _reading(self) -> Reading[Any]:
        from stcli.sources import Reading
        from stcli.workers import processors

        return Reading(self.stock, processors())

    @cached_property
    def revision(self) -> str:
        """The commit asked for with `--rev`; a StcliError where there is none."""
        from stcli import history

        return history.commit(self.root, str(self._shared.rev))

    @cached_property
    def loaded(self) -> Loaded:
        """Everything below the root; from the index without the documents."""
        if self.memory is not None:
            known = self.memory.ask(lambda index: index.loaded())
            if known is not None:
                return known
        reading = self._reading
        from stcli.load import assemble

        with self._follow() as line:
            return assemble(reading.documents(line.told))

    @cached_property
    def stock(self) -> Stock[Any]:
        """Everything below the root, to be read."""
        if self.revision_asked:
            from stcli import history

            return history.stock(self.root, self.revision)
        from stcli import files

        return files.stock(self.root)

    def skimmed(
        self,
        stock: Stock[Any],
        day: date,
        asked: Asked,
        *,
        offices: Stock[Any] | None = None,
        known: Known | None = None,
    ) -> Loaded:
        """Everything in a stock, for `examine`: in outline where that does.

        The files of the office are taken from another stock where one is named.
        """
        from dataclasses import replace

        from stcli.load import load
        from stcli.skimming import Circumstances, skim
        from stcli.sources import OF_THE_OFFICE
        from stcli.workers import processors

        office = replace(load((offices or stock).those(OF_THE_OFFICE)), settings=self.settings)
        given = Circumstances(office, day, asked)
        with self._follow() as line:
            return skim(stock, given, processors(), line.told, known)

    def narrow(self, question: Callable[[Recollection], Loaded | None]) -> None:
        """Let `loaded` be only what a question needs, where the index can tell what that is.

        What is wrong with the question is said where everything is looked at.
        """
        if self.memory is not None:
            with suppress(StcliError):
                some = self.memory.ask(question)
                if some is not None:
                    self.loaded = some

    def _follow(self) -> Progress | Unseen:
        """Give the line that tells how far reading is."""
        from stcli.cli.progress import follow

        return follow(self._language_meanwhile, quiet=self.quiet)

    def _language_meanwhile(self) -> Language:
        """Give the language as far as it is known while files are being read."""
        from stcli.sources import SETTINGS

        asked = self._shared.lang
        if asked is None and not self.revision_asked:
            asked = self._alone(SETTINGS).settings.language
        known = asked in set(Language)
        return Language(asked) if asked and known else terminal.locale_language(os.environ)

    @cached_property
    def day(self) -> date:
        """The day asked about: `--as-of`, else today on the office's clock."""
        return self.today if self._shared.as_of is None else asked_day(self._shared.as_of)

    @cached_property
    def today(self) -> date:
        """The day it is on the office's clock, never the machine's."""
        known = self._known
        return terminal.today(known.timezone if known else self.settings.timezone)

    @cached_property
    def language(self) -> Language:
        """The language asked for, else the office's, else that of the locale."""
        asked = self._shared.lang
        if asked is not None and asked not in set(Language):
            raise StcliError(say("--lang takes en or vi, not `{asked}`", asked=asked))
        known = self._known
        chosen = asked or (known.language if known else self.settings.language)
        return Language(chosen) if chosen else terminal.locale_language(os.environ)

    @cached_property
    def settings(self) -> Settings:
        """The office's settings; outside any tree the defaults, with the calendar shipped.

        They stand in two files, so that a command which needs no more reads no more.
        """
        from stcli.sources import CALENDAR, SETTINGS

        if self.memory is not None or "loaded" in vars(self):
            return self.loaded.settings
        if self.revision_asked:
            from stcli.load import load

            return load(self.stock.those((SETTINGS, CALENDAR))).settings
        return self._alone(SETTINGS, CALENDAR).settings

    @cached_property
    def agencies(self) -> Loaded:
        """The file of the agencies without the others; outside any tree nothing."""
        from stcli.load import load
        from stcli.sources import AGENCIES

        if self.revision_asked:
            return load(self.stock.those((AGENCIES,)))
        return self._alone(AGENCIES)

    def _alone(self, *names: str) -> Loaded:
        """Read some files of those on disk; outside any tree nothing, with the calendar shipped."""
        from stcli import files
        from stcli.load import assemble
        from stcli.sources import read

        try:
            root = self.root
        except StcliError:
            if self._shared.root is not None:
                raise
            return assemble(())
        return assemble(map(read, files.named(root, names)))

    @property
    def _known(self) -> About | None:
        """What the index knows of the office's choices."""
        return None if self.memory is None or "loaded" in vars(self) else self.memory.about

    @property
    def revision_asked(self) -> bool:
        """Whether the files are to be those of a git revision, not those on disk."""
        return self._shared.rev is not None

    def line(self, command: str) -> str:
        """Give the line that runs a command on the same files, from the folder this runs in."""
        from pathlib import Path

        from stcli import files
        from stcli.render.sinks import bash_text

        with suppress(StcliError, OSError):
            if Path(files.find_root(os.getcwd())).resolve() == self.root.resolve():
                return f"stcli {command}"
        root = self.root
        with suppress(ValueError, OSError):
            root = root.relative_to(Path.cwd())
        return f"stcli -C {bash_text(str(root), '')} {command}"

    @property
    def quiet(self) -> bool:
        """Whether hints and summaries are unwanted."""
        return bool(self._shared.quiet)

    @property
    def pager(self) -> bool | None:
        """Whether long answers on a terminal are to go through a pager, if that was said."""
        return self._shared.pager

    def format(self, known: tuple[str, ...]) -> str:
        """Give the format asked for, one of those a command knows; the first is its default."""
        return checked_format(self.formats(known)[-1], known)

    @property
    def format_asked(self) -> str:
        """The format asked for, whether or not there is such a one."""
        return self.formats(("table",))[-1]

    def formats(self, known: tuple[str, ...]) -> tuple[str, ...]:
        """Give all that was said about formats, as it was said; else the default of a command."""
        return self._shared.format or known[:1]

    @property
    def output_file(self) -> str | None:
        """The file named by `--output`; None for standard output."""
        return None if self._shared.output == "-" else self._shared.output

    def style(self, stream: TextIO) -> Style:
        """Give the width, colour and language for drawing on a stream."""
        from stcli.render.style import Style

        return Style(
            width=terminal.width(stream, os.environ),
            color=terminal.wants_color(self._shared.color, stream, os.environ),
            language=self.language,
        )

    @contextmanager
    def output(self) -> Iterator[TextIO]:
        """Give the stream for the answer: the file of `--output`, else standard output."""
        if self.output_file is None:
            yield sys.stdout
            return
        from pathlib import Path

        path = self.answer_file(Path(self.output_file))
        try:
            with path.open("w", encoding="utf-8", newline="\n") as stream:
                yield stream
        except OSError as error:
            raise terminal.unwritten(path, error) from None

    def answer_file(self, path: Path) -> Path:
        """Give a file that an answer is written to; a StcliError where it is one that is read."""
        from stcli.sources import ENDINGS, FOLDER, SETTINGS

        is_read = False
        with suppress(StcliError, OSError):
            root, file = self.root.resolve(), path.resolve()
            inside = file.is_relative_to(root / FOLDER) and file.name.lower().endswith(ENDINGS)
            is_read = inside or file == root / SETTINGS
        if is_read:
            raise StcliError(
                say("{path} is one of the files that are read", path=str(path)),
                say("write the answer to another file"),
            )
        return path

    @property
    def _diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings of reading and format."""
        found = None
        if self.memory is not None and "loaded" not in vars(self):
            found = self.memory.ask(lambda index: index.diagnostics())
        return self.loaded.diagnostics if found is None else found

    @property
    def invalid(self) -> tuple[str, ...]:
        """The files that could not be read whole, of which the answer lacks the tasks."""
        found = None
        if self.memory is not None and "loaded" not in vars(self):
            found = self.memory.ask(lambda index: index.kept.invalid)
        return self.loaded.invalid if found is None else found

    def finish(self, read: Loaded | None = None) -> None:
        """Name the files that could not be read, and end with the status that says so.

        `read` is what the answer is made of, where that is not everything.
        """
        if not self.complete(read):
            import typer

            raise typer.Exit(INCOMPLETE)

    def complete(self, read: Loaded | None = None) -> bool:
        """Name the files that could not be read, and tell whether there were none.

        This is the end of an answer, after which the index is brought up to date.
        """
        invalid = self.invalid if read is None else read.invalid
        if invalid:
            from stcli.render.incomplete import draw

            found = self._diagnostics if read is None else read.diagnostics
            sys.stdout.flush()
            draw(invalid, found, self.style(sys.stderr), sys.stderr)
        if self.memory is not None:
            sys.stdout.flush()
            self.memory.keep()
        return not invalid


def asked_day(text: str) -> date:
    """Give the day that an option names, or raise StcliError with what it means instead."""
    found = plain_day(text.strip())
    if found is not None:
        return found
    from stcli.deadlines import DeadlineProblem, parse_day

    try:
        return parse_day(text.strip())
    except DeadlineProblem as problem:
        raise StcliError(problem.message, problem.help) from None


def checked_format(asked: str, known: tuple[str, ...]) -> str:
    """Give a format that a command knows, or raise StcliError with those it knows."""
    if asked not in known:
        raise StcliError(
            say("there is no format `{asked}` here", asked=asked),
            say("the formats are: {known}", known=", ".join(known)),
        )
    return asked
