"""Which directives the references of an edit may mean: by the index, but never against a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from stcli.errors import StcliError
from stcli.heads import naming as heads
from stcli.messages import say
from stcli.model import Tracker
from stcli.references import References, find_directive, split

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from stcli.cli.names import Names
    from stcli.model import Directive
    from stcli.sources import Source

_MOST_CANDIDATES: Final = 20
"""Files read whole for one reference; a part of a number that more of them share is too short."""

_SHOWN: Final = 5
_DIGITS: Final = re.compile(r"[1-9][0-9]*", re.ASCII)

Found = tuple[References, tuple[str, ...]]


class Known:
    """The directives below a root by their names; they have no tasks.

    The index says what files are called that have not changed since it was written, and files are
    asked what they say themselves before anything is done by that. Should one say anything else,
    or is nothing found, then all files are asked. `source` gives a file as the edit reads it.
    """

    def __init__(self, names: Names, source: Callable[[str], Source]) -> None:
        self._names = names
        self._source = source
        self._found: dict[frozenset[bytes] | None, Found] = {}

    @property
    def references(self) -> References:
        """All directives by their names."""
        return self._all(None)[0]

    def naming(self, names: Iterable[str]) -> References:
        """Give the directives that references may mean by their names."""
        return self._naming(tuple(names))[0]

    def unnamed(self, names: Iterable[str]) -> tuple[str, ...]:
        """Give the files that references may mean too, as no name could be read in them."""
        return self._naming(tuple(names))[1]

    def candidates(self, name: str, known: References) -> list[str]:
        """Give the files of the directives that a reference may mean; a StcliError for none."""
        if not split(name).number:
            raise StcliError(
                say("`{text}` names no directive", text=name),
                say("write its number or a part of it, such as {example}", example="25/CT-TTg"),
            )
        found = known.typed(name)
        if not found:
            self._refuse(name)
        if len(found) > _MOST_CANDIDATES:
            find_directive(name, known)
        return [one.path for one in found]

    def _refuse(self, name: str) -> None:
        """Say that a reference means no directive, or in which file it may stand all the same."""
        unread = self.unnamed([name])
        if unread:
            raise StcliError(
                say(
                    "there is no directive `{text}` in the files that can be read",
                    text=name.partition("#")[0],
                ),
                say("these cannot: {paths}; see: stcli check", paths=", ".join(unread[:_SHOWN])),
            )
        find_directive(name, self.references)

    def _naming(self, names: Sequence[str]) -> Found:
        if not names:
            return References(Tracker()), ()
        digits = [_DIGITS.search(split(name).number) for name in names]
        # Where one name has no digits, any file may be meant.
        wanted = frozenset(one.group().encode() for one in digits if one) if all(digits) else None
        found = self._all(wanted)
        if all(self._holds(found[0].typed(name)) for name in names) or not self._names.forget():
            return found
        self._found.clear()
        return self._all(wanted)

    def _holds(self, meant: Sequence[Directive]) -> bool:
        """Tell whether there are such directives, and their files say so themselves."""
        return bool(meant) and all(
            heads.named((self._source(one.path),)).directives == (one,)
            for one in meant[:_MOST_CANDIDATES]
        )

    def _all(self, digits: frozenset[bytes] | None) -> Found:
        if digits not in self._found:
            found, nameless = self._names.named(digits)
            self._found[digits] = heads.references_of(found), nameless
        return self._found[digits]
