"""Files by their names below a root, with their bytes: what everything is read from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from stcli.filenames import AGENCIES, CALENDAR, ENDINGS, FOLDER, OF_THE_OFFICE, SETTINGS
from stcli.workers import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence

    from stcli.diagnostics import Problem
    from stcli.documents.document import Document, Packed
    from stcli.workers import Told

__all__ = [
    "AGENCIES",
    "CALENDAR",
    "ENDINGS",
    "FOLDER",
    "OF_THE_OFFICE",
    "SETTINGS",
    "Reading",
    "Source",
    "Stock",
    "is_below",
    "read",
    "together",
]

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Source:
    """A file by its path below the root, with its bytes, or why it could not be read."""

    path: str
    content: bytes = b""
    unreadable: Problem | None = None


def read(source: Source) -> Document:
    """Give the document of a source."""
    from stcli.documents import reader  # noqa: PLC0415 - libyaml is loaded where a file is read

    if source.unreadable is not None:
        return reader.unreadable(source.path, source.unreadable)
    return reader.read(source.path, source.content)


def is_below(path: str, folder: str) -> bool:
    """Tell whether a file is in a folder, by their paths below the root, or is the one named."""
    return folder in {".", path} or path.startswith(f"{folder}/")


@dataclass(frozen=True, slots=True)
class Stock(Generic[Item]):
    """Files to be read, in any order and more than once: their names, and the way to each."""

    items: Sequence[Item]
    name: Callable[[Item], str]
    source: Callable[[Item], Source]

    def those(self, names: Container[str]) -> Iterator[Source]:
        """Give the files of some names that there are."""
        return map(self.source, self.only(names).items)

    def only(self, names: Container[str]) -> Stock[Item]:
        """Give the same without the files that have none of some names."""
        return replace(self, items=tuple(one for one in self.items if self.name(one) in names))

    @property
    def names(self) -> frozenset[str]:
        """The names of all its files."""
        return frozenset(map(self.name, self.items))


def together(*stocks: Stock[Any]) -> Stock[tuple[Stock[Any], Any]]:
    """Give the files of several stocks as those of one."""
    items = tuple((stock, one) for stock in stocks for one in stock.items)
    return Stock(items, lambda one: one[0].name(one[1]), lambda one: one[0].source(one[1]))


class Reading(Generic[Item]):
    """Documents, being read by as many processes as that pays for.

    Other processes start at once, so that this one can do something else before it asks for the
    result.
    """

    __slots__ = ("_work",)

    def __init__(self, stock: Stock[Item], processors: int) -> None:
        def share(some: Sequence[Item]) -> list[Packed]:
            return [read(source).packed() for source in map(stock.source, some)]

        self._work = Work(share, stock.items, processors)

    def documents(self, told: Told | None = None) -> Iterator[Document]:
        """Give all documents as they come; what is done with one here leaves others to others."""
        from stcli.documents.document import Document  # noqa: PLC0415 - as with `read`

        for share in self._work.results(told):
            yield from map(Document.unpacked, cast("list[Packed]", share))
