"""Questions of an editor that change nothing: what may be typed, what stands where, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from stcli.lsp import conversion, explaining, naming, outline, proposals

if TYPE_CHECKING:
    from stcli.documents.data import Route
    from stcli.lsp.desk import Desk


class Questions:
    """The methods by which an editor asks about files, answered at a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def completion(self, params: types.CompletionParams) -> types.CompletionList | None:
        """Give what may be typed next."""
        typed = self._desk.files.typed(params.text_document.uri)
        if typed is None:
            return None
        tree, name, text = typed
        offset = text.offset(conversion.position(params.position))
        found = proposals.proposals(text.plain, offset, name, tree)
        return conversion.completion(found, text, self._desk.language_of(tree))

    def hover(self, params: types.HoverParams) -> types.Hover | None:
        """Say what stands at a position, and which rules are broken there."""
        asked = self._desk.asked(params)
        if asked is None:
            return None
        opened, offset, found = asked
        here = [
            one
            for one in opened.tree.findings(opened.name)
            if one.place.start <= offset <= one.place.end
        ]
        shown = [
            *explaining.pages(found, opened.document, opened.tree),
            *explaining.rule_pages(here, opened.tree),
        ]
        if not shown:
            return None
        plain = self._desk.wants_plain_text
        language = self._desk.language_of(opened.tree)
        kind = types.MarkupKind.PlainText if plain else types.MarkupKind.Markdown
        content = types.MarkupContent(kind, explaining.drawn(shown, language, plain=plain))
        place = (found.start, found.end) if found else (here[0].place.start, here[0].place.end)
        return types.Hover(content, conversion.range_of(opened.text, *place))

    def definition(self, params: types.DefinitionParams) -> list[types.Location]:
        """Give where what stands at a position is defined."""
        asked = self._desk.asked(params)
        if asked is None or asked.spot is None:
            return []
        opened, found = asked.opened, asked.spot
        loaded = opened.tree.loaded
        values = (
            value
            for one in naming.named(found, opened.name, loaded)
            for value in naming.definition(one, loaded)
        )
        return list(self._desk.locations(values, opened.tree))

    def references(self, params: types.ReferenceParams) -> list[types.Location]:
        """Give where what stands at a position is named."""
        asked = self._desk.asked(params)
        if asked is None or asked.spot is None:
            return []
        opened, found = asked.opened, asked.spot
        loaded = opened.tree.loaded
        values: list[tuple[str, Route]] = []
        for one in naming.named(found, opened.name, loaded):
            if params.context.include_declaration:
                values += naming.definition(one, loaded)
            values += naming.uses(one, loaded)
        return list(self._desk.locations(values, opened.tree))

    def document_symbols(
        self, params: types.DocumentSymbolParams
    ) -> list[types.DocumentSymbol] | None:
        """Give the tasks of a directive, or the agencies of their file."""
        opened = self._desk.files.opened(params.text_document.uri)
        if opened is None:
            return None
        return [conversion.symbol(one, opened.text) for one in outline.outline(opened.document)]

    def workspace_symbols(self, params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
        """Give directives, tasks and agencies by a part of a name."""
        return [
            types.WorkspaceSymbol(location, one.name, conversion.symbol_kind(one.kind))
            for tree in self._desk.files.trees
            for one in outline.search(params.query, tree.loaded)
            for location in self._desk.locations([(one.path, one.route)], tree)
        ]
