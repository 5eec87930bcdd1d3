"""The deadline that the parts of a phrase mean together, and what they leave open."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from stcli.days import FIRST_YEAR, LAST_YEAR
from stcli.deadlines.kinds import Ongoing, Span, Weekday
from stcli.deadlines.phrases import doubts
from stcli.deadlines.phrases.counts import advance, count, next_working_day
from stcli.deadlines.phrases.gathering import gather
from stcli.deadlines.phrases.parts import (
    CalendarDay,
    DayOfWeek,
    Mark,
    NearDay,
    Stretch,
    Unread,
    Years,
)
from stcli.deadlines.phrases.reading import parts
from stcli.deadlines.phrases.recognition import Recognition
from stcli.deadlines.phrases.recurring import is_recurring, recurring
from stcli.deadlines.phrases.resolving import resolve
from stcli.deadlines.problems import DeadlineProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.deadlines.phrases.gathering import Clause, Stated
    from stcli.deadlines.phrases.parts import When
    from stcli.deadlines.phrases.recognition import Doubt

_CACHED = 16_384
_LONGEST = 500


@lru_cache(maxsize=_CACHED)
def recognise(text: str, said_on: date | None = None) -> Recognition:
    """Give the deadline that the words of a document mean, and what they leave open.

    `said_on` is the day of the words, by which `tháng 9 này` or a day without a year is told.
    Of several deadlines in one text none is chosen: `deadline` is None, and all of them are
    alternatives. The same holds where words that were not understood could change the day.
    """
    if len(text) > _LONGEST:
        return Recognition(None, (doubts.too_long(_LONGEST),))
    if said_on is not None and not FIRST_YEAR <= said_on.year < LAST_YEAR:
        said_on = None
    try:
        return _meaning(text, said_on)
    except DeadlineProblem as problem:
        return Recognition(None, (doubts.impossible(problem),))


def _meaning(text: str, said_on: date | None) -> Recognition:
    found = [part for part in parts(text) if part is not Mark.JOIN]
    if not found:
        blank = not any(letter.isalnum() for letter in text)
        return Recognition(None, () if blank else (doubts.no_day(),))
    if set(found) == {Mark.NOTHING}:
        return Recognition(None)
    stated = gather(parts(text))
    unread = tuple(_unread(stated))
    if Mark.NOTHING in stated.marks or any(one.crucial for one in unread):
        words = " ".join(one.words for one in unread) or text.strip()
        return Recognition(None, (doubts.unread(words),))
    beside = tuple(_beside(stated, unread))
    outcomes = list(dict.fromkeys(_outcomes(stated, said_on)))
    return _together(outcomes, beside) if outcomes else Recognition(None, _no_day(stated, beside))


def _unread(stated: Stated) -> Iterator[Unread]:
    """Give what was not understood, events included that nothing is counted from."""
    yield from stated.unread
    for start in stated.starts:
        if start.after:
            yield Unread(f"sau {start.event}".strip(), crucial=True)
        elif start.event and start.base is None:
            yield Unread(start.event, crucial=False)


def _beside(stated: Stated, unread: tuple[Unread, ...]) -> Iterator[Doubt]:
    """Give what to say of words beside the deadline."""
    if Mark.SILENCE in stated.marks:
        yield doubts.silence()
    if Mark.OCCASION in stated.marks:
        yield doubts.vague()
    if unread:
        yield doubts.unread(" ".join(one.words for one in unread))


def _no_day(stated: Stated, beside: tuple[Doubt, ...]) -> tuple[Doubt, ...]:
    """Give what to say of words that give no day at all."""
    if Mark.HASTE in stated.marks:
        return (doubts.vague(), *beside)
    return beside or (doubts.no_day(),)


def _together(outcomes: list[Recognition], beside: tuple[Doubt, ...]) -> Recognition:
    """Give one reading of all deadlines: the only one, or none with all as alternatives."""
    told = tuple(dict.fromkeys(doubt for one in outcomes for doubt in one.doubts))
    if len({one.deadline for one in outcomes}) == 1:
        first = outcomes[0]
        return Recognition(first.deadline, told + beside, first.alternatives)
    stated = (one for found in outcomes for one in (found.deadline, *found.alternatives))
    choices = tuple(dict.fromkeys(one for one in stated if one is not None))
    return Recognition(None, (doubts.several(choices), *told, *beside), choices)


def _outcomes(stated: Stated, said_on: date | None) -> Iterator[Recognition]:
    """Give the reading of each deadline that is stated."""
    again = is_recurring(stated)
    if again:
        yield recurring(stated)
        if Mark.ONGOING in stated.marks:
            yield Recognition(Ongoing(None))
    else:
        yield from _once(stated, said_on)
    if Mark.DAILY in stated.marks:
        yield Recognition(Ongoing(None), (doubts.daily(),))
    without_day = {Mark.REGULARLY, Mark.EDGE_OF_PERIOD, Mark.LONE_HOUR} & stated.marks
    if without_day and not again:
        yield Recognition(None, (doubts.no_day(),))


def _once(stated: Stated, said_on: date | None) -> Iterator[Recognition]:
    """Give the readings of what is due once, or never."""
    for counted in stated.counts:
        yield count(counted, said_on)
    for one in stated.advances:
        yield advance(one, said_on)
    for begin in stated.onward:
        yield Recognition(Ongoing(begin.first))
    if Mark.NEXT_WORKING_DAY in stated.marks:
        yield next_working_day()
    first = _first_year(stated)
    clauses = [_since(first, clause) for clause in _clauses(stated)]
    endless = {Mark.ONGOING, Mark.ONWARD} & stated.marks
    if endless and first is None and len(clauses) == 1 and not clauses[0].until:
        first = _year(clauses[0].when)
        clauses = clauses if first is None else []
    if first is not None and (endless or not clauses):
        yield Recognition(Ongoing(first))
    elif Mark.ONGOING in stated.marks:
        yield Recognition(Ongoing(None))
    elif not (clauses or stated.counts or stated.advances) and (stated.starts or endless):
        yield Recognition(None, (doubts.no_day(),))
    for clause in clauses:
        yield resolve(clause, said_on)


def _first_year(stated: Stated) -> int | None:
    """Give the year of `từ năm 2025`."""
    years = [_year(start.when) for start in stated.starts if start.when is not None]
    return years[0] if len(years) == 1 else None


def _year(when: When) -> int | None:
    match when:
        case Stretch(Span.YEAR, None, int() as year, edge=None):
            return year
        case _:
            return None


def _since(first: int | None, clause: Clause) -> Clause:
    """Give `từ năm 2024 đến năm 2030` as the years that it is."""
    last = _year(clause.when)
    if first is None or last is None or clause.strict:
        return clause
    return clause._replace(when=Years(first, last, programme=False))


def _clauses(stated: Stated) -> list[Clause]:
    """Give the days stated, each once: not a weekday beside its date, nor today beside tomorrow.

    A DeadlineProblem is raised for a date that is on another day of the week.
    """
    clauses = stated.clauses
    if Mark.NEXT_WORKING_DAY in stated.marks:
        clauses = [clause for clause in clauses if not isinstance(clause.when, NearDay)]
    weekdays = [one for one in clauses if isinstance(one.when, DayOfWeek)]
    others = [one for one in clauses if not isinstance(one.when, DayOfWeek)]
    if len(weekdays) != 1 or len(others) != 1:
        return clauses
    match weekdays[0].when, others[0].when:
        case DayOfWeek(weekday), CalendarDay(day, int() as month, int() as year):
            if list(Weekday)[date(year, month, day).weekday()] is not weekday:
                raise doubts.other_weekday(date(year, month, day))
            strict = weekdays[0].strict or others[0].strict
            clock = weekdays[0].clock or others[0].clock
            return [others[0]._replace(strict=strict, clock=clock)]
        case _:
            return clauses
