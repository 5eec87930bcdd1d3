"""How long `stcli check` takes against the floor below it, in one interleaved run.

    python benchmarks/check.py [--files 1000] [--tasks 10] [--rounds 9]

The floor (`bare_pass.py`) starts Python, reads the same files and pulls libyaml's events from them.
Both run as whole processes in turn, so that a machine that slows down slows both; the figure to
read is the median of the ratios. Peak memory is that of the largest process.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generate import write_tree

HERE = Path(__file__).parent
AS_OF = "2027-06-01"
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
"""As on a machine where the program is installed: with its compiled modules kept."""


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--files", type=int, default=1_000)
    parser.add_argument("--tasks", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=9)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write_tree(Path(folder), chosen.files, chosen.tasks)
        floor = [sys.executable, str(HERE / "bare_pass.py"), folder]
        check = [sys.executable, "-m", "stcli", "check", "-C", folder, "--as-of", AS_OF]
        for command in (floor, check):
            measured(command)  # fills the caches of files and of compiled modules
        times = [(measured(floor), measured(check)) for _ in range(chosen.rounds)]
    ratios = [ours[0] / bare[0] for bare, ours in times]
    rows = (
        ("bare pass", [bare for bare, _ in times]),
        ("stcli check", [ours for _, ours in times]),
    )
    tasks = chosen.files * chosen.tasks
    print(f"{chosen.files:,} files, {tasks:,} tasks, {chosen.rounds} rounds\n")
    print("| | median s | fastest s | peak MB |\n| --- | ---: | ---: | ---: |")
    for name, runs in rows:
        seconds = [run[0] for run in runs]
        memory = max(run[1] for run in runs) / 1e6
        print(f"| {name} | {statistics.median(seconds):.3f} | {min(seconds):.3f} | {memory:.0f} |")
    print(f"\nratio: median {statistics.median(ratios):.2f}", end=", ")
    print(f"from {min(ratios):.2f} to {max(ratios):.2f}")


def measured(command: list[str]) -> tuple[float, int]:
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


if __name__ == "__main__":
    main()
