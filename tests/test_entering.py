"""Directives, tasks and agencies that are entered: what is written, and what is refused."""

from __future__ import annotations

import re
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import agency, directive, heir, task, tracker
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from stcli import acts, history, numbers
from stcli.acts import Assigned, Beginning, Handover, Listing
from stcli.acts.beginning import path_of, read_number
from stcli.acts.founding import ATTRIBUTES, EDITOR, VS_CODE, found
from stcli.acts.guessing import issuer_of
from stcli.acts.handing import handed_over
from stcli.acts.numbering import next_id
from stcli.cli.app import app
from stcli.deadlines import parse
from stcli.documents import reader
from stcli.editing import revised
from stcli.errors import StcliError
from stcli.examine import examine
from stcli.load import Loaded, load
from stcli.model import Agency, Succession
from stcli.references import References
from stcli.schema.office import SETTINGS as FORMAT
from stcli.settings import Settings
from stcli.sources import AGENCIES, SETTINGS, Source
from stcli.words import Language, translate

TODAY = date(2025, 6, 20)
KNOWN = Beginning("12/QĐ-UBND", "Kiện toàn tổ công tác", "ubnd", date(2025, 5, 12))
NOTHING: References = References(tracker())


def begun(known: Beginning, references: References = NOTHING, taken: str = "") -> acts.Act:
    return acts.begin(known, references, is_there=lambda path: path == taken)


def refused(error: pytest.ExceptionInfo[StcliError]) -> tuple[str, str]:
    assert error.value.help is not None
    return str(error.value.message), str(error.value.help)


# --- ids ---


@pytest.mark.parametrize(
    ("known", "following"),
    [
        ("", "1"),
        ("1 2 3", "4"),
        ("1 2 9", "10"),
        ("I.1 I.2", "I.3"),
        ("I.9", "I.10"),
        ("I II", "III"),
        ("III IV", "V"),
        ("A.IX", "A.X"),
        ("1 2a", "2b"),
        ("2a 2b 2c 2d", "2đ"),
        ("2d 2đ", "2e"),
        ("2e", "2g"),
        ("2y", "2"),
        ("1 2y", "3"),
        ("3 1", "2"),
        ("4 5 3", "6"),
        ("II.2 II.1", "II.3"),
        ("a", "2"),
        ("IIII", "2"),
        ("rà-soát 2", "3"),
        ("x 2 y", "4"),
        ("001", "2"),
    ],
)
def test_an_id_follows_the_last_one(known: str, following: str) -> None:
    assert next_id(known.split()) == following


@given(st.lists(st.from_regex(r"[^\s#/@]{1,6}", fullmatch=True), max_size=8))
def test_an_id_is_never_one_that_is_there(known: list[str]) -> None:
    following = next_id(known)
    assert following.casefold() not in {one.casefold() for one in known}
    assert re.fullmatch(r"[^\s#/@]+", following)


@given(st.integers(1, 500), st.sampled_from(["", "I.", "2.", "A-"]))
def test_numbers_are_counted_on(count: int, before: str) -> None:
    known = [f"{before}{number}" for number in range(1, count + 1)]
    assert next_id(known) == f"{before}{count + 1}"


# --- new ---


def test_a_directive_is_written_in_the_order_of_the_format() -> None:
    act = begun(
        Beginning(
            number="3772/UBND-KGVX",
            title='Về "thị trường": khoa học #1',
            issuer="ubnd",
            issued=date(2023, 11, 1),
            type="công văn",
            received=date(2023, 11, 2),
            effective=date(2023, 11, 3),
            implements=("25/CT-TTg",),
            cites=("3232/KH-UBND", "1298/QĐ-UBND"),
            source=("Công báo",),
            tags=("khcn",),
        )
    )
    assert act.path == "directives/2023/3772-UBND-KGVX.yaml"
    assert str(act.text).splitlines() == [
        "number: 3772/UBND-KGVX",
        'title: "Về \\"thị trường\\": khoa học #1"',
        "issuer: ubnd",
        "issued: 2023-11-01",
        "type: công văn",
        "received: 2023-11-02",
        "effective: 2023-11-03",
        "implements: 25/CT-TTg",
        "cites: [3232/KH-UBND, 1298/QĐ-UBND]",
        "source: Công báo",
        "tags: [khcn]",
    ]
    assert act.changes_file
    assert not act.changes


