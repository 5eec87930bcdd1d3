"""The index during one run: asked as long as it is of use, and written once the answer is given."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, TypeVar

from stcli.cli import terminal
from stcli.errors import StcliError
from stcli.index.consulting import Look, consult, expect, is_as_expected
from stcli.index.damage import Damaged
from stcli.index.placing import folder_of
from stcli.workers import Aside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from stcli.cli.progress import Progress, Unseen
    from stcli.index.about import About
    from stcli.index.consulting import Recollection
    from stcli.index.gathering import Gathering

Answer = TypeVar("Answer")

USELESS: Final = (Damaged, LookupError, ValueError, OverflowError)
"""What an index leads to that is damaged, or of the right form without making sense."""


class Memory:
    """What the index knows of a root; all files were looked at before any is read.

    `follow` gives the line that tells how far it is where all files have to be read.
    """

    def __init__(
        self, root: str, follow: Callable[[], Progress | Unseen], *, ahead: bool = False
    ) -> None:
        self._follow = follow
        self._folder = folder_of(root, os.environ)
        self._look = Look(root)
        self._found: Recollection | None = None
        self._gathering: Gathering | None = None
        self._aside: Aside | None = None
        if self._folder is not None:
            folder, look = self._folder, self._look
            if ahead:
                self._found = self._safely(lambda: expect(look, folder, _today))
            if self._found is not None:
                names = [one.about.name for one in self._found.written]
                self._aside = Aside(lambda: is_as_expected(look, folder, names))
            else:
                self._found = self._safely(lambda: consult(look, folder, _today))

    def is_confirmed(self) -> bool:
        """Tell whether the files are as the answers of the index have them."""
        return self._aside is None or self._aside.says_yes()

    @property
    def serves(self) -> bool:
        """Whether there is an index that can be asked."""
        return self._found is not None

    def gather(self) -> bool:
        """Begin to make the index anew, of all files; tell whether that can be done."""
        self.is_confirmed()  # whatever it says of an index that is of no use
        self._aside = None
        if self._look.can_be_kept:
            from stcli.index.gathering import Gathering

            self._gathering = self._safely(lambda: Gathering(self._look, _today))
        return self._gathering is not None

    @property
    def about(self) -> About | None:
        """What the index is about, if the office's choices are still the same."""
        found = self._known()
        return None if found is None or found.void else found.about

    def ask(self, question: Callable[[Recollection], Answer | None]) -> Answer | None:
        """Ask the index, or one made anew where it is of no use; None where no index tells."""
        found = self._known()
        if found is None:
            return None
        answer = self._safely(lambda: question(found))
        if self._found is not None:
            return answer
        again = self._known() if self.gather() else None
        return None if again is None else self._safely(lambda: question(again))

    def sound(self, answers: Iterator[Answer]) -> Iterator[Answer]:
        """Give answers of the index as they are made, as long as it is of use."""
        try:
            yield from answers
        except USELESS:
            self._found = None

    def keep(self) -> None:
        """Write to the index what is new."""
        found, folder = self._known(), self._folder
        if found is None or folder is None or not found.has_news:
            return
        from stcli.index import writing

        self._safely(lambda: writing.remember(found, folder))

    def _known(self) -> Recollection | None:
        """Give the index, once it is made where it has to be made anew."""
        gathering, self._gathering = self._gathering, None
        if gathering is not None:
            with self._follow() as line:
                self._found = self._safely(lambda: gathering.found(self._folder, line.told))
        return self._found

    def _safely(self, ask: Callable[[], Answer | None]) -> Answer | None:
        try:
            return ask()
        except USELESS:
            self._found = None
            return None


def _today(name: str) -> date:
    """Give the day it is in a time zone; where there is none, only what asks for it says so."""
    try:
        return terminal.today(name)
    except StcliError:
        raise Damaged from None
