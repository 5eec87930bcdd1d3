"""Any edit of a file in any layout changes what it was asked to, and not a byte beside it.

The suite tries a few hundred; `EDITS=20000 pytest tests/test_editing_layouts.py` tries more.
"""

from __future__ import annotations

import os
import re
from datetime import date
from random import Random

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from layouts import KEYS, LISTS, ROWS, Layout

from stcli.documents import characters, reader
from stcli.documents.data import Data, Route, walk
from stcli.documents.document import Document
from stcli.editing import Append, Change, Put, Remove, Unsafe, intended, revised
from stcli.editing.changes import lookup, simplified

EDITS = int(os.environ.get("EDITS", "200"))
COMMENT = re.compile(r"# c\d+\.")
NASTY = (
    "2024-06-12", "412/BC-SKHCN", "1", "no", "12:30", "~", "null", "1.10", "001", "y", "", " ",
    " a", "a ", "a: b", "a #b", "a#b", "#a", "- a", "-", "? a", "?", "%a", "@a", "`a", "'", '"',
    "'a'", "\\", "!a", "&a", "*a", "|", ">", "a:", ":a", "[a", "a]", "{a}", "a, b", "<<", "=",
    "\u00a0a", "a\u00a0", "a\tb", "\ta", "---", "...", "e\u0301", "\u0301", "👍",
    "Rà soát, “xong” (đợt 2)", "V/v: rà soát", "một\nhai", "một\nhai\n", "một\n\n  hai\n",
    "\nmột", "một\n\n", "một\n \nhai", "a\n# b\n", "a\n\tb", "a \nb\n", "---\n...\n", "\n",
    "a\n- b: c\n", "x" * 120, "rà soát " * 20, "rà soát " * 200 + "!", "a,b", "2024-06-12 10:00",
)  # fmt: skip
ALLOWED = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20).filter(
    lambda text: characters.hidden_in(text) is None
)
TEXTS = st.sampled_from(NASTY) | ALLOWED
REFUSED = {
    "this comment has no place in what is to be written here",
    "this comment would go too",
    "a comment would go too",
    "the block of text above would get a line end at its end",
    "this pair stands in brackets without braces",
    "it is all that the file holds",
}


@st.composite
def cases(draw: st.DrawFn) -> tuple[Document, Change]:
    # A seed is drawn ten times as fast as every choice by itself; the values still shrink.
    random = Random(draw(st.integers(0, 2**32)))
    document = reader.read("directives/a.yaml", Layout.drawn(random).document().encode())
    assert document.data is not None
    routes = [route for _, route, _ in walk(document.data)]
    change = draw(st.sampled_from((new_key, new_entry, other_value, removal)))
    return document, change(random, document.data, routes, draw)


def new_key(random: Random, data: Data, routes: list[Route], draw: st.DrawFn) -> Change:
    holders = [route for route in routes if isinstance(lookup(data, route)[0], dict)]
    route = random.choice(holders)
    within = str(route[-1]) if route and isinstance(route[-1], str) else "tasks"
    names = KEYS[""] if not route else ROWS.get(within, [*KEYS["tasks"], *ROWS])
    held = lookup(data, route)[0]
    names = [name for name in (*names, "lạ", "x y") if isinstance(held, dict) and name not in held]
    name = random.choice(names)
    return Put((*route, name), value_for(name, random, draw))


def value_for(name: str, random: Random, draw: st.DrawFn) -> Data:
    if name in ROWS:
        row: dict[str, Data] = {key: draw(TEXTS) for key in ROWS[name]}
        return row if name == "cancelled" else [row] * random.randint(1, 2)
    if name in LISTS and random.random() < 0.7:
        return [draw(TEXTS) for _ in range(random.randint(1, 3))]
    return draw(TEXTS)


def new_entry(random: Random, data: Data, routes: list[Route], draw: st.DrawFn) -> Change:
    lists = [route for route in routes if isinstance(lookup(data, route)[0], list)]
    if not lists or random.random() < 0.1:
        return Append((random.choice(["tags", "khác", "source"]),), draw(TEXTS))
    route = random.choice(lists)
    if route[-1] == "tasks":
        names = random.sample([*KEYS["tasks"], *ROWS], random.randint(1, 5))
        return Append(route, {name: value_for(name, random, draw) for name in names})
    if route[-1] in ROWS:
        return Append(route, {key: draw(TEXTS) for key in ROWS[str(route[-1])]})
    return Append(route, draw(TEXTS))


def other_value(random: Random, data: Data, routes: list[Route], draw: st.DrawFn) -> Change:
    route = random.choice(routes[1:])
    name = next(str(one) for one in reversed(route) if isinstance(one, str))
    if isinstance(lookup(data, route)[0], str | None) and random.random() < 0.8:
        return Put(route, draw(TEXTS))
    return Put(route, value_for(name, random, draw))


