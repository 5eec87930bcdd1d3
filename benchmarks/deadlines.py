"""How long a million deadlines take, of mixed forms, with and without working days.

    python benchmarks/deadlines.py [--count 1000000] [--rounds 3]

The deadlines are read beforehand, as a file is read once and counted many times; the first
counting of each year is part of what is measured.
"""

from __future__ import annotations

import argparse
import random
import time
from datetime import date, timedelta

from stcli import shipped
from stcli.calendar import Calendar
from stcli.deadlines import Bases, Deadline, parse, reckon

FORMS = (
    "2025-06-30",
    "before 2026-08-30",
    "2025-01",
    "2026-Q3",
    "2028",
    "2025..2026",
    "15 days",
    "30 days from received",
    "3 weeks",
    "2 months",
    "1 year from effective",
    "5 working days",
    "15 working days",
    "20 working days from received",
    "30 working days from 2026-12-15",
    "ongoing",
)


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    work = drawn(chosen.count)
    print("| of a million | seconds |\n| --- | ---: |")
    for name, roll in (("as written", False), ("moved to working days", True)):
        seconds = min(counted(work, roll=roll) for _ in range(chosen.rounds))
        print(f"| {name} | {seconds * 1_000_000 / chosen.count:.2f} |")


def drawn(count: int) -> list[tuple[Deadline, Bases]]:
    """Give deadlines of all forms, each with days between 2019 and 2027 to count from."""
    chance = random.Random(1)
    forms = [parse(text) for text in FORMS]
    days = [date(2019, 1, 1) + timedelta(number) for number in range(3_200)]
    bases = [Bases(day, day + timedelta(3), day + timedelta(15)) for day in days]
    return [(chance.choice(forms), chance.choice(bases)) for _ in range(count)]


def counted(work: list[tuple[Deadline, Bases]], *, roll: bool) -> float:
    """Count them all by a new calendar; give the seconds of one processor."""
    calendar = Calendar(shipped=shipped.listing)
    start = time.process_time()
    for deadline, bases in work:
        reckon(deadline, bases, calendar, roll=roll)
    return time.process_time() - start


if __name__ == "__main__":
    main()
