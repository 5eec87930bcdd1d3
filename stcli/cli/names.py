"""What directives are called: from the index what it knows, the rest from the files themselves."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

from stcli.cli.memory import USELESS
from stcli.index.calling import calling
from stcli.index.consulting import Look
from stcli.index.placing import folder_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from stcli.heads.naming import Named
    from stcli.index.calling import Calling

Answer = TypeVar("Answer")


class Names:
    """What is called how below a root, at the time when it is first asked for."""

    def __init__(self, root: Path, *, from_files: bool = False) -> None:
        self._root = root
        self._asked = from_files
        self._calling: Calling | None = None

    def forget(self) -> bool:
        """Ask the files from now on; tell whether anything else has been asked."""
        known, self._calling, self._asked = self._calling, None, True
        return known is not None

    def ask(self, question: Callable[[Calling], Answer | None]) -> Answer | None:
        """Ask the index; None where it does not tell."""
        try:
            known = self._known()
            return None if known is None else question(known)
        except USELESS:
            self.forget()
            return None

    def named(self, digits: frozenset[bytes] | None = None) -> Named:
        """Give the directives that may have a number with some digits; all of them for None.

        Whatever is named by a number has its digits in its file, which tells ten times as fast
        what a file is not as its first lines tell what it is.
        """
        from stcli import files
        from stcli.heads import naming as heads

        wanted = None if digits is None else [one.decode() for one in digits]
        own = self.ask(lambda known: (known.directives(wanted), known.sources()))
        kept, rest = own or ((), files.sources(self._root))
        if digits is not None:
            parts = {_ESCAPE, *digits}
            rest = (one for one in rest if any(part in one.content for part in parts))
        found, nameless = heads.named(rest)
        return heads.Named((*kept, *found), nameless)

    def _known(self) -> Calling | None:
        if not self._asked:
            self._asked = True
            folder = folder_of(self._root, os.environ)
            self._calling = None if folder is None else calling(Look(self._root), folder)
        return self._calling


_ESCAPE = b"\\"
"""With which a text in double quotes may hold digits that are not seen."""
