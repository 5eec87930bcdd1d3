"""An index that is damaged, hostile, old, foreign, or cannot be written changes no answer."""

from __future__ import annotations

import errno
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from array import array
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from offices import AGENCIES, asked, edit

from stcli import files
from stcli.files import Seen
from stcli.index import consulting, placing, segment, writing
from stcli.index.about import PROGRAM, about
from stcli.index.columns import CODE, ENDS, in_blocks
from stcli.index.damage import Damaged
from stcli.index.placing import folder_of
from stcli.index.segment import Segment, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from multiprocessing import SimpleQueue

    from stcli.sources import Source


ROOT = Path(__file__).parent.parent
ONE = """\
number: 1/CT-X
title: Về việc
issuer: a
issued: 2025-01-05
tasks:
  - {id: 1, title: Lập đề án, lead: a, due: 2025-02-01}
  - {id: 2, title: Báo cáo, lead: b, due: monthly by 5}
"""
TWO = ONE.replace("1/CT-X", "2/CT-X").replace("Lập đề án", "Xây dựng")
QUESTIONS = (
    ("overdue", "--as-of", "2025-03-01"),
    ("status", "--as-of", "2025-03-01"),
    ("list", "--as-of", "2025-03-01"),
    ("list", "lead:a", "--as-of", "2025-03-01"),
    ("show", "1/CT-X", "--as-of", "2025-03-01"),
    ("list", "--as-of", "2025-03-01", "-f", "json"),
)
TODAY = (("overdue",), ("status",), ("upcoming",), ("list",), ("list", "lead:a"))
Answer = tuple[int, str, str]


class Office:
    """A small office with an index of its own."""

    def __init__(self, folder: Path) -> None:
        self.root, self.home = folder / "root", folder / "cache"
        self.environment = {"XDG_CACHE_HOME": str(self.home)}
        edit(self.root, "write", "directives/agencies.yaml", AGENCIES)
        edit(self.root, "write", "directives/a.yaml", ONE)
        edit(self.root, "write", "directives/b.yaml", TWO)
        edit(self.root, "write", "directives/broken.yaml", "number: [")
        self.expected: list[Answer] = []

    @property
    def index(self) -> Path:
        found = folder_of(self.root, self.environment)
        assert found is not None
        return Path(found)

    def answers(self, *options: str) -> list[Answer]:
        return [
            asked([*one, "-C", str(self.root), *options], self.environment) for one in QUESTIONS
        ]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path)
    made.expected = made.answers("--no-cache")
    assert not made.home.exists()
    assert made.answers() == made.expected
    assert (made.index / "base").is_file()
    return made


def serves(office: Office) -> bool:
    look = consulting.Look(office.root)
    return consulting.consult(look, office.index, a_clock) is not None


def a_clock(_: str) -> date:
    return date(2025, 3, 1)


def test_it_serves_and_is_private(office: Office) -> None:
    assert serves(office)
    assert office.index.stat().st_mode & 0o777 == 0o700
    assert (office.index / "base").stat().st_mode & 0o777 == 0o600
    assert not [one for one in office.root.rglob("*") if "base" in one.name]


