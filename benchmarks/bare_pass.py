"""The floor for `check`: start Python, read every file, and pull libyaml's events from it.

python benchmarks/bare_pass.py FOLDER [PROCESSES]

The files are shared among so many processes, by default as many as there are processors.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from yaml._yaml import CParser

if TYPE_CHECKING:
    from collections.abc import Iterable


def pull(paths: Iterable[Path]) -> None:
    """Pull all events of some files."""
    for path in paths:
        parser = CParser(path.read_bytes())
        while parser.check_event():
            parser.get_event()
        parser.dispose()


def main() -> None:
    """Share the files of a folder among processes."""
    folder, processes = Path(sys.argv[1], "directives"), len(os.sched_getaffinity(0))
    if len(sys.argv) > len(["bare_pass.py", "FOLDER"]):
        processes = int(sys.argv[2])
    paths = sorted(folder.rglob("*.yaml"))
    children = []
    for number in range(1, processes):
        child = os.fork()
        if child == 0:
            pull(paths[number::processes])
            os._exit(0)
        children.append(child)
    pull(paths[::processes])
    for child in children:
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()
