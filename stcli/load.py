"""Sources to documents to model: the one pipeline that every command starts with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from stcli import shipped
from stcli.calendar import Calendar, Listing
from stcli.diagnostics import Diagnostic, Severity
from stcli.documents.rewriting import concrete
from stcli.documents.subjects import subject
from stcli.model import Tracker
from stcli.references import References
from stcli.rules.declared import RULES
from stcli.schema import reading
from stcli.settings import Settings
from stcli.sources import AGENCIES, CALENDAR, SETTINGS, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stcli.documents.document import Document
    from stcli.model import Agency, Directive
    from stcli.schema.faults import Fault
    from stcli.sources import Source


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the sources hold. `invalid` are the paths that could not be read whole.

    `diagnostics` are those of reading and format, sorted; `check` adds those of the rules.
    """

    tracker: Tracker
    references: References
    settings: Settings
    documents: Mapping[str, Document]
    diagnostics: tuple[Diagnostic, ...]
    invalid: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether every file could be read."""
        return not self.invalid


def load(sources: Iterable[Source]) -> Loaded:
    """Read all sources; what is wrong is collected, and nothing is dropped in silence."""
    return assemble(read(source) for source in sources)


def assemble(documents: Iterable[Document]) -> Loaded:
    """Make the model of documents, each as it comes, and put it into the order of the paths."""
    taken: dict[str, Document] = {}
    found: list[Diagnostic] = []
    directives: list[Directive] = []
    agencies: tuple[Agency, ...] = ()
    settings, calendar = Settings(), Listing()
    for document in documents:
        path = document.path
        taken[path] = document
        sound = _report(document, found)
        if document.data is None:
            continue
        wrong: tuple[Fault, ...]
        if path == AGENCIES:
            listed, wrong = reading.read_agencies(document)
            agencies = listed if sound else ()
        elif path == CALENDAR:
            rows, wrong = reading.read_calendar(document)
            calendar = rows if rows and sound else calendar
        elif path == SETTINGS:
            chosen, wrong = reading.read_settings(document)
            settings = chosen if chosen and sound else settings
        else:
            directive, wrong = reading.read_directive(document)
            directives += (directive,) if directive and sound else ()
        found += (_diagnostic(document, fault) for fault in wrong)
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


def _report(document: Document, found: list[Diagnostic]) -> bool:
    """Add what the reader found; True when none of it is an error."""
    own = [
        document.diagnostic(problem, RULES[problem.rule].severity) for problem in document.problems
    ]
    found += own
    return all(one.severity is not Severity.ERROR for one in own)


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
