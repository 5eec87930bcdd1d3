"""The same data in the layouts that people give it, with comments wherever a comment may stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from stcli.documents.data import Data

WORDS = "rà soát các văn-bản 25/CT-TTg (đợt 2) Sở KH&CN a,b 2024 'x' báo cáo: không".split()
KEYS = {
    "": ["number", "title", "issuer", "issued", "cites", "source", "tags", "notes", "khác"],
    "tasks": ["id", "title", "lead", "with", "due", "product", "done", "evidence", "tags", "notes"],
}
ROWS = {
    "changes": ["date", "by", "due", "reason"],
    "progress": ["date", "note", "percent"],
    "cancelled": ["date", "reason"],
}
LISTS = {"cites", "with", "evidence", "tags"}


@dataclass
class Layout:
    """Writes data in one style, which varies a little; `random` decides."""

    random: Random
    step: int = 2
    dashes: int = 2
    behind: int = 2
    below_dash: bool = False
    comments: float = 0.2
    blanks: float = 0.1
    end: str = "\n"
    aligned: bool = False
    said: int = field(default=0)

    @classmethod
    def drawn(cls, random: Random) -> Layout:
        step = random.choice((1, 2, 3, 4, 8))
        return cls(
            random,
            step,
            random.choice((0, 0, step, step, 1)),
            random.choice((2, 2, 2, 3, 4, 5)),
            below_dash=random.random() < 0.2,
            comments=random.choice((0, 0.1, 0.5)),
            blanks=random.choice((0, 0, 0.3)),
            end=random.choice(("\n", "\n", "\r\n")),
            aligned=random.random() < 0.2,
        )

    def document(self) -> str:
        data = self.mapping("")
        data["tasks"] = [self.task() for _ in range(self.random.randint(0, 3))] or None
        if self.random.random() < 0.05:
            lines = self.flow(data, 0)
        else:
            first = self.random.choice((0, 0, 0, 2))
            lines = [*self.noise(0, first), *self.block(data, first), *self.noise(0, first)]
        if self.random.random() < 0.1:
            lines.insert(0, "---")
        text = self.end.join(lines)
        return text + self.end * self.random.choice((0, 1, 1, 1, 2))

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def mapping(self, name: str) -> dict[str, Data]:
        names = self.random.sample(KEYS[name], self.random.randint(1, 6))
        if self.chance(0.7):
            names.sort(key=KEYS[name].index)
        return {one: self.value_of(one) for one in names}

    def task(self) -> dict[str, Data]:
        task = self.mapping("tasks")
        for name, keys in ROWS.items():
            if self.chance(0.3):
                rows: list[Data] = [
                    {key: self.words() for key in keys[: self.random.randint(1, 4)]}
                    for _ in range(self.random.randint(1, 3))
                ]
                task[name] = rows[0] if name == "cancelled" else rows
        return task

    def value_of(self, name: str) -> Data:
        if self.chance(0.07):
            return None
        if name in LISTS and self.chance(0.7):
            return [self.words() for _ in range(self.random.randint(0, 4))]
        return self.words()

    def words(self) -> str:
        return " ".join(self.random.choices(WORDS, k=self.random.choice((1, 1, 2, 5))))

    def comment(self) -> str:
        self.said += 1
        return f"# c{self.said}."

    def tail(self) -> str:
        if not self.chance(self.comments):
            return ""
        return " " * self.random.choice((1, 2, 2, 5)) + self.comment()

    def noise(self, low: int, high: int) -> list[str]:
        """Give blank lines and comments at columns between two."""
        lines = []
        while self.chance(self.blanks):
            lines.append("")
        while self.chance(self.comments / 2):
            lines.append(" " * self.random.choice((low, high, high)) + self.comment())
            if self.chance(self.blanks):
                lines.append("")
        return lines

    def block(self, data: dict[str, Data], column: int) -> list[str]:
        lines: list[str] = []
        width = max(map(len, data)) + 3 if self.aligned else 0
        for name, value in data.items():
            key = self.random.choice((name, name, name, name, f'"{name}"', f"'{name}'"))
            gap = " " * max(1, width - len(key)) if width else " "
            lines += self.pair(f"{' ' * column}{key}:", gap, value, column)
            if not lines[-1].endswith("\0"):
                lines += self.noise(column, column + self.random.choice((0, 0, 0, 1, self.step)))
            else:
                lines += self.noise(column, column)
        return [line.removesuffix("\0") for line in lines]

    def pair(self, head: str, gap: str, value: Data, column: int) -> list[str]:
        match value:
            case None:
                return [head + self.random.choice(("", "", " ")) + self.tail()]
            case str():
                return self.text(head, gap, value, column)
            case _ if not value or self.chance(0.4):
                first, *rest = self.flow(value, column + 1)
                return [f"{head}{gap}{first}", *rest]
            case dict():
                below = column + self.step
                return [head + self.tail(), *self.noise(below, below), *self.block(value, below)]
            case list():
                below = column + self.dashes
                return [head + self.tail(), *self.noise(below, below), *self.entries(value, below)]

    def entries(self, values: list[Data], column: int) -> list[str]:
        lines: list[str] = []
        for value in values:
            dash = f"{' ' * column}{'-':{self.behind}}"
            match value:
                case dict() if self.chance(0.6):
                    inner = column + self.behind
                    if self.below_dash:
                        lines += [dash.rstrip() + self.tail(), *self.block(value, inner)]
                    else:
                        first, *rest = self.block(value, inner)
                        lines += [dash + first.lstrip(" "), *rest]
                case dict() | list():
                    first, *rest = self.flow(value, column + 2)
                    lines += [dash + first, *rest]
                case None:
                    lines.append(dash.rstrip())
                case str():
                    lines += self.text(dash.rstrip(), " " * (self.behind - 1), value, column)
            if lines[-1].endswith("\0"):
                lines += self.noise(column, column)
            else:
                lines += self.noise(column, column + self.random.choice((0, 0, 1)))
        return [line.removesuffix("\0") for line in lines]

    def text(self, head: str, gap: str, value: str, column: int) -> list[str]:
        """Give a text in one of the ways to write one; a NUL marks the end of a block."""
        lead = " " * (column + self.random.choice((1, self.step)))
        words = value.split(" ")
        half = " ".join(words[: len(words) // 2 + 1]), " ".join(words[len(words) // 2 + 1 :])
        plain = ": " not in value and not value.endswith(":") and value[0] not in "'("
        quoted = self.random.choice((f'"{value}"', "'" + value.replace("'", "''") + "'"))
        match self.random.randint(0, 11):
            case 0 if half[1]:
                return [f'{head}{gap}"{half[0]}', *self.gap_in(), f'{lead}{half[1]}"' + self.tail()]
            case 1 if half[1] and plain:
                return [f"{head}{gap}{half[0]}", *self.gap_in(), f"{lead}{half[1]}" + self.tail()]
            case 2 | 3:
                return self.lines(head, gap, value, column)
            case 4:
                return [head + self.tail(), lead + quoted + self.tail()]
            case 5 | 6:
                return [f"{head}{gap}{quoted}{self.tail()}"]
            case _:
                return [f"{head}{gap}{value if plain else quoted}{self.tail()}"]

    def gap_in(self) -> list[str]:
        return [""] if self.chance(0.2) else []

    def lines(self, head: str, gap: str, value: str, column: int) -> list[str]:
        width = self.random.choice((1, self.step, 2))
        lead = " " * (column + width)
        sign = self.random.choice("|||>")
        signs = self.random.choice(("", "", "", "-", "-", "+"))
        if self.chance(0.1) and width < 10 and not head.lstrip().startswith("-"):
            signs += str(width)
        body = [lead + word for word in value.split(" ")]
        if self.chance(0.3):
            body.insert(1, "")
        if self.chance(0.2):
            body.append(f"{lead}  # như một chú thích")
        ends = [""] * self.random.choice((0, 0, 0, 1, 2))
        return (
            [
                f"{head}{gap}{sign}{signs}{self.tail()}",
                *body,
                *ends[:-1],
                *(e + "\0" for e in ends[-1:]),
            ]
            if ends
            else [f"{head}{gap}{sign}{signs}{self.tail()}", *body[:-1], body[-1] + "\0"]
        )

    def flow(self, data: Data, column: int) -> list[str]:
        """Give a list or mapping in brackets, on one line or on several with comments."""
        match data:
            case dict():
                parts = [f"{name}: {self.short(value)}" for name, value in data.items()]
                left, right = "{}"
            case list():
                parts = [self.short(value) for value in data]
                left, right = "[]"
            case _:
                return [self.short(data)]
        comma = self.random.choice(("", "", ",")) if parts else ""
        match self.random.randint(0, 3):
            case 0:
                lead = " " * (column + 2)
                lines = [left + self.tail()]
                for at, part in enumerate(parts):
                    lines += self.noise(column + 1, column + 2) if self.comments else []
                    lines.append(
                        lead + part + ("," if at + 1 < len(parts) else comma) + self.tail()
                    )
                return [*lines, " " * column + right + self.tail()]
            case 1 if parts:
                tails = [f",{self.tail()}" for _ in parts[1:]]
                lead = " " * (column + 1)
                lines = [part + tail for part, tail in zip(parts, [*tails, comma], strict=True)]
                return [
                    left + lines[0],
                    *(lead + line for line in lines[1:-1]),
                    *(
                        [lead + lines[-1] + right + self.tail()]
                        if lines[1:]
                        else [" " * column + right]
                    ),
                ]
            case _:
                return [
                    left
                    + self.random.choice((", ", ",  ", " , ")).join(parts)
                    + comma
                    + right
                    + self.tail()
                ]

    def short(self, value: Data) -> str:
        match value:
            case None:
                return ""
            case str():
                if set(value) & set(",:'[]{}(&") or self.chance(0.3):
                    return self.random.choice((f'"{value}"', "'" + value.replace("'", "''") + "'"))
                return value
            case list():
                return f"[{', '.join(map(self.short, value))}]"
            case dict():
                return (
                    "{"
                    + ", ".join(f"{name}: {self.short(one)}" for name, one in value.items())
                    + "}"
                )
