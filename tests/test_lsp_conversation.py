"""The server without a process around it: languages, encodings, garbage, and how it ends."""

from __future__ import annotations

import gc
import io
import json
import os
import threading
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from editors import FIRST, TREE, write_tree
from hypothesis import given, settings
from hypothesis import strategies as st

from stcli.errors import StcliError
from stcli.examine import examine
from stcli.load import load
from stcli.lsp.positions import Stretch, Text
from stcli.lsp.server import Options, Server, serve
from stcli.lsp.wire import LARGEST, Inbox, Outbox, messages
from stcli.messages import say
from stcli.rules.catalogue import RULES
from stcli.sources import Source
from stcli.words import Language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from stcli.rules.registry import Finding

NAME = "directives/2023/25-CT-TTg.yaml"
OTHER = "directives/2023/3772-UBND-KGVX.yaml"
AGENCIES = "directives/agencies.yaml"
DAY = date(2024, 6, 1)


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Leave the collector as it was: the server sets it up for a process of its own."""
    assert gc.isenabled()
    yield
    gc.unfreeze()


class Talk:
    """A conversation: what is sent, as bytes of messages, and everything that comes back."""

    def __init__(self, folder: Path | None = None, **options: Any) -> None:
        self._stream = io.BytesIO()
        chosen = {"today": lambda _: DAY, **options}
        self.server = Server(Options(**chosen), Outbox(self._stream))
        self._id = 0
        self.folder = folder

    def start(self, **more: Any) -> Talk:
        """Say hello."""
        uri = self.folder.as_uri() if self.folder else None
        self.answer = self.ask("initialize", capabilities={}, rootUri=uri, processId=None, **more)
        self.tell("initialized")
        return self

    def raw(self, body: bytes) -> list[dict[str, Any]]:
        """Send bytes, and give what came back at once."""
        before = len(self.heard)
        self.alive = self.server.speaker.protocol.receive(body)
        return self.heard[before:]

    def tell(self, method: str, **params: Any) -> None:
        """Send a notification."""
        self.raw(json.dumps({"jsonrpc": "2.0", "method": method, "params": params}).encode())

    def ask(self, method: str, **params: Any) -> Any:
        """Send a request; gives the answer, result or error."""
        self._id += 1
        body = {"jsonrpc": "2.0", "id": self._id, "method": method, "params": params}
        [answer] = [one for one in self.raw(json.dumps(body).encode()) if "id" in one]
        assert answer["id"] == self._id
        return answer.get("error") or answer.get("result")

    @property
    def heard(self) -> list[dict[str, Any]]:
        """All that came back so far."""
        return [json.loads(one) for one in messages(io.BytesIO(self._stream.getvalue()))]

    def rest(self) -> None:
        """Let the server do all that waits, as in a pause."""
        while self.server.patience is not None:
            self.server.work()

    def open(self, uri: str, text: str) -> str:
        item = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=item)
        return uri

    def told(self, uri: str) -> list[dict[str, Any]]:
        """Give what was published last of a file."""
        for one in reversed(self.heard):
            if (
                one.get("method") == "textDocument/publishDiagnostics"
                and one["params"]["uri"] == uri
            ):
                return list(one["params"]["diagnostics"])
        return []


# Languages and encodings


@pytest.mark.parametrize(
    ("options", "office", "locale", "said"),
    [
        ({}, "", "vi-VN", "không có"),
        ({"locale": Language.ENGLISH}, "", "vi-VN", "no agency"),
        ({"locale": Language.VIETNAMESE}, "", "en", "không có"),
        ({"locale": Language.ENGLISH}, "lang: vi\n", "en", "không có"),
        ({"language": Language.ENGLISH}, "lang: vi\n", "vi", "no agency"),
        ({}, "", None, "no agency"),
    ],
)
def test_the_language_is_that_asked_for_else_the_offices_else_of_locale_or_editor(
    tmp_path: Path, options: dict[str, Language], office: str, locale: str | None, said: str
) -> None:
    root = write_tree(tmp_path, {**TREE, "stcli.yaml": f"roll: none\n{office}"})
    talk = Talk(root, **options).start(locale=locale)
    uri = talk.open((root / NAME).as_uri(), FIRST.replace("lead: bo-khcn", "lead: bo-x"))
    talk.rest()
    assert talk.told(uri)[0]["message"].startswith(said)


@pytest.mark.parametrize(
    ("encodings", "chosen", "column"),
    [
        (None, "utf-16", 11),
        (["utf-8", "utf-16"], "utf-8", 15),
        (["utf-32", "utf-16"], "utf-32", 10),
        (["latin-1"], "utf-16", 11),
    ],
)
def test_positions_are_counted_as_the_editor_likes(
    tmp_path: Path, encodings: list[str] | None, chosen: str, column: int
) -> None:
    talk = Talk(write_tree(tmp_path))
    general = {"positionEncodings": encodings} if encodings else {}
    answer = talk.ask("initialize", capabilities={"general": general}, rootUri=None, processId=None)
    assert answer["capabilities"]["positionEncoding"] == chosen
    text = "\ufeff" + FIRST.replace("\n", "\r\n")
    uri = talk.open((tmp_path / NAME).as_uri(), text)
    new = "ệ\U0001f600 \u200b"
    place = {"start": {"line": 1, "character": 7}, "end": {"line": 1, "character": 99}}
    change(talk, uri, {"range": place, "text": new})
    talk.rest()
    [found] = talk.told(uri)
    assert found["code"] == "hidden-character"
    assert found["range"]["start"] == {"line": 1, "character": column}
    edit = {"start": found["range"]["start"], "end": found["range"]["end"]}
    change(talk, uri, {"range": edit, "text": "x"})
    talk.rest()
    assert talk.told(uri) == []


def change(talk: Talk, uri: str, *changes: dict[str, Any]) -> None:
    file = {"uri": uri, "version": 2}
    talk.tell("textDocument/didChange", textDocument=file, contentChanges=list(changes))


def test_a_time_zone_that_is_none_is_said_once(tmp_path: Path) -> None:
    def today(zone: str) -> date:
        if zone == "Nowhere":
            raise StcliError(say("there is no time zone `{name}`", name=zone))
        return DAY

    root = write_tree(tmp_path, {**TREE, "stcli.yaml": "timezone: Nowhere\n"})
    talk = Talk(root, today=today).start()
    for _ in range(2):
        talk.open((root / NAME).as_uri(), FIRST)
        talk.rest()
    shown = [one["params"] for one in talk.heard if one.get("method") == "window/showMessage"]
    assert shown == [{"type": 2, "message": "there is no time zone `Nowhere`"}]


def test_a_root_that_was_named_is_the_only_one(tmp_path: Path) -> None:
    root, other = write_tree(tmp_path / "a"), write_tree(tmp_path / "b")
    talk = Talk(other, root=root).start()
    wrong = FIRST.replace("lead: bo-khcn", "lead: bo-x")
    inside, outside = ((one / NAME).as_uri() for one in (root, other))
    talk.open(inside, wrong)
    talk.open(outside, wrong)
    talk.rest()
    assert [one["code"] for one in talk.told(inside)] == ["unknown-agency"]
    assert talk.told(outside) == []  # no rule is applied to it


def test_a_root_that_was_named_by_a_link_holds_its_files(tmp_path: Path) -> None:
    root, link = write_tree(tmp_path / "real"), tmp_path / "link"
    link.symlink_to(root)
    talk = Talk(link, root=root).start()
    uri = talk.open((link / NAME).as_uri(), FIRST.replace("lead: bo-khcn", "lead: bo-x"))
    talk.rest()
    assert [one["code"] for one in talk.told(uri)] == ["unknown-agency"]
    text = (root / AGENCIES).read_text(encoding="utf-8").replace("id: bo-khcn", "id: bo-x")
    (root / AGENCIES).write_text(text, encoding="utf-8")
    watched(talk, (link / AGENCIES).as_uri())
    talk.rest()
    assert {one["message"].split("`")[1] for one in talk.told(uri)} == {"bo-khcn"}


def test_two_roots_are_kept_apart(tmp_path: Path) -> None:
    root, other = write_tree(tmp_path / "a"), write_tree(tmp_path / "b")
    (other / NAME).unlink()
    talk = Talk(root).start()
    added = [{"uri": other.as_uri(), "name": "b"}]
    talk.tell("workspace/didChangeWorkspaceFolders", event={"added": added, "removed": []})
    talk.rest()
    assert {one["code"] for one in talk.told((other / OTHER).as_uri())} == {"unknown-reference"}
    assert talk.told((root / OTHER).as_uri()) == []


# Typing


def test_several_changes_of_one_message_follow_on_each_other(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    talk = Talk(root).start()
    uri = talk.open((root / NAME).as_uri(), "x")
    start = {"line": 0, "character": 0}
    beyond, line_end = {"line": 900, "character": 3}, {"line": 7, "character": 900}
    change(
        talk,
        uri,
        {"text": FIRST.replace("number", "mber")},
        {"range": {"start": start, "end": start}, "text": "u"},
        {"range": {"start": start, "end": start}, "text": "n"},
        {"range": {"start": beyond, "end": line_end}, "text": ""},
    )
    opened = talk.server.files.opened(uri)
    assert opened is not None
    assert opened.document.text == FIRST[: FIRST.index("\n    due: 2024")]


def test_an_examination_is_given_up_when_the_next_key_comes(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    talk = Talk(root).start()
    uri = talk.open((root / NAME).as_uri(), FIRST.replace("lead: bo-khcn", "lead: bo-x"))
    while talk.server.patience != 0.2:
        talk.server.work()
    for _ in range(5):
        talk.server.work()
    assert talk.server.patience == 0  # in the midst of the rules, nobody typing
    change(talk, uri, {"text": FIRST})
    talk.server.work()
    assert talk.told(uri) == []
    talk.rest()
    assert talk.told(uri) == []


SNIPPETS = (
    "", "\n", "  - id: 3\n    title: x\n", "lead: bo-x", "#2", "bo-moi", ": ", "[", '"', "ệ\u200b",
    "    due: 2024-13\n", " # stcli: allow unknown-agency", "number: 25/CT-TTg\n", "\r\n",
)  # fmt: skip
STEPS = st.tuples(
    st.sampled_from(["type", "type", "type", "close", "write", "delete"]),
    st.sampled_from([*TREE, "directives/new.yaml"]),
    st.integers(0, 400),
    st.integers(0, 8),
    st.sampled_from(SNIPPETS),
)


@settings(max_examples=30)
@given(st.lists(STEPS, max_size=8))
def test_after_whatever_was_done_it_says_what_check_says(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, int, int, str]]
) -> None:
    root = write_tree(tmp_path_factory.mktemp("tree"))
    on_disk, buffers = dict(TREE), dict[str, str]()
    talk = Talk(root).start()
    for number, (what, name, at, gone, text) in enumerate(steps):
        uri = (root / name).as_uri()
        if what == "type":
            if name not in buffers:
                buffers[name] = on_disk.get(name, "")
                talk.open(uri, buffers[name])
            before = Text(buffers[name])
            buffers[name] = buffers[name][:at] + text + buffers[name][at + gone :]
            first, last = before.stretch(at, at + gone)
            if before.changed(Stretch(first, last), text).content != buffers[name]:
                edit: dict[str, Any] = {"text": buffers[name]}  # in the midst of a line end
            else:
                place = {"start": first._asdict(), "end": last._asdict()}
                edit = {"range": place, "text": text}
            change(talk, uri, edit)
        elif what == "close" and buffers.pop(name, None) is not None:
            talk.tell("textDocument/didClose", textDocument={"uri": uri})
        elif what == "write":
            on_disk[name] = on_disk.get(name, "") + text
            (root / name).write_bytes(on_disk[name].encode())
            watched(talk, uri)
        elif what == "delete" and on_disk.pop(name, None) is not None:
            (root / name).unlink()
            watched(talk, uri)
        for _ in range(number * 7):
            talk.server.work()
    talk.rest()
    now = {**on_disk, **buffers}
    found = examine(load(Source(name, text.encode()) for name, text in now.items()), DAY)
    expected = {name: [one.rule for one in found if one.place.path == name] for name in now}
    told = {name: [one["code"] for one in talk.told((root / name).as_uri())] for name in now}
    assert told == expected
    assert not [one for one in talk.heard if one.get("method") == "window/showMessage"]


def watched(talk: Talk, uri: str) -> None:
    talk.tell("workspace/didChangeWatchedFiles", changes=[{"uri": uri, "type": 2}])


# Garbage


def body(**parts: object) -> bytes:
    """Give the bytes of a message of the protocol."""
    return json.dumps({"jsonrpc": "2.0", **parts}).encode()


NOWHERE = {"textDocument": {"uri": "x"}, "position": {"line": -1, "character": 0}}
GARBAGE = [
    (b"{", -32700),
    (b"\xff\xfe", -32700),
    (b"[" * 100_000, -32700),
    (b"1" * 10_000, -32700),
    (b"", -32700),
    (b"[]", -32600),
    (b"null", -32600),
    (b'{"id": 1, "method": "shutdown"}', -32600),
    (body(jsonrpc="1.0", id=1, method="shutdown"), -32600),
    (body(id=1), -32600),
    (body(id=True, method="shutdown"), -32600),
    (body(id={}, method="shutdown"), -32600),
    (body(id=1, method=["x"]), -32600),
    (body(id=1, method="initialize", params={"capabilities": {}}), -32600),
    (body(id=1, method="no/such", params=7), -32601),
    (body(id=1, method="no/such"), -32601),
    (body(id=1, method="workspace/executeCommand", params={"command": "x"}), -32601),
    (body(id=1, method="textDocument/hover"), -32602),
    (body(id=1, method="textDocument/hover", params=[]), -32602),
    (body(id=1, method="textDocument/hover", params=NOWHERE), -32602),
]


@pytest.mark.parametrize(("sent", "code"), GARBAGE)
def test_what_is_no_request_is_answered_by_an_error(sent: bytes, code: int) -> None:
    talk = Talk().start()
    [answer] = talk.raw(sent)
    assert answer["error"]["code"] == code
    assert "raceback" not in json.dumps(answer)
    assert talk.ask("workspace/symbol", query="") == []


def file(uri: str, **more: object) -> dict[str, object]:
    return {"textDocument": {"uri": uri, **more}}


SILENT = [
    body(method="$/cancelRequest", params={"id": 99}),
    body(method="$/cancelRequest"),
    body(method="$/no/such", params={}),
    body(method="workspace/didChangeConfiguration", params={"settings": 1}),
    body(id="x", result=None),
    body(id=7, error={"code": 1, "message": "no"}),
    body(id=7, error=5),
    body(method="textDocument/didOpen", params={}),
    body(
        method="textDocument/didChange",
        params={**file("file:///a.yaml", version=1), "contentChanges": [{"text": "x"}]},
    ),
    body(method="textDocument/didClose", params=file("file:///a.yaml")),
    body(method="textDocument/didSave", params=file("a\0b")),
    body(method="textDocument/didSave", params=file("file:///a%00b")),
    body(
        method="workspace/didChangeWatchedFiles",
        params={"changes": [{"uri": "http://[", "type": 1}]},
    ),
]


@pytest.mark.parametrize("sent", SILENT)
def test_what_asks_for_nothing_is_answered_by_nothing(sent: bytes, tmp_path: Path) -> None:
    talk = Talk(write_tree(tmp_path)).start()
    assert talk.raw(sent) == []
    talk.rest()
    assert talk.alive
    assert talk.ask("workspace/symbol", query="zzz") == []


POSITIONED = (
    "textDocument/hover",
    "textDocument/definition",
    "textDocument/completion",
    "textDocument/prepareRename",
)


@settings(max_examples=40)
@given(
    st.text(st.sampled_from("a: -[]{}#|>\"'\n\t\r&*!ệ\U0001f600\u200b\x00\ud800"), max_size=40),
    st.integers(0, 50),
    st.integers(0, 90),
)
def test_no_text_and_no_position_makes_an_answer_fail(text: str, line: int, character: int) -> None:
    talk = Talk().start()
    uri = talk.open("untitled:x", f"number: {text}")
    named, place = {"uri": uri}, {"line": line, "character": character}
    for method in POSITIONED:
        answer = talk.ask(method, textDocument=named, position=place)
        assert not isinstance(answer, dict) or answer.get("code") != -32603
    everything = {"start": {"line": 0, "character": 0}, "end": place}
    asked = {"textDocument": named, "range": everything, "context": {"diagnostics": []}}
    actions = talk.ask("textDocument/codeAction", **asked)
    assert isinstance(actions, list)
    assert isinstance(talk.ask("textDocument/documentSymbol", textDocument=named), list)
    talk.rest()
    assert not [one for one in talk.heard if one.get("method") == "window/showMessage"]


def test_a_file_beyond_the_limits_of_the_reader_is_refused_as_by_check(tmp_path: Path) -> None:
    root = write_tree(tmp_path)
    talk = Talk(root).start()
    large = talk.open((root / "directives/large.yaml").as_uri(), "number: 1\n" + "x" * 2_000_000)
    binary = talk.open((root / "directives/binary.yaml").as_uri(), "\x00\x01number: " * 1_000)
    deep = talk.open((root / "directives/deep.yaml").as_uri(), "number: " + "[" * 5_000)
    talk.rest()
    assert [one["code"] for one in talk.told(large)] == ["too-large"]
    assert {one["code"] for one in talk.told(binary)} == {"hidden-character"}
    assert [one["code"] for one in talk.told(deep)] == ["too-deep"]


def test_a_bug_is_said_in_one_line(tmp_path: Path) -> None:
    talk = Talk(write_tree(tmp_path)).start()

    def fail(_: object) -> None:
        raise ZeroDivisionError

    talk.server.speaker.answer("test/ask", fail)
    answer = talk.ask("test/ask")
    assert answer["code"] == -32603
    assert answer["message"].startswith("this is a bug in stcli ")
    assert "ZeroDivisionError in test_lsp_conversation.py:" in answer["message"]
    assert "data" not in answer
    talk.tell("test/ask")
    [shown] = [one["params"] for one in talk.heard if one.get("method") == "window/showMessage"]
    assert shown["message"] == answer["message"]


def test_a_bug_in_a_rule_is_said_once_and_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> Iterator[Finding]:
        raise ZeroDivisionError

    broken = replace(RULES["unknown-agency"], check=fail)
    monkeypatch.setitem(RULES, "unknown-agency", broken)
    root = write_tree(tmp_path)
    talk = Talk(root).start()
    uri = talk.open((root / NAME).as_uri(), FIRST)
    talk.rest()
    change(talk, uri, {"text": FIRST.replace("number", "numbr")})
    talk.rest()
    shown = [one["params"] for one in talk.heard if one.get("method") == "window/showMessage"]
    assert [one["message"].partition(": ")[2][:17] for one in shown] == ["ZeroDivisionError"]
    assert {one["code"] for one in talk.told(uri)} == {"unknown-key", "missing-key"}


@pytest.mark.parametrize("uri", ["", "http://[", "file:", "file:///", "file:///%00", "x" * 9_000])
def test_any_address_may_be_opened_and_closed(uri: str) -> None:
    talk = Talk().start()
    talk.open(uri, "number: [")
    talk.rest()
    assert [one["code"] for one in talk.told(uri)] == ["unclosed-bracket"]
    talk.tell("textDocument/didClose", textDocument={"uri": uri})
    talk.rest()
    assert talk.told(uri) == []
    assert not [one for one in talk.heard if one.get("method") == "window/showMessage"]


# Beginning and end


def test_before_the_beginning_and_after_the_end_nothing_is_answered_but_by_errors() -> None:
    talk = Talk()
    assert talk.ask("workspace/symbol", query="")["code"] == -32002
    talk.tell("textDocument/didOpen")
    assert talk.heard[1:] == []
    talk.start()
    assert talk.answer["serverInfo"]["name"] == "stcli"
    assert talk.ask("shutdown") is None
    assert talk.ask("workspace/symbol", query="")["code"] == -32600
    talk.tell("textDocument/didOpen")
    assert talk.alive
    talk.tell("exit")
    assert not talk.alive


def framed(*bodies: dict[str, Any] | bytes) -> bytes:
    encoded = (one if isinstance(one, bytes) else json.dumps(one).encode() for one in bodies)
    return b"".join(b"Content-Length: %d\r\n\r\n%b" % (len(one), one) for one in encoded)


HELLO = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {"capabilities": {}, "processId": None, "rootUri": None},
}
SHUTDOWN = {"jsonrpc": "2.0", "id": 2, "method": "shutdown"}
EXIT = {"jsonrpc": "2.0", "method": "exit"}


@pytest.mark.parametrize(
    ("sent", "status", "answers"),
    [
        (framed(HELLO, SHUTDOWN, EXIT), 0, 2),
        (framed(HELLO, SHUTDOWN), 0, 2),
        (framed(HELLO, EXIT), 1, 1),
        (framed(HELLO), 1, 1),
        (framed(EXIT), 1, 0),
        (b"", 1, 0),
        (framed(HELLO)[:-5], 1, 0),
        (b"Content-Length: 99999999999999999\r\n\r\n{}", 1, 0),
        (b"Content-Length: " + b"9" * 5_000 + b"\r\n\r\n" + framed(HELLO), 1, 1),
        (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n\x00\xff\n" + framed(HELLO, SHUTDOWN, EXIT), 0, 2),
        (b"x" * 100_000 + b"\n" + framed(HELLO, SHUTDOWN, EXIT), 0, 2),
        (framed(b"", HELLO, SHUTDOWN, EXIT), 0, 3),
        (framed(HELLO, SHUTDOWN, EXIT).replace(b"Content-Length", b"content-length"), 0, 2),
        (framed(HELLO, SHUTDOWN, EXIT).replace(b"\r\n\r\n", b"\r\nContent-Type: x\r\n\r\n"), 0, 2),
    ],
)
def test_whatever_comes_it_ends_with_a_status(sent: bytes, status: int, answers: int) -> None:
    written = io.BytesIO()
    options = Options(today=lambda _: DAY)
    assert serve(options, io.BytesIO(sent), written) == status
    assert len(list(messages(io.BytesIO(written.getvalue())))) == answers


def test_it_ends_when_nobody_reads_any_more() -> None:
    class Closed(io.BytesIO):
        def write(self, _: object) -> int:
            raise BrokenPipeError

    reading, writing = os.pipe()
    with io.FileIO(writing, "w") as sender, io.FileIO(reading) as stream:
        sender.write(framed(HELLO))  # and leaves the pipe open: only the answer tells
        assert serve(Options(today=lambda _: DAY), stream, Closed()) == 1


def test_messages_are_passed_over_when_too_long_and_read_in_pieces() -> None:
    class Trickle:
        def __init__(self, data: bytes) -> None:
            self._data = io.BytesIO(data)

        def read(self, size: int, /) -> bytes:
            return self._data.read(min(size, 3))

    assert list(messages(Trickle(framed(b"abcdefgh", b"", b"12")))) == [b"abcdefgh", b"", b"12"]
    long = b"Content-Length: %d\r\n\r\n" % (LARGEST + 1)
    found = messages(io.BytesIO(long + b"x" * (LARGEST + 1) + framed(b"{}")))
    assert list(found) == [b"", b"{}"]


def test_a_stream_closed_under_the_reader_is_an_end() -> None:
    reading, writing = os.pipe()
    with io.FileIO(reading) as stream:
        inbox = Inbox(stream)
        assert inbox.next(0) is None
        assert inbox.ended is False
        threading.Timer(0.01, os.close, [writing]).start()
        assert inbox.next(None) is None
        assert inbox.ended
