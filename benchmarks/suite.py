"""`stcli` and other programs: the same tasks, the same questions, in one interleaved run.

    python benchmarks/suite.py [--tasks 1000 5000 100000] [--rounds 5] [--peers stcli,todoman]
                               [--report benchmarks/REPORT.md] [--no-install]

Writes a report in Markdown with its pictures. What pip and npm install goes into a cache folder
of its own; programs that cannot be had are named in the report, and left out.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generate import DAY
from machine import revision
from measuring import Ready, measure
from peers import PEERS
from peers.ours import STCLI
from peers.programs import Found, Missing, found
from report import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peers.peer import Peer

HERE = Path(__file__).parent


def main() -> None:
    """Install, measure, and write the report."""
    chosen = options().parse_args()
    chosen.report.parent.mkdir(parents=True, exist_ok=True)  # before minutes are spent
    said = {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "revision": revision(HERE.parent / "stcli"),
        "day": DAY,
        "rounds": str(chosen.rounds),
    }
    ready, missing = gathered(wanted(chosen.peers), chosen.cache, install=chosen.install)
    tables = []
    for tasks in chosen.tasks:
        say(f"{tasks:,} tasks, {chosen.rounds} rounds")
        tables += measure(ready, tasks, chosen.rounds, chosen.patience)
    written(chosen.report, tables, ready, missing, said)
    say(f"written: {chosen.report}")


def options() -> argparse.ArgumentParser:
    """Give the options of the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--tasks", type=int, nargs="+", default=[1_000, 5_000, 100_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", default="", help="names with commas between; else all")
    parser.add_argument("--report", type=Path, default=HERE / "REPORT.md")
    parser.add_argument("--cache", type=Path, default=cache(), help="where peers are installed")
    parser.add_argument(
        "--patience", type=float, default=300.0, help="seconds after which a peer is left out"
    )
    parser.add_argument(
        "--no-install", dest="install", action="store_false", help="take only what is there"
    )
    return parser


def cache() -> Path:
    """Give the folder in which programs are kept from one run to the next."""
    home = os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "stcli-benchmarks"


def wanted(names: str) -> Sequence[Peer]:
    """Give the peers by their names; `stcli` is always among them, since ratios are to it."""
    if not names:
        return PEERS
    asked = {name.strip().casefold() for name in names.split(",")} | {STCLI}
    unknown = asked - {peer.name.casefold() for peer in PEERS}
    if unknown:
        known = ", ".join(peer.name for peer in PEERS)
        raise SystemExit(f"no such peer: {', '.join(sorted(unknown))}; there are {known}")
    return [peer for peer in PEERS if peer.name.casefold() in asked]


def gathered(
    peers: Sequence[Peer], cache: Path, *, install: bool
) -> tuple[list[Ready], dict[str, str]]:
    """Find the programs of peers; give those that can be run, and why the others cannot."""
    ready, missing = [], {}
    for peer in peers:
        match found(peer.program, cache, install=install):
            case Found() as program:
                say(f"{peer.name} {program.version}")
                ready.append(Ready(peer, program))
            case Missing(reason):
                say(f"{peer.name} is left out: {reason}")
                missing[peer.name] = reason
    return ready, missing


def say(sentence: str) -> None:
    """Tell on standard error how far it is."""
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
