"""Files grown from the tables of the format: good ones, and ones with a single fault.

A value is written as YAML: a text as it is typed, a list or a mapping of such values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import random

    from stcli.schema.keys import Format
    from stcli.schema.kinds import Shape

Node: TypeAlias = "str | list[Node] | dict[str, Node]"

NOTHING = ""
TEXTS = (
    *("Xây dựng đề án", "2024", "1.10", "-3", "no", "true", "12:30", "001", "1e3", ".inf", "0x1F"),
    *(
        "'null'",
        "' x '",
        '"a\\n  b"',
        "25/CT-TTg#2",
        "2024-02-30",
        "=1+1",
        "'[x]'",
        '"\\U0001F3F3"',
    ),
)
IDS = ("1", "2a", "I.3", "no", "1.10", "'001'", "2024-01-01", "nhiệm-vụ")
AGENCIES = ("bo-khcn", "so-khcn", "ubnd-tỉnh")
DAYS = ("2024-02-29", "1900-01-01", "2200-12-31", "'2025-06-30'")
PERIODS = (
    "2024",
    "'2024'",
    "2024-Q1",
    "2024-h2",
    "2024-03",
    "2020-W53",
    "2024-03-20",
    "' 2024-03 '",
)
DEADLINES = (
    *(
        "2024",
        "'2024'",
        "2024-06-30",
        "2024-06-30 16:00",
        "before 2024-06-30",
        "2024-q2",
        "2024-H1",
    ),
    *("2025..2026", "2025..", "ongoing", "15 days", "015 working days from received", "1 year"),
    *("3 weeks from 2024-02-29", "2 months from task 2", "10 days from 25/CT-TTg#2"),
    *("3 working days before effective", "weekly by monday", "yearly", "yearly by 12-15 from 2024"),
    *("'quarterly by 20, 25 of next month 16:00'", "'half-yearly by 06-15, 12-01'"),
)
LISTED = ("[a]", "{a: b}")
NOT_DAYS = ("2025-02-29", "2024-13-01", "30/6/2024", "20240630", "1899-12-31", "true", "x")
BAD: dict[str, tuple[str, ...]] = {
    "text": ("''", "' '", '"\\n"', *LISTED),
    "id": ("''", "a b", "a/b", "'a#b'", "a@b", *LISTED),
    "agency": ("''", *LISTED),
    "day": (*NOT_DAYS, "2024", "2024-06", "' 2024-06-30'", "''", *LISTED),
    "period": (*NOT_DAYS, "2024-Q5", "2021-W53", "2024.5", "''", "quý I/2024", *LISTED),
    "deadline": (
        *NOT_DAYS,
        *("''", "15 ngày", "0 days", "101 years", "2024-Q5", "2024.5", "15 days from 2025-02-29"),
        *("before 2024-Q1", "weekly", "'monthly by 5,'", "monthly by 32", "yearly by 02-30"),
        *("half-yearly by 06-15", "weekly by friday of next month", "2024-06-30 24:00", *LISTED),
    ),
    "texts": ("''", "[a, '']", "[a, [b]]", "[{a: b}]", "{a: b}"),
    "agencies": ("''", "[[bo-khcn]]", "{a: b}", "[bo-khcn, ' ']"),
    "mapping": ("x", "12", "[]", "''", "true"),
    "mappings": ("x", "12", "{}", "[x]", "[[]]", "''", "[12]"),
    "weights": (
        "x",
        "[]",
        "{several-leads: fatal}",
        "{several-leads: [off]}",
        "{several-leads: 1}",
    ),
    "word": ("club", "''", "1", "true", "[state]", "{}"),
}


WORDS = {
    "text": TEXTS,
    "id": IDS,
    "agency": AGENCIES,
    "day": DAYS,
    "period": PERIODS,
    "deadline": DEADLINES,
    "texts": TEXTS,
    "agencies": AGENCIES,
}


def good(chance: random.Random, shape: Shape) -> Node:
    """Give a value that the shape takes."""
    if shape.empty and chance.random() < 0.1:
        return NOTHING
    match shape.form:
        case "texts" | "agencies":
            words = WORDS[shape.form]
            several: list[Node] = [chance.choice(words) for _ in range(chance.randint(0, 3))]
            return chance.choice((chance.choice(words), several))
        case "whole":
            number = str(chance.randint(*shape.bounds))
            return chance.choice((number, f"'{number}'", f"00{number}", f"'00{number}'"))
        case "word":
            return chance.choice(shape.words)
        case "weights":
            rules = chance.sample(("several-leads", "due-text-mismatch", "overdue"), 2)
            return {rule: chance.choice((*shape.words, NOTHING)) for rule in rules}
        case "mapping" | "mappings":
            count = 1 if shape.form == "mapping" else chance.randint(0, 2)
            made: list[Node] = [grown(chance, inner(shape)) for _ in range(count)]
            return made[0] if shape.form == "mapping" else made
        case _:
            return chance.choice(WORDS[shape.form])


def inner(shape: Shape) -> Format:
    assert shape.format is not None
    return shape.format


def grown(chance: random.Random, format: Format) -> dict[str, Node]:
    """Give a mapping of a format: what is required, and some of what is not."""
    often = chance.choice((0.2, 0.5, 0.9))
    return {
        name: good(chance, key.kind.shape)
        for name, key in format.keys.items()
        if key.required or chance.random() < often
    }


UNLISTED = {"agency": ("bo-xyz",), "agencies": ("bo-xyz", "[bo-khcn, bo-xyz]")}


def spoilt(chance: random.Random, format: Format, *, listed: bool) -> dict[str, Node]:
    """Give a mapping of a format with one fault somewhere in it.

    `listed` tells that agencies which are not among `AGENCIES` are a fault.
    """
    made = grown(chance, format)
    holder, kind = chance.choice(list(holders(made, format)))
    required = [name for name, key in kind.keys.items() if key.required]
    match chance.randrange(6):
        case 0 if required:
            holder.pop(chance.choice(required))
        case 1:
            near = chance.choice(list(kind.keys)).upper()
            holder[chance.choice((near, "x", "'1'"))] = chance.choice(TEXTS)
        case _:
            name, key = chance.choice(list(kind.keys.items()))
            wrong = bad(chance, key.kind.shape)
            more = UNLISTED.get(key.kind.shape.form, ()) if listed else ()
            holder[name] = chance.choice((wrong, *more))
    return made


def bad(chance: random.Random, shape: Shape) -> Node:
    """Give a value that the shape does not take."""
    wrong = BAD.get(shape.form, ())
    if shape.form == "whole":
        low, high = (str(shape.bounds[0] - 1), str(shape.bounds[1] + 1))
        wrong = (low, high, f"'{high}'", "''", "x", "40%", "4.5", "'+5'", "[1]")
    return chance.choice(wrong if shape.empty else (*wrong, NOTHING))


def holders(made: dict[str, Node], format: Format) -> list[tuple[dict[str, Node], Format]]:
    """Give every mapping in a mapping, itself included, with its format."""
    found = [(made, format)]
    for name, node in made.items():
        within = format.keys[name].inner
        if within is not None:
            for one in node if isinstance(node, list) else [node]:
                found += holders(one, within) if isinstance(one, dict) else []
    return found


def written(made: dict[str, Node]) -> str:
    """Give the text of a file."""
    return "".join(f"{name}: {flow(node)}\n" for name, node in made.items()) or "{}\n"


def flow(node: Node) -> str:
    match node:
        case str():
            return node
        case list():
            return f"[{', '.join(map(flow, node))}]"
        case dict():
            return f"{{{', '.join(f'{name}: {flow(value)}' for name, value in node.items())}}}"
