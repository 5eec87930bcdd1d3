"""What nobody can be faster than who does the same: the least that each step costs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peers.peer import Words
    from peers.tree import Tree

HERE = Path(__file__).parent.parent
NOTHING = "typer, doing nothing"


def floors(tree: Tree) -> dict[str, Words]:
    """Give the commands by their names, the least first."""
    python, folder = sys.executable, str(tree.folder)
    return {
        "python, doing nothing": (python, "-c", "pass"),
        NOTHING: (python, str(HERE / "do_nothing.py")),
        "stat of every file": (python, str(HERE / "stat_files.py"), folder),
        "libyaml's events of every file": (python, str(HERE / "bare_pass.py"), folder),
    }
