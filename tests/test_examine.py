"""Findings weighed, allowed and placed; the rules one by one are in `test_rules.py`."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import builders
import pytest
from bundles import LISTED, TODAY, bundle
from hypothesis import given, settings
from hypothesis import strategies as st

from stcli.diagnostics import Severity
from stcli.examine import examine, examining, findings
from stcli.load import load, part
from stcli.references import References
from stcli.rules.catalogue import RULES
from stcli.rules.circles import circles
from stcli.rules.guesses import MOST_GUESSED
from stcli.rules.registry import Survey
from stcli.settings import Settings
from stcli.sources import Source, read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from stcli.diagnostics import Diagnostic
    from stcli.documents.data import Data, Route
    from stcli.model import Tracker

RULE_FILES = sorted((Path(__file__).parent / "rules").glob("*.yaml"))

LARGE = 10_000
"""Bytes of a file that slows a test down."""

HEAD = """\
number: 25/CT-TTg
title: Phát triển thị trường
issuer: thu-tuong
issued: 2023-10-05
"""
TWO_LEADS = "tasks:\n  - id: 1\n    title: Rà soát\n    lead: [bo-khcn, bo-tai-chinh]"


def found_in(*texts: str, settings: str = "") -> list[Diagnostic]:
    """Give what is found in directives, with a list of agencies and settings."""
    paths = (f"directives/{number}.yaml" for number in range(len(texts)))
    sources = [Source(path, text.encode()) for path, text in zip(paths, texts, strict=True)]
    sources.append(Source("directives/agencies.yaml", LISTED.encode()))
    if settings:
        sources.append(Source("stcli.yaml", settings.encode()))
    return list(examine(load(sources), TODAY))


def rules_of(found: list[Diagnostic]) -> list[tuple[str, str]]:
    return [(one.severity.value, one.rule) for one in found]


def only(found: list[Diagnostic]) -> Diagnostic:
    assert len(found) == 1, found
    return found[0]


# Weights


def test_a_rule_has_its_own_weight_unless_the_office_sets_another() -> None:
    text = f"{HEAD}{TWO_LEADS}\n"
    assert rules_of(found_in(text)) == [("warning", "several-leads")]
    heavier = found_in(text, settings="severity: {several-leads: error}\n")
    assert rules_of(heavier) == [("error", "several-leads")]
    assert found_in(text, settings="severity: {several-leads: off}\n") == []


def test_doubts_of_the_reader_are_weighed_too() -> None:
    text = HEAD.replace("thị trường", "thị trường #3 của năm")
    assert rules_of(found_in(text)) == [("warning", "text-after-hash")]
    heavier = found_in(text, settings="severity: {text-after-hash: error}\n")
    assert rules_of(heavier) == [("error", "text-after-hash")]
    assert found_in(text, settings="severity: {text-after-hash: off}\n") == []


def test_what_leaves_a_file_unread_stays_an_error() -> None:
    found = found_in("title: x: y\n", settings="severity: {colon-in-text: off}\n")
    assert rules_of(found) == [("error", "colon-in-text"), ("warning", "unknown-rule")]


# Allowances


@pytest.mark.parametrize(
    "text",
    [
        f"{TWO_LEADS}  # stcli: allow several-leads\n",
        f"{TWO_LEADS} # stcli:allow several-leads # văn bản ghi hai bộ\n",
        TWO_LEADS.replace("    lead", "    # stcli: allow several-leads\n    lead") + "\n",
        TWO_LEADS.replace("    lead", "    # stcli: allow several-leads\n\n    # x\n    lead")
        + "\n",
    ],
)
def test_an_allowance_on_the_line_or_above_it_drops_a_finding(text: str) -> None:
    assert found_in(HEAD + text) == []


def test_an_allowance_drops_nothing_of_another_rule_line_or_file() -> None:
    allowed = "  # stcli: allow several-leads\n"
    of_rule = found_in(f"{HEAD}{TWO_LEADS}  # stcli: allow unknown-agency\n")
    of_line = found_in(f"{HEAD}{TWO_LEADS}\n    notes: ghi chú{allowed}")
    of_file = found_in(f"{HEAD}{TWO_LEADS}\n", HEAD.replace("25/", "26/").rstrip() + allowed)
    for found in (of_rule, of_line, of_file):
        assert Counter(rules_of(found)) == Counter(
            [("warning", "several-leads"), ("warning", "unused-allowance")]
        )


def test_one_allowance_drops_all_of_its_rule_on_the_line() -> None:
    task = "tasks:\n  - {id: 1, title: Rà soát, lead: a, with: [b, c]}"
    assert len(found_in(f"{HEAD}{task}\n")) == 3
    assert found_in(f"{HEAD}{task}  # stcli: allow unknown-agency\n") == []


def test_an_allowance_that_allows_nothing_is_shown_where_its_rule_is_named() -> None:
    found = only(found_in(f"{HEAD.rstrip()}  # stcli: allow several-leads\n"))
    assert (found.rule, str(found.message)) == (
        "unused-allowance",
        "`several-leads` finds nothing on this line",
    )
    assert found.place.excerpt[found.place.column - 1 : found.place.end_column - 1] == (
        "several-leads"
    )


def test_an_allowance_of_an_unknown_rule_asks_which_was_meant() -> None:
    near = only(found_in(f"{HEAD.rstrip()}  # stcli: allow several-lead\n"))
    assert str(near.help) == "did you mean `several-leads`?"
    far = only(found_in(f"{HEAD.rstrip()}  # stcli: allow zzzzzz\n"))
    assert (str(far.message), str(far.help)) == ("there is no rule `zzzzzz`", "see: stcli explain")


def test_a_rule_that_leaves_a_file_unread_cannot_be_allowed() -> None:
    found = found_in("title: x: y  # stcli: allow colon-in-text\n")
    assert rules_of(found) == [("error", "colon-in-text")]
    useless = only(found_in(f"{HEAD.rstrip()}  # stcli: allow colon-in-text\n"))
    assert str(useless.message) == "`colon-in-text` cannot be allowed"


def test_an_allowance_of_a_rule_that_is_off_may_stay() -> None:
    text = f"{HEAD}{TWO_LEADS}  # stcli: allow several-leads\n"
    assert found_in(text, settings="severity: {several-leads: off}\n") == []


def test_unused_allowances_can_be_weighed() -> None:
    text = f"{HEAD.rstrip()}  # stcli: allow several-leads\n"
    assert found_in(text, settings="severity: {unused-allowance: off}\n") == []
    heavier = found_in(text, settings="severity: {unused-allowance: error}\n")
    assert rules_of(heavier) == [("error", "unused-allowance")]


def test_while_a_file_is_unread_no_allowance_counts_as_unused_but_unknown_ones() -> None:
    text = f"{HEAD.rstrip()}  # stcli: allow duplicate-directive, duplicate-directiv\n"
    found = found_in(text, "number: [\n")
    assert rules_of(found) == [("warning", "unused-allowance"), ("error", "unclosed-bracket")]
    assert str(found[0].message) == "there is no rule `duplicate-directiv`"


# What an unread file leaves unsaid


def test_agencies_are_not_unknown_while_their_list_cannot_be_read() -> None:
    sources = [
        Source("directives/a.yaml", f"{HEAD}{TWO_LEADS}  # stcli: allow several-leads\n".encode()),
        Source("directives/agencies.yaml", b"agencies:\n  - {id: a}\n"),
    ]
    assert rules_of(list(examine(load(sources), TODAY))) == [("error", "missing-key")]


def test_without_a_list_of_agencies_each_directive_says_so_once() -> None:
    text = f"{HEAD}{TWO_LEADS}  # stcli: allow several-leads\n"
    found = only(list(examine(load([Source("directives/a.yaml", text.encode())]), TODAY)))
    assert (found.rule, found.place.line) == ("unknown-agency", 3)
    assert str(found.help) == "list it in directives/agencies.yaml, with its id and name"


@pytest.mark.parametrize("broken", ["issued: 5/10/2023", "issued: [", "isued: 2023-10-05"])
def test_references_to_a_file_that_cannot_be_read_are_not_unknown(broken: str) -> None:
    other = "number: 26/CT-TTg\ntitle: Dẫn chiếu\nissuer: thu-tuong\nissued: 2023-10-06\n"
    cites = f"{other}cites: 25/CT-TTg\n"
    assert rules_of(found_in(cites)) == [("warning", "unknown-reference")]
    rules = {one.rule for one in found_in(HEAD.replace("issued: 2023-10-05", broken), cites)}
    assert "unknown-reference" not in rules
    assert rules


# Sentences


@pytest.mark.parametrize(
    ("reference", "message", "remedy"),
    [
        (
            "26/CT-TTg",
            "no file has the number `26/CT-TTg`",
            "add a file for it, or allow it on this line if it is kept elsewhere",
        ),
        ("25CT/TTG", "no file has the number `25CT/TTG`", "did you mean `25/CT-TTg`?"),
        (
            "25/CT-TTg@2022",
            "no `25/CT-TTg` of 2022 is among the files",
            "did you mean `25/CT-TTg`?",
        ),
        (
            "'#3'",
            "`#3` names no document",
            "write the number of the directive before the #",
        ),
        ("25/CT-TTg#9", "`25/CT-TTg` has no task `9`", "its tasks are: 1, 2, 3, 4, 5, ..."),
        ("3772/UBND#1", "`3772/UBND` has no task `1`", None),
    ],
)
def test_an_unknown_reference_says_what_is_near(
    reference: str, message: str, remedy: str | None
) -> None:
    tasks = "".join(f"  - {{id: {n}, title: Rà soát, lead: bo-khcn}}\n" for n in range(1, 9))
    letter = "number: 3772/UBND\ntitle: x\nissuer: ubnd-kon-tum\nissued: 2023-11-01\n"
    found = only(found_in(f"{HEAD}tasks:\n{tasks}", f"{letter}cites: {reference}\n"))
    assert found.rule == "unknown-reference"
    assert str(found.message) == message
    assert str(found.help) == (remedy or NO_TASKS)


def test_few_tasks_and_candidates_are_all_named() -> None:
    tasks = "".join(f"  - {{id: {n}, title: Rà soát, lead: bo-khcn}}\n" for n in range(1, 6))
    letter = "number: 1/UBND\ntitle: x\nissuer: ubnd-kon-tum\nissued: 2024-11-01\n"
    found = only(found_in(f"{HEAD}tasks:\n{tasks}", f"{letter}cites: 25/CT-TTg#9\n"))
    assert str(found.help) == "its tasks are: 1, 2, 3, 4, 5"
    years = [HEAD.replace("2023", str(year)) for year in range(2019, 2024)]
    found = only(found_in(*years, f"{letter}cites: 25/CT-TTg\n"))
    assert str(found.help).endswith("25/CT-TTg@2022 / 25/CT-TTg@2023")


NO_TASKS = "no task was entered in its file yet; write the reference without #"


def test_an_ambiguous_reference_lists_what_to_write() -> None:
    years = [HEAD.replace("2023", str(year)) for year in range(2016, 2024)]
    letter = "number: 1/UBND\ntitle: x\nissuer: ubnd-kon-tum\nissued: 2024-11-01\n"
    two = only(found_in(*years[:2], f"{letter}cites: 25/CT-TTg\n"))
    assert str(two.message) == "`25/CT-TTg` can mean 2 directives"
    assert str(two.help) == "write 25/CT-TTg@2016 / 25/CT-TTg@2017"
    many = only(found_in(*years, f"{letter}cites: 25/CT-TTg\n"))
    assert str(many.help).endswith("25/CT-TTg@2020 / ...")
    assert len(many.related) == 5


@pytest.mark.parametrize(
    ("members", "shown"),
    [
        (1, "1/CT-TTg → 1/CT-TTg"),
        (5, "1/CT-TTg → 2/CT-TTg → 3/CT-TTg → 4/CT-TTg → 5/CT-TTg → 1/CT-TTg"),
        (6, "1/CT-TTg → 2/CT-TTg → 3/CT-TTg → 4/CT-TTg → 5/CT-TTg → ... → 1/CT-TTg"),
        (9, "1/CT-TTg → 2/CT-TTg → 3/CT-TTg → 4/CT-TTg → 5/CT-TTg → ... → 1/CT-TTg"),
    ],
)
def test_a_circle_names_its_members_from_the_oldest(members: int, shown: str) -> None:
    found = only(
        found_in(
            *(
                f"number: {n}/CT-TTg\ntitle: x\nissuer: thu-tuong\nissued: 2023-10-0{n}\n"
                f"implements: {n % members + 1}/CT-TTg\n"
                for n in range(members, 0, -1)
            )
        )
    )
    assert str(found.message) == f"this makes a circle: {shown}"
    assert found.place.path == f"directives/{members - 1}.yaml"
    assert len(found.related) == min(members - 1, 5)


@pytest.mark.parametrize(
    ("number", "message", "remedy"),
    [
        ("1298/QD-UBND", "`QD` is read as `QĐ`: write it with Đ", "write 1298/QĐ-UBND"),
        (
            "1298/QÐ-UBND",
            "`1298/QÐ-UBND` holds letters, dashes or spaces that only look like the usual ones",
            "write 1298/QĐ-UBND",
        ),
        ("1298 /KH-UBND", "`1298 /KH-UBND` is not in the usual spelling", "write 1298/KH-UBND"),
        (
            "1298/NĐ-CP",
            "add the year between `1298` and `NĐ-CP`",
            "compare it with the document; where it is so there, allow it on this line",
        ),
    ],
)
def test_a_doubtful_number_says_what_to_write(number: str, message: str, remedy: str) -> None:
    found = only(found_in(HEAD.replace("25/CT-TTg", number)))
    assert (found.rule, str(found.message)) == ("doubtful-number", message)
    assert str(found.help) == remedy


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Bộ Khoa học và Công nghệ", "bo-khcn"),
        ("bộ kh&cn", "bo-khcn"),
        ("BO-KHCN", "bo-khcn"),
        ("so-khnc", "so-khcn"),
        ("zzzzzzzzzz", None),
    ],
)
def test_an_unknown_agency_asks_which_was_meant(name: str, meant: str | None) -> None:
    found = only(found_in(f"{HEAD}tasks:\n  - {{id: 1, title: Rà soát, lead: {name}}}\n"))
    assert str(found.message) == f"no agency has the id `{name}`"
    assert str(found.help) == (
        f"did you mean `{meant}`?"
        if meant
        else "list it in directives/agencies.yaml, with its id and name"
    )


def test_thousands_of_unknown_agencies_are_reported_and_not_guessed_at() -> None:
    names = ", ".join(f"bo-khcm{number}" for number in range(MOST_GUESSED + 1))
    found = found_in(f"{HEAD}tasks:\n  - {{id: 1, title: x, lead: so-khcn, with: [{names}]}}\n")
    assert [str(one.help).startswith("did you mean") for one in found[-2:]] == [True, False]


@pytest.mark.parametrize(
    ("day", "lead", "message", "remedy"),
    [
        (
            "2025-04-01",
            "bo-tttt",
            "`bo-tttt` ended on 2025-02-28, before 2025-04-01",
            "if bo-khcn is meant, write that; if not, allow it on this line",
        ),
        (
            "2025-03-01",
            "bo-tttt",
            "`bo-tttt` ended on 2025-02-28, before 2025-03-01",
            "if bo-khcn is meant, write that; if not, allow it on this line",
        ),
        (
            "2025-01-09",
            "bo-nnmt",
            "`bo-nnmt` begins on 2025-03-01, after 2025-01-09",
            "if bo-tttt is meant, write that; if not, allow it on this line",
        ),
        (
            "2025-04-01",
            "bo-cu",
            "`bo-cu` ended on 2025-02-28, before 2025-04-01",
            "correct the agency or its days; if both are right, allow it on this line",
        ),
    ],
)
def test_an_agency_not_in_being_names_who_was(
    day: str, lead: str, message: str, remedy: str
) -> None:
    listed = (
        f"{LISTED}  - id: bo-tttt\n    name: Bộ TT&TT\n    until: 2025-02-28\n    successors:\n"
        "      - {agency: bo-khcn, from: 2025-03-01}\n"
        "      - {agency: bo-nnmt, from: 2025-05-01}\n"
        "  - {id: bo-nnmt, name: Bộ NN&MT, from: 2025-03-01}\n"
        "  - {id: bo-cu, name: Bộ cũ, until: 2025-02-28, successors: []}\n"
    )
    text = HEAD.replace("2023-10-05", day)
    task = f"tasks:\n  - {{id: 1, title: Rà soát, lead: {lead}, done: {day}, evidence: x}}\n"
    sources = [
        Source("directives/a.yaml", (text + task).encode()),
        Source("directives/agencies.yaml", listed.encode()),
    ]
    found = only(list(examine(load(sources), TODAY)))
    assert (str(found.message), str(found.help)) == (message, remedy)


def test_a_circle_of_handovers_is_told_from_the_agency_that_takes_back() -> None:
    listed = (
        "agencies:\n"
        "  - {id: a, name: A, successors: [{agency: b, from: 2020-01-01}]}\n"
        "  - {id: b, name: B, successors: [{agency: c, from: 2025-01-01}]}\n"
        "  - {id: c, name: C, successors: [{agency: a, from: 2017-01-01}]}\n"
        "  - {id: d, name: D, successors: [{agency: a, from: 2017-01-01}]}\n"
        "  - {id: e, name: E, successors: [{agency: f, from: 2025-03-01}]}\n"
        "  - {id: f, name: F, successors: [{agency: e, from: 2025-03-01}]}\n"
    )
    sources = [Source("directives/agencies.yaml", listed.encode())]
    found = only(list(examine(load(sources), TODAY)))
    assert str(found.message) == ("the handovers of 2025-03-01 and before make a circle: e → f → e")
    assert [str(one.message) for one in found.related] == ["e hands over to f"]
    shuffled = listed.replace("2025-01-01", "2018-01-01").replace("2017-", "2016-")
    found = only(
        list(examine(load([Source("directives/agencies.yaml", shuffled.encode())]), TODAY))[:1]
    )
    assert str(found.message) == (
        "the handovers of 2020-01-01 and before make a circle: b → c → a → b"
    )
    assert [str(one.message) for one in found.related] == [
        "b hands over to c",
        "c hands over to a",
    ]


def test_tasks_left_to_nobody_are_counted() -> None:
    listed = f"{LISTED}  - {{id: bo-cu, name: Bộ cũ, until: 2025-02-28}}\n"
    tasks = "".join(f"  - {{id: {n}, title: x, lead: bo-cu}}\n" for n in range(3))
    sources = [
        Source("directives/a.yaml", f"{HEAD}tasks:\n{tasks}".encode()),
        Source("directives/agencies.yaml", listed.encode()),
    ]
    found = only(list(examine(load(sources), TODAY)))
    assert str(found.message) == "`bo-cu` left 3 open tasks to nobody"
    assert (found.place.path, found.related[0].place.line) == ("directives/agencies.yaml", 6)


# Places


def test_findings_stand_at_the_entry_the_value_or_the_key_at_fault() -> None:
    text = (
        f"{HEAD}tasks:\n"
        "  - {id: 1, title: Rà soát, lead: bo-khcn, with: [so-khcn, xx], evidence: 1/BC}\n"
        "  - id: 2\n    title: Rà soát\n    with: yy\n"
        "  - id: 3\n    title: Rà soát\n    lead:\n      - bo-khcn\n      - so-khcn\n"
        "    done: 2024-01-01\n    evidence: 1/BC\n    cancelled:\n      date: 2024-01-02\n"
    )
    marked = [
        (one.rule, one.place.excerpt[one.place.column - 1 : one.place.end_column - 1])
        for one in found_in(text)
    ]
    assert marked == [
        ("unknown-agency", "xx"),
        ("evidence-without-done", "evidence"),
        ("task-without-lead", "id: 2"),
        ("unknown-agency", "yy"),
        ("several-leads", "lead"),
        ("done-and-cancelled", "cancelled"),
    ]


def test_a_setting_without_effect_is_shown_at_its_name() -> None:
    found = only(found_in(HEAD, settings="severity: {several-lead: off}\n"))
    assert found.place.excerpt[found.place.column - 1 : found.place.end_column - 1] == (
        "several-lead"
    )


def test_many_findings_have_the_places_that_few_have() -> None:
    tasks = [f"  - {{id: {n}, title: Rà soát, evidence: x, with: [a, xx{n}]}}\n" for n in range(30)]
    together = found_in(f"{HEAD}tasks:\n{''.join(tasks)}")
    apart = [
        replace(one.place, path="", start=0, end=0)
        for number in range(30)
        for one in found_in(f"{HEAD}tasks:\n" + "# \n" * number + tasks[number])
    ]
    assert [replace(one.place, path="", start=0, end=0) for one in together] == apart


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.stem)
def test_findings_lead_to_what_is_there(path: Path) -> None:
    files = bundle(path.read_text(encoding="utf-8"))
    loaded = load(files.sources)
    survey = Survey(loaded.tracker, loaded.references, loaded.settings, files.today)
    for name, rule in RULES.items():
        for finding in rule.check(survey) if rule.check else ():
            related = [(file, route) for _, file, route in finding.related]
            at_gap = name == "task-without-lead"  # at the task that has no such key
            for file, route in related if at_gap else [(finding.path, finding.route), *related]:
                assert exists(loaded.documents[file].data, route), (name, route)


def exists(data: Data, route: Route) -> bool:
    """Tell whether a route leads to a value, or to the only one where a list may stand."""
    for step in route:
        match data:
            case dict() if step in data:
                data = data[str(step)]
            case list() if isinstance(step, int) and step < len(data):
                data = data[step]
            case str() if step == 0:
                pass
            case _:
                return False
    return True


@cache
def everything() -> tuple[Source, ...]:
    """All files of all rules in one folder, but for those that speak of the whole folder."""
    return (
        Source("directives/agencies.yaml", LISTED.encode()),
        *(
            replace(source, path=f"directives/{path.stem}/{source.path}")
            for path in RULE_FILES
            for source in bundle(path.read_text(encoding="utf-8")).sources
            if source.path not in {"stcli.yaml", "directives/agencies.yaml"}
            and len(source.content) < LARGE
        ),
    )


def test_every_finding_lies_inside_its_file() -> None:
    for path in RULE_FILES:
        files = bundle(path.read_text(encoding="utf-8"))
        loaded = load(files.sources)
        for one in examine(loaded, files.today):
            for place in (one.place, *(related.place for related in one.related)):
                text = loaded.documents[place.path].text
                assert 0 <= place.start <= place.end <= len(text)
                assert place.line == text.count("\n", 0, place.start) + 1
                assert 1 <= place.column <= len(text) + 1


@settings(max_examples=20, deadline=None)
@given(st.permutations(everything()))
def test_the_order_of_files_does_not_matter(sources: list[Source]) -> None:
    assert examine(load(sources), TODAY) == _examined(everything())


@cache
def _examined(sources: tuple[Source, ...]) -> tuple[Diagnostic, ...]:
    return examine(load(sources), TODAY)


def test_findings_are_sorted_by_place() -> None:
    found = _examined(everything())
    assert list(found) == sorted(found, key=lambda one: (one.place, one.rule, str(one.message)))
    assert len({one.rule for one in found}) > 40


# Any model


@given(of=builders.trackers, today=builders.days, inclusive=st.booleans())
def test_no_rule_raises_whatever_the_model(of: Tracker, today: date, *, inclusive: bool) -> None:
    survey = Survey(of, References(of), Settings(before_inclusive=inclusive), today)
    for rule in RULES.values():
        for finding in rule.check(survey) if rule.check else ():
            assert str(finding.message)
            assert finding.help is None or str(finding.help)
            assert all(str(message) for message, _, _ in finding.related)


@given(st.dictionaries(st.integers(0, 6), st.lists(st.integers(0, 6), max_size=3)))
def test_without_one_step_of_each_circle_no_circle_is_left(graph: dict[int, list[int]]) -> None:
    found = list(circles(graph))
    for nodes in found:
        for step, up in zip(nodes, (*nodes[1:], nodes[0]), strict=True):
            assert up in graph[step]
    cut = {(nodes[-1], nodes[0]) for nodes in found}
    left = {node: [up for up in ups if (node, up) not in cut] for node, ups in graph.items()}
    assert not list(circles(left))
    assert bool(found) == _has_circle(graph)


def _has_circle(graph: dict[int, list[int]]) -> bool:
    """Tell it by taking away what leads nowhere until nothing changes."""
    left = dict(graph)
    while dead := [node for node, ups in left.items() if not any(up in left for up in ups)]:
        for node in dead:
            del left[node]
    return bool(left)


def test_an_examination_in_steps_finds_what_one_at_one_go_finds() -> None:
    sources = [Source(f"directives/{name}.yaml", f"{HEAD}{TWO_LEADS}\n".encode()) for name in "ab"]
    loaded = load(sources)
    steps = examining(loaded, TODAY)
    rules = sum(one.check is not None for one in RULES.values())
    for _ in range(rules):
        assert next(steps) is None
    steps.close()
    found = []

    def kept() -> Iterator[None]:
        found.append((yield from examining(loaded, TODAY)))

    assert list(kept()) == [None] * (rules + 2)
    assert found == [examine(loaded, TODAY)]
    assert found != [()]


def test_findings_of_one_document_are_weighed_and_allowed_as_those_of_all() -> None:
    doubted = HEAD.replace("thị trường", "thị trường #3 của năm")
    office = Settings(severities={"text-after-hash": Severity.ERROR})
    one = part(read(Source("directives/a.yaml", doubted.encode())))
    assert rules_of(list(findings(one, Settings()))) == [("warning", "text-after-hash")]
    assert rules_of(list(findings(one, office))) == [("error", "text-after-hash")]
    allowed = doubted.replace("năm", "năm # stcli: allow text-after-hash")
    assert findings(part(read(Source("directives/a.yaml", allowed.encode()))), office) == ()
    broken = part(read(Source("directives/a.yaml", b"a: [  # stcli: allow unclosed-bracket\n")))
    assert [one.rule for one in findings(broken, office)] != []
