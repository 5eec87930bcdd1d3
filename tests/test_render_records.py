from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from builders import SETTINGS, directive, rows, task, tracker
from drawings import (
    LABEL,
    REFERENCES,
    ROWS,
    TODAY,
    TRACKER,
    UNREAD,
    assignment,
)

from stcli.render import csv as csv_format
from stcli.render import detail_records, records
from stcli.render import json as json_format
from stcli.views.cascade import cascade
from stcli.views.details import detail
from stcli.views.status import Grouping, status
from stcli.views.tree import tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from stcli.render.records import Record

STATUS = status(ROWS, TRACKER, REFERENCES, TODAY, Grouping.DIRECTIVE)
TREE = tree(ROWS, cascade(TRACKER, REFERENCES, TODAY), REFERENCES)
DETAILS = {
    name: detail(found, TRACKER, REFERENCES, SETTINGS, TODAY)
    for name, found in (
        ("directive", REFERENCES.written("03/NQ-CP")[0]),
        ("task", assignment("03/NQ-CP", "16")),
        ("agency", TRACKER.agencies["bo-khdt"]),
    )
}
ANSWERS: dict[str, Record] = {
    "status": records.status(STATUS, UNREAD),
    "tasks": records.tasks(iter(()), TODAY, ()) | {"tasks": [*records.task_list(ROWS, LABEL)]},
    "tree": records.tree(TREE, TODAY, ()),
    **{
        f"show-{name}": detail_records.show(found, LABEL, UNREAD) for name, found in DETAILS.items()
    },
}
COUNTS = {
    "total", "done", "done-late", "open", "due-soon", "overdue", "ongoing", "cancelled", "returned"
}  # fmt: skip


def as_json(record: Record) -> str:
    stream = StringIO()
    json_format.write(record, stream)
    return stream.getvalue()


def as_csv(fields: Sequence[str], of: records.Parts | Iterable[Record]) -> str:
    stream = StringIO()
    csv_format.write(fields, of, stream)
    return stream.getvalue()


@pytest.mark.parametrize("name", ANSWERS)
def test_json(name: str, golden: Callable[[str, str], None]) -> None:
    text = as_json(ANSWERS[name])
    golden(f"{name}.json", text)
    assert json.loads(text) == ANSWERS[name]
    assert text.endswith("}\n")


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_names_its_format_its_day_and_what_it_lacks(name: str) -> None:
    record = ANSWERS[name]
    assert record["format"] == f"stcli.{name.split('-', maxsplit=1)[0]}/1"
    assert record["as_of"] == "2025-06-10"
    assert record["incomplete"] in ([], list(UNREAD))


def test_the_contract_of_status() -> None:
    record = json.loads(as_json(ANSWERS["status"]))
    assert set(record["totals"]) == COUNTS
    for row in record["rows"]:
        named = {"key", "title", "issued", "path", "requested", "depth", "parent"}
        assert set(row) == COUNTS | named
        parts = COUNTS - {"total", "due-soon"}
        assert row["total"] == sum(row[part] for part in parts)
        assert row["due-soon"] <= row["open"]


def test_the_contract_of_tasks() -> None:
    record = json.loads(as_json(ANSWERS["tasks"]))
    one = record["tasks"][1]
    contract = {
        "id": "03/NQ-CP#24",
        "directive": "03/NQ-CP",
        "title": "Trình Quốc hội cơ chế đặc thù về đầu tư, mua sắm sản phẩm số",
        "state": "due-soon",
        "lead": ["bo-khdt", "bo-khcn"],
        "responsible": ["bo-tai-chinh", "bo-khcn"],
        "with": [],
        "due": "2025-06-15",
        "effective_due": "2025-06-15",
        "days_late": 0,
        "done": None,
        "evidence": [],
        "path": "directives/2025/03-NQ-CP.yaml",
        "line": 40,
    }
    assert {key: one[key] for key in contract} == contract
    assert list(one)[: len(contract)] == list(contract)


def test_what_is_not_stated_is_null() -> None:
    (row,) = rows(tracker(directive("1/CT-X", task("1"))), "2025-01-01")
    one = records.task(row, str)
    assert one["due"] is one["effective_due"] is one["deadline"] is one["done"] is None
    assert one["lead"] == one["evidence"] == []


