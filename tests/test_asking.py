"""Questions on a real terminal: asked again until they are answered, and left without a trace."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from contextlib import suppress
from pathlib import Path

import pytest
from test_process import PLAIN, STCLI

from stcli.cli.edits.asking import Question, _Completer
from stcli.completing.candidates import Candidate
from stcli.messages import say

PATIENCE = 20  # seconds, for a machine that does other things too
AGENCIES = """\
agencies:
  - {id: ubnd-tinh, name: Ủy ban nhân dân tỉnh, short: UBND tỉnh}
  - {id: so-khcn, name: Sở Khoa học và Công nghệ}
  - {id: so-tai-chinh, name: Sở Tài chính}
  - {id: so-cu, name: Sở Cũ, until: 2020-12-31}
"""
DIRECTIVE = """\
number: 25/CT-TTg
title: Phát triển thị trường khoa học
issuer: ubnd-tinh
issued: 2023-10-05
tasks:
  - {id: 1, title: A, lead: so-khcn}
"""
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x07")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "directives").mkdir()
    (tmp_path / "directives/agencies.yaml").write_text(AGENCIES, encoding="utf-8")
    (tmp_path / "directives/a.yaml").write_text(DIRECTIVE, encoding="utf-8")
    return tmp_path


class Conversation:
    """The program on a terminal of 80 columns, to which somebody types."""

    def __init__(self, tree: Path, *words: str, lang: str = "en", to: str = "") -> None:
        command = (*STCLI, "-C", str(tree), "--as-of", "2025-06-01", "--lang", lang, *words)
        if to:
            command = ("sh", "-c", f'exec "$@" > {to}', "sh", *command)
        self.child, self.screen = pty.fork()
        if self.child == 0:
            os.chdir(tree)
            chosen = {"TERM": "xterm", "INPUTRC": "/dev/null", "NO_COLOR": "1"}
            os.execvpe(command[0], command, PLAIN | chosen)  # noqa: S606 - our own
        fcntl.ioctl(self.screen, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 80, 0, 0))
        self.raw = b""
        self.shown = ""
        self.seen = 0

    def says(self, wanted: str) -> Conversation:
        """Wait until a text is shown behind what has been waited for."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            at = self.shown.find(wanted, self.seen)
            if at >= 0:
                self.seen = at + len(wanted)
                return self
            if not self._hears():
                break
        pytest.fail(f"{wanted!r} never came, but {self.shown[self.seen :]!r}")

    def types(self, keys: str) -> Conversation:
        os.write(self.screen, keys.encode())
        return self

    def leaves(self) -> int:
        """Press Ctrl-C until the program is gone.

        Python does not look for one that comes right between the prompt and its waiting for keys.
        """
        return self.types("\x03").status(again="\x03")

    def status(self, again: str = "") -> int:
        end = time.monotonic() + PATIENCE
        while self._hears():
            assert time.monotonic() < end, self.shown[self.seen :]
            noticed = "\n" in self.shown[self.seen :]
            if again and not noticed and time.monotonic() > end - PATIENCE + 1:
                with suppress(OSError):
                    self.types(again)
        os.close(self.screen)
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])

    def _hears(self) -> bool:
        """Read what is shown; False when the program is gone."""
        if not select.select([self.screen], [], [], 0.2)[0]:
            return True
        try:
            part = os.read(self.screen, 65_536)
        except OSError:  # how Linux says that the other end is closed
            return False
        self.raw += part
        self.shown = ESCAPES.sub("", self.raw.decode(errors="replace"))
        return bool(part)


def files(tree: Path) -> set[str]:
    return {str(one.relative_to(tree)) for one in tree.rglob("*.yaml")}


def test_a_directive_is_asked_for(tree: Path) -> None:
    talk = Conversation(tree, "new")
    talk.says("number and symbol: ").types("3772\r").says("has no symbol")
    talk.says("number and symbol: ").types("12/QD-UBND\r").says("write it with Đ")
    talk.says("number and symbol [12/QĐ-UBND]: ").types("\r")
    talk.says("what it is about: ").types("\r").says("this has to be known")
    talk.says("what it is about: ").types("Kiện toàn tổ công tác\r")
    talk.says("day of issue: ").types("12/5/2025\r").says("write 2025-05-12")
    talk.says("day of issue [2025-05-12]: ").types("2025-06-02\r").says("after today")
    talk.says("day of issue: ").types("2025-05-12\r")
    talk.says("issuer [ubnd-tinh]: ").types("so\r").says("may mean so-khcn, so-tai-chinh")
    talk.says("issuer [ubnd-tinh]: ").types("\r")
    talk.says("what it carries out [Enter for none]: ").types("thị trường\t\r")
    talk.says("12/QĐ-UBND is entered: directives/2025/12-QD-UBND.yaml")
    talk.says("to take it back: stcli undo")
    assert talk.status() == 0
    assert (tree / "directives/2025/12-QD-UBND.yaml").read_text(encoding="utf-8") == (
        "number: 12/QĐ-UBND\ntitle: Kiện toàn tổ công tác\nissuer: ubnd-tinh\n"
        "issued: 2025-05-12\nimplements: 25/CT-TTg\n"
    )


