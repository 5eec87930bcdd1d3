"""The index during one run: asked as long as it is of use, and written once the answer is given."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, TypeVar

from stcli.cli import terminal
from stcli.index.consulting import Look, consult, expect, is_as_expected
from stcli.index.damage import Damaged
from stcli.index.placing import folder_of
from stcli.workers import Aside

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from stcli.index.about import About
    from stcli.index.consulting import Recollection
    from stcli.load import Loaded

Answer = TypeVar("Answer")

USELESS: Final = (Damaged, LookupError, ValueError, OverflowError)
"""What an index leads to that is damaged, or of the right form without making sense."""


class Memory:
    """What the index knows of a root; all files were looked at before any is read."""

    def __init__(self, root: Path, *, ahead: bool = False) -> None:
        self._folder = folder_of(root, os.environ)
        self._look = Look(root)
        self._found: Recollection | None = None
        self._aside: Aside | None = None
        if self._folder is not None:
            folder, look = self._folder, self._look
            if ahead:
                self._found = self._safely(lambda: expect(look, folder, terminal.today))
            if self._found is not None:
                name = self._found.about.name
                self._aside = Aside(lambda: is_as_expected(look, folder, name))
            else:
                self._found = self._safely(lambda: consult(look, folder, terminal.today))

    def is_confirmed(self) -> bool:
        """Tell whether the files are as the answers of the index have them."""
        return self._aside is None or self._aside.says_yes()

    @property
    def serves(self) -> bool:
        """Whether there is an index that can be asked."""
        return self._found is not None

    @property
    def about(self) -> About | None:
        """What the index is about, if the office's choices are still the same."""
        found = self._found
        return None if found is None or found.void else found.about

    def ask(self, question: Callable[[Recollection], Answer | None]) -> Answer | None:
        """Ask the index; None where it is of no use, and once it is not, it is asked no more."""
        found = self._found
        if found is None:
            return None
        return self._safely(lambda: question(found))

    def keep(self, loaded: Callable[[], Loaded], today: Callable[[], date]) -> None:
        """Write to the index what is new, or everything where there was none."""
        if self._folder is None:
            return
        found, folder = self._found, self._folder
        if found is not None and not found.has_news:
            return
        from stcli.index import writing

        if found is not None:
            self._safely(lambda: writing.remember(found, folder))
        else:
            writing.learn(self._look, loaded(), folder, today())

    def _safely(self, ask: Callable[[], Answer | None]) -> Answer | None:
        try:
            return ask()
        except USELESS:
            self._found = None
            return None
