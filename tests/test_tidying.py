"""Files put in order: what `check` says of them stays, or is less what was mended."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bundles import LISTED, TODAY, bundle
from hypothesis import given
from test_fixes import HEAD, PATH, RULE_FILES, TASK, keys, sources_of, texts, values
from typer.testing import CliRunner

from stcli.cli.app import app
from stcli.diagnostics import Diagnostic, Edit, Fix, Severity
from stcli.documents import reader
from stcli.examine import examine
from stcli.load import Loaded, assemble, load
from stcli.messages import say
from stcli.render.diagnostics.fingerprints import fingerprint
from stcli.sources import AGENCIES, SETTINGS, Source, read
from stcli.tidying import Mended, formatted, mended
from stcli.tidying.trials import with_texts

if TYPE_CHECKING:
    from datetime import date

RELATED = "directives/16-KH-UBND.yaml"


def prints(found: tuple[Diagnostic, ...]) -> Counter[str]:
    return Counter(map(fingerprint, found))


def errors(found: tuple[Diagnostic, ...]) -> Counter[str]:
    return prints(tuple(one for one in found if one.severity is Severity.ERROR))


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.stem)
def test_check_says_the_same_of_what_was_laid_out(path: Path) -> None:
    files = bundle(path.read_text(encoding="utf-8"))
    loaded = load(files.sources)
    found = formatted(loaded, loaded.documents, files.today)
    after = with_texts(loaded, found.texts)
    assert prints(examine(after, files.today)) == prints(examine(loaded, files.today))
    for name, document in loaded.documents.items():
        assert after.documents[name].data == document.data
    left = {one.path for one in found.left}
    assert left >= {*loaded.invalid}
    assert not left & {*found.texts}
    again = formatted(after, after.documents, files.today)
    assert (again.texts, again.left) == ({}, found.left)


def test_of_the_rules_files_most_are_laid_out() -> None:
    left = set()
    for path in RULE_FILES:
        files = bundle(path.read_text(encoding="utf-8"))
        loaded = load(files.sources)
        found = formatted(loaded, loaded.documents, files.today)
        left |= {path.stem for one in found.left if one.path not in loaded.invalid}
    assert left == {"empty-file"}  # one of its files is a mapping in braces


def test_a_file_whose_comment_would_allow_something_else_is_left() -> None:
    allowed = "tasks:\n  - title: x  # stcli: allow task-without-lead\n    id: 1\n"
    loaded = load(sources_of(f"title: y\n{HEAD.replace('title: Phát triển', '')}{allowed}"))
    found = formatted(loaded, loaded.documents, TODAY)
    assert [(one.path, one.line, one.reason.template) for one in found.left] == [
        (PATH, 7, "check would find something else here: {message}")
    ]
    assert PATH not in found.texts
    assert AGENCIES not in {one.path for one in found.left}


def test_a_comment_above_a_task_still_allows_what_it_allowed() -> None:
    allowed = "tasks:\n# stcli: allow task-without-lead\n- id: 1\n  title: x\n"
    loaded = load(sources_of(f"{HEAD}{allowed}"))
    found = formatted(loaded, [PATH], TODAY)
    assert found.left == ()
    assert "  # stcli: allow task-without-lead\n  - id: 1\n" in found.texts[PATH]


def mending(
    sources: tuple[Source, ...], *, today: date = TODAY, unsafe: bool = True
) -> tuple[Loaded, Mended]:
    loaded = load(sources)
    return loaded, mended(
        loaded, today, lambda one: one.fix is not None and one.fix.safe >= (not unsafe)
    )


def hold_to_promise(loaded: Loaded, today: date, result: Mended, *, unsafe: bool) -> None:
    before, found = examine(loaded, today), examine(with_texts(loaded, result.texts), today)
    assert found == result.found
    left = {one.path for one in result.left}
    assert not [
        one for one in found if one.fix and (one.fix.safe or unsafe) and one.place.path not in left
    ]
    for one, fix in result.done:
        assert fix.safe or unsafe
        assert one.place.path in result.texts
    opened = {*loaded.invalid} - {*result.loaded.invalid}
    for key in errors(found) - errors(before):
        (fresh,) = {one.place.path for one in found if fingerprint(one) == key}
        assert fresh in loaded.invalid or opened
    for path, document in loaded.documents.items():
        after = result.loaded.documents[path]
        assert (path in result.texts) == (after.text != document.text)
        if document.data is not None:
            assert after.data is not None
            assert len(values(after.data)) == len(values(document.data))
            assert len(keys(after.data)) == len(keys(document.data))


@pytest.mark.parametrize("unsafe", [False, True])
@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: path.stem)
def test_what_is_mended_in_the_rules_files(path: Path, *, unsafe: bool) -> None:
    files = bundle(path.read_text(encoding="utf-8"))
    loaded, result = mending(files.sources, today=files.today, unsafe=unsafe)
    hold_to_promise(loaded, files.today, result, unsafe=unsafe)


@given(texts())
def test_what_is_mended_in_any_text(text: str) -> None:
    loaded, result = mending(sources_of(text))
    hold_to_promise(loaded, TODAY, result, unsafe=True)


def mended_text(text: str, *, unsafe: bool = True) -> str:
    _, result = mending(sources_of(text), unsafe=unsafe)
    return result.texts.get(PATH, text)


def test_slips_that_hide_one_another_are_all_mended() -> None:
    slips = "".join(
        f"  - id: {number}\n    title: V/v: x\n    lead: so-khcn\n" for number in range(30)
    )
    assert mended_text(f"{HEAD}tasks:\n{slips}") == (
        f"{HEAD}tasks:\n{slips}".replace("V/v: x", '"V/v: x"')
    )


def test_many_hidden_characters_go_at_once() -> None:
    text = HEAD.replace("Phát", "P\u200b\u200bh\u200b\u200bát\u200b" + " x\u200b" * 30)
    assert mended_text(text, unsafe=False) == text.replace("\u200b", "")


def test_fixes_that_overlap_are_done_one_after_another() -> None:
    text = f"{HEAD}notes: x  # stcli: allow several-leads, task-without-lead, done-in-future\n"
    assert mended_text(text, unsafe=False) == f"{HEAD}notes: x\n"


def test_only_what_is_wanted_is_mended() -> None:
    text = f"{HEAD.replace('2023-10-05', '5/10/2023')}{TASK}    dua: quý II/2024\n"
    assert mended_text(text, unsafe=False) == text.replace("5/10/2023", "2023-10-05")
    assert mended_text(text) == f"{HEAD}{TASK}    due: 2024-Q2\n"


def test_a_fix_that_brings_another_error_is_not_done() -> None:
    listed = (
        "agencies:\n  - {id: so-a, name: Sở A, parent: so-b}\n"
        "  - {id: so-b, name: Sở B, parent: Sở A}\n"
    )
    loaded, result = mending((Source(AGENCIES, listed.encode()),))
    assert result.texts == {}
    (left,) = result.left
    assert (left.path, left.line) == (AGENCIES, 3)
    assert left.reason.template == "it would bring another error: {message}"
    assert result.found == examine(loaded, TODAY)


def test_a_fix_that_brings_an_error_to_another_file_is_not_done() -> None:
    listed = f"{LISTED}  - {{id: so-cu, name: Sở Cũ, until: 2025-01-31}}\n"
    sources = (
        Source(PATH, f"{HEAD}{TASK.replace('so-khcn', 'Sở Cũ')}".encode()),
        Source(
            RELATED, f"{HEAD.replace('25/CT', '16/CT').replace('thu-tuong', 'Thủ tướng')}".encode()
        ),
        Source(AGENCIES, listed.encode()),
        Source(SETTINGS, b"severity: {agency-without-successor: error}\n"),
    )
    loaded, result = mending(sources)
    assert [*result.texts] == [RELATED]
    assert [(one.path, one.line, one.reason.template) for one in result.left] == [
        (PATH, 8, "it would bring errors to other files")
    ]
    hold_to_promise(loaded, TODAY, result, unsafe=True)


def with_fix(text: str, *edits: Edit) -> Loaded:
    """Give a text with a fix, whatever it does, on the first of what the reader finds in it."""
    document = reader.read(PATH, text.encode())
    first, *others = document.problems
    promising = replace(first, fix=Fix(say("delete the comment"), edits))
    sources = (Source(AGENCIES, LISTED.encode()),)
    return assemble((replace(document, problems=(promising, *others)), *map(read, sources)))


def test_a_fix_that_does_not_take_its_finding_away_is_not_done() -> None:
    loaded = with_fix(f"{HEAD}notes: x y #z\n", Edit(0, 0, "\n"))
    result = mended(loaded, TODAY, lambda one: one.fix is not None)
    assert (result.texts, result.done) == ({}, ())
    assert [(one.path, one.line, one.reason.values) for one in result.left] == [
        (PATH, 5, (("rule", "text-after-hash"),))
    ]


def test_another_finding_that_moves_into_the_place_is_not_the_same() -> None:
    text = "notes: x y #z\ntitle: x y #z\nnumber: 1/A\nissuer: thu-tuong\nissued: 2023-10-05\n"
    line = text.index("title")
    result = mended(with_fix(text, Edit(0, line, "")), TODAY, lambda one: one.fix is not None)
    assert (result.texts, result.left) == ({PATH: text[line:]}, ())
    assert [one.rule for one, _ in result.done] == ["text-after-hash"]


def test_what_a_file_brings_to_light_that_could_not_be_read_is_no_new_error() -> None:
    broken = HEAD.replace("2023-10-05", "5/10/2023")
    sources = (Source("directives/1.yaml", broken.encode()), *sources_of(HEAD))
    loaded, result = mending(sources, unsafe=False)
    assert (result.texts, result.left) == ({"directives/1.yaml": HEAD}, ())
    assert [(one.rule, one.place.path) for one in result.found] == [("duplicate-directive", PATH)]
    assert loaded.invalid == ("directives/1.yaml",)


@pytest.mark.parametrize("command", ["fmt", "fix"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_stay(
    mark: str, end: str, command: str, tmp_path: Path
) -> None:
    (tmp_path / "directives").mkdir()
    (tmp_path / AGENCIES).write_text(LISTED, encoding="utf-8")
    text = f"{mark}title: x\nnumber: 1/CT-TTg\nissuer: Thủ tướng\nissued: 2023-10-05\n"
    path = tmp_path / PATH
    path.write_bytes(text.replace("\n", end).encode())
    ran = CliRunner().invoke(app, ["-C", str(tmp_path), command])
    wanted = (
        f"{mark}number: 1/CT-TTg\ntitle: x\nissuer: Thủ tướng\nissued: 2023-10-05\n"
        if command == "fmt"
        else text.replace("Thủ tướng", "thu-tuong")
    )
    assert (ran.exit_code, path.read_bytes().decode()) == (0, wanted.replace("\n", end))


def test_two_names_of_one_file_are_written_once(tmp_path: Path) -> None:
    (tmp_path / "directives").mkdir()
    path = tmp_path / PATH
    path.write_text("title: x\nnumber: 1/CT-TTg\nissuer: y\nissued: 2023-10-05\n", encoding="utf-8")
    (tmp_path / RELATED).symlink_to(path)
    ran = CliRunner().invoke(app, ["-C", str(tmp_path), "fmt"])
    assert (ran.exit_code, path.read_text(encoding="utf-8")) == (
        0, "number: 1/CT-TTg\ntitle: x\nissuer: y\nissued: 2023-10-05\n",
    )  # fmt: skip
    assert (tmp_path / RELATED).is_symlink()


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_laid_out(tmp_path: Path) -> None:
    (tmp_path / "directives").mkdir()
    (tmp_path / "directives" / "away.yaml").symlink_to("/etc/passwd")
    path = tmp_path / AGENCIES
    path.write_text("agencies:\n- {name: x, id: y}\n", encoding="utf-8")
    ran = CliRunner().invoke(app, ["-C", str(tmp_path), "fmt"])
    assert (ran.exit_code, ran.stdout) == (3, f"{AGENCIES} is laid out anew\n")
    assert "left as it is: directives/away.yaml:1: " in ran.stderr
    mend = CliRunner().invoke(app, ["-C", str(tmp_path), "fix"])
    assert (mend.exit_code, mend.stdout) == (1, "")
