"""Several files in one text, with marks at the lines where something must be found.

    # today: 2025-12-31
    #=== directives/2023/25-CT-TTg.yaml
    number: 25/CT-TTg  # error: one-rule, another-rule # warning: a-third
    #=== directives/bad.yaml | escapes | error: not-utf-8@2

A line `#===` starts a file; without one, the whole text is one file. Behind its path may stand
marks with a line, for lines that take no comment, and words:

    escapes      `\\xE1` is a byte, `\\u200B` a character, `\\{text}*9` a text nine times
    unreadable   the file cannot be opened

A list of agencies is added where the bundle has none.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from stcli.diagnostics import Problem
from stcli.messages import say
from stcli.sources import AGENCIES, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stcli.diagnostics import Diagnostic

TODAY = date(2025, 12, 31)

LISTED = """\
agencies:
  - {id: chinh-phu, name: Chính phủ}
  - {id: thu-tuong, name: Thủ tướng Chính phủ, short: Thủ tướng}
  - {id: bo-khcn, name: Bộ Khoa học và Công nghệ, short: Bộ KH&CN, aliases: [Bộ KHCN]}
  - {id: bo-tai-chinh, name: Bộ Tài chính}
  - {id: ubnd-kon-tum, name: Ủy ban nhân dân tỉnh Kon Tum}
  - {id: ubnd-quang-ngai, name: Ủy ban nhân dân tỉnh Quảng Ngãi}
  - {id: so-khcn, name: Sở Khoa học và Công nghệ}
  - {id: so-cong-thuong, name: Sở Công Thương}
"""

UNREADABLE = Problem("unreadable-file", say("permission denied"), 0, 0)

_FILE = re.compile(r"^#===[ ]*(\S+)(.*)\n", re.MULTILINE)
_TODAY = re.compile(r"^# today: ([0-9-]{10})$", re.MULTILINE)
_MARK = re.compile(r"#[ ]*(error|warning):[ ]*([a-z0-9-]+(?:[ ,]+[a-z0-9-]+)*)")
_HEAD_MARK = re.compile(r"(error|warning): ([a-z0-9-]+)@([0-9]+)")
_ESCAPE = re.compile(r"\\(?:x([0-9A-F]{2})|u([0-9A-F]{4})|\{([^}]*)\}\*([0-9]+))")

Mark = tuple[str, int, str, str]
"""A path, a line, a severity and a rule."""


@dataclass(frozen=True)
class Bundle:
    """Files, the day on which they are examined, and what must be found in them."""

    sources: tuple[Source, ...]
    today: date
    marks: Counter[Mark]


def bundle(text: str, path: str = "directives/2023/25-CT-TTg.yaml") -> Bundle:
    """Give the bundle of a text; `path` is that of its only file where it names none."""
    today = _TODAY.search(text)
    sources: list[Source] = []
    marks: Counter[Mark] = Counter()
    for name, head, content in _files(text, path):
        unreadable = UNREADABLE if "unreadable" in head else None
        written = _unescaped(content) if "escapes" in head else content.encode()
        sources.append(Source(name, written, unreadable))
        marks.update(_marks(name, head, content))
    if AGENCIES not in {source.path for source in sources}:
        sources.append(Source(AGENCIES, LISTED.encode()))
    return Bundle(tuple(sources), date.fromisoformat(today.group(1)) if today else TODAY, marks)


def marks_of(found: Iterable[Diagnostic]) -> Counter[Mark]:
    """Give findings as marks."""
    return Counter((one.place.path, one.place.line, one.severity.value, one.rule) for one in found)


def _files(text: str, path: str) -> Iterator[tuple[str, str, str]]:
    parts = _FILE.split(text)
    if len(parts) == 1:
        parts += [path, "", text]
    yield from zip(parts[1::3], parts[2::3], parts[3::3], strict=True)


def _marks(path: str, head: str, content: str) -> Iterator[Mark]:
    for found in _HEAD_MARK.finditer(head):
        yield path, int(found.group(3)), found.group(1), found.group(2)
    for number, line in enumerate(content.split("\n"), 1):
        for mark in _MARK.finditer(line):
            for rule in re.split("[ ,]+", mark.group(2)):
                yield path, number, mark.group(1), rule


def _unescaped(content: str) -> bytes:
    written, end = b"", 0
    for found in _ESCAPE.finditer(content):
        byte, character, text, times = found.groups()
        written += content[end : found.start()].encode()
        if byte:
            written += bytes.fromhex(byte)
        elif character:
            written += chr(int(character, 16)).encode()
        else:
            written += text.encode() * int(times)
        end = found.end()
    return written + content[end:].encode()
