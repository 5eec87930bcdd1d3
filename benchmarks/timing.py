"""Whole commands timed in turn, so that a machine that slows down slows all of them alike.

What is to be read are the ratios to the first command: the median of those of each round.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
"""As on a machine where the program is installed: with its compiled modules kept."""


def compare(commands: Mapping[str, Sequence[str]], rounds: int) -> None:
    """Time commands by their names in rounds, and print a table in Markdown."""
    for command in commands.values():
        measured(command)  # fills the caches of files and of compiled modules
    runs = [{name: measured(command) for name, command in commands.items()} for _ in range(rounds)]
    first = next(iter(commands))
    print(f"| {rounds} rounds | median s | fastest s | peak MB | ratio | from | to |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name in commands:
        seconds = [run[name][0] for run in runs]
        ratios = [run[name][0] / run[first][0] for run in runs]
        memory = max(run[name][1] for run in runs) / 1e6
        print(
            f"| {name} | {statistics.median(seconds):.3f} | {min(seconds):.3f} | {memory:.0f} "
            f"| {statistics.median(ratios):.2f} | {min(ratios):.2f} | {max(ratios):.2f} |"
        )


def measured(command: Sequence[str]) -> tuple[float, int]:
    """Run a command; give its seconds and the peak bytes of its largest process."""
    start = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own commands
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return seconds, usage.ru_maxrss * 1024
