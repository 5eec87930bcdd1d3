"""Data written as YAML: on one line in brackets, or on lines of its own, as the file does it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from stcli.documents.rewriting import in_block, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.documents.data import Data
    from stcli.editing.habits import Habits
    from stcli.editing.kinds import Kind

WIDEST = 100
"""Columns that a list or mapping in brackets may reach; a longer one stands on lines."""


def bracketed(value: Data) -> str:
    """Give data on one line, good within brackets and outside."""
    match value:
        case None:
            return ""
        case str():
            return written(value)
        case list():
            return f"[{', '.join(map(bracketed, value))}]"
        case dict():
            pairs = (f"{written(name)}: {bracketed(held)}" for name, held in value.items())
            return f"{{{', '.join(pairs)}}}"


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes data as lines: the first as it goes on behind what stands there, the others whole.

    `kind` is that of the mapping that is written, or that a key is written into. `value_at` is the
    column, counted from its key, at which a value stands where all are aligned. Without `blocks`
    nothing is written that would take up what stands below it.
    """

    habits: Habits
    kind: Kind
    value_at: int = 0
    blocks: bool = True

    @property
    def text_column(self) -> int:
        """The column, counted from its key or dash, of the lines of a block of text."""
        return max(1, self.habits.texts)

    def pair(self, name: str, value: Data, column: int) -> list[str]:
        """Give the lines of a key with its value, the key at a column."""
        key = f"{written(name)}:"
        held = replace(self, kind=self.kind.at((name,)), value_at=0)
        first, *rest = held.behind(name, value, column, width=len(key) + 1)
        if first:
            key += " " * max(1, self.value_at - len(key))
        return [f"{key}{first}", *rest]

    def entry(self, name: str, value: Data, column: int) -> list[str]:
        """Give the lines of an entry of the list at a key, the dash at a column."""
        inner = column + self.habits.behind_dash
        dash = f"{'-':{max(2, self.habits.behind_dash)}}"
        if isinstance(value, dict) and not self._fits(f"{name}[]", value, inner):
            pairs = [*self.pairs(value, inner)]
            if self.habits.on_dash_line:
                return [dash + pairs[0].lstrip(" "), *pairs[1:]]
            return ["-", *pairs]
        first, *rest = self.behind(f"{name}[]", value, column, width=len(dash))
        return [f"{dash}{first}".rstrip(" "), *rest]

    def pairs(self, value: dict[str, Data], column: int) -> Iterator[str]:
        """Give the whole lines of the keys of a mapping, all at a column."""
        for name, held in value.items():
            first, *rest = self.pair(name, held, column)
            yield " " * column + first
            yield from rest

    def behind(self, name: str, value: Data, column: int, *, width: int) -> list[str]:
        """Give the lines of a value behind a key or dash at a column that takes a width.

        The first is empty where the value only begins on the next line.
        """
        inner = replace(self, value_at=0)
        match value:
            case None:
                return [""]
            case str():
                block = in_block(value) if self.blocks else None
                if block is None:
                    return [written(value, in_brackets=False)]
                lead = " " * (column + self.text_column)
                return [block[0], *(f"{lead}{line}" if line else "" for line in block[1])]
            case _ if self._fits(name, value, column + width):
                return [bracketed(value)]
            case list():
                under_dash = name.endswith("[]")
                below = column + (self.habits.behind_dash if under_dash else self.habits.dashes)
                lead = " " * below
                entries = (inner.entry(name, one, below) for one in value)
                return ["", *(line for one in entries for line in (lead + one[0], *one[1:]))]
            case dict():
                return ["", *inner.pairs(value, column + self.habits.keys)]

    def _fits(self, name: str, value: list[Data] | dict[str, Data], at: int) -> bool:
        """Tell whether a list or mapping stands on one line in brackets."""
        if not value:
            return True
        held = [*(value.values() if isinstance(value, dict) else value)]
        usual = self.habits.bracketed.get(name)
        if usual is None:
            of_texts = all(isinstance(one, str) for one in held)
            usual = self.kind.is_row if isinstance(value, dict) else of_texts
        return usual and _is_one_line(value) and at + len(bracketed(value)) <= WIDEST


def ends_a_line(value: Data) -> bool:
    """Tell whether the last text of data has a line end at its end, which a block has to keep."""
    while isinstance(value, dict | list) and value:
        value = value[-1] if isinstance(value, list) else next(reversed(value.values()))
    return isinstance(value, str) and value.endswith("\n")


def _is_one_line(value: Data) -> bool:
    """Tell whether data can be written in brackets without escapes for line ends."""
    match value:
        case str():
            return "\n" not in value
        case list():
            return None not in value and all(map(_is_one_line, value))
        case dict():
            return all(map(_is_one_line, value.values()))
        case None:
            return True