@pytest.mark.parametrize(
    ("typed", "in_file", "path"),
    [
        ("25/CT-TTg", "25/CT-TTg", "25-CT-TTg"),
        ("  Chỉ thị số 25/ct-ttg ", "25/CT-TTg", "25-CT-TTg"),
        ("1298/QD-UBND", "1298/QD-UBND", "1298-QD-UBND"),
        ("1298/QĐ-UBND", "1298/QĐ-UBND", "1298-QD-UBND"),
        ("42/2014/QĐ-TTg", "42/2014/QĐ-TTg", "42-2014-QD-TTg"),
        ("57-NQ/TW", "57-NQ/TW", "57-NQ-TW"),
        ("66.18/2026/NQ-CP", "66.18/2026/NQ-CP", "66.18-2026-NQ-CP"),
    ],
)
def test_a_number_is_written_as_usual_unless_it_is_doubtful(
    typed: str, in_file: str, path: str
) -> None:
    act = begun(Beginning(typed, "A", "ubnd", date(2025, 5, 12)))
    assert str(act.text).splitlines()[0] == f"number: {in_file}"
    assert act.path == f"directives/2025/{path}.yaml"
    said = [str(note) for note in act.notes]
    assert (f"its number is written as {in_file}" in said) == (typed.strip() != in_file)


@given(st.text())
def test_the_name_of_a_file_is_plain(text: str) -> None:
    try:
        number = numbers.parse(f"{text}/QĐ-UBND")
    except numbers.NumberProblem:
        return
    assert re.fullmatch(r"directives/2025/[A-Za-z0-9.-]+\.yaml", path_of(number, TODAY))


def test_what_is_missing_is_named() -> None:
    for known, missing in (
        (Beginning(), "NUMBER, --title, --issuer, --issued"),
        (Beginning("1/QĐ-UBND", "A", ""), "--issuer, --issued"),
    ):
        with pytest.raises(StcliError) as caught:
            begun(known)
        message, _ = refused(caught)
        assert message == f"not all is said that has to be known: {missing}"


def test_a_directive_is_begun_once() -> None:
    there = directive("12/QĐ-UBND", issued="2025-01-03", issuer="ubnd")
    references = References(tracker(there))
    with pytest.raises(StcliError) as caught:
        begun(KNOWN, references)
    assert refused(caught) == (
        f"12/QĐ-UBND of 2025 is there already: {there.path}",
        "to add a task to it: stcli add 12/QĐ-UBND",
    )
    assert begun(Beginning("12/QĐ-UBND", "A", "ubnd", date(2024, 5, 12)), references).text
    assert begun(Beginning("12/QĐ-UBND", "A", "so-y", date(2025, 5, 12)), references).text


def test_a_file_is_never_written_over() -> None:
    with pytest.raises(StcliError) as caught:
        begun(KNOWN, taken="directives/2025/12-QD-UBND.yaml")
    assert "12-QD-UBND.yaml is there already" in refused(caught)[0]


def test_a_text_is_no_number() -> None:
    with pytest.raises(StcliError) as caught:
        read_number("3772")
    assert refused(caught)[0] == "`3772` has no symbol"


# --- who issued it ---

LISTED = (
    agency("thu-tuong", name="Thủ tướng Chính phủ"),
    agency("chinh-phu", name="Chính phủ"),
    agency("bo-khcn", name="Bộ Khoa học và Công nghệ", short="Bộ KH&CN"),
    agency("bo-gddt", name="Bộ Giáo dục và Đào tạo"),
    agency("so-khcn", name="Sở Khoa học và Công nghệ"),
    agency("ubnd-kon-tum", name="Ủy ban nhân dân tỉnh Kon Tum"),
    agency("hdnd-kon-tum", name="Hội đồng nhân dân tỉnh Kon Tum"),
)


