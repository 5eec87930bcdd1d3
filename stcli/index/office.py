"""What an office has set, as it is kept: its agencies, its settings and its calendar."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from stcli.calendar import Calendar, Listing
from stcli.index import packing
from stcli.index.damage import Damaged
from stcli.index.plain import plain

if TYPE_CHECKING:
    from stcli.index.kept import Kept
    from stcli.model import Agency
    from stcli.settings import Settings


def agencies(kept: Kept) -> tuple[Agency, ...]:
    """Give the agencies of the office alone."""
    match plain(kept.office):
        case {"agencies": listed}:
            return packing.agencies(listed)
        case _:
            raise Damaged


def office(kept: Kept) -> tuple[tuple[Agency, ...], Settings]:
    """Give what the office has set: its agencies, and its settings with the calendar."""
    match plain(kept.office):
        case {"agencies": agencies, "settings": settings, "calendar": own, "shipped": dict(years)}:
            pass
        case _:
            raise Damaged

    @cache
    def listing(year: int) -> Listing:
        rows = years.get(str(year))
        return Listing() if rows is None else packing.listing(rows)

    chosen = packing.settings(settings)
    calendar = Calendar(packing.listing(own), listing)
    return packing.agencies(agencies), replace(chosen, calendar=calendar)
