"""The floor for `check`: start Python, read every file, and pull libyaml's events from it.

python benchmarks/bare_pass.py FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from yaml._yaml import CParser

for path in sorted(Path(sys.argv[1], "directives").rglob("*.yaml")):
    parser = CParser(path.read_bytes())
    while parser.check_event():
        parser.get_event()
    parser.dispose()
