"""What the parts of a phrase state together, each part bound to the one it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from stcli.deadlines.kinds import Span
from stcli.deadlines.phrases.parts import (
    AheadOf,
    CalendarDay,
    Clock,
    Cycle,
    DayOfWeek,
    Following,
    Length,
    Mark,
    NearDay,
    Onward,
    QuarterDay,
    Start,
    Stretch,
    Unread,
    Week,
    When,
    Years,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stcli.deadlines.kinds import Every
    from stcli.deadlines.phrases.parts import Part


class Clause(NamedTuple):
    """A day or period with what was said about it.

    `strict` is for `trước`, `until` for `đến`, `ended` for `hết` and `within` for `trong`.
    """

    when: When
    strict: bool
    clock: Clock | None = None
    until: bool = False
    ended: bool = False
    within: bool = False


class Counted(NamedTuple):
    """A length with what it starts from."""

    length: Length
    start: Start | None = None
    least: bool = False  # `ít nhất`, which gives no last day


class Advance(NamedTuple):
    """A length ahead of a day or event; either may be missing."""

    length: Length | None
    target: When | AheadOf | None


@dataclass(slots=True)
class Stated:
    """All that a phrase states."""

    clauses: list[Clause] = field(default_factory=list)
    counts: list[Counted] = field(default_factory=list)
    advances: list[Advance] = field(default_factory=list)
    starts: list[Start] = field(default_factory=list)
    everies: list[Every] = field(default_factory=list)
    onward: list[Onward] = field(default_factory=list)
    marks: set[Mark] = field(default_factory=set)
    unread: list[Unread] = field(default_factory=list)
    following: str | None = None
    english: bool = False
    reporting: bool = False


@dataclass(slots=True)
class _Hand:
    """What was read and waits for the part it belongs to."""

    limit: Mark | None = None
    carried: Mark | None = None
    until: bool = False
    ended: bool = False
    clock: Clock | None = None
    carried_clock: Clock | None = None
    least: bool = False
    within: bool = False
    length: Length | None = None
    previous: Part | None = None


def gather(parts: Iterable[Part]) -> Stated:
    """Bind the parts of a phrase to each other."""
    stated, hand = Stated(), _Hand()
    for part in parts:
        _take(part, stated, hand)
        hand.previous = part
    _finish(stated, hand)
    stated.clauses = _in_full(stated.clauses)
    return stated


def _take(part: Part, stated: Stated, hand: _Hand) -> None:
    match part:
        case Mark():
            _mark(part, stated, hand)
        case CalendarDay() | QuarterDay() | NearDay() | Stretch() | Years() | DayOfWeek() | Week():
            _when(part, stated, hand)
        case Length():
            _length(part, stated, hand)
        case Clock():
            _clock(part, stated, hand)
        case AheadOf():
            stated.advances.append(Advance(_just_counted(stated, hand), part))
        case _:
            _note(part, stated)


def _clock(clock: Clock, stated: Stated, hand: _Hand) -> None:
    """Take an hour: of the days just read, else of the day that follows."""
    behind_day = isinstance(hand.previous, CalendarDay | QuarterDay | DayOfWeek | Following)
    if behind_day and stated.clauses and all(one.clock is None for one in stated.clauses):
        stated.clauses = [clause._replace(clock=clock) for clause in stated.clauses]
    elif hand.clock is not None:
        stated.marks.add(Mark.LONE_HOUR)
    else:
        hand.clock = clock


def _note(part: Part, stated: Stated) -> None:
    """Take a part that belongs to nothing before or behind it but a start, to its count."""
    match part:
        case Start():
            if stated.counts and stated.counts[-1].start is None:
                stated.counts[-1] = stated.counts[-1]._replace(start=part)
            else:
                stated.starts.append(part)
        case Cycle(everies, english, reporting):
            stated.everies += everies
            stated.english |= english
            stated.reporting |= reporting
        case Following(stretch):
            stated.following = stretch
        case Onward():
            stated.onward.append(part)
        case Unread():
            stated.unread.append(part)
        case _:
            pass


def _mark(mark: Mark, stated: Stated, hand: _Hand) -> None:
    match mark:
        case Mark.BEFORE:
            hand.length = _just_counted(stated, hand)
            hand.limit = mark
        case Mark.BY:
            hand.limit = mark if hand.limit is None else hand.limit
        case Mark.UNTIL:
            hand.until = True
            hand.carried = None
        case Mark.END:
            hand.ended = True
            hand.carried = None
        case Mark.AT_LEAST:
            hand.least = True
        case Mark.WITHIN:
            hand.within = True
        case Mark.JOIN:
            pass
        case _:
            hand.carried = hand.carried_clock = None
            stated.marks.add(mark)


def _when(when: When, stated: Stated, hand: _Hand) -> None:
    if hand.limit is Mark.BEFORE and hand.length is not None:
        stated.advances.append(Advance(hand.length, when))
    else:
        limit = hand.limit or hand.carried
        until = hand.until and hand.limit is None
        # Years have no hour, and a limit of its own has its own hour.
        clock = hand.clock or (hand.carried_clock if hand.limit is None else None)
        clock = None if isinstance(when, Years | Stretch) else clock
        clause = Clause(when, limit is Mark.BEFORE, clock, until, hand.ended, hand.within)
        stated.clauses.append(clause)
        hand.carried, hand.carried_clock = limit, clock
        hand.clock = hand.clock if clock is None else None
    hand.limit = hand.length = None
    hand.until = hand.ended = hand.within = False


def _length(length: Length, stated: Stated, hand: _Hand) -> None:
    """Take a length: ahead of the day or event just read, ahead of nothing, or counted."""
    least = hand.least and hand.previous is Mark.AT_LEAST
    if least and stated.advances and stated.advances[-1].length is None:
        stated.advances[-1] = stated.advances[-1]._replace(length=length)
    elif least and stated.clauses and stated.clauses[-1].strict:
        stated.advances.append(Advance(length, stated.clauses.pop().when))
    elif hand.limit is Mark.BEFORE:
        stated.advances.append(Advance(length, None))
        hand.limit = None
    else:
        stated.counts.append(Counted(length, least=hand.least))
    hand.least = False


def _just_counted(stated: Stated, hand: _Hand) -> Length | None:
    """Take back the length that was read just before, unless it was said to be a count."""
    if hand.within or not isinstance(hand.previous, Length) or not stated.counts:
        return None
    return stated.counts.pop().length


def _finish(stated: Stated, hand: _Hand) -> None:
    """Bind what still waits, and note what stays alone."""
    if hand.limit is Mark.BEFORE:
        stated.unread.append(Unread("trước", crucial=True))
    if hand.clock is not None:
        last = stated.clauses[-1] if stated.clauses else None
        if last is None or last.clock is not None:
            stated.marks.add(Mark.LONE_HOUR)
        else:
            stated.clauses[-1] = last._replace(clock=hand.clock)
    if hand.least or any(count.least for count in stated.counts):
        stated.unread.append(Unread("ít nhất", crucial=True))
    if any(map(_may_share_the_day, stated.clauses, stated.clauses[1:])):
        stated.unread.append(Unread("tháng", crucial=True))
    if stated.starts and len(stated.counts) == 1 and stated.counts[0].start is None:
        stated.counts[0] = stated.counts[0]._replace(start=stated.starts.pop(0))


def _may_share_the_day(clause: Clause, other: Clause) -> bool:
    """Tell `ngày 15 tháng 3, tháng 6`, where the day may be meant for the second month too."""
    match clause.when, other.when:
        case CalendarDay(month=int(), year=None), Stretch(Span.MONTH, int(), None, edge=None):
            return True
        case _:
            return False


def _in_full(clauses: list[Clause]) -> list[Clause]:
    """Give a day or period of a list what only the last of the list says: its year or month."""
    full = list(clauses)
    for at in range(len(full) - 2, -1, -1):
        match full[at].when, full[at + 1].when:
            case CalendarDay(month=None, later=None) as day, CalendarDay() as other:
                filled: When = other._replace(day=day.day)
            case CalendarDay(year=None, later=None) as day, CalendarDay(month=int()) as other:
                filled = day._replace(year=other.year, later=other.later)
            case CalendarDay(month=None, later=None) as day, QuarterDay(_, month):
                filled = QuarterDay(day.day, month)
            case DayOfWeek(later=None) as day, DayOfWeek(later=int() as later):
                filled = day._replace(later=later)
            case Stretch(year=None, later=None) as stretch, Stretch(span=span) as other if (
                span is stretch.span or span is Span.YEAR
            ) and other.number is not None:
                filled = stretch._replace(year=other.year, later=other.later)
            case _:
                continue
        full[at] = full[at]._replace(when=filled)
    return full
