"""Documents written by chance: texts, lists and mappings in any layout, with comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stcli.documents.data import Data

if TYPE_CHECKING:
    from random import Random

PLAIN = re.compile(r"[^\W_][\w./-]*(?: [\w./-]+)*")


class Writer:
    """Writes data as YAML; `comments` numbers those it adds, so that no two are alike."""

    def __init__(self, chance: Random, name: str = "c", often: float = 0.15) -> None:
        self.chance = chance
        self.name = name
        self.often = often
        self.comments = 0
        self.after_text = False  # where what is indented deeper is text, no comment

    def document(self, data: dict[str, Data]) -> str:
        head = "".join(
            f"{self.comment()}\n" for _ in range(self.chance.randint(0, 2)) if self.odd()
        )
        head += "\n" * self.odd() + "--- # start\n" * self.odd()
        return head + self.mapping(data, 0) + f"{self.comment()}\n" * self.odd()

    def odd(self) -> bool:
        return self.chance.random() < self.often

    def comment(self) -> str:
        self.comments += 1
        return f"# {self.name} {self.comments}: 'x' [y"

    def lines(self, column: int) -> str:
        """Give comments and blank lines before a key or dash at a column."""
        found = ""
        deepest = column if self.after_text else column + 2
        self.after_text = False
        while self.odd():
            at = self.chance.choice((column, column, deepest, max(0, column - 2)))
            found += "\n" if self.odd() else f"{' ' * at}{self.comment()}\n"
        return found

    def line_end(self) -> str:
        return f"  {self.comment()}\n" if self.odd() else " \n" * self.odd() or "\n"

    def mapping(self, data: dict[str, Data], column: int, *, first: str = "") -> str:
        parts = []
        for key, value in data.items():
            before = first or self.lines(column) + " " * column
            first = ""
            parts.append(f"{before}{key}:{self.value(value, column)}")
        return "".join(parts)

    def value(self, value: Data, column: int) -> str:
        """Give what stands after a key, with its line end."""
        match value:
            case None:
                return self.line_end()
            case str():
                return f" {self.scalar(value, column)}"
            case _ if not value or self.chance.random() < self.bracketed(value):
                return f" {self.flow(value)}{self.line_end()}"
            case dict():
                step = self.chance.choice((2, 4))
                return self.line_end() + self.mapping(value, column + step)
            case list():
                return self.line_end() + self.entries(value, column + self.chance.choice((0, 2)))

    def bracketed(self, value: list[Data] | dict[str, Data]) -> float:
        inner = value if isinstance(value, list) else [*value.values()]
        return 0.1 if any(isinstance(one, dict | list) for one in inner) else 0.6

    def entries(self, items: list[Data], column: int) -> str:
        parts = []
        for item in items:
            dash = f"{self.lines(column)}{' ' * column}-"
            match item:
                case dict() if item and self.chance.random() > self.bracketed(item):
                    gap = " " * self.chance.choice((1, 1, 1, 3))
                    inner = column + 1 + len(gap)
                    first = gap if not self.odd() else f"{self.line_end()}{' ' * inner}"
                    parts.append(dash + self.mapping(item, inner, first=first))
                case dict() | list():
                    parts.append(f"{dash} {self.flow(item)}{self.line_end()}")
                case None:
                    parts.append(dash + self.line_end())
                case str():
                    parts.append(f"{dash} {self.scalar(item, column)}")
        return "".join(parts)

    def scalar(self, value: str, column: int) -> str:
        """Give a text after a key or dash, with its line end."""
        if "\n" in value or (value and self.odd() and PLAIN.fullmatch(value)):
            head = "|" if value.endswith("\n") else "|-"
            lines = value.removesuffix("\n").split("\n")
            indent = " " * (column + self.chance.choice((2, 3)))
            inner = "".join(f"{indent}{line}\n" if line else "\n" for line in lines)
            self.after_text = True
            return f"{head}{self.line_end()}{inner}"
        return f"{self.quoted(value)}{self.line_end()}"

    def quoted(self, value: str) -> str:
        style = self.chance.random()
        if PLAIN.fullmatch(value) and style < 0.7:
            return value
        if style < 0.85:
            return "'" + value.replace("'", "''") + "'"
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'

    def flow(self, value: Data) -> str:
        match value:
            case None:
                return "''"
            case str():
                return self.quoted(value)
            case list():
                inner = [self.flow(one) for one in value]
                return self.bracket("[", inner, "]")
            case dict():
                inner = [f"{key}: {self.flow(one)}" for key, one in value.items()]
                return self.bracket("{", inner, "}")

    def bracket(self, opening: str, inner: list[str], closing: str) -> str:
        if inner and self.odd():
            between = f",{self.line_end()}{' ' * 8}"
            return f"{opening}{self.line_end()}{' ' * 8}{between.join(inner)},\n{' ' * 8}{closing}"
        return f"{opening}{', '.join(inner)}{closing}"
