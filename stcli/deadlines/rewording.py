"""What an unreadable deadline was probably meant to be: for remedies, never for days."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    Replacement: TypeAlias = str | Callable[[re.Match[str]], str]

_LONGEST = 100
_LETTERS = str.maketrans("đðɖ−", "ddd-")
_IGNORED = frozenset({"Mn", "Cf"})
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def reworded(text: str) -> str:
    """Give the text nearer to the grammar: plain letters and digits, Vietnamese words in English.

    The answer need not be a deadline. It is for telling people what to write: two readings of
    `3/4/2025` exist, so that nobody but the writer may choose one. A text too long to be a
    deadline gives nothing.
    """
    if len(text) > _LONGEST:
        return ""
    words = " ".join(_folded(text).split())
    for pattern, replacement in _compiled():
        words = pattern.sub(replacement, words)
    return words.strip()


def _folded(text: str) -> str:
    """Give the text in lower case, with digits 0-9, `-` for any dash and no diacritic."""
    decomposed = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    return "".join(_plain(character) for character in decomposed)


def _plain(character: str) -> str:
    if character.isascii():
        return character
    match unicodedata.category(character):
        case "Nd":
            return str(unicodedata.decimal(character))
        case "Pd":
            return "-"
        case category:
            return "" if category in _IGNORED else character


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], Replacement], ...]:
    """Give the rewordings ready for use; only a fault in a file needs them, so that none waits."""
    return tuple(
        (re.compile(rf"\b(?:{pattern})", re.ASCII), replacement)
        for pattern, replacement in _REWORDINGS
    )


def _day(found: re.Match[str]) -> str:
    year = found["year"] if len(found["year"]) == len("2025") else f"20{found['year']}"
    return f"{year}-{found['month']:0>2}-{found['day']:0>2}"


def _month(found: re.Match[str]) -> str:
    return f"{found['year']}-{found['month']:0>2}"


def _month_day(found: re.Match[str]) -> str:
    return f"{found['month']:0>2}-{found['day']:0>2}"


def _quarter(found: re.Match[str]) -> str:
    return f"{found['year']}-q{_QUARTERS[found['quarter']]}"


_DAY_FIRST = r"(?P<day>\d\d?)(?P<dot>[/.-])(?P<month>\d\d?)(?P=dot)(?P<year>\d{4}|(?<=/)\d\d)\b"
_QUARTER_FIRST = r"(?P<quarter>i{1,3}|iv|[1-4])(?: ?[/-] ?| )(?:nam )?(?P<year>\d{4})\b"
_REWORDINGS: tuple[tuple[str, Replacement], ...] = (
    # Whole days, the day first as Vietnamese write it.
    (r"(?:ngay )?(?P<day>\d\d?) thang (?P<month>\d\d?) nam (?P<year>\d{4})\b", _day),
    (rf"(?:ngay )?{_DAY_FIRST}", _day),
    (r"(?P<year>\d{4})(?P<dot>[/.-])(?P<month>\d\d?)(?P=dot)(?P<day>\d\d?)(?!\d)", _day),
    (r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)\b", _day),
    (r"(?P<day>\d{4}-\d\d-\d\d)[t ]\d\d:[\d:.z+-]*$", r"\g<day>"),
    # Quarters and months.
    (rf"(?:quy|q) ?{_QUARTER_FIRST}", _quarter),
    (r"(?P<part>h\d)[ /-](?P<year>\d{4})\b", r"\g<year>-\g<part>"),
    (r"(?P<year>\d{4})[ /]?(?P<part>[qh]\d)\b", r"\g<year>-\g<part>"),
    (r"(?:thang )?(?P<month>\d\d?)[/.-](?P<year>\d{4})\b", _month),
    (r"thang (?P<month>\d\d?) nam (?P<year>\d{4})\b", _month),
    (r"(?P<year>\d{4})[/.-](?P<month>\d\d?)\b(?![/.-])", _month),
    # Years.
    (r"nam (?P<year>\d{4})\b", r"\g<year>"),
    (r"(?P<first>\d{4}) ?(?:-|to|den) ?(?P<last>\d{4})\b", r"\g<first>..\g<last>"),
    (r"(?P<first>\d{4}) va (?:cac|nhung) nam tiep theo$", r"\g<first>.."),
    (r"^(?:(?:ongoing|thuong xuyen) )?(?:from|tu) (?P<first>\d{4})$", r"\g<first>.."),
    # Counts, with what they start from.
    (r"(?P<amount>\d+) ?(?:ngay lam viec|business days?)\b", r"\g<amount> working days"),
    (r"(?P<amount>\d+) ?(?:ngay|d|days?)\b", r"\g<amount> days"),
    (r"(?P<amount>\d+) ?(?:tuan|weeks?)\b", r"\g<amount> weeks"),
    (r"(?P<amount>\d+) ?(?:thang|months?)\b", r"\g<amount> months"),
    (r"(?P<amount>\d+) ?(?:nam|years?)\b", r"\g<amount> years"),
    (r"(?:ke tu|tinh tu|tu)(?: ngay)?\b|(?:after|since)\b", "from"),
    (r"from (?:ky|ban hanh|ky ban hanh|issue)$", "from issued"),
    (r"from (?:nhan(?: duoc)?(?: van ban)?|receipt)$", "from received"),
    (r"from (?:co hieu luc|effect)$", "from effective"),
    # Series, and what never ends.
    (r"(?:hang|moi|every|each) (?:nam|year)\b|annually\b", "yearly"),
    (r"(?:hang|moi|every|each) (?:quy|quarter)\b", "quarterly"),
    (r"(?:hang|moi|every|each) (?:thang|month)\b", "monthly"),
    (r"(?:hang|moi|every|each) (?:tuan|week)\b", "weekly"),
    (r"(?:dinh ky )(?=yearly|quarterly|monthly|weekly)", ""),
    (r"half[ _]yearly\b", "half-yearly"),
    (r"(?:nhiem vu )?thuong xuyen$", "ongoing"),
    # Words around a day.
    (r"truoc(?: ngay)?\b", "before"),
    (r"before (?P<day>\d\d?) monthly$", r"monthly before \g<day>"),
    (r"(?<=\d )(?:va|and) (?=\d)", ", "),
    (r"(?P<day>\d\d?)/(?P<month>\d\d?)(?![/\d])", _month_day),
    (
        r"^(?:cham nhat(?: la)?|den(?: het)?|trong(?: vong)?|giai doan|by|until|on|within|in) ",
        "",
    ),
    (r"^ngay (?=\d)", ""),
)
