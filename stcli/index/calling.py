"""What directives, tasks and agencies are called, as far as an index tells it without a model.

It tells what a look at heads and lines of the files would tell. Files that have changed, that are
broken, or of which such a look would be mistaken, are not in it: they have to be looked at.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from stcli import files, lookup
from stcli.filenames import AGENCIES, OF_THE_OFFICE
from stcli.heads import lines
from stcli.index.about import DIRECTIVE, INVALID, MISTAKEN, OFFICE, several
from stcli.index.consulting import is_same, parts_of
from stcli.index.damage import Damaged
from stcli.index.kept import Kept
from stcli.index.placing import is_private
from stcli.spelling import comparison_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from stcli.files import Folder
    from stcli.heads.lines import AgencyLine, TaskLine
    from stcli.index.consulting import Look
    from stcli.index.plain import Plain
    from stcli.model import Directive
    from stcli.sources import Source


class Calling:
    """The names of what an index keeps of the files that are as they were.

    Answers that hang on all files are None where `unread` files have to be looked at too.
    """

    def __init__(self, look: Look, kept: Kept, changed: Collection[str]) -> None:
        self._look = look
        self._kept = kept
        self._changed = changed

    @cached_property
    def unread(self) -> tuple[str, ...]:
        """The regular files that have to be looked at to tell what directives are called."""
        kept = self._kept
        changed = [one for one in self._changed if one not in OF_THE_OFFICE]
        odd = set(filter(_is_odd, set(kept.kinds)))
        if odd:
            held = (at for at, kind in enumerate(kept.kinds) if kind in odd and kept.live[at])
            changed += (kept.paths[at] for at in held)
        return tuple(changed)

    def sources(self) -> Iterator[Source]:
        """Give what has to be looked at: links, too, and what cannot be read."""
        changed = [*self.unread]  # told before anything is given, as an index may be damaged here
        sources = (files.source(self._look.root, path) for path in changed)
        return chain(sources, files.begin_others(self._look.seen.others))

    def names(self) -> list[tuple[str, str]] | None:
        """Give the references of all directives with their titles, in the order of the files."""
        if not self._tells_all:
            return None
        names, titles = self._kept.names, self._kept.texts("titles")
        return [(names[at], titles[at]) for at in self._directives]

    def years(self, number: str) -> list[tuple[int, str]] | None:
        """Give the years in which directives with a number were issued, and their titles."""
        if not self._tells_all:
            return None
        issued, titles = self._kept.numbers("issued"), self._kept.texts("titles")
        found = self._with_number(lookup.parted(number)[0])
        return [(date.fromordinal(issued[at]).year, titles[at]) for at in found]

    def meant(self, text: str) -> list[str] | None:
        """Give the files of the directives that a person may mean by a part of a number."""
        if not self._tells_all:
            return None
        number, issued = lookup.parted(text)
        found = [at for at in self._with_number(number) if self._is_issued_so(at, issued)]
        wanted = lookup.part_key(number)
        if not found and wanted:
            own = (at for at in self._directives if self._is_issued_so(at, issued))
            found = list(lookup.best(wanted, ((several(self._keys[at]), at) for at in own)))
        return [self._kept.paths[at] for at in found]

    def tasks(self, path: str) -> list[TaskLine] | None:
        """Give the tasks of a file; None where it has to be looked at."""
        from stcli.index.plain import unpacked  # noqa: PLC0415 - names need no JSON

        at = self._position(path)
        if at is None or not self._kept.kinds[at] & DIRECTIVE:
            return None
        (model,) = self._kept.models((at,))
        return [*lines.tasks(_mapping(unpacked(model)))]

    def agencies(self) -> list[AgencyLine] | None:
        """Give the agencies that are listed; None where their file has to be looked at."""
        from stcli.index.plain import plain  # noqa: PLC0415 - the same

        at = self._position(AGENCIES)
        if at is None or self._kept.kinds[at] & INVALID:
            return None
        return [*lines.agencies(_mapping(plain(self._kept.office)))]

    def directives(self, digits: Collection[str] | None) -> list[Directive]:
        """Give the directives of which a number holds some digits; all of them for None.

        They have no tasks. Those of files that have to be looked at are not among them.
        """
        from stcli.index.naming import directives  # noqa: PLC0415 - loads the model

        wanted = self._directives if digits is None else self._with_digits(digits)
        return list(directives(self._kept, wanted))

    @property
    def _tells_all(self) -> bool:
        return not self.unread and not self._look.seen.others

    @cached_property
    def _keys(self) -> list[str]:
        return self._kept.texts("keys")

    @cached_property
    def _directives(self) -> list[int]:
        kinds = self._kept.kinds
        return [at for at in self._kept.having(DIRECTIVE) if not kinds[at] & MISTAKEN]

    def _with_number(self, number: str) -> list[int]:
        key, keys = comparison_key(number), self._keys
        return [at for at in self._directives if key in keys[at] and key in several(keys[at])]

    def _with_digits(self, digits: Collection[str]) -> list[int]:
        kept, found = self._kept, set[int]()
        for some in digits:
            found.update(at for at, keys in enumerate(self._keys) if some in keys)
        return [at for at in found if kept.live[at] and not _is_odd(kept.kinds[at])]

    def _is_issued_so(self, at: int, wanted: str) -> bool:
        if not wanted:
            return True
        day = date.fromordinal(self._issued[at]).isoformat()
        return lookup.is_issued_so(lookup.qualifiers(day, self._issuers[at]), wanted)

    @cached_property
    def _issued(self) -> list[int]:
        return list(self._kept.numbers("issued"))

    @cached_property
    def _issuers(self) -> list[str]:
        return self._kept.texts("issuers")

    def _position(self, path: str) -> int | None:
        """Give where a file stands that need not be looked at."""
        kept = self._kept
        for at, one in enumerate(kept.paths):
            if one == path and kept.live[at]:
                return None if kept.kinds[at] & MISTAKEN else at
        return None


def calling(look: Look, folder: Folder) -> Calling | None:
    """Give the names that an index knows; None where it is of no use."""
    if not (look.can_be_kept and is_private(folder)):
        return None
    try:
        parts = parts_of(look, folder)
        if is_same(parts, look.seen):
            return Calling(look, Kept(parts), ())
        from stcli.index import unchanged  # noqa: PLC0415 - only where something has changed

        compared = unchanged.compared_with(look, Kept(parts))
        return Calling(look, Kept((*unchanged.holding(parts, compared.kept),)), compared.changed)
    except Damaged:
        return None


def _is_odd(kind: int) -> bool:
    """Tell whether no name is kept of a file that may hold a directive, or a mistaken one."""
    if kind & (OFFICE | DIRECTIVE) == OFFICE:
        return False
    return bool(kind & MISTAKEN) or not kind & DIRECTIVE


def _mapping(data: Plain) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise Damaged
    return data