def test_a_directive_is_asked_for_in_vietnamese(tree: Path) -> None:
    talk = Conversation(tree, "new", "42/2025/UBND-TH", "--title", "Báo cáo", lang="vi")
    talk.says("ngày ban hành, năm 2025: ").types("3/2\r").says("gợi ý: viết 2025-02-03")
    talk.says("ngày ban hành, năm 2025 [2025-02-03]: ").types("2024-02-03\r").says("năm 2025")
    talk.says("ngày ban hành, năm 2025: ").types("2025-02-03\r")
    talk.says("cơ quan ban hành [ubnd-tinh]: ").types("\r")
    talk.says("loại văn bản [công văn, - nếu không có]: ").types("\r")
    talk.says("thực hiện văn bản nào [Enter nếu không có]: ").types("\r")
    talk.says("đã nhập 42/2025/UBND-TH")
    assert talk.status() == 0
    text = (tree / "directives/2025/42-2025-UBND-TH.yaml").read_text(encoding="utf-8")
    assert text.splitlines()[-2:] == ["issued: 2025-02-03", "type: công văn"]


def test_a_directive_that_is_there_is_told_at_once(tree: Path) -> None:
    talk = Conversation(tree, "new", "25/CT-TTg", "--title", "A", "--issued", "2023-11-01")
    talk.says("issuer [ubnd-tinh]: ").types("\r").says("directives/a.yaml").says("issuer [")
    assert talk.leaves() == 130


@pytest.mark.parametrize("keys", ["\x03", "\x04"])
@pytest.mark.parametrize("words", [("new",), ("add", "25")])
def test_who_leaves_changes_nothing(tree: Path, words: tuple[str, ...], keys: str) -> None:
    before = {one: (tree / one).read_bytes() for one in files(tree)}
    talk = Conversation(tree, *words)
    if words == ("new",):
        talk.says("number and symbol: ").types("12/QĐ-UBND\r").says("what it is about: ")
    else:
        talk.says("id of the task [2]: ").types("\r").says("what is to be done: ")
    assert (talk.leaves() if keys == "\x03" else talk.types(keys).status()) == 130
    assert {one: (tree / one).read_bytes() for one in files(tree)} == before
    assert "Traceback" not in talk.shown


def test_tab_completes_what_was_typed_without_marks(tree: Path) -> None:
    talk = Conversation(tree, "new", "7/X-Y", "--title", "A", "--issued", "2025-01-02")
    talk.says("issuer: ").types("so\t").says("so-khcn  Sở Khoa học và Công nghệ")
    talk.says("so-tai-chinh  Sở Tài chính").says("issuer: so-")
    assert "so-cu" not in talk.shown  # it had ended before that day
    talk.types("\x15TAI CHINH\t").says("so-tai-chinh").types("\r")
    talk.says("type of document [công văn, - for none]: ").types("-\r")
    talk.says("what it carries out").types("\r").says("is entered")
    assert talk.status() == 0
    text = (tree / "directives/2025/7-X-Y.yaml").read_text(encoding="utf-8")
    assert text.endswith("issuer: so-tai-chinh\nissued: 2025-01-02\n")


def test_tasks_are_asked_for_one_after_another(tree: Path) -> None:
    talk = Conversation(tree, "add", "25")
    talk.says("id of the task [2]: ").types("1\r").says("has a task `1`")
    talk.says("id of the task [2]: ").types("\r")
    talk.says("what is to be done: ").types("Báo cáo\r")
    talk.says("who leads [Enter for none]: ").types("khoa học\t\r")
    talk.says("who coordinates [Enter for none]: ").types("tai chinh, ubnd tinh\r")
    talk.says("of the deadline [Enter for none]: ").types("trước ngày 15/12/2023\r")
    talk.says("read as before 2023-12-15: the last day is 2023-12-14")
    talk.says("deadline [before 2023-12-15, - for none]: ").types("2 months from received\r")
    talk.says("needs the day under `received`")
    talk.says("deadline [before 2023-12-15, - for none]: ").types("\r")
    talk.says("what is to be handed in [Enter for none]: ").types("Báo cáo năm\r")
    talk.says("25/CT-TTg#2 is added, due before 2023-12-15: the last day is 2023-12-14")
    talk.says("another task? [y/N] ").types("y\r")
    talk.says("id of the task [3]: ").types("4.a\r").says("what is to be done: ").types("Gửi\r")
    talk.says("who leads").types("so-khcn\r").says("who coordinates").types("-\r")
    talk.says("of the deadline").types("kịp thời\r").says("the words ask for haste")
    talk.says("deadline [Enter for none]: ").types("\r").says("handed in").types("\r")
    talk.says("25/CT-TTg#4.a is added, without a deadline")
    talk.says("another task? [y/N] ").types("y\r").says("id of the task [4.b]: ")
    assert talk.leaves() == 130
    text = (tree / "directives/a.yaml").read_text(encoding="utf-8")
    assert text.removeprefix(DIRECTIVE).splitlines() == [
        "  - id: 2",
        "    title: Báo cáo",
        "    lead: so-khcn",
        "    with: [so-tai-chinh, ubnd-tinh]",
        "    due: before 2023-12-15",
        "    due_text: trước ngày 15/12/2023",
        "    product: Báo cáo năm",
        "  - id: 4.a",
        "    title: Gửi",
        "    lead: so-khcn",
        "    due_text: kịp thời",
    ]


