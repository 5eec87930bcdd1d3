"""Edits of a directive as people make them, by chance: fields, tasks, entries, comments, layout."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from random_layouts import Writer

from stcli.documents import reader
from stcli.documents.blocks import ITEM, Block, cut
from stcli.documents.laying import holding

if TYPE_CHECKING:
    from random import Random

WORDS = ("Rà soát", "báo cáo", "bo-khcn", "so-tc", "2025-06-30", "412/BC", "a: b", "dự án #3", "x")
TASK_KEYS = ("title", "lead", "due", "done", "notes", "with", "progress", "cancelled")
ROOT_KEYS = ("number", "title", "issuer", "type")


def word(chance: Random) -> str:
    return f"{chance.choice(WORDS)} {chance.randint(1, 99)}"


def directive(chance: Random) -> dict[str, Any]:
    data: dict[str, Any] = {key: word(chance) for key in ROOT_KEYS[: chance.randint(1, 4)]}
    if chance.random() < 0.5:
        data["tags"] = value(chance, "tags")
    data["tasks"] = [task(chance, str(number)) for number in range(1, chance.randint(2, 5))]
    return data


def task(chance: Random, id: str) -> dict[str, Any]:
    found = {"id": id}
    found |= {key: value(chance, key) for key in TASK_KEYS if chance.random() < 0.5}
    keys = [*found]
    if chance.random() < 0.2:
        chance.shuffle(keys)
    return {key: found[key] for key in keys}


def value(chance: Random, key: str) -> Any:
    match key:
        case "notes":
            return "dòng một\n\ndòng hai\n"
        case "with" | "tags":
            return [*dict.fromkeys(word(chance) for _ in range(chance.randint(1, 3)))]
        case "progress":
            return [progress(chance, day) for day in range(1, chance.randint(2, 3))]
        case "cancelled":
            return {"date": "2025-01-02", "reason": word(chance)}
        case _:
            return word(chance)


def progress(chance: Random, day: int) -> dict[str, Any]:
    return {"date": f"2025-03-{day:02}", "note": word(chance)}


class Editor:
    """Edits a document by its blocks; `name` tells the comments of one side from the other's."""

    def __init__(self, text: str, chance: Random, name: str) -> None:
        document = reader.read("f.yaml", text.encode())
        found = cut(document)
        assert found is not None
        self.root = found
        self.chance = chance
        self.writer = Writer(chance, name, 0.1)

    def edited(self, count: int) -> str:
        for _ in range(count):
            self.root = self.any_of(self.root)
        return self.root.text

    def any_of(self, root: Block) -> Block:
        place = next((n for n, one in enumerate(root.parts) if one.step == "tasks"), None)
        if place is None or self.chance.random() < 0.2:
            return self.fields(root, (*ROOT_KEYS, "tags"))
        tasks = root.parts[place]
        if not tasks.parts:
            return root
        edited = self.tasks(tasks)
        return holding(root, [*root.parts[:place], edited, *root.parts[place + 1 :]])

    def tasks(self, tasks: Block) -> Block:
        parts = [*tasks.parts]
        place = self.chance.randrange(len(parts))
        match self.chance.randrange(10):
            case 0:
                at = self.chance.choice((place, len(parts)))
                new = task(self.chance, str(self.chance.randint(5, 9)))
                if not any(one.data["id"] == new["id"] for one in parts):  # type: ignore[index, call-overload]
                    parts.insert(at, self.entry(new))
            case 1:
                del parts[place]
            case 2:
                parts.insert(self.chance.randrange(len(parts)), parts.pop(place))
            case _:
                parts[place] = self.fields(parts[place], TASK_KEYS)
        return self.held(tasks, parts)

    def held(self, block: Block, parts: list[Block]) -> Block:
        """Give a list or mapping with other parts, and its data in step with them."""
        data: Any = (
            {str(one.step): one.data for one in parts}
            if isinstance(block.data, dict)
            else [one.data for one in parts]
        )
        return replace(holding(block, parts), data=data)

    def fields(self, block: Block, keys: tuple[str, ...]) -> Block:
        """Change, add or take away a field, or a comment, or its quotes."""
        if not isinstance(block.data, dict) or len(block.parts) != len(block.data):
            return block
        parts = [*block.parts]
        place = self.chance.randrange(len(parts))
        part = parts[place]
        match self.chance.randrange(8):
            case 0 | 1 if part.step not in {"id", "tasks"}:
                parts[place] = self.changed(part)
            case 2 | 3 | 4:
                key = self.chance.choice(keys)
                if not any(one.step == key for one in parts):
                    parts.insert(self.chance.randint(1, len(parts)), self.field(key))
            case 5 if part.step not in {"id", "tasks"} and len(parts) > 2:
                del parts[place]
            case 6 if part.column != ITEM:
                above = f"{' ' * part.column}{self.writer.comment()}\n"
                if part.indent or not part.column:
                    parts[place] = replace(part, above=part.above + above)
            case 7 if (
                isinstance(part.data, str) and "\n" not in part.value and part.value[:1] != "|"
            ):
                parts[place] = replace(part, value=self.writer.quoted(part.data))
            case _:
                pass
        return self.held(block, parts)

    def changed(self, part: Block) -> Block:
        match part.data:
            case list() if len(part.parts) == len(part.data) and part.data:
                return self.list(part)
            case dict() if len(part.parts) == len(part.data) and part.data:
                inner = self.fields(part, ("reason",))
                return inner if "date" in (inner.data or ()) else part
            case _:
                return replace(self.field(str(part.step)), above=part.above, below=part.below)

    def list(self, part: Block) -> Block:
        parts = [*part.parts]
        if self.chance.random() < 0.3:
            del parts[self.chance.randrange(len(parts))]
        if self.chance.random() < 0.8:
            new: Any = word(self.chance)
            if part.step == "progress":
                new = progress(self.chance, self.chance.randint(10, 28))
            parts.append(self.entry(new))
        return self.held(part, parts)

    def field(self, key: str) -> Block:
        return self.block(self.writer.mapping({key: value(self.chance, key)}, 0)).parts[0]

    def entry(self, data: Any) -> Block:
        return self.block("x:\n" + self.writer.entries([data], 0)).parts[0].parts[0]

    def block(self, text: str) -> Block:
        found = cut(reader.read("f.yaml", text.encode()))
        assert found is not None
        return found
