"""One run of a command: the root, the day, the words and the style, and the files read once."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from stcli.cli import terminal
from stcli.errors import StcliError
from stcli.messages import say
from stcli.words import Language, translate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from typing import TextIO

    from stcli.cli.options import Shared
    from stcli.load import Loaded
    from stcli.messages import Message
    from stcli.views.tasks import TaskRow

INCOMPLETE = 3


class Session:
    """What a command needs from the outside world; each part is found when first asked for."""

    def __init__(self, context: typer.Context) -> None:
        self.shared: Shared = context.obj

    @cached_property
    def root(self) -> Path:
        """The folder that holds `directives/`."""
        from stcli import files

        if self.shared.root is not None:
            return files.check_root(Path(self.shared.root))
        return files.find_root(Path.cwd())

    @cached_property
    def loaded(self) -> Loaded:
        """Everything below the root, read once."""
        from stcli import files
        from stcli.load import load

        return load(files.sources(self.root))
