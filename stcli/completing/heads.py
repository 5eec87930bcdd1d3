"""What directives are called, read from the lines at the start of their files.

A name needs four values, which nearly every file has on lines of their own: finding these lines
takes a tenth of the time of reading the file. Any other file is read in the usual way. Whether
the rest of it is well-formed is not asked: to offer the name of a broken file does no harm.
"""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from stcli.deadlines import DeadlineProblem, parse_day
from stcli.model import Directive, Tracker
from stcli.references import References
from stcli.sources import OF_THE_OFFICE, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stcli.documents.data import Data
    from stcli.sources import Source

_LINE: Final = re.compile(
    r"^(number|title|issuer|issued): +([^\s\"'|>\[\]{}&*!#%@`,?:-][^\n]*?)(?: +#[^\n]*)? *\r?$"
    r"(?!\n[ \t])",
    re.MULTILINE,
)
_OTHER_NAMES: Final = re.compile(r"^aliases *:", re.MULTILINE)
_NEEDED: Final = ("number", "title", "issuer", "issued")


def references(sources: Iterable[Source]) -> References:
    """Give the directives of sources by their names; they have no tasks and little else."""
    return named(sources)[0]


def named(sources: Iterable[Source]) -> tuple[References, tuple[str, ...]]:
    """Give the same, and the paths of the files in which no name could be read."""
    found: list[Directive] = []
    nameless: list[str] = []
    for source in sources:
        if source.path not in OF_THE_OFFICE and source.unreadable is None:
            directive = _directive(_head(source), source.path)
            if directive is None:
                nameless.append(source.path)
            else:
                found.append(directive)
    found.sort(key=attrgetter("path"))
    return References(Tracker(tuple(found))), tuple(sorted(nameless))


def _head(source: Source) -> Mapping[str, Data]:
    text = source.content.decode("utf-8", "replace")
    if not _OTHER_NAMES.search(text):
        found: dict[str, Data] = dict(_LINE.findall(text))
        if len(found) == len(_NEEDED):
            return found
    return read(source).data or {}


def _directive(head: Mapping[str, Data], path: str) -> Directive | None:
    match head:
        case {"number": str(number), "title": str(title), "issuer": str(by), "issued": str(on)}:
            pass
        case _:
            return None
    try:
        issued = parse_day(on)
    except DeadlineProblem:
        return None
    aliases = head.get("aliases") or ()
    other = (aliases,) if isinstance(aliases, str) else tuple(map(str, aliases))
    return Directive(number, title, by, issued, aliases=other, path=path)
