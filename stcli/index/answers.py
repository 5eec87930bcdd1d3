"""What is asked most often, from what is kept: tasks by their last day, and counts by directive."""

from __future__ import annotations

from datetime import date
from operator import add
from typing import TYPE_CHECKING, Final, cast

from stcli.index.about import COUNTS, DIRECTIVE
from stcli.index.damage import Damaged
from stcli.repeated import Repeated
from stcli.views.agenda import Agenda
from stcli.views.status import Counts, Grouping, Status, StatusRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stcli.index.kept import Kept

_FIRST: Final = date.min.toordinal()
_LAST: Final = date.max.toordinal()


def overdue(kept: Kept, day: date) -> Agenda:
    """Give the overdue tasks, worst first, equally late ones in the order of the files."""
    return _dated(kept, _FIRST, day.toordinal() - 1)


def upcoming(kept: Kept, day: date, within: int) -> Agenda:
    """Give the open tasks whose last day is at most so many days ahead, nearest first."""
    return _dated(kept, day.toordinal(), min(day.toordinal() + within, _LAST))


def status(kept: Kept, day: date, due_soon: int) -> Status:
    """Count the tasks of each directive, newest first."""
    today = day.toordinal()
    overdue, soon, later = kept.count_until(today - 1, today + due_soon)
    names, titles, paths = kept.names, kept.texts("titles"), kept.paths
    numbers, issued = kept.numbers("counts", COUNTS), kept.numbers("issued")
    days = days_of(issued)
    rows = []
    for at in sorted(kept.having(DIRECTIVE), key=issued.__getitem__, reverse=True):
        if issued[at] > today:
            continue
        done, done_late, ongoing, cancelled, returned, requested = numbers[
            COUNTS * at : COUNTS * at + COUNTS
        ]
        counts = Counts(
            done,
            done_late,
            soon[at] + later[at],
            soon[at],
            overdue[at],
            ongoing,
            cancelled,
            returned,
            requested,
        )
        rows.append(StatusRow(names[at], titles[at], counts, days[at], paths[at]))
    totals = Counts(*map(sum, zip(*(one.counts for one in rows), strict=True)))
    return Status(day, Grouping.DIRECTIVE, totals, tuple(rows))


def _dated(kept: Kept, first: int, last: int) -> Agenda:
    tasks = kept.tasks(first, last)
    names, due = kept.names, days_of(tasks.due)
    return Agenda(
        cast("Sequence[date]", due),  # none of these is without a day
        due if tasks.written == tasks.due else days_of(tasks.written),
        days_of(tasks.first),
        tasks.hours,
        [*map(add, map(names.__getitem__, tasks.files), tasks.marks)],
        tasks.answering,
        tasks.titles,
    )


def days_of(ordinals: Sequence[int]) -> Repeated[date | None]:
    """Give the days of ordinals, each made once; 0 is none."""
    try:
        return Repeated.of(ordinals, lambda one: date.fromordinal(one) if one else None)
    except (ValueError, OverflowError):
        raise Damaged from None
