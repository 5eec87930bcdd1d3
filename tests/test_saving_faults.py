"""Saving where every call of the system fails once, fails from then on, or is the last one."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import TypeAlias

import pytest
from faults import ERRORS, dying, failing, watched
from kills import kill_one

from stcli.errors import StcliError
from stcli.saving import Revision, locked, save, undo, write_whole

A, B, NEW = "directives/a.yaml", "directives/b.yaml", "directives/2025/new.yaml"
ONE = (Revision(A, b"one\r\n", b"2"),)
SEVERAL = (*ONE, Revision(B, b"hai", None), Revision(NEW, None, b"n"))

Standing: TypeAlias = tuple[bytes | None, ...]
OLD: Standing = (b"one\r\n", b"hai", None)
MADE: dict[tuple[Revision, ...], Standing] = {
    ONE: (b"2", b"hai", None),
    SEVERAL: (b"2", None, b"n"),
}


@dataclass(frozen=True)
class Scene:
    """Something done to files, by what they are before and after it."""

    name: str
    revisions: tuple[Revision, ...]
    takes_back: bool = False
    repository: bool = True
    kept: bool = True

    @property
    def start(self) -> Standing:
        return MADE[self.revisions] if self.takes_back else OLD

    @property
    def end(self) -> Standing:
        return OLD if self.takes_back else MADE[self.revisions]


SCENES = (
    Scene("one", ONE),
    Scene("several", SEVERAL),
    Scene("undo", SEVERAL, takes_back=True),
    Scene("no repository", ONE, repository=False),
    Scene("no folder for state", ONE, repository=False, kept=False),
)


class Stage:
    """A folder in which one scene after another is played, from the same beginning."""

    def __init__(self, folder: Path, scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self.scene = folder / "office", scene
        self.state = folder / "state" if scene.kept else Path("/dev/null/none")
        monkeypatch.setenv("XDG_STATE_HOME", str(self.state))
        (self.root / "directives").mkdir(parents=True)
        if scene.repository:
            subprocess.run(["git", "init", "--quiet", self.root], check=True)

    def set(self) -> None:
        """Begin anew: files as they were, and no journal."""
        shutil.rmtree(self.root / "directives")
        for place in (self.root / ".git" / "stcli", self.state):
            shutil.rmtree(place, ignore_errors=True)
        (self.root / "directives").mkdir()
        (self.root / A).write_bytes(b"one\r\n")
        (self.root / B).write_bytes(b"hai")
        if self.scene.takes_back:
            with watched(), locked(self.root) as lock:
                save(lock, self.scene.revisions, title="done 1")

    def play(self) -> bool:
        """Do what the scene is about; tell whether it can be undone then."""
        with locked(self.root) as lock:
            if self.scene.takes_back:
                undo(lock)
                return False
            return save(lock, self.scene.revisions, title="done 1") is None

    def standing(self) -> Standing:
        paths = (self.root / name for name in (A, B, NEW))
        return tuple(path.read_bytes() if path.exists() else None for path in paths)

    def strays(self) -> list[str]:
        """Give hidden files that are not git's own, which git would show."""
        return [
            str(path)
            for path in self.root.rglob(".*")
            if ".git" not in path.relative_to(self.root).parts
        ]

    def look(self, *, whole: bool) -> Standing:
        """See that each file is old or new and all are old or all new; then edit and undo."""
        for one, old, new in zip(self.standing(), OLD, MADE[self.scene.revisions], strict=True):
            assert one in {old, new}
        with watched(), locked(self.root) as lock:
            found = self.standing()
            assert found in {OLD, MADE[self.scene.revisions]} or not whole
            content = (self.root / A).read_bytes()
            reason = save(lock, [Revision(A, content, b"next")], title="next")
            assert (self.root / A).read_bytes() == b"next"
            assert (reason is None) == self.scene.kept
            if self.scene.kept:
                assert undo(lock).title == "next"
                assert self.standing() == found
                assert lock.home is not None
                assert not list((lock.home / "work").iterdir())
                assert {one.name for one in lock.home.iterdir()} <= {"work", "00000001.json"}
        assert self.strays() == []
        return found

    def take_back(self) -> None:
        """See that what the scene has made can be undone, and that nothing else can be."""
        with watched(), locked(self.root) as lock:
            assert undo(lock).title == "done 1"
            assert self.standing() == OLD
            with pytest.raises(StcliError, match="there is no edit to undo"):
                undo(lock)


