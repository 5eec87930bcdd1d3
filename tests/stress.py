"""Editors that are killed, and many at once, as real processes: nothing acknowledged is lost.

    python tests/stress.py [--kills 500] [--editors 8] [--edits 50] [--seed N]

An edit is acknowledged when its process ends with status 0. After each kill the file is the old
or the new one, git sees no other, and nothing keeps the next edit from going on. The test suite
runs a small part of it.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from stcli.files import sources
from stcli.load import load
from stcli.model import Task

DIRECTIVE = "directives/2025/1-CT-TTg.yaml"
AGENCIES = "agencies:\n  - {id: thu-tuong, name: Thủ tướng}\n  - {id: so-khcn, name: Sở KH&CN}\n"
HEAD = "# chú thích đầu tệp\nnumber: 1/CT-TTg\ntitle: A\nissuer: thu-tuong\nissued: 2025-01-06\n"
TASK = "  - id: {id}\n    title: Nhiệm vụ {id}  # giữ nguyên\n    lead: so-khcn\n\n"
TASKS = 8


def grow(root: Path) -> Path:
    """Make a tree of one directive in a git repository and give its root."""
    (root / "directives/2025").mkdir(parents=True)
    (root / "directives/agencies.yaml").write_text(AGENCIES, encoding="utf-8")
    tasks = "".join(TASK.format(id=number) for number in range(1, TASKS + 1))
    (root / DIRECTIVE).write_text(f"{HEAD}tasks:\n{tasks}", encoding="utf-8")
    for words in (
        ("init", "-q"),
        ("add", "-A"),
        ("-c", "user.name=An", "-c", "user.email=an@example.vn", "commit", "-q", "-m", "x"),
    ):
        subprocess.run(("git", *words), cwd=root, check=True)
    return root


def start(root: Path, task: int, note: str) -> subprocess.Popen[bytes]:
    """Begin an edit that writes a note on a task."""
    words = ("-m", "stcli", "-C", str(root), "progress", f"1/CT-TTg#{task}", "--note", note, "-q")
    return subprocess.Popen(
        (sys.executable, *words), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


def tasks(root: Path) -> tuple[Task, ...]:
    """Give the tasks as they stand in the file, in which nothing may be wrong."""
    loaded = load(sources(root))
    assert not loaded.diagnostics, loaded.diagnostics
    (directive,) = loaded.tracker.directives
    return directive.tasks


def notes(root: Path) -> set[tuple[int, str]]:
    """Give the notes in the file, each with its task."""
    return {(int(task.id), str(one.note)) for task in tasks(root) for one in task.progress}


def seen_by_git(root: Path) -> list[str]:
    """Give the files that git takes for changed or new."""
    found = subprocess.run(
        ("git", "status", "--porcelain", "--untracked-files=all"),
        cwd=root, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [line[3:] for line in found.stdout.splitlines()]


def several_at_once(root: Path, editors: int, edits: int) -> int:
    """Let editors edit one file at the same time; give how many edits were acknowledged."""

    def work(editor: int) -> list[tuple[int, str]]:
        done = []
        for number in range(edits):
            task, note = editor % TASKS + 1, f"lần {editor}.{number}"
            process = start(root, task, note)
            _, errors = process.communicate()
            assert process.returncode == 0, errors.decode()
            done.append((task, note))
        return done

    before = notes(root)
    with ThreadPoolExecutor(editors) as pool:
        acknowledged = {one for done in pool.map(work, range(editors)) for one in done}
    assert notes(root) == before | acknowledged
    assert (root / DIRECTIVE).read_text(encoding="utf-8").count("# giữ nguyên") == TASKS
    return len(acknowledged)


def kill(root: Path, count: int, chance: random.Random) -> tuple[int, int]:
    """Kill editors at random moments; give how many died before and after they had written."""
    early = late = 0
    known = notes(root)
    longest = _usual_time(root)
    known = notes(root)
    for number in range(count):
        task, note = chance.randrange(TASKS) + 1, f"giết {number}"
        process = start(root, task, note)
        time.sleep(chance.random() * longest)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        now = notes(root)
        assert now in (known, known | {(task, note)}), now ^ known
        assert process.returncode or (task, note) in now
        late += (task, note) in now
        early += (task, note) not in now
        assert seen_by_git(root) in ([], [DIRECTIVE]), seen_by_git(root)
        known = now
    assert several_at_once(root, 1, 1) == 1
    return early, late


def _usual_time(root: Path) -> float:
    """Give how long an edit takes here, in seconds, and a little more."""
    begin = time.monotonic()
    start(root, 1, "đo").communicate()
    return (time.monotonic() - begin) * 1.2


def main() -> None:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--editors", type=int, default=8)
    parser.add_argument("--edits", type=int, default=50, help="of each editor")
    parser.add_argument("--seed", type=int, default=20250109)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = grow(Path(folder) / "tree")
        early, late = kill(root, asked.kills, random.Random(asked.seed))
        sys.stdout.write(f"{asked.kills} kills: {early} before it was written, {late} after\n")
        done = several_at_once(root, asked.editors, asked.edits)
        sys.stdout.write(f"{asked.editors} editors: {done} edits acknowledged, all there\n")


if __name__ == "__main__":
    main()
