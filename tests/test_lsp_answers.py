"""What the server knows to answer, without a server: proposals, explanations, names, renaming."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from editors import FIRST, LISTED, SECOND, TREE, write_tree
from hypothesis import given
from hypothesis import strategies as st

from stcli.diagnostics import Diagnostic, Edit, Severity
from stcli.documents.reader import parse
from stcli.documents.rewriting import applied
from stcli.errors import StcliError
from stcli.examine import examine
from stcli.load import assemble
from stcli.lsp.actions import all_fixes, allowing, fixes
from stcli.lsp.explaining import drawn, pages
from stcli.lsp.moving import moved
from stcli.lsp.naming import definition, named, uses
from stcli.lsp.outline import outline, search
from stcli.lsp.proposals import MOST, proposals
from stcli.lsp.renaming import renamable, renamed
from stcli.lsp.spots import spot
from stcli.lsp.tree import Tree
from stcli.messages import say
from stcli.model import Agency
from stcli.references import Assignment
from stcli.spelling import same
from stcli.words import Language

if TYPE_CHECKING:
    from pathlib import Path

    from stcli.load import Loaded
    from stcli.lsp.naming import Named

DAY = date(2024, 6, 1)
NAME = "directives/2023/25-CT-TTg.yaml"
OTHER = "directives/2023/3772-UBND-KGVX.yaml"
AGENCIES = "directives/agencies.yaml"


def loaded(**changed: str) -> Loaded:
    """Give the tree of `editors` with other texts of some files, and with more files."""
    texts = {**TREE, **{_path(name): text for name, text in changed.items()}}
    return assemble(parse(path, text) for path, text in texts.items())


def _path(name: str) -> str:
    known = {"first": NAME, "second": OTHER, "agencies": AGENCIES, "office": "stcli.yaml"}
    return known.get(name, f"directives/{name}.yaml")


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(write_tree(tmp_path), lambda _: DAY)


# Proposals


def words(tree: Tree, text: str, name: str = NAME) -> list[str]:
    """Give the words proposed at ^, after the file was typed as it stands."""
    plain = text.replace("^", "")
    tree.type(name, plain.encode())
    found = proposals(plain, text.index("^"), name, tree)
    return [one.word for one in found.found]


def test_keys_that_are_missing_come_with_those_first_that_must_be_there(tree: Tree) -> None:
    text = FIRST.replace("title: Rà soát\n", "^\n")
    found = words(tree, text)
    assert found[0] == "title"
    assert "officer" in found
    assert not {"id", "lead", "due", "due_text", "number"} & set(found)
    assert words(tree, "^")[:4] == ["number", "title", "issuer", "issued"]
    about = [str(one.about) for one in proposals("", 0, NAME, tree).found[:5]]
    assert about[0] == "required: the number and symbol, as they stand in the document"
    assert [one.startswith("required: ") for one in about] == [True] * 4 + [False]
    assert words(tree, FIRST.replace("title: Rà", "t^: Rà"))[0] == "title"


def test_a_key_is_written_with_its_colon_unless_it_stands_there(tree: Tree) -> None:
    def texts(text: str) -> list[str]:
        plain = text.replace("^", "")
        return [one.text for one in proposals(plain, text.index("^"), NAME, tree).found]

    assert texts("numb^") == ["number: "]
    assert texts("numb^: 1") == ["number"]
    assert texts("task^") == ["tasks:"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("lead: ^", "thu-tuong"),
        ("lead: bo^", "bo-khcn"),
        ("lead: khoa hoc^", "bo-khcn"),
        ("lead: Khoa học và^", "bo-khcn"),
        ("lead: [bo-khcn, m^]", "bo-moi"),
        ("implements: 3772^", "3772/UBND-KGVX"),
        ("implements: 3772/UBND-KGVX#^", "3772/UBND-KGVX#1"),
        ("done: ^", "2024-06-01"),
        ("changes: [{by: 37^", "3772/UBND-KGVX"),
        ("changes: [{replaced_by: ^", "1"),
        ("due: quart^", "quarterly by 20"),
        ("due: 20 days from task ^", "20 days from task 1"),
        ("tags: ^", "khcn"),
        ("officer: l^", "Lan"),
        ("periods: [{for: ^", "2024-06"),
    ],
)
def test_values_by_what_they_stand_for(tree: Tree, typed: str, first: str) -> None:
    tree.type("directives/marks.yaml", b"tags: khcn\ntasks:\n  - {officer: Lan}\n")
    tree.type(NAME, FIRST.encode())  # what was read last serves while the file is broken
    assert words(tree, f"{FIRST}  - id: 9\n    {typed}\n")[0] == first


def test_the_words_of_the_document_are_proposed_as_its_deadline(tree: Tree) -> None:
    text = FIRST.replace("due: 2024-Q2", "due: ^")
    assert words(tree, text)[0] == "2024-Q2"


def test_words_that_a_key_knows_and_rules(tree: Tree) -> None:
    assert words(tree, "agencies:\n  - kind: ^", AGENCIES)[:2] == ["state", "party"]
    assert words(tree, "roll: ^", "stcli.yaml") == ["none", "next-working-day"]
    assert words(tree, "severity:\n  several^", "stcli.yaml") == ["several-leads"]
    assert words(tree, "severity: {several-leads: ^", "stcli.yaml") == ["error", "warning", "off"]
    assert words(tree, "lead: [a, b] # stcli: allow sever^") == ["several-leads"]
    assert words(tree, "title: a^") == []
    assert words(tree, "# number: ^") == []


def test_values_are_quoted_where_they_must_be_and_as_they_were(tree: Tree) -> None:
    def texts(text: str) -> tuple[list[str], int, int]:
        plain = text.replace("^", "")
        found = proposals(plain, text.index("^"), NAME, tree)
        return [one.text for one in found.found], found.start, found.end

    [quoted] = proposals('issuer: "bo-k"', 13, NAME, tree).found
    assert quoted.sought.startswith('"bo-khcn ')
    assert texts('issuer: "bo-k^"') == (['"bo-khcn"'], 8, 14)
    assert texts("issuer: 'bo-k^") == (["'bo-khcn'"], 8, 13)
    assert texts("tasks:\n  - due: half^")[0] == ['"half-yearly by 06-15, 12-15"']
    assert texts("tasks:\n  - due: 15 days from t^")[0] == ["15 days from task "]
    assert texts("tasks:\n  - implements: 3772/UBND-KGVX#1^")[0] == ["3772/UBND-KGVX#1"]


def test_of_many_the_first_are_given_and_said_not_to_be_all(tree: Tree) -> None:
    rows = "".join(f"  - {{id: so-{n}, name: Sở {n}}}\n" for n in range(MOST + 5))
    tree.type(AGENCIES, f"agencies:\n{rows}".encode())
    everything = proposals("issuer: ", 8, NAME, tree)
    assert (len(everything.found), everything.whole) == (MOST, False)
    few = proposals("issuer: so-84", 13, NAME, tree)
    assert ([one.word for one in few.found], few.whole) == (["so-84"], False)


# Explanations


def said(tree: Tree, name: str, text: str, found: str) -> str:
    tree.type(name, text.encode())
    document = tree.current(name)
    assert document is not None
    here = spot(document, text.index(found) + 1)
    return drawn(pages(here, document, tree), Language.ENGLISH)


def test_what_is_said_of_places(tree: Tree) -> None:
    assert "Bộ Mới from 2030-01-01 by 25/CT-TTg" in said(tree, NAME, FIRST, "bo-khcn")
    assert "Phát triển thị trường" in said(tree, OTHER, SECOND, "25/CT-TTg@")
    assert "Phát triển thị trường" in said(tree, OTHER, SECOND, "25/CT-TTg#2")  # before the #
    assert "Báo cáo" in said(tree, OTHER, SECOND, "#2")
    assert "## 25/CT-TTg\\#2" in said(tree, NAME, FIRST, "days from task")
    assert said(tree, NAME, FIRST, "issued") == "## issued\n\nthe day of issue\n"
    assert said(tree, NAME, FIRST.replace("issued", "isued"), "isued") == ""
    rule = FIRST.replace("soát", "soát # stcli: allow several-leads")
    assert "A task has one lead agency" in said(tree, NAME, rule, "several-leads")
    assert said(tree, NAME, FIRST.replace("soát", "soát # stcli: allow no-rule"), "no-rule") == ""


def test_a_deadline_in_a_broken_file_is_explained_from_its_words(tree: Tree) -> None:
    broken = FIRST.replace("issuer: thu-tuong", "issuer: [").replace(
        "15 days from task 1", "15 days"
    )
    text = said(tree, NAME, broken, "15 days")
    assert "## 15 days" in text
    late = FIRST.replace("2023-10-05", "2025-10-05")
    assert "was issued on 2025-10-05, after 2024-06-01" in said(tree, NAME, late, "2024-Q2")


# Names


def names_at(text: str, name: str, found: str, all_: Loaded) -> tuple[Named, ...]:
    here = spot(parse(name, text), text.index(found) + 1)
    assert here is not None
    return named(here, name, all_)


def places(all_: Loaded, one: Named) -> list[str]:
    """Give what stands where something is defined and named."""
    values = (*definition(one, all_), *uses(one, all_))
    found = []
    for path, route in values:
        place = all_.documents[path].place(route)
        found.append(all_.documents[path].text[place.start : place.end])
    return found


def test_an_agency_is_found_wherever_it_is_named() -> None:
    all_ = loaded()
    [agency] = names_at(FIRST, NAME, "bo-khcn", all_)
    assert isinstance(agency, Agency)
    assert places(all_, agency) == ["bo-khcn"] * 5


def test_a_task_is_found_by_references_ids_and_deadlines() -> None:
    all_ = loaded(third=THIRD)
    [task] = names_at(FIRST, NAME, "task 1", all_)
    assert places(all_, task) == ["1", "15 days from task 1", "10 days from 25/CT-TTg#1"]
    [second] = names_at(SECOND, OTHER, "#2", all_)
    assert places(all_, second) == ["2", "25/CT-TTg#2"]
    [beside] = names_at(THIRD, "directives/third.yaml", "2b]", all_)
    assert places(all_, beside) == ["2b", "2b"]


THIRD = """\
number: 9/KH-UBND
title: Kế hoạch
issuer: bo-moi
issued: 2023-12-01
cites: [25/CT-TTg, 3772/UBND-KGVX]
tasks:
  - id: 2a
    title: Một
    lead: bo-moi
    changes:
      - {date: 2024-01-02, by: 25/CT-TTg, replaced_by: [2b]}
  - id: 2b
    title: Hai
    lead: bo-moi
