"""A manual page in roff, by the macros of man(7), which every `man` reads."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias, assert_never

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WIDTH: Final = 78
"""Characters of a line of the source, so that a change of it can be reviewed."""

_SPELT: Final = {
    "\\": r"\e", "-": r"\-", "'": r"\(aq", '"': r"\(dq", "^": r"\(ha", "~": r"\(ti", "`": r"\(ga",
}  # fmt: skip
_AS_TYPED: Final = (".nh", ".ad l")
"""Nothing is hyphenated or stretched: an example has to be copied as it stands."""
_SIGNS: Final = re.compile("[" + re.escape("".join(_SPELT)) + "]")
_CODE: Final = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading; one of a part stands below it."""

    text: str
    part: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; what stands in backticks is to be typed as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A word to be typed with what it means."""

    word: str
    text: str


Block: TypeAlias = Section | Text | Item


def page(head: tuple[str, ...], blocks: Iterable[Block]) -> str:
    """Give a page: its name, section, day, program and title, then the blocks."""
    name, section, day, *more = head
    lines = [
        " ".join((".TH", name, section, day, *(f'"{_spelt(one)}"' for one in more))),
        *_AS_TYPED,
    ]
    for block in blocks:
        lines += _lines(block, first=lines[-1].startswith((".SH", ".SS")))
    return "\n".join(lines) + "\n"


def _lines(block: Block, *, first: bool) -> Iterator[str]:
    match block:
        case Section(text, part):
            yield f'.{"SS" if part else "SH"} "{_spelt(text)}"'
        case Text(text):
            yield from () if first else (".PP",)
            yield from _filled(text)
        case Item(word, text):
            yield ".TP"
            yield f"\\fB{_spelt(word)}\\fR"
            yield from _filled(text)
        case _:
            assert_never(block)


def _filled(text: str) -> Iterator[str]:
    """Give the lines of a paragraph, none of which roff takes for a request."""
    marked = "".join(
        f"\\fB{_spelt(part)}\\fR" if place % 2 else _spelt(part)
        for place, part in enumerate(_CODE.split(text))
    )
    lines = textwrap.wrap(marked, WIDTH, break_long_words=False, break_on_hyphens=False)
    yield from (f"\\&{line}" if line.startswith((".", "'")) else line for line in lines)


def _spelt(text: str) -> str:
    """Give a text that roff shows as it stands: hyphens too, as people copy options."""
    return _SIGNS.sub(lambda found: _SPELT[found[0]], text)
