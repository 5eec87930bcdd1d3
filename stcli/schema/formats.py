"""The three kinds of files: a directive, the agencies, the settings; and how each becomes model.

Field names are the keys people write; `alias` where the key is a word of Python.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from stcli import model
from stcli.diagnostics import Severity
from stcli.schema.fields import (
    Day,
    DeadlineText,
    Identifier,
    OptionalDay,
    OptionalTexts,
    Text,
    Texts,
    one_of,
    whole_number,
)
from stcli.settings import DUE_SOON_DAYS, TIMEZONE, Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

Entry = TypeVar("Entry")
Many = Annotated[tuple[Entry, ...], BeforeValidator(lambda value: () if value is None else value)]
"""A list of mappings; nothing written means none."""


class Format(BaseModel):
    """What all mappings of the format share: no key but the known ones."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_by_alias=True)


class ChangeFormat(Format):
    """One entry of `changes`."""

    date: Day
    by: Text | None = None
    due: DeadlineText = None
    due_text: Text | None = None
    lead: OptionalTexts = None
    coordinating: OptionalTexts = Field(default=None, alias="with")
    title: Text | None = None
    product: Text | None = None
    reason: Text | None = None

    def change(self) -> model.Change:
        """Give the model's change."""
        return model.Change(
            day=self.date,
            by=self.by,
            due=self.due,
            due_text=self.due_text,
            leads=self.lead,
            coordinating=self.coordinating,
            title=self.title,
            product=self.product,
            reason=self.reason,
        )


class ProgressFormat(Format):
    """One entry of `progress`."""

    date: Day
    note: Text | None = None
    percent: Annotated[int | None, whole_number(0, 100)] = None


class EndingFormat(Format):
    """`cancelled` or `returned`."""

    date: Day
    by: Text | None = None
    reason: Text | None = None

    def ending(self) -> model.Ending:
        """Give the model's ending."""
        return model.Ending(self.date, self.by, self.reason)


class PeriodFormat(Format):
    """One entry of `periods`."""

    period: Text = Field(alias="for")
    done: OptionalDay = None
    evidence: Texts = ()


class TaskFormat(Format):
    """One entry of `tasks`."""

    id: Identifier
    title: Text
    lead: Texts = ()
    coordinating: Texts = Field(default=(), alias="with")
    officer: Text | None = None
    quote: Text | None = None
    implements: Text | None = None
    due: DeadlineText = None
    due_text: Text | None = None
    product: Text | None = None
    changes: Many[ChangeFormat] = ()
    progress: Many[ProgressFormat] = ()
    done: OptionalDay = None
    evidence: Texts = ()
    cancelled: EndingFormat | None = None
    returned: EndingFormat | None = None
    periods: Many[PeriodFormat] = ()
    tags: Texts = ()
    notes: Text | None = None

    def task(self, line: int) -> model.Task:
        """Give the model's task, which starts on a line of its file."""
        return model.Task(
            id=self.id,
            title=self.title,
            leads=self.lead,
            coordinating=self.coordinating,
            officer=self.officer,
            quote=self.quote,
            implements=self.implements,
            due=self.due,
            due_text=self.due_text,
            product=self.product,
            changes=tuple(one.change() for one in self.changes),
            progress=tuple(model.Progress(p.date, p.note, p.percent) for p in self.progress),
            done=self.done,
            evidence=self.evidence,
            cancelled=self.cancelled.ending() if self.cancelled else None,
            returned=self.returned.ending() if self.returned else None,
            periods=tuple(model.Delivery(p.period, p.done, p.evidence) for p in self.periods),
            tags=self.tags,
            notes=self.notes,
            line=line,
        )


class DirectiveFormat(Format):
    """A file under `directives/`."""

    number: Text
    title: Text
    issuer: Text
    issued: Day
    type: Text | None = None
    received: OptionalDay = None
    effective: OptionalDay = None
    implements: Texts = ()
    cites: Texts = ()
    amends: Texts = ()
    replaces: Texts = ()
    aliases: Texts = ()
    source: Texts = ()
    tags: Texts = ()
    notes: Text | None = None
    tasks: Many[TaskFormat] = ()

    def directive(self, path: str, line: int, task_lines: Sequence[int]) -> model.Directive:
        """Give the model's directive, read from a path, its tasks starting on these lines."""
        return model.Directive(
            number=self.number,
            title=self.title,
            issuer=self.issuer,
            issued=self.issued,
            type=self.type,
            received=self.received,
            effective=self.effective,
            implements=self.implements,
            cites=self.cites,
            amends=self.amends,
            replaces=self.replaces,
            aliases=self.aliases,
            source=self.source,
            tags=self.tags,
            notes=self.notes,
            tasks=tuple(
                task.task(start) for task, start in zip(self.tasks, task_lines, strict=True)
            ),
            path=path,
            line=line,
        )


class SuccessorFormat(Format):
    """One entry of `successors`."""

    agency: Text
    since: Day = Field(alias="from")
    basis: Text | None = None
    tags: Texts = Field(default=(), alias="for")


class AgencyFormat(Format):
    """One entry of `agencies`."""

    id: Identifier
    name: Text
    short: Text | None = None
    aliases: Texts = ()
    kind: Annotated[str | None, one_of(*model.AgencyKind)] = None
    code: Text | None = None
    parent: Text | None = None
    since: OptionalDay = Field(default=None, alias="from")
    until: OptionalDay = None
    successors: Many[SuccessorFormat] = ()
    members: Texts = ()
    notes: Text | None = None

    def agency(self, path: str, line: int) -> model.Agency:
        """Give the model's agency, which starts on a line of a file."""
        return model.Agency(
            id=self.id,
            name=self.name,
            short=self.short,
            aliases=self.aliases,
            kind=model.AgencyKind(self.kind or model.AgencyKind.STATE),
            code=self.code,
            parent=self.parent,
            since=self.since,
            until=self.until,
            successors=tuple(
                model.Succession(one.agency, one.since, one.basis, one.tags)
                for one in self.successors
            ),
            members=self.members,
            notes=self.notes,
            path=path,
            line=line,
        )


class AgenciesFormat(Format):
    """The file `directives/agencies.yaml`."""

    agencies: Many[AgencyFormat]


class SettingsFormat(Format):
    """The file `stcli.yaml`."""

    before: Annotated[str | None, one_of("strict", "inclusive")] = None
    roll: Annotated[str | None, one_of("none", "next-working-day")] = None
    due_soon: Annotated[int | None, whole_number(0, 366)] = None
    timezone: Text | None = None
    lang: Annotated[str | None, one_of("en", "vi")] = None
    severity: Annotated[
        dict[str, Annotated[str | None, one_of(*Severity)]],
        BeforeValidator(lambda value: {} if value is None else value),
    ] = Field(default_factory=dict)

    def settings(self) -> Settings:
        """Give the settings, with the defaults for what the file leaves out."""
        chosen: dict[str, Any] = {
            name: Severity(word) for name, word in self.severity.items() if word is not None
        }
        return Settings(
            before_inclusive=self.before == "inclusive",
            roll=self.roll == "next-working-day",
            due_soon=DUE_SOON_DAYS if self.due_soon is None else self.due_soon,
            timezone=self.timezone or TIMEZONE,
            language=self.lang,
            severities=chosen,
        )
