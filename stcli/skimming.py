"""Files read for a check: whole where there is something to say of them, else in outline.

Most files of a large tree are in order by themselves. That is seen where they are read, in forked
processes; of such a file nothing is kept but what the rules about several files ask for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar, cast

from stcli.amendments import amendments
from stcli.diagnostics import Severity
from stcli.documents.allowances import allowances
from stcli.documents.document import Document
from stcli.load import Loaded, join, part
from stcli.model import Tracker
from stcli.references import References
from stcli.rules.catalogue import RULES
from stcli.rules.outlines import outline, outlined
from stcli.rules.registry import Scope, Survey, severity
from stcli.sources import AGENCIES, read
from stcli.views.steadiness import depends_on
from stcli.workers import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from stcli.documents.document import Packed
    from stcli.load import Part
    from stcli.model import Directive
    from stcli.rules.outlines import Outline
    from stcli.rules.registry import Finding
    from stcli.sources import Source, Stock
    from stcli.workers import Told

    Asked: TypeAlias = Callable[[Loaded], Iterable[tuple[str, Finding]]]
    """What is asked beyond the rules: findings in what was loaded, with the names of rules."""

    Check: TypeAlias = Callable[[Survey], Iterator[Finding]]

    _Share: TypeAlias = tuple[list[Packed], list[Outline]]
    """The documents of some files, and the outlines of the other ones."""

Item = TypeVar("Item")


class Circumstances(NamedTuple):
    """What decides whether there is anything to say of a file.

    `office` is what the files of the office hold, with the settings that count, whatever is in the
    files that are read; `day` the one asked about; `asked` what a pipeline asks of what is read.
    """

    office: Loaded
    day: date
    asked: Asked


class Known(NamedTuple):
    """Files that were skimmed in the same circumstances before, among others."""

    loaded: Loaded
    paths: frozenset[str]


def skim(
    stock: Stock[Item],
    given: Circumstances,
    processors: int,
    told: Told | None = None,
    known: Known | None = None,
) -> Loaded:
    """Read all files, and give those in outline that nothing is found in by themselves.

    What `examine` finds in the result is what it finds in all files read whole. Meanwhile it is
    `told` how many files are done. Those that are `known` are there as well, and not read again.
    """
    skimming = _Skimming(given)
    work = Work(lambda some: skimming.share(map(stock.source, some)), stock.items, processors)
    parts: dict[str, Part] = {}
    quiet: dict[str, Directive] = {}
    for documents, outlines in cast("Iterator[_Share]", work.results(told)):
        for one in map(part, map(Document.unpacked, documents)):
            parts[one.document.path] = one
        quiet.update((one.path, one) for one in map(outlined, outlines))
    items = dict(zip(map(stock.name, stock.items), stock.items, strict=True))
    if known is not None:
        quiet.update(_outlined(known))
        others = known.paths.difference(quiet)
        parts.update((path, part(known.loaded.documents[path])) for path in others)

    def again(path: str) -> Document:
        if known is not None and path in known.paths:
            return known.loaded.documents[path]
        return read(stock.source(items[path]))

    while True:
        loaded = join(parts.values(), quiet.values())
        missing = _missing(loaded, quiet, given.day)
        if not missing:
            break
        for path in missing:
            del quiet[path]
            parts[path] = part(again(path))
    every = _Documents(loaded.documents, quiet, again)
    settings = given.office.settings
    return replace(loaded, settings=settings, documents=every, outlined=frozenset(quiet))


class _Skimming:
    """Whether there is anything to say of a file by itself."""

    def __init__(self, given: Circumstances) -> None:
        self._office, self._day, self._asked = given

    def share(self, sources: Iterable[Source]) -> _Share:
        """Read some files, and give what is kept of them."""
        documents: dict[str, Document] = {}
        quiet: dict[str, Directive] = {}
        for source in sources:
            document = read(source)
            made = part(document)
            documents[document.path] = document
            found = made.diagnostics or allowances(document)
            if made.directive is not None and not found and not depends_on(made.directive):
                quiet[document.path] = made.directive
        told = self._told(tuple(quiet.values()))
        kept = [one for path, one in documents.items() if path in told or path not in quiet]
        outlines = [outline(one) for path, one in quiet.items() if path not in told]
        return [one.packed() for one in kept], outlines

    @cached_property
    def _alone(self) -> References:
        return References(Tracker((), self._office.tracker.listed))

    @cached_property
    def _checks(self) -> tuple[Check, ...]:
        """What looks at each directive by itself, and is not off."""
        return tuple(
            one.check
            for one in RULES.values()
            if one.check is not None
            and one.scope is Scope.EACH
            and severity(one.name, self._office.settings) is not Severity.OFF
        )

    def _told(self, directives: Sequence[Directive]) -> set[str]:
        """Give the paths of those directives in which something is found."""
        own = {one.path for one in directives}
        survey = self._survey(directives)
        told = {finding.path for _, finding in self._asked(self._loaded(survey))}
        for check in self._checks:
            for finding in check(survey):
                told.add(finding.path)
                if any(path in own for path in _others(finding)):
                    told.update(one.path for one in directives if self._concerns(check, one))
        return told

    def _concerns(self, check: Check, directive: Directive) -> bool:
        """Tell whether a finding elsewhere rests on a directive, of many perhaps."""
        found = check(self._survey((directive,)))
        return any(directive.path in _others(finding) for finding in found)

    def _survey(self, directives: Iterable[Directive]) -> Survey:
        """Give some directives to look at, as if there were no others."""
        return Survey(
            Tracker(tuple(directives), self._office.tracker.listed),
            self._alone,
            self._office.settings,
            self._day,
            agencies_read=AGENCIES not in self._office.invalid,
        )

    def _loaded(self, survey: Survey) -> Loaded:
        return replace(self._office, tracker=survey.tracker, references=survey.references)


def _outlined(known: Known) -> Iterator[tuple[str, Directive]]:
    """Give the known files of which there is an outline, each with it."""
    wanted = known.paths & known.loaded.outlined
    directives = known.loaded.tracker.directives
    return ((one.path, one) for one in directives if one.path in wanted)


def _others(finding: Finding) -> Iterator[str]:
    """Give the files that a finding in another one rests on."""
    return (path for _, path, _ in finding.related if path != finding.path)


def _missing(loaded: Loaded, outlined: Mapping[str, Directive], day: date) -> set[str]:
    """Give the outlined files of which others make it necessary to know the whole."""
    references = loaded.references
    amended = amendments(references, day)
    missing = {path for path, one in outlined.items() if id(one) in amended}
    for directive in loaded.tracker.directives:
        if directive.path not in outlined:
            for number in depends_on(directive):
                missing.update(one.path for one in references.written(number))
    return missing & outlined.keys()


class _Documents(Mapping[str, Document]):
    """All documents by their paths, of which those that were not kept are read again."""

    def __init__(
        self,
        kept: Mapping[str, Document],
        others: Iterable[str],
        again: Callable[[str], Document],
    ) -> None:
        self._documents: dict[str, Document | None] = dict.fromkeys(sorted((*kept, *others)))
        self._documents |= kept
        self._again = again

    def __getitem__(self, path: str) -> Document:
        found = self._documents[path]
        if found is None:
            found = self._documents[path] = self._again(path)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)
