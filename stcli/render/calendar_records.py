"""The record of `calendar`: its months, and the days of which there is something to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from stcli.render.records import Record
    from stcli.views.calendar import Stretch

CALENDAR_FIELDS = (
    "date",
    "weekday",
    "working",
    "kind",
    "name",
    "swapped_with",
    "document",
    "status",
    "tasks",
)


def calendar(shown: Stretch, as_of: date, incomplete: tuple[str, ...]) -> Record:
    """Give the record of `calendar`; `weekday` counts from 1, Monday."""
    return {
        "format": "stcli.calendar/1",
        "as_of": as_of.isoformat(),
        "from": shown.first.isoformat(),
        "to": shown.last.isoformat(),
        "working_days": shown.working_days,
        "undecided": list(shown.undecided),
        "months": [
            {
                "month": f"{month.first:%Y-%m}",
                "working_days": month.working_days,
                "tasks": month.due,
            }
            for month in shown.months
        ],
        "days": list(calendar_days(shown)),
        "incomplete": list(incomplete),
    }


def calendar_days(shown: Stretch) -> Iterator[Record]:
    """Give the days that stand out, each with exactly the `CALENDAR_FIELDS`."""
    for one in shown.marked:
        yield {
            "date": one.day.isoformat(),
            "weekday": one.day.isoweekday(),
            "working": one.working,
            "kind": one.kind.value,
            "name": one.name,
            "swapped_with": one.other and one.other.isoformat(),
            "document": one.document,
            "status": one.certainty and one.certainty.value,
            "tasks": [row.reference for row in one.due],
        }
