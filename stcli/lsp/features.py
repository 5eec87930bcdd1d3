"""The methods of the protocol, and the conversation: what is opened, typed, saved and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lsprotocol import types

from stcli.lsp import conversion
from stcli.lsp.addresses import path_of
from stcli.lsp.changes import FIX_ALL, Changes
from stcli.lsp.positions import Encoding
from stcli.lsp.questions import Questions
from stcli.words import Language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stcli.lsp.server import Server

_TRIGGERS: Final = (" ", ":", "#", "@", "-", "[", "{", ",", '"')
_WATCHED: Final = "**/*.{yaml,yml}"


def register(server: Server) -> None:
    """Let a server answer everything that is written here."""
    conversation = Conversation(server)
    questions, changes = Questions(server.desk), Changes(server.desk)
    answer = server.speaker.answer
    answer(types.INITIALIZE, conversation.initialize)
    answer(types.INITIALIZED, conversation.initialized)
    answer(types.TEXT_DOCUMENT_DID_OPEN, conversation.did_open)
    answer(types.TEXT_DOCUMENT_DID_CHANGE, conversation.did_change)
    answer(types.TEXT_DOCUMENT_DID_CLOSE, conversation.did_close)
    answer(types.TEXT_DOCUMENT_DID_SAVE, conversation.did_save)
    answer(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, conversation.did_change_files)
    answer(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, conversation.did_change_folders)
    answer(types.TEXT_DOCUMENT_HOVER, questions.hover)
    answer(types.TEXT_DOCUMENT_DEFINITION, questions.definition)
    answer(types.TEXT_DOCUMENT_REFERENCES, questions.references)
    answer(types.TEXT_DOCUMENT_PREPARE_RENAME, changes.prepare_rename)
    answer(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, questions.document_symbols)
    answer(types.WORKSPACE_SYMBOL, questions.workspace_symbols)
    answer(
        types.TEXT_DOCUMENT_COMPLETION,
        questions.completion,
        types.CompletionOptions(trigger_characters=list(_TRIGGERS)),
    )
    answer(types.TEXT_DOCUMENT_RENAME, changes.rename, types.RenameOptions(prepare_provider=True))
    kinds = [types.CodeActionKind.QuickFix, FIX_ALL]
    answer(
        types.TEXT_DOCUMENT_CODE_ACTION,
        changes.code_actions,
        types.CodeActionOptions(code_action_kinds=kinds),
    )


class Conversation:
    """What the editor tells of itself and of files."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._files = server.files

    # The conversation

    def initialize(self, params: types.InitializeParams) -> None:
        """Take what the editor is and where it was started."""
        self._server.desk.client = params.capabilities
        self._files.encoding = Encoding(
            self._server.speaker.workspace.position_encoding or "utf-16"
        )
        if params.locale:
            vietnamese = params.locale.lower().startswith("vi")
            found = Language.VIETNAMESE if vietnamese else Language.ENGLISH
            self._server.client_locale = found
        folders = [one.uri for one in params.workspace_folders or ()]
        self._add_folders(folders or [params.root_uri or ""])

    def initialized(self, _: types.InitializedParams) -> None:
        """Ask to be told of files that others write, where the editor can."""
        workspace = self._server.desk.client.workspace
        watching = workspace and workspace.did_change_watched_files
        if watching and watching.dynamic_registration:
            options = types.DidChangeWatchedFilesRegistrationOptions(
                [types.FileSystemWatcher(glob_pattern=_WATCHED)]
            )
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            self._server.speaker.client_register_capability(
                types.RegistrationParams([types.Registration("files", method, options)])
            )

    def did_change_folders(self, params: types.DidChangeWorkspaceFoldersParams) -> None:
        """Take folders that were added; what was read of others is kept."""
        self._add_folders([one.uri for one in params.event.added])

    def _add_folders(self, uris: Iterable[str]) -> None:
        for path in map(path_of, uris):
            if path is not None:
                self._files.add_folder(path)
        self._server.changed()

    # Files

    def did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Take a file as it was opened."""
        one = params.text_document
        self._files.open(one.uri, one.text, one.version)
        self._server.typed(one.uri)

    def did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take what was typed."""
        changes = [
            (conversion.stretch(one.range), one.text)
            if isinstance(one, types.TextDocumentContentChangePartial)
            else (None, one.text)
            for one in params.content_changes
        ]
        self._files.change(params.text_document.uri, changes, params.text_document.version)
        self._server.typed(params.text_document.uri)

    def did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Take a file as it is on disk again."""
        self._server.closed(params.text_document.uri)

    def did_save(self, params: types.DidSaveTextDocumentParams) -> None:
        """Read a file that was saved, where it is not open."""
        self._files.files_changed([params.text_document.uri])
        self._server.changed()

    def did_change_files(self, params: types.DidChangeWatchedFilesParams) -> None:
        """Read files that somebody else wrote, or that are gone."""
        self._files.files_changed([one.uri for one in params.changes])
        self._server.changed()