@pytest.mark.parametrize(
    ("number", "issuer"),
    [
        ("25/CT-TTg", "thu-tuong"),
        ("03/NQ-CP", "chinh-phu"),
        ("15/TTr-SKHCN-QLKH", "so-khcn"),
        ("29/2014/TT-BKHCN", "bo-khcn"),
        ("29/2014/TT-BGDĐT", "bo-gddt"),
        ("3772/UBND-KGVX", "ubnd-kon-tum"),
        ("1/NQ-HĐND", "hdnd-kon-tum"),
        ("91/2015/QH13", ""),
        ("5/BC-STC", ""),
    ],
)
def test_an_issuer_is_told_by_the_symbol(number: str, issuer: str) -> None:
    assert issuer_of(numbers.parse(number), LISTED, ()) == issuer


def test_of_several_issuers_it_is_the_one_that_used_the_symbol() -> None:
    both = (*LISTED, agency("ubnd-gia-lai", name="Ủy ban nhân dân tỉnh Gia Lai"))
    number = numbers.parse("7/KH-UBND")
    one, other = (
        directive("1/QĐ-UBND", issuer=f"ubnd-{where}", issued="2025-01-02")
        for where in ("kon-tum", "gia-lai")
    )
    assert issuer_of(number, both, ()) == ""
    assert issuer_of(number, both, (one,)) == "ubnd-kon-tum"
    assert issuer_of(number, both, (one, other)) == ""


# --- add ---

OF = directive("1/CT-TTg", task("1", "so-khcn", title="Rà soát"), issued="2025-01-06")


def test_a_task_is_written_in_the_order_of_the_format() -> None:
    text = b"number: 1/CT-TTg\ntitle: A\nissuer: thu-tuong\nissued: 2025-01-06\n"
    assigned = Assigned(
        title="Báo cáo: kết quả",
        leads=("so-khcn",),
        coordinating=("so-tc",),
        officer="Lan",
        quote="Giao Sở báo cáo.",
        implements="25/CT-TTg#2",
        due=parse("2025-q2"),
        due_text="trong quý II",
        product="Báo cáo",
        tags=("a", "b"),
        notes="Một.\nHai.\n",
    )
    act = acts.add(directive("1/CT-TTg", issued="2025-01-06"), "1/CT-TTg", assigned, Settings())
    written = revised(reader.read(act.path, text), act.changes)
    assert written.encode().removeprefix(text).decode().splitlines() == [
        "tasks:",
        "  - id: 1",
        '    title: "Báo cáo: kết quả"',
        "    lead: so-khcn",
        "    with: [so-tc]",
        "    officer: Lan",
        "    quote: Giao Sở báo cáo.",
        "    implements: 25/CT-TTg#2",
        "    due: 2025-Q2",
        "    due_text: trong quý II",
        "    product: Báo cáo",
        "    tags: [a, b]",
        "    notes: |",
        "      Một.",
        "      Hai.",
    ]


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("", "1/CT-TTg#2 is added, without a deadline"),
        ("2025-Q1", "1/CT-TTg#2 is added, due 2025-Q1: the last day is 2025-03-31"),
        ("10 days", "1/CT-TTg#2 is added, due 10 days: the last day is 2025-01-16"),
        ("ongoing", "1/CT-TTg#2 is added, due ongoing"),
        ("monthly by 5", "1/CT-TTg#2 is added, due monthly by 5"),
        ("10 days from task 1", "1/CT-TTg#2 is added, due 10 days from task 1"),
    ],
)  # fmt: skip
def test_a_deadline_is_said_with_its_last_day(due: str, said: str) -> None:
    assigned = Assigned(title="B", due=parse(due) if due else None)
    act = acts.add(OF, "1/CT-TTg", assigned, Settings())
    assert translate(act.said, Language.ENGLISH) == said


def test_a_task_has_an_id_of_its_own_and_a_title() -> None:
    with pytest.raises(StcliError) as caught:
        acts.add(OF, "1/CT-TTg", Assigned(id="1", title="B"), Settings())
    assert refused(caught)[0] == "1/CT-TTg has a task `1`: Rà soát"
    with pytest.raises(StcliError) as caught:
        acts.add(OF, "1/CT-TTg", Assigned(), Settings())
    assert "--title" in refused(caught)[0]


# --- agencies ---

OLD = agency("bo-khdt", since=date(2000, 1, 1))
NEW = agency("bo-tai-chinh")
BOTH = (OLD, NEW)
DAY = date(2025, 3, 1)


