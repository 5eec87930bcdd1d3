from __future__ import annotations

import errno
import fcntl
import json
import os
import resource
import shutil
import signal
import stat
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from stcli.errors import StcliError
from stcli.messages import Message
from stcli.saving import Lock, Revision, Undone, journal, locked, save, turns, undo, write_whole
from stcli.saving.changes import Change
from stcli.words import Language, translate

A, B, NEW = "directives/a.yaml", "directives/b.yaml", "directives/2025/new.yaml"


def git(root: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words],
        cwd=root,
        check=True,
        capture_output=True,
    )
    return done.stdout.decode()


def tree(root: Path) -> Path:
    (root / "directives").mkdir(parents=True)
    (root / A).write_bytes(b"one\r\n")
    (root / B).write_bytes(b"hai")
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    tree(tmp_path / "office")
    git(tmp_path / "office", "init", "--quiet")
    git(tmp_path / "office", "add", ".")
    git(tmp_path / "office", "commit", "--quiet", "-m", "x")
    return tmp_path / "office"


@pytest.fixture
def plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a root that is in no repository, with a folder of state of its own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tree(tmp_path / "office")


def edit(root: Path, *revisions: Revision, title: str = "done 1") -> str | None:
    with locked(root) as lock:
        reason = save(lock, revisions, title=title)
    return None if reason is None else str(reason)


def back(root: Path) -> Undone:
    with locked(root) as lock:
        return undo(lock)


def refused(root: Path, *revisions: Revision) -> str:
    """Give why an edit is refused; nothing below the root has changed."""
    before = standing(root)
    with pytest.raises(StcliError) as error:
        edit(root, *revisions)
    assert standing(root) == before
    return str(error.value)


def standing(root: Path) -> dict[Path, tuple[int, int]]:
    """Give what is below a root: files by what tells one from another, and folders."""
    found = {path: path.lstat() for path in root.rglob("*") if ".git" not in path.parts}
    return {
        path: (one.st_ino, 0 if stat.S_ISDIR(one.st_mode) else one.st_mtime_ns)
        for path, one in found.items()
    }


def append(root: Path, name: str, text: bytes) -> None:
    with locked(root) as lock:
        before = (root / name).read_bytes()
        save(lock, [Revision(name, before, before + text)], title="append")


def home(root: Path) -> Path:
    with locked(root) as lock:
        assert lock.home is not None
        return lock.home


def test_an_edit_is_saved_byte_for_byte_and_git_sees_nothing_else(root: Path) -> None:
    assert edit(root, Revision(A, b"one\r\n", b"\xef\xbb\xbftwo\r\n\xff")) is None
    assert (root / A).read_bytes() == b"\xef\xbb\xbftwo\r\n\xff"
    assert git(root, "status", "--porcelain", "--ignored") == f" M {A}\n"


def test_files_of_one_edit_change_appear_and_go(root: Path) -> None:
    edit(root, Revision(A, b"one\r\n", b"2"), Revision(B, b"hai", None), Revision(NEW, None, b"n"))
    assert (root / A).read_bytes() == b"2"
    assert (root / NEW).read_bytes() == b"n"
    assert not (root / B).exists()
    assert back(root) == Undone("done 1", (A, B, NEW))
    assert (root / A).read_bytes() == b"one\r\n"
    assert (root / B).read_bytes() == b"hai"
    assert not (root / NEW).parent.exists()
    assert git(root, "status", "--porcelain", "--ignored") == ""


def test_edits_are_taken_back_one_by_one(root: Path) -> None:
    edit(root, Revision(A, b"one\r\n", b"2"), title="first")
    edit(root, Revision(A, b"2", b"3"), title="second")
    assert back(root).title == "second"
    edit(root, Revision(B, b"hai", b"4"), title="third")
    assert [back(root).title, back(root).title] == ["third", "first"]
    assert (root / A).read_bytes() == b"one\r\n"
    with pytest.raises(StcliError, match="there is no edit to undo"):
        back(root)


