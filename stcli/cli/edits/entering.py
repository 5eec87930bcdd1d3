"""What is entered, read as files have it, offered by Tab, and judged before it is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from stcli.cli.edits.asking import Refused
from stcli.cli.edits.workplace import unsound
from stcli.completing.candidates import Candidate
from stcli.deadlines import DeadlineProblem, parse_day
from stcli.diagnostics import Severity
from stcli.documents import reader
from stcli.editing import revised
from stcli.errors import StcliError
from stcli.examine import survey_of
from stcli.judging import objections
from stcli.references import find_directive, names
from stcli.rules.mentions import citations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from stcli.acts import Act
    from stcli.cli.edits.workplace import Workplace
    from stcli.documents.document import Document
    from stcli.load import Loaded
    from stcli.messages import Message


def day(text: str) -> date:
    """Give the day of an answer; Refused with the day that is probably meant."""
    try:
        return parse_day(text)
    except DeadlineProblem as problem:
        raise Refused(problem.message, problem.help, problem.instead or "") from None


def reference(text: str, workplace: Workplace) -> str:
    """Give a reference to a directive or task as it is written in files.

    A part of a number will do where one directive has it. The number of a document that is not
    among the files is taken in its usual spelling, as documents refer to many others.
    """
    from stcli import numbers
    from stcli.acts.beginning import written
    from stcli.numbers import NumberProblem

    known = workplace.known.naming([text])
    document, hash_, task = text.partition("#")
    if not known.typed(document):
        number, at, issued = document.partition("@")
        try:
            document = f"{written(numbers.parse(number))}{at}{issued}"
        except NumberProblem:
            find_directive(document, workplace.known.references)  # says what is near to it
        if not known.typed(document):
            return f"{document}{hash_}{task}"
    if hash_:
        return workplace.targets((f"{document}#{task}",))[0].whole
    return known.name(find_directive(document, known))


def references(texts: Iterable[str] | None, workplace: Workplace) -> tuple[str, ...]:
    """Give several references as they are written in files."""
    return tuple(reference(one, workplace) for one in texts or ())


def agencies_offered(workplace: Workplace, on: date) -> tuple[Candidate, ...]:
    """Give the agencies in being on a day, to be completed by any of their names."""
    return tuple(
        Candidate(one.id, one.name, names=tuple(names(one)))
        for one in workplace.agencies
        if one.exists_on(on)
    )


def directives_offered(workplace: Workplace) -> tuple[Candidate, ...]:
    """Give the directives, to be completed by their references or titles."""
    known = workplace.known.references
    return tuple(
        Candidate(known.name(one), one.title, names=(one.title,)) for one in known.directives
    )


def judged(act: Act, workplace: Workplace) -> Act:
    """Give an act with what the rules warn of once it is done; StcliError for what is an error.

    Of other files no more is read than it refers to.
    """
    before, after = versions(act, workplace)
    cited = tuple(_cited(after, workplace))
    known = workplace.surroundings((*cited, *filter(None, (before,))))
    return weighed(act, known, workplace.surroundings((*cited, after)), workplace.office.today)


def versions(act: Act, workplace: Workplace) -> tuple[Document | None, Document]:
    """Give the file of an act before it, if there is one, and after it."""
    if act.text is not None:
        return None, reader.read(act.path, act.text.encode())
    before = workplace.document(act.path)
    return before, reader.read(act.path, revised(before, act.changes).encode())


def weighed(act: Act, known: Loaded, then: Loaded, today: date) -> Act:
    """Give the same of an act, of the files as they were loaded before and after it."""
    warnings = require_sound(act.path, known, then, today)
    return replace(act, notes=(*act.notes, *warnings))


def require_sound(
    path: str, known: Loaded, then: Loaded, today: date, *, only_errors: bool = False
) -> tuple[Message, ...]:
    """Give what the rules warn of in a file after an edit; StcliError for what is an error."""
    if path in known.invalid:
        raise unsound(path, known.diagnostics)
    for fault in then.diagnostics:
        if fault.place.path == path and fault.severity is Severity.ERROR:
            raise StcliError(fault.message, fault.help)
    before, after = survey_of(known, today), survey_of(then, today)
    return objections(before, after, path, only_errors=only_errors)


def _cited(document: Document, workplace: Workplace) -> Iterator[Document]:
    """Give the files of the directives of whose tasks one speaks."""
    own: Loaded = workplace.surroundings((document,))
    mine = replace(
        own.tracker,
        directives=tuple(one for one in own.tracker.directives if one.path == document.path),
    )
    paths = {
        one.path
        for cited in citations(mine, own.references)
        if "#" in cited.text
        for one in cited.found
        if one.path != document.path
    }
    return map(workplace.document, sorted(paths))
