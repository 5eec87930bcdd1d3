"""Texts in the plain layout that nearly every file has, read line by line without libyaml.

libyaml makes an object of each event, and of both of its places, which takes many times as long as
what is needed here. Only what can be read in one way is read: keys and entries on lines of their
own, texts of one line without anything that YAML could take for more, short lists in brackets, and
literal blocks. Any doubt leaves the text to `events`, which has the last word on what a text says
and on what is wrong with it. Of a text that is read here, both say the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from stcli.documents.data import Data

LONGEST: Final = 100_000
"""Characters of a text that is read here: none so short has more nodes than a file may have."""

_DEEPEST: Final = 8
_NOWHERE: Final = -1
_NEVER: Final = -2
_MOST_HEADS: Final = 4_096
_MOST_LINES: Final = 8_192
_LONGEST_LINE: Final = 40
_CONTENT: Final = re.compile(r"^ *[^ #\n]", re.MULTILINE)
_COMMENT_BEHIND: Final = re.compile(r"^ *[^ #\n][^\n]*? #", re.MULTILINE)
_HEAD: Final = re.compile("( *)(- )?([a-z_]{1,60}):?")
_ENTRY: Final = re.compile("( *)- (.+)")
_IN_BRACKETS: Final = r"[^\W_][^\s,:?\[\]{}]*(?: [^\s,:?\[\]{}]+)*"
_LIST: Final = re.compile(rf"\[(?:{_IN_BRACKETS}(?:, {_IN_BRACKETS})*)?\]")
_QUOTES: Final = frozenset({'"', "'"})


_STRIPPED: Final = "|-"
_STYLES: Final = frozenset({"|", _STRIPPED})


class Plainly(NamedTuple):
    """What a text says, and the lines on which it and the entries of its lists start.

    Only lists below the root count.
    """

    data: dict[str, Data]
    line: int
    entries: tuple[int, ...]


class _Head(NamedTuple):
    """What stands before a value: its key, where that or the dash before it stands.

    `usual` is the column of a key that has its value on the line and is no entry, else never one;
    a key that `awaits` its value has it on the lines below.
    """

    usual: int
    key: str
    column: int
    is_entry: bool
    awaits: bool


_NO_HEAD: Final = _Head(_NEVER, "", 0, is_entry=False, awaits=False)
_HEADS: Final[dict[str, _Head]] = {}
"""What was met before: there are few keys, and few columns."""

_LINES: Final[dict[str, tuple[int, str, str]]] = {}
"""Short lines met before, each the column of its key, the key and a text: they say no more.