def test_what_is_as_it_was_already_is_passed_over(root: Path) -> None:
    with locked(root) as lock:
        save(lock, [Revision(B, b"hai", b"3")], title="first")
        save(lock, [Revision(A, b"one\r\n", b"2")], title="second")
        (root / A).write_bytes(b"one\r\n")  # as git checkout does
        assert undo(lock).title == "second"
        assert undo(lock).title == "first"
    assert ((root / A).read_bytes(), (root / B).read_bytes()) == (b"one\r\n", b"hai")


def test_what_changed_since_an_edit_is_not_undone(root: Path) -> None:
    edit(root, Revision(A, b"one\r\n", b"2"), Revision(B, b"hai", b"3"))
    (root / B).write_bytes(b"somebody")
    with pytest.raises(StcliError, match=f"{B} has changed since that edit"):
        back(root)
    assert (root / A).read_bytes() == b"2"
    (root / B).write_bytes(b"3")
    back(root)
    assert (root / B).read_bytes() == b"hai"


def test_a_file_that_is_not_as_it_was_read_is_left_alone(root: Path) -> None:
    (root / A).write_bytes(b"somebody")
    wanted = Revision(A, b"one\r\n", b"2")
    assert refused(root, Revision(B, b"hai", b"3"), wanted) == f"{A} has changed since it was read"
    assert "there is one now" in refused(root, Revision(A, None, b"2"))
    assert "has changed" in refused(root, Revision(NEW, b"x", b"2"))
    assert "has changed" in refused(root, Revision(NEW, b"x", None))


