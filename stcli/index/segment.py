"""One file of an index: named sections of bytes, each with its checksum, read when asked for.

A file is written under another name and put in its place in one step, and never changed after, so
that what is read is one whole state, whoever writes meanwhile or is killed.
"""

from __future__ import annotations

import os
import stat
from array import array
from io import BytesIO
from struct import Struct, error
from typing import TYPE_CHECKING, Final
from zlib import crc32

from stcli.index.damage import Damaged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from os import PathLike
    from typing import Protocol

    Content = Iterable[bytes]
    """What stands in a section, piece by piece."""

    class Sheet(Protocol):
        """What is written to, from any place on."""

        def write(self, content: bytes, /) -> object:
            """Write there."""

        def seek(self, offset: int, /) -> object:
            """Go to another place."""


LARGEST: Final = 1 << 30
"""Bytes of an index; a tree that needs more is read each time."""

_MAGIC: Final = b"stcli index 1\n\0\0"
_HEAD: Final = Struct("<16sII")
_ENTRY: Final = Struct("<16sQQI")
_MOST_SECTIONS: Final = 64
_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_OTHERS_MAY_WRITE: Final = 0o022


class Segment:
    """The sections of one file, or of the bytes that will be one."""

    __slots__ = ("_content", "_descriptor", "_sections")

    def __init__(self, sections: Mapping[str, tuple[int, int, int]], source: int | bytes) -> None:
        self._sections = sections
        self._descriptor = source if isinstance(source, int) else -1
        self._content = b"" if isinstance(source, int) else source

    @classmethod
    def opened(cls, path: str | PathLike[str]) -> Segment:
        """Open a file that is the user's own; Damaged where it is none or cannot be trusted."""
        try:
            descriptor = os.open(path, _FLAGS)
        except OSError:
            raise Damaged from None
        try:
            size = _trusted_size(os.fstat(descriptor))
            return cls(_sections(os.read(descriptor, _LONGEST_HEAD), size), descriptor)
        except (OSError, Damaged):
            os.close(descriptor)
            raise Damaged from None

    @classmethod
    def of(cls, content: bytes) -> Segment:
        """Give the sections of bytes."""
        return cls(_sections(content[:_LONGEST_HEAD], len(content)), content)

    def __del__(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)

    def whole(self, name: str) -> bytes:
        """Give a section; Damaged where it is not as it was written."""
        start, length, checksum = self._section(name)
        found = self._read(start, length)
        if crc32(found) != checksum:
            raise Damaged
        return found

    def part(self, name: str, start: int, end: int) -> bytes:
        """Give a part of a section, whose checksum is the reader's business."""
        begin, length, _ = self._section(name)
        if not 0 <= start <= end <= length:
            raise Damaged
        return self._read(begin + start, end - start)

    def numbers(self, name: str, kind: str, count: int) -> array[int]:
        """Give a section of so many numbers."""
        found = self.all_numbers(name, kind)
        if len(found) != count:
            raise Damaged
        return found

    def all_numbers(self, name: str, kind: str) -> array[int]:
        """Give a section of numbers, however many there are."""
        found = array(kind)
        try:
            found.frombytes(self.whole(name))
        except ValueError:
            raise Damaged from None
        return found

    def texts(self, name: str, count: int) -> list[str]:
        """Give a section of so many texts."""
        try:
            text = self.whole(name).decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            raise Damaged from None
        found = text.split(_END) if count else []
        if len(found) != count:
            raise Damaged
        return found

    def _section(self, name: str) -> tuple[int, int, int]:
        found = self._sections.get(name)
        if found is None:
            raise Damaged
        return found

    def _read(self, start: int, length: int) -> bytes:
        if self._descriptor < 0:
            return self._content[start : start + length]
        try:
            found = _read_at(self._descriptor, length, start)
        except OSError:
            raise Damaged from None
        if len(found) != length:
            raise Damaged
        return found


_LONGEST_HEAD: Final = _HEAD.size + _MOST_SECTIONS * _ENTRY.size
_END: Final = "\0"


def joined(texts: Iterable[str]) -> bytes:
    """Give texts as a section."""
    return encoded(_END.join(texts))


def encoded(text: str) -> bytes:
    """Give a text as it stands in a section; half of a surrogate pair may be in it."""
    return text.encode("utf-8", "surrogatepass")


def written(sections: Mapping[str, bytes]) -> bytes:
    """Give the bytes of a file with these sections."""
    sheet = BytesIO()
    write(sheet, ((name, (content,)) for name, content in sections.items()))
    return sheet.getvalue()


def write(sheet: Sheet, sections: Iterable[tuple[str, Content]]) -> None:
    """Write a file with these sections, each as it comes, and in the end where they are."""
    table, start = b"", _LONGEST_HEAD
    sheet.write(bytes(start))
    for name, content in sections:
        length, checksum = 0, 0
        for piece in content:
            sheet.write(piece)
            length += len(piece)
            checksum = crc32(piece, checksum)
        table += _ENTRY.pack(name.encode(), start, length, checksum)
        start += length
    sheet.seek(0)
    sheet.write(_HEAD.pack(_MAGIC, len(table) // _ENTRY.size, crc32(table)) + table)


def _sections(head: bytes, size: int) -> Mapping[str, tuple[int, int, int]]:
    """Read where the sections are, all of which have to lie in the file."""
    try:
        magic, count, checksum = _HEAD.unpack_from(head)
        end = _HEAD.size + count * _ENTRY.size
        table = head[_HEAD.size : end]
        if magic != _MAGIC or count > _MOST_SECTIONS or crc32(table) != checksum:
            raise Damaged
        found = {}
        for name, start, length, content in _ENTRY.iter_unpack(table):
            if start + length > size:
                raise Damaged
            found[name.rstrip(b"\0").decode("ascii")] = (start, length, content)
    except (error, UnicodeDecodeError):
        raise Damaged from None
    return found


def _read_at(descriptor: int, length: int, start: int) -> bytes:
    """Read from a place in a file, which a forked copy may be reading at the same time."""
    if hasattr(os, "pread"):
        return os.pread(descriptor, length, start)
    os.lseek(descriptor, start, os.SEEK_SET)  # where there is no fork either
    return os.read(descriptor, length)


def _trusted_size(found: os.stat_result) -> int:
    """Give the size of a file that nobody but the user can have written."""
    if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
        raise Damaged
    if os.name == "posix" and (found.st_uid != os.geteuid() or found.st_mode & _OTHERS_MAY_WRITE):
        raise Damaged
    return found.st_size