Agencies, days and products stand in many tasks, and their lines are most of a file.
"""


class _DoubtError(Exception):
    """A text is not for sure in the plain layout."""


def plainly(text: str) -> Plainly | None:
    """Give what a text without forbidden characters says; None where it may not be plain."""
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if len(text) > LONGEST or not text.endswith("\n") or "\t" in text or "\r" in text:
        return None
    if " #" in text and _COMMENT_BEHIND.search(text):
        return None
    try:
        return _read(text)
    except _DoubtError:
        return None


def _read(text: str) -> Plainly:  # noqa: C901, PLR0912, PLR0915 - one loop, measured, as in `events`
    """Read a text line by line; raises _DoubtError.

    `holder` is the innermost list or mapping that is open, `column` where its entries or keys
    stand, and `around` the ones that it stands in. `waiting` is a key of it without a value yet,
    which may be a `block` of lines. `expected` is where one more key of the holder would stand,
    nowhere while something is waited for: so the usual line takes one comparison.
    """
    root: dict[str, Any] = {}
    holder: Any = root
    column = expected = number = 0
    around: list[tuple[int, Any]] = []
    entries: list[int] = []
    waiting = ""
    block: _Block | None = None
    heads, lines = _HEADS.get, _LINES.get
    for line in text.split("\n"):
        number += 1
        known = lines(line)
        if known is not None and known[0] == expected:
            _, key, value = known
            if key in holder:
                raise _DoubtError
            holder[key] = value
            continue
        start, colon, value = line.partition(": ")
        head = heads(start)
        if head is not None and head[0] == expected and colon:
            key = head[1]
        else:
            if block is not None:
                if block.takes(line):
                    continue
                holder[waiting] = block.text
                waiting, block = "", None
            if head is None:
                if not line or line.lstrip(" ").startswith("#"):
                    continue
                head = _head(start)
            _, key, place, is_entry, awaits = head
            if not key or awaits is (colon != ""):
                (place, value), key, is_entry = _entry(line), "", True
            if waiting and (place > column or (is_entry and place == column)):
                around.append((column, holder))
                outer, holder = holder, [] if is_entry else {}
                outer[waiting] = holder
                column = place
            kind = list if is_entry else dict
            while column > place or (column == place and holder.__class__ is not kind):
                if not around:
                    raise _DoubtError
                column, holder = around.pop()
            if column < place or len(around) > _DEEPEST:
                raise _DoubtError
            waiting, expected = "", _NOWHERE
            if is_entry and len(around) == 1 and (key or value[0] == "["):
                entries.append(number)
            if is_entry and not key:
                holder.append(_value(value))
                continue
            if is_entry:
                around.append((column, holder))
                outer, holder = holder, {}
                outer.append(holder)
                column += 2
            expected = column
        if key in holder:
            raise _DoubtError
        if value[:1].isalnum() and ": " not in value and value[-1] not in ": ":
            holder[key] = value
            if len(line) <= _LONGEST_LINE and len(_LINES) < _MOST_LINES and head[0] == expected:
                _LINES[line] = expected, key, value
        elif colon and value not in _STYLES:
            holder[key] = _value(value)
        else:
            holder[key] = None
            waiting, expected = key, _NOWHERE
            block = _Block(value, column) if colon else None
    if block is not None:
        holder[waiting] = block.text
    if not root:
        raise _DoubtError
    return Plainly(root, _first_line(text), tuple(entries))


def _first_line(text: str) -> int:
    """Give the line of the first key."""
    found = _CONTENT.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 1


class _Block:
    """A literal block of a key in some column, which takes line after line."""

    __slots__ = ("_column", "_lines", "_padding", "_style")

    def __init__(self, style: str, column: int) -> None:
        self._style = style
        self._column = column
        self._padding = ""
        self._lines: list[str] = []

    def takes(self, line: str) -> bool:
        """Tell whether a line belongs to the block, which then takes it."""
        if not self._padding:
            self._padding = line[: len(line) - len(line.lstrip(" "))]
            if len(self._padding) <= self._column or self._padding == line:
                raise _DoubtError
        if line and not line.startswith(self._padding):
            return False
        self._lines.append(line[len(self._padding) :])
        return True

    @property
    def text(self) -> str:
        """The text of the block, which ends in one line end or, stripped, in none."""
        text = "\n".join(self._lines).rstrip("\n")
        return text if self._style == _STRIPPED else f"{text}\n"


def _head(start: str) -> _Head:
    """Give what stands before a value, without a key where it is nothing known."""
    found = _HEAD.fullmatch(start)
    if found is None:
        return _NO_HEAD
    indent, dash, key = found.groups()
    awaits = start.endswith(":")
    usual = _NEVER if dash or awaits else len(indent)
    head = _Head(usual, key, len(indent), dash is not None, awaits)
    if len(_HEADS) < _MOST_HEADS:
        _HEADS[start] = head
    return head


def _entry(line: str) -> tuple[int, str]:
    """Give the column of an entry that is a text, and the text as it is written."""
    found = _ENTRY.fullmatch(line)
    if found is None:
        raise _DoubtError
    return len(found[1]), found[2]


def _value(value: str) -> Data:
    """Give what a value of one line says: a text, or a list in brackets."""
    if value[:1].isalnum() and ": " not in value and value[-1] not in ": ":
        return value
    quote = value[:1]
    if quote in _QUOTES and value[-1] == quote and value.count(quote) == len("''"):
        if "\\" in value:
            raise _DoubtError
        return value[1:-1]
    return [*_items(value)]


@lru_cache(maxsize=4_096)
def _items(value: str) -> tuple[str, ...]:
    """Give the items of a list in brackets; raises _DoubtError."""
    if not _LIST.fullmatch(value):
        raise _DoubtError
    return tuple(value[1:-1].split(", ")) if len(value) > len("[]") else ()