def agencies_after(act: acts.Act, agencies: tuple[Agency, ...]) -> tuple[Agency, ...]:
    rows = "".join(f"  - {{id: {one.id}, name: {one.name}}}\n" for one in agencies)
    before = reader.read(AGENCIES, f"agencies:\n{rows}".encode())
    loaded = load([Source(AGENCIES, revised(before, act.changes).encode())])
    assert not loaded.diagnostics
    return loaded.tracker.listed


def test_an_agency_is_listed_last() -> None:
    listing = Listing(
        "so-y", "Sở Y tế", "SYT", ("Sở Y",), "collective", "bo-khdt", DAY, ("bo-tai-chinh",)
    )
    act = acts.list_agency(listing, BOTH, begins=False)
    *_, last = agencies_after(act, BOTH)
    assert (last.id, last.name, last.short, last.aliases) == ("so-y", "Sở Y tế", "SYT", ("Sở Y",))
    assert (last.kind, last.parent, last.since) == ("collective", "bo-khdt", DAY)
    assert last.members == ("bo-tai-chinh",)
    first = acts.list_agency(Listing("so-y", "Sở Y tế"), (), begins=True)
    assert first.text == "agencies:\n  - id: so-y\n    name: Sở Y tế\n"
    with pytest.raises(StcliError) as caught:
        acts.list_agency(Listing("BO-KHDT", "A"), BOTH, begins=False)
    assert "`bo-khdt` is taken" in refused(caught)[0]


def test_an_agency_ends_by_a_document() -> None:
    act = acts.end_agency(OLD, DAY, "1/NQ-CP", BOTH, Language.VIETNAMESE)
    ended, _ = agencies_after(act, BOTH)
    assert (ended.until, ended.notes) == (DAY, "Kết thúc theo 1/NQ-CP.")
    noted = agency("x", notes="Một.\n")
    act = acts.end_agency(noted, DAY, "1/NQ-CP", (noted,), Language.ENGLISH)
    assert [change.route[-1] for change in act.changes] == ["until"]
    assert str(act.notes[-1]) == "add to its notes by hand: Ended by 1/NQ-CP."
    assert len(acts.end_agency(OLD, DAY, None, BOTH, Language.ENGLISH).changes) == 1


def test_an_agency_that_is_merged_ends_on_the_day_before() -> None:
    handover = Handover(NEW, DAY, "176/2025/QH15", ("a", "b"))
    ended, _ = agencies_after(acts.merge_agency(OLD, handover, BOTH), BOTH)
    assert ended.until == date(2025, 2, 28)
    (succession,) = ended.successors
    assert succession == heir("bo-tai-chinh", "2025-03-01", "a", "b", basis="176/2025/QH15")


def test_an_agency_that_ended_then_may_be_split_among_others() -> None:
    ended = agency("a", heir("b", "2025-03-01", "x"), until=date(2025, 2, 28))
    other = agency("c")
    act = acts.merge_agency(ended, Handover(other, DAY), (ended, other))
    assert [str(one.route[-1]) for one in act.changes] == ["successors"]


@pytest.mark.parametrize(
    ("giver", "handover", "said"),
    [
        (OLD, Handover(OLD, DAY), "bo-khdt cannot take over from itself"),
        (OLD, Handover(NEW, date(2000, 1, 1)), "bo-khdt cannot end on 1999-12-31: it begins on"),
        (agency("a", until=date(2025, 1, 31)), Handover(NEW, DAY), "a has ended on 2025-01-31"),
        (OLD, Handover(agency("b", since=date(2025, 3, 2)), DAY), "b begins on 2025-03-02"),
        (OLD, Handover(agency("b", until=date(2025, 2, 1)), DAY), "b has ended on 2025-02-01"),
        (
            agency("a", heir("b", "2025-03-01"), until=date(2025, 2, 28)),
            Handover(NEW, DAY),
            "a has handed over to b from 2025-03-01 on already",
        ),
        (
            agency("a", heir("bo-tai-chinh", "2025-03-01", "x"), until=date(2025, 2, 28)),
            Handover(NEW, DAY, tags=("x",)),
            "a has handed over to bo-tai-chinh from 2025-03-01 on already",
        ),
    ],
)
def test_agencies_that_cannot_be_merged(giver: Agency, handover: Handover, said: str) -> None:
    with pytest.raises(StcliError) as caught:
        acts.merge_agency(giver, handover, (giver, handover.into))
    assert refused(caught)[0].startswith(said)


