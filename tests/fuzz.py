"""Hostile files against every command: no traceback, no hang, no flood of memory.

    python tests/fuzz.py [--seconds 3600] [--seed N] [--keep FOLDER]

Each round writes a small tree of broken, odd and sound files, made from real ones by cuts, swaps
and insertions of bytes, or grown from the grammar of the format, and runs one command on it inside
this process. A failing tree is kept. The test suite runs a few hundred rounds of it.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

from typer.testing import CliRunner

from stcli.cli.app import app

ROOT = Path(__file__).parent.parent
SEEDS = tuple(sorted((ROOT / "directives").rglob("*.yaml")))
SLOWEST = 10.0
LARGEST = 1_000_000_000
COMMANDS = (
    ("status",),
    ("status", "--by", "agency"),
    ("overdue",),
    ("upcoming",),
    ("list",),
    ("list", "-f", "json"),
    ("list", "-f", "csv"),
    ("list", "-f", "markdown"),
    ("tree",),
    ("check",),
    ("check", "-f", "json"),
    ("show", "1"),
    ("status", "--lang", "vi"),
    ("check", "--lang", "vi"),
    ("status", "--color", "always"),
    ("check", "--color", "always"),
    ("schema",),
    ("schema", "agencies", "--lang", "vi"),
)
STATUSES = {0, 1, 2, 3}

NASTY = (
    "\t",
    "\x00",
    "\r",
    "\x85",
    "\u2028",
    "\ufeff",
    "\u200b",
    "\u202e",
    "\u00a0",
    "\x1b[31m",
    "[" * 70,
    "{" * 70,
    "&a ",
    "*a",
    "<<: *a\n",
    "!!str ",
    "!!python/object:x ",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "? ",
    "- ",
    ": ",
    ": :",
    " #",
    "#",
    "'",
    '"',
    "|\n",
    ">-\n",
    "\\",
    "\n",
    "\n\n  ",
    "  ",
    "@",
    "`",
    "<<<<<<< HEAD\n",
    "=======\n",
    ">>>>>>> x\n",
    "2025-02-30",
    "30/6/2025",
    "9999-12-31",
    "0000-00-00",
    "999999999 days",
    "before ",
    "2025..2024",
    "null",
    "~",
    "[red]",
    ":warning:",
    "::error::",
    "##[x]",
    "=1+1",
    "e\u0301",
    "ộ" * 50,
    "٣",
    "１",
    "🏳️‍🌈",
    "a" * 5000,
    "\U000e0041",
    "\ud800",
    "$(x)",
    "%s%n",
    "{x}",
)
KEYS = (
    "",
    *(
        "number title issuer issued type implements cites amends aliases tasks id lead with due "
        "due_text changes date by done evidence cancelled returned periods for progress percent "
        "tags notes agencies name kind successors agency from until parent members severity "
        "due_soon timezone lang xyz "
    ).split(),
)
VALUES = (
    "1",
    "2a",
    "25/CT-TTg",
    "25/CT-TTg#1",
    "1/QĐ-UBND",
    "1/UBND-A",
    "a",
    "b",
    "a-b",
    "2024-01-01",
    "2025-06-30",
    "2024-02-29",
    "before 2024-06-30",
    "2024-Q2",
    "2024",
    "2024..2026",
    "15 days",
    "15 working days",
    "2 months from received",
    "ongoing",
    "2025..",
    "weekly by friday",
    "half-yearly by 06-15, 12-01",
    "",
    "state",
    "collective",
    "error",
    "off",
    "vi",
    "UTC",
    "-1",
    "120",
)


def mutated(chance: random.Random, content: bytes) -> bytes:
    """Give a file's bytes with a few cuts, repeats, swaps, flips and insertions."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(content))
        end = min(len(content), at + chance.choice((1, 2, 8, 40, 400)))
        match chance.randrange(6):
            case 0:
                content = content[:at] + content[end:]
            case 1:
                content = content[:end] + content[at:end] * chance.randint(1, 4) + content[end:]
            case 2:
                content = content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]
            case 3:
                nasty = chance.choice(NASTY).encode("utf-8", "surrogatepass")
                content = content[:at] + nasty + content[at:]
            case 4:
                content = content[:at]
            case _:
                lines = content.split(b"\n")
                one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
                lines[one], lines[other] = lines[other], lines[one]
                content = b"\n".join(lines)
    return content


