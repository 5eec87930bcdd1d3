"""What must hold of a text that was laid out anew: its data, its comments, its findings stay."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stcli.documents import reader
from stcli.documents.data import walk
from stcli.layout.comments import comments
from stcli.messages import say

if TYPE_CHECKING:
    from stcli.diagnostics import Problem
    from stcli.documents.document import Document
    from stcli.messages import Message


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is left as it is, and the line of it that somebody should look at."""

    line: int
    reason: Message


def lost(before: Document, text: str) -> Refusal | None:
    """Give what would be lost if a text took the place of a document; None if nothing."""
    after = reader.read(before.path, text.encode())
    return _other_data(before, after) or _lost_comment(before, after) or _other(before, after)


def _other_data(before: Document, after: Document) -> Refusal | None:
    if before.data == after.data:
        return None
    known = {route: value for _, route, value in walk(after.data)}
    changed = [
        route
        for _, route, value in walk(before.data)
        if route not in known or (not isinstance(value, dict | list) and known[route] != value)
    ]
    place = before.place(changed[0] if changed else ())
    return Refusal(place.line, say("what stands here cannot be laid out without changing it"))


def _lost_comment(before: Document, after: Document) -> Refusal | None:
    kept = Counter(comment for _, comment in comments(after))
    for start, comment in sorted(comments(before)):
        kept[comment] -= 1
        if kept[comment] < 0:
            reason = say("this comment cannot be kept where it stands; move it to another line")
            return Refusal(before.line(start), reason)
    return None


def _other(before: Document, after: Document) -> Refusal | None:
    """Tell whether reading would find something else."""
    found = Counter(map(_fault, after.problems))
    for problem in before.problems:
        found[_fault(problem)] -= 1
    if not any(found.values()):
        return None
    line = before.line(before.problems[0].start) if before.problems else 1
    return Refusal(line, say("laid out in another way, this would be found fault with otherwise"))


def _fault(problem: Problem) -> tuple[str, str]:
    return problem.rule, str(problem.message)
