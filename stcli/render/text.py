"""Pages for pipes, files and logs: whole, aligned, one row a line, without colour."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple, TypeVar, assert_never, cast

from stcli.render.cells import cell_text, cell_texts, repeated
from stcli.render.page import Fields, Heading, Paragraph, Table, Tally
from stcli.render.sentences import apart, field_lines, filled, incomplete, paragraph, sentence
from stcli.render.sinks import safe_line, terminal_text, terminal_texts
from stcli.render.width import pad, width
from stcli.words import translate
from stcli.workers import Work, processors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TextIO, TypeAlias

    from stcli.render.page import Cell, Column, Page
    from stcli.render.style import Style
    from stcli.words import Language

    Sentences: TypeAlias = Tally | Heading | Paragraph | Fields
    """The blocks that are no tables."""

    _Filled: TypeAlias = tuple[str, Callable[[slice], Iterable[str]]]
    """The title of a column, and what gives the texts of a span of its rows."""

_GAP = "  "
_AT_ONCE = 1 << 11
"""Rows written at once: few enough that hardly any memory is needed that is not at hand."""

_WORTH_SHARING = 1 << 15
"""Rows of which the drawing takes several times as long as to start another process."""

Text = TypeVar("Text", str, bytes)


class _Rows(NamedTuple):
    """The rows of a table: how many there are, and what gives the lines of a span of them."""

    size: int
    lines: Callable[[slice], Iterator[str]]


def draw(page: Page, style: Style, stream: TextIO) -> None:
    """Write a page to a stream; the width and the colour of the style do not matter."""
    stream.writelines(_drawn(page, style.language, _as_it_is))


def encoded(page: Page, style: Style, encode: Callable[[str], bytes]) -> Iterator[bytes]:
    """Give the same as bytes, some lines at a time, for who holds them back for now."""
    return _drawn(page, style.language, encode)


def _as_it_is(text: str) -> str:
    return text


def _drawn(page: Page, language: Language, give: Callable[[str], Text]) -> Iterator[Text]:
    """Give the lines of a page, some at a time, as one text each."""
    for part in _parts(page, language):
        if isinstance(part, _Rows):
            yield from _shared(part, give)
        else:
            yield give(_finished(part))


def _shared(rows: _Rows, give: Callable[[str], Text]) -> Iterator[Text]:
    """Give the lines of rows, some at a time; of very many, several processes make them."""

    def made(places: Sequence[int]) -> Text:
        return give(_finished(rows.lines(slice(places[0], places[-1] + 1))))

    places = range(rows.size)
    if rows.size < _WORTH_SHARING:
        return (made(places[start : start + _AT_ONCE]) for start in places[::_AT_ONCE])
    work = Work(made, places, processors(), chunk=_AT_ONCE)
    return cast("Iterator[Text]", work.in_order())


def _finished(lines: Iterable[str]) -> str:
    """Give lines as one text, without spaces where they end."""
    some = tuple(lines)
    text = "\n".join((*some, ""))
    if any(map(str.endswith, some, repeat(" "))):
        text = "\n".join((*map(str.rstrip, some), ""))
    if ":" in text and "::" in text:  # one sign alone is looked for ten times as fast
        text = "\n".join(map(safe_line, text.split("\n")))
    return text


def _parts(page: Page, language: Language) -> Iterator[Iterable[str] | _Rows]:
    """Give the lines of each block; those of a table are made as they are asked for."""
    for position, block in enumerate(page.blocks):
        if apart(page.blocks, position):
            yield ("",)
        if isinstance(block, Table):
            yield from _table(block, language)
        else:
            yield _block(block, language)
        if position == 0 and page.incomplete:
            yield (translate(incomplete(page.incomplete), language),)


def _block(block: Sentences, language: Language) -> Iterable[str]:
    match block:
        case Tally():
            return (sentence(block, language),)
        case Heading(text, more):
            title = terminal_text(cell_text(text, language))
            return (title, terminal_text(more)) if more else (title,)
        case Paragraph(text):
            return map(terminal_text, paragraph(text, language))
        case Fields():
            return _fields(block, language)
    assert_never(block)


def _fields(fields: Fields, language: Language) -> Iterator[str]:
    shown = filled(fields, language)
    names = max((width(name) for name, _ in shown), default=0)
    for name, cell in shown:
        lead = name
        for line in field_lines(cell, language):
            yield pad(lead, names) + _GAP + terminal_text(line)
            lead = ""


def _table(table: Table, language: Language) -> Iterator[Iterable[str] | _Rows]:
    """Give the titles and the rows of a table, which is made column by column.

    That is five times as fast as row by row.
    """
    columns = zip(table.columns, table.cells, strict=True)
    *others, (last, cells) = [one for one in columns if not one[0].graphic]
    shown = [_padded(column, texts, language) for column, texts in others]
    shown.append((_padded if last.right else _unpadded)(last, cells, language))
    yield (_GAP.join(title for title, _ in shown),)
    made = [texts for _, texts in shown]

    def lines(span: slice) -> Iterator[str]:
        return map(_GAP.join, zip(*(texts(span) for texts in made), strict=True))

    yield _Rows(len(cells), lines)


def _unpadded(column: Column, cells: Sequence[Cell], language: Language) -> _Filled:
    """Give the title of a column, and what gives the texts of some rows in it."""

    def texts(span: slice) -> Iterable[str]:
        return terminal_texts(cell_texts(cells[span], language))[0]

    return translate(column.title, language), texts


def _padded(column: Column, cells: Sequence[Cell], language: Language) -> _Filled:
    """Give the same filled up with spaces to the width of the widest; equal cells are made once."""
    few = repeated(cells)
    own = cells if few is None else tuple(few.values.values())
    found, single = terminal_texts(cell_texts(own, language))
    title = translate(column.title, language)
    room = max(width(title), max(map(len if single else width, found), default=0))

    def filled(texts: Sequence[str]) -> Iterable[str]:
        if single:
            return map(str.rjust if column.right else str.ljust, texts, repeat(room))
        return (pad(text, room, right=column.right) for text in texts)

    shown_title = pad(title, room, right=column.right)
    if few is None:
        return shown_title, lambda span: filled(found[span])
    keys, known = few.keys, dict(zip(few.values, filled(found), strict=True))
    return shown_title, lambda span: map(known.__getitem__, keys[span])