def test_a_change_right_before_the_replacement_is_seen(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = Change.prepare

    def prepare(change: Change, shelf: Callable[[Path], Path]) -> None:
        really(change, shelf)
        if change.revision.path == B:
            change.target.write_bytes(b"som")

    monkeypatch.setattr(Change, "prepare", prepare)
    with pytest.raises(StcliError, match="has changed since it was read"):
        edit(root, Revision(A, b"one\r\n", b"2"), Revision(B, b"hai", b"3"))
    assert (root / A).read_bytes() == b"one\r\n"
    assert (root / B).read_bytes() == b"som"
    assert not list((home(root) / "work").iterdir())


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_appears_is_not_overwritten(
    *, links: bool, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.link

    def link(source: Path, target: Path) -> None:
        if Path(target) == root / NEW:
            (root / NEW).write_bytes(b"somebody")
        if not links:
            raise PermissionError(errno.EPERM, "no hard links on this disk")
        really(source, target)

    monkeypatch.setattr(os, "link", link)
    with pytest.raises(StcliError, match="there is one now"):
        edit(root, Revision(NEW, None, b"n"))
    assert (root / NEW).read_bytes() == b"somebody"


def test_without_hard_links_edits_go_on(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(_source: Path, _target: Path) -> None:
        raise PermissionError(errno.EPERM, "no hard links on this disk")

    monkeypatch.setattr(os, "link", link)
    edit(root, Revision(NEW, None, b"n"), Revision(A, b"one\r\n", b"2"), Revision(B, b"hai", None))
    back(root)
    assert git(root, "status", "--porcelain", "--ignored") == ""


def test_what_does_not_change_is_only_looked_at(root: Path) -> None:
    before = (root / B).stat().st_ino
    edit(root, Revision(A, b"one\r\n", b"2"), Revision(B, b"hai", b"hai"))
    assert (root / B).stat().st_ino == before
    assert edit(root, Revision(B, b"hai", b"hai"), title="nothing") is None
    assert back(root) == Undone("done 1", (A,))
    assert "has changed" in refused(root, Revision(B, b"x", b"x"))


def test_mode_owner_and_attributes_are_kept(root: Path) -> None:
    (root / A).chmod(0o640)
    mine = os.geteuid(), os.getegid()
    theirs = (1234, 2345) if os.geteuid() == 0 else mine
    os.chown(root / A, *theirs)
    with suppress(OSError):  # not every disk has attributes
        os.setxattr(root / A, "user.note", b"kept")
    attributes = os.listxattr(root / A)
    edit(root, Revision(A, b"one\r\n", b"2"), Revision(NEW, None, b"n"))
    found = (root / A).stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (*theirs, 0o640)
    assert os.listxattr(root / A) == attributes
    mask = os.umask(0o077)
    os.umask(mask)
    assert stat.S_IMODE((root / NEW).stat().st_mode) == 0o666 & ~mask


def test_a_group_that_cannot_be_kept_loses_its_rights(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.fstat

    def fstat(descriptor: int) -> os.stat_result:
        found = really(descriptor)
        return os.stat_result((*found[:5], found.st_gid + 1, *found[6:]))

    def fchown(_descriptor: int, _owner: int, _group: int) -> None:
        raise PermissionError(errno.EPERM, "not yours")

    (root / A).chmod(0o664)
    monkeypatch.setattr(os, "fstat", fstat)
    monkeypatch.setattr(os, "fchown", fchown)
    edit(root, Revision(A, b"one\r\n", b"2"))
    assert stat.S_IMODE((root / A).stat().st_mode) == 0o644


def test_a_new_file_in_a_shared_folder_belongs_to_its_group(root: Path) -> None:
    group = 2345 if os.geteuid() == 0 else os.getegid()
    os.chown(root / "directives", -1, group)
    (root / "directives").chmod(0o2770)
    edit(root, Revision("directives/c.yaml", None, b"c"))
    assert (root / "directives/c.yaml").stat().st_gid == group


def test_a_file_closed_to_writing_is_left_alone(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "a.yaml" or mode == 0)
    assert "writing is not allowed there" in refused(root, Revision(A, b"one\r\n", b"2"))


def test_other_names_of_a_file_keep_what_it_was(root: Path) -> None:
    os.link(root / A, root / "backup")
    edit(root, Revision(A, b"one\r\n", b"2"))
    assert (root / "backup").read_bytes() == b"one\r\n"


def test_links_are_followed_below_the_root_only(root: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"s")
    (root / "directives/inside.yaml").symlink_to("b.yaml")
    (root / "directives/outside.yaml").symlink_to(tmp_path / "secret")
    (root / "directives/nowhere.yaml").symlink_to("nothing.yaml")
    (root / "directives/etc").symlink_to(tmp_path)
    (root / "directives/hooks").symlink_to("../.git/hooks")
    edit(root, Revision("directives/inside.yaml", b"hai", b"3"))
    assert (root / "directives/inside.yaml").is_symlink()
    assert (root / B).read_bytes() == b"3"
    leads_out = "this link leads out of the root"
    assert leads_out in refused(root, Revision("directives/outside.yaml", b"s", b"t"))
    assert leads_out in refused(root, Revision("directives/etc/secret", b"s", b"t"))
    assert leads_out in refused(root, Revision("directives/etc/new", None, b"t"))
    assert leads_out in refused(root, Revision("directives/hooks/post-commit", None, b"t"))
    assert "there is one now" in refused(root, Revision("directives/nowhere.yaml", None, b"t"))
    assert "it is a link" in refused(root, Revision("directives/inside.yaml", b"3", None))
    assert "twice" in refused(
        root, Revision("directives/inside.yaml", b"3", b"4"), Revision(B, b"3", b"5")
    )


@pytest.mark.parametrize(
    "name",
    ["", "/etc/passwd", "../x", "directives/../x", "./x", "x//y", "a\0b", ".git/config", ".GIT/x"],
)
def test_a_name_is_one_below_the_root(name: str, root: Path) -> None:
    assert "no name of a file below the root" in refused(root, Revision(name, None, b"x"))


def test_what_is_no_file_is_left_alone(root: Path) -> None:
    os.mkfifo(root / "directives/pipe.yaml")
    (root / "directives/folder.yaml").mkdir()
    for name in ("pipe", "folder"):
        wanted = Revision(f"directives/{name}.yaml", b"", b"x")
        assert "this is not a regular file" in refused(root, wanted)
    assert "was not changed" in refused(root, Revision(f"{A}/x", None, b"x"))


def test_an_edit_of_a_lock_given_back_is_a_bug(root: Path) -> None:
    with locked(root) as lock:
        pass
    with pytest.raises(ValueError, match="Lock"):
        save(lock, [], title="late")


# Where things lie


def test_in_a_repository_all_lies_out_of_sight_of_git(root: Path) -> None:
    place = home(root)
    assert place.parent == root / ".git" / "stcli"
    edit(root, Revision(A, b"one\r\n", b"2"))
    modes = {stat.S_IMODE(one.stat().st_mode) for one in (place, place.parent, place / "work")}
    assert modes == {0o700}
    assert stat.S_IMODE((place / "00000001.json").stat().st_mode) == 0o600


def test_worktrees_and_submodules_have_a_place_of_their_own(root: Path, tmp_path: Path) -> None:
    git(root, "worktree", "add", "--quiet", str(tmp_path / "tree"))
    assert home(tmp_path / "tree").parent == root / ".git/worktrees/tree/stcli"
    git(root, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(root), "sub")
    assert home(root / "sub").parent == root / ".git/modules/sub/stcli"
    assert edit(tmp_path / "tree", Revision(A, b"one\r\n", b"2")) is None
    assert back(tmp_path / "tree").paths == (A,)
    assert git(tmp_path / "tree", "status", "--porcelain", "--ignored") == ""


def test_outside_of_a_repository_the_journal_is_with_the_state_of_programs(plain: Path) -> None:
    assert home(plain).parent == plain.parent / "state" / "stcli"
    edit(plain, Revision(A, b"one\r\n", b"2"))
    back(plain)
    assert (plain / A).read_bytes() == b"one\r\n"
    assert sorted(one.name for one in (plain / "directives").iterdir()) == ["a.yaml", "b.yaml"]


def test_two_processes_may_make_the_place_at_once(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.mkdir

    def mkdir(path: Path, mode: int = 0o777) -> None:
        really(path, mode)
        raise FileExistsError(errno.EEXIST, "another process was quicker", str(path))

    monkeypatch.setattr(os, "mkdir", mkdir)
    assert home(root).parent == root / ".git" / "stcli"


def linked(git_folder: Path, away: Path) -> None:
    git_folder.rename(away)
    git_folder.symlink_to(away)


def piped(git_folder: Path, away: Path) -> None:
    git_folder.rename(away)
    os.mkfifo(git_folder)


def emptied(git_folder: Path, away: Path) -> None:
    git_folder.rename(away)
    git_folder.mkdir()


def pointing(text: bytes) -> Callable[[Path, Path], None]:
    def replace(git_folder: Path, away: Path) -> None:
        git_folder.rename(away)
        git_folder.write_bytes(text)

    return replace


def with_a_link_in_it(git_folder: Path, away: Path) -> None:
    away.mkdir()
    (git_folder / "stcli").symlink_to(away)


@pytest.mark.parametrize(
    "hostile",
    [
        linked,
        piped,
        emptied,
        with_a_link_in_it,
        pointing(b"gitdir: /etc\n"),
        pointing(b"gitdir: a\0b\n"),
        pointing(b"something else"),
        pointing(b"gitdir: " + b"x" * 100_000),
    ],
)
def test_a_repository_that_is_not_one_is_not_used(
    hostile: Callable[[Path, Path], None],
    root: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    hostile(root / ".git", tmp_path / "away")
    assert home(root).parent == tmp_path / "state" / "stcli"
    assert not (tmp_path / "away" / "stcli").exists()


def test_a_repository_of_somebody_else_is_not_used(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    really = Path.lstat

    def lstat(path: Path) -> os.stat_result:
        found = really(path)
        if path.name != ".git":
            return found
        return os.stat_result((*found[:4], os.geteuid() + 1, *found[5:]))

    monkeypatch.setattr(Path, "lstat", lstat)
    assert home(root).parent == tmp_path / "state" / "stcli"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"XDG_STATE_HOME": "relative", "HOME": "{home}"}, "{home}/.local/state/stcli"),
        ({"HOME": "{home}"}, "{home}/.local/state/stcli"),
        ({"HOME": "relative"}, None),
        ({}, None),
        ({"XDG_STATE_HOME": "/dev/null/x"}, None),
    ],
)
def test_the_folder_for_state(
    environment: dict[str, str],
    expected: str | None,
    plain: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("XDG_STATE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value.format(home=tmp_path))
    with locked(plain) as lock:
        found = None if lock.home is None else str(lock.home.parent)
        assert found == (None if expected is None else expected.format(home=tmp_path))
        reason = save(lock, [Revision(A, b"one\r\n", b"2")], title="x")
    assert (plain / A).read_bytes() == b"2"
    if expected is None:
        assert str(reason) == "this edit cannot be undone: there is no folder to keep it in"
        assert sorted(one.name for one in (plain / "directives").iterdir()) == ["a.yaml", "b.yaml"]
        with pytest.raises(StcliError, match="there is no edit to undo"):
            back(plain)
    else:
        assert reason is None


@pytest.mark.parametrize("name", [A, NEW])
def test_where_only_a_neighbour_can_take_a_place_it_does(
    name: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One disk mounted twice: it looks like one, and nothing can be moved across."""

    def across(really: Callable[[Path, Path], None]) -> Callable[[Path, Path], None]:
        def move(source: Path, target: Path) -> None:
            if (".git" in Path(source).parts) != (".git" in Path(target).parts):
                raise OSError(errno.EXDEV, "another disk")
            really(source, target)

        return move

    for call in ("link", "replace", "rename"):
        monkeypatch.setattr(os, call, across(getattr(os, call)))
    before = b"one\r\n" if name == A else None
    edit(root, Revision(name, before, b"2"), Revision(B, b"hai", None))
    assert (root / name).read_bytes() == b"2"
    back(root)
    assert git(root, "status", "--porcelain", "--ignored") == ""


def test_temporary_files_of_killed_edits_are_swept_up(root: Path) -> None:
    work = home(root) / "work"
    (work / ".stcli-edit-0123").write_bytes(b"left")
    with locked(root):
        assert not list(work.iterdir())
    (root / "directives/.stcli-edit-0123").write_bytes(b"left where another disk was")
    edit(root, Revision(A, b"one\r\n", b"2"))
    assert git(root, "status", "--porcelain", "--ignored") == f" M {A}\n"


def test_temporary_files_beside_others_are_swept_up(
    plain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null/no-folder")
    edit(plain, Revision(NEW, None, b"n"))
    for folder in (plain, plain / "directives", plain / "directives/2025"):
        (folder / ".stcli-edit-0123").write_bytes(b"left")
        (folder / ".stcli-0123").write_bytes(b"a file that is just being written")
    with locked(plain):
        assert sorted(one.name for one in plain.rglob(".*")) == [".stcli-0123"] * 3


# The journal


def test_the_journal_is_bounded(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(journal.MOST_EDITS + 5):
        append(root, A, b"%d\n" % number)
    assert sum(1 for _ in home(root).glob("*.json")) == journal.MOST_EDITS
    for _ in range(journal.MOST_EDITS):
        back(root)
    assert (root / A).read_bytes() == b"one\r\n0\n1\n2\n3\n4\n"
    monkeypatch.setattr(journal, "MOST_BYTES", 1_000)
    for _ in range(20):
        append(root, A, b"x")
    assert sum(one.stat().st_size for one in home(root).glob("*.json")) <= 1_000
    large = (root / A).read_bytes()
    assert edit(root, Revision(A, large, b"y" * 2_000)) is None
    reason = edit(root, Revision(A, b"y" * 2_000, b"z"))
    assert reason == "this edit cannot be undone: it is too large to be kept"
    assert (root / A).read_bytes() == b"z"


def written(files: object, title: object = "x", form: str = journal.FORMAT) -> bytes:
    return json.dumps({"format": form, "title": title, "files": files}).encode()


DAMAGED = {
    "empty": b"",
    "cut": b"{",
    "a list": b"[]",
    "a pickle": b"\x80\x04N.",
    "deep": b"[" * 100_000,
    "later": written([], form="stcli.edit/2"),
    "title": written([], title=1),
    "no files": written(1),
    "no file": written([1]),
    "path": written([{"path": 1, "before": None, "after": None}]),
    "before": written([{"path": "x", "before": 1, "after": None}]),
    "base64": written([{"path": "x", "before": "?", "after": None}]),
    "digest": written([{"path": "x", "before": None, "after": "x"}]),
    "no digest": written([{"path": "x", "before": None}]),
}


@pytest.mark.parametrize("damaged", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_journal_is_said_and_nothing_is_done(damaged: bytes, root: Path) -> None:
    edit(root, Revision(A, b"one\r\n", b"2"))
    entry = home(root) / "00000001.json"
    entry.write_bytes(damaged)
    with pytest.raises(StcliError, match=r"00000001\.json is damaged"):
        back(root)
    assert (root / A).read_bytes() == b"2"
    edit(root, Revision(A, b"2", b"3"))
    assert back(root).paths == (A,)
    entry.rename(entry.with_name("pending.json"))
    assert "pending.json is damaged" in refused(root, Revision(A, b"2", b"3"))
    assert translate(said(root), Language.VIETNAMESE).endswith("để hoàn lại")


def said(root: Path) -> Message:
    with pytest.raises(StcliError) as error, locked(root):
        pass
    return error.value.message


def test_a_journal_that_ends_early_is_damaged(root: Path) -> None:
    edit(root, Revision(A, b"one\r\n", b"2"))
    entry = home(root) / "00000001.json"
    whole = entry.read_bytes()
    for end in range(len(whole)):
        entry.write_bytes(whole[:end])
        with pytest.raises(StcliError, match="is damaged"):
            back(root)


@pytest.mark.parametrize(
    "name", ["../outside", "/etc/x", ".git/hooks/post-commit", "directives/out"]
)
@pytest.mark.parametrize("state", ["00000001", "pending"])
def test_a_hostile_journal_reaches_nothing_outside(
    state: str, name: str, root: Path, tmp_path: Path
) -> None:
    (root / "directives/out").symlink_to(tmp_path / "outside")
    made = {
        "format": "stcli.edit/1",
        "title": "x",
        "files": [
            {"path": name, "before": "aGFja2Vk", "after": None},
            {"path": A, "before": "b25lDQo=", "after": None},
        ],
    }
    (home(root) / f"{state}.json").write_text(json.dumps(made), encoding="utf-8")
    with pytest.raises(StcliError, match=r"below the root|out of the root|no edit to undo"):
        back(root)
    assert not (tmp_path / "outside").exists()
    assert not (root / ".git/hooks/post-commit").exists()


def test_an_entry_that_is_a_link_or_a_pipe_is_not_read(root: Path, tmp_path: Path) -> None:
    (tmp_path / "entry").write_bytes(b"{}")
    (home(root) / "00000001.json").symlink_to(tmp_path / "entry")
    with pytest.raises(StcliError, match=r"00000001\.json was not read"):
        back(root)
    (home(root) / "00000001.json").unlink()
    os.mkfifo(home(root) / "00000001.json")
    with pytest.raises(StcliError, match=r"00000001\.json was not read"):
        back(root)


# An edit that was interrupted, as the journal tells


def interrupted(root: Path, *revisions: Revision) -> None:
    journal.begin(home(root), journal.entry("done 1", revisions))


def left(root: Path) -> tuple[bytes, bytes, str | None]:
    with locked(root) as lock:
        note = None if lock.note is None else str(lock.note)
        assert not (home_of(lock) / "pending.json").exists()
    return (root / A).read_bytes(), (root / B).read_bytes(), note


def home_of(lock: Lock) -> Path:
    assert lock.home is not None
    return lock.home


BOTH = (Revision(A, b"one\r\n", b"2"), Revision(B, b"hai", b"3"))


def test_an_edit_that_had_not_begun_is_forgotten(root: Path) -> None:
    interrupted(root, *BOTH)
    assert left(root) == (b"one\r\n", b"hai", None)
    with pytest.raises(StcliError, match="there is no edit to undo"):
        back(root)


def test_an_edit_that_was_all_but_over_can_be_undone(root: Path) -> None:
    interrupted(root, *BOTH)
    (root / A).write_bytes(b"2")
    (root / B).write_bytes(b"3")
    assert left(root) == (b"2", b"3", None)
    assert back(root).paths == (A, B)


def test_half_an_edit_is_taken_back(root: Path) -> None:
    interrupted(root, *BOTH, Revision(NEW, None, b"n"))
    (root / A).write_bytes(b"2")
    (root / NEW).parent.mkdir()
    (root / NEW).write_bytes(b"n")
    note = "the edit `done 1` was interrupted, and has been taken back"
    assert left(root) == (b"one\r\n", b"hai", note)
    assert not (root / NEW).parent.exists()


def test_half_an_edit_that_somebody_went_on_with_is_left_alone(root: Path) -> None:
    interrupted(root, *BOTH, Revision(NEW, None, b"n"))
    (root / A).write_bytes(b"2")
    (root / B).write_bytes(b"somebody")
    first, second, note = left(root)
    assert (first, second) == (b"2", b"somebody")
    assert note is not None
    assert note.endswith(f"changed since: look at {A}, {B}, {NEW}")
    assert left(root) == (b"2", b"somebody", None)


# The queue


def test_edits_queue(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight processes append four hundred lines; each that was acknowledged is there."""
    monkeypatch.setattr(turns, "PATIENCE", 3_600.0)  # however slow the machine is
    reading, writing = os.pipe()
    children = []
    for child in range(8):
        process = os.fork()
        if process == 0:
            os.close(reading)
            status = 1
            try:
                for number in range(50):
                    line = b"%d-%d\n" % (child, number)
                    append(root, A, line)
                    os.write(writing, line)
                status = 0
            finally:
                os._exit(status)
        children.append(process)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        acknowledged = pipe.read().splitlines()
    assert [os.waitpid(one, 0)[1] for one in children] == [0] * 8
    assert len(acknowledged) == 400
    lines = (root / A).read_bytes().splitlines()[1:]
    assert sorted(lines) == sorted(acknowledged)
    for child in range(8):  # and each process's in the order in which it made them
        own = [line for line in lines if line.startswith(b"%d-" % child)]
        assert own == [b"%d-%d" % (child, number) for number in range(50)]
    assert git(root, "status", "--porcelain", "--ignored") == f" M {A}\n"


def test_who_waits_too_long_is_told_for_whom(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.0)
    with locked(root), pytest.raises(StcliError) as error, locked(root):
        pass
    assert f"process {os.getpid()} (" in str(error.value)
    with locked(root):
        pass


@pytest.mark.parametrize("changes", ["the holder changes", ""])
def test_patience_ends_only_for_one_who_keeps_all_waiting(
    changes: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = (str(number) if changes else "1" for number in count())
    monkeypatch.setattr(turns, "_holder", lambda _: next(names))
    monkeypatch.setattr(turns, "PATIENCE", 0.01)
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        with locked(root):
            os.write(writing, b"x")
            time.sleep(0.5)
        os._exit(0)
    os.read(reading, 1)
    if changes:
        with locked(root):
            pass
    else:
        with pytest.raises(StcliError, match="process 1"), locked(root):
            pass
    os.waitpid(process, 0)


def test_a_fork_does_not_keep_the_lock(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.0)
    with locked(root):
        process = os.fork()
        if process == 0:
            signal.pause()
    try:
        with locked(root):
            pass
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


@pytest.mark.parametrize("number", [errno.EBADF, errno.ENOLCK, errno.EOPNOTSUPP])
def test_where_a_folder_cannot_be_locked_a_file_is(
    number: int, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = fcntl.flock

    def flock(descriptor: int, operation: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, "no locks on this disk")
        really(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", flock)
    monkeypatch.setattr(turns, "PATIENCE", 0.0)
    with locked(root) as lock:
        save(lock, [Revision(A, b"one\r\n", b"2")], title="x")
        with pytest.raises(StcliError, match="another edit"), locked(root):
            pass
    assert back(root).title == "x"


def test_where_nothing_can_be_locked_nothing_is_edited(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def flock(_descriptor: int, _operation: int) -> None:
        raise OSError(errno.ENOLCK, "no locks on this disk")

    monkeypatch.setattr(fcntl, "flock", flock)
    assert "edits cannot be kept apart" in refused(root, Revision(A, b"one\r\n", b"2"))


def test_a_root_that_is_gone_is_said(root: Path) -> None:
    shutil.rmtree(root)
    with (
        pytest.raises(StcliError, match="could not be locked: there is no such folder"),
        locked(root),
    ):
        pass


# What a system refuses, for real


def test_a_limit_on_the_size_of_files_leaves_the_old_one(root: Path) -> None:
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    with locked(root):
        pass
    resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, old[1]))
    try:
        message = refused(root, Revision(A, b"one\r\n", b"x" * 65_537))
        assert message == f"{A} was not changed: files may not be that large here"
        several = (Revision(B, b"hai", b"3"), Revision(NEW, None, b"x" * 65_537))
        assert "files may not be that large here" in refused(root, *several)
        assert edit(root, Revision(A, b"one\r\n", b"x" * 65_536)) is None
        reason = edit(root, Revision(A, b"x" * 65_536, b"2"))
        assert reason == "this edit cannot be undone: files may not be that large here"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
    assert (root / A).read_bytes() == b"2"
    assert git(root, "status", "--porcelain", "--ignored") == f" M {A}\n"


def test_a_folder_that_may_not_be_listed_is_written_to(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.open

    def guarded(path: Path, flags: int, mode: int = 0o777) -> int:
        if Path(path) == root / "directives":
            raise PermissionError(errno.EACCES, "not to be listed")
        return really(path, flags, mode)

    monkeypatch.setattr(os, "open", guarded)
    assert edit(root, Revision(A, b"one\r\n", b"2")) is None
    assert (root / A).read_bytes() == b"2"


def test_ctrl_c_waits_until_the_edit_is_whole(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = os.replace

    def replace(source: Path, target: Path) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.01)
        really(source, target)

    monkeypatch.setattr(os, "replace", replace)
    process = os.fork()  # a copy of this thread alone: another one would not wait with it
    if process == 0:
        status = 1
        try:
            edit(root, *BOTH)
        except KeyboardInterrupt:
            status = 130
        finally:
            os._exit(status)
    monkeypatch.undo()
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 130
    assert left(root) == (b"2", b"3", None)
    assert not list((home(root) / "work").iterdir())
    back(root)
    assert left(root) == (b"one\r\n", b"hai", None)


# The one way in which files are replaced


def test_other_files_are_written_whole_too(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "real").chmod(0o600)
    (tmp_path / "link").symlink_to("real")
    write_whole(tmp_path / "link", "mới\n")
    assert (tmp_path / "real").read_bytes() == "mới\n".encode()
    assert (tmp_path / "link").is_symlink()
    assert stat.S_IMODE((tmp_path / "real").stat().st_mode) == 0o600
    (tmp_path / "folder").mkdir()
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path / "folder", "x")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder", "link", "real"]
