"""What tells a finding apart stays when its file is laid out in another way, and only then."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from bundles import TODAY, bundle
from pipelines import in_format

from stcli.diagnostics import Diagnostic
from stcli.documents import reader
from stcli.documents.subjects import subject, subject_at
from stcli.examine import examine
from stcli.load import load
from stcli.policy.late import late_tasks
from stcli.render.diagnostics.findings import Findings
from stcli.render.diagnostics.fingerprints import fingerprint, fingerprints
from stcli.sources import AGENCIES, Source
from stcli.states import State

RULES = sorted((Path(__file__).parent / "rules").glob("*.yaml"))
COMMENT = "# ghi chú\n\n# hai\n".encode()
NOT_MOVED = (b"\xff\xfe", b"\xef\xbb\xbf", b"#" * 1000)
"""Starts of files to which nothing can be added without another fault."""
PATH = "directives/2023/25-CT-TTg.yaml"
CHANGED = ("2024-09-02", "2024-05-02", "2024-06-02")
DIRECTIVE = """\
number: 25/CT-TTg
title: Phát triển thị trường khoa học và công nghệ
issuer: bo-khong-co
issued: 2023-10-05
cites: [1/QĐ-TTg, 2/QĐ-TTg]
tasks:
  - id: 1
    title: Xây dựng đề án
    lead: [bo-khcn, bo-a]
    with: [bo-b, bo-c]
    due: 2023-01-15
  - id: 2
    title: Lấy ý kiến
    due: 2024-01-15
    changes:
      - {date: 2024-09-02, by: 3/CT-TTg, due: 2024-12}
      - {date: 2024-05-02, by: 4/CT-TTg, due: 2024-09}
      - {date: 2024-06-02, due: 2024-10}
    progress:
      - {date: 2023-01-10, note: một}
      - {date: 2126-01-10, note: hai}
  - id: 2
    title: Báo cáo
    lead: bo-khcn
    due: quarterly by 20
    periods:
      - {for: 2024-Q1, done: 2024-03-01}
      - {for: 2024-Q2, done: 2126-03-01, evidence: 1/BC-BKHCN}
      - {for: 2020-Q1, done: 2024-03-01, evidence: 1/BC-BKHCN}
  - id: 4
    title: Sơ kết
    lead: bo-khcn
    due: 2024-06-30
  - id: 5
    title: Tổng kết
    lead: bo-khcn
    due: monthly by 25
    done: 2025-07-01
"""
LISTED = """\
agencies:
  - {id: bo-khcn, name: Bộ Khoa học và Công nghệ, parent: bo-khcn}
  - {id: bo-d, name: Bộ D, successors: [{agency: bo-e, from: 2025-03-01}]}
  - {id: bo-d, name: Bộ D}
"""


def found_in(*sources: Source, days: int = 0) -> tuple[Diagnostic, ...]:
    loaded = load(sources)
    day = TODAY + timedelta(days=days)
    return examine(loaded, day, late_tasks(loaded, day, frozenset({State.OVERDUE})))


def tree(directive: str = DIRECTIVE, agencies: str = LISTED) -> tuple[Source, ...]:
    return Source(AGENCIES, agencies.encode()), Source(PATH, directive.encode())


def marks(found: tuple[Diagnostic, ...]) -> tuple[list[str], list[str]]:
    """Give the fingerprints as GitLab and as readers of SARIF get them."""
    findings = Findings(found, 1)
    gitlab = [one["fingerprint"] for one in json.loads(in_format("gitlab", findings))]
    (run,) = json.loads(in_format("sarif", findings))["runs"]
    sarif = [one["partialFingerprints"]["primaryLocationLineHash"] for one in run["results"]]
    return sorted(gitlab), sorted(sarif)


def shuffled(value: Any, chance: random.Random) -> Any:
    """Give data with its keys and the entries of its lists in another order."""
    match value:
        case dict():
            pairs = [(key, shuffled(one, chance)) for key, one in value.items()]
            return dict(chance.sample(pairs, len(pairs)))
        case list():
            return [shuffled(one, chance) for one in chance.sample(value, len(value))]
        case _:
            return value


def laid_out(text: str, seed: int) -> str:
    """Give a file in another layout: order, indentation, quotes, flow or block, comments."""
    chance = random.Random(seed)
    data = shuffled(reader.read("a.yaml", text.encode()).data, chance)
    for task in data.get("tasks", []):
        if "changes" in task:  # one of the findings is about their order
            task["changes"].sort(key=lambda one: CHANGED.index(one["date"]))
    dumped = yaml.safe_dump(
        data,
        allow_unicode=True,
        sort_keys=False,
        indent=chance.choice([2, 4, 6]),
        width=chance.choice([20, 100, 10_000]),
        default_flow_style=chance.choice([None, False, True]),
        default_style=chance.choice([None, '"', "'"]),
    )
    return f"# ghi chú {seed}\n\n{dumped}\n# hết\n"


def test_the_tree_has_findings_of_many_kinds() -> None:
    found = found_in(*tree())
    assert len(found) > 30
    assert len({one.rule for one in found}) > 12
    assert Counter(one.rule for one in found)["overdue"] > 5


@pytest.mark.parametrize("seed", range(40))
def test_another_layout_keeps_every_fingerprint(seed: int) -> None:
    before = found_in(*tree())
    after = found_in(*tree(laid_out(DIRECTIVE, seed), laid_out(LISTED, seed)))
    assert Counter(one.rule for one in before) == Counter(one.rule for one in after)
    assert marks(before) == marks(after)


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_moved_lines_keep_every_fingerprint(path: Path) -> None:
    files = bundle(path.read_text(encoding="utf-8"))
    before = examine(load(files.sources), files.today)
    moved = [
        replace(one, content=COMMENT + one.content)
        if one.content and not one.content.startswith(NOT_MOVED)
        else one
        for one in files.sources
    ]
    after = examine(load(moved), files.today)
    assert marks(before) == marks(after)


INDENTED = """\
number: 25/CT-TTg
title: Xây dựng: đề án
  issuer: thu-tuong
