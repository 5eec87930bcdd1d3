"""Peers made ready, asked once whether they answer the same, and then timed in turn."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import time
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from peers.floors import floors
from peers.tree import broken, generated
from timing import Command, Run, in_turn_apart

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from peers.peer import Checking, Listing, Peer
    from peers.programs import Found
    from peers.tree import Tree

FILE = 10
"""The tasks in a file."""

KEPT = ("PATH", "TZ", "LD_LIBRARY_PATH")
"""What a peer sees of the environment; its home is the folder with its files."""


YOUTH = 2.1
"""Seconds in which a file may be changed again without a sign, so that an index made meanwhile
doubts it; trees of offices are older."""


LONG = 20.0
"""Seconds of a run from which on a peer takes part in the first round only."""


class Question(StrEnum):
    """What is asked; the value is a heading of the report."""

    LISTING = "List what is overdue"
    CHECKING = "Check the files"


class UnlikeError(Exception):
    """A peer does not answer as it should, so that its time would mean nothing."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A peer whose program can be run."""

    peer: Peer
    program: Found


@dataclass(frozen=True, slots=True)
class Table:
    """What was measured in one run: a question at a number of tasks."""

    question: Question
    tasks: int
    overdue: int
    runs: Mapping[str, Sequence[Run]]
    unlike: Mapping[str, str]
    load: tuple[float, float]


def measure(peers: Sequence[Ready], tasks: int, rounds: int, patience: float) -> list[Table]:
    """Measure both questions at a number of tasks."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name).resolve()
        tree = generated(place / "tree", tasks // FILE, FILE)
        time.sleep(YOUTH)
        tables = []
        for question in Question:
            commands: dict[str, Command] = {}
            long: list[str] = []
            unlike: dict[str, str] = {}
            for ready in peers:
                if asked(ready.peer, question) is None:
                    continue
                peer = ready.peer.name
                try:
                    commands[peer], seconds = proved(ready, question, tree, place, patience)
                except UnlikeError as error:
                    unlike[peer] = str(error)
                else:
                    long += [peer] if seconds > LONG else []
            load = os.getloadavg()[0]
            least = {name: Command(words) for name, words in floors(tree).items()}
            # Peers have run when they were proved, and floors have nothing to remember.
            runs = in_turn_apart(least | commands, rounds, warm=False, once=long)
            loads = (load, os.getloadavg()[0])
            overdue = sum(task.overdue(tree.day) for _, task in tree.tasks())
            tables.append(Table(question, tasks, overdue, runs, unlike, loads))
        return tables


def asked(peer: Peer, question: Question) -> Listing | Checking | None:
    """Give how a peer is asked, if it can answer."""
    return peer.listing if question is Question.LISTING else peer.checking


def proved(
    ready: Ready, question: Question, tree: Tree, place: Path, patience: float
) -> tuple[Command, float]:
    """Give the command of a peer, if it answers as it should, and the seconds this took."""
    label = re.sub(r"\W+", "-", ready.peer.name)
    if question is Question.LISTING:
        command = made(ready, question, tree, place / label, patience)
        seconds = _counted(ready, tree, command, patience)
    else:
        _caught(ready, place / f"{label}-fault", patience)
        command = made(ready, question, tree, place / label, patience)
        status, output, seconds = said(command, patience)
        if status:
            raise UnlikeError(f"found a fault where none is: {output.strip()[-200:]}")
    return command, seconds


def made(ready: Ready, question: Question, tree: Tree, folder: Path, patience: float) -> Command:
    """Write the files of a peer, unless they are there, and give its command."""
    peer, path = ready.peer, ready.program.path
    if not folder.exists():
        folder.mkdir(parents=True)
        peer.write(tree, folder)
        for words in peer.prepare(path, tree, folder):
            said(Command(words, str(folder), environment(folder)), 10 * patience)
    way = asked(peer, question)
    assert way is not None  # noqa: S101 - only those are asked that can be
    return Command(way.words(path, tree, folder), str(folder), environment(folder))


def _counted(ready: Ready, tree: Tree, command: Command, patience: float) -> float:
    way = ready.peer.listing
    assert way is not None  # noqa: S101 - as above
    status, output, seconds = said(command, patience)
    number, expected = way.count(output), way.expected(tree)
    if status or number != expected:
        raise UnlikeError(f"gave {number:,} tasks in place of {expected:,}, and status {status}")
    return seconds


def _caught(ready: Ready, place: Path, patience: float) -> None:
    way = ready.peer.checking
    assert way is not None  # noqa: S101 - as above
    tree = broken(place / "tree", way.fault)
    command = made(ready, Question.CHECKING, tree, place / "files", patience)
    status, output, _ = said(command, patience)
    if status == 0 or way.sign not in output:
        raise UnlikeError(f"did not see the fault: {way.fault}")


def said(command: Command, patience: float) -> tuple[int, str, float]:
    """Run a command; give its status, what it says on both streams, and the seconds it took.

    They go into a file: some programs of Node end before they have filled a pipe.
    """
    start = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        try:
            ended = subprocess.run(  # noqa: S603 - our own commands
                command.words,
                cwd=command.folder,
                env=command.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                timeout=patience,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise UnlikeError(f"took more than {patience:,.0f} seconds") from None
        seconds = time.perf_counter() - start
        output.seek(0)
        return ended.returncode, output.read().decode("utf-8", errors="replace"), seconds


def environment(folder: Path) -> dict[str, str]:
    """Give the environment of a peer: none of the user's settings, and UTF-8."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return kept | {"HOME": str(folder), "LC_ALL": "C.UTF-8"}
