"""`progress`: how far a task has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from stcli.acts.act import Act, happened, still_open, whole_task
from stcli.editing import Append
from stcli.errors import StcliError
from stcli.messages import say

if TYPE_CHECKING:
    from datetime import date

    from stcli.acts.act import Office, Target
    from stcli.documents.data import Data

_WHOLE: Final = 100


def percentage(text: str) -> int:
    """Give how much is done, of 100; a StcliError where a text says no such thing."""
    digits = text.strip().removesuffix("%").rstrip()
    if digits.isascii() and digits.isdigit() and len(digits) <= len(str(_WHOLE)):
        found = int(digits)
        if found <= _WHOLE:
            return found
    raise StcliError(say("`{text}` is no percentage", text=text), say("write one from 0 to 100"))


def progress(
    target: Target, day: date, note: str | None, percent: int | None, office: Office
) -> Act:
    """Record a note on a task, how much of it is done, or both.

    Raises StcliError where it has ended, and where that day cannot be.
    """
    whole_task(target)
    if not note and percent is None:
        raise StcliError(
            say("nothing is said of {task}", task=target.name),
            say("write --note, --percent, or both"),
        )
    still_open(target)
    happened(day, target, office)
    record: dict[str, Data] = {"date": day.isoformat()}
    if note:
        record["note"] = note
    if percent is not None:
        record["percent"] = str(percent)
    changes = (Append(target.at("progress"), record),)
    if percent is None:
        return Act(target.path, changes, say("{task}: noted for {day}", task=target.name, day=day))
    said = say("{task} is at {percent} %, on {day}", task=target.name, percent=percent, day=day)
    notes = (
        (say("to say that it is done: stcli done {task}", task=target.name),)
        if percent == _WHOLE
        else ()
    )
    return Act(target.path, changes, said, notes)
