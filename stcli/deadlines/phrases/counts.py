"""What a phrase counts from a day or ahead of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.deadlines.kinds import Ahead, Base, Count, Unit
from stcli.deadlines.phrases import doubts
from stcli.deadlines.phrases.forms import possible
from stcli.deadlines.phrases.parts import AheadOf, CalendarDay, NearDay
from stcli.deadlines.phrases.recognition import Recognition
from stcli.deadlines.phrases.resolving import the_day

if TYPE_CHECKING:
    from datetime import date

    from stcli.deadlines.kinds import Completion
    from stcli.deadlines.phrases.gathering import Advance, Counted
    from stcli.deadlines.phrases.parts import Start
    from stcli.deadlines.phrases.recognition import Doubt


def count(counted: Counted, said_on: date | None) -> Recognition:
    """Give a count from its start; the day said, or of issue, stands in for an unknown event."""
    amount, unit = counted.length
    if unit is None:
        return Recognition(None, (doubts.hours(),))
    base, doubt = _base(counted.start, said_on)
    found = () if doubt is None else (doubt,)
    if base is None:
        return Recognition(None, found)
    return Recognition(possible(Count(amount, unit, base)), found)


def advance(stated: Advance, said_on: date | None) -> Recognition:
    """Give a length ahead of a day; ahead of an unknown event, of the day said."""
    match stated.target:
        case CalendarDay() as when:
            base, doubt = the_day(when, said_on)
        case AheadOf(Base() as base, _):
            doubt = None
        case AheadOf(_, event):
            base, doubt = said_on, doubts.event(event)
        case NearDay(0):
            base, doubt = said_on, doubts.relative(read=False) if said_on is None else None
        case None:
            base, doubt = None, doubts.no_start()
        case _:
            base, doubt = None, doubts.unfit()
    found = () if doubt is None else (doubt,)
    if stated.length is None or base is None:
        return Recognition(None, found or (doubts.no_day(),))
    amount, unit = stated.length
    if unit is None:
        return Recognition(None, (doubts.hours(),))
    return Recognition(possible(Ahead(amount, unit, base)), found)


def next_working_day() -> Recognition:
    """Give the first working day after that of issue: `trong ngày làm việc tiếp theo`."""
    return Recognition(Count(1, Unit.WORKING_DAY, Base.ISSUED), (doubts.no_start(),))


def _base(
    start: Start | None, said_on: date | None
) -> tuple[Base | Completion | date | None, Doubt | None]:
    if start is None:
        return Base.ISSUED, doubts.no_start()
    if start.now:
        return said_on or Base.ISSUED, None if said_on else doubts.relative(read=True)
    if start.base is not None:
        return start.base, None
    match start.when:
        case None:
            return said_on or Base.ISSUED, doubts.event(start.event)
        case CalendarDay() as when:
            return the_day(when, said_on)
        case _:
            return None, doubts.unfit()
