"""What is kept of files, made of what was loaded from them."""

from __future__ import annotations

import json
import os
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from stcli import lookup, shipped
from stcli.diagnostics import Severity
from stcli.filenames import AGENCIES, OF_THE_OFFICE
from stcli.heads import lines
from stcli.heads.naming import called, head_of
from stcli.index.about import (
    AMENDING,
    DEPENDENT,
    DIGEST,
    DIRECTIVE,
    DOUBTFUL,
    INVALID,
    MISTAKEN,
    OFFICE,
    PROGRAM,
    RECURRING,
    SEVERAL,
    About,
)
from stcli.index.comparing import digest, is_doubtful
from stcli.index.damage import Damaged
from stcli.index.entries import Entry, Head, Row
from stcli.index.packing import packed
from stcli.index.standing import standing
from stcli.model import Tracker
from stcli.numbers import comparison_key
from stcli.references import References, split
from stcli.views.relations import mentions
from stcli.views.steadiness import depends_on, recurs, steady, turns_of
from stcli.views.tasks import task_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from stcli.diagnostics import Diagnostic
    from stcli.documents.document import Document
    from stcli.index.joining import Joined
    from stcli.index.plain import Plain
    from stcli.load import Loaded
    from stcli.model import Agency, Directive
    from stcli.settings import Settings
    from stcli.views.agenda import Listed
    from stcli.views.steadiness import Steady
    from stcli.views.tasks import TaskRow

_FASTEST: Final = 1
_NO_DIGEST: Final = bytes(DIGEST)


def entries(
    loaded: Loaded, stamps: Mapping[str, Sequence[int]], started: int, day: date
) -> Iterator[Entry]:
    """Give what is to be kept of the files that have stamps, as they stand around a day.

    The look that gave the stamps was started at some time, and the files were read after it.
    """
    held = steadies(loaded, day)
    directives = {one.path: one for one in loaded.tracker.directives}
    found: dict[str, list[Diagnostic]] = {}
    for one in loaded.diagnostics:
        found.setdefault(one.place.path, []).append(one)
    for path, stamp in stamps.items():
        document = loaded.documents.get(path)
        if document is None:
            continue
        kind = OFFICE if path in OF_THE_OFFICE else 0
        kind |= DOUBTFUL if is_doubtful(stamp, started) else 0
        kind |= MISTAKEN if _is_mistaken(document, loaded.tracker, directives.get(path)) else 0
        entry = Entry(path, tuple(stamp), digest(document.text), kind)
        try:
            yield _filled(entry, directives.get(path), held.get(path), found.get(path, ()))
        except Damaged:  # a finding with values of which nothing is known
            continue


class Chosen(NamedTuple):
    """What an office has set that is asked of every run."""

    due_soon: int = 0
    timezone: str = ""
    language: str = ""


NOTHING: Final = Chosen()


def chosen(settings: Settings) -> Chosen:
    """Give what an office has set."""
    return Chosen(settings.due_soon, settings.timezone, settings.language or "")


def chosen_before(known: About) -> Chosen:
    """Give what an office had set when an index was written."""
    return Chosen(known.due_soon, known.timezone, known.language)


def about_of(
    some: Sequence[Entry], root: str = "", base: str = "", chosen: Chosen = NOTHING
) -> About:
    """Give what an index of entries is about."""
    return About(
        PROGRAM,
        root,
        _name(),
        base,
        len(some),
        sum(len(one.open) for one in some),
        sum(len(one.rest) for one in some),
        int(any(one.kind & DOUBTFUL for one in some)),
        *chosen,
    )


def about_joined(some: Joined, root: str, chosen: Chosen) -> About:
    """Give what an index of shares of the files is about."""
    counts = some.files, some.open, some.rest
    return About(PROGRAM, root, _name(), "", *counts, int(some.doubtful), *chosen)


def _name() -> str:
    """Give a name that no other index has."""
    return os.urandom(8).hex()


def with_office(loaded: Loaded, agencies: tuple[Agency, ...], settings: Settings) -> Loaded:
    """Give what was loaded of some files with what the files of the office say."""
    tracker = Tracker(loaded.tracker.directives, agencies)
    return replace(loaded, tracker=tracker, references=References(tracker), settings=settings)


