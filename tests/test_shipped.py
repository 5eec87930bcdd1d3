"""The files of the calendar that comes with the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import stcli
from stcli import shipped
from stcli.calendar import Calendar, Certainty, DayOff, Listing, Swap
from stcli.cli.app import app
from stcli.schema.reading import read_calendar
from stcli.sources import Source, read

FOLDER = Path(stcli.__file__).parent / "calendar" / "data"
YEARS = range(shipped.FIRST_YEAR, shipped.LAST_YEAR + 1)


def test_there_is_a_file_for_each_year() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == [str(year) for year in YEARS]


@pytest.mark.parametrize("year", YEARS)
def test_a_file_is_well_and_of_its_year(year: int) -> None:
    document = read(Source(f"{year}.yaml", (FOLDER / f"{year}.yaml").read_bytes()))
    found, wrong = read_calendar(document)
    assert not document.problems
    assert wrong == ()
    assert found == shipped.listing(year) != Listing()
    assert {one.day.year for one in found.days_off} == {year}
    assert {one.work.year for one in found.swapped} <= {year}
    days = [one.day for one in found.days_off]
    assert days == sorted(days)


@pytest.mark.parametrize("year", YEARS)
def test_every_row_names_what_it_rests_on(year: int) -> None:
    listed = shipped.listing(year)
    rows: tuple[DayOff | Swap, ...] = (*listed.days_off, *listed.swapped)
    assert all(any(letter.isdigit() for letter in one.document) for one in rows)
    expected = {one.certainty for one in rows} - {Certainty.DECIDED}
    assert bool(expected) is (year == shipped.LAST_YEAR)


def test_other_years_have_no_rows() -> None:
    assert shipped.listing(shipped.FIRST_YEAR - 1) == Listing()
    assert shipped.listing(shipped.LAST_YEAR + 1) == Listing()


def test_a_swap_of_days_in_two_years_is_of_both() -> None:
    calendar = Calendar(shipped=shipped.listing)
    of_2018 = [one for one in calendar.rows(2018) if one not in Calendar().rows(2018)]
    assert len(of_2018) == 1
    assert of_2018[0] in calendar.rows(2019)


def test_words_are_counted_by_it_outside_any_tree(tmp_path: Path) -> None:
    command = ("deadline", "3 working days from 2026-08-19", "-f", "json")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        answer = CliRunner().invoke(app, command)
    assert '"2026-08-22"' in answer.stdout  # a Saturday that is worked for the Monday before