@pytest.fixture(params=SCENES, ids=lambda scene: scene.name)
def stage(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    return Stage(tmp_path, request.param, monkeypatch)


def calls_of(stage: Stage) -> list[str]:
    """Give the calls that a scene makes where nothing fails."""
    stage.set()
    with watched() as calls:
        stage.play()
    assert stage.standing() == stage.scene.end
    return list(calls)


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "from-then-on"])
@pytest.mark.parametrize("number", ERRORS, ids=errno.errorcode.get)
def test_every_call_fails(stage: Stage, number: int, *, lasting: bool) -> None:
    scene = stage.scene
    for at, name in enumerate(calls_of(stage), 1):
        stage.set()
        said, kept = None, False
        with watched(failing(number), at, lasting=lasting):
            try:
                kept = stage.play()
            except StcliError as error:
                said = str(error)
        where = f"{at} {name}: {said}"
        if said is None:
            assert stage.standing() == scene.end, where
        elif not lasting:
            assert stage.standing() == scene.start, where
            assert stage.strays() == [], where
        found = stage.look(whole=scene.kept)
        assert said is not None or found == scene.end, where
        # Where the repository may not be looked at, the journal is with the state of programs.
        elsewhere = number == errno.EACCES and scene.repository and stage.state.exists()
        if (kept or (scene.takes_back and found != OLD)) and not elsewhere:
            stage.take_back()


def test_it_dies_in_every_call(stage: Stage) -> None:
    for at in range(1, len(calls_of(stage)) + 1):
        stage.set()
        process = os.fork()
        if process == 0:
            with watched(dying, at):
                stage.play()
            os._exit(0)
        assert os.waitpid(process, 0)[1] == signal.SIGKILL
        if stage.scene.kept:
            assert stage.strays() == []
        found = stage.look(whole=True)
        if found != OLD and stage.scene.kept:
            stage.take_back()


def test_all_is_on_the_disk_before_a_name_leads_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = Stage(tmp_path, SCENES[0], monkeypatch)
    stage.set()
    with locked(stage.root):
        pass
    with watched() as calls:
        stage.play()
    kept = [name for name in calls if name in {"write", "fsync", "replace", "rename", "link"}]
    # the new file; another name for the old one; the journal; the file; the journal's number
    assert kept == "write fsync link write fsync replace fsync replace fsync rename".split()


def test_killed_at_any_moment(tmp_path: Path) -> None:
    assert [kill_one(seed, tmp_path / str(seed)) for seed in range(30)] == [None] * 30


def test_other_files_are_old_or_new_as_well(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_bytes(b"old")
    with watched() as calls:
        write_whole(target, "new")
    for number in ERRORS:
        for at in range(1, len(calls) + 1):
            target.write_bytes(b"old")
            with watched(failing(number), at), suppress(OSError):
                write_whole(target, "new")
            assert target.read_bytes() in {b"old", b"new"}
            assert [one.name for one in tmp_path.iterdir()] == ["report.txt"]


@pytest.fixture
def closed() -> Iterator[Callable[[Callable[[Path], None]], str]]:
    """Run something below a root whose folder is closed to writing; root becomes nobody for it."""
    folder = Path(mkdtemp(prefix="stcli-closed-"))
    root = folder / "office"
    (root / "directives").mkdir(parents=True)
    (root / A).write_bytes(b"one\r\n")
    folder.chmod(0o755)

    def run(act: Callable[[Path], None]) -> str:
        if os.geteuid() == 0:
            for path in (root, *root.rglob("*")):
                os.chown(path, 65534, 65534)
        (root / "directives").chmod(0o555)
        reading, writing = os.pipe()
        process = os.fork()
        if process == 0:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            try:
                act(root)
            except StcliError as error:
                os.write(writing, str(error).encode())
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            said = pipe.read().decode()
        os.waitpid(process, 0)
        return said

    yield run
    (root / "directives").chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    "revision", [*ONE, Revision(NEW, None, b"n"), Revision(A, b"one\r\n", None)]
)
def test_a_folder_closed_to_writing(
    revision: Revision, closed: Callable[[Callable[[Path], None]], str]
) -> None:
    def act(root: Path) -> None:
        with locked(root) as lock:
            save(lock, [revision], title="x")

    assert closed(act) == f"{revision.path} was not changed: writing is not allowed there"
