"""How long `stcli check` takes against the floor below it, in one interleaved run.

    python benchmarks/check.py [--files 1000] [--tasks 10] [--rounds 9]

The floor (`bare_pass.py`) starts Python, reads the same files and pulls libyaml's events from them.
Peak memory is that of the largest process.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from generate import write_tree
from timing import compare

HERE = Path(__file__).parent
STCLI = (sys.executable, "-m", "stcli")
AS_OF = "2027-06-01"


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--files", type=int, default=1_000)
    parser.add_argument("--tasks", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=9)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write_tree(Path(folder), chosen.files, chosen.tasks)
        print(f"{chosen.files:,} files, {chosen.files * chosen.tasks:,} tasks\n")
        compare(
            {
                "bare pass": [sys.executable, str(HERE / "bare_pass.py"), folder],
                "stcli check": [*STCLI, "check", "-C", folder, "--as-of", AS_OF],
            },
            chosen.rounds,
        )


if __name__ == "__main__":
    main()