"""


def test_a_directive_is_found_by_its_references_and_bases() -> None:
    all_ = loaded(third=THIRD, office="extensions: {limit: 1, basis: 25/CT-TTg}\n")
    [directive] = names_at(SECOND, OTHER, "25/CT-TTg#2", all_)
    assert places(all_, directive) == [
        "25/CT-TTg",
        "25/CT-TTg@thu-tuong", "25/CT-TTg#2", "10 days from 25/CT-TTg#1",
        "25/CT-TTg", "25/CT-TTg",
        "25/CT-TTg", "25/CT-TTg",
    ]  # fmt: skip
    assert names_at(FIRST, NAME, "Rà soát", all_) == ()
    again = FIRST.replace("thu-tuong", "bo-moi")
    assert len(names_at(THIRD, "directives/third.yaml", "25/CT", loaded(again=again))) == 2


# Renaming


def after(all_: Loaded, name: str, text: str, found: str, new: str) -> Loaded:
    """Give the tree after something was renamed."""
    here = spot(parse(name, text), text.index(found) + 1)
    assert here is not None
    one, _ = renamable(here, name, all_)
    edits = renamed(one, new, all_)
    return assemble(
        parse(path, applied(document.text, edits.get(path, ())))
        for path, document in all_.documents.items()
    )


def texts(all_: Loaded) -> dict[str, str]:
    return {path: document.text for path, document in all_.documents.items()}


def test_a_task_is_renamed_where_it_is_defined_and_named() -> None:
    new = after(loaded(), NAME, FIRST, "id: 1\n    title: Rà".partition("\n")[0][3:], "1a")
    assert "  - id: 1a\n" in texts(new)[NAME]
    assert "due: 15 days from task 1a\n" in texts(new)[NAME]
    assert "due: 10 days from 25/CT-TTg#1a\n" in texts(new)[OTHER]
    assert "implements: 25/CT-TTg#2\n" in texts(new)[OTHER]
    assert "  - id: 1\n" in texts(new)[OTHER]  # that of another directive stays
    beside = after(loaded(third=THIRD), "directives/third.yaml", THIRD, "2b\n", "x")
    assert "replaced_by: [x]}" in texts(beside)["directives/third.yaml"]


def test_a_renamed_task_keeps_its_period_and_member() -> None:
    part = SECOND.replace("25/CT-TTg#2", "25/CT-TTg@2023#2@2024-Q1@bo-khcn")
    new = after(loaded(second=part), NAME, FIRST, "2\n    title: Báo", "II.1")
    assert "implements: 25/CT-TTg@2023#II.1@2024-Q1@bo-khcn\n" in texts(new)[OTHER]


def test_an_agency_is_renamed_in_references_too() -> None:
    member = SECOND.replace("25/CT-TTg#2", "25/CT-TTg#2@bo-khcn")
    new = after(loaded(second=member), NAME, FIRST, "bo-khcn", "bộ.k")
    assert "25/CT-TTg#2@bộ.k" in texts(new)[OTHER]
    assert "with: [bộ.k]" in texts(new)[NAME]
    assert "parent: bộ.k" in texts(new)[AGENCIES]
    issuer = after(loaded(), NAME, FIRST, "thu-tuong", "ttcp")
    assert "implements: 25/CT-TTg@ttcp\n" in texts(issuer)[OTHER]
    assert "thu-tuong" not in "".join(texts(issuer).values())


TWICE = f"{LISTED}  - id: bo-khcn\n    name: Bộ hai\n"
BROKEN = SECOND.replace("lead: bo-khcn", 'lead: "bo-\\\n      khcn"')
IDS = st.text(st.sampled_from("ab19.-_'\"*&!?%ệĐ,:[{"), min_size=1, max_size=6)


@given(IDS, st.sampled_from(["bo-khcn", "task 1"]))
def test_what_is_renamed_there_and_back_is_as_before(id_: str, found: str) -> None:
    """And in between everything means the same by the new id, or it was refused."""
    before = loaded()
    old = found.removeprefix("task ")
    try:
        new = after(before, NAME, FIRST, found, id_)
    except StcliError:
        return
    assert new.invalid == ()
    assert [one.rule for one in examine(new, DAY)] == [one.rule for one in examine(before, DAY)]
    if found == "bo-khcn":
        back = renamed(new.tracker.agencies[same(id_)], old, new)
    else:
        [directive] = [one for one in new.tracker.directives if one.path == NAME]
        [task] = [one for one in directive.tasks if one.id == same(id_)]
        back = renamed(Assignment(directive, task), old, new)
    again = {path: applied(one, back.get(path, ())) for path, one in texts(new).items()}
    assert {path: re.sub("[\"']", "", one) for path, one in again.items()} == texts(before)


@pytest.mark.parametrize(
    ("changed", "found", "new", "message"),
    [
        ({}, "bo-khcn", "bo-moi", "there is an agency `bo-moi` already"),
        ({}, "bo-khcn", "bo khcn", "`bo khcn` cannot be an id"),
        ({}, "bo-khcn", "", "`` cannot be an id"),
        ({}, "bo-khcn", "a\u200bb", "`a\u200bb` cannot be an id"),
        ({}, "task 1", "2", "25/CT-TTg has a task `2` already"),
        ({}, "task 1", "x" * 101, "would not be read as the id everywhere"),
        ({"third": "a: ["}, "task 1", "3", "some files have errors: directives/third.yaml"),
        ({}, "Rà soát", "3", "only the ids of tasks and agencies can be renamed"),
        ({}, "25/CT-TTg", "3", "only the ids of tasks and agencies can be renamed"),
        ({"agencies": TWICE}, "bo-khcn", "x", "several agencies have the id bo-khcn"),
        ({"second": BROKEN}, "bo-khcn", "x", f"{OTHER}:9 names it over several lines"),
    ],
)  # fmt: skip
def test_what_cannot_be_renamed_is_refused(
    changed: dict[str, str], found: str, new: str, message: str
) -> None:
    with pytest.raises(StcliError) as refused:
        after(loaded(**changed), NAME, FIRST, found, new)
    assert message in str(refused.value.message)


def test_a_task_of_an_id_that_another_has_is_not_renamed() -> None:
    twice = FIRST.replace("id: 2", "id: 1")
    with pytest.raises(StcliError, match="several tasks of 25/CT-TTg have the id 1"):
        after(loaded(first=twice), NAME, twice, "1\n    title: Rà", "3")


def test_a_reference_that_may_mean_several_is_not_renamed() -> None:
    again = FIRST.replace("thu-tuong", "bo-moi")
    with pytest.raises(StcliError, match="may mean several directives"):
        after(loaded(again=again), OTHER, SECOND, "#2", "3")


# Actions


def test_a_comment_that_allows_stands_where_it_is_read() -> None:
    text = FIRST.replace("lead: bo-khcn", "lead: [bo-khcn, bo-moi]")
    for before, expected in (
        ("lead: [bo-khcn, bo-moi]", "lead: [bo-khcn, bo-moi] # stcli: allow several-leads\n"),
        ("lead: [bo-khcn, bo-moi]  ", "bo-moi] # stcli: allow several-leads\n"),
        ("lead: [bo-khcn, bo-moi] # x", "bo-moi] # x # stcli: allow several-leads\n"),
        ("lead: [bo-khcn, bo-moi] # stcli: allow tag", "allow tag, several-leads\n"),
        ("lead:\n      - bo-khcn\n      - bo-moi", "lead: # stcli: allow several-leads\n"),
    ):
        changed = text.replace("lead: [bo-khcn, bo-moi]", before)
        all_ = loaded(first=changed)
        found = [one for one in examine(all_, DAY) if one.rule == "several-leads"]
        [action] = allowing(found, all_.documents[NAME])
        mended = applied(changed, action.edits)
        assert expected in mended
        again = examine(loaded(first=mended), DAY)
        assert "several-leads" not in [one.rule for one in again]


def test_a_comment_stands_above_where_the_end_of_the_line_is_text() -> None:
    text = FIRST.replace("lead: bo-khcn", 'lead: "bo-\\\n      x"').replace("\n", "\r\n")
    all_ = loaded(first=text)
    [one] = [one for one in examine(all_, DAY) if one.place.path == NAME]
    assert (one.rule, one.place.line) == ("unknown-agency", 8)
    [action] = allowing([one], all_.documents[NAME])
    mended = applied(text, action.edits)
    assert "\r\n    # stcli: allow unknown-agency\r\n    lead" in mended
    assert examine(loaded(first=mended), DAY) == ()


def test_what_cannot_be_allowed_gets_no_comment() -> None:
    all_ = loaded(first="number: [")
    found = [one for one in examine(all_, DAY) if one.place.path == NAME]
    assert [one.rule for one in found] == ["unclosed-bracket"]
    assert list(allowing(found, all_.documents[NAME])) == []


def test_all_fixes_are_those_that_are_safe_and_do_not_overlap() -> None:
    text = FIRST.replace("title: Rà", "Title: Rà").replace("due: 2024-Q2", "Due: 30/6/2024")
    all_ = loaded(first=text)
    found = [one for one in examine(all_, DAY) if one.place.path == NAME]
    titles = [str(one.title) for one in fixes(found)]
    assert titles == ["write title", "write due"]
    mended = applied(text, all_fixes(found))
    assert mended == FIRST.replace("2024-Q2", "30/6/2024")
    assert all_fixes([*found, *found]) == all_fixes(found)


# Findings that move


@given(st.text("ab\n", max_size=6), st.integers(0, 60), st.integers(0, 5))
def test_findings_stay_with_their_text(typed: str, at: int, gone: int) -> None:
    before = "title: x\nlead: [a, b]\nnumber: 12\nissuer: y\nissued: 2023-10-05\n"
    place = parse(NAME, before).place(("number",))
    known = Diagnostic("several-leads", Severity.WARNING, say("x"), place)
    text = before[:at] + typed + before[at + gone :]
    kept = list(moved([known], before, parse(NAME, text)))
    for one in kept:
        assert text[one.place.start : one.place.end] == "12"
    if at + gone < place.start - 1 or at > place.end + 1:
        assert kept


def test_fixes_move_with_their_findings() -> None:
    text = FIRST.replace("lead: bo-khcn", "lead: bo-khcm")
    all_ = loaded(first=text)
    [known] = [one for one in examine(all_, DAY) if one.rule == "unknown-agency"]
    assert known.fix is not None
    later = parse(NAME, "# x\n" + text)
    [one] = moved([known], text, later)
    assert one.fix is not None
    assert applied(later.text, one.fix.edits) == "# x\n" + FIRST
    assert one.place.line == known.place.line + 1
    assert list(moved([known], text, parse(NAME, text.replace("bo-khcm", "bo-khcx")))) == []


# Outlines


def test_the_outline_of_files() -> None:
    [directive] = outline(parse(NAME, FIRST))
    first, second = directive.parts
    assert (directive.name, first.name, second.about) == ("25/CT-TTg", "1", "Báo cáo")
    assert FIRST[first.start : first.end].startswith("id: 1")
    assert FIRST[first.start : first.end].endswith("năm 2024")
    assert FIRST[second.name_start : second.name_end] == "2"
    assert [one.name for one in outline(parse(AGENCIES, LISTED))] == [
        "thu-tuong",
        "bo-khcn",
        "bo-moi",
    ]
    assert outline(parse(NAME, "a: [")) == ()
    assert outline(parse(NAME, "tasks: [x, {id: [1]}, {id: 2}]"))[0].name == "2"


def test_a_search_knows_numbers_titles_and_agencies() -> None:
    found = [one.name for one in search("thi truong", loaded())]
    assert found == ["25/CT-TTg  Phát triển thị trường"]
    assert [one.name for one in search("#2", loaded())] == ["25/CT-TTg#2  Báo cáo"]
    assert len(list(search("", loaded()))) == 8


# Trees


def test_a_tree_reads_again_what_changed_on_disk_and_keeps_what_is_open(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    tree = Tree(root, lambda _: DAY)
    assert sorted(tree.loaded.documents) == sorted(TREE)
    tree.type(NAME, FIRST.replace("25/CT", "26/CT").encode())
    (root / NAME).unlink()
    (root / OTHER).unlink()
    (root / "directives/new.yml").write_text(THIRD, encoding="utf-8")
    tree.rescan()
    numbers = [one.number for one in tree.loaded.tracker.directives]
    assert numbers == ["26/CT-TTg", "9/KH-UBND"]
    tree.close(NAME)
    assert [one.number for one in tree.loaded.tracker.directives] == ["9/KH-UBND"]
    tree.reread(["directives/new.yml", NAME])
    assert list(tree.task_names("directives/new.yml"))[:2] == ["9/KH-UBND#2a", "9/KH-UBND#2b"]


def test_a_link_out_of_the_root_is_not_followed(tmp_path: Path) -> None:
    root = write_tree(tmp_path / "root")
    (tmp_path / "secret.yaml").write_text("number: secret", encoding="utf-8")
    (root / "directives/link.yaml").symlink_to(tmp_path / "secret.yaml")
    tree = Tree(root, lambda _: DAY)
    tree.reread(["directives/link.yaml"])
    assert "secret" not in "".join(one.text for one in tree.loaded.documents.values())
    assert [one.rule for one in tree.findings("directives/link.yaml")] == ["unreadable-file"]


def test_edits_are_applied_in_their_order() -> None:
    assert applied("abcdef", (Edit(0, 1, "x"), Edit(3, 3, "-"), Edit(5, 6, ""))) == "xbc-de"
