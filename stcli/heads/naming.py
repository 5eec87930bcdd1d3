"""What directives are called, read from the lines at the start of their files.

A name needs four values, which nearly every file has on lines of their own: finding these lines
takes a tenth of the time of reading the file. Any other file is read in the usual way. Whether
the rest of it is well-formed is not asked: to offer the name of a broken file does no harm.
"""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from stcli.deadlines import DeadlineProblem, parse_day
from stcli.model import Directive, Tracker
from stcli.references import References
from stcli.sources import OF_THE_OFFICE, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stcli.documents.data import Data
    from stcli.documents.document import Document
    from stcli.sources import Source

_LINE: Final = re.compile(
    r"^(number|title|issuer|issued): +([^\s\"'|>\[\]{}&*!#%@`,?:-][^\n]*?)(?: +#[^\n]*)? *\r?$"
    r"(?!\n[ \t])",
    re.MULTILINE,
)
_OTHER_NAMES: Final = re.compile(r"^aliases *:", re.MULTILINE)
_NEEDED: Final = ("number", "title", "issuer", "issued")


class Named(NamedTuple):
    """Directives of which only the head was read, and the files in which no name could be read."""

    directives: tuple[Directive, ...]
    nameless: tuple[str, ...]


def references(sources: Iterable[Source]) -> References:
    """Give the directives of sources by their names; they have no tasks and little else."""
    return references_of(named(sources).directives)


def references_of(directives: Iterable[Directive]) -> References:
    """Give directives by their names, in the order of their files."""
    return References(Tracker(tuple(sorted(directives, key=attrgetter("path")))))


def named(sources: Iterable[Source]) -> Named:
    """Give what the directives of sources are called."""
    found: list[Directive] = []
    nameless: list[str] = []
    for source in sources:
        if source.path not in OF_THE_OFFICE and source.unreadable is None:
            directive = called(_head(source), source.path)
            if directive is None:
                nameless.append(source.path)
            else:
                found.append(directive)
    return Named(tuple(found), tuple(sorted(nameless)))


def head_of(document: Document) -> Mapping[str, Data]:
    """Give what tells of a document how its directive is called, as it is told of its source."""
    return _first_lines(document.text) or document.data or {}


def _head(source: Source) -> Mapping[str, Data]:
    lines = _first_lines(source.content.decode("utf-8", "replace"))
    return lines or read(source).data or {}


def _first_lines(text: str) -> Mapping[str, Data] | None:
    """Give the four values where each has a line of its own."""
    if _OTHER_NAMES.search(text):
        return None
    found: dict[str, Data] = dict(_LINE.findall(text))
    return found if len(found) == len(_NEEDED) else None


def called(head: Mapping[str, Data], path: str) -> Directive | None:
    """Give a directive with nothing but what it is called; None where that cannot be told."""
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
