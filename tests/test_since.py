"""The files as they were: what has not changed is not read again, and nothing differs for that."""

from __future__ import annotations

import os
from datetime import date
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

import pytest
from bundles import LISTED
from hypothesis import given, settings
from hypothesis import strategies as st
from offices import AGENCIES, PATHS, texts
from test_history import DIRECTIVE, Repository, write
from test_skimming import QUIET
from typer.testing import CliRunner

from stcli import files, history, sources
from stcli.cli.app import app
from stcli.documents.characters import LARGEST_FILE
from stcli.examine import examine
from stcli.load import Loaded, load
from stcli.policy.guards import GUARDS, guarded
from stcli.policy.late import STATES, late_tasks
from stcli.skimming import Circumstances, Known, skim
from stcli.sources import Source, Stock, together

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from stcli.diagnostics import Diagnostic

DAYS = ("2025-01-05", "2025-02-28", "2026-03-01")
OFFICE = Source("directives/agencies.yaml", AGENCIES.encode())


def stock(some: Iterable[Source]) -> Stock[Source]:
    return Stock(tuple(some), attrgetter("path"), lambda one: one)


def found(loaded: Loaded, day: date) -> tuple[Diagnostic, ...]:
    return examine(loaded, day, late_tasks(loaded.whole, day, frozenset(STATES)))


@settings(max_examples=300)
@given(
    st.lists(st.none() | texts, min_size=len(PATHS), max_size=len(PATHS)),
    st.lists(st.none() | texts, min_size=len(PATHS), max_size=len(PATHS)),
    st.lists(st.booleans(), min_size=len(PATHS), max_size=len(PATHS)),
    st.sampled_from(DAYS).map(date.fromisoformat),
)
def test_both_sides_are_what_they_are_when_all_is_read(
    texts_now: list[str | None], texts_before: list[str | None], kept: list[bool], day: date
) -> None:
    texts_before = [
        one if same else other
        for one, other, same in zip(texts_now, texts_before, kept, strict=True)
    ]
    now, before = (
        {
            OFFICE.path: OFFICE,
            **{
                path: Source(path, text.encode("utf-8", "surrogatepass"))
                for path, text in zip(PATHS, some, strict=True)
                if text is not None
            },
        }
        for some in (texts_now, texts_before)
    )
    same = frozenset(path for path, one in now.items() if before.get(path) == one)
    asked = partial(late_tasks, day=day, wanted=frozenset(STATES))
    given = Circumstances(load([OFFICE]), day, asked)

    now_skimmed = skim(stock(now.values()), given, 1)
    changed = [one for path, one in before.items() if path not in same]
    before_skimmed = skim(stock(changed), given, 1, known=Known(now_skimmed, same))

    whole_now, whole_before = load(now.values()), load(before.values())
    assert found(before_skimmed, day) == found(whole_before, day)
    assert before_skimmed.invalid == whole_before.invalid
    assert dict(before_skimmed.documents) == dict(whole_before.documents)
    against = guarded(now_skimmed, before_skimmed, GUARDS, same)
    assert against == guarded(whole_now, whole_before, GUARDS, same)


def test_what_has_not_changed_is_not_read_again() -> None:
    some = [Source(f"directives/{one}.yaml", QUIET.format(number=one).encode()) for one in "123"]
    office = Source("directives/agencies.yaml", LISTED.encode())
    given = Circumstances(load([office]), date(2024, 7, 10), lambda _: ())
    now = skim(stock([*some, office]), given, 1)
    same = frozenset(one.path for one in (office, *some[1:]))
    before = skim(stock([]), given, 1, known=Known(now, same))
    assert before.outlined == {one.path for one in some[1:]}
    assert [one.number for one in before.tracker.directives] == ["2/UBND-KT", "3/UBND-KT"]
    assert before.tracker.directives[0] is now.tracker.directives[1]
    assert before.documents[some[2].path].text == QUIET.format(number=3)


