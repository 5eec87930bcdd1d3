"""What `check` is asked beyond the rules: late tasks, what is new since, guards, a baseline."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from stcli.cli import terminal
from stcli.cli.session import asked_day
from stcli.errors import StcliError, why
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from stcli.cli.session import Session
    from stcli.diagnostics import Baseline, Diagnostic
    from stcli.documents.document import Document
    from stcli.load import Loaded
    from stcli.messages import Message
    from stcli.policy.baseline import Sifted
    from stcli.rules.registry import Finding
    from stcli.skimming import Asked, Known
    from stcli.states import State

_SPAN: Final = re.compile("([0-9]{1,5})d?")
SEVERITIES: Final = ("error", "warning")


@dataclass(frozen=True, slots=True)
class FailOn:
    """What ends a run with status 1: findings of a weight, and tasks in a state."""

    severities: frozenset[str]
    states: frozenset[State]

    def fails(self, one: Diagnostic) -> bool:
        """Tell whether one finding is enough."""
        return one.severity.value in self.severities or one.rule in self.states


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found in which documents, and what was resolved since a day or revision."""

    found: tuple[Diagnostic, ...]
    documents: Mapping[str, Document]
    resolved: tuple[Diagnostic, ...] = ()


def fail_on(words: str) -> FailOn:
    """Give what `--fail-on` names; a warning is less than an error, so it means both."""
    from stcli.policy.late import STATES

    severities: set[str] = set()
    states: set[State] = set()
    late = {state.value: state for state in STATES}
    for word in (one.strip() for one in words.split(",")):
        if word in late:
            states.add(late[word])
        elif word in SEVERITIES:
            severities |= {"error", word}
        else:
            raise StcliError(
                say("--fail-on takes {known}, not `{word}`", word=word, known=_known(late))
            )
    return FailOn(frozenset(severities), frozenset(states))


def _known(late: Iterable[str]) -> str:
    return ", ".join((*SEVERITIES, *late))


def inspect(
    session: Session, failing: FailOn, *, grace: str | None, since: str | None, guards: str | None
) -> Inspection:
    """Give what is wrong with the files, or only what is new since a day or a revision."""
    from stcli.examine import examine
    from stcli.policy.late import late_tasks

    days = 0 if grace is None else _days("--grace", grace)
    names = _guards(guards)
    if since is None and names:
        raise StcliError(say("--guard compares with a revision: add --since"))

    def late(loaded: Loaded, day: date) -> Iterator[tuple[str, Finding]]:
        return late_tasks(loaded, day, failing.states, days)

    now = session.skimmed(session.stock, session.day, partial(late, day=session.day))
    found = examine(now, session.day, late(now.whole, session.day))
    if since is None:
        return Inspection(found, now.documents)
    from stcli import history
    from stcli.policy.comparing import compare
    from stcli.policy.guards import guarded
    from stcli.render.diagnostics.fingerprints import fingerprint
    from stcli.skimming import Known
    from stcli.workers import processors

    hash_, day = _before(session, since)
    known = Known(now, history.unchanged(session.root, hash_, session.stock, processors()))
    before = _as_it_was(session, hash_, day, partial(late, day=day), known)
    compared = compare(found, examine(before, day, late(before.whole, day)), fingerprint)
    against = guarded(now, before, names, known.paths)
    new = sorted((*compared.new, *against), key=lambda one: one.order)
    return Inspection(tuple(new), now.documents, compared.resolved)


def _as_it_was(session: Session, hash_: str, day: date, asked: Asked, known: Known) -> Loaded:
    """Give what is to be examined of a commit, seen with the settings of today.

    Of the files that are `known` not to have changed nothing is read again, if they look the same:
    on the same day, in the same office.
    """
    from stcli import history
    from stcli.sources import OF_THE_OFFICE, together

    now, changed = session.stock, history.stock(session.root, hash_, besides=known.paths)
    differing = changed.names | (now.names - known.paths)
    if day == session.day and differing.isdisjoint(OF_THE_OFFICE):
        return session.skimmed(changed, day, asked, offices=now, known=known)
    return session.skimmed(together(now.only(known.paths), changed), day, asked)


