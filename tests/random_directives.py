"""Directives written by chance: keys of the format in any order, in any layout, with comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from random_layouts import PLAIN, Writer

from stcli.schema import formats, tasks

if TYPE_CHECKING:
    from random import Random

    from stcli.documents.data import Data
    from stcli.schema.keys import Format, Key

WORDS = (
    "a", "2024-01-05", "25/CT-TTg", "Rà soát việc", "so-khcn", "yes", "001", "1.10", "12:30", "~",
    "a: b", "- x", "V/v, [x]", "'", '"x" y', "a #b", "# no", " đầu", "cuối ", "Bộ A, B", "x\\y",
    "dòng một\ndòng hai", "dòng một\n\n  dòng hai\n", "cuối dòng\n", "x\n\n", "  x\ny\n", "x \ny",
    "Tham mưu phê duyệt chương trình phát triển thị trường khoa học và công nghệ của tỉnh",
)  # fmt: skip


def directive(chance: Random) -> dict[str, Data]:
    """Give data with keys of directives; what they hold need not be fit for them."""
    data = _mapping(chance, formats.DIRECTIVE, 0)
    given: list[Data] = [_mapping(chance, tasks.TASK, 1) for _ in range(chance.randint(1, 3))]
    return data | {"tasks": given} if chance.random() < 0.9 else data


def _mapping(chance: Random, format: Format, depth: int) -> dict[str, Data]:
    keys = chance.sample([*format.keys], chance.randint(1, min(len(format.keys), 8 - 2 * depth)))
    return {name: _value(chance, format.keys[name], depth) for name in keys}


def _value(chance: Random, key: Key, depth: int) -> Data:
    if key.inner is not None and depth < 3:
        if chance.random() < 0.2:
            return _mapping(chance, key.inner, depth + 1)
        return [_mapping(chance, key.inner, depth + 1) for _ in range(chance.randint(1, 3))]
    match chance.random():
        case low if low < 0.08:
            return None
        case low if low < 0.35:
            return [chance.choice(WORDS) for _ in range(chance.randint(0, 4))]
        case _:
            return chance.choice(WORDS)


class WildWriter(Writer):
    """Writes in the rarer layouts too: folded, with indentation told, values on the next line."""

    def rarely(self) -> bool:
        """Tell by chance whether something is done that is seldom done."""
        return self.chance.random() < self.often

    def value(self, value: Data, column: int) -> str:
        if value and not isinstance(value, dict) and self.rarely() and self.rarely():
            indent = " " * (column + self.chance.choice((1, 2, 5)))
            flow = f"{self.flow(value)}\n"
            inner = self.scalar(value, column) if isinstance(value, str) else flow
            comment = f"{indent}{self.comment()}\n" * self.rarely()
            return f"{self.line_end()}{comment}{indent}{inner}"
        space = " " * self.chance.choice((0, 0, 0, 3))
        return (space if value is not None else "") + super().value(value, column)

    def scalar(self, value: str, column: int) -> str:
        indent = self.chance.choice((1, 2, 4))
        inner = " " * (column + indent)
        words = value.split(" ")
        if self.rarely() and len(words) > 2 and all(words) and "\n" not in value:
            quote = "" if PLAIN.fullmatch(value) else "'"
            text = f"\n{inner}".join(word.replace("'", "''") for word in words)
            return f"{quote}{text}{quote}{self.line_end()}"
        if self.rarely() and value.strip() and not value.endswith(" "):
            return self.block(value, column, indent)
        if "\n" in value and (value[0] == " " or value.endswith("\n\n") or self.rarely()):
            escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            return f'"{escaped}"{self.line_end()}'
        return super().scalar(value, column)

    def block(self, value: str, column: int, indent: int) -> str:
        """Give a text as a block, its indentation told where it has to be, or by chance."""
        told = str(indent) if value.lstrip("\n")[0] == " " or self.rarely() else ""
        ends = len(value) - len(value.rstrip("\n"))
        chomping = "-" if not ends else "+" if ends > 1 or self.rarely() else ""
        folds = "\n" not in value.removesuffix("\n") and self.rarely()
        lines = value.removesuffix("\n").split("\n")
        inner = "".join(f"{' ' * (column + indent)}{one}\n" if one else "\n" for one in lines)
        below = f"{' ' * (column + 1)}{self.comment()}\n" if indent > 1 and self.rarely() else ""
        return f"{'>' if folds else '|'}{told}{chomping}{self.line_end()}{inner}{below}"

    def line_end(self) -> str:
        return f" {self.comment()} \n" if self.rarely() and self.rarely() else super().line_end()
