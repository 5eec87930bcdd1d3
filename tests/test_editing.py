"""Edits of files in the styles people write, each with the very lines that change.

A case is `=== name`, a text, `>>> change` lines with routes and values of JSON, and the lines that
differ, or why nothing is changed. `␍` is a carriage return, `␄` at the end says that no line end
follows. `pytest --update` writes what follows the changes; the diff is the review.
"""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from stcli.documents import reader
from stcli.documents.data import Data
from stcli.editing import Append, Change, Put, Remove, Unsafe, intended, revised


def nested(levels: int) -> Data:
    value: Data = "a"
    for _ in range(levels):
        value = [value]
    return value


ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "tests" / "data" / "editing").glob("*.txt"))


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    text: str
    said: str
    changes: tuple[Change, ...]
    expected: str

    def __str__(self) -> str:
        return self.name.replace(" ", "-")


def cases(path: Path) -> list[Case]:
    head, *parts = path.read_text(encoding="utf-8").split("=== ")
    assert not head
    return [case_of(part) for part in parts]


def case_of(part: str) -> Case:
    name, _, rest = part.partition("\n")
    lines = rest.splitlines(keepends=True)
    first = next(at for at, line in enumerate(lines) if line.startswith(">>> "))
    after = next((at for at in range(first, len(lines)) if lines[at][:4] != ">>> "), len(lines))
    said = lines[first:after]
    changes = tuple(change_of(line) for line in said)
    text = "".join(lines[:first]).replace("␍", "\r").replace("␄\n", "")
    return Case(name, text, "".join(said), changes, "".join(lines[after:]))


def change_of(line: str) -> Change:
    kind, route, *value = line.removeprefix(">>> ").strip().split(" ", 2)
    steps = tuple(int(one) if one.isdigit() else one for one in route.split("/"))
    if kind == "remove":
        return Remove(steps)
    return (Put if kind == "put" else Append)(steps, json.loads(value[0]))


def difference(before: str, after: str) -> str:
    old, new = (marked(one).splitlines(keepends=True) for one in (before, after))
    return "".join([*difflib.unified_diff(old, new, n=1)][2:])


def marked(text: str) -> str:
    return text.replace("\r", "␍") + ("" if text.endswith("\n") or not text else "␄\n")


def outcome(case: Case) -> str:
    document = reader.read("directives/a.yaml", case.text.encode())
    try:
        after = revised(document, case.changes)
    except Unsafe as error:
        return f"! {error}\n! {error.help}\n"
    again = reader.read("directives/a.yaml", after.encode())
    assert again.data == intended(document.data, case.changes)
    return difference(case.text, after)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_edit_changes_these_lines(path: Path, request: pytest.FixtureRequest) -> None:
    found = cases(path)
    if request.config.getoption("--update"):
        parts = (f"=== {one.name}\n{source(one)}{one.said}{outcome(one)}" for one in found)
        path.write_text("".join(parts), encoding="utf-8", newline="\n")
    assert {one.name: outcome(one) for one in cases(path)} == {
        one.name: one.expected for one in cases(path)
    }


def source(case: Case) -> str:
    return marked(case.text)


TASKS = "tasks:\n  - id: 1\n    title: a\n  - ? id\n    : 2\n"


def refused(text: str, *changes: Change) -> Unsafe:
    with pytest.raises(Unsafe) as caught:
        revised(reader.read("directives/a.yaml", text.encode()), changes)
    return caught.value


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("a" * 2_000_000, "the file has more than 2000000 bytes"),
        (["a"] * 60_000, "the file holds more than 60000 keys and values"),
        (nested(64), "lists and mappings are nested more than 64 levels deep"),
        (nested(5_000), "lists and mappings are nested more than 64 levels deep"),
    ],
    ids=["bytes", "nodes", "depth", "far too deep"],
)
def test_what_the_reader_does_not_take_is_not_written(value: Data, why: str) -> None:
    error = refused("title: x\n", Put(("notes",), value))
    assert str(error) == f"directives/a.yaml:1: `title: x` is not changed: {why}"
    assert str(error.help) == "write less"
    assert error.typed == ""


def test_the_line_is_that_of_the_file_as_it_is() -> None:
    done, other = Put(("tasks", 0, "done"), "2024-06-12"), Put(("tasks", 1, "notes"), "a\nb")
    error = refused(TASKS, done, Append(("tags",), "x"), other)
    assert (error.path, error.line) == ("directives/a.yaml", 4)
    assert error.typed == 'notes: "a\\nb"'


def test_what_can_be_typed_by_hand_is_what_was_meant() -> None:
    for change, typed in (
        (Append(("tasks", 1, "evidence"), "1/BC"), "evidence: [1/BC]"),
        (Append(("tasks", 1, "changes"), {"due": "2025"}), "changes: [{due: 2025}]"),
        (Put(("tasks", 1, "title"), "V/v: b"), 'title: "V/v: b"'),
    ):
        assert refused(TASKS, change).typed == typed


def test_a_change_that_says_nothing_new_leaves_the_text() -> None:
    document = reader.read("directives/a.yaml", TASKS.encode())
    assert revised(document, []) == TASKS
    assert revised(document, [Put(("tasks", 0, "title"), "a")]) == TASKS


def test_there_are_cases_enough() -> None:
    names = [one.name for path in FILES for one in cases(path)]
    assert len(names) >= 60
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "directives").rglob("*.yaml")), ids=lambda p: p.stem
)
def test_in_the_documents_of_this_project_an_edit_is_its_line(path: Path) -> None:
    text = path.read_bytes().decode()
    document = reader.read("a", text.encode())
    tasks = document.data["tasks"] if document.data and "tasks" in document.data else ()
    for at in range(0, len(tasks or ()), 9):
        added: list[Change] = [
            Put(("tasks", at, "done"), "2026-11-25"),
            Append(("tasks", at, "tags"), "x"),
        ]
        after = revised(document, added)
        lines = [line for line in difference(text, after).splitlines() if line[:1] in "+-"]
        assert "+    done: 2026-11-25" in lines
        assert len(lines) == 3, lines
        row = Append(("tasks", at, "progress"), {"date": "2026-11-25", "note": "đã trình"})
        back = revised(reader.read("a", revised(document, [row]).encode()), [Remove(row.route)])
        assert back == text
