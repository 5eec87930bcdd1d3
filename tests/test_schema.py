from __future__ import annotations

from datetime import date

import pytest

from stcli.deadlines import Day, Ongoing
from stcli.diagnostics import Severity
from stcli.documents import reader
from stcli.model import AgencyKind, Succession
from stcli.schema.faults import MOST_REPORTED, Fault
from stcli.schema.reading import read_agencies, read_directive, read_settings
from stcli.settings import Settings

HEAD = "number: 1/QĐ-UBND\ntitle: t\nissuer: a\nissued: 2024-01-01\n"

FULL = """\
number: 03/NQ-CP
title: Chương trình hành động
issuer: chinh-phu
issued: 2025-01-09
received: 2025-01-10
implements: 57-NQ/TW
cites: [a, b]
tasks:
  - id: 1
    title: Đề án
    lead: bo-tttt
    with: [bo-khcn]
    due: 2025-06-30
    changes:
      - {date: 2025-04-01, by: 71/NQ-CP, due: ongoing, lead: [bo-khcn]}
    progress:
      - {date: 2025-02-01, percent: 40}
    cancelled: {date: 2025-05-01, reason: trùng}
    periods:
      - {for: 2025-Q1, done: 2025-03-20, evidence: 1/BC}

  - id: 2a
    title: Báo cáo
    lead:
    due:
"""


def faults_of(text: str) -> list[tuple[str, str]]:
    document = reader.read("f.yaml", text.encode())
    assert document.problems == ()
    _, wrong = read_directive(document)
    return [(fault.rule, marked(text, fault)) for fault in wrong]


def marked(text: str, fault: Fault) -> str:
    place = reader.read("f.yaml", text.encode()).place(fault.route, key=fault.at_key)
    return f"{place.line}:{place.column} {text[place.start : place.end]}".rstrip()


def test_a_directive_is_built_as_written() -> None:
    directive, wrong = read_directive(reader.read("d.yaml", FULL.encode()))
    assert wrong == ()
    assert directive is not None
    assert (directive.path, directive.line) == ("d.yaml", 1)
    assert directive.bases.received == date(2025, 1, 10)
    assert (directive.implements, directive.cites) == (("57-NQ/TW",), ("a", "b"))
    first, second = directive.tasks
    assert (first.line, second.line) == (9, 22)
    assert (first.leads, first.coordinating, first.due) == (
        ("bo-tttt",),
        ("bo-khcn",),
        Day(date(2025, 6, 30)),
    )
    (change,) = first.changes
    assert (change.day, change.due, change.leads) == (date(2025, 4, 1), Ongoing(None), ("bo-khcn",))
    assert change.coordinating is None
    assert first.progress[0].percent == 40
    assert first.cancelled is not None
    assert first.cancelled.reason == "trùng"
    assert first.periods[0].evidence == ("1/BC",)
    assert (second.id, second.leads, second.due) == ("2a", (), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: t\nissuer: a\nissued: 2024-01-01\n", [("missing-key", "1:1 title: t")]),
        (HEAD + "titel: x\n", [("unknown-key", "5:1 titel")]),
        (HEAD + "path: x\n", [("unknown-key", "5:1 path")]),
        (HEAD + "notes: [a]\n", [("wrong-value", "5:8 [a]")]),
        (HEAD.replace("title: t", "title:"), [("missing-key", "2:7")]),
        (HEAD.replace("title: t", "title: ' '"), [("missing-key", "2:8 ' '")]),
        (HEAD.replace("issued: 2024-01-01", "issued:"), [("missing-key", "4:8")]),
        (HEAD.replace("2024-01-01", "[1]"), [("malformed-date", "4:9 [1]")]),
        (HEAD.replace("2024-01-01", "2024-02-30"), [("malformed-date", "4:9 2024-02-30")]),
        (HEAD + "tasks: x\n", [("wrong-value", "5:8 x")]),
        (HEAD + "tasks: {a: b}\n", [("wrong-value", "5:8 {a: b}")]),
        (HEAD + "tasks:\n  - x\n", [("wrong-value", "6:5 x")]),
        (HEAD + "tasks: [{id: 1 2, title: t}]\n", [("malformed-id", "5:14 1 2")]),
        (HEAD + "tasks: [{id: '', title: t}]\n", [("missing-key", "5:14 ''")]),
        (
            HEAD + "tasks:\n  - id: 1\n    title: t\n    due: 30/6/2025\n",
            [("malformed-deadline", "8:10 30/6/2025")],
        ),
        (
            HEAD + "tasks:\n  - id: 1\n    title: t\n    due: [a]\n",
            [("malformed-deadline", "8:10 [a]")],
        ),
        (
            HEAD + "tasks:\n  - id: 1\n    title: t\n    lead: [a, '']\n    cancelled: no\n",
            [("missing-key", "8:15 ''"), ("wrong-value", "9:16 no")],
        ),
        (
            HEAD + "tasks:\n  - {id: 1, title: t, progress: [{date: 2024-01-01, percent: 1_0}]}\n",
            [("wrong-value", "6:62 1_0")],
        ),
        (
            HEAD + "tasks:\n  - {id: 1, title: t, changes: [{dat: 2024-01-01}]}\n",
            [
                ("missing-key", "6:33 {dat: 2024-01-01}]}"),
                ("unknown-key", "6:34 dat"),
            ],
        ),
    ],
)
def test_faults_stand_at_their_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert faults_of(text) == expected