tasks:
- id: 1
\ttitle: một
- id: 2
  title: "hai" ba
"""


@pytest.mark.parametrize(
    "text",
    [
        INDENTED.replace("đề án", "đề án   # ghi chú"),
        INDENTED.replace("Xây dựng:", "Xây  dựng:"),
        INDENTED.replace("title: Xây", "title:   Xây"),
        f"# một\n\n{INDENTED}",
        INDENTED.replace("\n", "\r\n"),
    ],
)
def test_what_cannot_be_read_keeps_its_fingerprint(text: str) -> None:
    before = found_in(Source(PATH, INDENTED.encode()))
    after = found_in(Source(PATH, text.encode()))
    assert before
    assert marks(before) == marks(after)


def test_no_two_findings_share_one() -> None:
    found: list[Diagnostic] = list(found_in(*tree()))
    for path in RULES:
        files = bundle(path.read_text(encoding="utf-8"))
        found += (
            replace(one, place=replace(one.place, path=f"{path.stem}/{one.place.path}"))
            for one in examine(load(files.sources), files.today)
        )
    given = fingerprints(found)
    assert len(given) > 300
    assert len(set(given)) == len(given)
    assert all(re.fullmatch("[0-9a-f]{32}", one) for one in given)


def test_findings_that_only_their_order_tells_apart_are_counted() -> None:
    found = found_in(*tree())
    twice = [*found, *found]
    assert len(set(fingerprints(twice))) == len(twice)
    assert fingerprints(twice)[: len(found)] == fingerprints(found)
    assert fingerprints(found[:1]) == [fingerprint(found[0])]


def test_a_finding_stays_the_same_from_day_to_day() -> None:
    before, after = found_in(*tree()), found_in(*tree(), days=3)
    assert [str(one.message) for one in before] != [str(one.message) for one in after]
    assert marks(before) == marks(after)


def test_another_fault_has_another_fingerprint() -> None:
    before = set(fingerprints(found_in(*tree())))
    for old, new in (("bo-a", "bo-x"), ("1/QĐ-TTg", "9/QĐ-TTg"), ("id: 1\n", "id: 9\n")):
        after = set(fingerprints(found_in(*tree(DIRECTIVE.replace(old, new)))))
        assert before - after
        assert after - before
    mended = DIRECTIVE.replace("title: Lấy ý kiến", "title: Lấy ý kiến\n    lead: bo-khcn")
    gone = before - set(fingerprints(found_in(*tree(mended))))
    assert len(gone) == 1


@pytest.mark.parametrize(
    ("route", "names"),
    [
        ((), ()),
        (("title",), ("title",)),
        (("cites", 1), ("cites", "2/QĐ-TTg")),
        (("tasks", 0, "lead"), ("tasks", "1", "lead")),
        (
            ("tasks", 1, "changes", 1, "due"),
            ("tasks", "2", "changes", "2024-05-02 4/CT-TTg", "due"),
        ),
        (("tasks", 2, "periods", 0), ("tasks", "2", "periods", "2024-Q1")),
        (("tasks", 9, "lead"), ("tasks", "9", "lead")),
        (("tasks", 0, "notes", "x"), ("tasks", "1", "notes", "x")),
    ],
)
def test_a_route_in_names(route: tuple[str | int, ...], names: tuple[str, ...]) -> None:
    document = reader.read(PATH, DIRECTIVE.encode())
    assert subject(document.data, route) == names


def test_entries_without_an_id() -> None:
    data: Any = {"tasks": [{"title": "một"}, {"due": "2025"}, ["x"], None]}
    named = [subject(data, ("tasks", position)) for position in range(4)]
    assert named == [("tasks", "một"), ("tasks", ""), ("tasks", ""), ("tasks", "")]


@pytest.mark.parametrize(
    ("text", "at", "names"),
    [
        ("a: b\n  c:  d   # e\nf", "c:", ("c: d",)),
        ("- - c: d", "d", ("c: d",)),
        ("a: b # allow: x, y", "x", ("a: b", "x")),
        ("# allow: x", "x", ("", "x")),
        ("a: b", "", ()),
    ],
)
def test_a_line_without_its_layout(text: str, at: str, names: tuple[str, ...]) -> None:
    start = text.index(at)
    assert subject_at(text, start, start + len(at)) == names
