"""The server: messages come in, files are kept as typed, findings go out when nobody waits."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from lsprotocol import types

from stcli import __version__
from stcli.clocks import TIMEZONE
from stcli.errors import StcliError, bug
from stcli.lsp import conversion
from stcli.lsp.desk import Desk
from stcli.lsp.features import register
from stcli.lsp.protocol import Speaker
from stcli.lsp.wire import Inbox, Outbox
from stcli.lsp.workspace import Workspace
from stcli.words import Language, translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from stcli.diagnostics import Diagnostic
    from stcli.lsp.tree import Tree
    from stcli.lsp.wire import Readable, Writable
    from stcli.messages import Message

PAUSE: Final = 0.2
"""Seconds without a message after which the rules are applied: a pause in typing."""

BREATH: Final = 0.005
"""Seconds to wait after a key: an editor asks what may be typed next right after telling of it."""


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for: the only root, the language, and the day in a time zone.

    `language` is that of `--lang`, `locale` that of the environment, where it says one.
    """

    today: Callable[[str], date]
    root: Path | None = None
    language: Language | None = None
    locale: Language | None = None


class Server:
    """One conversation with an editor, in one thread: nothing is shared, so nothing is locked.

    Whatever takes longer than a keystroke may is done in short steps, and only while no message
    waits. Files are read and never written.
    """

    def __init__(self, options: Options, outbox: Outbox) -> None:
        self.outbox = outbox
        self.files = Workspace(self._today, options.root)
        self.desk = Desk(self.files, self.language)
        self.client_locale: Language | None = None
        self.speaker = Speaker(outbox, lambda message: translate(message, self.language()))
        self._options = options
        self._unpublished: dict[str, None] = {}
        self._published: dict[str, tuple[tuple[Diagnostic, ...], str]] = {}
        self._reading = True
        self._quiet = False
        self._troubles: set[str] = set()
        register(self)

    def serve(self, inbox: Inbox) -> int:
        """Answer until the editor leaves; gives the exit status."""
        while not self.outbox.broken:
            body = inbox.next(self.patience)
            if body is None:
                if inbox.ended:
                    break
                self.work()
            elif not self.speaker.protocol.receive(body):
                break
        return 0 if self.speaker.protocol.stopped else 1

    # What handlers say

    def typed(self, uri: str) -> None:
        """Note that a file was opened or changed, and what is wrong with it is to be told."""
        self._unpublished[uri] = None
        self.changed()

    def closed(self, uri: str) -> None:
        """Take a file as it is on disk; of one that belongs to no tree nothing is told any more."""
        opened = self.files.opened(uri)
        self._unpublished.pop(uri, None)
        self.files.close(uri)
        if opened is not None and opened.tree.root is None:
            self._publish(uri, (), None)
        self.changed()

    def changed(self) -> None:
        """Note that something is no longer as the rules found it."""
        self._reading, self._quiet = True, False

    def language(self, tree: Tree | None = None) -> Language:
        """Give the language asked for, else the office's, else that of locale or editor."""
        if self._options.language is not None:
            return self._options.language
        trees = self.files.trees if tree is None else (tree,)
        chosen = next(filter(None, (one.settings.language for one in trees)), None)
        if chosen is not None:
            return Language(chosen)
        return self._options.locale or self.client_locale or Language.ENGLISH

    # What is done while nothing is asked

    @property
    def patience(self) -> float | None:
        """How many seconds to wait for a message before the next step; None with nothing to do."""
        if self._unpublished:
            return BREATH
        if self._reading:
            return 0
        if self.files.examined:
            return None
        return 0 if self._quiet else PAUSE

    def work(self) -> None:
        """Do the next step of what is to be done; one that fails is said, and not tried again."""
        try:
            self._work()
        except Exception as error:  # noqa: BLE001 - turned into a sentence, as of any command
            self._unpublished.clear()
            self._reading = False
            self.files.give_up()
            self._complain(bug(error, __version__))

    def _work(self) -> None:
        if self._unpublished:
            for uri in tuple(self._unpublished):
                self._tell(uri)
        elif self._reading:
            self._reading = self.files.read_some()
            if not self._reading:
                # What was read stays: the collector, off until then, need not walk it at each key.
                gc.freeze()
                gc.enable()
        else:
            self._quiet = True
            if not self.files.examine_some() and self.files.examined:
                self._tell_all()

    def _tell(self, uri: str) -> None:
        self._unpublished.pop(uri, None)
        opened = self.files.opened(uri)
        if opened is not None:
            self._publish(uri, opened.tree.findings(opened.name), (opened.tree, opened.name))

    def _tell_all(self) -> None:
        """Publish the findings of every file for which they are others than before."""
        seen = set()
        for tree, name in self.files.everything():
            uri, text, _ = self.files.file(tree, name)
            found = tree.findings(name)
            seen.add(uri)
            if (found, text.plain) != self._published.get(uri, ((), text.plain)):
                self._publish(uri, found, (tree, name))
        for uri in set(self._published) - seen:
            self._publish(uri, (), None)

    def _publish(
        self, uri: str, found: tuple[Diagnostic, ...], home: tuple[Tree, str] | None
    ) -> None:
        shown, version = [], None
        self._published.pop(uri, None)
        if home is not None:
            tree, name = home
            _, text, version = self.files.file(tree, name)
            language, here = self.language(tree), partial(self.desk.location, tree=tree)
            shown = [conversion.diagnostic(one, text, language, here) for one in found]
            self._published[uri] = found, text.plain
        self.speaker.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, shown, version)
        )

    def _today(self, timezone: str) -> date:
        """Give the day; where the office has set a time zone that is none, say so once."""
        try:
            return self._options.today(timezone)
        except StcliError as error:
            self._complain(error.message)
            return self._options.today(TIMEZONE)

    def _complain(self, message: Message) -> None:
        if str(message) not in self._troubles:
            self._troubles.add(str(message))
            said = translate(message, self.language())
            self.speaker.window_show_message(
                types.ShowMessageParams(types.MessageType.Warning, said)
            )


def serve(options: Options, reading: Readable, writing: Writable) -> int:
    """Talk to an editor over two streams until it leaves; gives the exit status."""
    return Server(options, Outbox(writing)).serve(Inbox(reading))
