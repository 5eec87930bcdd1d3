"""A phrase read from its first word to its last: the parts that the readers find in it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from stcli.deadlines.phrases.amounts import length
from stcli.deadlines.phrases.cycles import cycle, following, once
from stcli.deadlines.phrases.dates import calendar_day, last_day_of, listed_day
from stcli.deadlines.phrases.lexicon import meaning, unread
from stcli.deadlines.phrases.matching import either
from stcli.deadlines.phrases.parts import Mark, NearDay
from stcli.deadlines.phrases.starts import before, start
from stcli.deadlines.phrases.stretches import edge, half, month, programme, quarter, week, year
from stcli.deadlines.phrases.times import clock, weekday
from stcli.deadlines.phrases.tokens import words

if TYPE_CHECKING:
    from stcli.deadlines.phrases.parts import Found, Part, Reader
    from stcli.deadlines.phrases.tokens import Words

_CACHED = 4096
_TODAY = either("trong ngày|ngay trong ngày")
_SILENCE = ("qua", "neu", "het", "khong", "ma", "coi", "xem", "sau", "truong", "duoc")
_DEEMED, _AS, _AGREED = (
    either("coi|xem"),
    either("như|là|như là|như đã|là đã"),
    either("đã đồng ý|đồng ý|nhất trí|thống nhất|chấp thuận|đã thống nhất|đã chấp thuận"),
)
_LONGEST_CLAUSE = 30
_ENDS = frozenset(",;().")


@lru_cache(maxsize=_CACHED)
def parts(text: str) -> tuple[Part, ...]:
    """Give the parts of a phrase in their order, without those that mean nothing.

    A DeadlineProblem is raised for a day, hour or amount that cannot be.
    """
    phrase = words(text)
    found: list[Part] = []
    at = 0
    while at < phrase.length:
        part, at = _next(phrase, at)
        if part is not Mark.HARMLESS:
            found.append(part)
    return tuple(found)


def _next(words: Words, at: int) -> tuple[Part, int]:
    token = words.tokens[at]
    for reader in _NUMBERS if token.value >= 0 else _WORDS.get(token.plain, ()):
        found = reader(words, at)
        if found is not None:
            return found
    return meaning(words, at) or unread(words, at)


def _today(words: Words, at: int) -> Found:
    """Give `trong ngày` where no day is named behind it."""
    end = _TODAY(words, at)
    if not end or calendar_day(words, end - 1) or weekday(words, end - 1):
        return None
    if words.tokens[end].plain in {"lam", "hom", "cuoi"}:
        return None
    return NearDay(0), end


def _silence(words: Words, at: int) -> Found:
    """Give what is deemed agreed: `quá thời hạn mà không có ý kiến thì coi như đồng ý`."""
    end = at
    while end < at + _LONGEST_CLAUSE and not _DEEMED(words, end):
        if end >= words.length or words.tokens[end].value >= 0:
            return None
        end += 1
    end = _DEEMED(words, end)
    end = end and _AGREED(words, _AS(words, end) or end)
    if not end:
        return None
    while end < words.length and words.tokens[end].plain not in _ENDS:
        if words.tokens[end].value >= 0:
            return None
        end += 1
    return Mark.SILENCE, end


_NUMBERS = (
    *(once, clock, calendar_day, half, length),
    *(month, year, listed_day),
)
_BY_FIRST_WORD = (
    ("hang moi theo vao cua ky dinh bao every each daily", (cycle,)),
    ("yearly annually half quarterly monthly weekly", (cycle,)),
    ("ke tinh tu bat from since after", (start,)),
    ("truoc before", (before,)),
    ("dau giua cuoi", (edge,)),
    ("mong mung cac", (weekday, calendar_day)),
    ("thu chu chua monday tuesday wednesday thursday friday saturday sunday", (weekday,)),
    ("giai nhiem thoi ca", (programme,)),
    ("mot hai ba bon bay tam chin muoi", (once, half, calendar_day, length)),
    ("sau", (half, calendar_day, length, start)),
    ("ngay", (last_day_of, weekday, _today, calendar_day)),
    ("trong", (_today,)),
    ("thang", (once, month)),
    ("nam", (once, length, year)),
    ("quy", (once, quarter)),
    ("tuan", (once, week)),
    ("q", (quarter,)),
    ("h", (half,)),
    ("nua", (half, length)),
    ("of", (following,)),
    ("(", (length,)),
)
_WORDS: dict[str, tuple[Reader, ...]] = {
    word: readers for words_, readers in _BY_FIRST_WORD for word in words_.split()
}
_WORDS |= {word: (_silence, *_WORDS.get(word, ())) for word in _SILENCE}