def _before(session: Session, since: str) -> tuple[str, date]:
    """Give the commit to compare with, and the day on which it is looked at.

    Since a day means what the files were at its end, as it looked then; since a revision what
    they were, as it looks on the day asked about, so that only the change of the files counts.
    """
    from stcli import history

    day = _day_of(since, session.day)
    if day is None:
        return history.commit(session.root, since), session.day
    midnight = datetime.min.time()
    zone = terminal.zone(session.settings.timezone)
    end = datetime.combine(day + timedelta(days=1), midnight, tzinfo=zone)
    hash_ = history.commit_before(session.root, end)
    if hash_ is None:
        raise StcliError(say("git has no commit up to {day}", day=day))
    return hash_, day


def _day_of(since: str, today: date) -> date | None:
    """Give the day that `--since` means, None where it is a revision."""
    from stcli.deadlines import DeadlineProblem, parse_day

    if since == "yesterday":
        return today - timedelta(days=1)
    if found := re.fullmatch("([0-9]{1,4})d", since):
        return today - timedelta(days=int(found[1]))
    try:
        return parse_day(since)
    except DeadlineProblem:
        return None


def _guards(words: str | None) -> frozenset[str]:
    from stcli.policy.guards import GUARDS

    names = frozenset(one.strip() for one in words.split(",")) if words else frozenset()
    if "all" in names:
        return frozenset(GUARDS)
    unknown = sorted(names - set(GUARDS))
    if unknown:
        raise StcliError(
            say("there is no guard `{name}`", name=unknown[0]),
            say("the guards are: {known}", known=", ".join((*GUARDS, "all"))),
        )
    return names


def _days(option: str, text: str) -> int:
    found = _SPAN.fullmatch(text.strip())
    if found is None:
        raise StcliError(
            say("{option} takes a number of days, not `{text}`", option=option, text=text),
            say("write it as 3d or 3"),
        )
    return int(found[1])


def tolerate(
    session: Session, inspected: Inspection, path: Path | None, until: str | None
) -> tuple[Inspection, tuple[str, ...]]:
    """Leave out what a baseline lets be, or write one; give sentences about it beside."""
    from stcli.policy.baseline import baseline_of, sift, written
    from stcli.render.diagnostics.fingerprints import fingerprint
    from stcli.saving import write_whole
    from stcli.words import translate

    if path is None:
        if until is not None:
            raise StcliError(say("--write-baseline needs the file: add --baseline FILE"))
        return inspected, ()
    if until is not None:
        known = _read_baseline(path).tolerated if path.exists() else ()
        made = baseline_of(inspected.found, asked_day(until), fingerprint, known)
        try:
            write_whole(path, written(made))
        except OSError as error:
            raise terminal.unwritten(path, error) from None
        count = len(made.tolerated)
        said = say("{count} findings are listed in {path} now", count=count, path=str(path))
        return replace(inspected, found=()), (translate(said, session.language),)
    sifted = sift(inspected.found, _read_baseline(path), session.day, fingerprint)
    notes = tuple(translate(one, session.language) for one in _notes(sifted, str(path)))
    return replace(inspected, found=sifted.left), notes


def _notes(sifted: Sifted, path: str) -> Iterator[Message]:
    """Give what is to be said of a baseline beside the findings that it left."""
    if sifted.tolerated:
        yield say("{count} findings are let be by {path}", count=sifted.tolerated, path=path)
    if sifted.expired:
        yield say("{count} entries of {path} have expired", count=sifted.expired, path=path)
    if sifted.idle:
        yield say(
            "{count} entries of {path} meet nothing any more: delete them",
            count=sifted.idle,
            path=path,
        )


def _read_baseline(path: Path) -> Baseline:
    """Read a baseline file; a StcliError with its first fault where it is none."""
    from stcli.schema.reading import read_baseline as understood
    from stcli.sources import Source, read

    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise StcliError(
            say("there is no baseline {path}", path=str(path)),
            say("write one: --write-baseline, with the day until which its findings are let be"),
        ) from None
    except OSError as error:
        raise StcliError(
            say("{path} was not read: {reason}", path=str(path), reason=why(error))
        ) from None
    document = read(Source(str(path), content))
    found, wrong = understood(document) if document.data is not None else (None, ())
    if found is not None and not document.problems:
        return found
    for problem in document.problems:
        raise StcliError(
            say("{path} cannot be used: {reason}", path=str(path), reason=problem.message),
            problem.help,
        )
    raise StcliError(
        say("{path} cannot be used: {reason}", path=str(path), reason=wrong[0].message),
        wrong[0].help,
    )
