"""Changes that an editor asks for: fixes, comments that allow, and ids renamed everywhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from lsprotocol import types

from stcli.lsp import actions, conversion, renaming
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stcli.lsp.desk import Desk
    from stcli.lsp.workspace import Opened

FIX_ALL: Final = f"{types.CodeActionKind.SourceFixAll.value}.stcli"
"""The kind of the action that applies every safe fix of a file."""


class Changes:
    """The methods by which an editor asks for edits; it applies them, and writes the files."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def prepare_rename(
        self, params: types.PrepareRenameParams
    ) -> types.PrepareRenamePlaceholder | None:
        """Give the id that would be renamed; raises StcliError where there is none."""
        asked = self._desk.asked(params)
        if asked is None or asked.spot is None:
            return None
        opened, found = asked.opened, asked.spot
        _, id_ = renaming.renamable(found, opened.name, opened.tree.loaded)
        at = opened.document.text.rfind(id_, found.start, found.end)
        place = (at, at + len(id_)) if at >= 0 else (found.start, found.end)
        return types.PrepareRenamePlaceholder(conversion.range_of(opened.text, *place), id_)

    def rename(self, params: types.RenameParams) -> types.WorkspaceEdit | None:
        """Give the edits that rename a task or an agency; raises StcliError where it cannot."""
        self._desk.files.rescan()
        asked = self._desk.asked(params)
        if asked is None or asked.spot is None:
            return None
        opened, found = asked.opened, asked.spot
        loaded = opened.tree.loaded
        one, _ = renaming.renamable(found, opened.name, loaded)
        return self._desk.edit(renaming.renamed(one, params.new_name, loaded), opened.tree)

    def code_actions(self, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        """Give what can be done about the findings in a range, and about all of a file."""
        opened = self._desk.files.opened(params.text_document.uri)
        if opened is None:
            return None
        return list(self._actions(params, opened))

    def _actions(
        self, params: types.CodeActionParams, opened: Opened
    ) -> Iterator[types.CodeAction]:
        every = opened.tree.findings(opened.name)
        asked = params.context.only
        language = self._desk.language_of(opened.tree)
        if _asked_for(types.CodeActionKind.QuickFix.value, asked):
            first, last = conversion.stretch(params.range)
            start, end = opened.text.offset(first), opened.text.offset(last)
            here = [one for one in every if one.place.start <= end and one.place.end >= start]
            location = partial(self._desk.location, tree=opened.tree)
            for one in (*actions.fixes(here), *actions.allowing(here, opened.document)):
                yield types.CodeAction(
                    title=translate(one.title, language),
                    kind=types.CodeActionKind.QuickFix,
                    diagnostics=[
                        conversion.diagnostic(one.finding, opened.text, language, location)
                    ],
                    is_preferred=True if one.safe else None,
                    edit=self._desk.edit({opened.name: one.edits}, opened.tree),
                )
        edits = actions.all_fixes(every) if _asked_for(FIX_ALL, asked) else ()
        if edits:
            yield types.CodeAction(
                title=translate(actions.FIX_ALL, language),
                kind=FIX_ALL,
                edit=self._desk.edit({opened.name: edits}, opened.tree),
            )


def _asked_for(kind: str, only: Iterable[types.CodeActionKind | str] | None) -> bool:
    """Tell whether actions of a kind are asked for, by its name or by the start of it."""
    if only is None:
        return True
    wanted = [str(getattr(one, "value", one)) for one in only]
    return any(kind == one or kind.startswith(f"{one}.") or not one for one in wanted)
