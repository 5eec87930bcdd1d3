"""What an office chooses in `stcli.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stcli import filenames
from stcli.clocks import TIMEZONE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stcli.calendar import Calendar
    from stcli.diagnostics import Severity

PATH = filenames.SETTINGS
"""The file of the settings, below the root."""

DUE_SOON_DAYS = 7
"""Days before the last day in which a task counts as due soon; 3 and 7 are both in use."""


def _by_law() -> Calendar:
    from stcli.calendar import Calendar  # noqa: PLC0415 - few runs count working days

    return Calendar()


@dataclass(frozen=True, slots=True)
class Extensions:
    """How many times a deadline may be put off, and the document that says so."""

    limit: int
    basis: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of one office.

    `before_inclusive`: "trước ngày D" includes D. `roll`: a last day off work moves to the next
    working day (article 148.5 of the Civil Code). `cut_off`: the day of a month with which the
    figures of a reporting period end. `due_soon`: days. `calendar` are the working days that the
    office counts by: those shipped with the program, and its own file.
    """

    before_inclusive: bool = False
    roll: bool = False
    cut_off: int | None = None
    extensions: Extensions | None = None
    due_soon: int = DUE_SOON_DAYS
    timezone: str = TIMEZONE
    language: str | None = None
    severities: Mapping[str, Severity] = field(default_factory=dict)
    calendar: Calendar = field(default_factory=_by_law, compare=False)