def test_an_unknown_key_is_answered_with_a_near_one_or_all() -> None:
    document = reader.read(
        "f.yaml", (HEAD + "tasks: [{id: 1, title: t, leed: a}]\nx: 1\n").encode()
    )
    helps = sorted(str(fault.help) for fault in read_directive(document)[1])
    assert helps[0] == "did you mean `lead`?"
    assert helps[1].startswith("the keys here are: number, title, issuer, issued, ")


def test_the_faults_of_one_file_are_bounded() -> None:
    text = HEAD + "".join(f"key{n}: 1\n" for n in range(MOST_REPORTED + 5))
    document = reader.read("f.yaml", text.encode())
    wrong = read_directive(document)[1]
    assert len(wrong) == MOST_REPORTED + 1
    assert str(wrong[-1].message) == "5 more faults in this file are not shown"


def test_agencies() -> None:
    text = (
        "agencies:\n  - {id: a, name: A}\n"
        "  - id: b\n    name: B\n    kind: party\n    from: 2025-03-01\n"
        "    successors: [{agency: a, from: 2026-01-01, basis: 1/NQ, for: [x]}]\n"
    )
    (first, second), wrong = read_agencies(reader.read("agencies.yaml", text.encode()))
    assert wrong == ()
    assert (first.kind, first.line, first.label) == (AgencyKind.STATE, 2, "A")
    assert (second.kind, second.line, second.since) == (AgencyKind.PARTY, 3, date(2025, 3, 1))
    assert second.successors == (Succession("a", date(2026, 1, 1), "1/NQ", ("x",)),)


def test_ids_of_agencies_are_compared_composed() -> None:
    text = "agencies: [{id: so\u0302-y, name: A, parent: so\u0302-y}]\n"
    (agency,), _ = read_agencies(reader.read("agencies.yaml", text.encode()))
    given = HEAD.replace("issuer: a", "issuer: s\u00f4-y")
    directive, _ = read_directive(reader.read("d.yaml", given.encode()))
    assert directive is not None
    assert agency.id == agency.parent == directive.issuer == "s\u00f4-y"


def test_a_wrong_agency_gives_none() -> None:
    document = reader.read("agencies.yaml", b"agencies: [{id: a, name: A, kind: club}]\n")
    found, (fault,) = read_agencies(document)
    assert found == ()
    assert str(fault.message) == (
        "`club` is not one of state, party, association, enterprise, collective"
    )


def test_settings() -> None:
    text = (
        "before: inclusive\nroll: next-working-day\ndue_soon: 3\ntimezone: UTC\nlang: vi\n"
        "severity: {several-leads: off, done-without-evidence: error}\n"
    )
    found, wrong = read_settings(reader.read("stcli.yaml", text.encode()))
    assert wrong == ()
    assert found == Settings(
        before_inclusive=True,
        roll=True,
        due_soon=3,
        timezone="UTC",
        language="vi",
        severities={"several-leads": Severity.OFF, "done-without-evidence": Severity.ERROR},
    )


def test_empty_settings_are_the_defaults() -> None:
    text = "before:\nroll:\ndue_soon:\ntimezone:\nlang:\nseverity:\n"
    assert read_settings(reader.read("stcli.yaml", text.encode())) == (Settings(), ())


def test_wrong_settings_are_named() -> None:
    text = "before: maybe\ndue_soon: -1\nseverity: {several-leads: fatal}\nlang: [en]\n"
    found, wrong = read_settings(reader.read("stcli.yaml", text.encode()))
    assert found is None
    assert sorted(fault.route for fault in wrong) == [
        ("before",), ("due_soon",), ("lang",), ("severity", "several-leads"),
    ]  # fmt: skip


def test_a_limit_of_extensions_has_to_be_written() -> None:
    document = reader.read("stcli.yaml", b"extensions: {limit: , basis: 1/NQ}\n")
    found, (fault,) = read_settings(document)
    assert found is None
    assert (fault.rule, fault.route) == ("missing-key", ("extensions", "limit"))
    assert str(fault.message) == "a number is required here"
