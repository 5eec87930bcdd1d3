"""Lists and mappings in brackets that began on the line of the cursor and are still open."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

_PART: Final = re.compile(
    r"(?P<quoted>\"(?:\\.|[^\"\\])*\"|'(?:''|[^'])*')"
    r"|(?P<open>[\[{])|(?P<close>[\]}])|(?P<comma>,)|(?P<colon>:(?=\s|$))|(?P<text>.)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Brackets:
    """Keys within brackets up to the cursor, the key whose value is typed, and what is typed."""

    keys: tuple[str, ...]
    key: str | None
    typed: str
    siblings: dict[str, str]


@dataclass(slots=True)
class _Open:
    """Brackets that are open, a mapping or a list; what is typed in it now begins at `since`."""

    is_mapping: bool
    since: int
    key: str | None = None
    siblings: dict[str, str] = field(default_factory=dict)


def read_brackets(text: str) -> Brackets | None:
    """Read a text that starts with a bracket; None where all have been closed."""
    stack: list[_Open] = []
    for found in _PART.finditer(text):
        kind, part = found.lastgroup, found[0]
        if kind == "open":
            stack.append(_Open(part == "{", found.end()))
        elif not stack:
            return None
        elif kind == "close":
            stack.pop()
        elif kind == "comma":
            _ended(stack[-1], text, found)
        elif kind == "colon" and stack[-1].is_mapping and stack[-1].key is None:
            typed = text[stack[-1].since : found.start()]
            stack[-1].key, stack[-1].since = typed.strip(" \"'"), found.end()
    if not stack:
        return None
    innermost = stack[-1]
    above = tuple(one.key for one in stack[:-1] if one.key is not None)
    typed = text[innermost.since :].lstrip()
    return Brackets(above, innermost.key, typed, innermost.siblings)


def _ended(one: _Open, text: str, comma: re.Match[str]) -> None:
    if one.key is not None:
        one.siblings[one.key] = text[one.since : comma.start()].strip()
    one.key, one.since = None, comma.end()
