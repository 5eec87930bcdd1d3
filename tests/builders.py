"""Small builders of models for tests: what a test does not speak of has a plain value.

    tracker(
        agency("bo-tttt", heir("bo-khcn", "2025-03-01")),
        agency("bo-khcn"),
        directive("03/NQ-CP", task("1", "bo-tttt", due="2025-06"), issued="2025-01-09"),
    )

Days and deadlines are written as in the files, agencies as `"bo-khcn, bo-tai-chinh"`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, TypedDict, TypeVar, Unpack

from hypothesis import strategies as st

from stcli import deadlines
from stcli.model import (
    Agency,
    AgencyKind,
    Change,
    Contribution,
    Delivery,
    Directive,
    Ending,
    Progress,
    Succession,
    Task,
    Tracker,
)
from stcli.references import References
from stcli.settings import Settings
from stcli.views.tasks import TaskRow, task_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from stcli.deadlines import Deadline

SETTINGS = Settings()

Value = TypeVar("Value")


class TaskFields(TypedDict, total=False):
    title: str
    coordinating: tuple[str, ...]
    officer: str
    quote: str
    implements: str
    due_text: str
    product: str
    changes: tuple[Change, ...]
    progress: tuple[Progress, ...]
    evidence: tuple[str, ...]
    cancelled: Ending
    returned: Ending
    periods: tuple[Delivery, ...]
    members: tuple[Contribution, ...]
    confirmed: date
    tags: tuple[str, ...]
    notes: str
    line: int


class ChangeFields(TypedDict, total=False):
    by: str
    period: str
    asked: date
    replaced_by: tuple[str, ...]
    due_text: str
    coordinating: tuple[str, ...]
    title: str
    product: str
    reason: str


class DirectiveFields(TypedDict, total=False):
    title: str
    issuer: str
    type: str
    received: date
    effective: date
    implements: tuple[str, ...]
    cites: tuple[str, ...]
    amends: tuple[str, ...]
    replaces: tuple[str, ...]
    aliases: tuple[str, ...]
    confirmed: date
    source: tuple[str, ...]
    tags: tuple[str, ...]
    notes: str
    path: str
    line: int


class AgencyFields(TypedDict, total=False):
    name: str
    short: str
    aliases: tuple[str, ...]
    kind: AgencyKind
    code: str
    parent: str
    since: date
    until: date
    members: tuple[str, ...]
    notes: str
    path: str
    line: int


def day(text: str) -> date:
    return date.fromisoformat(text)


def task(
    id: str = "1", lead: str = "", due: str = "", done: str = "", **fields: Unpack[TaskFields]
) -> Task:
    plain = Task(
        id=id,
        title=f"việc {id}",
        leads=_listed(lead),
        due=_deadline(due),
        done=day(done) if done else None,
    )
    return replace(plain, **fields)


def change(
    on: str, due: str = "", lead: str | None = None, **fields: Unpack[ChangeFields]
) -> Change:
    leads = None if lead is None else _listed(lead)
    return replace(Change(day(on), due=_deadline(due), leads=leads), **fields)


def ending(on: str, by: str | None = None, reason: str | None = None) -> Ending:
    return Ending(day(on), by, reason)


def directive(
    number: str = "25/CT-TTg",
    *tasks: Task,
    issued: str = "2023-10-05",
    **fields: Unpack[DirectiveFields],
) -> Directive:
    plain = Directive(
        number=number,
        title=f"văn bản {number}",
        issuer="thu-tuong",
        issued=day(issued),
        tasks=tasks,
        path=f"directives/{issued[:4]}/{number.replace('/', '-')}.yaml",
    )
    return replace(plain, **fields)


def agency(id: str, *successors: Succession, **fields: Unpack[AgencyFields]) -> Agency:
    return replace(Agency(id, f"cơ quan {id}", successors=successors), **fields)


def heir(agency: str, since: str, *tags: str, basis: str | None = None) -> Succession:
    return Succession(agency, day(since), basis, tags)


def tracker(*records: Directive | Agency) -> Tracker:
    return Tracker(
        tuple(one for one in records if isinstance(one, Directive)),
        tuple(one for one in records if isinstance(one, Agency)),
    )


def rows(of: Tracker, on: str, settings: Settings = SETTINGS) -> tuple[TaskRow, ...]:
    return tuple(task_rows(of, References(of), settings, day(on)))


def _deadline(text: str) -> Deadline | None:
    return deadlines.parse(text) if text else None


def _listed(names: str) -> tuple[str, ...]:
    return tuple(names.split(", ")) if names else ()


# Strategies: few days, ids and words, so that the drawn records meet each other often. To draw
# takes hypothesis longer than what is asked of the records: what is one of few is one choice.


def perhaps(values: Iterable[Value]) -> st.SearchStrategy[Value | None]:
    """Nothing, as often as anything, or one of a few values."""
    several = tuple(values)
    return st.sampled_from(((None,) * len(several)) + several)


def rows_of(values: Sequence[Value], most: int) -> list[tuple[Value, ...]]:
    """Give all rows of up to so many values, those of each length as often as of any other."""
    return [
        row
        for count in range(most + 1)
        for row in product(values, repeat=count)
        for _ in range(len(values) ** (most - count))
    ]


FIRST = date(2024, 12, 25)
DAYS = tuple(FIRST + timedelta(days=number) for number in range(41))
IDS = ("a", "b", "c", "d")
ID_ROWS = rows_of(IDS, 3)
WORDS = ("Ủy ban", "công nghệ cao", "kế hoạch", "x")
PERIODS = ("2024-12", "2025-01", "2025-02", "2025-W01", "2025")
DEADLINES = (
    "2024-12-30",
    "before 2025-01-05",
    "2024-12",
    "2025-01",
    "2025",
    "7 days",
    "1 month from received",
    "5 working days",
    "ongoing",
    "monthly by 5",
    "monthly before 20 until 2025",
    "weekly by friday",
    "yearly",
)

days = st.sampled_from(DAYS)
ids = st.sampled_from(IDS)
few_ids = st.sampled_from(ID_ROWS)
words = st.sampled_from(WORDS)
tags = st.sampled_from(rows_of(("p", "q"), 2))
periods = st.sampled_from(PERIODS)
endings = perhaps(map(Ending, DAYS))
some_deadlines = perhaps(map(deadlines.parse, DEADLINES))
changes = st.builds(
    Change,
    day=days,
    due=some_deadlines,
    due_text=perhaps(WORDS),
    period=perhaps(PERIODS),
    leads=perhaps(ID_ROWS),
    coordinating=perhaps(ID_ROWS),
    title=perhaps(WORDS),
    product=perhaps(WORDS),
    replaced_by=st.sampled_from(((), ("1/CT-X#1",))),
)
tasks = st.builds(
    Task,
    id=st.sampled_from(("1", "2", "2a", "I.3")),
    title=words,
    leads=few_ids,
    coordinating=few_ids,
    officer=perhaps(WORDS),
    product=perhaps(WORDS),
    due=some_deadlines,
    due_text=perhaps(WORDS),
    changes=st.lists(changes, max_size=3).map(tuple),
    progress=st.sampled_from(rows_of([Progress(on) for on in DAYS], 2)),
    periods=st.lists(st.builds(Delivery, periods, perhaps(DAYS)), max_size=2).map(tuple),
    members=st.lists(st.builds(Contribution, ids, perhaps(PERIODS), perhaps(DAYS)), max_size=2).map(
        tuple
    ),
    confirmed=perhaps(DAYS),
    done=perhaps(DAYS),
    evidence=st.sampled_from(rows_of(WORDS, 1)),
    cancelled=endings,
    returned=endings,
    tags=tags,
    notes=perhaps(WORDS),
    implements=perhaps(("1/CT-X#1", "2/CT-X", "9/CT-X#1", "3/CT-X#2")),
)
NUMBERS = ("1/CT-X", "2/CT-X", "3/CT-X", "01/ct-x")
numbers = st.sampled_from(NUMBERS)
documents = st.builds(
    Directive,
    number=numbers,
    title=words,
    issuer=ids,
    issued=days,
    aliases=st.sampled_from(rows_of(NUMBERS, 1)),
    path=words,
)
directives = st.builds(
    replace,
    documents,
    received=perhaps(DAYS),
    implements=st.sampled_from(rows_of((*NUMBERS, "9/CT-X"), 2)),
    tags=tags,
    tasks=st.lists(tasks, max_size=3, unique_by=lambda one: one.id).map(tuple),
)
successions = st.builds(Succession, ids, days, st.none(), tags)
agencies = st.builds(
    Agency,
    id=ids,
    name=words,
    short=perhaps(WORDS),
    parent=perhaps(IDS),
    members=st.just(()) | few_ids,
    successors=st.lists(successions, max_size=3).map(tuple),
)
some_agencies = st.lists(agencies, max_size=4, unique_by=lambda one: one.id).map(tuple)
bare_trackers = st.builds(Tracker, st.lists(documents, max_size=4).map(tuple), some_agencies)
trackers = st.builds(Tracker, st.lists(directives, max_size=3).map(tuple), some_agencies)
