"""The line of a shell of the Bourne kind up to the cursor, as the words it will give.

Shells cut words at signs that are part of a word here (`:`, `=`, `@`, `<`), so that the line is
read anew. Nothing in it is run or filled in: `$HOME` stays what it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_PART: Final = re.compile(
    r"""(?P<space>\s+)
    |(?P<turn>[0-9]*(?:[<>]+[&|]?|&>+))
    |'(?P<single>[^']*)(?P<single_end>'?)
    |"(?P<double>(?:\\.|[^"\\])*\\?)(?P<double_end>"?)
    |\\(?P<escaped>.?)
    |(?P<plain>[^\s\\'"<>&]+|&)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPED_IN_DOUBLE: Final = re.compile(r"\\([$`\"\\\n])")


@dataclass(frozen=True, slots=True)
class Line:
    """The words before the cursor, the last one being typed, and the quote it stands in, if any.

    `to_file` says that the last word is a file which `<` or `>` reads or writes.
    """

    words: tuple[str, ...]
    quote: str = ""
    to_file: bool = False


def read_line(text: str) -> Line:
    """Take a line apart; where it ends in white space, the last word is empty."""
    words: list[str] = []
    word: str | None = None
    quote, turned = "", False
    for found in _PART.finditer(text):
        kind = found.lastgroup
        if kind == "space":
            if word is not None and not turned:
                words.append(word)
            turned = turned and word is None
            word, quote = None, ""
        elif kind == "turn":
            if word is not None and not turned:
                words.append(word)
            word, turned = None, True
        else:
            part, quote = _part(found)
            word = (word or "") + part
    return Line((*words, word or ""), quote, turned)


def _part(found: re.Match[str]) -> tuple[str, str]:
    """Give what a stretch of a word stands for, and the quote that it leaves open."""
    if found["single"] is not None:
        return found["single"], "" if found["single_end"] else "'"
    if found["double"] is not None:
        text = _ESCAPED_IN_DOUBLE.sub(r"\1", found["double"])
        return text, "" if found["double_end"] else '"'
    if found["escaped"] is not None:
        return found["escaped"], ""
    return found["plain"], ""
