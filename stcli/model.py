"""Directives, tasks and agencies as the program thinks of them: frozen and typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from stcli.deadlines import Bases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from stcli.deadlines import Deadline


class AgencyKind(StrEnum):
    """What kind of body an agency is; associations are asked, not ordered."""

    STATE = "state"
    PARTY = "party"
    ASSOCIATION = "association"
    ENTERPRISE = "enterprise"
    COLLECTIVE = "collective"


@dataclass(frozen=True, slots=True)
class Succession:
    """Who takes over from an agency, from which day, by which document, for which tags."""

    agency: str
    since: date
    basis: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agency:
    """A body that can be given a task, from its first to its last day of being."""

    id: str
    name: str
    short: str | None = None
    aliases: tuple[str, ...] = ()
    kind: AgencyKind = AgencyKind.STATE
    code: str | None = None
    parent: str | None = None
    since: date | None = None
    until: date | None = None
    successors: tuple[Succession, ...] = ()
    members: tuple[str, ...] = ()
    notes: str | None = None
    path: str = ""
    line: int = 0

    @property
    def label(self) -> str:
        """Its short name where it has one."""
        return self.short or self.name

    def exists_on(self, day: date) -> bool:
        """Whether the agency is in being on a day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


@dataclass(frozen=True, slots=True)
class Change:
    """What a later document altered in a task, from its day on; `None` means left as it was.

    `period` limits it to one occurrence of a recurring task. `asked` is the day on which it was
    asked for. `replaced_by` are the tasks that took its place, by id or reference: one that
    replaces it, or several into which it was split; the task ends there.
    """

    day: date
    by: str | None = None
    period: str | None = None
    asked: date | None = None
    due: Deadline | None = None
    due_text: str | None = None
    leads: tuple[str, ...] | None = None
    coordinating: tuple[str, ...] | None = None
    title: str | None = None
    product: str | None = None
    replaced_by: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """A note on how far a task has come."""

    day: date
    note: str | None = None
    percent: int | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """The day a task was cancelled or sent back, by which document, and why."""

    day: date
    by: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was delivered for one period of a recurring task, or why nothing had to be."""

    period: str
    done: date | None = None
    evidence: tuple[str, ...] = ()
    cancelled: Ending | None = None


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one member of a collective delivered, for one period where the task is recurring."""

    agency: str
    period: str | None = None
    done: date | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """One task as its directive gave it, with what was recorded since.

    `leads` and `coordinating` are ids of the agencies that the document named. `confirmed` is the
    day on which somebody saw to it that the task still stands, after another document had amended
    or replaced its own. `line` is where the task starts in its file, counted from 1.
    """

    id: str
    title: str
    leads: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    officer: str | None = None
    quote: str | None = None
    implements: str | None = None
    due: Deadline | None = None
    due_text: str | None = None
    product: str | None = None
    changes: tuple[Change, ...] = ()
    progress: tuple[Progress, ...] = ()
    done: date | None = None
    evidence: tuple[str, ...] = ()
    cancelled: Ending | None = None
    returned: Ending | None = None
    periods: tuple[Delivery, ...] = ()
    members: tuple[Contribution, ...] = ()
    confirmed: date | None = None
    tags: tuple[str, ...] = ()
    notes: str | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Directive:
    """One document that assigns tasks, or that such a document refers to.

    `confirmed` is for all of its tasks what it is for one.
    """

    number: str
    title: str
    issuer: str
    issued: date
    type: str | None = None
    received: date | None = None
    effective: date | None = None
    implements: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    confirmed: date | None = None
    source: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    notes: str | None = None
    tasks: tuple[Task, ...] = ()
    path: str = ""
    line: int = 0

    @property
    def bases(self) -> Bases:
        """The days from which the periods of its tasks are counted."""
        return Bases(self.issued, self.received, self.effective)


@dataclass(frozen=True, slots=True)
class Tracker:
    """Everything that was read, in the order of the paths.

    `listed` are the agencies as they stand in their file, `agencies` the same by id.
    """

    directives: tuple[Directive, ...] = ()
    listed: tuple[Agency, ...] = ()
    agencies: Mapping[str, Agency] = field(init=False)

    def __post_init__(self) -> None:
        by_id = {agency.id: agency for agency in reversed(self.listed)}
        object.__setattr__(self, "agencies", by_id)

    def tasks(self) -> Iterator[tuple[Directive, int, Task]]:
        """Give every task with its directive and its position in it, counted from 0."""
        for directive in self.directives:
            for position, task in enumerate(directive.tasks):
                yield directive, position, task

    def agency_label(self, agency: str) -> str:
        """Give the short name of an agency id, or the id where it is unknown."""
        known = self.agencies.get(agency)
        return known.label if known else agency
