"""The two floors for an answer from the index: a look at every file, or the index itself.

python benchmarks/index_pass.py look|read FOLDER
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.argv[1] == "look":
    from stcli import files

    files.seen(Path(sys.argv[2]))
else:
    from datetime import date

    from stcli.index.answers import overdue
    from stcli.index.consulting import Look, expect
    from stcli.index.placing import folder_of

    root = Path(sys.argv[2])
    folder = folder_of(root, os.environ)
    found = folder and expect(Look(root), folder, lambda _: date.max)
    if found:
        overdue(found.kept, date.max)
