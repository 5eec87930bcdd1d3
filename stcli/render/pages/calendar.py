"""The page of `calendar`: months, the days off and swapped in them, and what falls due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.calendar import Certainty
from stcli.deadlines import Period, Span
from stcli.messages import say
from stcli.render.page import Column, Hint, Page, Paragraph, Table, Tally
from stcli.render.pages.counting import tasks
from stcli.render.style import Tone
from stcli.views.calendar import DayKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.messages import Message
    from stcli.render.page import Block, Cell
    from stcli.views.calendar import CalendarDay, Month, Stretch

_WEEKDAYS = (
    say("Mon"),
    say("Tue"),
    say("Wed"),
    say("Thu"),
    say("Fri"),
    say("Sat"),
    say("Sun"),
)
_MOST_NAMED = 3
_WHAT = 24
_DOCUMENT = 18


def calendar_page(shown: Stretch, incomplete: tuple[str, ...] = ()) -> Page:
    """Lay out one month as weeks, several as a row each, then the days that stand out."""
    hints = (Hint(f"stcli list due:{shown.first:%Y-%m}", say("the tasks of a month")),)
    return Page(tuple(_blocks(shown)), hints, incomplete)


def _blocks(shown: Stretch) -> Iterator[Block]:
    yield Tally(
        say(
            "{count} working days from {first} to {last}",
            count=shown.working_days,
            first=shown.first,
            last=shown.last,
        )
    )
    if shown.undecided:
        years = ", ".join(map(str, shown.undecided))
        yield Paragraph(
            say("the days off of {years} are not all decided; some are as expected", years=years)
        )
    match shown.months:
        case (month,):
            yield _weeks(month)
            yield Paragraph(say("* off, + worked, (2) two tasks fall due"), Tone.QUIET)
        case months:
            yield _months(months)
    if shown.marked:
        yield _days(shown.marked)


def _weeks(month: Month) -> Table:
    columns = tuple(
        Column(f"day_{number}", name, right=True) for number, name in enumerate(_WEEKDAYS, 1)
    )
    return Table(columns, tuple(tuple(map(_cell, week)) for week in month.weeks))


def _cell(one: CalendarDay | None) -> Cell:
    if one is None:
        return None
    sign = {DayKind.DAY_OFF: "*", DayKind.SWAPPED_OFF: "*", DayKind.SWAPPED_WORK: "+"}
    due = f" ({len(one.due)})" if one.due else ""
    return f"{one.day.day}{sign.get(one.kind, '')}{due}"


def _months(months: tuple[Month, ...]) -> Table:
    return Table(
        (
            Column("month", say("month"), Tone.NAME),
            Column("working_days", say("working days"), right=True),
            Column("due", say("tasks due"), right=True, sparse=True),
        ),
        tuple((_named(month), month.working_days, month.due or None) for month in months),
    )


def _named(month: Month) -> Message:
    return say("{deadline}", deadline=Period(month.first, month.days[-1].day, Span.MONTH))


def _days(days: tuple[CalendarDay, ...]) -> Table:
    return Table(
        (
            Column("date", say("day"), Tone.NAME),
            Column("weekday", say("weekday")),
            Column("name", say("what it is"), least=_WHAT),
            Column("status", say("status"), sparse=True, rank=4),
            Column("document", say("by"), sparse=True, least=_DOCUMENT, rank=5),
            Column("tasks", say("tasks due"), sparse=True, least=_DOCUMENT),
        ),
        tuple(
            (
                one.day,
                _WEEKDAYS[one.day.weekday()],
                _what(one),
                say("expected") if one.certainty is Certainty.EXPECTED else None,
                one.document,
                _due(one),
            )
            for one in days
        ),
    )


def _what(one: CalendarDay) -> Cell:
    match one.kind:
        case DayKind.SWAPPED_OFF:
            return say("off, {other} is worked for it", other=one.other)
        case DayKind.SWAPPED_WORK:
            return say("worked for {other}", other=one.other)
        case DayKind.DAY_OFF:
            return one.name
        case DayKind.WORKING_DAY:
            return say("working day")
        case DayKind.WEEKEND:
            return say("weekend")


def _due(one: CalendarDay) -> Cell:
    """Name a few tasks, and count many."""
    if len(one.due) > _MOST_NAMED:
        return tasks(len(one.due))
    return ", ".join(row.reference for row in one.due)