def test_files_of_several_stocks_are_given_in_one() -> None:
    first, second = Source("a", b"1"), Source("b", b"2")
    both = together(stock([first]), stock([second]).only({"b"}), stock([first]).only({"c"}))
    assert both.names == {"a", "b"}
    assert [*map(both.source, both.items)] == [first, second]
    assert [*both.those({"b", "c"})] == [second]


@pytest.mark.parametrize("processors", [1, 3])
@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
def test_files_are_the_same_byte_for_byte(
    tmp_path: Path, algorithm: str, processors: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stcli.workers.WORTH_A_FORK", 1)
    repository = Repository(tmp_path)
    if algorithm == "sha256":
        repository.git("init", "--quiet", "--object-format=sha256", "other")
        repository.folder /= "other"
    folder = repository.folder
    repository.git("config", "core.autocrlf", "false")
    names = [f"directives/{name}.yaml" for name in ("same", "a", "line-ends", "link", "gone", "x")]
    for name in names:
        write(folder, name, DIRECTIVE)
    write(folder, "directives/large.yaml", "#" * (LARGEST_FILE + 2))
    write(folder, "directives/agencies.yaml", LISTED)
    hash_ = repository.commit()
    write(folder, "directives/a.yaml", DIRECTIVE.replace("25/", "26/"))
    (folder / "directives/line-ends.yaml").write_bytes(DIRECTIVE.replace("\n", "\r\n").encode())
    (folder / "directives/link.yaml").unlink()
    (folder / "directives/link.yaml").symlink_to("same.yaml")
    (folder / "directives/gone.yaml").unlink()
    (folder / "directives/x.yaml").chmod(0o755)  # the same bytes still
    write(folder, "directives/new.yaml", DIRECTIVE)
    found = history.unchanged(folder, hash_, files.stock(folder), processors)
    assert found == {f"directives/{name}.yaml" for name in ("same", "x", "link", "agencies")}
    left = history.stock(folder, hash_, besides=found)
    assert left.names == {f"directives/{name}.yaml" for name in ("a", "line-ends", "gone", "large")}


def test_no_filter_of_the_repository_runs(repository: Repository) -> None:
    folder = repository.folder
    write(folder, "directives/a.yaml", DIRECTIVE)
    hash_ = repository.commit()
    write(folder, ".gitattributes", "*.yaml filter=evil\n")
    repository.git("config", "filter.evil.clean", f"touch {folder}/ran; cat")
    os.utime(folder / "directives/a.yaml", (1, 1))  # so that git would look at what it says
    assert history.unchanged(folder, hash_, files.stock(folder), 1) == {"directives/a.yaml"}
    assert not (folder / "ran").exists()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.chdir(tmp_path)
    return Repository(tmp_path)


def check(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["check", "--as-of", "2024-07-10", "-f", "concise", *words])
    return result.exit_code, result.stdout, result.stderr


def test_only_what_has_changed_is_read_of_a_commit(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 9):
        write(repository.folder, f"directives/{number}.yaml", QUIET.format(number=number))
    write(repository.folder, "directives/agencies.yaml", LISTED)
    repository.commit()
    changed = QUIET.format(number=3).replace("bo-khcn", "bo-khcm")
    write(repository.folder, "directives/3.yaml", changed)
    read: list[str] = []
    really = sources.read

    def noted(source: Source) -> object:
        read.append(source.path)
        return really(source)

    monkeypatch.setattr("stcli.skimming.read", noted)
    status, said, _ = check("--since", "HEAD")
    assert status == 1
    assert "unknown-agency" in said
    assert read.count("directives/3.yaml") == 2
    assert read.count("directives/1.yaml") == 1


def test_where_the_office_has_changed_all_files_are_looked_at_again(
    repository: Repository,
) -> None:
    write(repository.folder, "directives/1.yaml", QUIET.format(number=1))
    write(repository.folder, "directives/2.yaml", QUIET.format(number=2))
    write(repository.folder, "directives/agencies.yaml", LISTED.replace("bo-khcn", "bo-khac"))
    repository.commit()
    write(repository.folder, "directives/agencies.yaml", LISTED)
    assert check("--since", "HEAD")[2] == "new since HEAD: nothing; resolved: 2\n"
    (repository.folder / "directives/agencies.yaml").unlink()
    status, said, told = check("--since", "HEAD")
    assert (status, told) == (1, "new since HEAD: 2 errors; resolved: 2\n")
    assert said.count("no agency has the id `thu-tuong`") == 2


def test_guards_see_what_an_outline_leaves_out(repository: Repository) -> None:
    text = QUIET.format(number=1) + "    tags: a\n"
    write(repository.folder, "directives/1.yaml", text)
    write(repository.folder, "directives/2.yaml", QUIET.format(number=2))
    write(repository.folder, "directives/agencies.yaml", LISTED)
    repository.commit()
    write(repository.folder, "directives/renamed.yaml", text.replace("due: 2026", "due: 2027"))
    (repository.folder / "directives/1.yaml").unlink()
    status, said, _ = check("--since", "HEAD", "--guard", "all")
    assert status == 1
    assert said.splitlines()[0].startswith("directives/renamed.yaml:9:10: error[deadline-moved]")


def test_nothing_is_against_the_guards_in_a_file_that_has_not_changed() -> None:
    twice = QUIET.format(number=1) + "    done: 2024-01-01\n"
    twice += "  - {id: 1, title: B, lead: bo-khcn, done: 2024-01-02}\n"
    one = load([Source("directives/1.yaml", twice.encode())])
    assert [found.rule for found in guarded(one, one, GUARDS)] == ["history-rewritten"]
    assert guarded(one, one, GUARDS, {"directives/1.yaml"}) == ()


def test_a_file_that_has_not_changed_is_looked_at_again_on_another_day(
    repository: Repository,
) -> None:
    done = QUIET.format(number=1) + "    done: 2024-07-10\n    evidence: 1/BC\n"
    write(repository.folder, "directives/1.yaml", done)
    write(repository.folder, "directives/agencies.yaml", LISTED)
    repository.commit(at="2024-07-01T08:00:00+07:00")
    assert check("--since", "HEAD")[2] == "new since HEAD: nothing; resolved: 0\n"
    status, said, told = check("--since", "yesterday")
    assert (status, told) == (0, "new since yesterday: nothing; resolved: 1\n")
    assert "done-in-future" in said


def test_guards_change_nothing_that_is_not_theirs(repository: Repository) -> None:
    due = "due: before 2024-06-02"  # till a Saturday, from which today's settings move
    write(repository.folder, "directives/1.yaml", QUIET.format(number=1).replace("due: 2026", due))
    write(repository.folder, "directives/2.yaml", QUIET.format(number=2))
    write(repository.folder, "directives/agencies.yaml", LISTED)
    repository.commit()
    write(repository.folder, "stcli.yaml", "roll: next-working-day\n")
    (repository.folder / "directives/1.yaml").unlink()
    words = ("--since", "HEAD", "--fail-on", "overdue")
    _, alone, _ = check(*words)
    _, guarded_too, _ = check(*words, "--guard", "all")
    assert "overdue by 37 days, since 2024-06-03" in alone
    assert [one for one in guarded_too.splitlines() if "task-removed" not in one] == (
        alone.splitlines()
    )


def test_a_content_that_git_lacks_is_named(repository: Repository) -> None:
    for number in (1, 2, 3):
        write(repository.folder, f"directives/{number}.yaml", QUIET.format(number=number))
    write(repository.folder, "directives/agencies.yaml", LISTED)
    repository.commit()
    name = repository.git("rev-parse", "HEAD:directives/2.yaml")
    (repository.folder / ".git/objects" / name[:2] / name[2:]).unlink()
    assert check("--since", "HEAD")[2] == "new since HEAD: nothing; resolved: 0\n"
    for number in (1, 2):
        write(repository.folder, f"directives/{number}.yaml", QUIET.format(number=number + 9))
    status, _, told = check("--since", "HEAD")
    assert status == 2
    assert told.startswith("error: git lacks the content of directives/2.yaml in that revision\n")