def removal(random: Random, data: Data, routes: list[Route], draw: st.DrawFn) -> Change:
    del draw, data
    return Remove(random.choice(routes[1:]))


def after(document: Document, change: Change) -> str | None:
    """Give the text after a change; None where it is refused for a reason that is known."""
    try:
        return revised(document, [change])
    except Unsafe as error:
        why = str(dict(error.message.values)["why"])
        appended = isinstance(change, Append) and why == "no list stands here, and none can"
        if why not in REFUSED and not appended:
            raise
        return None


@settings(max_examples=EDITS, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_any_edit_in_any_layout(case: tuple[Document, Change]) -> None:
    document, change = case
    text = after(document, change)
    if text is None:
        return
    again = reader.read(document.path, text.encode())
    assert again.data == intended(document.data, [change])
    assert plain(yaml.load(text, yaml.BaseLoader)) == plain(again.data)  # noqa: S506 - no types
    check_line_ends(document.text, text)
    if isinstance(change, Remove):
        check_removed(document, change, text)
    else:
        assert COMMENT.findall(text) == COMMENT.findall(document.text)
        check_place(document, change, text)
        check_types(again, change)


def plain(data: Data) -> Data:
    """Give data as a reader does to whom nothing is an empty text, and keys may be in NFD."""
    match data:
        case None:
            return ""
        case list():
            return [plain(one) for one in data]
        case dict():
            return {name: plain(one) for name, one in data.items()}
        case _:
            return data


def check_line_ends(before: str, text: str) -> None:
    if "\r\n" in before:
        assert text.count("\r\n") == text.count("\n")
    else:
        assert "\r" not in text


def check_removed(document: Document, change: Remove, text: str) -> None:
    """Nothing above what goes is lost, and of the comments only some in a row."""
    said, left = COMMENT.findall(document.text), COMMENT.findall(text)
    gone = [one for one in said if one not in left]
    assert [one for one in said if one not in gone] == left
    if gone:
        assert said[said.index(gone[0]) :][: len(gone)] == gone
    simple = simplified(document.data, change)
    assert simple is not None
    above = document.text[: document.place(simple.route, key=True).start]
    if isinstance(simple.route[-1], int):
        above = above[: above.rfind("-") + 1]
    assert set(COMMENT.findall(above[: above.rfind("\n") + 1])) <= set(left)


def check_place(document: Document, change: Put | Append, text: str) -> None:
    """What is new is added and takes nothing away; what is replaced was the value."""
    before = document.text
    start = alike(before, text)
    end = alike(before[start:][::-1], text[start:][::-1])
    found = lookup(document.data, change.route)
    added = not found if isinstance(change, Put) else bool(found and found[0])
    holder = change.route if isinstance(change, Append) else change.route[:-1]
    if added and isinstance(lookup(document.data, holder)[0], dict | list):
        lost = before[start : len(before) - end]
        assert not lost or before[document.start(holder)] in "[{", lost
        assert not COMMENT.sub("", lost).strip(), lost
        check_undone(document, change, text)
    elif found:
        place = document.place(change.route, key=True)
        assert not COMMENT.sub("", before[start : place.start]).strip(" -\r\n")


def alike(one: str, other: str) -> int:
    """Give the number of characters at the start that are the same."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def check_undone(document: Document, change: Put | Append, text: str) -> None:
    """What was added can be taken away again without a trace."""
    route = change.route
    if isinstance(change, Append):
        held = lookup(document.data, route)[0]
        assert isinstance(held, list)
        route = (*route, len(held))
    back = revised(reader.read(document.path, text.encode()), [Remove(route)])
    needed_end = text.endswith("\n") and not document.text.endswith("\n")
    assert back == document.text + ("\r\n" if "\r" in document.text else "\n") * needed_end


def check_types(document: Document, change: Put | Append) -> None:
    """What was written is the same text to a reader with types, but for numbers and days."""
    for route, value in texts(change.value):
        way = (*change.route, *route)
        if isinstance(change, Append):
            found = lookup(document.data, change.route)[0]
            assert isinstance(found, list)
            way = (*change.route, len(found) - 1, *route)
        place = document.place(way)
        raw = document.text[place.start : place.end]
        typed = yaml.safe_load(f"a: {raw}")["a"] if "\n" not in raw else value
        assert typed == value or isinstance(typed, int | date), raw
        assert str(typed) == value


def texts(data: Data) -> list[tuple[Route, str]]:
    return [(route, one) for _, route, one in walk(data) if isinstance(one, str)]
