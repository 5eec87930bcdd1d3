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
from stcli.editing import Append, Change, Put, Remove, Unsafe, intended, revised

FILES = sorted((Path(__file__).parent / "data" / "editing").glob("*.txt"))


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


def test_there_are_cases_enough() -> None:
    names = [one.name for path in FILES for one in cases(path)]
    assert len(names) >= 60
    assert len(set(names)) == len(names)
