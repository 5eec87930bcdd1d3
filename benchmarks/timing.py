"""Whole commands timed in turn, so that a machine that slows down slows all of them alike.

What is to be read are the ratios to the first command: the median of those of each round.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from dataclasses import asdict, astuple, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
"""As on a machine where the program is installed: with its compiled modules kept."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command as it is run: its words, where, and with which environment."""

    words: Sequence[str]
    folder: str | None = None
    environment: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a command took: seconds, those of processors, and bytes at the peak."""

    seconds: float
    processor: float
    memory: int


def compare(commands: Mapping[str, Sequence[str]], rounds: int) -> None:
    """Time commands by their names in rounds, and print a table in Markdown."""
    runs = in_turn({name: Command(words) for name, words in commands.items()}, rounds)
    first = runs[next(iter(commands))]
    print(f"| {rounds} rounds | median s | fastest s | peak MB | ratio | from | to |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name in commands:
        seconds = [run.seconds for run in runs[name]]
        relative = ratios(runs[name], first)
        memory = max(run.memory for run in runs[name]) / 1e6
        print(
            f"| {name} | {statistics.median(seconds):.3f} | {min(seconds):.3f} | {memory:.0f} "
            f"| {statistics.median(relative):.2f} | {min(relative):.2f} | {max(relative):.2f} |"
        )


def in_turn_apart(
    commands: Mapping[str, Command],
    rounds: int,
    *,
    warm: bool = True,
    once: Container[str] = (),
) -> dict[str, list[Run]]:
    """Do so in a small process: whatever a large one starts is counted as large as itself.

    Without `warm` no run goes before those that are measured. Those named in `once` take part in
    the first round only.
    """
    listed = {name: asdict(command) for name, command in commands.items()}
    alone = [name for name in commands if name in once]
    asked = {"rounds": rounds, "warm": warm, "once": alone, "commands": listed}
    told = subprocess.run(  # noqa: S603 - this file
        (sys.executable, __file__),
        input=json.dumps(asked),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout
    return {name: [Run(*run) for run in runs] for name, runs in json.loads(told).items()}


def in_turn(
    commands: Mapping[str, Command],
    rounds: int,
    *,
    warm: bool = True,
    once: Container[str] = (),
) -> dict[str, list[Run]]:
    """Run each command once for the caches, and then all of them in so many rounds."""
    for command in commands.values() if warm else ():
        measured(command)  # fills the caches of files and of compiled modules
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds):
        for name, command in commands.items():
            if number == 0 or name not in once:
                runs[name].append(measured(command))
    return runs


def ratios(runs: Sequence[Run], others: Sequence[Run]) -> list[float]:
    """Give how many times as long as another command each run took, in the same round.

    One of them may have taken part in the first round only.
    """
    return [run.seconds / other.seconds for run, other in zip(runs, others, strict=False)]


def measured(command: Command) -> Run:
    """Run a command, and give what it took; the memory is that of its largest process."""
    start = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own commands
        command.words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=command.folder,
        env=ENVIRONMENT if command.environment is None else command.environment,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise SystemExit(f"{' '.join(command.words)} ended with {process.returncode}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def main() -> None:
    """Measure what is asked on standard input, and tell it on standard output."""
    asked = json.load(sys.stdin)
    commands = {name: Command(**command) for name, command in asked["commands"].items()}
    runs = in_turn(commands, asked["rounds"], warm=asked["warm"], once=asked["once"])
    json.dump({name: [astuple(run) for run in some] for name, some in runs.items()}, sys.stdout)


if __name__ == "__main__":
    main()
