"""The parts of an answer from the index: a look at every file, the index itself, and its drawing.

python benchmarks/index_pass.py look|read|draw FOLDER
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

    from stcli.index import consulting
    from stcli.index.answers import overdue
    from stcli.index.consulting import Look, expect
    from stcli.index.placing import folder_of

    vars(consulting)["WORTH_A_FORK"] = 0  # however few files there are
    root = Path(sys.argv[2])
    folder = folder_of(root, os.environ)
    found = folder and expect(Look(root), folder, lambda _: date.max)
    if found:
        late = overdue(found.kept, date.max)
        if sys.argv[1] == "draw":
            from stcli.render.pages.tasks import late_page
            from stcli.render.style import Style
            from stcli.render.text import draw
            from stcli.words import Language

            with Path(os.devnull).open("w", encoding="utf-8") as nothing:
                style = Style(width=80, color=False, language=Language.ENGLISH)
                draw(late_page(late, date.max), style, nothing)
