"""The calendar that comes with the program: one file for each year."""

from __future__ import annotations

import pkgutil
from functools import cache
from typing import Final

from stcli.calendar import Listing

FIRST_YEAR: Final = 2019
LAST_YEAR: Final = 2027


@cache
def listing(year: int) -> Listing:
    """Give the rows of a year, none for a year without a file; read when first asked for."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Listing()
    # What reads files is only loaded where one is read: an index has the years of its own.
    from stcli.schema.reading import read_calendar  # noqa: PLC0415
    from stcli.sources import Source, read  # noqa: PLC0415

    name = f"data/{year}.yaml"
    content = pkgutil.get_data("stcli.calendar", name)
    found, _ = read_calendar(read(Source(name, content or b"")))
    return found or Listing()