def test_an_agency_ends_once_and_not_before_it_began() -> None:
    for one, day in ((agency("a", until=date(2025, 1, 31)), DAY), (OLD, date(1999, 12, 31))):
        with pytest.raises(StcliError) as caught:
            acts.end_agency(one, day, None, (one,), Language.ENGLISH)
        refused(caught)


def test_open_tasks_with_another_owner_are_counted() -> None:
    done = task("3", "a", done="2025-01-20")
    later = task("4", "a", done="2025-07-01")
    given_ = directive(
        "1/CT-TTg", task("1", "a"), task("2", "a", tags=("x",)), done, later, task("5", "b"),
        issued="2025-01-06",
    )  # fmt: skip
    known = tracker(given_, agency("a"), agency("b"), agency("c"))
    before = known.agencies

    def count(*heirs: Succession, day: date = TODAY) -> int:
        after = {**before, "a": agency("a", *heirs, until=date(2025, 2, 28))}
        return handed_over(known, before, after, day)

    assert count() == 0
    assert count(heir("b", "2025-03-01")) == 3
    assert count(heir("b", "2025-03-01"), heir("c", "2025-03-01", "x")) == 3
    assert count(heir("c", "2025-03-01", "x")) == 1
    assert count(heir("b", "2025-07-01")) == 0
    assert count(heir("b", "2025-07-01"), day=date(2025, 7, 1)) == 2
    assert count(heir("b", "2025-01-01"), day=date(2025, 1, 5)) == 0


def test_a_task_has_the_tags_of_its_directive_too() -> None:
    given_ = directive("1/CT-TTg", task("1", "a"), issued="2025-01-06", tags=("y",))
    known = tracker(given_, agency("a"), agency("b"))
    split = {**known.agencies, "a": agency("a", heir("b", "2025-03-01", "y"))}
    assert handed_over(known, known.agencies, split, TODAY) == 1


# --- init ---


def tree_of(today: date, language: Language) -> dict[str, str]:
    return {act.path: str(act.text) for act in found(today, language, is_there=lambda _: False)}


def loaded(files: dict[str, str]) -> Loaded:
    return load(
        [Source(path, text.encode()) for path, text in files.items() if path.endswith(".yaml")]
    )


@given(
    st.dates(date(2019, 1, 1), date(2090, 12, 31)),
    st.sampled_from(Language),
)
def test_a_new_tree_has_nothing_wrong(today: date, language: Language) -> None:
    tree = loaded(tree_of(today, language))
    assert not [str(one.message) for one in examine(tree, today)]
    assert len(tree.tracker.directives) == 1
    assert len(tree.tracker.directives[0].tasks) == 4
    assert tree.settings.language == language


@pytest.mark.parametrize("language", Language)
def test_every_setting_in_a_comment_is_one(language: Language) -> None:
    text = tree_of(TODAY, language)[SETTINGS]
    lines = [re.sub(r"^# (?=[a-z_]+: )", "", line) for line in text.splitlines()]
    lines = [line for line in lines if not line.startswith("#")]
    tree = load([Source(SETTINGS, "\n".join(lines).encode())])
    assert not tree.diagnostics
    assert {line.partition(":")[0] for line in lines if line} == FORMAT.keys.keys()
    as_it_is = load([Source(SETTINGS, text.encode())])
    for name in ("before_inclusive", "roll", "due_soon", "timezone"):
        assert getattr(tree.settings, name) == getattr(as_it_is.settings, name), name


@pytest.mark.parametrize("language", Language)
def test_lines_fit_and_are_in_the_language(language: Language) -> None:
    for text in tree_of(TODAY, language).values():
        assert all(len(line) <= 100 for line in text.splitlines())
    words = "".join(tree_of(TODAY, language).values())
    assert ("An example" in words, "Ví dụ: xóa" in words) == (
        language is Language.ENGLISH,
        language is Language.VIETNAMESE,
    )


