"""Many changes of one file: at once as one after the other."""

from __future__ import annotations

from random import Random
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_layouts import Writer

from stcli.documents import reader
from stcli.documents.data import Data
from stcli.documents.document import Document
from stcli.editing import Append, Change, Put, Remove, Unsafe, revised
from stcli.editing import revision as making
from stcli.layout.comments import comments

HEAD: dict[str, Data] = {"number": "1/CT-TTg", "title": "A", "issuer": "a", "issued": "2025-01-06"}
KEYS = ("title", "lead", "due", "evidence", "notes", "tags", "product")


def read(text: str) -> Document:
    return reader.read("a.yaml", text.encode())


def written(chance: Random, count: int) -> Document:
    tasks: list[Data] = []
    for number in range(count):
        task: dict[str, Data] = {"id": str(number)}
        for key in KEYS:
            if chance.random() < 0.5:
                several = key in {"evidence", "tags"} and chance.random() < 0.5
                task[key] = [f"{key} a", "b"] if several else f"{key} {number}"
        tasks.append(task)
    return read(Writer(chance).document({**HEAD, "tasks": tasks}))


def changed(chance: Random, count: int, document: Document) -> list[Change]:
    tasks = (document.data or {})["tasks"]
    assert isinstance(tasks, list)
    found: list[Change] = []
    for number, task in enumerate(tasks):
        assert isinstance(task, dict)
        if chance.random() < 0.8:
            found.append(Put(("tasks", number, "done"), "2025-02-03"))
        if chance.random() < 0.4:
            found.append(Append(("tasks", number, "evidence"), "5/BC"))
        if chance.random() < 0.4:
            found.append(Append(("tasks", number, "progress"), {"date": "2025-02-03", "note": "x"}))
        if "notes" in task and chance.random() < 0.4:
            found.append(Remove(("tasks", number, "notes")))
    if chance.random() < 0.3:
        found.append(Put(("confirmed",), "2025-02-03"))
    if chance.random() < 0.2:
        found.append(Append(("tasks",), {"id": str(count), "title": "new"}))
    if chance.random() < 0.1:
        found.append(Remove(("tasks", 0)))
    return found


def found_in(document: Document) -> list[str]:
    return sorted(text for _, text in comments(document))


@given(st.integers(0, 1 << 32).map(Random), st.integers(1, 6))
def test_at_once_or_one_after_the_other(chance: Random, count: int) -> None:
    document = written(chance, count)
    changes = changed(chance, count, document)
    try:
        text = document.text
        for change in changes:
            text = revised(read(text), [change])
    except Unsafe:
        with pytest.raises(Unsafe):
            revised(document, changes)
    else:
        # One after the other, what was written first is a habit of the file for what follows.
        after = read(revised(document, changes))
        assert not after.problems
        assert after.data == read(text).data
        assert [*found_in(after)] == [*found_in(read(text))]


def test_a_file_is_read_as_often_as_one_entry_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    tasks = "".join(f"  - {{id: {number}, title: A}}\n" for number in range(200))
    document = read("number: 1/CT-TTg\ntasks:\n" + tasks)
    count = 0

    def counting(path: str, content: bytes) -> Document:
        nonlocal count
        count += 1
        return reader.read(path, content)

    monkeypatch.setattr(making, "reader", SimpleNamespace(read=counting))
    changes: list[Change] = [Put(("tasks", number, "done"), "2025-02-03") for number in range(200)]
    changes += [Put(("tasks", number, "evidence"), "5/BC") for number in range(100)]
    assert revised(document, changes).count("evidence: 5/BC") == 100
    assert count == 2
