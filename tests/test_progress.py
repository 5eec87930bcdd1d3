"""The line that tells how far reading is: seen by people who wait, and by nobody else."""

from __future__ import annotations

import io
import os
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from offices import AGENCIES, edit

from stcli import workers
from stcli.cli import interruption, progress
from stcli.cli.options import Shared
from stcli.cli.progress import Progress, Unseen, follow
from stcli.cli.session import Session
from stcli.words import Language

if TYPE_CHECKING:
    from pathlib import Path


class Screen(io.StringIO):
    """A terminal of one line, which keeps every state of it."""

    def isatty(self) -> bool:
        return True

    @property
    def states(self) -> list[str]:
        line, found = "", []
        for part in self.getvalue().split("\r")[1:]:
            line = part + line[len(part) :]
            found.append(line.rstrip())
        return found


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def shown(*steps: tuple[float, int], language: Language = Language.ENGLISH) -> list[str]:
    """What a line shows when so many of 12,000 files are read at some seconds."""
    screen, clock = Screen(), Clock()
    with Progress(screen, lambda: language, clock) as line:
        for seconds, done in steps:
            clock.now = seconds
            line.told(done, 12_000)
    return screen.states


def test_nothing_is_shown_where_nobody_has_to_wait() -> None:
    assert shown((0.1, 10), (0.9, 11_000), (0.99, 12_000)) == []
    assert shown((5.0, 12_000)) == []


def test_who_waits_is_told_until_all_is_read() -> None:
    states = shown((0.5, 10), (1.1, 9_000), (1.15, 9_100), (1.3, 11_000), (1.4, 12_000))
    told = ["9,000 of 12,000 files read", "11,000 of 12,000 files read"]
    assert list(dict.fromkeys(states)) == [*told, ""]
    assert states[-1] == ""


def test_it_speaks_vietnamese() -> None:
    assert shown((2, 9_000), language=Language.VIETNAMESE)[0] == "đã đọc 9.000 trên 12.000 tệp"


def test_it_goes_when_reading_is_interrupted() -> None:
    screen = Screen()
    with pytest.raises(KeyboardInterrupt):
        interrupted(screen)
    assert (screen.states[0], screen.states[-1]) == ("1 of 2 files read", "")


def interrupted(screen: Screen) -> None:
    clock = Clock()
    with Progress(screen, lambda: Language.ENGLISH, clock) as line:
        clock.now = 2
        line.told(1, 2)
        raise KeyboardInterrupt


def test_it_goes_when_a_run_is_ended_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    with Progress(screen, lambda: Language.ENGLISH, Clock()) as line:
        monkeypatch.setattr(line, "_next", 0)
        line.told(1, 2)
        assert screen.states[-1] == "1 of 2 files read"
        interruption._leave()  # noqa: SLF001 - what the key does
        assert (screen.states[-1], ended) == ("", [interruption.INTERRUPTED])
    assert interruption.AT_THE_END == []


@pytest.mark.parametrize("case", ["pipe", "pipeline", "dumb", "quiet", "closed"])
def test_it_is_not_for_pipes_and_pipelines(monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "dumb" if case == "dumb" else "xterm")
    stream = {"pipe": io.StringIO(), "closed": None}.get(case, Screen())
    monkeypatch.setattr(sys, "stderr", stream)
    if case == "pipeline":
        monkeypatch.setenv("CI", "true")
    found = follow(lambda: Language.ENGLISH, quiet=case == "quiet")
    assert isinstance(found, Unseen)


@pytest.mark.parametrize("way", ["index", "files"])
@pytest.mark.parametrize("language", ["", "lang: vi\n"])
def test_reading_tells_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str, language: str
) -> None:
    for number in range(60):
        edit(tmp_path, "write", f"directives/{number}.yaml", "number: [")
    edit(tmp_path, "write", "directives/agencies.yaml", AGENCIES)
    edit(tmp_path, "write", "stcli.yaml", f"due_soon: 7\n{language}")
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(progress, "PATIENCE", 0)
    monkeypatch.setattr(progress, "_PAUSE", 0)
    monkeypatch.setattr(workers, "SMALLEST_CHUNK", 10)
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    session = Session(SimpleNamespace(obj=Shared(root=str(tmp_path), no_cache=way == "files")))
    assert len(session.recall().invalid) == 60
    assert os.path.exists(tmp_path / "cache") == (way == "index")  # noqa: PTH110
    template = "đã đọc {} trên 62 tệp" if language else "{} of 62 files read"
    counts = [template.format(count) for count in range(10, 62, 10)]
    assert list(dict.fromkeys(screen.states)) == [*counts, ""]
    assert screen.states[-1] == ""
