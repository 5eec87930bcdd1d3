"""The record of `deadline` and of `explain --deadline`: a last day, and the steps to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.render.records import day, deadline, hour
from stcli.words import Language, translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stcli.render.records import Record
    from stcli.views.explanations import Explanation

STEP_FIELDS = ("text", "date", "rests_on")


def explained(explanation: Explanation, incomplete: tuple[str, ...] = ()) -> Record:
    """Give the record of a deadline explained; its sentences are English."""
    return {
        "format": "stcli.deadline/1",
        "subject": explanation.subject,
        "deadline": deadline(explanation.reading),
        "hour": hour(explanation.reading),
        "due": day(explanation.due),
        "effective_due": day(explanation.effective_due),
        "moved_due": day(explanation.moved),
        "calendar": explanation.certainty and explanation.certainty.value,
        "doubts": [translate(doubt, Language.ENGLISH) for doubt in explanation.doubts],
        "others": [deadline(one) for one in explanation.others],
        "steps": list(steps(explanation)),
        "falls_due": [
            {"period": one.period, "due": day(one.due), "effective_due": day(effective)}
            for one, effective in explanation.falls_due
        ],
        "incomplete": list(incomplete),
    }


def steps(explanation: Explanation) -> Iterator[Record]:
    """Give the steps, each with exactly the `STEP_FIELDS`."""
    for step in explanation.steps:
        yield {
            "text": translate(step.text, Language.ENGLISH),
            "date": day(step.day),
            "rests_on": step.rests_on,
        }
