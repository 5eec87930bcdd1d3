"""The benchmarks compare like with like: every program is given the same tasks, and must say so."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import growth
import machine
import measuring
import peers
import pytest
from measuring import Question, Ready, Table, UnlikeError
from peers import backlog, doorstop, ours, programs
from peers.peer import Checking, Fault, Listing, Peer, overdue, unfinished
from peers.programs import Beside, Found, FromNpm, FromPip, Missing, OnPath
from peers.tree import UNKNOWN, Tree, broken, generated, name
from report import written
from suite import wanted
from timing import Command, Run, in_turn_apart, ratios

NEVER = "9999-12-31"
Said = set[tuple[str, str, str]]
"""The name, the last day and the lead agency of tasks that are not done."""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    return generated(tmp_path_factory.mktemp("tree"), files=30, tasks=10)


def open_tasks(tree: Tree) -> Said:
    return {
        (name(directive, task), str(task.last_day() or NEVER), task.lead)
        for directive, task in tree.tasks()
        if task.done is None
    }


def of_taskwarrior(folder: Path) -> Said:
    tasks = json.loads((folder / "tasks.json").read_text(encoding="utf-8"))
    return {
        (task["description"].split()[0], day(task.get("due")), task["project"])
        for task in tasks
        if task["status"] == "pending"
    }


def day(moment: str | None) -> str:
    if moment is None:
        return NEVER
    told = datetime.strptime(moment, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return str(told.astimezone().date())


def of_todoman(folder: Path) -> Said:
    found = set()
    for path in folder.glob("lists/*/*.ics"):
        text = path.read_text(encoding="utf-8")
        due = re.search(r"DUE;VALUE=DATE:(\d{4})(\d\d)(\d\d)", text)
        summary = re.search(r"SUMMARY:(\S+)", text)
        assert summary
        if "STATUS:NEEDS-ACTION" in text:
            last = "-".join(due.groups()) if due else NEVER
            found.add((summary[1], last, path.parent.name))
    return found


def of_topydo(folder: Path) -> Said:
    text = (folder / "todo.txt").read_text(encoding="utf-8")
    done = (folder / "done.txt").read_text(encoding="utf-8")
    assert all(line.startswith("x ") for line in done.splitlines())
    rows = re.findall(r"^\S+ (\S+) .* @(\S+) \+\S+(?: due:(\S+))?$", text, re.MULTILINE)
    return {(task, last or NEVER, lead) for task, lead, last in rows}


def of_backlog(folder: Path) -> Said:
    found = set()
    for path in folder.glob("backlog/tasks/*.md"):
        text = path.read_text(encoding="utf-8")
        if "\nstatus: To Do\n" in text:
            title = re.search(r"\ntitle: '(\S+)", text)
            lead = re.search(r"\nlabels:\n  - (\S+)", text)
            last = re.search(r"\ndue_date: '(.+)'", text)
            assert title
            assert lead
            found.add((title[1], last[1] if last else NEVER, lead[1]))
    return found


def of_hledger(folder: Path) -> Said:
    text = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*/*.journal"))
    rows = re.findall(r"^(\S+) ! (\S+) .*\n    (\S+)  1 task$", text, re.MULTILINE)
    return {(task, last, lead) for last, task, lead in rows}


def of_beancount(folder: Path) -> Said:
    text = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*/*.beancount"))
    pattern = r'^(\S+) ! ".*\n  task: "(\S+)"\n  Assets:(\S+)  1 TASK$'
    return {
        (task, last, lead.lower()) for last, task, lead in re.findall(pattern, text, re.MULTILINE)
    }


READERS: dict[str, Callable[[Path], Said]] = {
    "Taskwarrior": of_taskwarrior,
    "todoman": of_todoman,
    "topydo": of_topydo,
    "Backlog.md": of_backlog,
    "hledger": of_hledger,
    "beancount": of_beancount,
}


def peer(label: str) -> Peer:
    return next(one for one in peers.PEERS if one.name == label)


def stcli(words: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    """Run the command of a peer by the modules here, installed or not."""
    command = (sys.executable, "-m", "stcli", *words[1:])
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_script_counts_as_stcli_does(tree: Tree) -> None:
    words = (*ours.listing("", tree, tree.folder), "-f", "json")
    late = {task["id"] for task in json.loads(stcli(words).stdout)["tasks"]}
    assert late == {name(d, task) for d, task in tree.tasks() if task.overdue(tree.day)}
    assert 0 < len(late) < unfinished(tree) < 300


def test_nothing_is_wrong_in_the_tree(tree: Tree) -> None:
    assert "nothing wrong" in stcli(ours.checking("", tree, tree.folder)).stderr


@pytest.mark.parametrize("label", READERS)
def test_each_is_given_the_same_tasks(label: str, tree: Tree, tmp_path: Path) -> None:
    peer(label).write(tree, tmp_path)
    assert READERS[label](tmp_path) == open_tasks(tree)


def test_doorstop_is_given_every_task_with_its_agency(tree: Tree, tmp_path: Path) -> None:
    doorstop.PEER.write(tree, tmp_path)
    agencies = {
        path.stem: re.findall(r"text: \|\n  (.+)", path.read_text(encoding="utf-8"))[0]
        for path in (tmp_path / "agencies").glob("AGENCY*.yml")
    }
    said = set()
    for path in (tmp_path / "tasks").glob("TASK*.yml"):
        text = path.read_text(encoding="utf-8")
        found = re.search(r"\n- (\S+): null\n(?:.*\n)*text: \|\n  (\S+)", text)
        assert found
        said.add((found[2], agencies[found[1]]))
    assert said == {(name(d, task), tree.agencies[task.lead]) for d, task in tree.tasks()}


def test_every_writer_has_a_reader_here() -> None:
    lists = {one.name for one in peers.PEERS if one.listing or one.checking}
    same = {"stcli", "stcli --no-cache", "naive script", "check-jsonschema", "yamale", "yamllint"}
    assert lists == same | set(READERS) | {"doorstop"}


@pytest.mark.parametrize(
    ("label", "sign"),
    [
        ("hledger", f"    {UNKNOWN}  1 task"),
        ("beancount", "  Assets:So-Khong-Co  1 TASK"),
        ("doorstop", "- AGENCY999: null"),
    ],
)
def test_the_fault_reaches_the_files_of_each_checker(label: str, sign: str, tmp_path: Path) -> None:
    tree = broken(tmp_path / "tree", Fault.UNKNOWN_AGENCY)
    place = tmp_path / "files"
    place.mkdir()
    peer(label).write(tree, place)
    texts = [path.read_text(encoding="utf-8") for path in place.rglob("*") if path.is_file()]
    assert sum(text.count(sign) for text in texts) == 1


def test_the_script_and_stcli_see_the_fault(tmp_path: Path) -> None:
    for one in ours.PEERS:
        place = tmp_path / one.name.replace(" ", "-")
        tree = broken(place / "tree", Fault.UNKNOWN_AGENCY)
        assert one.checking
        words = one.checking.words(str(ours.NAIVE), tree, place)
        if one.name.startswith(ours.STCLI):
            ended = stcli(words)
        else:
            ended = subprocess.run(words, capture_output=True, text=True, check=False)
        assert ended.returncode == 1
        assert UNKNOWN in ended.stdout


def test_rows_of_answers_are_counted(tree: Tree) -> None:
    shown = stcli(ours.listing("", tree, tree.folder)).stdout
    assert ours.count(shown) == overdue(tree)
    assert backlog.count("To Do:\n  TASK-1 - a (due 2026-05-31)\n  TASK-12 - b\n\n") == 2


def printing(number: int, status: int = 0) -> Peer:
    """Give a program that lists so many tasks, and takes every tree for good."""
    script = f"print('task\\n' * {number}); raise SystemExit({status})"

    def words(_program: str, _tree: Tree, _folder: Path) -> tuple[str, ...]:
        return (sys.executable, "-c", script)

    return Peer(
        name="printing",
        program=Beside("pydantic"),
        files="none",
        listing=Listing(words, "prints"),
        checking=Checking(words, "prints"),
    )


def prove(one: Peer, question: Question, tree: Tree, place: Path) -> None:
    measuring.proved(Ready(one, Found("", "")), question, tree, place, patience=60)


def test_who_answers_alike_is_timed(tree: Tree, tmp_path: Path) -> None:
    prove(printing(overdue(tree)), Question.LISTING, tree, tmp_path)


def test_who_answers_otherwise_is_not(tree: Tree, tmp_path: Path) -> None:
    with pytest.raises(UnlikeError, match=r"gave 3 tasks in place of \d+"):
        prove(printing(3), Question.LISTING, tree, tmp_path)
    with pytest.raises(UnlikeError, match="status 1"):
        prove(printing(overdue(tree), status=1), Question.LISTING, tree, tmp_path)
    for status in (0, 1):  # one that fails for another reason has not seen it either
        with pytest.raises(UnlikeError, match="did not see the fault: an agency"):
            prove(printing(0, status), Question.CHECKING, tree, tmp_path / str(status))


def test_what_cannot_be_had_is_named(tmp_path: Path) -> None:
    for program, reason in (
        (FromPip("todoman", "todo"), "--no-install"),
        (FromNpm("backlog.md", "backlog"), "--no-install"),
        (OnPath("taskwarrior", "no-such-program"), "Debian's package is taskwarrior"),
        (Beside("no-such-program"), "not installed beside this Python"),
    ):
        answer = programs.found(program, tmp_path, install=False)
        assert isinstance(answer, Missing)
        assert reason in answer.reason


def test_peers_are_chosen_by_name() -> None:
    assert [one.name for one in wanted("Todoman, hledger")] == ["stcli", "todoman", "hledger"]
    assert wanted("") == peers.PEERS
    with pytest.raises(SystemExit, match="no such peer: jira"):
        wanted("jira")


def test_who_takes_long_runs_in_the_first_round_only() -> None:
    nothing = Command((sys.executable, "-c", "pass"))
    runs = in_turn_apart({"short": nothing, "long": nothing}, 3, once={"long"})
    assert {name: len(some) for name, some in runs.items()} == {"short": 3, "long": 1}
    first = runs["long"][0].seconds / runs["short"][0].seconds
    assert ratios(runs["long"], runs["short"]) == [first]


def test_the_report_has_what_was_measured(tmp_path: Path) -> None:
    def run(seconds: float) -> list[Run]:
        return [Run(seconds, seconds / 2, 20_000_000)] * 3

    runs = {"typer, doing nothing": run(0.1), "stcli": run(0.2), "todoman": run(0.3)}
    tables = [
        Table(question, tasks, 7, runs, {"topydo": "gave 3 tasks"}, (0.5, 1.5))
        for question in Question
        for tasks in (1_000, 5_000)
    ]
    ready = [Ready(one, Found("", "4.7.0")) for one in peers.PEERS if one.name == "todoman"]
    said = {"date": "2026-07-01", "revision": "abc", "day": "2026-07-01", "rounds": "3"}
    path = tmp_path / "REPORT.md"
    written(path, tables, ready, {"hledger": "not installed"}, said)
    text = path.read_text(encoding="utf-8")
    row = "| todoman | 0.300 | 0.300 | 0.150 | 20 | 1.50 | 1.50 | 1.50 | 3.0 |"
    assert text.count(row) == 4
    assert text.count("Left out: topydo gave 3 tasks.") == 4
    assert "- hledger: not installed.\n" in text
    assert "| todoman | todoman 4.7.0 | a file of iCalendar for each task |" in text
    for question in Question:
        picture = tmp_path / f"report-{question.name.lower()}.svg"
        assert picture.name in text
        drawn = "".join(ET.parse(picture).getroot().itertext())  # noqa: S314 - drawn above
        assert "todoman" in drawn
        assert "5,000 tasks" in drawn


def test_the_revision_is_that_of_what_is_measured(tmp_path: Path) -> None:
    def git(*words: str) -> str:
        author = ("-c", "user.name=a", "-c", "user.email=a@example.vn")
        command = ("git", "-C", str(tmp_path), *author, *words)
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    git("init", "--quiet")
    for folder in ("measured", "other"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.py").write_text("1\n", encoding="utf-8")
        git("add", "--all")
        git("commit", "--quiet", "--message", folder)
    first = git("rev-parse", "--short=10", "HEAD~1")
    assert machine.revision(tmp_path / "measured") == first
    (tmp_path / "measured" / "a.py").write_text("2\n", encoding="utf-8")
    assert machine.revision(tmp_path / "measured") == f"{first}, with changes"


def test_last_days_are_those_of_the_calendar() -> None:
    from naive import last_day  # noqa: PLC0415 - a script, whose name says little up there

    assert last_day(2024) == date(2024, 12, 31)
    assert last_day("2024-02") == date(2024, 2, 29)
    assert last_day("2027-Q1") == date(2027, 3, 31)
    assert last_day(date(2024, 5, 6)) == date(2024, 5, 6)
    assert last_day("ongoing") is None


def test_growth_is_measured_drawn_and_put_into_the_report(tmp_path: Path) -> None:
    path = tmp_path / "REPORT.md"
    path.write_text(
        f"# Benchmarks\n\n{growth.START}\nold\n{growth.END}\n\n## End\n", encoding="utf-8"
    )
    script = Path(growth.__file__)
    options = ("--tasks", "3", "40", "--rounds", "1", "--report", str(path))
    subprocess.run((sys.executable, str(script), *options), capture_output=True, check=True)
    text = path.read_text(encoding="utf-8")
    rows = [line.split("|")[1:-1] for line in text.splitlines() if re.match(r"\| \d", line)]
    assert [row[0].strip() for row in rows] == ["3", "40"]
    assert all(float(cell) > 0 for row in rows for cell in row[1:])
    assert "old" not in text
    assert text.startswith("# Benchmarks\n")
    assert text.endswith(f"{growth.END}\n\n## End\n")
    pictures = re.findall(r"\((.+\.svg)\)", text)
    assert len(pictures) == 2
    for picture in pictures:
        drawn = ET.parse(tmp_path / picture)  # noqa: S314 - our own
        lines = [one for one in drawn.iter() if one.tag.endswith("polyline")]
        assert [len(one.attrib["points"].split()) for one in lines] == [2] * 5


def test_growth_stays_in_a_report_that_is_measured_anew(tmp_path: Path) -> None:
    path = tmp_path / "REPORT.md"
    assert growth.kept(path) == f"{growth.START}\n{growth.END}"
    path.write_text(growth.put_in("# Benchmarks\n", "## Growth\n\nfast"), encoding="utf-8")
    assert growth.kept(path) == f"{growth.START}\n## Growth\n\nfast\n{growth.END}"
    assert growth.put_in(path.read_text(encoding="utf-8"), "new").count(growth.START) == 1


def test_only_the_first_files_of_a_tree_change(tree: Tree, tmp_path: Path) -> None:
    shutil.copytree(tree.folder, tmp_path / "tree")
    growth.change(tmp_path / "tree", 3)
    changed = [
        path
        for path in tree.folder.rglob("*.yaml")
        if path.read_bytes() != (tmp_path / "tree" / path.relative_to(tree.folder)).read_bytes()
    ]
    assert len(changed) == 3