def grown(chance: random.Random, depth: int = 0) -> str:
    """Give a value in flow style: keys, lists and texts of the format where they do not belong."""
    kind = chance.random()
    if depth > 4 or kind < 0.45:
        word = chance.choice(VALUES if chance.random() < 0.85 else NASTY)
        return word if chance.random() < 0.6 else '"' + word.replace('"', "") + '"'
    if kind < 0.7:
        return "[" + ", ".join(grown(chance, depth + 1) for _ in range(chance.randint(0, 4))) + "]"
    entries = (
        f"{chance.choice(KEYS)}: {grown(chance, depth + 1)}" for _ in range(chance.randint(0, 5))
    )
    return "{" + ", ".join(entries) + "}"


def directive(chance: random.Random) -> str:
    """Give a directive that is nearly sound: mostly right keys, now and then an odd value."""

    def value(*likely: str) -> str:
        return chance.choice(likely) if chance.random() < 0.8 else grown(chance, 3)

    lines = [
        f"number: {value('1/QĐ-UBND', '2/UBND-A', '25/CT-TTg', '3/2024/NQ-HĐND')}",
        f"title: {value('Kế hoạch', 'Đề án')}",
        f"issuer: {value('a', 'b', 'c')}",
        f"issued: {value('2024-01-01', '2025-02-03', '2030-01-01')}",
        f"implements: {value('1/QĐ-UBND', '2/UBND-A', '[25/CT-TTg, x]')}",
        "tasks:",
    ]
    for position in range(chance.randint(0, 5)):
        lines.append(f"  - id: {value(str(position), '1')}")
        lines.append(f"    title: {value('Việc', 'Báo cáo')}")
        keys = chance.sample(KEYS, chance.randint(0, 6))
        lines += [f"    {key}: {value(*VALUES)}" for key in keys]
    return "\n".join(line for line in lines if chance.random() < 0.98) + "\n"


def write_tree(chance: random.Random, folder: Path) -> None:
    """Write one hostile tree."""
    directives = folder / "directives"
    directives.mkdir(parents=True)
    for position in range(chance.randint(1, 4)):
        path = directives / f"{position}.yaml"
        match chance.randrange(5):
            case 0 | 1:
                path.write_bytes(mutated(chance, chance.choice(SEEDS).read_bytes()))
            case 2:
                path.write_text(grown(chance), encoding="utf-8", errors="surrogatepass")
            case 3:
                path.write_text(directive(chance), encoding="utf-8", errors="surrogatepass")
            case _:
                path.write_bytes(
                    mutated(chance, directive(chance).encode("utf-8", "surrogatepass"))
                )
    if chance.random() < 0.6:
        agencies = next(path for path in SEEDS if path.name == "agencies.yaml").read_bytes()
        keep = chance.random() < 0.5
        (directives / "agencies.yaml").write_bytes(agencies if keep else mutated(chance, agencies))
    if chance.random() < 0.2:
        settings = grown(chance).encode("utf-8", "surrogatepass")
        (folder / "stcli.yaml").write_bytes(settings)


def run_round(seed: int, folder: Path) -> str | None:
    """Run one command on one hostile tree; give what went wrong, if anything did."""
    chance = random.Random(seed)
    write_tree(chance, folder)
    command = [*chance.choice(COMMANDS), "-C", str(folder)]
    start, before = time.monotonic(), peak()
    result = CliRunner().invoke(app, command)
    took, memory = time.monotonic() - start, peak() - before
    wrong = []
    if result.exit_code not in STATUSES:
        wrong.append(f"exit status {result.exit_code}: {result.stderr[-300:]}")
    if "Traceback" in result.output:
        wrong.append("a traceback")
    if "\x1b]" in result.output or "\u202e" in result.output:
        wrong.append("a control character reached the output")
    if took > SLOWEST:
        wrong.append(f"{took:.1f} s")
    if memory > LARGEST:
        wrong.append(f"{memory} bytes more")
    return f"seed {seed}, {' '.join(command)}: {'; '.join(wrong)}" if wrong else None


def peak() -> int:
    """Give the most bytes this process and its children have had."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(one).ru_maxrss for one in who) * 1024


def main() -> int:
    """Run rounds until the time is over; the number of failing ones is the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seconds", type=float, default=3600)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**9))
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "stcli-fuzz")
    chosen = parser.parse_args()
    end, rounds, failures = time.monotonic() + chosen.seconds, 0, 0
    while time.monotonic() < end:
        folder = chosen.keep / str(chosen.seed + rounds)
        shutil.rmtree(folder, ignore_errors=True)
        wrong = run_round(chosen.seed + rounds, folder)
        if wrong:
            failures += 1
            sys.stdout.write(f"{wrong}\n  kept: {folder}\n")
        else:
            shutil.rmtree(folder)
        rounds += 1
    sys.stdout.write(f"{rounds} rounds from seed {chosen.seed}: {failures} failed\n")
    return min(failures, 100)


if __name__ == "__main__":
    sys.exit(main())