def test_what_is_there_stays() -> None:
    made = found(TODAY, Language.ENGLISH, is_there=lambda path: path in {SETTINGS, "directives"})
    assert {act.path: bool(act.text) for act in made} == {
        SETTINGS: False,
        AGENCIES: True,
        EDITOR: True,
        VS_CODE: True,
    }
    assert str(made[0].said) == "stcli.yaml was there already and stays as it is"
    assert not made[0].changes_file


def test_an_editor_is_told_what_the_readme_says() -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    assert f"```json\n{tree_of(TODAY, Language.ENGLISH)[VS_CODE]}```\n" in readme


def test_git_is_told_what_it_merges() -> None:
    lines = ("directives/**/*.yaml merge=stcli", "x merge=stcli")
    made = found(TODAY, Language.ENGLISH, is_there=lambda _: False, merged_as=lines)
    assert {one.path: one.text for one in made}[ATTRIBUTES] == "\n".join((*lines, ""))
    assert ATTRIBUTES not in tree_of(TODAY, Language.ENGLISH)


def test_tomorrow_is_another_day() -> None:
    issued = tree_of(TODAY, Language.ENGLISH)[f"{Path(AGENCIES).parent}/example.yaml"]
    assert f"issued: {TODAY}\n" in issued
    assert f"issued: {TODAY + timedelta(days=1)}\n" not in issued


@pytest.mark.parametrize("known", ["", "*.sh text\n", "directives/**/*.yaml merge=stcli\n"])
def test_attributes_that_are_there_are_left_and_what_they_lack_is_named(
    known: str, tmp_path: Path
) -> None:
    subprocess.run(("git", "init", "-q", str(tmp_path)), check=True)
    path = tmp_path / ATTRIBUTES
    path.write_text(known, encoding="utf-8")
    done = CliRunner().invoke(app, ["init", str(tmp_path), "--git"])
    assert done.exit_code == 0
    assert path.read_text(encoding="utf-8") == known
    said = f"add this line to {ATTRIBUTES} by hand: "
    lacking = [one.removeprefix(said) for one in done.stderr.splitlines() if one.startswith(said)]
    assert lacking == [one for one in history.MERGE_ATTRIBUTES if one not in known]
    assert history.has_merge_driver(tmp_path)


def test_git_is_asked_for_in_a_repository_alone(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["init", str(tmp_path), "--git"])
    assert done.exit_code == 2
    assert "is in no git repository" in done.stderr
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize(
    "words",
    [
        ("new", "1/QĐ-X", "--title", "A", "--issuer", "so", "--issued", "2025-01-01"),
        ("add", "25", "--title", "A", "--lead", "so"),
        ("agency", "add", "so-y", "--name", "Sở Y"),
        ("agency", "end", "so", "--on", "2025-01-01"),
    ],
)
def test_files_with_errors_are_named_and_left(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "directives").mkdir()
    agencies, given_ = tmp_path / AGENCIES, tmp_path / "directives/a.yaml"
    agencies.write_text("agencies:\n  - {id: so, nam: Sở}\n", encoding="utf-8")
    given_.write_text(
        "number: 25/CT-TTg\ntitle: A\nissuer: so\nissued: 2023-10-05\n", encoding="utf-8"
    )
    before = {one: one.read_bytes() for one in tmp_path.rglob("*.*")}
    done = CliRunner().invoke(app, ["-C", str(tmp_path), *words])
    assert done.exit_code == 2
    assert done.stderr.startswith(f"error: {AGENCIES}:2: ")
    assert {one: one.read_bytes() for one in tmp_path.rglob("*.*")} == before


def test_a_directive_with_errors_gets_no_task(tmp_path: Path) -> None:
    (tmp_path / "directives").mkdir()
    text = "number: 25/CT-TTg\ntitle: A\nissuer: so\nissued: 2023-10-05\nisued: x\n"
    (tmp_path / "directives/a.yaml").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(app, ["-C", str(tmp_path), "add", "25", "--title", "A"])
    assert (done.exit_code, done.stderr.splitlines()[0]) == (
        2,
        "error: directives/a.yaml:5: `isued` is not a key of the format",
    )