@pytest.mark.parametrize("name", ["base", "added"])
def test_bytes_turned_round_and_files_cut_short(office: Office, name: str) -> None:
    edit(office.root, "write", "directives/b.yaml", TWO.replace("2/CT-X", "3/CT-X"))
    expected = office.answers("--no-cache")
    assert office.answers() == expected
    content = (office.index / name).read_bytes()
    chance = random.Random(7)
    for round_ in range(60):
        broken = bytearray(content)
        if round_ % 2:
            broken = broken[: chance.randrange(len(content))]
        else:
            for _ in range(chance.randint(1, 4)):
                broken[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        (office.index / name).write_bytes(broken)
        assert office.answers() == expected, round_


CUTS = (0, 1, 15, 16, 23, 24, 60, 1_000, -1)


@pytest.mark.parametrize("cut", CUTS)
def test_a_file_cut_at_every_kind_of_place(office: Office, cut: int) -> None:
    content = (office.index / "base").read_bytes()
    (office.index / "base").write_bytes(content[:cut])
    assert office.answers() == office.expected
    assert (office.index / "base").read_bytes() != content[:cut]


def sections(content: bytes) -> dict[str, bytes]:
    opened = Segment.of(content)
    return {name: opened.whole(name) for name in opened._sections}  # noqa: SLF001


HOSTILE: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
    ("file", lambda old: array("i", [-5] * (len(old) // 4)).tobytes()),
    ("file", lambda old: array("i", [10**6] * (len(old) // 4)).tobytes()),
    ("file", lambda old: array("i", [-1] * (len(old) // 4)).tobytes()),
    ("order", lambda old: array("i", [-9] * (len(old) // 4)).tobytes()),
    ("due", lambda old: array("i", [2**31 - 1] * (len(old) // 4)).tobytes()),
    ("due", lambda old: old[:-4]),
    ("written", lambda old: array("i", [-1] * (len(old) // 4)).tobytes()),
    ("issued", lambda old: array("i", [-7] * (len(old) // 4)).tobytes()),
    ("names", lambda _: b"\xff\xfe"),
    ("names", lambda _: b""),
    ("models", lambda old: bytes(len(old))),
    ("places", lambda old: old[::-1]),
    ("office", lambda _: b'{"agencies": 1}'),
    ("office", lambda _: b"[" * 100_000),
    ("found", lambda old: old.replace(b"rule", b"ruin")),
    ("about", lambda old: old.replace(b"stcli", b"other")),
    ("about", lambda old: b"\0".join([*old.split(b"\0")[:4], b"99999999999", b"1"])),
    ("kinds", lambda old: bytes(len(old) + 1)),
    ("hours", lambda _: b"x"),
    ("marks", lambda old: old[:-4] + array(CODE, (99,)).tobytes()),
    ("marks", lambda old: old[:-4]),
    ("answering", lambda old: old[:8] + b"\xff" + old[9:]),
    ("tasks.ends", lambda old: old[:-16]),
    ("tasks.ends", lambda old: array("q", [-5] * (len(old) // 8)).tobytes()),
    ("rest.file", lambda old: array("i", [10**6] * (len(old) // 4)).tobytes()),
    ("rest.place", lambda old: old[:-4]),
    ("standing", lambda old: array("i", [99] * (len(old) // 4)).tobytes()),
    ("leads", lambda _: b"\xff"),
    ("mentions", lambda _: b"x\0y\0z\0z\0z\0z\0z"),
    ("since", lambda _: b""),
)


@pytest.mark.parametrize(("name", "change"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_values_of_the_right_form_that_make_no_sense(
    office: Office, name: str, change: Callable[[bytes], bytes]
) -> None:
    (office.index / "added").unlink(missing_ok=True)
    path = office.index / "base"
    content = path.read_bytes()
    held = sections(content)
    believed = name in {"due", "written", "issued"}  # days that are days after all
    # Around the day of the index its columns tell, on another the directives behind them.
    for words in (*TODAY, *QUESTIONS):
        path.write_bytes(content)
        line = [*words, "-C", str(office.root)]
        expected = asked([*line, "--no-cache"], office.environment)
        path.write_bytes(written(held | {name: change(held[name])}))
        status, out, said = found = asked(line, office.environment)
        assert status == 3
        assert "Traceback" not in out + said
        assert "bug" not in said
        assert believed or found == expected


def test_escapes_in_an_index_do_not_reach_a_terminal(office: Office) -> None:
    (office.index / "added").unlink(missing_ok=True)
    path = office.index / "base"
    held = sections(path.read_bytes())
    count = held["tasks"].count(b"\0") + 1
    ends = array("q")
    titles = b"".join(in_blocks([b"\x1b[31m\xe2\x80\xae::x"] * count, ends))
    path.write_bytes(written(held | {"tasks": titles, f"tasks{ENDS}": ends.tobytes()}))
    _, out, _ = asked(["overdue", "-C", str(office.root)], office.environment)
    assert out.count("\\u{1b}[31m") > 1
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_an_index_of_another_program_root_or_format_is_not_used(office: Office) -> None:
    path = office.index / "base"
    content = path.read_bytes()
    for old, new in ((PROGRAM, PROGRAM.replace("stcli", "other")), (str(office.root), "/srv/x")):
        path.write_bytes(written(sections(content) | {"about": rewritten(content, old, new)}))
        assert not serves(office)
        assert office.answers() == office.expected
        assert serves(office)
    path.write_bytes(content.replace(b"stcli index 1", b"stcli index 0"))
    assert not serves(office)


def rewritten(content: bytes, old: str, new: str) -> bytes:
    return sections(content)["about"].replace(old.encode(), new.encode())


def test_what_was_added_to_another_base_is_not_used(office: Office) -> None:
    edit(office.root, "write", "directives/c.yaml", TWO.replace("2/CT-X", "3/CT-X"))
    expected = office.answers("--no-cache")
    assert office.answers() == expected
    base, added = (Segment.opened(office.index / name) for name in ("base", "added"))
    assert about(added).base == about(base).name
    (office.index / "base").unlink()
    assert office.answers() == expected
    anew = Segment.opened(office.index / "base")
    assert about(anew).name != about(base).name
    if (office.index / "added").exists():
        assert about(Segment.opened(office.index / "added")).base == about(anew).name


@pytest.mark.parametrize("kind", ["folder", "link", "open", "pipe", "foreign"])
def test_what_stands_in_its_place_and_is_no_index(
    office: Office, kind: str, tmp_path: Path
) -> None:
    path = office.index / "base"
    content = path.read_bytes()
    path.unlink()
    match kind:
        case "folder":
            path.mkdir()
        case "link":
            (tmp_path / "other").write_bytes(content)
            path.symlink_to(tmp_path / "other")
        case "open":
            path.write_bytes(content)
            path.chmod(0o666)
        case "pipe":
            os.mkfifo(path)
        case _:
            path.write_bytes(b"SQLite format 3\0" + bytes(1000))
    assert not serves(office)
    assert office.answers() == office.expected


def test_a_folder_that_others_can_enter_is_not_used(office: Office) -> None:
    office.index.chmod(0o755)
    before = (office.index / "base").read_bytes()
    assert not serves(office)
    assert office.answers() == office.expected
    assert (office.index / "base").read_bytes() == before


def test_a_file_of_another_user_is_not_used(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises(Damaged):
        Segment.opened(office.index / "base")
    assert not placing.is_private(office.index)


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("call", ["open", "write", "replace", "mkdir"])
def test_a_cache_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, fault: int
) -> None:
    office = Office(tmp_path)
    expected = office.answers("--no-cache")
    home = str(office.home)

    def failing(real: Callable[..., object]) -> Callable[..., object]:
        def fail(first: object, *rest: object, **named: object) -> object:
            if call == "write" or str(first).startswith(home):
                raise OSError(fault, os.strerror(fault))
            return real(first, *rest, **named)

        return fail

    holder, name = {
        "open": (os, "open"),
        "write": (os, "write"),
        "replace": (os, "replace"),
        "mkdir": (os, "mkdir"),
    }[call]
    monkeypatch.setattr(holder, name, failing(getattr(holder, name)))
    assert office.answers() == office.answers("--no-cache") == expected
    monkeypatch.undo()
    left = [one for one in office.home.rglob("*") if one.is_file()] if office.home.exists() else []
    assert left == []


def test_a_full_disk_leaves_what_was_there(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {one.name: one.read_bytes() for one in office.index.iterdir()}
    edit(office.root, "write", "directives/a.yaml", ONE.replace("2025-02-01", "2025-02-02"))
    expected = office.answers("--no-cache")

    def full(descriptor: int, content: bytes) -> int:
        if len(content) > 100:
            return real(descriptor, content[:100])
        raise OSError(errno.ENOSPC, "full")

    real = os.write
    monkeypatch.setattr(os, "write", full)
    assert office.answers() == expected
    monkeypatch.undo()
    assert {one.name: one.read_bytes() for one in office.index.iterdir()} == before


def test_without_a_home_nothing_is_kept(tmp_path: Path) -> None:
    assert folder_of(tmp_path, {}) is None
    assert folder_of(tmp_path, {"XDG_CACHE_HOME": "here", "HOME": "there"}) is None
    found = folder_of(tmp_path, {"XDG_CACHE_HOME": "here", "HOME": "/home/x"})
    assert found is not None
    assert Path(found).is_relative_to("/home/x/.cache/stcli")
    missing = tmp_path / "nobody"
    assert not placing.put(missing / ".cache" / "stcli" / "x", "base", lambda _: None)
    assert not missing.exists()


def test_two_roots_have_two_indexes(tmp_path: Path) -> None:
    environment = {"XDG_CACHE_HOME": str(tmp_path)}
    one, other = (folder_of(tmp_path / name / "x", environment) for name in ("a", "b"))
    assert one != other


def test_what_is_too_large_is_not_written(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "LARGEST", 10)
    assert not placing.put(office.index, "base", lambda sheet: sheet.write(bytes(11)))
    monkeypatch.setattr(segment, "LARGEST", 10)
    assert not serves(office)


def test_indexes_used_long_ago_and_temporaries_go(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "MOST_ROOTS", 3)
    for number in range(5):
        other = office.index.parent / f"other-{number}"
        other.mkdir(0o700)
        (other / "base").write_bytes(b"")
        os.utime(other, (number, number))
    old, new = office.index / ".new-old", office.index / ".new-new"
    old.write_bytes(b"")
    new.write_bytes(b"")
    os.utime(old, (0, 0))
    placing.sweep(office.index, time.time())
    left = sorted(one.name for one in office.index.parent.iterdir())
    assert left == sorted([office.index.name, "other-3", "other-4"])
    assert (old.exists(), new.exists()) == (False, True)


# The clock


def coarse(real: Callable[[Path], Seen]) -> Callable[[Path], Seen]:
    """Marks as of a disk that knows whole seconds, and not when marks are changed."""

    def seen(root: Path) -> Seen:
        found = real(root)
        marks = [
            one // 10**9 * 10**9 if at % 4 == 1 else 0 if at % 4 == 3 else one
            for at, one in enumerate(found.stamps)
        ]
        return found._replace(stamps=array("q", marks))

    return seen


def test_a_change_within_the_same_tick_of_the_clock_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "seen", coarse(files.seen))
    office = Office(tmp_path)
    path = office.root / "directives/a.yaml"
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now + 10**9)
    for year in ("2025", "2026", "2025", "2024"):
        with path.open("r+b") as stream:
            stream.write(ONE.replace("due: 2025-02-01", f"due: {year}-02-01").encode())
        os.utime(path, ns=(now, now))
        expected = office.answers("--no-cache")
        assert office.answers() == expected
        assert office.answers() == expected


def test_doubt_ends_and_content_is_not_read_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = Segment.opened(office.index / "base")
    assert about(base).doubtful
    later = time.time_ns() + 10**10
    monkeypatch.setattr(time, "time_ns", lambda: later)
    expected = office.expected
    assert office.answers() == expected
    read: list[str] = []
    real = files.source

    def source(root: Path, name: str) -> Source:
        read.append(name)
        return real(root, name)

    monkeypatch.setattr(files, "source", source)
    assert office.answers() == expected
    assert read == []


def test_a_touched_file_is_read_and_not_parsed(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.utime(office.root / "directives/a.yaml", ns=(1, 1))
    parsed: list[str] = []
    real = files.begin_some

    def begin_some(root: Path, paths: Iterable[str], processors: int) -> object:
        wanted = list(paths)
        parsed.extend(wanted)
        return real(root, wanted, processors)

    monkeypatch.setattr(files, "begin_some", begin_some)
    assert office.answers() == office.expected
    assert set(parsed) <= {"directives/broken.yaml"}  # of which no content is known
    parsed.clear()
    edit(office.root, "write", "directives/b.yaml", TWO + "  - {id: 3, title: x, lead: a}\n")
    office.answers()
    assert set(parsed) - {"directives/broken.yaml"} == {"directives/b.yaml"}
    assert parsed.count("directives/b.yaml") == 1


def test_a_change_of_the_office_parses_its_own_files_alone(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []
    real = files.begin_some

    def begin_some(root: Path, paths: Iterable[str], processors: int) -> object:
        wanted = list(paths)
        parsed.extend(wanted)
        return real(root, wanted, processors)

    monkeypatch.setattr(files, "begin_some", begin_some)
    edit(office.root, "write", "stcli.yaml", "due_soon: 30\n")
    expected = office.answers("--no-cache")
    assert office.answers() == expected
    own = {"directives/agencies.yaml", "stcli.yaml"}
    assert set(parsed) - {"directives/broken.yaml"} == own


def test_many_additions_become_a_new_base(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_BESIDE_AT_LEAST", 2)
    name = about(Segment.opened(office.index / "base")).name
    for number in range(3, 8):
        text = TWO.replace("2/CT-X", f"{number}/CT-X")
        edit(office.root, "write", f"directives/{number}.yaml", text)
        assert office.answers() == office.answers("--no-cache")
    assert about(Segment.opened(office.index / "base")).name != name


# Other processes


def ask(root: str, home: str, answers: SimpleQueue[list[Answer]]) -> None:
    office = Office.__new__(Office)
    office.root, office.home = Path(root), Path(home)
    office.environment = {"XDG_CACHE_HOME": home}
    for _ in range(5):
        answers.put(office.answers())


def test_eight_processes_at_once(tmp_path: Path) -> None:
    office = Office(tmp_path)
    expected = office.answers("--no-cache")
    fork = multiprocessing.get_context("fork")
    answers = fork.SimpleQueue()
    several = [
        fork.Process(target=ask, args=(str(office.root), str(office.home), answers))
        for _ in range(8)
    ]
    for one in several:
        one.start()
    found = [answers.get() for _ in range(40)]
    for one in several:
        one.join()
        assert one.exitcode == 0
    assert all(one == expected for one in found)
    assert serves(office)


KILLED = """
import os, signal, sys
real = os.write
left = int(sys.argv[1])
def write(descriptor, content):
    part = bytes(content)[: max(left, 1)]
    real(descriptor, part)
    os.kill(os.getpid(), signal.SIGKILL)
os.write = write
from stcli.cli.app import app
app(["list", "-C", sys.argv[2]])
"""


@pytest.mark.parametrize("written_bytes", [0, 1, 100, 3_000])
def test_a_run_killed_while_it_writes(tmp_path: Path, written_bytes: int) -> None:
    office = Office(tmp_path)
    expected = office.answers("--no-cache")
    command = (sys.executable, "-c", KILLED, str(written_bytes), str(office.root))
    environment = {**os.environ, **office.environment, "PYTHONPATH": str(ROOT)}
    killed = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert killed.returncode == -signal.SIGKILL
    assert [one.name.startswith(".new-") for one in office.index.iterdir()] == [True]
    assert office.answers() == expected
    assert serves(office)


def test_a_root_that_is_gone_takes_no_index_along(office: Office) -> None:
    shutil.rmtree(office.root)
    (status, _, said), *_ = office.answers()
    assert status == 2
    assert "there is no folder" in said


def test_a_letter_that_has_changed_in_it_is_not_believed(office: Office) -> None:
    (office.index / "added").unlink(missing_ok=True)
    path = office.index / "base"
    content = path.read_bytes()
    assert content.count("Xây dựng".encode()) == 1
    path.write_bytes(content.replace("Xây dựng".encode(), "Xây dụng".encode()))
    with pytest.raises(Damaged):
        Segment.opened(path).whole("tasks")
    assert office.answers() == office.expected


def test_a_deadline_that_counts_from_another_file_follows_it(office: Office) -> None:
    text = "  - {id: 3, title: Sau đó, lead: a, due: 3 days from 1/CT-X#1}\n"
    # Nothing recurs, so that what is kept of the file holds for longer than the other's.
    plain = "".join(line for line in TWO.splitlines(keepends=True) if "monthly" not in line)
    edit(office.root, "write", "directives/b.yaml", plain + text)
    for done in ("", ", done: 2025-01-20", ", done: 2025-02-10", ""):
        edit(office.root, "write", "directives/a.yaml", ONE.replace("02-01}", f"02-01{done}}}"))
        expected = office.answers("--no-cache")
        assert office.answers() == expected
        assert office.answers() == expected


def test_many_files_are_looked_at_by_another_process(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.root.joinpath("directives/broken.yaml").unlink()  # in doubt nobody looks ahead
    later = time.time_ns() + 10**10
    monkeypatch.setattr(time, "time_ns", lambda: later)
    office.index.joinpath("base").unlink()
    expected = office.answers("--no-cache")
    assert office.answers() == expected
    monkeypatch.setattr(consulting, "WORTH_A_FORK", 1)
    monkeypatch.setattr(consulting, "processors", lambda: 2)
    look = consulting.Look(office.root)
    found = consulting.expect(look, office.index, a_clock)
    assert found is not None
    names = [found.about.name]
    assert consulting.is_as_expected(look, office.index, names)
    assert not consulting.is_as_expected(look, office.index, ["another"])
    assert office.answers() == expected
    edit(office.root, "write", "directives/a.yaml", ONE.replace("2025-02-01", "2025-02-02"))
    assert not consulting.is_as_expected(consulting.Look(office.root), office.index, names)
    assert office.answers() == office.answers("--no-cache") != expected
