"""Rows of a calendar that cannot all be true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.messages import say
from stcli.schema.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from stcli.calendar import Listing
    from stcli.documents.data import Route

_SATURDAY = 5


def contradictions(listing: Listing) -> Iterator[Fault]:
    """Give what is wrong between the rows: days listed twice, swaps that swap nothing."""
    known: set[date] = set()
    for route, day in _days(listing):
        if day in known:
            yield Fault(
                "calendar-contradiction",
                route,
                say("{day} is listed twice", day=day),
                say("keep the row that holds"),
            )
        known.add(day)
    for number, swap in enumerate(listing.swapped):
        if swap.rest.weekday() >= _SATURDAY:
            yield Fault(
                "calendar-contradiction",
                ("swapped", number, "rest"),
                say("{day} is off already, as a day of the weekend", day=swap.rest),
                say("write the working day that is taken off under `rest`"),
            )
        if swap.work.weekday() < _SATURDAY:
            yield Fault(
                "calendar-contradiction",
                ("swapped", number, "work"),
                say("{day} is no day of the weekend", day=swap.work),
                say("write the Saturday or Sunday that is worked under `work`"),
            )


def _days(listing: Listing) -> Iterator[tuple[Route, date]]:
    for number, row in enumerate(listing.days_off):
        yield ("days_off", number, "date"), row.day
    for number, swap in enumerate(listing.swapped):
        yield ("swapped", number, "rest"), swap.rest
        yield ("swapped", number, "work"), swap.work
