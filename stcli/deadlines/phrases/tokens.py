"""A phrase as words that compare alike, however they were typed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from stcli.spelling import same

_TOKEN = re.compile(r"\d+|(?:[^\W\d_]|[\u0300-\u036f])+|\S")
_NUMBER = re.compile(r"\d+")
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_HIDDEN = dict.fromkeys((0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF))
_TYPED_ALIKE = _FULL_WIDTH | _HIDDEN | {0x2026: " ", 0x2044: "/", 0x2215: "/"}
_TIMESTAMP = re.compile(
    r"\s*(\d{4}-\d\d-\d\d)(?:[Tt]\d\d:\d\d(?::\d\d)?| \d\d:\d\d:\d\d)[\d.:Zz+-]*\s*"
)
_VARIANTS = {"qui": "quy", "ki": "ky", "li": "ly"}
_LOOKAHEAD = 16
_DIGITS = 8
_TOO_LARGE = 10**_DIGITS


class Token(NamedTuple):
    """One word, number or sign of a phrase.

    `plain` is it without capitals and marks, `marks` the marks that it had, wherever they were
    set: `hoá` is `hóa`. `value` is that of a number, else -1. `glued` tells that nothing stands
    between it and the token before.
    """

    plain: str
    marks: str
    value: int
    glued: bool
    start: int
    end: int


class Words(NamedTuple):
    """The tokens of a phrase, with some empty ones behind, so that readers can look ahead.

    `marked` tells that it was typed with marks, so that a word without any has none.
    """

    text: str
    tokens: list[Token]
    length: int
    marked: bool

    def between(self, first: int, last: int) -> str:
        """Give the text of the tokens from one up to, and without, another."""
        if first >= last:
            return ""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]


def words(phrase: str) -> Words:
    """Give the tokens of a phrase; the time in a machine's timestamp is none of its words."""
    text = _OTHER_DIGIT.sub(_digit, same(phrase).translate(_TYPED_ALIKE))
    if stamp := _TIMESTAMP.fullmatch(text):
        text = stamp[1]
    tokens = [_token(found, text) for found in _TOKEN.finditer(text)]
    marked = any(token.marks for token in tokens)
    end = Token("", "", -1, glued=False, start=len(text), end=len(text))
    return Words(text, tokens + [end] * _LOOKAHEAD, len(tokens), marked)


def _digit(found: re.Match[str]) -> str:
    return str(unicodedata.decimal(found[0]))


def _token(found: re.Match[str], text: str) -> Token:
    start, end = found.span()
    glued = start > 0 and not text[start - 1].isspace()
    word = found[0]
    if _NUMBER.fullmatch(word):
        value = int(word) if end - start <= _DIGITS else _TOO_LARGE
        return Token(
            f"{value:0{end - start}}" if value < _TOO_LARGE else word, "", value, glued, start, end
        )
    return Token(*spelt(word), -1, glued, start, end)


@lru_cache(maxsize=4096)
def spelt(word: str) -> tuple[str, str]:
    """Give a word without capitals and marks, and its marks in one order."""
    if word.isascii():
        plain = word.lower()
        return _VARIANTS.get(plain, plain), ""
    plain = marks = ""
    for letter in unicodedata.normalize("NFD", word.casefold()):
        if unicodedata.combining(letter):
            marks += letter
        elif letter == "đ":
            plain, marks = plain + "d", marks + letter
        else:
            plain += letter
    return _VARIANTS.get(plain, plain), "".join(sorted(marks))