def test_the_next_id_is_that_of_the_moment_it_is_added(tree: Path) -> None:
    talk = Conversation(tree, "add", "25")
    talk.says("id of the task [2]: ").types("\r").says("what is to be done: ")
    words = (*STCLI, "-C", str(tree), "add", "25", "--title", "B", "--lead", "so-khcn", "-q")
    subprocess.run(words, check=True, env=PLAIN, capture_output=True)
    talk.types("C\r")
    for question in ("leads", "coordinates", "the deadline", "deadline", "handed in"):
        talk.says(question).types("\r")
    talk.says("25/CT-TTg#3 is added").says("another task?").types("\r")
    assert talk.status() == 0
    text = (tree / "directives/a.yaml").read_text(encoding="utf-8")
    assert [text.count(f"id: {number}") for number in (1, 2, 3)] == [1, 1, 1]


def test_an_answer_goes_where_the_output_does_not(tree: Path) -> None:
    talk = Conversation(
        tree, "new", "7/QĐ-UBND", "--issuer", "ubnd tinh", "--issued", "2025-01-02", "-f", "json",
        to="out.json",
    )  # fmt: skip
    talk.says("what it is about: ").types("Một việc\r")
    talk.says("what it carries out").types("\r").says("to take it back")
    assert talk.status() == 0
    out = (tree / "out.json").read_text(encoding="utf-8")
    assert out.startswith('{\n  "format": "stcli.edits/1",\n  "written": true')
    assert "title: Một việc" in out


def test_bytes_that_are_no_letters_are_asked_again(tree: Path) -> None:
    talk = Conversation(tree, "new", "7/QĐ-UBND", to="/dev/null")
    talk.says("what it is about: ")
    os.write(talk.screen, b"A\xff\n")
    talk.says("what it is about: ")
    assert talk.leaves() == 130
    assert "Traceback" not in talk.shown


def test_nobody_is_asked_for_what_cannot_be_done(tree: Path) -> None:
    for more in (("--rev", "HEAD"), ("-f", "csv")):
        talk = Conversation(tree, "new", *more)
        talk.says("error: ")
        assert talk.status() == 2
        assert "number and symbol" not in talk.shown


def test_nobody_is_asked_where_nobody_sits(tree: Path) -> None:
    for words in (("new",), ("add", "25"), ("new", "7/QĐ-UBND", "--title", "A")):
        done = subprocess.run(
            (*STCLI, "-C", str(tree), *words), input="y\n", capture_output=True, text=True,
            check=False, env=PLAIN,
        )  # fmt: skip
        assert done.returncode == 2
        assert done.stderr.startswith("error: not all is said that has to be known: ")
    assert files(tree) == {"directives/agencies.yaml", "directives/a.yaml"}


class Line:
    """What readline is to a completer."""

    def set_completion_display_matches_hook(self, _: object) -> None:
        pass


@pytest.mark.parametrize(
    ("typed", "several", "completed"),
    [
        ("so-k", False, ["so-khcn"]),
        ("SỞ-K", False, ["so-khcn"]),
        ("tai chinh", False, ["so-tai-chinh"]),
        ("so-", False, ["so-khcn", "so-tai-chinh"]),
        ("sở", False, ["so-khcn", "so-tai-chinh"]),
        ("ch", False, ["so-khcn", "so-tai-chinh", "ch"]),
        ("so-khcn,tai", True, ["so-khcn, so-tai-chinh"]),
        ("so-khcn, tai", True, ["so-khcn, so-tai-chinh"]),
        ("so-khcn,tai", False, []),
        ("zzz", False, []),
    ],
)
def test_what_a_completer_gives(typed: str, *, several: bool, completed: list[str]) -> None:
    offers = (
        Candidate("so-khcn", "", names=("Sở Khoa học và Công nghệ, chủ trì",)),
        Candidate("so-tai-chinh", "", names=("Sở Tài chính",)),
        Candidate("\x1b[2J", "", names=("so-",)),
    )
    question = Question(say("issuer"), str, offers=offers, several=several)
    completer = _Completer(Line(), "", question)
    found: list[str] = []
    while (one := completer.complete(typed, len(found))) is not None:
        found.append(one)
    assert found == completed