def test_tasks_are_written_one_by_one() -> None:
    listed = records.task_list(ROWS, LABEL)
    assert as_json(records.tasks(listed, TODAY, ())) == as_json(ANSWERS["tasks"])
    nothing = as_json(ANSWERS["tasks"] | {"tasks": []})
    assert as_json(records.tasks(iter(()), TODAY, ())) == nothing


def in_parts(count: int) -> records.Parts:
    """The tasks, so many at a time."""
    starts = range(0, len(ROWS), count)
    return records.Parts(
        lambda write: (
            write(records.task_list(ROWS[start : start + count], LABEL)) for start in starts
        )
    )


@pytest.mark.parametrize("count", [1, 3, 1_000])
def test_what_comes_in_parts_is_written_as_if_it_came_at_once(count: int) -> None:
    parts = in_parts(count)
    assert as_json(records.tasks(parts, TODAY, ())) == as_json(ANSWERS["tasks"])
    listed = as_csv(records.TASK_FIELDS, [*records.task_list(ROWS, LABEL)])
    assert as_csv(records.TASK_FIELDS, parts) == listed
    nothing = records.Parts(lambda _: ())
    empty = ANSWERS["tasks"] | {"tasks": []}
    assert as_json(records.tasks(nothing, TODAY, ())) == as_json(empty)
    assert as_csv(("id",), nothing) == "id\n"


def test_no_text_of_a_record_is_taken_for_the_end_of_another() -> None:
    texts = ("}, {", '"}, {"id": "', '}, {"id": ', "\\", "\u202e")
    some: list[Record] = [{"id": one, "tags": [one, "}"], "none": None} for one in texts]
    parts = records.Parts(lambda write: (write(some), write(some[:1])))
    lines = as_json({"tasks": parts}).splitlines()
    assert lines == as_json({"tasks": iter([*some, some[0]])}).splitlines()
    assert len(lines) == len(texts) + 5


def test_a_record_a_line_in_a_list_of_records() -> None:
    lines = as_json(ANSWERS["tasks"]).splitlines()
    assert sum('"id": ' in line for line in lines) == len(ROWS)
    assert all(json.loads(line.strip().rstrip(",")) for line in lines if line.startswith("    {"))


def test_json_refuses_what_json_has_no_word_for() -> None:
    with pytest.raises(ValueError, match="JSON"):
        as_json({"share": float("nan")})


@pytest.mark.parametrize(
    ("name", "fields", "of"),
    [
        ("status", records.STATUS_FIELDS, lambda: records.status_rows(STATUS)),
        ("tasks", records.TASK_FIELDS, lambda: records.task_list(ROWS, LABEL)),
        ("tree", records.TREE_FIELDS, lambda: records.tree_rows(TREE)),
    ],
)
def test_csv(
    name: str,
    fields: tuple[str, ...],
    of: Callable[[], Iterable[Record]],
    golden: Callable[[str, str], None],
) -> None:
    listed = list(of())
    text = as_csv(fields, listed)
    golden(f"{name}.csv", text)
    read = list(csv.DictReader(StringIO(text)))
    assert [tuple(one) for one in listed] == [fields] * len(listed)
    assert [set(one) for one in read] == [set(fields)] * len(listed)


def test_no_cell_of_a_record_is_a_formula() -> None:
    record: Record = {"text": "=1+1", "list": ["x", "=2"], "day": date(2025, 1, 2), "line": -1}
    assert as_csv(tuple(record), [record]) == "text,list,day,line\n'=1+1,x; '=2,2025-01-02,-1\n"


def test_csv_of_nothing_has_its_fields() -> None:
    assert as_csv(("id", "title"), ()) == "id,title\n"


@pytest.mark.parametrize("name", DETAILS)
def test_the_tasks_of_what_is_shown(name: str) -> None:
    listed = [row.reference for row in detail_records.rows_of(DETAILS[name])]
    assert (
        listed
        == {
            "directive": [row.reference for row in ROWS if row.directive.number == "03/NQ-CP"],
            "task": ["03/NQ-CP#16"],
            "agency": ["03/NQ-CP#24", "03/NQ-CP#50"],
        }[name]
    )


def test_a_row_of_a_tree_names_the_row_above_it() -> None:
    listed = list(records.tree_rows(TREE))
    for one in listed:
        if one["parent"] is None:
            assert one["depth"] == 0
        else:
            assert isinstance(one["parent"], int)
            assert listed[one["parent"]]["depth"] == int(str(one["depth"])) - 1
