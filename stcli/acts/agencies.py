"""`agency`: agencies listed, ended, and merged into others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from stcli.acts.act import Act
from stcli.acts.beginning import one_or_list
from stcli.documents import reader
from stcli.editing import Append, Put, revised
from stcli.errors import StcliError
from stcli.messages import say
from stcli.model import AgencyKind
from stcli.references import agencies_called
from stcli.sources import AGENCIES
from stcli.words import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from stcli.documents.data import Data
    from stcli.editing import Change
    from stcli.messages import Message
    from stcli.model import Agency
    from stcli.words import Language


@dataclass(frozen=True, slots=True)
class Listing:
    """What is said of an agency that is to be listed, under the names of the format."""

    id: str
    name: str
    short: str | None = None
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    parent: str | None = None
    since: date | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Handover:
    """Who takes over from agencies, from which day, by which document, for which tags."""

    into: Agency
    since: date
    basis: str | None = None
    tags: tuple[str, ...] = ()

    @property
    def until(self) -> date:
        """The last day of those that hand over."""
        return self.since - timedelta(days=1)


def list_agency(listing: Listing, agencies: Sequence[Agency], *, begins: bool) -> Act:
    """List an agency at the end of the others; `begins` where there is no such file yet.

    Raises StcliError where the id is taken.
    """
    known = next((one for one in agencies if one.id.casefold() == listing.id.casefold()), None)
    if known is not None:
        raise StcliError(
            say("the id `{id}` is taken: {name}", id=known.id, name=known.name),
            say("choose another id for an agency that is not the same"),
        )
    said = say("{agency} is listed: {name}", agency=listing.id, name=listing.name)
    change, notes = Append(("agencies",), _entry(listing)), tuple(_doubts(listing, agencies))
    if begins:
        text = revised(reader.read(AGENCIES, b""), (change,))
        return Act(AGENCIES, (), said, notes, text=text, begins=True)
    return Act(AGENCIES, (change,), said, notes)


def _doubts(listing: Listing, agencies: Sequence[Agency]) -> Iterator[Message]:
    """Warn of names that another agency has, and of members that only a collective can have."""
    for name in dict.fromkeys((listing.name, listing.short or "", *listing.aliases)):
        for other in agencies_called(agencies, name) if name else ():
            yield say(
                "warning: `{name}` is a name of {other} too: it will not tell them apart",
                name=name,
                other=other.id,
            )
    if listing.members and listing.kind != AgencyKind.COLLECTIVE:
        yield say("warning: only a collective has members: add --kind collective")


def _entry(listing: Listing) -> dict[str, Data]:
    held: dict[str, Data] = {
        "id": listing.id,
        "name": listing.name,
        "short": listing.short,
        "aliases": list(listing.aliases),
        "kind": listing.kind,
        "parent": listing.parent,
        "from": None if listing.since is None else listing.since.isoformat(),
        "members": list(listing.members),
    }
    return {key: value for key, value in held.items() if value}


def end_agency(
    agency: Agency, on: date, basis: str | None, agencies: Sequence[Agency], language: Language
) -> Act:
    """Record the last day of an agency; the document that ends it is its note, if it has none.

    Raises StcliError where it has ended, and where it had not begun.
    """
    if agency.until is not None:
        raise _ended(agency)
    _after_beginning(agency, on)
    place = _place(agency, agencies)
    changes: list[Change] = [Put((*place, "until"), on.isoformat())]
    told = [*_orphans(agency)]
    if basis:
        said = translate(say("ended by {basis}", basis=basis), language)
        note = f"{said[:1].upper()}{said[1:]}."
        if agency.notes:
            # Whoever wrote them chose their layout, which a line more would not leave as it is.
            told.append(say("add to its notes by hand: {note}", note=note))
        else:
            changes.append(Put((*place, "notes"), note))
    said_of = say("{agency} ends on {day}", agency=agency.id, day=on)
    return Act(AGENCIES, tuple(changes), said_of, tuple(told))


def _orphans(agency: Agency) -> Iterator[Message]:
    if not agency.successors:
        yield say(
            "to name who takes over from it: stcli agency merge {agency} --into ID --from DAY",
            agency=agency.id,
        )


def merge_agency(agency: Agency, handover: Handover, agencies: Sequence[Agency]) -> Act:
    """Record that an agency ended and who took over from it.

    Raises StcliError where it has ended on another day, had not begun, takes over from itself,
    and where the other one was not in being on that day.
    """
    into, until = handover.into, handover.until
    _can_take_over(agency, handover)
    if agency.until is not None and agency.until != until:
        raise _ended(agency)
    _after_beginning(agency, until)
    place = _place(agency, agencies)
    record: dict[str, Data] = {
        "agency": into.id,
        "from": handover.since.isoformat(),
        "basis": handover.basis,
        "for": one_or_list(handover.tags),
    }
    changes: list[Change] = []
    if agency.until is None:
        changes.append(Put((*place, "until"), until.isoformat()))
    entry: Data = {key: value for key, value in record.items() if value}
    changes.append(Append((*place, "successors"), entry))
    notes = () if handover.basis else (say("no document is named for it: --basis NUMBER"),)
    return Act(AGENCIES, tuple(changes), _said(agency, handover), notes)


def _said(agency: Agency, handover: Handover) -> Message:
    into, until = handover.into.id, handover.until
    if not handover.tags:
        return say(
            "{agency} ends on {until}, and {into} takes over its tasks",
            agency=agency.id,
            until=until,
            into=into,
        )
    return say(
        "{agency} ends on {until}, and {into} takes over its tasks tagged {tags}",
        agency=agency.id,
        until=until,
        into=into,
        tags=", ".join(handover.tags),
    )


def _can_take_over(agency: Agency, handover: Handover) -> None:
    into = handover.into
    if into.id == agency.id:
        raise StcliError(
            say("{agency} cannot take over from itself", agency=agency.id),
            say("name only those that end before --into"),
        )
    if not into.exists_on(handover.since):
        began = into.since is not None and into.since > handover.since
        raise StcliError(
            say("{agency} begins on {day}", agency=into.id, day=into.since)
            if began
            else say("{agency} has ended on {day}", agency=into.id, day=into.until),
            say("who takes over has to be in being on {day}: look at both", day=handover.since),
        )
    for known in agency.successors:
        same = known.agency == into.id and set(known.tags) == set(handover.tags)
        if same or (not known.tags and not handover.tags):
            raise StcliError(
                say(
                    "{agency} has handed over to {other} from {day} on already",
                    agency=agency.id,
                    other=known.agency,
                    day=known.since,
                ),
                say("limit this to tags with --for, or correct the entry in {path}", path=AGENCIES),
            )


def _ended(agency: Agency) -> StcliError:
    return StcliError(
        say("{agency} has ended on {day}", agency=agency.id, day=agency.until),
        say("if that day is wrong, correct `until` in {path}", path=AGENCIES),
    )


def _after_beginning(agency: Agency, last: date) -> None:
    if agency.since is not None and last < agency.since:
        raise StcliError(
            say(
                "{agency} cannot end on {day}: it begins on {since}",
                agency=agency.id,
                day=last,
                since=agency.since,
            ),
            say("look at the year, or correct `from` in {path}", path=AGENCIES),
        )


def _place(agency: Agency, agencies: Sequence[Agency]) -> tuple[str, int]:
    return "agencies", next(at for at, one in enumerate(agencies) if one is agency)
