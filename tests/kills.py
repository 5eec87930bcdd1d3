"""Edits killed at a moment that chance picks: what was acknowledged is there, and all is whole.

    python tests/kills.py [--times 500] [--seed N]

Each time three processes append lines to two files at once, one edit for both, and one of the
processes is killed. The test suite does it thirty times.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from stcli.saving import Revision, locked, save, undo

NAMES = ("directives/a.yaml", "directives/2025/b.yaml")
PROCESSES = 3
LONGEST = 0.06
"""Seconds after which one is killed at the latest: enough for a few edits of each."""


def append(root: Path, line: bytes) -> None:
    """Add a line to both files by one edit."""
    with locked(root) as lock:
        before = [(root / name).read_bytes() for name in NAMES]
        revisions = [
            Revision(name, content, content + line)
            for name, content in zip(NAMES, before, strict=True)
        ]
        reason = save(lock, revisions, title=line.decode())
    assert reason is None, reason


def work(root: Path, process: int, acknowledged: int, end: int) -> None:
    """Append lines until the other end of a pipe is closed, and acknowledge each."""
    number = 0
    while not _closed(end):
        line = b"%d-%d\n" % (process, number)
        append(root, line)
        os.write(acknowledged, line)
        number += 1


def _closed(end: int) -> bool:
    try:
        return os.read(end, 1) == b""
    except BlockingIOError:
        return False


def kill_one(seed: int, folder: Path) -> str | None:
    """Kill one of several processes that edit, and give what is wrong then, if anything is."""
    chance = random.Random(seed)
    root = folder / "office"
    for name in NAMES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"")
    subprocess.run(["git", "init", "--quiet", root], check=True)
    reading, writing = os.pipe()
    end_reading, end_writing = os.pipe()
    os.set_blocking(end_reading, False)
    processes = []
    for number in range(PROCESSES):
        process = os.fork()
        if process == 0:
            status = 1
            try:
                os.close(end_writing)
                work(root, number, writing, end_reading)
                status = 0
            finally:
                os._exit(status)
        processes.append(process)
    os.close(writing)
    time.sleep(chance.uniform(0.0, LONGEST))
    os.kill(processes[0], signal.SIGKILL)
    os.close(end_writing)
    os.close(end_reading)
    with os.fdopen(reading, "rb") as pipe:
        acknowledged = pipe.read().splitlines(keepends=True)
    statuses = [os.waitpid(one, 0)[1] for one in processes]
    return _wrong(root, acknowledged, statuses)


def _wrong(root: Path, acknowledged: list[bytes], statuses: list[int]) -> str | None:
    if statuses != [signal.SIGKILL, 0, 0]:
        return f"ended with {statuses}"
    shown = subprocess.run(
        ["git", "status", "--porcelain", "--ignored", "--untracked-files=all"],
        cwd=root,
        check=True,
        capture_output=True,
    ).stdout.decode()
    if shown != "".join(f"?? {name}\n" for name in sorted(NAMES)):
        return f"git sees {shown}"
    with locked(root):
        first, second = ((root / name).read_bytes().splitlines(keepends=True) for name in NAMES)
    if first != second:
        return "an edit is in one of two files"
    if missing := set(acknowledged) - set(first):
        return f"acknowledged, but not there: {missing}"
    if len(first) - len(acknowledged) not in {0, 1} or len(set(first)) != len(first):
        return f"{len(acknowledged)} acknowledged, {len(first)} there"
    append(root, b"next\n")
    with locked(root) as lock:
        undo(lock)
    return None if (root / NAMES[0]).read_bytes() == b"".join(first) else "not undone"


def main() -> int:
    """Kill as often as was asked for; give 1 when anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="stcli-kills-") as folder:
        for seed in range(asked.seed, asked.seed + asked.times):
            found = kill_one(seed, Path(folder) / str(seed))
            if found is not None:
                wrong += 1
                sys.stdout.write(f"seed {seed}: {found}\n")
            shutil.rmtree(Path(folder) / str(seed))
    sys.stdout.write(f"{asked.times} kills, {wrong} of them with something wrong\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
