"""Sources to documents to model: the one pipeline that every command starts with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from stcli import shipped
from stcli import sources as paths
from stcli.calendar import Calendar, Listing
from stcli.diagnostics import Diagnostic, Severity
from stcli.documents.rewriting import concrete
from stcli.documents.subjects import subject
from stcli.model import Tracker
from stcli.references import References
from stcli.rules.declared import RULES
from stcli.settings import Settings
from stcli.sources import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stcli.documents.document import Document
    from stcli.model import Agency, Directive
    from stcli.schema.faults import Fault
    from stcli.sources import Source


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the sources hold. `invalid` are the paths that could not be read whole.

    `diagnostics` are those of reading and format, sorted; `check` adds those of the rules. Of the
    directives in `outlined` files no more is there than rules about others ask for, as nothing is
    found in them by themselves.
    """

    tracker: Tracker
    references: References
    settings: Settings
    documents: Mapping[str, Document]
    diagnostics: tuple[Diagnostic, ...]
    invalid: tuple[str, ...]
    outlined: frozenset[str] = frozenset()

    @property
    def whole(self) -> Loaded:
        """The same without the directives of which there is only an outline."""
        if not self.outlined:
            return self
        directives = (one for one in self.tracker.directives if one.path not in self.outlined)
        return replace(self, tracker=Tracker(tuple(directives), self.tracker.listed))

    def entire(self, directive: Directive) -> Directive:
        """Give a directive with all that its file holds; in an outline much is left out."""
        if directive.path not in self.outlined:
            return directive
        return part(self.documents[directive.path]).directive or directive

    @property
    def complete(self) -> bool:
        """Whether every file could be read."""
        return not self.invalid


@dataclass(frozen=True, slots=True)
class Part:
    """What one document holds, and the findings of reading and format in it.

    A directive, or the agencies, settings or calendar of an office, by the path.
    """

    document: Document
    diagnostics: tuple[Diagnostic, ...]
    directive: Directive | None = None
    agencies: tuple[Agency, ...] = ()
    settings: Settings | None = None
    calendar: Listing | None = None


def load(sources: Iterable[Source]) -> Loaded:
    """Read all sources; what is wrong is collected, and nothing is dropped in silence."""
    return assemble(read(source) for source in sources)


def assemble(documents: Iterable[Document]) -> Loaded:
    """Make the model of documents, each as it comes, and put it into the order of the paths."""
    return join(map(part, documents))


def part(document: Document) -> Part:
    """Give what a document holds; where something in it is an error, only what is wrong."""
    own = found_by_reader(document)
    if document.data is None:
        return Part(document, own)
    from stcli.schema import reading  # noqa: PLC0415 - what is kept in an index is not read again

    directive, agencies, settings, calendar = None, None, None, None
    wrong: tuple[Fault, ...]
    match document.path:
        case paths.AGENCIES:
            agencies, wrong = reading.read_agencies(document)
        case paths.CALENDAR:
            calendar, wrong = reading.read_calendar(document)
        case paths.SETTINGS:
            settings, wrong = reading.read_settings(document)
        case _:
            directive, wrong = reading.read_directive(document)
    found = (*own, *(_diagnostic(document, fault) for fault in wrong)) if wrong else own
    if any(one.severity is Severity.ERROR for one in own):
        return Part(document, found)
    return Part(document, found, directive, agencies or (), settings, calendar)


def join(parts: Iterable[Part], outlined: Iterable[Directive] = ()) -> Loaded:
    """Put together what documents hold, whatever their order, and directives without any."""
    taken: dict[str, Document] = {}
    found: list[Diagnostic] = []
    directives = [*outlined]
    agencies: tuple[Agency, ...] = ()
    settings, calendar = Settings(), Listing()
    for one in parts:
        taken[one.document.path] = one.document
        found += one.diagnostics
        if one.directive is not None:
            directives.append(one.directive)
        agencies = one.agencies or agencies
        settings = one.settings or settings
        calendar = one.calendar or calendar
    directives.sort(key=attrgetter("path"))
    tracker = Tracker(tuple(directives), agencies)
    return Loaded(
        tracker=tracker,
        references=References(tracker),
        settings=replace(settings, calendar=Calendar(calendar, shipped.listing)),
        documents={path: taken[path] for path in sorted(taken)},
        diagnostics=tuple(sorted(found, key=lambda one: one.order)),
        invalid=tuple(sorted({one.place.path for one in found if one.severity is Severity.ERROR})),
    )


def found_by_reader(document: Document) -> tuple[Diagnostic, ...]:
    """Give what the reader found in a document, as findings."""
    return tuple(
        document.diagnostic(problem, RULES[problem.rule].severity) for problem in document.problems
    )


def _diagnostic(document: Document, fault: Fault) -> Diagnostic:
    place = document.place(fault.route, key=fault.at_key)
    span = place.start, place.end
    return Diagnostic(
        rule=fault.rule,
        severity=RULES[fault.rule].severity,
        message=fault.message,
        place=place,
        help=fault.help,
        fix=concrete(document, fault.route, span, fault.fix, key=fault.at_key),
        subject=subject(document.data, fault.route),
    )
