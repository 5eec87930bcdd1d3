"""How texts are compared: a letter that was typed in another way is the same letter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

# Icelandic and African letters that older fonts and keyboards leave in place of the Vietnamese one.
_STROKES: Final = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"}
_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u02d7\ufe58\ufe63\uff0d"
_SPACES: Final = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_SAME: Final = str.maketrans(_STROKES | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_SPACES, " "))
_OTHER: Final = re.compile(f"[{''.join(map(chr, _SAME))}]")  # asked first: translate() is slow
_MARKS: Final = re.compile(r"[\u0300-\u036f]+")
_BEYOND: Final = re.compile(r"[^\x00-\x7f\u0300-\u036f]")
_ORDINARY_BLOCKS: Final = b"\x00\x01\x1e"
"""The blocks of Latin letters, U+0000 to U+01FF and U+1E00 to U+1EFF, by their first bytes."""
_ORDINARY_SIGNS: Final = "–—‘’“”…→"
"""The signs of other blocks that texts and tables are full of."""
_WORD_LIMIT: Final = 200  # characters; nothing that long is a slip of the finger


def same(text: str) -> str:
    """Give the form in which identifiers and numbers are compared; capitals still distinguish.

    Composed letters (NFC), Ð and Ɖ as Đ, every dash as a hyphen, every fixed space as a space.
    """
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    return composed.translate(_SAME) if _OTHER.search(composed) else composed


@lru_cache(maxsize=2**16)
def comparison_key(text: str) -> str:
    """Give the spelling by which numbers are equal, of any text.

    Spaces, capitals and the zeros before a number do not distinguish: "05/ct-ttg" is "5/CT-TTg".
    """
    key = "".join(same(text).casefold().split())
    if key.startswith("0"):
        shorter = key.lstrip("0")
        return shorter if shorter[:1].isdecimal() else "0" + shorter
    return key


def search_key(text: str) -> str:
    """Give the form in which words are searched: no capitals, no diacritics, single spaces.

    "Ủy" and "Uỷ", "hóa" and "hoá", "Đề án" and "de an" are then one.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    letters = unicodedata.normalize("NFD", same(text).casefold()).replace("đ", "d")
    if _BEYOND.search(letters):
        return " ".join(_MARKS.sub("", letters).split())
    # Only marks are left to drop from Vietnamese text; the encoder does it ten times as fast.
    return " ".join(letters.encode("ascii", "ignore").decode("ascii").split())


def is_ordinary(text: str) -> bool:
    """Tell whether a text holds nothing but visible signs and letters of one column each.

    It looks at the blocks of Unicode, of a whole column of a table at once: where it says yes, ten
    times as fast as anything that looks at characters. It says no to rarer signs as harmless.
    """
    if not text.isprintable():
        return False
    if text.isascii():
        return True
    blocks = text.encode("utf-16-le", "surrogatepass")[1::2]
    rest = blocks.translate(None, _ORDINARY_BLOCKS)
    return not rest or len(rest) == sum(map(text.count, _ORDINARY_SIGNS))


def closest(word: str, candidates: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Give the candidate that a misspelt word most likely means, whatever their order.

    `cutoff` is the least likeness, from 0 to 1, of which it is worth asking "did you mean".
    """
    if len(word) > _WORD_LIMIT:
        return None
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake pays for the import

    spellings = {search_key(candidate): candidate for candidate in sorted(candidates, reverse=True)}
    found = get_close_matches(search_key(word), spellings, n=1, cutoff=cutoff)
    return spellings[found[0]] if found else None
