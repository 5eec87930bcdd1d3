"""What pipelines ask for: late tasks, what is new, guards, baselines; some in real repositories."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from bundles import bundle
from hypothesis import given
from hypothesis import strategies as st
from test_history import Repository, write
from typer.testing import CliRunner

from stcli.cli.app import app
from stcli.diagnostics import Baseline, Diagnostic, Place, Severity, Tolerated
from stcli.documents.document import Document
from stcli.examine import examine
from stcli.load import Loaded, load
from stcli.messages import say
from stcli.policy.baseline import baseline_of, sift, written
from stcli.policy.comparing import compare
from stcli.policy.guards import GUARDS, guarded
from stcli.policy.late import late_tasks
from stcli.schema.reading import read_baseline
from stcli.sources import Source, read
from stcli.states import State
from stcli.words import Language, translate

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "number: 25/CT-TTg\ntitle: Thị trường\nissuer: thu-tuong\nissued: 2023-10-05\ntasks:\n"
DAY = date(2024, 7, 10)


def tree(*tasks: str, head: str = HEAD) -> Loaded:
    return load(bundle(head + "".join(f"  - {{{task}}}\n" for task in tasks)).sources)


TASKS = (
    "id: 1, title: A, lead: bo-khcn, due: 2024-06-30",
    "id: 2, title: B, lead: [bo-khcn, bo-tai-chinh], due: 2024-07-09",
    "id: 3, title: C, due: 2024-07-10",
    "id: 4, title: D, lead: bo-khcn, due: 2024-12-31",
    "id: 5, title: E, lead: bo-khcn, due: 2024-06-30, done: 2024-07-01, evidence: 1/BC",
    "id: 6, title: F, lead: bo-khcn, due: monthly by 1 from 2024 until 2024",
)


def late(*states: State, grace: int = 0) -> list[str]:
    loaded = tree(*TASKS)
    found = examine(loaded, DAY, late_tasks(loaded, DAY, frozenset(states), grace))
    said = [(one, translate(one.message, Language.ENGLISH)) for one in found]
    return [f"{one.place.line} {text}" for one, text in said if one.rule in {*states}]


def test_late_tasks_are_findings_on_their_lines_when_they_are_asked_for() -> None:
    assert late() == []
    assert late(State.OVERDUE)[:2] == [
        "6 `25/CT-TTg#1` is overdue by 10 days, since 2024-06-30: bo-khcn".replace(
            "bo-khcn", "Bộ KH&CN"
        ),
        "7 `25/CT-TTg#2` is overdue by 1 days, since 2024-07-09: Bộ KH&CN, Bộ Tài chính",
    ]
    assert late(State.DUE_SOON) == ["8 `25/CT-TTg#3` falls due in 0 days, on 2024-07-10: 25/CT-TTg"]


def test_an_occurrence_is_a_task() -> None:
    found = [one for one in late(State.OVERDUE) if "#6@" in one]
    assert len(found) == 7
    assert found[-1].startswith("11 `25/CT-TTg#6@2024-07` is overdue by 9 days")


@pytest.mark.parametrize(("grace", "expected"), [(0, 9), (1, 8), (9, 7), (10, 6), (400, 0)])
def test_grace_lets_be_what_is_a_little_late(grace: int, expected: int) -> None:
    assert len(late(State.OVERDUE, grace=grace)) == expected


def test_a_late_task_can_be_allowed_on_its_line_and_weighed() -> None:
    loaded = tree("id: 1, title: A, lead: bo-khcn, due: 2024-06-30}  # stcli: allow overdue #")
    assert loaded.invalid == ()
    wanted = frozenset({State.OVERDUE})
    assert examine(loaded, DAY, late_tasks(loaded, DAY, wanted)) == ()
    assert examine(loaded, DAY) == ()  # what allows a rule that nobody asked for is not idle


def diagnostic(rule: str, line: int = 1, text: str = "x") -> Diagnostic:
    place = Place("directives/1.yaml", 0, 0, line, 1, line, 1)
    return Diagnostic(rule, Severity.ERROR, say("{text}", text=text), place)


def key(one: Diagnostic) -> str:
    return f"{one.rule} {one.message}"


RULES = st.lists(st.sampled_from("abc"), max_size=6)


@given(RULES, RULES)
def test_new_and_resolved_account_for_the_difference(now: list[str], before: list[str]) -> None:
    found = [diagnostic(rule, line) for line, rule in enumerate(now)]
    known = [diagnostic(rule, line + 100) for line, rule in enumerate(before)]
    compared = compare(found, known, key)
    for rule in "abc":
        new = sum(one.rule == rule for one in compared.new)
        resolved = sum(one.rule == rule for one in compared.resolved)
        assert new == max(now.count(rule) - before.count(rule), 0)
        assert resolved == max(before.count(rule) - now.count(rule), 0)


def test_a_baseline_lets_be_until_its_day_and_only_as_often_as_listed() -> None:
    found = (diagnostic("a"), diagnostic("a", 2), diagnostic("b"))
    known = baseline_of(found[:1], date(2024, 7, 10), key)
    assert [one.rule for one in sift(found, known, date(2024, 7, 10), key).left] == ["a", "b"]
    after = sift(found, known, date(2024, 7, 11), key)
    assert (len(after.left), after.tolerated, after.expired, after.idle) == (3, 0, 1, 0)
    without = sift(found[2:], known, date(2024, 7, 10), key)
    assert (len(without.left), without.idle) == (1, 1)


def test_a_baseline_written_again_keeps_days_and_reasons() -> None:
    old = Tolerated("a", "p", key(diagnostic("a")), date(2024, 1, 1), "chờ ý kiến")
    made = baseline_of((diagnostic("a"), diagnostic("b")), date(2025, 1, 1), key, (old,))
    assert made.tolerated[0] is old
    assert made.tolerated[1].until == date(2025, 1, 1)


@given(st.lists(st.tuples(st.text(min_size=1), st.none() | st.text(min_size=1)), max_size=3))
def test_a_written_baseline_reads_back_or_is_refused(entries: list[tuple[str, str | None]]) -> None:
    made = Baseline(
        tuple(Tolerated("a", path, "f" * 8, date(2025, 1, 2), why) for path, why in entries)
    )
    document: Document = read(Source("known.yaml", written(made).encode("utf-8", "surrogatepass")))
    if not document.problems and document.data is not None:
        back, wrong = read_baseline(document)
        assert back == made or wrong


def breaches(now: Loaded, before: Loaded, *names: str) -> list[str]:
    return [
        f"{one.rule} {one.place.line}: {one.message}"
        for one in guarded(now, before, names or tuple(GUARDS))
    ]


FIRST = "id: 1, title: A, lead: bo-khcn, due: 2024-06-30"


def test_a_deadline_typed_over_is_found_and_one_changed_by_an_entry_is_not() -> None:
    before = tree(FIRST)
    assert breaches(tree(FIRST), before) == []
    (moved,) = breaches(tree(FIRST.replace("06-30", "09-30")), before)
    assert moved.startswith("deadline-moved 6: the deadline was `2024-06-30` and is `2024-09-30`")
    changed = f"{FIRST}, changes: [{{date: 2024-05-02, by: 1/CV, due: 2024-09-30}}]"
    assert breaches(tree(changed), before) == []
    assert len(breaches(tree("id: 1, title: A, lead: bo-khcn"), before)) == 1
    assert breaches(before, tree("id: 1, title: A, lead: bo-khcn")) == []  # a first deadline


def test_what_was_removed_is_found_wherever_its_file_went() -> None:
    second = "id: 2, title: B, lead: bo-khcn"
    before = tree(FIRST, second)
    assert breaches(tree(second), before) == ["task-removed 6: task `1` of `25/CT-TTg` is gone"]
    elsewhere = load(
        bundle(f"{HEAD}  - {{{FIRST}}}\n  - {{{second}}}\n", "directives/x.yaml").sources
    )
    assert breaches(elsewhere, before) == []
    gone = load(bundle("lang: vi\n", "stcli.yaml").sources)
    assert breaches(gone, before) == ["task-removed 1: `25/CT-TTg` is in no file any more"]
    assert breaches(tree(FIRST, second, head=HEAD.replace("25/", "26/")), before) == []


def test_a_file_that_cannot_be_read_is_not_taken_for_removed() -> None:
    broken = load(bundle("number: [\n").sources)
    assert broken.invalid
    assert breaches(broken, tree(FIRST)) == []


def test_only_what_is_newly_done_needs_its_evidence() -> None:
    done = f"{FIRST}, done: 2024-06-12"
    assert [one.split(":")[0] for one in breaches(tree(done), tree(FIRST))] == [
        "unproved-completion 6"
    ]
    assert breaches(tree(done), tree(done)) == []
    assert breaches(tree(f"{done}, evidence: 1/BC"), tree(FIRST)) == []
    period = "id: 1, title: A, lead: bo-khcn, due: yearly, periods: [{for: 2024, done: 2024-06-12}]"
    assert len(breaches(tree(period), tree("id: 1, title: A, lead: bo-khcn, due: yearly"))) == 1


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("progress: [{date: 2024-01-02, note: x}]", "notes: y", "an entry of `progress`"),
        (
            "changes: [{date: 2024-01-02, by: 1/CV, due: 2024-07}]",
            "changes: [{date: 2024-01-02, by: 1/CV, due: 2024-08}]",
            "an entry of `changes`",
        ),
        ("done: 2024-06-12, evidence: 1/BC", "done: 2024-06-30, evidence: 1/BC", "`done`"),
        ("cancelled: {date: 2024-01-02}", "notes: y", "`cancelled`"),
        (
            "progress: [{date: 2024-01-02}]",
            "progress: [{date: 2024-01-02}, {date: 2024-02-02}]",
            "",
        ),
    ],
)
def test_history_is_added_to_and_not_rewritten(before: str, now: str, expected: str) -> None:
    found = breaches(tree(f"{FIRST}, {now}"), tree(f"{FIRST}, {before}"), "history-rewritten")
    assert [expected in one for one in found] == ([True] if expected else [])


AGENCIES = "agencies:\n  - {id: thu-tuong, name: Thủ tướng}\n  - {id: bo-khcn, name: Bộ}\n"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.chdir(tmp_path)
    repository = Repository(tmp_path)
    write(tmp_path, "directives/agencies.yaml", AGENCIES)
    return repository


def check(*words: str) -> tuple[int, list[str], str]:
    result = CliRunner().invoke(app, ["check", "--as-of", "2024-07-10", *words])
    lines = [line for line in result.stdout.splitlines() if line.startswith("directives/")]
    return result.exit_code, [line.partition("directives/")[2] for line in lines], result.stderr


def test_of_fifty_old_errors_and_a_new_one_exactly_the_new_one_fails(office: Repository) -> None:
    for number in range(1, 51):
        text = HEAD.replace("25/", f"{number}/").replace("thu-tuong", "bo-cu")
        write(office.folder, f"directives/{number}.yaml", text.replace("tasks:\n", ""))
    office.commit()
    office.git("checkout", "--quiet", "-b", "work")
    status, found, _ = check("--since", "main")
    assert (status, found) == (0, [])
    moved = "# a line more\n" + (office.folder / "directives/7.yaml").read_text(encoding="utf-8")
    write(office.folder, "directives/7.yaml", moved)
    write(office.folder, "directives/99.yaml", HEAD + "  - {id: 1, title: A, lead: bo-khcm}\n")
    status, found, said = check("--since", "main")
    assert status == 1
    assert [one.partition(" ")[0] for one in found] == ["99.yaml:6:29:"]
    assert said == "new since main: 1 error; resolved: 0\n"
    assert len(check()[1]) == 51
    assert check("--since", "main", "--exit-zero")[0] == 0


def test_since_yesterday_what_became_overdue_today_is_new_and_nothing_else(
    office: Repository,
) -> None:
    tasks = "".join(
        f"  - {{id: {day}, title: A, lead: bo-khcn, due: 2024-07-{day:02}}}\n"
        for day in range(5, 13)
    )
    write(office.folder, "directives/1.yaml", HEAD + tasks)
    office.commit(at="2024-07-01T08:00:00+07:00")
    status, found, said = check("--since", "yesterday", "--fail-on", "overdue")
    assert status == 1
    assert [one.partition("`")[2].partition("`")[0] for one in found] == ["25/CT-TTg#9"]
    assert said.startswith("new since yesterday: 1 warning; resolved: 0")
    everything = check("--since", "2024-07-03", "--fail-on", "overdue")[1]
    assert len(everything) == 5
    assert check("--since", "main", "--fail-on", "overdue")[1] == []  # no file has changed


def test_what_was_put_right_is_resolved(office: Repository) -> None:
    write(office.folder, "directives/1.yaml", HEAD + "  - {id: 1, title: A, lead: bo-khcm}\n")
    office.commit()
    write(office.folder, "directives/1.yaml", HEAD + "  - {id: 1, title: A, lead: bo-khcn}\n")
    status, found, said = check("--since", "HEAD")
    assert (status, said) == (0, "new since HEAD: nothing; resolved: 1\n")
    assert found == ["1.yaml:6:29: resolved[unknown-agency] no agency has the id `bo-khcm`"]


def test_guards_and_baselines_from_the_command_line(office: Repository) -> None:
    write(office.folder, "directives/1.yaml", HEAD + f"  - {{{FIRST}}}\n")
    office.commit()
    moved = FIRST.replace("06-30", "09-30").replace("bo-khcn", "bo-khcm")
    write(office.folder, "directives/1.yaml", HEAD + f"  - {{{moved}}}\n")
    assert len(check("--since", "HEAD", "--guard", "all")[1]) == 2
    assert len(check("--since", "HEAD", "--guard", "task-removed")[1]) == 1
    assert check("--guard", "all") == (
        2, [], "error: --guard compares with a revision: add --since\n"
    )  # fmt: skip
    assert check("--since", "HEAD", "--guard", "task-remove")[0] == 2
    status, found, said = check("--baseline", "known.yaml", "--write-baseline", "2024-07-10")
    assert (status, found) == (0, [])
    assert "1 findings are listed in known.yaml now" in said
    assert check("--baseline", "known.yaml")[:2] == (0, [])
    assert check("--baseline", "no/known.yaml", "--write-baseline", "2024-07-10")[2] == (
        "error: no/known.yaml could not be written: there is no such folder\n"
    )
    text = (office.folder / "known.yaml").read_text(encoding="utf-8")
    write(office.folder, "known.yaml", text.replace("2024-07-10", "2024-07-09"))
    status, found, said = check("--baseline", "known.yaml")
    assert (status, len(found)) == (1, 1)
    assert "1 entries of known.yaml have expired" in said


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, "there is no baseline known.yaml\nhelp: write one: --write-baseline"),
        ("tolerated: [", "known.yaml cannot be used: "),
        ("tolerated: [{rule: a}]", "known.yaml cannot be used: `path` is missing"),
        ("x: 1", "known.yaml cannot be used: "),
        ("", "known.yaml cannot be used: "),
    ],
)
def test_a_baseline_that_is_none_is_said(office: Repository, content: str | None, why: str) -> None:
    if content is not None:
        write(office.folder, "known.yaml", content)
    status, _, said = check("--baseline", "known.yaml")
    assert status == 2
    assert why in said
