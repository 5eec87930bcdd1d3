"""What a count starts from or ends ahead of: `kể từ ngày ký`, `trước ngày khởi công`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stcli.deadlines.kinds import Base, Completion
from stcli.deadlines.phrases.amounts import length
from stcli.deadlines.phrases.cycles import cycle
from stcli.deadlines.phrases.dates import calendar_day, last_day_of
from stcli.deadlines.phrases.matching import either
from stcli.deadlines.phrases.parts import (
    AheadOf,
    CalendarDay,
    Found,
    Mark,
    Onward,
    Start,
    Stretch,
    Unread,
    Years,
)
from stcli.deadlines.phrases.stretches import edge, half, month, quarter, week, year
from stcli.deadlines.phrases.times import clock, weekday

if TYPE_CHECKING:
    from stcli.deadlines.phrases.tokens import Words

_FROM = either(
    "kể từ khi|kể từ sau|kể từ|tính từ khi|tính từ sau|tính từ|bắt đầu từ|từ khi|từ|from|since"
)
_AFTER = either("sau khi|sau|after")
_BEFORE = either("trước khi|trước|before")
_FILLER = either("thời điểm|ngày|khi|lúc|hôm|the|day|of|date")
_NOW = either("hôm nay|nay|today|now")
_CLOSING = either(
    "trước|chậm nhất|muộn nhất|nhưng|quá hạn|quá thời hạn|đến hết|đến ngày|đến năm|đến tháng"
    "|đến cuối|trong vòng|trong thời hạn|ít nhất|tối thiểu|until|hằng|hàng|định kỳ"
)
_HOUR_OR_TERM, _END = either("thời điểm|thời hạn|hạn|lúc"), either("hết")
_WHENS = (
    *(clock, weekday, calendar_day, last_day_of, length, half),
    *(month, quarter, edge, year, week, cycle),
)
_SIGNS = frozenset(",;()[]")
_DOCUMENT = (
    "(?:van ban|cong van|thong bao|quyet dinh|chi thi|ke hoach|nghi quyet|nghi dinh|thong tu"
    "|cong dien|ket luan|chuong trinh|huong dan|quy che|quy dinh|luat|phieu chuyen|to trinh)"
)
_THIS = f"(?:(?:van ban|cong van|thong bao)(?: nay)?|{_DOCUMENT} nay)"
_BASES = (
    (
        re.compile(
            rf"(?:ky|ban hanh|ky ban hanh|ky va ban hanh|phat hanh)(?: {_THIS})?"
            rf"|ra (?:van ban|thong bao|cong van)(?: nay)?|(?:ra|co|cua) {_DOCUMENT} nay"
            rf"|{_DOCUMENT} nay(?: duoc)? (?:ky|ban hanh|ky ban hanh)|issued?"
        ),
        Base.ISSUED,
    ),
    (
        re.compile(
            rf"(?:tiep )?nhan(?: duoc)?(?: {_THIS})?|(?:van ban|cong van) den|receipt|received"
        ),
        Base.RECEIVED,
    ),
    (
        re.compile(rf"(?:{_DOCUMENT} nay )?co hieu luc(?: thi hanh)?|effect|effective"),
        Base.EFFECTIVE,
    ),
)
_REFERENCE = re.compile(r"[^\s#]*#[^\s#]*[^\s#.,;:)/]")
_TASK_DONE = either("hoàn thành nhiệm vụ|hoàn thành nhiệm vụ số|task")
_TASK_ID = re.compile(r"\S*\d\S*")
_LONGEST_EVENT = 60


def start(words: Words, at: int) -> Found:
    """Give the day or event that a count starts from; `sau` a number is no start."""
    after = _AFTER(words, at)
    begin = after or _FROM(words, at)
    if not begin:
        return None
    if now := _NOW(words, begin):
        return Start(now=True), now
    if found := _reference(words, begin) or _day_or_stretch(words, begin, after=bool(after)):
        return found
    if words.tokens[begin].value >= 0 or words.tokens[begin].plain == "(":
        return Unread(words.between(at, begin), crucial=True), begin
    begin = _skipped(words, begin)
    end = _end_of_event(words, begin)
    event = words.between(begin, end)
    if not event:
        return Unread(words.between(at, begin), crucial=True), begin
    if after and _at_once(words, at):
        return Mark.HASTE, end
    base = completion(words, begin, end) or known(words, begin, end)
    return Start(base, event=event, after=bool(after)), end


def before(words: Words, at: int) -> Found:
    """Give what `trước` stands before: the mark alone where a day or period follows."""
    begin = _BEFORE(words, at)
    if not begin:
        return None
    token = words.tokens[begin]
    if token.value >= 0 or not token.plain.isalpha() or _is_when(words, begin):
        return Mark.BEFORE, begin
    if (behind := _HOUR_OR_TERM(words, begin)) and _is_when(words, behind):
        return Mark.BEFORE, behind
    first = _skipped(words, begin)
    end = _end_of_event(words, first)
    if first == end:
        return Mark.BEFORE, begin
    base = known(words, first, end)
    return AheadOf(base if isinstance(base, Base) else None, words.between(first, end)), end


def known(words: Words, begin: int, end: int) -> Base | None:
    """Give the day of the directive that an event is, None for any other event."""
    if end - begin > _LONGEST_EVENT:
        return None
    plain = " ".join(token.plain for token in words.tokens[begin:end])
    return next((base for form, base in _BASES if form.fullmatch(plain)), None)


def completion(words: Words, begin: int, end: int) -> Completion | None:
    """Give the task whose completion an event is: `hoàn thành nhiệm vụ 2`, `task 2`."""
    task = _TASK_DONE(words, begin)
    reference = words.between(task, end) if task else ""
    if not _TASK_ID.fullmatch(reference):
        return None
    if "#" in reference:
        return Completion(reference) if _REFERENCE.fullmatch(reference) else None
    return Completion(f"#{reference}")


def _reference(words: Words, at: int) -> Found:
    """Give the task whose completion `from 25/CT-TTg#2` means."""
    found = _REFERENCE.match(words.text, words.tokens[at].start)
    if found is None:
        return None
    end = at
    while words.tokens[end].end <= found.end() and end < words.length:
        end += 1
    return Start(Completion(found[0]), event=found[0]), end


def _day_or_stretch(words: Words, at: int, *, after: bool) -> Found:
    """Give the day or period that something starts from, or the years from one to another."""
    found = calendar_day(words, at) or month(words, at) or quarter(words, at) or year(words, at)
    match found:
        case (CalendarDay() | Stretch()) as when, end:
            return Start(when=when, after=after), end
        case Years() as years, end if not after:
            return years._replace(programme=True), end
        case Onward(), _ if not after:
            return found
        case _:
            return None


def _at_once(words: Words, at: int) -> bool:
    """Tell whether `ngay` stands before a word, and not the `ngày` of a count."""
    token = words.tokens[at - 1] if at else None
    if token is None or token.plain != "ngay" or token.marks:
        return False
    return words.marked or at == 1


def _is_when(words: Words, at: int) -> bool:
    """Tell whether a day, a period or a length stands at a position, and no event."""
    return bool(_END(words, at)) or any(reader(words, at) for reader in _WHENS)


def _skipped(words: Words, at: int) -> int:
    while end := _FILLER(words, at):
        at = end
    return at


def _end_of_event(words: Words, at: int) -> int:
    """Give the position behind the words of an event, which a sign or another deadline closes."""
    tokens = words.tokens
    end = at
    while end < words.length:
        token = tokens[end]
        if token.plain in _SIGNS or _CLOSING(words, end):
            break
        if token.plain == "." and not (token.glued and tokens[end + 1].glued):
            break
        end += 1
    while end > at and not tokens[end - 1].plain[0].isalnum():
        end -= 1
    return end
