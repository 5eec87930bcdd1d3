"""Values of the program as those of the protocol, every text fit for an editor to show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lsprotocol import types

from stcli.diagnostics import Severity
from stcli.lsp.outline import Kind
from stcli.lsp.positions import Position, Stretch
from stcli.messages import Message
from stcli.render.sinks import terminal_lines, terminal_text
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from stcli.diagnostics import Diagnostic, Edit, Place
    from stcli.lsp.outline import Part
    from stcli.lsp.positions import Text
    from stcli.lsp.proposals import Proposals
    from stcli.words import Language

_SEVERITIES: Final = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.OFF: types.DiagnosticSeverity.Hint,
}
_KINDS: Final = {
    Kind.DIRECTIVE: types.SymbolKind.File,
    Kind.TASK: types.SymbolKind.Event,
    Kind.AGENCY: types.SymbolKind.Class,
}
_LONGEST_ABOUT: Final = 120


def stretch(given: types.Range) -> Stretch:
    """Give a range of the protocol."""
    return Stretch(position(given.start), position(given.end))


def position(given: types.Position) -> Position:
    """Give a position of the protocol."""
    return Position(given.line, given.character)


def range_of(text: Text, start: int, end: int) -> types.Range:
    """Give the range of two offsets."""
    first, last = text.stretch(start, end)
    return types.Range(types.Position(*first), types.Position(*last))


def symbol_kind(kind: Kind) -> types.SymbolKind:
    """Give what the protocol calls a part of a file."""
    return _KINDS[kind]


def diagnostic(
    one: Diagnostic,
    text: Text,
    language: Language,
    location: Callable[[Place], types.Location],
) -> types.Diagnostic:
    """Give a finding: what is wrong and what to do about it, with the rule as its code."""
    said = [one.message] if one.help is None else [one.message, one.help]
    unneeded = one.rule == "unused-allowance"
    return types.Diagnostic(
        range=range_of(text, one.place.start, one.place.end),
        message="\n".join(terminal_lines(translate(each, language)) for each in said),
        severity=_SEVERITIES[one.severity],
        code=one.rule,
        source="stcli",
        tags=[types.DiagnosticTag.Unnecessary] if unneeded else None,
        related_information=[
            types.DiagnosticRelatedInformation(
                location(each.place), terminal_lines(translate(each.message, language))
            )
            for each in one.related
        ]
        or None,
    )


def edits(some: Iterable[Edit], text: Text) -> list[types.TextEdit]:
    """Give edits of a file."""
    return [types.TextEdit(range_of(text, one.start, one.end), one.text) for one in some]


def completion(found: Proposals, text: Text, language: Language) -> types.CompletionList:
    """Give what may be typed, in the order in which it is to be shown."""
    place = range_of(text, found.start, found.end)
    items = []
    for number, one in enumerate(found.found):
        said = translate(one.about, language) if isinstance(one.about, Message) else one.about
        about = terminal_text(said[:_LONGEST_ABOUT])
        kind = types.CompletionItemKind.Value
        items.append(
            types.CompletionItem(
                label=terminal_text(one.word),
                kind=types.CompletionItemKind.Property if one.is_key else kind,
                detail=about if about != one.word else None,
                sort_text=f"{number:04}",
                filter_text=one.sought,
                text_edit=types.TextEdit(place, one.text),
            )
        )
    return types.CompletionList(is_incomplete=not found.whole, items=items)


def symbol(part: Part, text: Text) -> types.DocumentSymbol:
    """Give a part of a file with the parts in it."""
    return types.DocumentSymbol(
        name=terminal_text(part.name) or "-",
        detail=terminal_text(part.about[:_LONGEST_ABOUT]),
        kind=_KINDS[part.kind],
        range=range_of(text, part.start, part.end),
        selection_range=range_of(text, part.name_start, part.name_end),
        children=[symbol(one, text) for one in part.parts],
    )