def steadies(loaded: Loaded, day: date) -> Mapping[str, tuple[Steady, str]]:
    """Give what holds of each directive around a day, and its reference, by its path."""
    tracker, references = loaded.tracker, loaded.references
    rows: dict[str, list[TaskRow]] = {one.path: [] for one in tracker.directives}
    for row in task_rows(tracker, references, loaded.settings, day):
        rows[row.directive.path].append(row)
    turns = turns_of(tracker.agencies)
    return {
        one.path: (
            steady(one, rows[one.path], day, turns, tracker.agency_label),
            references.name(one),
        )
        for one in tracker.directives
    }


def moved(entry: Entry, held: Steady, name: str) -> Entry:
    """Give an entry with what holds around another day; `name` is what its tasks' marks follow."""
    return entry._replace(
        since=held.since,
        until=held.until,
        counts=held.counts,
        open=tuple(_row(one, name) for one in held.open),
        rest=tuple(_row(one, name) for one in held.rest),
    )


def _row(one: Listed, name: str) -> Row:
    shown = one.shown
    return Row(
        _ordinal(shown.due),
        _ordinal(shown.written),
        _ordinal(shown.first),
        _ordinal(one.done),
        one.place,
        standing(one.state, requested=one.requested),
        shown.hour,
        shown.reference.removeprefix(name),
        shown.answering,
        shown.title,
        SEVERAL.join(one.leads),
        SEVERAL.join(one.coordinating),
        SEVERAL.join(one.responsible),
    )


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0


def _filled(
    entry: Entry,
    directive: Directive | None,
    held: tuple[Steady, str] | None,
    found: Sequence[Diagnostic],
) -> Entry:
    """Give an entry with what was read from its file."""
    kind = entry.kind
    text = ""
    if found:
        text = _json([packed(one) for one in found])
        if any(one.severity is Severity.ERROR for one in found):
            # Of what could not be read the text is not the content, byte by byte.
            entry = entry._replace(digest=_NO_DIGEST)
            kind |= INVALID
    if directive is None or held is None:
        return entry._replace(kind=kind, found=text)
    kind |= DIRECTIVE
    kind |= RECURRING if recurs(directive) else 0
    kind |= DEPENDENT if depends_on(directive) else 0
    kind |= AMENDING if directive.amends or directive.replaces else 0
    made = entry._replace(kind=kind, found=text, head=head(directive), model=model(directive))
    return moved(made, *held)


def _is_mistaken(document: Document, tracker: Tracker, directive: Directive | None) -> bool:
    """Tell whether what is kept of a file is not what a look at its head and lines tells."""
    data = document.data or {}
    if document.path == AGENCIES:
        kept = {"agencies": [packed(one) for one in tracker.listed]}
        return [*lines.agencies(kept)] != [*lines.agencies(data)]
    if directive is None:
        return False
    plain = packed(directive)
    known = called(plain, document.path)
    heads = (head_of(document), data)
    return any(called(one, document.path) != known for one in heads) or (
        [*lines.tasks(plain)] != [*lines.tasks(data)]
    )


def head(directive: Directive) -> Head:
    """Give what a directive is called."""
    return Head(
        directive.number,
        directive.title,
        directive.issuer,
        directive.aliases,
        lookup.keys(directive.number, directive.aliases),
        tuple(dict.fromkeys(comparison_key(split(one).number) for one in mentions(directive))),
        directive.issued.toordinal(),
    )


def model(directive: Directive) -> bytes:
    """Give all that a directive says, packed."""
    return zlib.compress(_json(packed(directive)).encode("utf-8", "surrogatepass"), _FASTEST)


def office(loaded: Loaded) -> str:
    """Give what an office has set, with the calendar that it counts by."""
    years = range(shipped.FIRST_YEAR, shipped.LAST_YEAR + 1)
    return _json(
        {
            "agencies": [packed(one) for one in loaded.tracker.listed],
            "settings": packed(loaded.settings),
            "calendar": packed(loaded.settings.calendar.office),
            "shipped": {str(year): packed(shipped.listing(year)) for year in years},
        }
    )


def _json(data: Plain) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
