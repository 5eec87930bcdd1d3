"""Values that may be typed for a key, by what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from stcli.completing import naming, office
from stcli.completing import tree as completing
from stcli.completing.candidates import Candidate
from stcli.deadlines import DeadlineProblem, parse, parse_day, write
from stcli.deadlines.phrases import recognise
from stcli.heads import lines
from stcli.lsp.meanings import Meaning, key_format
from stcli.messages import say
from stcli.references import types

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from stcli.lsp.cursor import Cursor
    from stcli.lsp.tree import Tree

_FORMS: Final = (
    "{year}-12-31",
    "before {year}-12-31",
    "{year}-12",
    "{year}-Q4",
    "{year}-H2",
    "{year}",
    "{year}..{next}",
    "15 days",
    "15 working days",
    "15 days from received",
    "15 working days from effective",
    "3 weeks",
    "2 months",
    "1 year",
    "3 days before effective",
    "ongoing",
    "{year}..",
    "weekly by friday",
    "monthly by 25",
    "monthly by 5 of next month",
    "quarterly by 20",
    "half-yearly by 06-15, 12-15",
    "yearly",
    "yearly by 12-15",
)
"""Every form of a deadline, with examples of this year."""


class Asked(NamedTuple):
    """Where a value is typed, and what of it: in which file of which tree."""

    cursor: Cursor
    typed: str
    name: str
    tree: Tree


def _agencies(asked: Asked) -> Iterator[Candidate]:
    return office.agencies(completing.Tree(asked.tree).agencies())


def _directives(asked: Asked) -> Iterator[Candidate]:
    return naming.directives(asked.typed, completing.Tree(asked.tree))


def _references(asked: Asked) -> Iterator[Candidate]:
    return naming.references(asked.typed, completing.Tree(asked.tree))


def _tasks_or_references(asked: Asked) -> Iterator[Candidate]:
    yield from _tasks_beside(asked)
    yield from _references(asked)


def _tasks_beside(asked: Asked) -> Iterator[Candidate]:
    for one in lines.tasks(asked.tree.document(asked.name).data):
        yield Candidate(one.id, one.title)


def _deadlines(asked: Asked) -> Iterator[Candidate]:
    """Give what the words of the document say, then every form."""
    start, awaited, _ = asked.typed.rpartition(" task ")
    if awaited:
        for beside in _tasks_beside(asked):
            text = f"{start}{awaited}{beside.text}"
            yield Candidate(text, beside.about, start=start + awaited)
        return
    yield from _as_said(asked)
    year = asked.tree.day.year
    for form in _FORMS:
        example = form.format(year=year, next=year + 1)
        yield Candidate(example, say("{deadline}", deadline=parse(example)))
    about = say("counted from the completion of another task")
    yield Candidate("15 days from task ", about, goes_on=True)


def _as_said(asked: Asked) -> Iterator[Candidate]:
    said = asked.cursor.siblings.get("due_text", "").strip(" \"'")
    if not said:
        return
    issued = "".join(lines.texts(asked.tree.document(asked.name).data or {}, "issued"))
    try:
        read = recognise(said, parse_day(issued))
    except DeadlineProblem:
        read = recognise(said, None)
    for one in (read.deadline, *read.alternatives):
        if one is not None:
            yield Candidate(write(one), say("as `due_text` says: {words}", words=said))


def _day(asked: Asked) -> Iterator[Candidate]:
    yield Candidate(asked.tree.day.isoformat(), say("today"))


def _periods(asked: Asked) -> Iterator[Candidate]:
    """Give the periods that this day is in."""
    day = asked.tree.day
    quarter, half = (day.month + 2) // 3, (day.month + 5) // 6
    parts = (f"{day:%m}", f"Q{quarter}", f"H{half}")
    yield from (Candidate(f"{day.year}-{part}") for part in parts)
    yield Candidate(str(day.year))


def _tags(asked: Asked) -> Iterable[Candidate]:
    return map(Candidate, office.marks(asked.tree.documents(), "tags"))


def _officers(asked: Asked) -> Iterable[Candidate]:
    return map(Candidate, office.marks(asked.tree.documents(), "officer"))


def _types(asked: Asked) -> Iterable[Candidate]:
    known = {one for each in asked.tree.references.directives for one in types(each)}
    return map(Candidate, sorted(known))


def _words(asked: Asked) -> Iterable[Candidate]:
    key = key_format(asked.name, asked.cursor.path)
    return map(Candidate, key.kind.shape.words if key else SEVERITIES)


def _none(_: Asked) -> Iterable[Candidate]:
    return ()


SEVERITIES: Final = ("error", "warning", "off")

VALUES: Final[Mapping[Meaning, Callable[[Asked], Iterable[Candidate]]]] = {
    Meaning.AGENCY: _agencies,
    Meaning.AGENCY_ID: _none,
    Meaning.DIRECTIVE: _directives,
    Meaning.TASK: _references,
    Meaning.TASK_BESIDE: _tasks_or_references,
    Meaning.TASK_ID: _none,
    Meaning.NUMBER: _none,
    Meaning.DEADLINE: _deadlines,
    Meaning.DEADLINE_WORDS: _none,
    Meaning.DAY: _day,
    Meaning.PERIOD: _periods,
    Meaning.TAG: _tags,
    Meaning.OFFICER: _officers,
    Meaning.TYPE: _types,
    Meaning.RULE: _none,
    Meaning.WORD: _words,
    Meaning.KEY: _none,
}
"""Where the values come from, by what they stand for."""
