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
from typing import TYPE_CHECKING, TypedDict, Unpack

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
    from stcli.deadlines import Deadline

SETTINGS = Settings()


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


# Strategies: few days, ids and words, so that the drawn records meet each other often.

FIRST = date(2024, 12, 25)
IDS = ("a", "b", "c", "d")

days = st.integers(0, 40).map(lambda number: FIRST + timedelta(days=number))
ids = st.sampled_from(IDS)
few_ids = st.lists(ids, max_size=3).map(tuple)
words = st.sampled_from(("Ủy ban", "công nghệ cao", "kế hoạch", "x"))
tags = st.lists(st.sampled_from(("p", "q")), max_size=2).map(tuple)
periods = st.sampled_from(("2024-12", "2025-01", "2025-02", "2025-W01", "2025"))
endings = st.builds(Ending, days)
some_deadlines: st.SearchStrategy[Deadline | None] = st.none() | st.sampled_from(
    (
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
).map(deadlines.parse)
changes = st.builds(
    Change,
    day=days,
    due=some_deadlines,
    due_text=st.none() | words,
    period=st.none() | periods,
    leads=st.none() | few_ids,
    coordinating=st.none() | few_ids,
    title=st.none() | words,
    product=st.none() | words,
    replaced_by=st.just(()) | st.just(("1/CT-X#1",)),
)
tasks = st.builds(
    Task,
    id=st.sampled_from(("1", "2", "2a", "I.3")),
    title=words,
    leads=few_ids,
    coordinating=few_ids,
    officer=st.none() | words,
    product=st.none() | words,
    due=some_deadlines,
    due_text=st.none() | words,
    changes=st.lists(changes, max_size=3).map(tuple),
    progress=st.lists(st.builds(Progress, days), max_size=2).map(tuple),
    periods=st.lists(st.builds(Delivery, periods, st.none() | days), max_size=2).map(tuple),
    members=st.lists(
        st.builds(Contribution, ids, st.none() | periods, st.none() | days), max_size=2
    ).map(tuple),
    confirmed=st.none() | days,
    done=st.none() | days,
    evidence=st.lists(words, max_size=1).map(tuple),
    cancelled=st.none() | endings,
    returned=st.none() | endings,
    tags=tags,
    notes=st.none() | words,
    implements=st.none() | st.sampled_from(("1/CT-X#1", "2/CT-X", "9/CT-X#1", "3/CT-X#2")),
)
numbers = st.sampled_from(("1/CT-X", "2/CT-X", "3/CT-X", "01/ct-x"))
documents = st.builds(
    Directive,
    number=numbers,
    title=words,
    issuer=ids,
    issued=days,
    aliases=st.lists(numbers, max_size=1).map(tuple),
    path=words,
)
directives = st.builds(
    replace,
    documents,
    received=st.none() | days,
    implements=st.lists(numbers | st.just("9/CT-X"), max_size=2).map(tuple),
    tags=tags,
    tasks=st.lists(tasks, max_size=3, unique_by=lambda one: one.id).map(tuple),
)
successions = st.builds(Succession, ids, days, st.none(), tags)
agencies = st.builds(
    Agency,
    id=ids,
    name=words,
    short=st.none() | words,
    parent=st.none() | ids,
    members=st.just(()) | few_ids,
    successors=st.lists(successions, max_size=3).map(tuple),
)
some_agencies = st.lists(agencies, max_size=4, unique_by=lambda one: one.id).map(tuple)
bare_trackers = st.builds(Tracker, st.lists(documents, max_size=4).map(tuple), some_agencies)
trackers = st.builds(Tracker, st.lists(directives, max_size=3).map(tuple), some_agencies)
