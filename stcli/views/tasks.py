"""Tasks as rows: each with its directive, its names, and how it stands on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from stcli.amendments import amendments, unconfirmed
from stcli.fulfilment.collectives import common_record, members, record_of
from stcli.fulfilment.completion import bases_on
from stcli.fulfilment.recurrence import is_recurring, standings
from stcli.model import AgencyKind
from stcli.responsibility import responsible
from stcli.states import CLOSED, Standing, State, by_record, standing_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from stcli.amendments import Amendment
    from stcli.deadlines import Bases, Occurrence
    from stcli.model import Agency, Directive, Task, Tracker
    from stcli.references import References
    from stcli.settings import Settings


class TaskRow(NamedTuple):  # a tuple for the same reason as Standing
    """One task on one day, one occurrence of it, or what one member of a collective owes.

    `responsible` are those who answer for it on that day. It is `requested` where all who lead
    are associations, which can be asked and not ordered. `suspect` is the document that amended
    or replaced its directive and after which nobody has confirmed it.
    """

    reference: str
    directive_reference: str
    directive: Directive
    task: Task
    standing: Standing
    responsible: tuple[str, ...]
    occurrence: Occurrence | None = None
    member: str | None = None
    requested: bool = False
    suspect: Amendment | None = None

    @property
    def state(self) -> State:
        """Its state on the day."""
        return self.standing.state

    @property
    def path(self) -> str:
        """The file it stands in."""
        return self.directive.path

    @property
    def line(self) -> int:
        """The line of the file on which it starts."""
        return self.task.line

    @property
    def tags(self) -> tuple[str, ...]:
        """Its own tags, then those of its directive, which every task of it has too."""
        return _tags(self.directive, self.task)

    @property
    def evidence(self) -> tuple[str, ...]:
        """The proofs of completion, none before the day on which it was completed."""
        return self.standing.evidence

    @property
    def period(self) -> str | None:
        """The name of its period, for an occurrence of a recurring task."""
        return self.occurrence and self.occurrence.period

    @property
    def replaced_by(self) -> tuple[str, ...]:
        """The references of the tasks that took its place."""
        named = self.standing.replaced_by
        own = self.directive_reference
        ids = (text.removeprefix("#") for text in named)
        return tuple(text if "#" in text else f"{own}#{text}" for text in ids)

    @property
    def task_reference(self) -> str:
        """The reference of the task, without a period or a member."""
        return f"{self.directive_reference}#{self.task.id}"


def task_rows(  # noqa: PLR0913 - what is asked for, and how far
    tracker: Tracker,
    references: References,
    settings: Settings,
    day: date,
    *,
    until: date | None = None,
    expand: bool = False,
) -> Iterator[TaskRow]:
    """Give the tasks of all directives issued by a day, in the order of the files.

    A recurring task gives a row for each occurrence: all until the next one, and those that fall
    due until a later day. With `expand` a task of a collective gives one for each of its members.
    """
    made = _Rows(tracker.agencies, settings, day, until or day, expand=expand)
    later = amendments(references, day)
    for directive in tracker.directives:
        if directive.issued <= day:
            yield from made.of(
                _Source(
                    directive,
                    references.name(directive),
                    bases_on(directive, references, day),
                    later.get(id(directive), ()),
                )
            )


class _Source(NamedTuple):
    """A directive with its reference, the days its tasks count from, and what amended it since."""

    directive: Directive
    name: str
    bases: Bases
    later: tuple[Amendment, ...]


class _Rows:
    """The making of rows for one day, which remembers who answers for what."""

    def __init__(
        self,
        agencies: Mapping[str, Agency],
        settings: Settings,
        day: date,
        until: date,
        *,
        expand: bool,
    ) -> None:
        self._agencies = agencies
        self._settings = settings
        self._day = day
        self._until = until
        self._expand = expand
        # Few leads and tags come in many tasks, so who answers is found once for each of them.
        self._answering: dict[
            tuple[tuple[str, ...], tuple[str, ...]], tuple[tuple[str, ...], bool]
        ] = {}

    def of(self, source: _Source) -> Iterator[TaskRow]:
        """Give the rows of one directive."""
        bases, day, settings = source.bases, self._day, self._settings
        for task in source.directive.tasks:
            if not (self._expand or task.members or is_recurring(task)):
                yield self._row(source, task, standing_from(bases, task, day, settings))
                continue
            for occurrence, whole in self._stands(source, task):
                for member, stands in self._shared(task, occurrence, whole):
                    yield self._row(source, task, stands, occurrence, member)

    def _row(
        self,
        source: _Source,
        task: Task,
        stands: Standing,
        occurrence: Occurrence | None = None,
        member: str | None = None,
    ) -> TaskRow:
        directive, name, _, later = source
        given = stands.leads, _tags(directive, task)
        answers = self._answering.get(given)
        if answers is None:
            heirs = responsible(*given, self._day, self._agencies)
            answers = self._answering[given] = heirs, self._requested(stands.leads)
        suspect = None
        if later and stands.state not in CLOSED:
            suspect = unconfirmed(directive, task, later, self._day)
        reference = f"{name}#{task.id}"
        if occurrence is not None:
            reference += f"@{occurrence.period}"
        if member is not None:
            reference += f"@{member}"
        heirs, requested = answers
        return TaskRow(
            reference,
            name,
            directive,
            task,
            stands,
            heirs,
            occurrence,
            member,
            requested,
            suspect,
        )

    def _stands(self, source: _Source, task: Task) -> Iterator[tuple[Occurrence | None, Standing]]:
        """Give how a task stands, and each of its occurrences, when all leads have done theirs."""
        bases, day, settings = source.bases, self._day, self._settings
        if is_recurring(task):
            found = standings(source.directive, task, bases, day, settings, until=self._until)
        else:
            found = iter(((None, standing_from(bases, task, day, settings)),))
        for occurrence, stands in found:
            common = None
            if task.members and stands.done is None and stands.state not in CLOSED:
                period = occurrence and occurrence.period
                common = common_record(task, stands.leads, period, self._agencies, day)
            yield occurrence, by_record(stands, common, day, settings) if common else stands

    def _shared(
        self, task: Task, occurrence: Occurrence | None, whole: Standing
    ) -> Iterator[tuple[str | None, Standing]]:
        """Give a task once, or where that is wanted for each member of a collective that leads."""
        shared = members(whole.leads, self._agencies, self._day) if self._expand else {}
        if not any(shared.values()):
            yield None, whole
            return
        period = occurrence and occurrence.period
        for member in shared:
            own = record_of(task, member, shared, period, agencies=self._agencies, day=self._day)
            stands = by_record(whole, own, self._day, self._settings) if own else whole
            yield member, stands._replace(leads=(member,))

    def _requested(self, leads: tuple[str, ...]) -> bool:
        """Tell whether all leads are associations."""
        known = [self._agencies.get(lead) for lead in leads]
        return bool(known) and all(one and one.kind is AgencyKind.ASSOCIATION for one in known)


def _tags(directive: Directive, task: Task) -> tuple[str, ...]:
    if not directive.tags:
        return task.tags
    if not task.tags:
        return directive.tags
    return tuple(dict.fromkeys(task.tags + directive.tags))
