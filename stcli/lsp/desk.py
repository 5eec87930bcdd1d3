"""What all answers need: the files, what the editor can do, and places as it counts them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types

from stcli.lsp import conversion
from stcli.lsp.spots import spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Protocol

    from stcli.diagnostics import Edit, Place
    from stcli.documents.data import Route
    from stcli.lsp.spots import Spot
    from stcli.lsp.tree import Tree
    from stcli.lsp.workspace import Opened, Workspace
    from stcli.words import Language

    class Positioned(Protocol):
        """A question about a position of a file."""

        @property
        def text_document(self) -> types.TextDocumentIdentifier:
            """The file."""

        @property
        def position(self) -> types.Position:
            """The position."""


class Asked(NamedTuple):
    """An open file, the offset asked about, and the value that stands there."""

    opened: Opened
    offset: int
    spot: Spot | None


class Desk:
    """Where questions of an editor are answered from.

    `language_of` gives the language of a tree's office. `client` is what the editor can do.
    """

    def __init__(self, files: Workspace, language_of: Callable[[Tree], Language]) -> None:
        self.files = files
        self.language_of = language_of
        self.client = types.ClientCapabilities()

    @property
    def wants_plain_text(self) -> bool:
        """Whether the editor cannot show Markdown beside a position."""
        document = self.client.text_document
        formats = document.hover.content_format if document and document.hover else None
        return bool(formats) and types.MarkupKind.Markdown not in (formats or ())

    def asked(self, params: Positioned) -> Asked | None:
        """Give what a question is about; None for a file that is none of ours."""
        opened = self.files.opened(params.text_document.uri)
        if opened is None:
            return None
        offset = opened.text.offset(conversion.position(params.position))
        return Asked(opened, offset, spot(opened.document, offset))

    def location(self, place: Place, tree: Tree) -> types.Location:
        """Give a place in a file of a tree."""
        uri, text, _ = self.files.file(tree, place.path)
        return types.Location(uri, conversion.range_of(text, place.start, place.end))

    def locations(
        self, values: Iterable[tuple[str, Route]], tree: Tree
    ) -> Iterator[types.Location]:
        """Give where values of a tree stand."""
        for path, route in values:
            document = tree.current(path)
            if document is not None:
                yield self.location(replace(document.place(route), path=path), tree)

    def edit(self, edits: Mapping[str, Iterable[Edit]], tree: Tree) -> types.WorkspaceEdit:
        """Give edits of files, each for the version that they were made for."""
        files = [(*self.files.file(tree, name), some) for name, some in edits.items()]
        workspace = self.client.workspace
        versioned = workspace and workspace.workspace_edit
        if versioned and versioned.document_changes:
            return types.WorkspaceEdit(
                document_changes=[
                    types.TextDocumentEdit(
                        types.OptionalVersionedTextDocumentIdentifier(uri, version),
                        conversion.edits(some, text),
                    )
                    for uri, text, version, some in files
                ]
            )
        return types.WorkspaceEdit(
            changes={uri: conversion.edits(some, text) for uri, text, _, some in files}
        )
