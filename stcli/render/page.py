"""What is drawn: an answer as sentences, fields and tables, before any format is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias, overload

from stcli.messages import Message
from stcli.render.style import Tone
from stcli.states import State
from stcli.views.status import Counts

Label: TypeAlias = Callable[[str], str]
"""Gives the name of an agency id, as `Tracker.agency_label` does."""


class Branch(NamedTuple):
    """A text in a tree. `more` says for each level whether another entry follows on it below."""

    text: str
    more: tuple[bool, ...] = ()


Cell: TypeAlias = (
    str | int | date | State | Counts | Message | Branch | tuple[str | Message, ...] | None
)


class Column(NamedTuple):
    """A column of a table.

    `key` is its name where programs read it. A column with a `least` width is flexible: it takes
    its share of the room that is left, and breaks texts between words, into `lines` lines at most.
    Where the room is too narrow the columns of the highest `rank` are left out first; those of
    rank 0 always stay. A column that goes `below` stands on a line of its own in each row rather
    than be squeezed. `sparse` columns are left out where no row has anything in them. `graphic`
    ones show on a terminal only. `state` is that of the tasks which a column of numbers counts.
    """

    key: str
    title: Message
    tone: Tone = Tone.PLAIN
    right: bool = False
    least: int = 0
    lines: int = 2
    rank: int = 0
    below: bool = False
    sparse: bool = False
    graphic: bool = False
    state: State | None = None


class Columnar(Sequence[tuple[Cell, ...]]):
    """Rows that are kept column by column, of which there may be very many."""

    __slots__ = ("columns",)

    def __init__(self, columns: tuple[Sequence[Cell], ...]) -> None:
        self.columns = columns

    def __len__(self) -> int:
        return len(self.columns[0])

    @overload
    def __getitem__(self, at: int) -> tuple[Cell, ...]: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[tuple[Cell, ...], ...]: ...

    def __getitem__(self, at: int | slice) -> tuple[Cell, ...] | tuple[tuple[Cell, ...], ...]:
        if isinstance(at, slice):
            return tuple(zip(*(one[at] for one in self.columns), strict=True))
        return tuple(one[at] for one in self.columns)

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return zip(*self.columns, strict=True)


class Table(NamedTuple):
    """Rows under columns, one cell a column; `totals` is a last row that sums the others."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]
    totals: tuple[Cell, ...] | None = None

    @property
    def cells(self) -> Iterable[Sequence[Cell]]:
        """The cells of each column, those of the totals last."""
        if isinstance(self.rows, Columnar) and self.totals is None:
            return self.rows.columns
        return zip(*self.all_rows, strict=True) if self.all_rows else ((),) * len(self.columns)

    @property
    def all_rows(self) -> Sequence[tuple[Cell, ...]]:
        """The rows and, where there is one, the row of totals."""
        return self.rows if self.totals is None else (*self.rows, self.totals)


class Fields(NamedTuple):
    """Names with what stands for them, several texts below each other; empty ones are not drawn."""

    pairs: tuple[tuple[Message, Cell], ...]


class Heading(NamedTuple):
    """The title of what follows, and a line more about it."""

    text: str | Message
    more: str = ""


class Paragraph(NamedTuple):
    """A text of one or more lines, such as a quotation or notes."""

    text: str | Message
    tone: Tone = Tone.PLAIN


class Phrase(NamedTuple):
    """A piece of a sentence that counts, and the state of the tasks it speaks of."""

    text: Message
    state: State


class Tally(NamedTuple):
    """A sentence that counts: what all there are, how many of each kind, and shares at the end."""

    whole: Message
    parts: tuple[Phrase, ...] = ()
    shares: tuple[Message, ...] = ()


class Hint(NamedTuple):
    """A command worth running next, and what it shows."""

    command: str
    text: Message


Block: TypeAlias = Table | Fields | Heading | Paragraph | Tally


class Page(NamedTuple):
    """An answer. `incomplete` are the files that could not be read, so that it may lack tasks."""

    blocks: tuple[Block, ...]
    hints: tuple[Hint, ...] = ()
    incomplete: tuple[str, ...] = ()
